"""The line at the foot of the window that says why the record can be trusted."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.officer import Role
from inspector_app.gui.controls.fitting import Fitting
from inspector_app.gui.controls.flow import FlowLayout
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import TranslatedFrame, TranslatedWidget
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["ClockState", "JournalState", "StatusBar", "StatusFacts"]


_LINE = 30
# A label may ask for a pixel or two more than its words are wide.
_ROUNDED = 2


class JournalState(Enum):
    """Whether the hash chain of the record holds."""

    INTACT = "intact"
    CHECKING = "checking"
    BROKEN = "broken"


class ClockState(Enum):
    """Whether the device's clock agrees with what the server last said."""

    FINE = "fine"
    UNCHECKED = "unchecked"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """What the status bar says.

    ``unsent`` records, photos and other files wait for the server; ``last_sync`` is a moment in
    ISO 8601, empty = never.
    """

    online: bool = False
    syncing: bool = False
    unsent: int = 0
    photos_waiting: int = 0
    files_waiting: int = 0
    last_sync: str = ""
    journal: JournalState = JournalState.INTACT
    clock: ClockState = ClockState.UNCHECKED
    role: Role = Role.OFFICER
    people: tuple[str, ...] = ()


class StatusBar(Fitting, TranslatedFrame):
    """Shows `StatusFacts`; each fact is an icon with words, never a colour alone.

    Until facts are set it says nothing: what is not known yet is not claimed. Where they do not
    fit into one line, what waits is told by its number alone, then the people by their names
    without their role, then the last sync by its moment, before a second line is taken.

    Signals:
        sync_details_wanted(): the person pressed the sync facts.
    """

    sync_details_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._facts: StatusFacts | None = None
        self._row = row = FlowLayout(self, Space.XL, last_at_end=True)
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line = _Fact()
        self._unsent = _Fact()
        self._synced = _Fact()
        self._journal = _Fact()
        self._clock = _Fact()
        self._people = _Fact()
        for fact in (self._line, self._unsent, self._synced):
            fact.pressed.connect(self.sync_details_wanted)
        for fact in self._told:
            row.addWidget(fact)
        self.restyle()

    @property
    def facts(self) -> StatusFacts | None:
        """What is on show."""
        return self._facts

    def set_facts(self, facts: StatusFacts) -> None:
        """Show ``facts``."""
        self._facts = facts
        self._show_line(facts)
        self._show_unsent(facts)
        self._show_record(facts)
        # Late: the first frame has no facts, and the field's words bring half the domain along.
        from inspector_app.gui.terms import join_names, role_label

        names = join_names(facts.people)
        people = f"{role_label(facts.role)} {names}" if names else ""
        self._people.set_fact("id-card", people, short=names)
        self.setAccessibleName(self.words())
        self.fit()

    def words(self) -> str:
        """The whole line as one sentence, for screen readers and tests."""
        return " · ".join(fact.words for fact in self._told if fact.words)

    @property
    def _told(self) -> tuple[_Fact, ...]:
        """Every fact, from left to right."""
        record = (self._journal, self._clock)
        return (self._line, self._unsent, self._synced, *record, self._people)

    def retranslate(self) -> None:
        if self._facts is not None:
            self.set_facts(self._facts)

    def restyle(self) -> None:
        # As high without facts as with them: the page above must not move when they come.
        self.setMinimumHeight(look().scaled(_LINE) + 2 * Space.XS)
        self.fit()

    def fit(self) -> None:
        # By the words alone: what the layout asks for lags behind what is told, and the one would
        # follow the other round for ever.
        shown = [fact for fact in self._told if fact.words]
        edge = self._row.contentsMargins()
        over = sum(fact.whole_width for fact in shown) + Space.XL * (len(shown) - 1)
        over += edge.left() + edge.right() - self.width()
        for fact in (self._unsent, self._people, self._synced):
            fact.tell(short=over > 0)
            over -= fact.untold

    def _show_line(self, facts: StatusFacts) -> None:
        if facts.syncing:
            self._line.set_fact("refresh-cw", self.tr("正在同步"), Tone.PROGRESS)
        elif facts.online:
            self._line.set_fact("wifi", self.tr("在线"), Tone.MET)
        else:
            self._line.set_fact("wifi-off", self.tr("离线"), Tone.NEUTRAL)

    def _show_unsent(self, facts: StatusFacts) -> None:
        # Late, as above.
        from inspector_app.gui.terms import clock_text, waiting_text

        waiting = waiting_text(facts.unsent, facts.photos_waiting, facts.files_waiting)
        if waiting:
            words = self.tr("待上传 {what}").format(what=waiting)
            total = facts.unsent + facts.photos_waiting + max(facts.files_waiting, 0)
            short = self.tr("待上传 %n 项", "", total)
            self._unsent.set_fact("cloud-upload", words, Tone.ATTENTION, short)
        else:
            self._unsent.set_fact("cloud-check", self.tr("已全部上传"), Tone.MET)
        if not facts.last_sync:
            self._synced.set_fact("history", self.tr("尚未同步"))
        else:
            time = clock_text(facts.last_sync)
            words = self.tr("上次同步 {time}").format(time=time)
            self._synced.set_fact("history", words, short=time)

    def _show_record(self, facts: StatusFacts) -> None:
        journal = {
            JournalState.INTACT: ("shield-check", self.tr("记录完整"), Tone.MET),
            JournalState.CHECKING: ("shield", self.tr("正在核对记录"), Tone.PROGRESS),
            JournalState.BROKEN: ("shield-x", self.tr("记录链断裂"), Tone.NOT_MET),
        }
        clock = {
            ClockState.FINE: ("clock", self.tr("时钟正常"), Tone.MET),
            ClockState.UNCHECKED: ("clock", self.tr("时钟待核对"), Tone.NEUTRAL),
            ClockState.DOUBTFUL: ("clock", self.tr("时钟可疑"), Tone.ATTENTION),
        }
        self._journal.set_fact(*journal[facts.journal])
        self._clock.set_fact(*clock[facts.clock])


class _Fact(TranslatedWidget):
    """An icon and a few words; pressed like a link."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._short = ""
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS + 2)
        self._icon = IconLabel("circle", 16)
        self._label = Label(role=TypeRole.CAPTION, wrap=False)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.hide()
        self.restyle()

    def set_fact(
        self, icon_name: str, words: str, tone: Tone | None = None, short: str = ""
    ) -> None:
        self.words, self._short = words, short or words
        self._icon.set_icon(icon_name, tone)
        self._label.setText(words)
        self._label.set_tone(tone if tone in (Tone.NOT_MET, Tone.ATTENTION) else None)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    @property
    def whole_width(self) -> int:
        """How wide it is in all its words."""
        beside = self._icon.sizeHint().width() + self._row.spacing()
        return beside + self._label.fontMetrics().horizontalAdvance(self.words) + _ROUNDED

    @property
    def untold(self) -> int:
        """How much wider it would be in all its words."""
        measure = self._label.fontMetrics().horizontalAdvance
        return measure(self.words) - measure(self._label.text())

    def tell(self, *, short: bool) -> None:
        """In few words, all of them at the pointer; or in all."""
        shown = self._short if short else self.words
        self._label.setText(shown)
        self.setToolTip(self.words if shown != self.words else "")

    def restyle(self) -> None:
        self.setMinimumHeight(look().scaled(_LINE))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
