"""The law then and the law now (从旧兼从轻): what was in force at the act and what is at the decision.

行政处罚法 37: the law of the day of the act applies; where it was changed or annulled by the day of the
decision and the new one punishes less or not at all, the new one applies. Which of two texts is the
lighter a person judges; here both are laid side by side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import (
    Provision,
    Statute,
    StatuteShelf,
    Unresolved,
    UnresolvedReason,
)

__all__ = [
    "Change",
    "Stretch",
    "ThenAndNow",
    "changed_on",
    "differences",
    "moved_to",
    "then_and_now",
]


class Change(StrEnum):
    """What became of a stretch of text from the older edition to the newer."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words that share one fate."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One citation on the day of the act and on the day of the decision.

    ``stretches`` lead from the older words to the newer ones; empty unless both lead somewhere.
    """

    act: Provision | Unresolved
    decision: Provision | Unresolved
    stretches: tuple[Stretch, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a person has to choose: other words, or one of the two leads nowhere.

        An item's words are those that introduce it as well (有下列情形之一的，处…).
        """
        if isinstance(self.act, Provision) and isinstance(self.decision, Provision):
            changed = any(stretch.change is not Change.SAME for stretch in self.stretches)
            return changed or self.act.lead != self.decision.lead
        return isinstance(self.act, Provision) is not isinstance(self.decision, Provision)


def then_and_now(shelf: StatuteShelf, citation: Citation, acted: date, decided: date) -> ThenAndNow:
    """What ``citation`` says on both days.

    The same number is read in both editions; where articles were renumbered, the provision that
    took over the words is found by :func:`moved_to`.
    """
    act = shelf.resolve(citation, acted)
    decision = shelf.resolve(citation, decided)
    if isinstance(act, Provision) and isinstance(decision, Provision):
        return ThenAndNow(act, decision, differences(act.text, decision.text))
    return ThenAndNow(act, decision)


def changed_on(shelf: StatuteShelf, citation: Citation, acted: date, decided: date) -> date | None:
    """From when on, after the act and by the decision, other words stand where ``citation`` leads.

    None where they are the same, and what introduces an item is, and where no text of the law is
    known on the later day. Of words that one of the two texts does not have nobody can tell that
    they are the same.
    """
    act, decision = shelf.resolve(citation, acted), shelf.resolve(citation, decided)
    then, now = act.edition, decision.edition
    if isinstance(decision, Unresolved) and decision.reason is UnresolvedReason.LATER_TEXT:
        return None
    if now is None:
        # Annulled, if nothing came behind it.
        ended = then.effective_to if then is not None else None
        return ended if ended is not None and ended <= decided else None
    if now == then or not acted < now.effective_from:
        return None
    if isinstance(act, Provision) and isinstance(decision, Provision):
        same = (act.lead, act.text) == (decision.lead, decision.text)
        return None if same else now.effective_from
    return now.effective_from


def moved_to(shelf: StatuteShelf, found: ThenAndNow) -> Provision | None:
    """Where the words of the act's day stand on the day of the decision, if under another number.

    An article is looked for among articles, a paragraph among paragraphs, an item among items.
    Found by how many pairs of signs they share, so a person has to confirm it; None
    where the same number still says about the same, or nothing says anything like it.
    """
    act, decision = found.act, found.decision
    if (
        not isinstance(act, Provision)
        or decision.edition is None
        or decision.edition == act.edition
    ):
        return None
    words = _pairs(act.text)
    at_least = _LIKE
    if isinstance(decision, Provision):
        at_least = max(at_least, _alike(words, decision.text) + _CLEARLY)
    best: Citation | None = None
    for citation, text in _places_like(act, shelf.statute(decision.edition)):
        if (likeness := _alike(words, text)) >= at_least:
            at_least, best = likeness, citation
    if best is None:
        return None
    place = shelf.resolve_in(best, decision.edition)
    return place if isinstance(place, Provision) else None


def _places_like(act: Provision, statute: Statute) -> Iterator[tuple[Citation, str]]:
    """Every article, paragraph or item of ``statute``, as ``act`` is one, with its words."""
    for article in statute.articles:
        whole = Citation(act.citation.law, article.number, 0, 0, article.subarticle)
        if len(act.paragraphs) > 1:
            yield whole, str(article)
            continue
        for number, paragraph in enumerate(article.paragraphs, 1):
            place = replace(whole, paragraph=number)
            if act.item is None:
                yield place, str(paragraph)
            else:
                yield from (
                    (replace(place, item=item.number), str(item)) for item in paragraph.items
                )


# The share of common pairs from which on two provisions are alike, and by how much one must be more
# alike than the same number is.
_LIKE = 0.5
_CLEARLY = 0.2


def _pairs(text: str) -> Counter[str]:
    return Counter(text[place : place + 2] for place in range(len(text) - 1))


def _alike(words: Counter[str], text: str) -> float:
    """Dice's coefficient of the pairs of two texts."""
    other = _pairs(text)
    whole = words.total() + other.total()
    return 2 * (words & other).total() / whole if whole else 0.0


# Numbers, amounts and Latin words are replaced whole: 五千元 does not become 五万元 by one character.
_WORD = re.compile(
    r"[零〇一二三四五六七八九十百千万亿\d]+[元倍日年月条款项]*|[A-Za-z]+|.", re.DOTALL
)
_LEAST_KEPT = 2


def differences(older: str, newer: str) -> tuple[Stretch, ...]:
    """How ``older`` becomes ``newer``, by words.

    What is kept and removed together is ``older``, what is kept and added is ``newer``.
    """
    before, after = _WORD.findall(older), _WORD.findall(newer)
    stretches: list[Stretch] = []
    removed, added = "", ""
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        kept = "".join(before[a:b])
        # A single character kept between two changes says nothing and hides what was said.
        between = bool(removed or added) and (b, d) != (len(before), len(after))
        if tag == "equal" and (len(kept) >= _LEAST_KEPT or not between):
            stretches += _changed(removed, added)
            removed, added = "", ""
            stretches.append(Stretch(Change.SAME, kept))
        else:
            removed += kept
            added += "".join(after[c:d])
    stretches += _changed(removed, added)
    return tuple(stretches)


def _changed(removed: str, added: str) -> list[Stretch]:
    if removed == added:
        return [Stretch(Change.SAME, removed)] if removed else []
    both = (Stretch(Change.REMOVED, removed), Stretch(Change.ADDED, added))
    return [stretch for stretch in both if stretch.text]
