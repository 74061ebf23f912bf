"""The log of a whole day, with everything that failed on it, names nobody and no shop."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from inspector_app.bootstrap.error_log import LOG, log_unexpected, logging_to
from inspector_app.domain.errors import Defect
from inspector_app.server.server_log import LOG as SERVER_LOG
from tests.functional.first_visit import Day


@pytest.fixture
def private(day: Day) -> list[str]:
    """What the day knew of people and shops: names, numbers, addresses, what was noted of them."""
    visit, shop = day.visit, day.visit.enterprise
    words = [shop.name, shop.credit_code, shop.address, shop.premises_address]
    words += [shop.legal_representative, shop.phone]
    words += [word for one in visit.officers for word in (one.name, one.certificate_no)]
    if visit.identity is not None:
        attendee = visit.identity.attendee
        words += [attendee.name, attendee.phone, attendee.id_number]
    words += [answer.note for answer in visit.answers.values()]
    words += [photo.name for photo in visit.photos.values()]
    return [word for word in words if word]


def told_in(log: Path, words: list[str]) -> list[str]:
    text = log.read_text(encoding="utf-8")
    return [word for word in words if word in text]


def test_the_day_is_known_by_enough_to_be_betrayed_by(private: list[str]) -> None:
    assert len(private) >= 8


def test_whatever_was_said_while_the_day_went_on_names_nobody(day: Day, private: list[str]) -> None:
    """Offline, cut, returned and corrected: all of it, down to what libraries say to themselves."""
    log = day.case.parent / LOG

    assert "urllib3" in log.read_text(encoding="utf-8")
    assert told_in(log, private) == []


def test_the_servers_log_of_the_day_names_nobody_either(day: Day, private: list[str]) -> None:
    log = day.home.parent / "server" / SERVER_LOG

    assert "uvicorn" in log.read_text(encoding="utf-8")
    assert told_in(log, private) == []


def fail_with(word: str) -> None:
    try:
        Path(f"/no such folder/{word}").read_bytes()
    except OSError as cause:
        facts = dict.fromkeys(("error", "count", "officer", "name", "step", "rule"), word)
        raise Defect("journal.order", f"{word}的记录", facts=facts) from cause


def test_whatever_fails_with_their_words_in_its_mouth_names_nobody(
    private: list[str], tmp_path: Path
) -> None:
    with logging_to(tmp_path):
        for word in private:
            logging.getLogger("pyhanko.sign").error("certificate of %s", word)
            logging.getLogger("inspector_app.sync.synchronizer").warning("met %s", word)
            try:
                fail_with(word)
            except Defect as failed:
                logging.getLogger("inspector_app.gui.jobs").exception("failed at %s", word)
                log_unexpected(failed, tmp_path)

    log = tmp_path / LOG
    assert log.read_text(encoding="utf-8").count("Defect journal.order") == 2 * len(private)
    assert told_in(log, private) == []
