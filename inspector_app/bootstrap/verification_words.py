"""What ``verify`` says about a file: line by line for people, as plain data for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector_app.bootstrap.device_keys import KeyStanding, fingerprint_of
from inspector_app.bootstrap.told import Told
from inspector_app.bootstrap.verification import check_case, check_pdf, load_roots, read_file
from inspector_app.domain.errors import UserError
from inspector_app.wordings import Voice, words_in

if TYPE_CHECKING:
    from inspector_app.bootstrap.verification import CaseCheck
    from inspector_app.documents.verification import Problem, SignatureReport, Verification

__all__ = ["say_verification"]

_ZIP = b"PK"
_TRUST = {
    "trusted": ("verify.line.trusted", "签发机构受信任"),
    "untrusted": ("verify.line.untrusted", "签发机构不受信任"),
    "expired": ("verify.line.expired", "签名时证书不在有效期"),
    "not_checked": ("verify.line.not_checked", "未提供签发机构证书，未核对签发机构"),
    "altered": ("verify.line.issuer_moot", "不再核对签发机构"),
}
_VERDICT = {
    "genuine": ("verify.line.genuine", "结论：文书真实、完整，签名后未被改动。"),
    "incomplete": ("verify.line.incomplete", "结论：签名后未被改动，但不完整。"),
    "untrusted": ("verify.line.not_confirmed", "结论：签名后未被改动，但不能确认签名人身份。"),
    "unsigned": ("verify.line.unsigned", "结论：没有证书签名，不能确认真伪。"),
    "altered": ("verify.line.altered", "结论：文书签名后被改动，不可采信。"),
}
_DEVICE = {
    KeyStanding.KNOWN: (
        "verify.line.head_known",
        "设备签名：有效，与所指明的设备密钥一致",
    ),
    KeyStanding.OTHER: (
        "verify.line.head_other",
        "设备签名：有效，但不是所指明的设备密钥",
    ),
    KeyStanding.SELF_DECLARED: (
        "verify.line.head_declared",
        "设备签名：有效，但密钥取自案件文件本身，未经独立核对（可用 --device-key 指明已知的密钥）",
    ),
}
_BREAK = {
    "gap": ("verify.line.gap", "缺少事件"),
    "prev": ("verify.line.prev", "与前一事件不相接"),
    "hash": ("verify.line.hash", "内容与摘要不符"),
    "body": ("verify.line.body", "内容被改写"),
}


def say_verification(
    path: Path, roots: Sequence[Path], voice: Voice, device_keys: Sequence[str] = ()
) -> Told:
    """What is to be said about the PDF or case file at ``path``.

    ``device_keys`` are the keys that a case must be signed with, as a person names them
    (:func:`~inspector_app.bootstrap.device_keys.fingerprint_of`). Done where it is genuine.

    Raises ``UserError`` for a file that cannot be read or is neither, and for what is no key.
    """
    trusted = load_roots(roots)
    named = [fingerprint_of(said) for said in device_keys]
    data = read_file(path)
    if data.startswith(_ZIP) or path.suffix.lower() == ".zip":
        case = check_case(path, trusted, named)
        told = {"file": path.name, **_case_data(case, voice)}
        return Told(tuple(_case_lines(case, voice)), told, done=_is_genuine(case))
    if named:
        raise UserError(
            "verify.device_key_pdf",
            "--device-key 只用于案件文件：单份文书由执法人员的证书签名，不由设备签名。",
            mend="请核验案件文件（.zip），或去掉 --device-key。",
        )
    check = check_pdf(data, trusted)
    told = {"file": path.name, **_pdf_data(check, voice)}
    genuine = check.verdict.value == "genuine"
    return Told(tuple(_pdf_lines(check, voice)), told, done=genuine)


def _is_genuine(case: CaseCheck) -> bool:
    # The key that signed the record came with it: only a document's certificates say whose it is.
    verdicts = {check.verdict.value for check in case.documents.values()}
    return case.holds and verdicts == {"genuine"} and case.device is not KeyStanding.OTHER


def _pdf_lines(check: Verification, voice: Voice) -> list[str]:
    snapshot = check.snapshot
    lines = [
        voice.say(
            "verify.line.document",
            "文书：{title}{number}，共 {pages} 页",
            title=snapshot.title if snapshot else check.title,
            number=f"　{snapshot.number}" if snapshot and snapshot.number else "",
            pages=check.pages,
        )
    ]
    if snapshot is not None:
        lines.append(
            voice.say(
                "verify.line.issued",
                "出具：{authority}，{at}",
                authority=snapshot.authority,
                at=snapshot.composed_at,
            )
        )
        if snapshot.seal.value == "missing":
            lines.append(voice.say("verify.line.no_seal", "印章：未加盖印章"))
    lines += [_signature_line(report, voice) for report in check.signatures]
    lines += [
        voice.say("verify.line.problem", "注意：{what}", what=_problem(problem, voice))
        for problem in check.problems
    ]
    if check.verification_code:
        lines.append(voice.say("verify.line.code", "核验码：{code}", code=check.verification_code))
    return [*lines, voice.say(*_VERDICT[check.verdict.value])]


def _signature_line(report: SignatureReport, voice: Voice) -> str:
    none = voice.say("verify.line.no_certificate_number", "无")
    if report.intact:
        intact = voice.say("verify.line.intact", "内容未被改动")
    else:
        intact = voice.say("verify.line.not_intact", "内容被改动")
    return voice.say(
        "verify.line.signature",
        "签名：{name}（执法证号 {number}），{at}，{intact}，{trust}",
        name=report.name,
        number=report.certificate_no or none,
        at=report.signed_at,
        intact=intact,
        trust=voice.say(*_TRUST[report.trust.value]),
    )


def _problem(problem: Problem, voice: Voice) -> str:
    told = words_in(voice.language, problem.code, problem.facts)
    return told.what if told else problem.what


def _case_lines(case: CaseCheck, voice: Voice) -> list[str]:
    lines = [
        voice.say(
            "verify.line.case",
            "案件：{name}，{at}，{events} 条记录",
            name=case.visit.enterprise.name,
            at=case.visit.started_at,
            events=case.events,
        )
    ]
    lines += [
        voice.say(
            "verify.line.break",
            "断链：{stream} 第 {seq} 条，{reason}",
            stream=found.stream,
            seq=found.seq,
            reason=voice.say(*_BREAK[found.reason]),
        )
        for found in case.breaks
    ]
    if not case.breaks:
        lines.append(voice.say("verify.line.chain", "校验链：完整"))
    if case.unsigned_streams:
        lines.append(voice.say("verify.line.head_unsigned", "设备签名：记录末端没有有效的设备签名"))
    else:
        keys = ", ".join(case.signed_by)
        lines.append(voice.say(*_DEVICE[case.device]))
        lines.append(voice.say("verify.line.head_key", "设备密钥指纹：{keys}", keys=keys))
    lines += [
        voice.say("verify.line.missing", "缺失：{name}", name=_named(case, n, voice))
        for n in case.missing
    ]
    lines += [
        voice.say("verify.line.member", "被改动：{name}", name=_named(case, n, voice))
        for n in case.altered
    ]
    lines += [
        voice.say(
            "verify.line.estranged", "文书与本案记录对不上：{name}", name=_named(case, n, voice)
        )
        for n in case.estranged
    ]
    if not case.documents:
        lines.append(
            voice.say("verify.line.no_documents", "没有文书：没有签名证书能证明这份记录出自谁")
        )
    for name, check in case.documents.items():
        lines.append(voice.say("verify.line.one_document", "—— 文书 {name}", name=name))
        lines += _pdf_lines(check, voice)
    if not case.holds:
        lines.append(voice.say("verify.line.case_broken", "结论：案件不完整或者被改动。"))
    elif case.device is KeyStanding.OTHER:
        lines.append(voice.say("verify.line.case_other", "结论：案件不是由所指明的设备签名的。"))
    elif _is_genuine(case):
        lines.append(voice.say("verify.line.case_holds", "结论：案件完整，校验链成立。"))
    else:
        lines.append(
            voice.say(
                "verify.line.case_unconfirmed",
                "结论：案件完整，校验链成立，但出自谁不能全部确认，见上。",
            )
        )
    return lines


def _named(case: CaseCheck, name: str, voice: Voice) -> str:
    """A document by its title and number, where the record tells them; all else by ``name``."""
    document = case.visit.documents.get(name)
    if document is None:
        return name
    return voice.say(
        "verify.line.named",
        "《{title}》{number}（{id}）",
        title=document.title,
        number=document.number,
        id=name,
    )


def _pdf_data(check: Verification, voice: Voice) -> dict[str, Any]:
    snapshot = check.snapshot
    return {
        "kind": "pdf",
        "verdict": check.verdict.value,
        "title": snapshot.title if snapshot else check.title,
        "number": snapshot.number if snapshot else "",
        "pages": check.pages,
        "pdfa": check.pdfa,
        "verification_code": check.verification_code,
        "signatures": [
            {
                "name": report.name,
                "certificate_no": report.certificate_no,
                "issuer": report.issuer,
                "signed_at": report.signed_at,
                "intact": report.intact,
                "trust": report.trust.value,
            }
            for report in check.signatures
        ],
        "problems": [
            {"code": problem.code, "text": _problem(problem, voice)} for problem in check.problems
        ],
    }


def _case_data(case: CaseCheck, voice: Voice) -> dict[str, Any]:
    return {
        "kind": "case",
        "verdict": "genuine" if _is_genuine(case) else "doubtful" if case.holds else "altered",
        "visit": case.visit.id,
        "events": case.events,
        "breaks": [
            {"stream": found.stream, "seq": found.seq, "reason": found.reason}
            for found in case.breaks
        ],
        "unsigned_streams": list(case.unsigned_streams),
        "signed_by": list(case.signed_by),
        "device_key": case.device.value,
        "missing": list(case.missing),
        "altered": list(case.altered),
        "estranged": list(case.estranged),
        "documents": {name: _pdf_data(check, voice) for name, check in case.documents.items()},
    }
