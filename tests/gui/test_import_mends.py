"""How what stands in the way of an import is mended in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from inspect import signature
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.pages.law.import_mends import mend_words
from inspector_app.gui.window_facts import TakenStatute, TakingOutcome
from inspector_app.statutes import refused
from inspector_app.wordings import LANGUAGES


def every_refusal() -> Iterator[InspectorError]:
    """Each error that a text can be refused with, whatever it names."""
    for name in refused.__all__:
        make = getattr(refused, name)
        made = {"int": 1, "str": "摊点", "date": date(2024, 2, 20)}
        # The package is no text; in the window its absence is told by another error.
        if make is refused.no_package:
            continue
        yield make(*(made[each.annotation] for each in signature(make).parameters.values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_way_to_mend_a_text_speaks_of_the_command_line(
    language: str, qapp: QApplication
) -> None:
    apply_language(qapp, language)

    mends = {
        mend_words(error, TakenStatute("摊点", TakingOutcome.REFUSED, None, (error,), gaps, path))
        for error in every_refusal()
        for gaps in (False, True)
        for path in (None, Path("摊点.txt"))
    }

    assert "" not in mends
    assert not [mend for mend in mends if "--" in mend]
