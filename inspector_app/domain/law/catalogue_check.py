"""Holding a violation to the statutes: its places exist, its key words stand there, its sanctions too.

Every citation is looked up in each edition that is in force while the violation is valid; every
structured amount must stand in the words of the cited penalty clause, at its stage, in its value
class, with or without 可以. What cannot be checked is told with its reason, never passed in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from inspector_app.domain.chinese import chinese_number, read_chinese_number
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.citation_text import read_citations
from inspector_app.domain.law.clause_reading import Clause, read_clause
from inspector_app.domain.law.penalty import FineBase, Payer, Sanction, SanctionKind
from inspector_app.domain.law.sanction_check import MismatchCode, mismatch
from inspector_app.domain.law.statute import (
    Provision,
    StatuteEdition,
    StatuteShelf,
    Unresolved,
)
from inspector_app.domain.law.violation import Violation

__all__ = [
    "Complaint",
    "ComplaintCode",
    "PlaceCheck",
    "Unchecked",
    "UncheckedCode",
    "Validity",
    "ViolationCheck",
    "check_place",
    "check_violation",
]


class ComplaintCode(StrEnum):
    """What is not as the statute has it."""

    NO_PLACE = "no_place"  # 条文不存在
    REPEATED = "repeated"  # 同一条文写了两次
    ANCHOR = "anchor"  # 条文里没有这个关键词
    SANCTION = "sanction"  # 罚则步骤与条文不符


class UncheckedCode(StrEnum):
    """Why something could not be checked."""

    NO_TEXT = "no_text"  # no text of that law is installed
    NOT_IN_FORCE = "not_in_force"  # none of the installed editions covers the validity
    OTHER_EDITION = "other_edition"  # only an older edition than the one cited is installed
    NO_CLAUSE = "no_clause"  # the violation names no penalty clause
    NO_STRUCTURE = "no_structure"  # words alone: nothing to hold to the clause


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is not as the statute has it; ``facts`` are what was looked for.

    ``mismatch`` says what of a sanction the penalty clauses do not say.
    """

    code: ComplaintCode
    citation: Citation | None = None
    facts: tuple[str, ...] = ()
    mismatch: MismatchCode | None = None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """One thing that could not be checked, and why."""

    code: UncheckedCode
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """The days (both included) for which a citation must hold; None = without end.

    ``cited`` is the edition of each law that the pack was written from, by full name: an older text
    proves nothing about it.
    """

    begin: date
    end: date | None = None
    cited: Mapping[str, date] = field(default_factory=dict)

    def covers(self, edition: StatuteEdition) -> bool:
        """Whether the edition is in force on one of the days."""
        return (self.end is None or edition.effective_from <= self.end) and (
            edition.effective_to is None or self.begin < edition.effective_to
        )


