"""Says errors and messages of the legality gate in the language in force."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError
from inspector_app.gui.controls.notices import Notice
from inspector_app.gui.i18n import current_language
from inspector_app.gui.theme import Tone
from inspector_app.wordings import Words, words_in

if TYPE_CHECKING:
    from inspector_app.domain.law.gate.judging import GateMessage

__all__ = ["error_words", "gate_words", "notice_for", "said"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def error_words(error: InspectorError) -> Words:
    """``error`` in the language in force; Chinese where its code has no translation."""
    told = words_in(current_language(), error.code, _written(error.facts))
    return told or Words(error.what, error.safe, error.mend)


class Coded(Protocol):
    """A sentence in Chinese with the code and the facts by which others say it."""

    @property
    def code(self) -> str:
        """Stable."""
        ...

    @property
    def text(self) -> str:
        """In Chinese."""
        ...

    @property
    def facts(self) -> Mapping[str, str | int]:
        """The values it names."""
        ...


def said(sentence: Coded) -> str:
    """``sentence`` in the language in force."""
    told = words_in(current_language(), sentence.code, _written(sentence.facts))
    return told.what if told else sentence.text


def _written(facts: Mapping[str, str | int]) -> dict[str, str | int]:
    """``facts`` with days as the window writes days; machines write them 2026-11-21."""
    # Late: the first frame has errors to say and no days in them.
    from inspector_app.gui.terms import day_text

    return {
        name: fact if (day := _day(fact)) is None else day_text(day) for name, fact in facts.items()
    }


def _day(fact: str | int) -> date | None:
    if not isinstance(fact, str) or not _DAY.fullmatch(fact):
        return None
    try:
        return date.fromisoformat(fact)
    except ValueError:
        return None


def gate_words(message: GateMessage) -> str:
    """``message`` in the language in force; its legal basis stays as the law is called."""
    return said(message)


def notice_for(
    error: InspectorError, action: str = "", on_action: Callable[[], object] | None = None
) -> Notice:
    """``error`` as a message; amber where the surroundings failed, red where it is refused."""
    words = error_words(error)
    calm = isinstance(error, EnvironmentFault | Defect)
    tone = Tone.ATTENTION if calm else Tone.NOT_MET
    return Notice(words.what, words.safe, words.mend, tone, action, on_action)
