"""Importing what a bureau knows: all of a file or nothing, and only what changed goes to laptops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NoReturn

import sqlalchemy as sa

from inspector_app.domain.enterprise import Enterprise, PartyType
from inspector_app.domain.officer import Officer
from inspector_app.server.books import Books, read_authority, write_authority
from inspector_app.server.bureau_file import BureauFile, GivenEnterprise, GivenTask
from inspector_app.server.bureau_problems import Mistake, RefusedFile
from inspector_app.server.storage import feed, numbers
from inspector_app.server.storage.feed import Announcement
from inspector_app.wire.codec import decode
from inspector_app.wire.feed import EnterpriseItem, OfficerItem, TaskItem

__all__ = ["Imported", "import_bureau"]

_NEEDED = ("name", "credit_code", "party_type", "address", "legal_representative")


class _Fate(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DONE = "done"


@dataclass(slots=True)
class Imported:
    """What an import did: how many of each kind were new, changed, the same, or done before."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, kind: str, fate: str) -> None:
        """Count one."""
        self.counts.setdefault(kind, Counter())[fate] += 1

    @property
    def changed(self) -> int:
        """How many things are otherwise than before."""
        return sum(one[_Fate.NEW] + one[_Fate.CHANGED] for one in self.counts.values())


def import_bureau(books: Books, told: BureauFile, *, check: bool = False) -> Imported:
    """Take in the file in one transaction; raises :class:`RefusedFile`, and nothing is changed.

    What is the same as before is not announced, so a second import of a file changes nothing. A
    task that was done stays done. With ``check`` everything is worked out and nothing kept.
    """
    try:
        with books.database.write() as connection:
            imported = _Import(connection, told, books.at(), books.now().year).carry_out()
            if check:
                _leave(imported)
    except _Checked as checked:
        return checked.imported
    return imported


class _Checked(Exception):
    def __init__(self, imported: Imported) -> None:
        super().__init__()
        self.imported = imported


def _leave(imported: Imported) -> NoReturn:
    # Only an exception takes the transaction back.
    raise _Checked(imported)


