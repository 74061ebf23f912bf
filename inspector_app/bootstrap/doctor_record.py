"""What this laptop holds: enrolment, database, record, packs, certificates; and its clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.bootstrap.device import BEIJING
from inspector_app.bootstrap.enrolling import read_enrolment
from inspector_app.bootstrap.findings import Finding, State, finding_of
from inspector_app.bootstrap.laptop_folder import (
    ENROLMENT,
    PROFILE,
    WIPE_ORDERED,
    laptop_secrets,
)
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.bootstrap.record import DATABASE_KEY
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.officer import Officer, Role
from inspector_app.domain.ports import SecretStore
from inspector_app.packs.signature import NOT_IN_FORCE

if TYPE_CHECKING:
    from inspector_app.storage.checking import StoreCheck
    from inspector_app.storage.examining import Examination
    from inspector_app.sync.enrolment import Enrolment

__all__ = ["check_clock", "check_laptop", "check_packs"]

_SOON_DAYS = 30
_TOLERANCE_S = 120
_FIRST_YEAR, _LAST_YEAR = 2025, 2100


def check_laptop(folder: Path, now: datetime) -> tuple[list[Finding], Examination | None]:
    """Enrolment, database and certificates, and what the database said of time."""
    if (folder / WIPE_ORDERED).exists():
        return [_wiping()], None
    if not (folder / ENROLMENT).exists():
        return [_not_enrolled()], None
    try:
        enrolment = read_enrolment(folder)
        found = [_enrolled(enrolment, now)]
    except (InspectorError, OSError, ValueError, TypeError):
        # Not JSON, not text, a date that is none: whatever a bad disk or a hand left there.
        return [_enrolment_damaged()], None
    if not (folder / PROFILE).exists():
        return [*found, _key_lost()], None
    secrets = laptop_secrets(folder)
    try:
        key = secrets.get(DATABASE_KEY)
        if key is None:
            lost = (folder / "inspector.key-check").exists()
            return [*found, _key_lost() if lost else _no_database()], None
        database, examination = _database(folder, key)
        people = examination.officers if examination else ()
        certificates = list(_certificates(enrolment, people, secrets, now))
    except InspectorError as error:
        return [*found, finding_of(error, "database")], None
    return [*found, *database, *certificates], examination


def _not_enrolled() -> Finding:
    return Finding(
        "enrolment",
        State.WARNING,
        "doctor.not_enrolled",
        "本机尚未登记，还没有数据库。",
        "请向管理员索取服务器地址和一次性登记码后打开应用。",
    )


def _wiping() -> Finding:
    return Finding(
        "enrolment",
        State.FAILED,
        "doctor.wiping",
        "本机数据正按单位服务器的命令清除，不能再使用。",
        "请联网后打开一次应用以完成，再向管理员索取新的登记码。",
    )


def _enrolment_damaged() -> Finding:
    return Finding(
        "enrolment",
        State.FAILED,
        "doctor.enrolment_damaged",
        "登记文件读不出来或已损坏；数据库未被改动。",
        "请不要删除任何文件，联系技术人员从备份恢复 enrolment.json，或索取新的登记码重新登记。",
    )


def _enrolled(enrolment: Enrolment, now: datetime) -> Finding:
    days = (datetime.fromisoformat(enrolment.token_expires) - now).days
    device = enrolment.device
    if days < _SOON_DAYS:
        return Finding(
            "enrolment",
            State.WARNING if days >= 0 else State.FAILED,
            "doctor.token_ends",
            f"登记凭证还有 {days} 天到期（设备 {device}）。",
            "请向管理员索取新的一次性登记码。",
            {"days": days, "device": device},
        )
    return Finding(
        "enrolment",
        State.OK,
        "doctor.enrolled",
        f"已登记，设备 {device}，凭证还有 {days} 天有效。",
        facts={"device": device, "days": days},
    )


def _key_lost() -> Finding:
    return Finding(
        "database",
        State.FAILED,
        "doctor.key_lost",
        "系统密钥环中没有本机数据库的密钥，数据库未被改动。",
        "请用原来的系统账户登录，或由管理员用恢复密钥恢复。",
    )


def _no_database() -> Finding:
    return Finding("database", State.OK, "doctor.no_database", "尚未建立，首次打开应用时自动建立。")


def _database(folder: Path, key: bytes) -> tuple[list[Finding], Examination | None]:
    # Late: SQLAlchemy costs 350 ms.
    from inspector_app.storage.examining import examine_store

    try:
        examination = examine_store(folder, key, thorough=True)
    except InspectorError as error:
        if error.code == "store.in_use":
            return [_running()], None
        return [finding_of(error, "database")], None
    if examination.check is None:
        return [_other_revision(examination.revision)], examination
    return list(_store(examination.check)), examination


def _running() -> Finding:
    return Finding(
        "database",
        State.WARNING,
        "doctor.running",
        "应用正在运行，数据库由它使用，这次没有检查。",
        "关闭应用后再运行一次，可以完整检查。",
    )


def _other_revision(revision: str) -> Finding:
    return Finding(
        "database",
        State.WARNING,
        "doctor.revision",
        f"数据库属于另一个程序版本（{revision}），没有检查内容。",
        "打开应用时会先备份再升级；如果提示版本过新，请安装最新程序。",
        {"revision": revision},
    )


def _store(check: StoreCheck) -> Iterator[Finding]:
    damaged = len(check.damaged_pages) or len(check.faults)
    if damaged:
        yield Finding(
            "database",
            State.FAILED,
            "doctor.database_damaged",
            f"数据库有 {damaged} 处损坏；已同步的记录在服务器上不受影响。",
            "请不要删除任何文件，联系技术人员从备份恢复。",
            {"count": damaged},
        )
        return
    size = f"{check.database_bytes / 1e6:.1f} MB"
    yield Finding(
        "database",
        State.OK,
        "doctor.database",
        f"可以打开，页面和结构完好（{size}，版本 {check.revision}）。",
        facts={"size": size, "revision": check.revision},
    )
    yield from _record(check)
    yield from _attachments(check)


def _record(check: StoreCheck) -> Iterator[Finding]:
    broken = len({found.stream for found in check.broken_chains} | {*check.unreadable_visits})
    if broken:
        yield Finding(
            "record",
            State.FAILED,
            "doctor.chain_broken",
            f"有 {broken} 个检查的记录校验链断开或读不出来。",
            "请不要继续这些检查，把结果交给技术人员。",
            {"count": broken},
        )
    elif check.stale_projections:
        stale = len(check.stale_projections)
        yield Finding(
            "record",
            State.FAILED,
            "doctor.stale",
            f"记录完整，但有 {stale} 个检查的列表与记录不一致。",
            "请把结果交给技术人员；列表可由记录重新算出，没有内容丢失。",
            {"count": stale},
        )
    else:
        yield Finding(
            "record",
            State.OK,
            "doctor.record",
            f"{check.events} 条记录，校验链完整。",
            facts={"events": check.events},
        )


def _attachments(check: StoreCheck) -> Iterator[Finding]:
    lost = len(check.missing_blobs) + len(check.damaged_blobs)
    if lost:
        yield Finding(
            "attachments",
            State.FAILED,
            "doctor.attachments_lost",
            f"有 {lost} 个附件缺失或损坏。",
            "已同步的附件可从服务器取回；请联系技术人员。",
            {"count": lost},
        )
    else:
        yield Finding("attachments", State.OK, "doctor.attachments", "照片、签名和文书齐全。")


def _certificates(
    enrolment: Enrolment, officers: Sequence[Officer], secrets: SecretStore, now: datetime
) -> Iterator[Finding]:
    # Late: cryptography costs 40 ms.
    from inspector_app.trust.certificates import OfficerSigner

    people = [officer.id for officer in officers if officer.role is Role.OFFICER]
    found = False
    for officer in people:
        data = secrets.get(certificate_secret(officer))
        if data is None:
            continue
        found = True
        try:
            password = (secrets.get(password_secret(officer)) or b"").decode()
            ends = OfficerSigner.from_pkcs12(data, password).certificate.not_valid_after_utc
        except InspectorError as error:
            yield finding_of(error, "certificate")
            continue
        yield _certificate(officer, ends.astimezone(BEIJING), now)
    if people and not found and enrolment.role is Role.OFFICER:
        yield Finding(
            "certificate",
            State.WARNING,
            "doctor.no_certificate",
            "本机没有签名证书，不能出具文书。",
            "请在“设置”中导入本人的签名证书（.p12 或 .pfx）。",
        )


def _certificate(officer: str, ends: datetime, now: datetime) -> Finding:
    days, until = (ends - now).days, ends.date().isoformat()
    if ends < now:
        return Finding(
            "certificate",
            State.FAILED,
            "doctor.certificate_expired",
            f"人员 {officer} 的签名证书已于 {until} 到期。",
            "请换领新证书后导入。",
            {"officer": officer, "until": until},
        )
    return Finding(
        "certificate",
        State.WARNING if days < _SOON_DAYS else State.OK,
        "doctor.certificate",
        f"人员 {officer} 的签名证书有效期至 {until}，还有 {days} 天。",
        facts={"officer": officer, "until": until, "days": days},
    )


def check_packs(folder: Path, today: date) -> Iterator[Finding]:
    """Which packs are verified and in force, and why others are not used."""
    try:
        library = delivered_packs(today, (folder / "packs",))
        packs = library.packs()
    except InspectorError as error:
        yield finding_of(error, "packs")
        return
    if packs:
        listed = ", ".join(f"{pack.ref.id} {pack.ref.version}" for pack in packs)
        yield Finding(
            "packs",
            State.OK,
            "doctor.packs",
            f"已验证并在有效期内：{listed}。",
            facts={"packs": listed},
        )
    else:
        yield Finding(
            "packs",
            State.FAILED,
            "doctor.no_packs",
            "没有可用的检查表包，不能开始新的检查。",
            "请联网同步，或重新安装本程序。",
        )
    for pack in packs:
        left = (pack.valid_to - today).days if pack.valid_to else _SOON_DAYS
        if left < _SOON_DAYS:
            yield Finding(
                "packs",
                State.WARNING,
                "doctor.pack_ends",
                f"{pack.ref.id} 还有 {left} 天失效。",
                "请联网同步新版本。",
                {"pack": pack.ref.id, "days": left},
            )
    for refused in library.refused:
        mild = refused.error.code in NOT_IN_FORCE
        yield finding_of(refused.error, "packs", State.WARNING if mild else State.FAILED)


def check_clock(now: datetime, stepped_s: float, examination: Examination | None) -> Finding:
    """Whether this device's time can be right: ``stepped_s`` is by how many seconds the wall clock
    left the monotonic one while the check ran.
    """
    if not _FIRST_YEAR <= now.year <= _LAST_YEAR:
        return Finding(
            "clock",
            State.FAILED,
            "doctor.clock_year",
            f"本机时钟是 {now.year} 年，不可能是对的。",
            "请校准系统时间后再工作，否则文书日期有误。",
            {"year": now.year},
        )
    known = [examination.last_event_at, examination.server_at] if examination else []
    behind = _behind(now, [text for text in known if text])
    if behind > _TOLERANCE_S:
        minutes = behind // 60
        return Finding(
            "clock",
            State.WARNING,
            "doctor.clock_behind",
            f"本机时钟比最近的记录或服务器时间慢 {minutes} 分钟以上。",
            "请校准系统时间；已有记录按序号排列，不受影响。",
            {"minutes": minutes},
        )
    if abs(stepped_s) > 2:
        seconds = round(stepped_s)
        return Finding(
            "clock",
            State.WARNING,
            "doctor.clock_steps",
            f"检查期间本机时钟跳动了 {seconds} 秒。",
            "请稍候系统校时完成。",
            {"seconds": seconds},
        )
    local, zone = now.astimezone(), now.astimezone().strftime("%z")
    if local.utcoffset() != now.astimezone(BEIJING).utcoffset():
        return Finding(
            "clock",
            State.OK,
            "doctor.clock_zone",
            f"与记录一致；本机时区为 {zone}，文书一律使用北京时间。",
            facts={"zone": zone},
        )
    return Finding("clock", State.OK, "doctor.clock", "与记录和服务器时间一致，北京时间。")


def _behind(now: datetime, known: Sequence[str]) -> int:
    latest = max((datetime.fromisoformat(text) for text in known), default=now)
    return round((latest - now).total_seconds())
