"""Violations found by what a person says, on the command line: one description, or one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from inspector_app.bootstrap.device import today
from inspector_app.bootstrap.input_lines import InputLine
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.bootstrap.statute_desk import open_shelf
from inspector_app.bootstrap.told import Told
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.catalogue import CatalogueEntry
from inspector_app.domain.law.citation import Citation, format_citations
from inspector_app.domain.law.ranking import FoundViolation, ViolationSearch
from inspector_app.domain.law.statute import StatuteShelf
from inspector_app.domain.law.violation import Violation
from inspector_app.wordings import Voice

__all__ = ["LawSearch", "open_search"]

_PLACES = 3
# A description has a few sentences, a decision a few thousand signs; what is beyond tells nothing more.
_LONGEST = 20_000
# No law of the catalogue can be older than the People's Republic (中华人民共和国成立).
_FIRST_DAY = date(1949, 10, 1)


@contextmanager
def open_search(folder: Path | None, on: date | None, voice: Voice) -> Iterator[LawSearch]:
    """The search for acts of the day ``on`` (today unless told), with the statutes in ``folder``.

    ``UserError`` for a day before there was any law of the catalogue.
    """
    day = on or today()
    if day < _FIRST_DAY:
        raise UserError(
            "search.too_early",
            f"{day} 早于 {_FIRST_DAY.isoformat()}，目录中没有当时施行的法律。",
            safe="没有作任何更改。",
            mend="请核对违法行为发生的日期。",
            facts={"day": str(day), "first": _FIRST_DAY.isoformat()},
        )
    with open_shelf(folder) as shelf:
        yield LawSearch(day, voice, shelf)


class LawSearch:
    """The catalogue of the packs on this device, asked again and again over one index."""

    def __init__(self, day: date, voice: Voice, shelf: StatuteShelf | None = None) -> None:
        # An act is older than the packs that judge it: only a violation's own validity bounds it.
        packs = delivered_packs(today())
        self._search = ViolationSearch(packs.catalogue, packs.search_words, shelf)
        self._shelf = shelf
        self._known: dict[str, date | None] = {}
        self._day = day
        self._voice = voice

    def answer(self, text: str, limit: int) -> Told:
        """The ``limit`` likeliest violations of ``text``, of its first 20,000 signs."""
        read = text[:_LONGEST]
        found = self._search.search(read, self._day, limit)
        lacking = self._search.not_in_force(read, self._day)
        unverified = self._search.unverified(read, self._day)
        lines = [self._unverified_line(each) for each in unverified]
        lines += [self._lacking_line(each) for each in lacking]
        lines += [line for each in found for line in self._lines(each)]
        if not lines:
            lines.append(
                self._voice.say("cli.law_found_nothing", "没有找到相近的违法行为，请换一种说法。")
            )
        data: dict[str, Any] = {"query": text, "results": [self._data(each) for each in found]}
        if lacking:
            data["not_in_force"] = [_validity(each) for each in lacking]
        if unverified:
            data["unverified"] = [
                {"violation": e.violation.id, "wording": e.violation.wording} for e in unverified
            ]
        return Told(tuple(lines), data, done=bool(found))

    def answers(self, lines: Iterable[InputLine], limit: int) -> Iterator[Told]:
        """One answer for each line, in order, as it is read.

        A line that cannot be taken is answered by no results, its number and an ``error``, one that
        says nothing by no results: whoever gave the lines counts on as many answers, and on what each
        has.
        """
        for line in lines:
            if line.error is not None:
                data: dict[str, Any] = {"query": line.text, "results": [], "line": line.number}
                data["error"] = self._voice.error_data(line.error)
                yield Told((), data, (line.error,), done=False)
            elif text := line.text.strip():
                yield self.answer(text, limit)
            else:
                yield Told((), {"query": "", "results": []}, done=False)

    def _unverified_line(self, entry: CatalogueEntry) -> str:
        return self._voice.say(
            "cli.law_unverified",
            "最接近的是 {violation} {wording}，条款待核实，不能据以处理；以下各项很可能不是所说的情形。",
            violation=entry.violation.id,
            wording=entry.violation.wording,
        )

    def _lacking_line(self, entry: CatalogueEntry) -> str:
        violation = entry.violation
        return self._voice.say(
            "cli.law_not_in_force",
            "目录没有{law}在 {day} 施行的文本：{violation} {wording} 只适用于{days}的行为。",
            law="".join(f"《{c.law}》" for c in (violation.penalty or violation.duty)[:1]),
            day=self._day.isoformat(),
            violation=violation.id,
            wording=violation.wording,
            days=self._days(violation),
        )

    def _days(self, violation: Violation) -> str:
        begin, end = violation.valid_from, violation.valid_to
        if begin is not None and self._day < begin:
            return self._voice.say("cli.law_from", "{day} 起", day=begin.isoformat())
        last = end.isoformat() if end is not None else "—"
        return self._voice.say("cli.law_until", "{day} 以前（含当日）", day=last)

    def _lines(self, found: FoundViolation) -> Iterator[str]:
        violation = found.entry.violation
        yield f"{violation.id}  {violation.wording}  ({found.ranked.score:.2f})"
        yield self._voice.say(
            "cli.law_found_clauses",
            "    义务 {duty}；责任 {penalty}",
            duty=format_citations(violation.duty),
            penalty=format_citations(violation.penalty) or "—",
        )
        yield f"    {self._why(found)}"
        if (first := self._known_later(violation)) is not None:
            yield self._voice.say(
                "cli.law_known_later",
                "    库中这部法律最早的文本自 {first} 起施行，{day} 的条文没有核对，请找当时的文本。",
                first=first.isoformat(),
                day=self._day.isoformat(),
            )

    def _known_later(self, violation: Violation) -> date | None:
        """From when this library has the law of a violation whose own first day nobody stated,
        where that is after the day of the act; None otherwise, and where it has no text of it.
        """
        if violation.valid_from is not None or self._shelf is None:
            return None
        cited = violation.penalty or violation.duty
        first = self._known_from(cited[0].law, self._shelf) if cited else None
        return first if first is not None and self._day < first else None

    def _known_from(self, law: str, shelf: StatuteShelf) -> date | None:
        if law not in self._known:
            days = (edition.effective_from for edition in shelf.editions(law))
            self._known[law] = min(days, default=None)
        return self._known[law]

    def _data(self, found: FoundViolation) -> dict[str, Any]:
        violation = found.entry.violation
        first = self._known_later(violation)
        return {
            "violation": violation.id,
            "wording": violation.wording,
            "domain": violation.domain,
            "duty": [_place(citation) for citation in violation.duty],
            "penalty": [_place(citation) for citation in violation.penalty],
            "status": violation.verification.value,
            "authority": violation.authority,
            "score": round(found.ranked.score, _PLACES),
            "why": self._why(found),
            **({"text_known_from": first.isoformat()} if first is not None else {}),
        }

    def _why(self, found: FoundViolation) -> str:
        said = "、".join(f"“{word}”" for word in found.ranked.words)
        saying = found.ranked.saying
        if said and saying:
            return self._voice.say(
                "cli.law_found_saying",
                "说到{words}；相近的说法：“{saying}”",
                words=said,
                saying=saying,
            )
        if saying:
            return self._voice.say("cli.law_found_alike", "相近的说法：“{saying}”", saying=saying)
        if said:
            return self._voice.say("cli.law_found_words", "说到{words}", words=said)
        return self._voice.say("cli.law_found_signs", "用字与条目相近")


def _validity(entry: CatalogueEntry) -> dict[str, str | None]:
    begin, end = entry.violation.valid_from, entry.violation.valid_to
    return {
        "violation": entry.violation.id,
        "valid_from": begin.isoformat() if begin is not None else None,
        "valid_to": end.isoformat() if end is not None else None,
    }


def _place(citation: Citation) -> dict[str, str | int]:
    place: dict[str, str | int] = {
        "law": citation.law,
        "article": citation.article,
        "paragraph": citation.paragraph,
        "item": citation.item,
    }
    if citation.subarticle:
        place["subarticle"] = citation.subarticle
    return place
