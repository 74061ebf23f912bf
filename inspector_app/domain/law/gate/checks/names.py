"""Names of the party and of people in texts and papers: those of the record (C01)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts, PartyFacts
from inspector_app.domain.law.gate.checks.told import (
    DECISIONS,
    as_text,
    plain,
    told_papers,
    told_texts,
)
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.gate.rules import GateMode

__all__: list[str] = []

_SHORTEST_NAME = 4
# Of fewer signs a name with one more or one less is too easily another word.
_SHORTEST_WITH_GAPS = 6
_SHORTEST_CORE = 3
_TITLED = re.compile(r"(?:法定代表人|负责人|经营者|投资人)[：:]\s*(?P<name>[一-鿿·]{2,6})")
_LEGAL_FORMS = ("股份有限公司", "有限责任公司", "有限公司")
_REGION = re.compile(r"(?:[一-鿿]{1,6}?(?:省|自治区|自治州|市|盟|县|区|旗)(?!场))+")
_OFFICERS = re.compile(
    r"(?:执法|检查|办案)人员[：:]?\s*(?P<names>[一-鿿·]{2,}(?:\s*[、，,和及]\s*[一-鿿·]{2,})*)"
)
_BETWEEN_NAMES = re.compile(r"\s*[、，,和及]\s*")


@check("label", "name", "right")
def name_differs(case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]) -> Iterator[Obstacle]:
    """A name that is the party's but for one sign or its legal form, or another person's."""
    party = case.party
    if party is None:
        return
    for text in told_texts(case, steps):
        near = _almost(text.text, party.name)
        if near:
            facts = {"label": text.label, "name": near, "right": party.name}
            # Beside the party's own name it may be another firm's, whose name nobody can mend.
            yield Obstacle(
                text.target, facts, mode=GateMode.WARN if party.name in text.text else None
            )
        for match in _TITLED.finditer(text.text):
            people = party.people
            if people and not any(match["name"].startswith(person) for person in people):
                facts = {"label": text.label, "name": match["name"], "right": people[0]}
                yield Obstacle(text.target, facts)


@check("label", "name", "right")
def officer_name_differs(
    case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]
) -> Iterator[Obstacle]:
    """The name of an officer but for one sign, where officers are named."""
    names = tuple(officer.name for officer in case.officers)
    for text in told_texts(case, steps):
        for match in _OFFICERS.finditer(text.text):
            # 检查人员和当事人: 和 may stand for itself, with nobody before it.
            for told in filter(None, _BETWEEN_NAMES.split(match["names"])):
                near = _almost_one_of(told, names)
                if near is not None:
                    yield Obstacle(
                        text.target, {"label": text.label, "name": near[0], "right": near[1]}
                    )


def _almost_one_of(told: str, names: tuple[str, ...]) -> tuple[str, str] | None:
    """What ``told`` begins with and whose name that is but for one sign; a surname is kept."""
    if told.startswith(names):
        return None
    for name in names:
        begun = told[: len(name)]
        # Two signs may begin any word: 周密检查 is not 周密.
        whole = len(name) > 2 or begun == told
        if whole and begun[0] == name[0] and _differs_in_one_sign(begun, name):
            return begun, name
    return None


@check("label", "name", "right")
def name_shortened(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A paper that tells the party by a part of its name only (处罚法 59: the name)."""
    party = case.party
    if party is None or party.type is PartyType.INDIVIDUAL:
        return
    core, name = _core(party, case.authority), plain(party.name)
    if len(core) < _SHORTEST_CORE or core == name:
        return
    for paper in told_papers(case):
        text = plain(paper.text)
        at = text.find(core)
        if at >= 0 and name not in text and not _almost(text, name):
            facts = {"label": as_text(paper).label, "name": _stretch(text, name, core)}
            yield Obstacle(paper.kind, {**facts, "right": party.name})


@check("label", "right")
def party_left_out(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision's paper that names the party in no way (处罚法 59; 程序规定 62, 68)."""
    party = case.party
    if party is None or not (name := plain(party.name)):
        return
    core = _core(party, case.authority)
    for paper in told_papers(case):
        text = plain(paper.text)
        part = len(core) >= _SHORTEST_CORE and core in text
        if paper.kind in DECISIONS and name not in text and not part and not _almost(text, name):
            yield Obstacle(paper.kind, {"label": as_text(paper).label, "right": party.name})


def _core(party: PartyFacts, authority: str) -> str:
    """The name without region and legal form: 张记面馆 of 云溪县张记面馆有限公司."""
    name = plain(party.name)
    stem = name.removesuffix(_legal_form(name))
    region = _REGION.match(stem)
    pairs = zip(stem, plain(authority), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return stem[max(region.end() if region else 0, shared) :]


def _legal_form(name: str) -> str:
    return next((form for form in _LEGAL_FORMS if name.endswith(form)), "")


def _stretch(text: str, name: str, core: str) -> str:
    """The longest part of ``name`` around ``core`` that stands in ``text``."""
    at = name.index(core)
    parts = (
        name[start:end]
        for start in range(at + 1)
        for end in range(len(name), at + len(core) - 1, -1)
    )
    return max((part for part in parts if part in text), key=len)


def _almost(text: str, name: str) -> str:
    """A stretch that is ``name`` but for one sign, or but for its legal form; empty if none.

    One sign is another, there is one too many or one too few between the first and the last, or two
    neighbours have changed places. What lies in the name itself is not another.
    """
    if len(name) < _SHORTEST_NAME:
        return ""
    rest = text.replace(name, "\n" * len(name))
    form = _legal_form(name)
    for other in _LEGAL_FORMS if form else ():
        renamed = name.removesuffix(form) + other
        if other != form and renamed in rest:
            return renamed
    lengths = [len(name)]
    if len(name) >= _SHORTEST_WITH_GAPS:
        # What has a sign too many holds a stretch of the name's own length.
        lengths = [len(name) + 1, len(name) - 1, len(name)]
    for length in lengths:
        for start in _near(rest, name):
            window = rest[start : start + length]
            if len(window) == length and _differs_in_one_sign(window, name):
                return window
    return ""


def _near(text: str, name: str) -> list[int]:
    """Where in ``text`` a stretch may begin that is almost ``name``, in order.

    Of three parts of the name one at least stands there as it is: two neighbours that changed
    places lie in two of them at most.
    """
    third = len(name) // 3
    starts: set[int] = set()
    for offset, end in ((0, third), (third, len(name) - third), (len(name) - third, len(name))):
        part = name[offset:end]
        for found in re.finditer(f"(?={re.escape(part)})", text):
            starts.update(found.start() - offset + moved for moved in (-1, 0, 1))
    return sorted(start for start in starts if start >= 0)


def _differs_in_one_sign(told: str, name: str) -> bool:
    """Whether ``told`` is ``name`` but for one letter; blanks and marks are none."""
    if len(told) == len(name):
        wrong = [at for at, sign in enumerate(told) if sign != name[at]]
        if len(wrong) == 1:
            return told[wrong[0]].isalnum()
        first, *others = wrong or [0]
        swapped = others == [first + 1]
        return swapped and (told[first], told[first + 1]) == (name[first + 1], name[first])
    longer, shorter = (told, name) if len(told) > len(name) else (name, told)
    if (longer[0], longer[-1]) != (shorter[0], shorter[-1]):
        return False
    at = next((at for at, sign in enumerate(shorter) if sign != longer[at]), len(shorter))
    return longer[at].isalnum() and longer[at + 1 :] == shorter[at:]
