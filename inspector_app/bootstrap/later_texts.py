"""Laws of which the packs know a later text than the library has: what is shown may be changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.domain.law.statute import Provision, StatuteShelf, Unresolved
from inspector_app.packs import Pack
from inspector_app.packs.law_names import later_text
from inspector_app.wordings import Voice

__all__ = ["LaterText", "later_line", "later_texts"]


@dataclass(frozen=True, slots=True)
class LaterText:
    """A law by its full name, of what day the text is that the packs cite, and the newest here."""

    law: str
    edition: date
    newest_here: date


def later_texts(
    packs: Sequence[Pack],
    shelf: StatuteShelf,
    shown: Iterable[tuple[Provision | Unresolved, date]],
) -> tuple[LaterText, ...]:
    """The laws of what is ``shown``, each for its day, that ``packs`` cite in a later text."""
    later: dict[str, LaterText] = {}
    for found, day in shown:
        if found.edition is None:
            continue
        law = found.edition.law
        newest = max(edition.edition for edition in shelf.editions(law))
        cited = later_text(packs, law, newest, day)
        if cited is not None:
            later[law] = LaterText(law, cited, newest)
    return tuple(later.values())


def later_line(later: LaterText, voice: Voice) -> str:
    """That the words shown may be changed."""
    return voice.say(
        "law.later_text",
        "注意：《{law}》已有 {cited} 的文本，各包按该文本引用；库中只到 {newest}，所示文字可能已经修改。",
        law=later.law,
        cited=str(later.edition),
        newest=str(later.newest_here),
    )
