"""The real window on a laptop's folder, driven in a process of its own that can be killed.

``python -m tests.functional.window_walk FOLDER GOAL``: opens the laptop, lets it synchronise by
itself, goes on with the visit where it stands, and works without a pause until GOAL. Goals, in
order: submitted, sent, corrected, approved. It tells in lines of a word and JSON:

``pressed``   an answer's key or a signature's confirmation goes down now, by its number
``recorded``  a transaction on the visit has been committed: its head, and how many answers it holds
``stands``    what the screen shows, and what the line at its foot says
``waits``     it does nothing until its standard input says a line: for the network to be cut, and
              before service
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from inspector_app.application.visit_records import VisitEdit, VisitRecords
from inspector_app.bootstrap.facts import window_facts
from inspector_app.bootstrap.laptop import Laptop, laptop_secrets, open_laptop
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit import Step
from inspector_app.gui.app import build_window
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.visit.page import VisitPage
from inspector_app.gui.pages.visit.remark_card import RemarkCard
from inspector_app.gui.theme import Look, apply_look
from tests.gui.pages_visit import VisitPageObject
from tests.pictures import picture

SYNCHRONISED_AT = 5
CUT_AT = 9
FAILED = {
    "FOOD.STAFF.HEALTHCERT": "传菜员一人未能出示有效健康证明。",
    "FOOD.RESULT.POSTED": "上一次监督检查结果记录表未见公开展示。",
}
PATIENCE_MS = 120_000


def tell(word: str, **facts: object) -> None:
    """Say a line in one piece: the window and its database lane both do."""
    os.write(sys.stdout.fileno(), f"{word} {json.dumps(facts)}\n".encode())


def wait_for_word(what: str) -> None:
    """Do nothing until whoever listens has done ``what``."""
    tell("waits", what=what)
    sys.stdin.readline()


def tell_what_is_recorded() -> None:
    """Let every transaction on a visit be told once it has been committed, and not before."""
    editing = VisitRecords.editing

    @contextmanager
    def telling(self: VisitRecords, visit_id: str) -> Iterator[VisitEdit]:
        with editing(self, visit_id) as edit:
            yield edit
        visit = edit.visit
        tell("recorded", seq=visit.head.seq, hash=visit.head.hash, answers=len(visit.answers))

    VisitRecords.editing = telling  # type: ignore[method-assign]  # only listens


class Waiting:
    """What the page object asks of pytest-qt, without pytest."""

    def waitUntil(self, holds: Callable[[], bool], timeout: int = PATIENCE_MS) -> None:
        if holds():
            return
        loop = QEventLoop()
        look = QTimer(interval=5)
        # What has held once may change again before the loop has ended: the code tells.
        look.timeout.connect(lambda: loop.exit(0) if holds() else None)
        look.start()
        QTimer.singleShot(timeout, lambda: loop.exit(1))
        assert loop.exec() == 0, "the window did not come to rest"


class WindowVisit(VisitPageObject):
    """The page object on the visit page of a whole window."""

    def __init__(self, window: MainWindow, laptop: Laptop) -> None:
        self._qtbot = Waiting()  # type: ignore[assignment]  # the one method of QtBot that is used
        self._jobs = window.jobs
        self.window = window
        self.laptop = laptop
        self.bus = window.bus
        page = window.show_page("visit")
        assert isinstance(page, VisitPage)
        self.page = page
        self.notices = []
        page.message_raised.connect(self.notices.append)
        self.settle()

    def resume(self) -> None:
        """Open the visit of this laptop, or start one from the most merged tasks."""
        visits = self.laptop.use_cases.look_up.visits()
        if visits:
            self.open(visits[0].visit_id)
            return
        groups = self.laptop.use_cases.view_today().groups
        shop = max(
            (g for g in groups if "catering" in g.enterprise.activities),
            key=lambda g: len(g.tasks),
        )
        self.start(shop.enterprise.id, partner="officer-2")

    def answer(self, value: AnswerValue, code: str = "") -> None:
        tell("pressed", answer=len(self.visit.answers) + 1, item=code, value=value.value)
        super().answer(value, code)

    def press(self, button: QAbstractButton) -> None:
        if button.objectName() == "sign.confirm":
            signed = sum(len(d.signatures) for d in self.visit.documents.values())
            tell("pressed", signature=signed + 1)
        super().press(button)

    def answer_everything(self) -> None:
        """Answer item by item with the keys; failed items get a photo and their finding."""
        if self.view.visit.identity is None:
            self.arrive("尤清和")
        if self.shown is not Step.CHECKLIST:
            self.go_to(Step.CHECKLIST)
        while unanswered := self.visit.unanswered:
            self.mind_the_network(len(self.visit.answers))
            code = unanswered[0].code
            if code not in FAILED:
                self.answer(AnswerValue.MET, code)
                continue
            self.answer(AnswerValue.NOT_MET, code)
            self.choose_item(code)
            self.card.photos.bytes_added.emit(picture("PNG"))
            self.settle()
            self.accept_finding(FAILED[code])

    def mind_the_network(self, answered: int) -> None:
        """Synchronise once with the visit begun, and once more when the network has been cut."""
        if answered == SYNCHRONISED_AT:
            self.synchronize()
            self.report("synchronised")
        if answered == CUT_AT:
            wait_for_word("cut")
            self.synchronize()
            assert isinstance(self.window.sync_lane.runs[0].error, EnvironmentFault)
            self.report("cut")

    def judge_and_compose(self) -> None:
        """The result and every document."""
        if self.visit.grading is None:
            self.judge()
        if any(p.document is None and not p.template.serves for p in self.view.documents):
            self.go_to(Step.DOCUMENTS)
            self.compose_all()

    def correct_papers(self, because: str) -> None:
        """Issue, serve and prove anew every document that says what was corrected."""
        assert not visit_can_be_submitted(self), "outdated papers were let through"
        self.go_to(Step.DOCUMENTS)
        outdated = [p.template.kind for p in self.view.documents if p.stale]
        for kind in outdated:
            self.choose_row(self.documents.list, kind)
            self.press(self.documents.correct)
            self.press(self.documents.compose)
            self.documents.because.field.set_value(because)
            self.press(self.documents.because.confirm)
            self.go_to(Step.DOCUMENTS)
        self.sign_all()
        self.go_to(Step.SERVICE)
        self.serve()

    def report(self, moment: str) -> None:
        """Say what the screen shows and what the line at its foot says."""
        visit, status = self.visit, self.window.status
        assert status.facts is not None
        lists = {
            Step.CHECKLIST: lambda: self.checklist.items.current,
            Step.SIGNATURES: lambda: self.signatures.list.current_key,
        }
        tell(
            "stands",
            at=moment,
            seq=visit.head.seq,
            hash=visit.head.hash,
            answers=len(visit.answers),
            step=self.shown.value if self.shown else "",
            item=lists[self.shown]() if self.shown in lists else "",
            online=status.facts.online,
            unsent=status.facts.unsent,
            status=status.words(),
        )

    def synchronize(self) -> None:
        """Press F5's action and wait for its end."""
        lane = self.window.sync_lane
        # One that began by itself may have begun before what is to be sent was recorded.
        Waiting().waitUntil(lambda: not lane.busy)
        before = len(lane.runs)
        lane.sync_now()
        Waiting().waitUntil(lambda: len(lane.runs) > before and not lane.busy)
        self.settle()


