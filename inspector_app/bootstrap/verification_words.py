"""What ``verify`` says about a file, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.verification import check_case, check_pdf, load_roots, read_file

if TYPE_CHECKING:
    from inspector_app.bootstrap.verification import CaseCheck
    from inspector_app.documents.verification import Verification

__all__ = ["say_verification"]

_TRUST = {
    "trusted": "签发机构受信任",
    "untrusted": "签发机构不受信任",
    "expired": "签名时证书不在有效期",
    "not_checked": "未提供签发机构证书，未核对签发机构",
}
_VERDICT = {
    "genuine": "结论：文书真实、完整，签名后未被改动。",
    "incomplete": "结论：签名后未被改动，但不完整。",
    "untrusted": "结论：签名后未被改动，但不能确认签名人身份。",
    "unsigned": "结论：没有证书签名，不能确认真伪。",
    "altered": "结论：文书签名后被改动，不可采信。",
}
_REASON = {
    "gap": "缺少事件",
    "prev": "与前一事件不相接",
    "hash": "内容与摘要不符",
    "body": "内容被改写",
}


def say_verification(path: Path, roots: Sequence[Path]) -> tuple[list[str], bool]:
    """The lines about the PDF or case file at ``path``, and whether it is genuine.

    Raises ``UserError`` for a file that cannot be read or is neither.
    """
    trusted = load_roots(roots)
    if path.suffix.lower() == ".zip":
        case = check_case(path, trusted)
        return _say_case(case), case.holds and all(
            check.verdict.value == "genuine" for check in case.documents.values()
        )
    check = check_pdf(read_file(path), trusted)
    return _say_pdf(check), check.verdict.value == "genuine"


def _say_pdf(check: Verification) -> list[str]:
    snapshot = check.snapshot
    lines = [
        f"文书：{check.title}{f'　{snapshot.number}' if snapshot and snapshot.number else ''}，共 {check.pages} 页"
    ]
    if snapshot is not None:
        lines.append(f"出具：{snapshot.authority}，{snapshot.composed_at}")
        if snapshot.seal.value == "missing":
            lines.append("印章：未加盖印章")
    for report in check.signatures:
        intact = "内容未被改动" if report.intact else "内容被改动"
        lines.append(
            f"签名：{report.name}（执法证号 {report.certificate_no or '无'}），{report.signed_at}，"
            f"{intact}，{_TRUST[report.trust.value]}"
        )
    lines.extend(f"注意：{problem.what}" for problem in check.problems)
    if check.verification_code:
        lines.append(f"核验码：{check.verification_code}")
    lines.append(_VERDICT[check.verdict.value])
    return lines


def _say_case(case: CaseCheck) -> list[str]:
    lines = [f"案件：{case.visit.enterprise.name}，{case.visit.started_at}，{case.events} 条记录"]
    if case.breaks:
        lines.extend(
            f"断链：{found.stream} 第 {found.seq} 条，{_REASON[found.reason]}"
            for found in case.breaks
        )
    else:
        lines.append("校验链：完整")
    if case.unsigned_streams:
        lines.append("设备签名：记录末端没有有效的设备签名")
    else:
        lines.append("设备签名：有效")
    lines.extend(f"缺失：{name}" for name in case.missing)
    lines.extend(f"被改动：{name}" for name in case.altered)
    for name, check in case.documents.items():
        lines.append(f"—— 文书 {name}")
        lines.extend(_say_pdf(check))
    lines.append("结论：案件完整，校验链成立。" if case.holds else "结论：案件不完整或者被改动。")
    return lines
