"""``inspector-app doctor``: everything a visit needs, looked at; nothing changed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inspector_app.bootstrap.device import BEIJING
from inspector_app.bootstrap.doctor_machine import (
    check_disk,
    check_fonts,
    check_keyring,
    check_window,
)
from inspector_app.bootstrap.doctor_record import check_clock, check_laptop, check_packs
from inspector_app.bootstrap.findings import Finding, State
from inspector_app.bootstrap.laptop_folder import default_folder
from inspector_app.wordings import Voice, words_in

__all__ = ["Finding", "State", "examine", "say_findings"]

_MARKS = {State.OK: "✓", State.WARNING: "!", State.FAILED: "✗"}
_SUBJECTS = {
    "keyring": ("doctor.subject.keyring", "密钥环"),
    "window": ("doctor.subject.window", "窗口"),
    "printer": ("doctor.subject.printer", "打印机"),
    "fonts": ("doctor.subject.fonts", "字体"),
    "clock": ("doctor.subject.clock", "时钟"),
    "disk": ("doctor.subject.disk", "磁盘"),
    "packs": ("doctor.subject.packs", "检查表包"),
    "enrolment": ("doctor.subject.enrolment", "登记"),
    "database": ("doctor.subject.database", "数据库"),
    "record": ("doctor.subject.record", "记录"),
    "attachments": ("doctor.subject.attachments", "附件"),
    "certificate": ("doctor.subject.certificate", "签名证书"),
}


def examine(folder: Path | None = None) -> tuple[Finding, ...]:
    """Look at this machine and at the laptop in ``folder``; takes some seconds.

    Nothing is made, mended or upgraded; a store that the running application has open is left
    alone and said to be so.
    """
    folder = folder or default_folder()
    now, mono = datetime.now(BEIJING), time.monotonic()
    keyring = check_keyring()
    window, printer = check_window()
    fonts = list(check_fonts())
    laptop, examination = check_laptop(folder, now)
    packs = list(check_packs(folder, now.date()))
    stepped = (datetime.now(BEIJING) - now).total_seconds() - (time.monotonic() - mono)
    clock = check_clock(now, stepped, examination)
    return (keyring, *laptop, *packs, *fonts, window, printer, clock, check_disk(folder))


def say_findings(findings: Sequence[Finding], voice: Voice, *, as_json: bool) -> Iterator[str]:
    """A line for each finding, or all of them as one JSON list."""
    told = [_told(finding, voice) for finding in findings]
    if as_json:
        plain = [
            {
                "subject": finding.subject,
                "state": finding.state.value,
                "code": finding.code,
                "text": finding.text,
                "mend": finding.mend,
            }
            for finding in told
        ]
        yield json.dumps(plain, ensure_ascii=False, indent=1)
        return
    for finding in told:
        line = voice.say(
            "doctor.line",
            "{mark} {subject}：{text}{mend}",
            mark=_MARKS[finding.state],
            subject=voice.say(*_SUBJECTS[finding.subject]),
            text=finding.text,
            mend=finding.mend,
        )
        yield " ".join(line.split())


def _told(finding: Finding, voice: Voice) -> Finding:
    words = words_in(voice.language, finding.code, finding.facts)
    if words is None:
        return finding
    text = " ".join(part for part in (words.what, words.safe) if part)
    return replace(finding, text=text, mend=words.mend)
