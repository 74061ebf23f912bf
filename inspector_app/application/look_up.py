"""Plain look-ups for pages: enterprises, visits, documents, officers, sync state, settings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from inspector_app.application.workplace import Workplace
from inspector_app.domain.enterprise import Enterprise, check_credit_code
from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.officer import Officer, Role
from inspector_app.domain.ports import Bookmark, OutboxState, Reading
from inspector_app.domain.projection import DocumentRow, RectificationRow, VisitSummary
from inspector_app.domain.task import Task

__all__ = ["EnterpriseFile", "LookUp", "TrustState", "known_enterprise"]


# Typed letter by letter, a code is not judged before it has its length (GB 32100).
_CODE = re.compile(r"(?=.*\d)[0-9A-Za-z]{18,}")


@dataclass(frozen=True, slots=True)
class EnterpriseFile:
    """One enterprise's file with what is open about it."""

    enterprise: Enterprise
    tasks: tuple[Task, ...]
    rectifications: tuple[RectificationRow, ...]
    visits: tuple[VisitSummary, ...]


@dataclass(frozen=True, slots=True)
class TrustState:
    """What the status bar says: what waits, numbers left by (word, year), who sits here."""

    outbox: OutboxState
    numbers_left: Mapping[tuple[str, int], int]
    me: Officer
    device: str


def known_enterprise(reading: Reading, enterprise_id: str) -> Enterprise:
    """The enterprise of that id; ``UserError`` if this device has none."""
    enterprise = reading.enterprise(enterprise_id)
    if enterprise is None:
        raise UserError(
            "enterprise.unknown",
            "本机没有该市场主体的档案。",
            mend="请联网同步后再试，或者先认领建档。",
        )
    return enterprise


@dataclass(frozen=True, slots=True)
class LookUp:
    """Read-only questions; each answers from one consistent view of the store."""

    place: Workplace

    def enterprises(self, text: str, limit: int = 20) -> tuple[Enterprise, ...]:
        """Enterprises by part of the name, credit code or pinyin initials; from two characters.

        Raises ``UserError`` that says what is wrong with a credit code that finds nothing because
        it is none.
        """
        with self.place.store.read() as reading:
            found = reading.find_enterprises(text, limit)
        if not found and _is_meant_as_code(text):
            check_credit_code(text)
        return found

    def enterprise_file(self, enterprise_id: str) -> EnterpriseFile:
        """One file; ``UserError`` if this device has none of that id."""
        with self.place.store.read() as reading:
            return EnterpriseFile(
                known_enterprise(reading, enterprise_id),
                reading.tasks(enterprise_id=enterprise_id),
                reading.rectifications(enterprise_id=enterprise_id, open_only=False),
                tuple(v for v in reading.visits() if v.enterprise_id == enterprise_id),
            )

    def visits(self, *, open_only: bool = False) -> tuple[VisitSummary, ...]:
        """Visits on this device, the latest first."""
        with self.place.store.read() as reading:
            return reading.visits(open_only=open_only)

    def documents(self, text: str = "") -> tuple[DocumentRow, ...]:
        """Documents, the latest first, filtered by number, title or enterprise."""
        with self.place.store.read() as reading:
            return reading.documents(text=text)

    def document_pdf(self, row: DocumentRow) -> bytes:
        """The issued PDF's bytes; ``UserError`` for one not yet issued."""
        if not row.pdf:
            raise UserError(
                "document.not_issued", "该文书尚未出具。", mend="请先在这次检查中定稿、签名并出具。"
            )
        return self.place.blobs.get(row.pdf)

    def blob(self, sha256: str) -> bytes:
        """A photo or thumbnail."""
        return self.place.blobs.get(sha256)

    def partners(self) -> tuple[Officer, ...]:
        """The other officers with a certificate valid today."""
        today = self.place.clock.today()
        with self.place.store.read() as reading:
            return tuple(
                officer
                for officer in reading.officers()
                if officer.id != self.place.me.id
                and officer.role is Role.OFFICER
                and officer.is_certified(today)
            )

    def names(self) -> Mapping[str, str]:
        """Names of everyone of the bureau known to this device, by officer id."""
        with self.place.store.read() as reading:
            known = {officer.id: officer.name for officer in reading.officers()}
        return {**known, self.place.me.id: self.place.me.name}

    def bookmark(self, visit_id: str) -> Bookmark | None:
        """Where the officer left the visit."""
        with self.place.store.read() as reading:
            return reading.bookmark(visit_id)

    def set_bookmark(self, visit_id: str, bookmark: Bookmark) -> None:
        """Remember the place in a visit."""
        with self.place.store.begin() as uow:
            uow.set_bookmark(visit_id, bookmark)

    def trust(self) -> TrustState:
        """What the status bar says."""
        with self.place.store.read() as reading:
            return TrustState(
                reading.outbox_state(), reading.numbers_left(), self.place.me, self.place.device
            )

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this device."""
        with self.place.store.read() as reading:
            return reading.setting(name, default)

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting."""
        with self.place.store.begin() as uow:
            uow.set_setting(name, value)


def _is_meant_as_code(text: str) -> bool:
    return _CODE.fullmatch("".join(text.split())) is not None
