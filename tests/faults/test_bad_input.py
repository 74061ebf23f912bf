"""Bad input at a whole laptop: what happened, what is safe, what to do; and nothing is lost.

Rooms have their own suites of bad input; tests/README.md lists which is where.
"""

from __future__ import annotations

import copy
import errno
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from inspector_app.application.use_cases import UseCases
from inspector_app.assets import forms_dir
from inspector_app.bootstrap import packs as shelf
from inspector_app.bootstrap.demo_office import DemoSecrets
from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.bootstrap.device import BEIJING
from inspector_app.bootstrap.laptop import DATABASE_KEY, Laptop, open_laptop
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import EnvironmentFault, InspectorError, UserError
from inspector_app.domain.visit import DocumentStatus, Visit
from inspector_app.packs import sign_pack
from inspector_app.trust.certificates import DemoAuthority
from inspector_app.trust.signing import SigningKey
from inspector_app.wordings import say_error
from tests import factory_town as steps
from tests.factory_town import FAILING, Town, town

NOW = datetime.now(BEIJING).replace(microsecond=0)


@dataclass
class Home:
    """A laptop with a visit whose order is signed by everybody and not yet issued."""

    folder: Path
    secrets: DemoSecrets
    visit_id: str
    order: str

    @contextmanager
    def opened(self) -> Iterator[Laptop]:
        with open_laptop(self.folder, secrets=self.secrets) as laptop:
            yield laptop

    def visit(self) -> Visit:
        with self.opened() as laptop:
            return laptop.use_cases.view_visit(self.visit_id).visit


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Town, Home]]:
    root = tmp_path_factory.mktemp("bureau")
    secrets = {"laptop": DemoSecrets(), "desk": DemoSecrets()}
    with town(root, secrets) as made:
        with made.open() as laptop:
            do = laptop.use_cases
            do.synchronize()
            visit_id = steps.start(do)
            for item in steps.arrive(do, visit_id).items:
                steps.answer(do, visit_id, item.code)
            steps.confirm(do, visit_id)
            order = steps.compose(do, visit_id, "correction_order")
        yield made, Home(root / "laptop", secrets["laptop"], visit_id, order.id)


@pytest.fixture
def home(bureau: tuple[Town, Home], tmp_path: Path) -> Home:
    """A copy of the laptop and its secrets, to be spoilt."""
    _, made = bureau
    shutil.copytree(made.folder, tmp_path / "laptop")
    return replace(made, folder=tmp_path / "laptop", secrets=copy.deepcopy(made.secrets))


def says_all(error: InspectorError) -> bool:
    """Whether it says what happened, what is safe and what to do, in both languages."""
    return all(
        all((words.what, words.safe, words.mend))
        for words in (say_error(error, "zh"), say_error(error, "en"))
    )


# --- packs -------------------------------------------------------------------------------------


@pytest.fixture
def delivered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packs of an installation of one's own."""
    shutil.copytree(forms_dir(), tmp_path / "forms")
    monkeypatch.setattr(shelf, "forms_dir", lambda: tmp_path / "forms")
    return tmp_path / "forms"


def alter(pack: Path) -> None:
    with (pack / "pack.yaml").open("a", encoding="utf-8") as file:
        file.write("# 只是一个注释\n")


def sign_with_a_strangers_key(pack: Path) -> None:
    sign_pack(pack, SigningKey.generate(), NOW)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [(alter, "pack.altered"), (sign_with_a_strangers_key, "pack.unknown_key")],
)
def test_an_altered_or_unknown_pack_begins_no_visit_and_ends_those_begun(
    home: Home, delivered: Path, spoil: object, code: str
) -> None:
    assert callable(spoil)
    spoil(delivered / "food-catering")

    with home.opened() as laptop:
        do = laptop.use_cases
        (refused,) = laptop.packs.refused
        with pytest.raises(UserError) as error:
            steps.start(do)
        visit = do.issue_document(home.visit_id, home.order)

    assert (refused.folder, refused.error.code) == ("food-catering", code)
    assert says_all(refused.error)
    assert error.value.code == "merge.checklist_missing"
    assert says_all(error.value)
    assert visit.documents[home.order].status is DocumentStatus.ISSUED


# --- certificates ------------------------------------------------------------------------------


def test_an_officer_whose_certificate_number_has_expired_begins_nothing(home: Home) -> None:
    with home.opened() as laptop:
        do = laptop.use_cases
        group = do.view_today().groups[0]
        expired = replace(do.look_up.partners()[0], valid_to=NOW.date() - timedelta(days=1))
        with pytest.raises(UserError) as error:
            do.start_visit(group.enterprise.id, [do.place.me, expired])
        visits = do.look_up.visits()

    assert error.value.code == "officers.expired"
    assert says_all(error.value)
    assert [visit.visit_id for visit in visits] == [home.visit_id]


def test_an_expired_signing_certificate_issues_nothing_and_keeps_every_signature(
    home: Home,
) -> None:
    with home.opened() as laptop:
        do, me = laptop.use_cases, laptop.use_cases.place.me
        right = home.secrets.get(certificate_secret(me.id))
        password = home.secrets.get(password_secret(me.id))
        assert right is not None
        assert password is not None
        last_year = NOW - timedelta(days=400)
        old = DemoAuthority.create(last_year).issue(
            me.name, me.certificate_no, me.organ, begins=last_year, ends=NOW - timedelta(days=1)
        )
        home.secrets.set(certificate_secret(me.id), old.to_pkcs12(password.decode()))

        with pytest.raises(UserError) as error:
            do.issue_document(home.visit_id, home.order)
        kept = do.view_visit(home.visit_id).visit.documents[home.order]
        home.secrets.set(certificate_secret(me.id), right)
        issued = do.issue_document(home.visit_id, home.order).documents[home.order]

    assert error.value.code == "certificate.expired"
    assert says_all(error.value)
    assert (kept.status, kept.missing_slots) == (DocumentStatus.COMPOSED, ())
    assert (issued.status, issued.number) == (DocumentStatus.ISSUED, kept.number)


