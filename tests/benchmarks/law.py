"""Violations found and documents judged: how often right, how fast, how cost grows with the catalogue.

Right: on the 150 descriptions of ``tests/labelled/testing.tsv``, which nobody tunes on. Baselines on
the same descriptions: the wordings alone, by how many pairs of signs they share with the text.
Growth: the same questions to catalogues of 1, 10 and 100 times the entries: by item, by citation, by
text, and the legality gate of a whole case that was found with them. Goal: under 20 ms a text.
All in processor time: others may work on the machine meanwhile.

``python -m tests.benchmarks.law [--tuning] [--misses]``
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from inspector_app.assets import forms_dir, resources_dir
from inspector_app.domain.law.catalogue import Catalogue, CatalogueEntry
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.judging import check_whole_case
from inspector_app.domain.law.gate.occasion import LawInForce
from inspector_app.domain.law.matching import FailedItem, PartyTraits, match
from inspector_app.domain.law.ranking import ViolationSearch
from inspector_app.packs import PackLibrary, load_trusted_keys
from tests.factory_gate import lawful_case
from tests.labelled import Figures, Labelled, judge, labelled
from tests.shipped_law import shipped_calendar, shipped_rules

DAY = date(2026, 11, 22)
SIZES = (1, 10, 100)


def main(arguments: Sequence[str] = ()) -> None:
    """Print the figures."""
    library = PackLibrary(
        [forms_dir()], load_trusted_keys(resources_dir() / "trust" / "pack-keys.json")
    )
    catalogue = library.catalogue()
    for domain, counts in sorted(catalogue.counts().items()):
        print(f"  {domain}: " + ", ".join(f"{k.value} {n}" for k, n in sorted(counts.items())))
    search = ViolationSearch(lambda: catalogue, library.search_words)
    name = "tuning" if "--tuning" in arguments else "testing"
    descriptions = labelled(name)
    started = time.process_time()
    search.search("先做一次，建立索引", DAY)
    print(f"index of {len(catalogue)} entries: {time.process_time() - started:.2f} s, once")
    figures, median, worst = _measured(descriptions, lambda text: _ids(search, text), catalogue)
    _say(f"ours, {len(descriptions)} descriptions ({name})", figures)
    print(f"  a text: median {median:.1f} ms, p99 {worst:.1f} ms")
    baseline, base_median, _ = _measured(descriptions, _shared_pairs(catalogue), catalogue)
    _say("baseline: pairs shared with the wording", baseline)
    print(f"  a text: median {base_median:.1f} ms; ours takes {median / base_median:.2f} x")
    if "--misses" in arguments:
        for miss in figures.misses:
            print(f"  {'|'.join(miss.described.ids)} <- {miss.described.text} -> {miss.found}")
    _growth(library, catalogue, descriptions)


def _ids(search: ViolationSearch, text: str) -> tuple[str, ...]:
    return tuple(found.entry.violation.id for found in search.search(text, DAY, 3))


def _measured(
    descriptions: tuple[Labelled, ...],
    find: Callable[[str], tuple[str, ...]],
    catalogue: Catalogue,
) -> tuple[Figures, float, float]:
    results, times = [], []
    for described in descriptions:
        started = time.process_time()
        results.append(find(described.text))
        times.append((time.process_time() - started) * 1000)
    times.sort()
    return (
        judge(descriptions, results, catalogue),
        statistics.median(times),
        times[int(len(times) * 0.99)],
    )


def _say(what: str, figures: Figures) -> None:
    print(
        f"{what}: duty article first {figures.duty_first:.1f} %, in three {figures.duty_three:.1f} %;"
        f" penalty article first {figures.penalty_first:.1f} %, in three {figures.penalty_three:.1f} %"
    )


def _shared_pairs(catalogue: Catalogue) -> Callable[[str], tuple[str, ...]]:
    wordings = {entry.violation.id: _pairs(entry.violation.wording) for entry in catalogue.on(DAY)}

    def find(text: str) -> tuple[str, ...]:
        asked = _pairs(text)
        shared = {
            code: sum((pairs & asked).values()) / (1 + len(pairs))
            for code, pairs in wordings.items()
        }
        return tuple(sorted(shared, key=lambda code: -shared[code])[:3])

    return find


def _pairs(text: str) -> Counter[str]:
    return Counter(text[place : place + 2] for place in range(len(text) - 1))


def _growth(library: PackLibrary, catalogue: Catalogue, descriptions: tuple[Labelled, ...]) -> None:
    items = [item for checklist in library.checklists().values() for item in checklist.items]
    party = PartyTraits(("catering", "sale"), "enterprise")
    cited = [entry.violation.duty[0] for entry in catalogue if entry.violation.duty]
    law = LawInForce(shipped_rules(), shipped_calendar())
    print("growth with the catalogue (time a question, and as a multiple of the smallest):")
    first: dict[str, float] = {}
    for size in SIZES:
        entries = [entry for number in range(size) for entry in _copies(catalogue, number)]
        grown = Catalogue(lambda entries=entries: entries, library.checklists().values)  # type: ignore[misc]
        search = ViolationSearch(lambda grown=grown: grown, library.search_words)  # type: ignore[misc]
        search.search("建立索引", DAY)
        grown.citing(cited[0])
        grown.of_item(items[0].code)
        texts = descriptions[:: max(1, len(descriptions) // 10)]
        took = {
            "by item": _each(
                items,
                lambda item, grown=grown: match(  # type: ignore[misc]
                    FailedItem(item.number, item.text),
                    [entry.violation for entry in grown.of_item(item.code)],
                    party,
                    DAY,
                ),
            ),
            "by citation": _each(cited, lambda place, grown=grown: grown.citing(place)),  # type: ignore[misc]
            "gate of a case": _each(
                cited[:20],
                lambda place, grown=grown, law=law: _judged(grown, place, law),  # type: ignore[misc]
            ),
            "by text": _each(texts, lambda each, search=search: search.search(each.text, DAY)),  # type: ignore[misc]
        }
        for what, seconds in took.items():
            first.setdefault(what, seconds)
            print(
                f"  x{size:<4} {len(entries):>6} entries {what:<15}"
                f" {seconds * 1e6:>10.1f} us  {seconds / first[what]:>6.2f} x"
            )


def _judged(catalogue: Catalogue, cited: Citation, law: LawInForce) -> object:
    """The gate of a whole case, its violation looked up in the catalogue first."""
    return catalogue.citing(cited), check_whole_case(lawful_case(), DAY, law)


def _each(asked: Sequence[object], ask: Callable[[object], object]) -> float:
    started = time.process_time()
    for each in asked:
        ask(each)
    return (time.process_time() - started) / len(asked)


def _copies(catalogue: Catalogue, number: int) -> list[CatalogueEntry]:
    """The catalogue as it is, or again under other ids and other laws."""
    if not number:
        return list(catalogue)
    return [
        replace(
            entry,
            violation=replace(
                entry.violation,
                id=f"{entry.violation.id}-{number}",
                duty=tuple(_elsewhere(c, number) for c in entry.violation.duty),
                penalty=tuple(_elsewhere(c, number) for c in entry.violation.penalty),
            ),
        )
        for entry in catalogue
    ]


def _elsewhere(citation: Citation, number: int) -> Citation:
    return replace(citation, law=f"{citation.law}{number}")


if __name__ == "__main__":
    main(sys.argv[1:])
