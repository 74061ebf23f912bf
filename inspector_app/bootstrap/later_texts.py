"""Laws of which the packs know a later text than the library has: what is shown may be changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector_app.domain.law.statute import Provision, Unresolved
from inspector_app.wordings import Voice

__all__ = ["LaterText", "later_line", "later_texts"]


@dataclass(frozen=True, slots=True)
class LaterText:
    """A law by its full name, of what day the text is that the packs cite, and the newest here."""

    law: str
    edition: date
    newest_here: date


def later_texts(found: Iterable[Provision | Unresolved]) -> tuple[LaterText, ...]:
    """The laws of what was ``found`` whose text of the day is not here, each once."""
    later = {
        each.citation.law: LaterText(each.citation.law, each.wanted, each.older.edition)
        for each in found
        if isinstance(each, Unresolved) and each.older is not None and each.wanted is not None
    }
    return tuple(later.values())


def later_line(later: LaterText, voice: Voice) -> str:
    """That the words shown may be changed."""
    return voice.say(
        "law.later_text",
        "注意：《{law}》已有 {cited} 的文本，各包按该文本引用；库中只到 {newest}，当日的文本未导入，所示文字可能已经修改。",
        law=later.law,
        cited=str(later.edition),
        newest=str(later.newest_here),
    )