def visit_can_be_submitted(visit: WindowVisit) -> bool:
    """Whether the step of completion offers to submit."""
    visit.go_to(Step.DONE)
    submit: bool = visit.done.submit.isVisible() and visit.done.submit.isEnabled()
    return submit


def work(visit: WindowVisit, goal: str) -> None:
    """Go on until ``goal``."""
    if goal == "submitted":
        inspect(visit)
    if goal == "sent":
        visit.synchronize()
    if goal == "corrected":
        correct(visit)
    if goal == "approved":
        visit.synchronize()
        assert visit.view.review_status is ReviewStatus.APPROVED


def inspect(visit: WindowVisit) -> None:
    """From the door, or from wherever the visit stands, to its submission."""
    visit.answer_everything()
    visit.judge_and_compose()
    if any(d.missing_slots for d in visit.visit.documents.values()):
        visit.sign_all()
    visit.go_to(Step.SERVICE)
    if not visit.visit.services:
        wait_for_word("service")
    visit.serve()
    visit.press(visit.done.complete)
    visit.press(visit.done.submit)


def correct(visit: WindowVisit) -> None:
    """Take the returned case in, mend the item that the remark stands at, answer, send again."""
    visit.synchronize()
    assert visit.view.review_status is ReviewStatus.RETURNED
    remark = visit.view.remarks[0]
    visit.go_to(Step.CHECKLIST)
    visit.choose_item(remark.item)
    card = visit.checklist.findChild(RemarkCard, f"remark.{remark.remark_id}")
    assert card is not None, "the remark does not stand at its item"
    do = visit.laptop.use_cases
    visit.card.press(AnswerValue.NOT_MET)
    visit.card.note.set_value("一人未能出示有效健康证明，其岗位为传菜员。")
    visit.card.correction.field.set_value("按审核意见补充岗位")
    visit.press(visit.card.correction.confirm)
    assert do.view_visit(visit.visit.id).visit.answers[remark.item].corrected
    visit.choose_item(remark.item)
    card = visit.checklist.findChild(RemarkCard, f"remark.{remark.remark_id}")
    assert card is not None
    card.reply.set_value("已补充：该从业人员为传菜员。")
    visit.press(card.send)
    visit.correct_papers("按审核意见补充岗位")
    visit.go_to(Step.DONE)
    visit.press(visit.done.submit)
    visit.synchronize()


def main(arguments: list[str]) -> int:
    """See the module."""
    folder, goal = Path(arguments[0]), arguments[1]
    tell_what_is_recorded()
    app = QApplication([])
    apply_look(app, Look())
    apply_language(app, "zh")
    secrets = laptop_secrets(folder)
    with open_laptop(folder, secrets=secrets) as laptop:
        window = build_window(laptop.use_cases, window_facts(laptop, secrets))
        window.resize(1366, 768)
        window.show()
        window.pause_before_network = 0
        window.start()
        lane = window.sync_lane
        # It synchronises by itself, with whatever network there is: tasks and numbers come so.
        Waiting().waitUntil(lambda: bool(lane.runs) and not lane.busy and window.jobs.idle)
        visit = WindowVisit(window, laptop)
        visit.resume()
        visit.report("opened")
        work(visit, goal)
        visit.report(goal)
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
