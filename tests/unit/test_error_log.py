"""The log says what went wrong and where, and has no way in for names and numbers of people."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from inspector_app.bootstrap.error_log import LOG, log_unexpected, logging_to
from inspector_app.domain.errors import Defect

_VISIT = "visit/01a20048-85d7-7b43-bf7e-1b39c863e8dc"


def logged(folder: Path) -> str:
    return (folder / LOG).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (17, "17"),
        ("store.disk_full", "store.disk_full"),
        ("inspector_app.gui.jobs:214", "inspector_app.gui.jobs:214"),
        (_VISIT, _VISIT),
        ("张三", "…"),
        ("13812345678", "…"),
        ("91370100MA3C123456", "…"),
        ("37010419900101123X", "…"),
        ("H123456", "…"),
        ("YH370104", "…"),
        ("no match for 云溪县李记超市", "…"),
        # A pattern that tries every way to part it would never come to an end.
        ("a" * 1_000 + "!", "…"),
    ],
)
def test_of_our_own_messages_only_harmless_values_are_written(
    value: object, shown: str, tmp_path: Path
) -> None:
    with logging_to(tmp_path):
        logging.getLogger("inspector_app.sync").warning("met %s here", value)

    assert f"met {shown} here" in logged(tmp_path)


def test_of_a_library_only_where_it_spoke_is_written(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        logging.getLogger("pyhanko.sign").warning("certificate of CN=张三 is odd")

    assert "pyhanko.sign (test_error_log:" in logged(tmp_path)
    assert "张三" not in logged(tmp_path)


def fail() -> None:
    people: dict[str, str] = {}
    try:
        people["张三"]
    except KeyError as cause:
        raise Defect("journal.order", "张三的记录", facts={"name": "张三"}) from cause


def test_an_exception_is_written_with_its_causes_and_places_without_its_words(
    tmp_path: Path,
) -> None:
    with pytest.raises(Defect) as met:
        fail()
    log_unexpected(met.value, tmp_path)

    text = logged(tmp_path)
    assert "Defect journal.order" in text
    assert "builtins.KeyError" in text
    assert "test_error_log.py:" in text
    assert "张三" not in text


def test_nothing_is_made_while_there_is_nothing_to_say(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        logging.getLogger("inspector_app.sync").info("all is well")

    assert list(tmp_path.iterdir()) == []


def test_a_log_that_cannot_be_written_does_not_get_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder", encoding="utf-8")

    assert log_unexpected(ValueError(), tmp_path) is None
