"""Why the server sets an event aside: stable codes and their Chinese wording.

A code may name more behind a word of the table: ``issue.blocked.R33`` is of the family
``issue.blocked`` and says which rule blocked it.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["REFUSALS", "family"]

REFUSALS: Mapping[str, str] = {
    "device.revoked": "本机的登记已被撤销，上传的记录留待人工处理。",
    "event.hash": "记录内容与其校验值不符。",
    "event.size": "单条记录过大。",
    "event.body": "记录内容不是规范格式。",
    "event.envelope": "记录内容与其编号不符。",
    "event.newer": "记录由更新版本的程序写成，待服务器升级后重新接收。",
    "event.unreadable": "记录内容无法与此前的记录衔接成完整的检查过程。",
    "stream.unknown": "服务器不认识这类记录。",
    "stream.foreign": "该检查记录属于另一台设备。",
    "stream.fork": "同一序号已有另一条不同的记录。",
    "stream.gap": "此前的记录尚未到达服务器。",
    "stream.chain": "记录的校验链与服务器上的不衔接。",
    "stream.blocked": "同一检查此前有记录被搁置，须先处理。",
    "issue.blocked": "按检查开始时的规则，这份文书不得出具，留待人工处理。",
    "issue.rules_unknown": "服务器没有这次检查所用版本的规则，按现行规则这份文书不得出具；待安装该版本后处理。",
    "issue.violation_altered": "问题所认定的违法行为，与所记版本的违法行为目录不一致，这份文书不得出具，留待人工处理。",
    "issue.violation_unknown": "服务器没有认定问题所用版本的违法行为目录，现行目录中没有同样的违法行为，这份文书不得出具；待安装该版本后处理。",
    "service.blocked": "按检查开始时的规则，这次送达不成立，留待人工处理。",
    "service.rules_unknown": "服务器没有这次检查所用版本的规则，按现行规则这次送达不成立；待安装该版本后处理。",
    "submission.blocked": "按检查开始时的规则，这次检查不得提交审核，留待人工处理。",
    "submission.rules_unknown": "服务器没有这次检查所用版本的规则，按现行规则不得提交审核；待安装该版本后处理。",
    "submission.violation_altered": "问题所认定的违法行为，与所记版本的违法行为目录不一致，不得提交审核，留待人工处理。",
    "submission.violation_unknown": "服务器没有认定问题所用版本的违法行为目录，现行目录中没有同样的违法行为，不得提交审核；待安装该版本后处理。",
    "submission.open": "检查还有未完成的步骤就提交了审核，留待人工处理。",
    "review.role": "只有审核人员可以提交审核意见。",
    "review.reviewer": "审核意见的署名与登记的审核人员不符。",
    "review.own_case": "办案人员不得作为审核人员（程序规定 49）。",
    "review.visit": "服务器上没有这次检查的记录。",
}


def family(code: str) -> str:
    """The code of the table that ``code`` belongs to."""
    return code if code in REFUSALS else code.rpartition(".")[0]
