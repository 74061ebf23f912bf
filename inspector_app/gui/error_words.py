"""Says errors and messages of the legality gate in the language in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError
from inspector_app.gui.controls.notices import Notice
from inspector_app.gui.i18n import current_language
from inspector_app.gui.theme import Tone
from inspector_app.wordings import Words, say_error, words_in

if TYPE_CHECKING:
    from inspector_app.domain.law.gate import GateMessage

__all__ = ["error_words", "gate_words", "notice_for"]


def error_words(error: InspectorError) -> Words:
    """``error`` in the language in force; Chinese where its code has no translation."""
    return say_error(error, current_language())


def gate_words(message: GateMessage) -> str:
    """``message`` in the language in force; its legal basis stays as the law is called."""
    told = words_in(current_language(), message.code, message.facts)
    return told.what if told else message.text


def notice_for(
    error: InspectorError, action: str = "", on_action: Callable[[], object] | None = None
) -> Notice:
    """``error`` as a message; amber where the surroundings failed, red where it is refused."""
    words = error_words(error)
    calm = isinstance(error, EnvironmentFault | Defect)
    tone = Tone.ATTENTION if calm else Tone.NOT_MET
    return Notice(words.what, words.safe, words.mend, tone, action, on_action)
