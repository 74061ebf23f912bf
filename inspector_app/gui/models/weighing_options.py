"""What may be done about a finding, a line for each way to it, with the reasons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.law.penalty import FineBase, Sanction, SanctionKind
from inspector_app.domain.law.permitted import Permitted, Route, permitted
from inspector_app.domain.law.weighing import Weighing, WeighingCase
from inspector_app.gui.models.weighing_words import (
    fines_words,
    named_fine,
    obstacle_words,
    range_words,
    route_word,
    sanction_word,
)
from inspector_app.gui.terms import capitalised, join_names

__all__ = ["option_lines"]

_tr = QCoreApplication.translate


def option_lines(case: WeighingCase, weighing: Weighing) -> list[tuple[str, str]]:
    """What may be done, a line for each way to it, with the reasons."""
    lines = []
    found = permitted(case, weighing)
    for route in Route:
        members = [one for one in found if one.route is route]
        plain = [one for one in members if one.sanction.kind is not SanctionKind.FINE]
        fines = [one for one in members if one.sanction.kind is SanctionKind.FINE]
        by_reason: dict[str, list[str]] = {}
        for one in plain:
            by_reason.setdefault(_reasons(one), []).append(sanction_word(one.sanction.kind))
        texts = [
            _with_reason(join_names(dict.fromkeys(names)), reason)
            for reason, names in by_reason.items()
        ]
        if fines:
            texts.append(_fine_line(fines))
        if texts:
            lines.append((route_word(route), "\n".join(map(capitalised, texts))))
    return lines


def _fine_line(fines: list[Permitted]) -> str:
    words = named_fine(fines_words(one.sanction for one in fines))
    known = [one.fine for one in fines if one.fine is not None and one.fine.is_known]
    if len(fines) == 1 and known and _is_counted(fines[0].sanction):
        words = f"{words} = {range_words(known[0])}"
    return _with_reason(words, join_names(dict.fromkeys(r for r in map(_reasons, fines) if r)))


def _is_counted(sanction: Sanction) -> bool:
    return sanction.fine is not None and sanction.fine.base is not FineBase.AMOUNT


def _reasons(one: Permitted) -> str:
    return join_names(word for word in map(obstacle_words, one.why) if word)


def _with_reason(words: str, reason: str) -> str:
    if not reason:
        return words
    return _tr("WeighingWords", "{measure}（{reason}）").format(measure=words, reason=reason)
