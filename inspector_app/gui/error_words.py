"""Says an error in the person's language.

Errors carry their Chinese wording; other languages look the stable code up in
``resources/i18n/errors_<language>.json``: ``{code: {"what", "safe", "mend"}}`` with ``{fact}``
places for the error's facts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from inspector_app.assets import resources_dir
from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError
from inspector_app.gui.controls.notices import Notice
from inspector_app.gui.i18n import SOURCE_LANGUAGE, current_language
from inspector_app.gui.theme import Tone

__all__ = ["ErrorWords", "error_words", "notice_for"]


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What happened, what is safe, what to do; the last two may be empty."""

    what: str
    safe: str
    mend: str


def error_words(error: InspectorError) -> ErrorWords:
    """``error`` in the language in force; Chinese where its code has no translation."""
    language = current_language()
    if language != SOURCE_LANGUAGE:
        translated = _wording(language, error.code)
        if translated:
            return ErrorWords(
                *(_fill(translated.get(part, ""), error.facts) for part in _PARTS),
            )
    return ErrorWords(error.what, error.safe, error.mend)


def notice_for(
    error: InspectorError, action: str = "", on_action: Callable[[], object] | None = None
) -> Notice:
    """``error`` as a message; amber where the surroundings failed, red where it is refused."""
    words = error_words(error)
    calm = isinstance(error, EnvironmentFault | Defect)
    tone = Tone.ATTENTION if calm else Tone.NOT_MET
    return Notice(words.what, words.safe, words.mend, tone, action, on_action)


_PARTS = ("what", "safe", "mend")


class _Facts(dict[str, str | int]):
    """Leaves a place unfilled rather than failing while an error is being shown."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _fill(template: str, facts: Mapping[str, str | int]) -> str:
    return template.format_map(_Facts(facts))


def _wording(language: str, code: str) -> dict[str, str]:
    """The wording of ``code``, or of the family it belongs to ("complete" for "complete.x")."""
    wordings = _wordings(language)
    return wordings.get(code) or wordings.get(code.rpartition(".")[0], {})


@lru_cache(maxsize=4)
def _wordings(language: str) -> dict[str, dict[str, str]]:
    path = resources_dir() / "i18n" / f"errors_{language}.json"
    if not path.exists():
        return {}
    wordings: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return wordings