# --- a credit code -------------------------------------------------------------------------------


def test_a_broken_credit_code_is_not_merely_not_found(home: Home) -> None:
    with home.opened() as laptop:
        look_up = laptop.use_cases.look_up
        code = laptop.use_cases.view_visit(home.visit_id).visit.enterprise.credit_code
        wrong = code[:-1] + ("2" if code[-1] == "1" else "1")
        with pytest.raises(UserError) as error:
            look_up.enterprises(wrong)
        found = look_up.enterprises(code)

    assert error.value.code == "credit_code.check_digit"
    assert says_all(error.value)
    assert [enterprise.credit_code for enterprise in found] == [code]


def test_a_code_still_being_typed_is_not_judged(home: Home) -> None:
    with home.opened() as laptop:
        assert laptop.use_cases.look_up.enterprises("91370100MA3C000") == ()


# --- a full disk -------------------------------------------------------------------------------


def fill(laptop: Laptop) -> None:
    """No page can be added to the database any more."""
    with laptop.store.begin() as uow:
        uow.session.driver.execute("PRAGMA max_page_count = 1")


def clear(laptop: Laptop) -> None:
    with laptop.store.begin() as uow:
        uow.session.driver.execute("PRAGMA max_page_count = 1000000")


def answer_again(do: UseCases, visit_id: str) -> Visit:
    """An answer that needs new pages: its note is long."""
    return do.record_answer(visit_id, FAILING, AnswerValue.NOT_MET, note="现场情况" * 4_000)


def test_a_full_disk_refuses_the_answer_and_the_screen_shows_the_old_one(home: Home) -> None:
    before = home.visit()
    with home.opened() as laptop:
        do = laptop.use_cases
        fill(laptop)

        with pytest.raises(EnvironmentFault) as error:
            answer_again(do, home.visit_id)
        shown = do.view_visit(home.visit_id).visit
        clear(laptop)
        after = answer_again(do, home.visit_id)
        sound = laptop.store.check().sound

    assert error.value.code == "store.disk_full"
    assert says_all(error.value)
    assert shown == before
    assert after.head.seq == before.head.seq + 1
    assert sound


def test_a_disk_that_fills_up_while_the_paper_is_kept_leaves_it_to_be_issued_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with home.opened() as laptop:
        do = laptop.use_cases
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(EnvironmentFault) as error:
                do.issue_document(home.visit_id, home.order)
        kept = do.view_visit(home.visit_id).visit.documents[home.order]
        issued = do.issue_document(home.visit_id, home.order).documents[home.order]
        sound = laptop.store.check(thorough=True).sound

    assert error.value.code == "store.disk_full"
    assert says_all(error.value)
    assert (kept.status, kept.missing_slots) == (DocumentStatus.COMPOSED, ())
    assert (issued.status, issued.number) == (DocumentStatus.ISSUED, kept.number)
    assert sound


# --- a wrong key -------------------------------------------------------------------------------


def test_a_wrong_key_opens_nothing_and_the_right_one_everything(home: Home) -> None:
    before = home.visit()
    right = home.secrets.get(DATABASE_KEY)
    assert right is not None

    home.secrets.set(DATABASE_KEY, bytes(32))
    with pytest.raises(UserError) as error, home.opened():
        pass
    home.secrets.set(DATABASE_KEY, right)

    assert error.value.code == "store.key"
    assert says_all(error.value)
    assert home.visit() == before


def test_a_lost_key_is_not_replaced_by_a_new_one(home: Home) -> None:
    home.secrets.delete(DATABASE_KEY)

    with pytest.raises(UserError) as error, home.opened():
        pass

    assert error.value.code == "laptop.key_lost"
    assert says_all(error.value)
    assert home.secrets.get(DATABASE_KEY) is None


# --- a server that is none ---------------------------------------------------------------------


class LoginPage(BaseHTTPRequestHandler):
    """Answers everything with 200 and HTML, as the network of a hotel does."""

    def answer(self) -> None:
        page = "<html><title>欢迎使用无线网络</title></html>".encode()
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_GET = do_POST = do_PATCH = do_HEAD = answer  # noqa: N815 - the library's names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@contextmanager
def login_page(port: int) -> Iterator[None]:
    with HTTPServer(("127.0.0.1", port), LoginPage) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


def test_a_login_page_in_place_of_the_server_gets_nothing_acknowledged(
    bureau: tuple[Town, Home],
) -> None:
    made, home = bureau
    port = int(made.server.url.rsplit(":", 1)[1])
    with home.opened() as laptop:
        do = laptop.use_cases
        waiting = do.look_up.trust().outbox
        made.cut()
        with login_page(port), pytest.raises(EnvironmentFault) as error:
            do.synchronize()
        still = do.look_up.trust().outbox
        made.restore()
        outcome = do.synchronize()

    assert error.value.code == "network.portal"
    assert says_all(error.value)
    assert (still.events, still.blobs) == (waiting.events, waiting.blobs)
    assert outcome.pushed == waiting.events > 0
