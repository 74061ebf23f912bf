"""Devices become known by a one-time code and nothing else."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Role
from inspector_app.server.desk import Desk
from inspector_app.server.enrolment import enrol, issue_code
from inspector_app.server.storage import devices
from inspector_app.server.storage.schema import devices as table
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.enrolment import EnrolRequest
from tests.contract.server.senders import SettableTime, ask_to_enrol, sender
from tests.factory_sync import SUPERVISOR


def refusal_of(desk: Desk, code: str, key: SigningKey | None = None) -> str:
    with pytest.raises(UserError) as refusal:
        ask_to_enrol(desk, code, key or SigningKey.generate())
    return refusal.value.code


def test_a_code_works_once(desk: Desk) -> None:
    code = issue_code(desk)
    ask_to_enrol(desk, code, SigningKey.generate())
    assert refusal_of(desk, code) == "enrol.code"


def test_a_code_expires(desk: Desk, time: SettableTime) -> None:
    code = issue_code(desk)
    time.move(hours=desk.settings.code_hours, seconds=1)
    assert refusal_of(desk, code) == "enrol.code"


@pytest.mark.parametrize("wrong", ["", "AAAA-AAAA-AAAA", "' OR 1=1 --"])
def test_a_wrong_code_is_refused(desk: Desk, wrong: str) -> None:
    issue_code(desk)
    assert refusal_of(desk, wrong) == "enrol.code"


def test_a_code_may_be_typed_carelessly(desk: Desk) -> None:
    code = issue_code(desk)
    typed = f" {code.lower().replace('0', 'o').replace('1', 'l').replace('-', ' ')} "
    assert ask_to_enrol(desk, typed, SigningKey.generate()).device


def test_nobody_enrols_with_a_key_that_is_not_theirs(desk: Desk) -> None:
    code, theirs, mine = issue_code(desk), SigningKey.generate(), SigningKey.generate()
    request = EnrolRequest(
        code=code,
        device_name="x",
        public_key=theirs.verify_key.text,
        proof=mine.sign(b"anything"),
    )
    with pytest.raises(UserError) as refusal:
        enrol(desk, request)
    assert refusal.value.code == "enrol.proof"


def test_the_same_device_keeps_its_id_and_its_old_token_dies(desk: Desk) -> None:
    key = SigningKey.generate()
    first = ask_to_enrol(desk, issue_code(desk), key)
    second = ask_to_enrol(desk, issue_code(desk), key)
    assert second.device == first.device
    with desk.database.read() as connection:
        assert devices.by_token(connection, first.token) is None
        assert devices.by_token(connection, second.token) is not None


def test_a_server_that_has_forgotten_a_device_gives_it_the_same_id_again(desk: Desk) -> None:
    key = SigningKey.generate()
    before = ask_to_enrol(desk, issue_code(desk), key).device
    with desk.database.write() as connection:
        connection.execute(table.delete().where(table.c.id == before))
    assert ask_to_enrol(desk, issue_code(desk), key).device == before


def test_the_reply_brings_the_bureau_and_its_people(desk: Desk) -> None:
    reply = ask_to_enrol(
        desk, issue_code(desk, Role.SUPERVISOR, SUPERVISOR.id), SigningKey.generate()
    )
    assert (reply.role, reply.officer_id) == (Role.SUPERVISOR, SUPERVISOR.id)
    assert SUPERVISOR in reply.officers
    assert reply.authority.region == "云溪"


def test_no_token_or_code_is_kept_in_the_clear(desk: Desk) -> None:
    code = issue_code(desk)
    token = ask_to_enrol(desk, code, SigningKey.generate()).token
    with desk.database.read() as connection:
        kept = [str(row) for row in connection.execute(sa.select(table))]
        kept += [str(row) for row in connection.exec_driver_sql("SELECT * FROM enrolment_codes")]
    assert not [row for row in kept if token in row or code.replace("-", "") in row]


def test_an_unknown_device_cannot_be_revoked(desk: Desk) -> None:
    with desk.database.write() as connection:
        assert not devices.revoke(connection, "nobody", desk.at(), wipe=True)


def test_a_new_code_admits_a_revoked_device_again(desk: Desk) -> None:
    laptop = sender(desk)
    with desk.database.write() as connection:
        devices.revoke(connection, laptop.id, desk.at(), wipe=True)
    ask_to_enrol(desk, issue_code(desk), laptop.key)
    assert (laptop.device.revoked, laptop.device.wipe) == (False, False)