@dataclass(frozen=True, slots=True)
class PlaceCheck:
    """A citation looked up: what it leads to in each edition, or why it could not be."""

    provisions: tuple[Provision, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


@dataclass(frozen=True, slots=True)
class ViolationCheck:
    """How a violation stands against the statutes.

    ``places``, ``anchors`` and ``sanctions`` count what was found as it should be, ``open_sanctions``
    what may stand in a clause whose text is not here. ``left`` are amounts of the clauses that no
    sanction has: clause parts for other conduct, or something forgotten.
    """

    places: int
    anchors: int
    sanctions: int
    complaints: tuple[Complaint, ...]
    unchecked: tuple[Unchecked, ...]
    left: tuple[str, ...] = ()
    open_sanctions: int = 0


def check_place(citation: Citation, shelf: StatuteShelf, validity: Validity) -> PlaceCheck:
    """Look ``citation`` up in every edition of its law that is in force within ``validity``."""
    editions = shelf.editions(citation.law)
    if not editions:
        return PlaceCheck(unchecked=(Unchecked(UncheckedCode.NO_TEXT, citation),))
    covering = [edition for edition in editions if validity.covers(edition)]
    if not covering:
        return PlaceCheck(unchecked=(Unchecked(UncheckedCode.NOT_IN_FORCE, citation),))
    cited = validity.cited.get(citation.law)
    fit = [edition for edition in covering if cited is None or edition.edition >= cited]
    if not fit:
        return PlaceCheck(unchecked=(Unchecked(UncheckedCode.OTHER_EDITION, citation),))
    found = [shelf.resolve_in(citation, edition) for edition in fit]
    return PlaceCheck(
        tuple(each for each in found if isinstance(each, Provision)),
        tuple(
            Complaint(ComplaintCode.NO_PLACE, citation, (each.reason.value,))
            for each in found
            if isinstance(each, Unresolved)
        ),
    )


def check_violation(
    violation: Violation,
    anchors: Mapping[Citation, tuple[str, ...]],
    shelf: StatuteShelf,
    validity: Validity,
) -> ViolationCheck:
    """Hold ``violation`` to the statutes; ``anchors`` are key words that its clauses must hold."""
    own = {sanction: _own_clauses(sanction, shelf) for sanction in violation.sanctions}
    checks = {
        citation: check_place(citation, shelf, validity)
        for cited in (violation.duty, violation.penalty, *own.values())
        for citation in cited
    }
    complaints = [
        Complaint(ComplaintCode.REPEATED, citation)
        for cited in (violation.duty, violation.penalty)
        for citation in dict.fromkeys(cited)
        if cited.count(citation) > 1
    ]
    complaints += [complaint for check in checks.values() for complaint in check.complaints]
    unchecked = [reason for check in checks.values() for reason in check.unchecked]
    anchored = 0
    for citation, words in anchors.items():
        for provision in checks[citation].provisions if citation in checks else ():
            missing = [word for word in words if word not in _words(provision)]
            complaints += [Complaint(ComplaintCode.ANCHOR, citation, (w,)) for w in missing]
            anchored += len(words) - len(missing)
    clauses = {
        cited: [
            read_clause(text)
            for citation in cited
            for provision in checks[citation].provisions
            for text in _clause_texts(provision, shelf, 2)
        ]
        for cited in (violation.penalty, *own.values())
    }
    found = open_sanctions = 0
    for sanction, named in own.items():
        cited = named or violation.penalty
        wrong = mismatch(_as_worded(sanction, own), clauses[cited])
        if wrong is None:
            found += 1
        # Of a clause that is not there or not here nothing follows for its sanctions.
        elif any(checks[place].unchecked or checks[place].complaints for place in cited):
            open_sanctions += 1
        else:
            complaints.append(Complaint(ComplaintCode.SANCTION, None, wrong.facts, wrong.code))
    if not violation.penalty:
        unchecked.append(Unchecked(UncheckedCode.NO_CLAUSE))
    elif not violation.sanctions:
        unchecked.append(Unchecked(UncheckedCode.NO_STRUCTURE))
    return ViolationCheck(
        sum(bool(check.provisions) for check in checks.values()),
        anchored,
        found,
        tuple(dict.fromkeys(complaints)),
        tuple(dict.fromkeys(unchecked)),
        _left(violation, clauses[violation.penalty]),
        open_sanctions,
    )


def _words(provision: Provision) -> str:
    return f"{provision.lead}\n{provision.text}"


def _own_clauses(sanction: Sanction, shelf: StatuteShelf) -> tuple[Citation, ...]:
    """The clauses that the step's words name, unless it is one that refers the case there."""
    if sanction.kind is SanctionKind.REFERRED or not sanction.words:
        return ()
    return tuple(each.citation for each in read_citations(sanction.words, dict(shelf.names())))


def _as_worded(sanction: Sanction, own: Mapping[Sanction, tuple[Citation, ...]]) -> Sanction:
    """The step as its clause puts it: where another has individuals, the rest need not be named."""
    apart = any(named for other, named in own.items() if other.payer is Payer.INDIVIDUAL)
    if sanction.payer is Payer.UNIT and apart and not own[sanction]:
        return replace(sanction, payer=Payer.PARTY)
    return sanction


# --- what a clause refers on to ------------------------------------------------------------------

_REFERS = re.compile(
    r"(?:依照|按照|适用)(?P<where>[^；。]*?)(?:处罚|处理|处以|承担责任|查处|追究|的规定|规定)"
)
_PRECEDING = re.compile(r"前款|前两款|前三款")
_COUNTED = {"前款": 1, "前两款": 2, "前三款": 3}
_OWN_PARAGRAPH = re.compile(r"(?<!条)第([一二三四五六七八九十]+)款")


def _clause_texts(provision: Provision, shelf: StatuteShelf, depth: int) -> Iterator[str]:
    """The clause and those that it says to punish by, at most ``depth`` steps on."""
    text = _words(provision)
    yield text
    if depth == 0:
        return
    article, number = provision.article, provision.citation.paragraph
    for match in _REFERS.finditer(text):
        where = match["where"].replace("前条", f"第{chinese_number(article.number - 1)}条")
        for preceding in _PRECEDING.findall(where):
            first = max(0, number - 1 - _COUNTED[preceding])
            yield from (str(each) for each in article.paragraphs[first : number - 1])
        for ordinal in _OWN_PARAGRAPH.findall(where) if "条" not in where else ():
            own = Citation(
                provision.edition.law,
                article.number,
                read_chinese_number(ordinal),
                0,
                article.subarticle,
            )
            yield from _referred(own, provision, shelf, depth)
        for cited in read_citations(where, dict(shelf.names()), this_law=provision.edition.law):
            yield from _referred(cited.citation, provision, shelf, depth)


def _referred(
    citation: Citation, origin: Provision, shelf: StatuteShelf, depth: int
) -> Iterator[str]:
    if citation.law == origin.edition.law:
        found = shelf.resolve_in(citation, origin.edition)
    else:
        found = shelf.resolve(citation, origin.edition.effective_from)
    if isinstance(found, Provision) and found.citation != origin.citation:
        yield from _clause_texts(found, shelf, depth - 1)


def _left(violation: Violation, clauses: list[Clause]) -> tuple[str, ...]:
    ours = {
        (s.fine.base is FineBase.AMOUNT, s.fine.low, s.fine.high)
        for s in violation.sanctions
        if s.fine is not None
    }
    left = {
        f"{found.low}–{found.high}" + ("" if found.in_yuan else "‰")
        for clause in clauses[:1]
        for _, found in clause.fines
        if (found.in_yuan, found.low, found.high) not in ours
    }
    return tuple(sorted(left))