class _Import:
    """One file inside its transaction."""

    def __init__(self, connection: sa.Connection, told: BureauFile, at: str, year: int) -> None:
        self._connection = connection
        self._told = told
        self._at = at
        self._year = year
        self._problems: list[Mistake] = []
        self._imported = Imported()
        known = (
            decode(body, EnterpriseItem).enterprise
            for body in feed.bodies(connection, "enterprise")
        )
        self._known: dict[str, Enterprise] = {one.id: one for one in known}
        self._by_code = {one.credit_code: one.id for one in self._known.values()}

    def carry_out(self) -> Imported:
        """Judge all, then write all."""
        enterprises = self._enterprises()
        tasks = self._tasks(enterprises)
        self._check_people(self._told.officers)
        if self._told.authority is None and read_authority(self._connection) is None:
            said = "服务器还没有执法机关信息，文件中也没有。"
            self._problems.append(Mistake("/authority", said, "请先导入含 authority 的 JSON。"))
        if self._problems:
            raise RefusedFile(self._problems)
        self._write_authority()
        self._announce("people", (OfficerItem(one) for one in self._told.officers))
        self._announce("enterprises", (EnterpriseItem(one) for one in enterprises.values()))
        self._announce("tasks", (TaskItem(one.task) for one in tasks))
        self._offer_words()
        return self._imported

    # --- judging -------------------------------------------------------------

    def _enterprises(self) -> Mapping[str, Enterprise]:
        found: dict[str, Enterprise] = {}
        codes: dict[str, str] = {}
        for given in self._told.enterprises:
            one = self._enterprise(given)
            if one is None:
                continue
            if one.id in found:
                self._note(given.place, f"编号 {one.id} 在文件中不止一次。", "请只保留一个。")
            owner = codes.get(one.credit_code) or self._by_code.get(one.credit_code, one.id)
            if one.credit_code and owner != one.id:
                said = f"统一社会信用代码 {one.credit_code} 已属于编号 {owner}。"
                self._note(given.place, said, "请核对代码，或改用该编号。")
            found[one.id] = one
            codes[one.credit_code] = one.id
        return found

    def _enterprise(self, given: GivenEnterprise) -> Enterprise | None:
        told = dict(given.fields)
        code = told.get("credit_code", "")
        named = told.get("id") or self._by_code.get(code) or code
        if not named:
            self._note(given.place, "没有编号，也没有统一社会信用代码。", "请至少填写一个。")
            return None
        told["id"] = named
        known = self._known.get(named)
        if known is not None:
            return replace(known, **told)
        needed = [
            name
            for name in _NEEDED
            if name not in told
            and not (name == "credit_code" and told.get("party_type") is PartyType.INDIVIDUAL)
        ]
        if needed:
            said = f"新的主体缺少 {'、'.join(needed)}。"
            self._note(given.place, said, "请补上。")
            return None
        whole: dict[str, Any] = {"credit_code": "", "phone": "", **told}
        whole.setdefault("premises_address", whole["address"])
        return Enterprise(**whole)

    def _tasks(self, enterprises: Mapping[str, Enterprise]) -> Sequence[GivenTask]:
        by_code = {one.credit_code: one.id for one in enterprises.values()} | self._by_code
        done = feed.withdrawn_tasks(self._connection)
        found: dict[str, GivenTask] = {}
        for given in self._told.tasks:
            task = given.task
            named = task.enterprise_id
            owner = named if named in enterprises or named in self._known else by_code.get(named)
            if owner is None:
                said = f"没有编号或统一社会信用代码为 {named} 的主体。"
                self._note(f"{given.place}/enterprise", said, "请先写入该主体，或核对编号。")
            elif task.id in found:
                self._note(f"{given.place}/id", f"编号 {task.id} 不止一次。", "请只保留一个。")
            elif task.id in done:
                self._imported.count("tasks", _Fate.DONE)
            else:
                found[task.id] = GivenTask(given.place, replace(task, enterprise_id=owner))
        return tuple(found.values())

    def _check_people(self, people: Sequence[Officer]) -> None:
        known = {one.id: one for one in feed.officers(self._connection)}
        numbers_of = {one.certificate_no: one.id for one in known.values()}
        seen: set[str] = set()
        for place, officer in enumerate(people):
            pointer = f"/people/{place}"
            if officer.id in seen:
                self._note(f"{pointer}/id", f"编号 {officer.id} 不止一次。", "请只保留一个。")
            owner = numbers_of.setdefault(officer.certificate_no, officer.id)
            if owner != officer.id:
                said = f"执法证号 {officer.certificate_no} 已属于编号 {owner}。"
                self._note(f"{pointer}/certificate_no", said, "请核对证号。")
            seen.add(officer.id)

    def _note(self, place: str, what: str, mend: str) -> None:
        self._problems.append(Mistake(place, what, mend))

    # --- writing -------------------------------------------------------------

    def _write_authority(self) -> None:
        authority = self._told.authority
        if authority is None:
            return
        before = read_authority(self._connection)
        if authority != before:
            write_authority(self._connection, authority)
        fate = _Fate.NEW if before is None else _Fate.CHANGED
        self._imported.count("authority", _Fate.SAME if authority == before else fate)

    def _announce(
        self, kind: str, items: Iterable[OfficerItem | EnterpriseItem | TaskItem]
    ) -> None:
        def fresh() -> Iterator[Announcement]:
            for item in items:
                before = feed.told_of(self._connection, item)
                if before is not None and before.item == item:
                    self._imported.count(kind, _Fate.SAME)
                    continue
                self._imported.count(kind, _Fate.NEW if before is None else _Fate.CHANGED)
                yield Announcement(item, before.device if before else "")

        feed.announce(self._connection, fresh(), self._at)

    def _offer_words(self) -> None:
        for word, year, first in self._told.words:
            wanted = year or self._year
            begun = (word, wanted) in numbers.words(self._connection, (wanted,))
            numbers.offer_word(self._connection, word, wanted, first)
            self._imported.count("numbers", _Fate.SAME if begun else _Fate.NEW)
