"""The shelf of a device on which no statute text was installed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inspector_app.domain.errors import Defect
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import (
    Provision,
    Statute,
    StatuteEdition,
    StatuteHit,
    Unresolved,
    UnresolvedReason,
)

__all__ = ["EmptyShelf"]


class EmptyShelf:
    """A :class:`StatuteShelf` with nothing on it: every citation leads nowhere."""

    def stamp(self) -> int:
        """Nothing changes here."""
        return 0

    def editions(self, law: str = "") -> tuple[StatuteEdition, ...]:  # noqa: ARG002 - the port's
        """None."""
        return ()

    def names(self) -> Mapping[str, str]:
        """None."""
        return {}

    def full_name(self, name: str) -> str | None:  # noqa: ARG002 - the port's
        """None."""
        return None

    def edition_on(self, law: str, day: date) -> StatuteEdition | None:  # noqa: ARG002 - the port's
        """None."""
        return None

    def statute(self, edition: StatuteEdition) -> Statute:
        """Nobody can have got an edition from here."""
        raise Defect(
            "statute.gone",
            f"库中没有《{edition.law}》{edition.edition} 的文本。",
            mend="请重新导入该法律文本。",
            facts={"law": edition.law, "edition": str(edition.edition)},
        )

    def resolve(self, citation: Citation, day: date) -> Unresolved:  # noqa: ARG002 - the port's
        """Nowhere."""
        return Unresolved(citation, UnresolvedReason.NO_LAW)

    def resolve_in(self, citation: Citation, edition: StatuteEdition) -> Provision | Unresolved:
        """Nowhere."""
        return self.resolve(citation, edition.edition)

    def search(
        self,
        words: str,  # noqa: ARG002 - the port's
        *,
        limit: int = 20,  # noqa: ARG002 - the port's
        day: date | None = None,  # noqa: ARG002 - the port's
        law: str = "",  # noqa: ARG002 - the port's
    ) -> tuple[StatuteHit, ...]:
        """Nothing."""
        return ()
