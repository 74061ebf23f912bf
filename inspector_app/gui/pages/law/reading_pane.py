"""The right side of 法规: which edition, its text, and what is known of the place in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.domain.law.citation import Citation, short_name
from inspector_app.domain.law.statute import StatuteEdition
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    Card,
    Choice,
    ChoiceField,
    EmptyState,
    IconLine,
    Label,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.pages.law.days_bar import DaysBar
from inspector_app.gui.pages.law.law_words import (
    basis_note,
    edition_state,
    edition_words,
    later_note,
    level_word,
    validity_words,
)
from inspector_app.gui.pages.law.place_panel import PlacePanel
from inspector_app.gui.pages.law.statute_lines import place_in_lines
from inspector_app.gui.pages.law.statute_text import StatuteText
from inspector_app.gui.pages.law.view_model import Days, OpenStatute, PlaceFacts
from inspector_app.gui.terms import capitalised, fact_line
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["ReadingPane"]

_BESIDE_FROM = 1060
_ASIDE = 380
_LOW = 820
_LOWER = 350
_LOWEST = 100
_ANY = 16777215


class ReadingPane(TranslatedWidget):
    """Shows an `OpenStatute`, or an invitation to choose one.

    Signals:
        edition_chosen(str): digest of the edition to read instead.
        beside_chosen(str): digest of the edition to compare with; empty = none.
        days_chosen(Days): read the law as it was on these days.
        place_chosen(Citation): the cursor came to rest at a place; its facts are asked for.
    """

    edition_chosen = Signal(str)
    beside_chosen = Signal(str)
    days_chosen = Signal(object)
    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law.reading")
        self._open: OpenStatute | None = None
        self._today = date.min
        self._title = Label(role=TypeRole.TITLE)
        self.state = Badge()
        self._facts = Label(role=TypeRole.CAPTION, muted=True)
        self._doubt = IconLine("triangle-alert", Label(role=TypeRole.CAPTION), Tone.ATTENTION)
        self.editions = ChoiceField()
        self.editions.value_changed.connect(self._on_edition_changed)
        self.beside = ChoiceField()
        self.beside.value_changed.connect(lambda digest: self.beside_chosen.emit(digest or ""))
        self.days_button = Button(icon_name="calendar-clock", kind=ButtonKind.QUIET)
        self.days_button.setCheckable(True)
        self.days_button.toggled.connect(self._on_days_toggled)
        self.days = DaysBar()
        self.days.hide()
        self.days.days_chosen.connect(self.days_chosen)
        self._legend = Label(role=TypeRole.CAPTION, muted=True)
        self.text = StatuteText()
        self.text.line_chosen.connect(self._on_line_chosen)
        self.place = PlacePanel()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._fit)
        self.place.height_changed.connect(self._again.start)
        # It scrolls for itself: what it would like to be must not make the page scroll too.
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.empty = EmptyState("book-open")
        self._lay_out()
        self._show_open()
        self.retranslate()

    @property
    def opened(self) -> OpenStatute | None:
        """What is read."""
        return self._open

    def set_statute(self, opened: OpenStatute, days: Days, today: date) -> None:
        """Read ``opened``; the same text again stays where it was left."""
        same = self._open is not None and self._open == opened
        self._open, self._today = opened, today
        self.days.set_days(days, opened.editions, today)
        if days != Days():
            self.days_button.setChecked(True)
        if not same:
            changed = frozenset(
                number
                for number, line in enumerate(opened.lines)
                if opened.changed
                and line.citation is not None
                and (line.citation.article, line.citation.subarticle) in opened.changed
            )
            self.text.set_lines(opened.lines, changed)
            self.place.set_facts(None)
        self._show_open()
        self._say()

    def go_to(self, citation: Citation) -> bool:
        """Mark a place and bring it into sight; False if the text has none such."""
        if self._open is None:
            return False
        place = place_in_lines(self._open.lines, citation)
        if place is not None:
            self.text.mark_place(*place)
            self.place_chosen.emit(citation)
        return place is not None

    def set_place(self, facts: PlaceFacts | None) -> None:
        """Show what is known of the place."""
        self.place.set_facts(facts)
        self._fit()
        # Rows that were just put in have a height with the next turn of the loop.
        QTimer.singleShot(0, self, self._settle)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("条文"))
        self.text.setAccessibleName(self.tr("法律条文"))
        self.editions.set_name(self.tr("文本"))
        self.beside.set_name(self.tr("对照的文本"))
        self.days_button.set_words(self.tr("按行为日适用"), "Ctrl+D")
        self.empty.set_words(
            self.tr("选择一部法律"),
            self.tr("从左侧选择，或者输入条号直接打开，例如“行政处罚法第三十三条”。"),
        )
        self._say()

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Move and watched in (self.days, self.place):
            # How far the page is to be scrolled hangs on where they come to stand.
            self._again.start()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._title, 1)
        head.addWidget(self.days_button)
        head.addWidget(self.state)
        tools = QHBoxLayout()
        tools.setSpacing(Space.S)
        tools.addWidget(self.editions, 1)
        tools.addWidget(self.beside, 1)
        self._card = Card()
        self._card.body.setSpacing(Space.S)
        self._card.body.addLayout(head)
        self._card.body.addWidget(self._facts)
        self._card.body.addWidget(self._doubt)
        self._card.body.addLayout(tools)
        self._card.body.addWidget(self.days)
        self._card.body.addWidget(self._legend)
        self._card.body.addWidget(self.text, 1)
        # What does not fit, at twice the size of text or in a low window, is scrolled.
        self._page = ScrollPage(margins=0, gutter=0)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._page.body.addLayout(self._row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._row.setSpacing(Space.M)
        self._row.addWidget(self.empty, 1)
        self._row.addWidget(self._card, 1)
        self._row.addWidget(self.place)
        for part in (self.days, self.place):
            part.installEventFilter(self)

    @property
    def _compared(self) -> bool:
        facts = self.place.facts
        return facts is not None and facts.other is not None

    @property
    def _crowded(self) -> bool:
        """With the days asked for above it, a low window has room for two wordings, or for the text."""
        low = self.height() < look().scaled(_LOW) and not self._beside
        return self._compared and self.days.isVisibleTo(self) and low

    @property
    def _beside(self) -> bool:
        """Whether the place has a column of its own, right of the text."""
        return self.width() >= look().scaled(_BESIDE_FROM)

    @property
    def _from_days(self) -> int:
        """Where the page is scrolled to so that it begins with the days asked for."""
        return self.days.y() - Space.S

    def _settle(self) -> None:
        self._fit()
        if self._crowded:
            # A page that has become longer is scrolled by its new length a turn later.
            QTimer.singleShot(0, self, self._begin_with_days)

    def _begin_with_days(self) -> None:
        """What was asked, what follows from it and, where there is room, how the wordings begin."""
        self._page.verticalScrollBar().setValue(self._from_days)

    def _fit(self) -> None:
        scaled = look().scaled
        crowded = self._crowded
        self.text.setMinimumHeight(scaled(_LOWEST))
        self.text.setVisible(not crowded)
        # The room is short; what the line says stands in the list of editions too.
        shown = self._open is not None and not self.days.isVisibleTo(self)
        self._facts.setVisible(shown and self.height() >= scaled(_LOWER))
        self._legend.setVisible(not crowded and self._open is not None and bool(self._open.other))
        self._row.setStretchFactor(self._card, 0 if crowded else 1)
        self._row.setStretchFactor(self.place, 1 if crowded else 0)
        beside = self._beside
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.place.setMinimumWidth(scaled(_ASIDE) if beside else 0)
        self.place.setMaximumWidth(scaled(_ASIDE) if beside else _ANY)
        policies = QSizePolicy.Policy
        self.place.setSizePolicy(
            policies.Preferred, policies.Ignored if beside else policies.Preferred
        )
        if beside:
            self.place.setMinimumHeight(scaled(_LOWEST))
            self.place.setMaximumHeight(_ANY)
            return
        wanted = self.place.height_wanted(self.width())
        if crowded:
            # Two wordings under the days are scrolled with them: one thing scrolls, not two.
            room = self._page.viewport().height() - self.place.y()
            # Where all has no room, the page is scrolled past its head and does not stop half-way.
            least = wanted if wanted <= room else max(wanted, room + self._from_days)
            self.place.setMinimumHeight(least)
            self.place.setMaximumHeight(_ANY)
            return
        share = 0.5 if self._compared else 0.34
        room = max(round(self.height() * share), scaled(_LOWEST))
        self.place.setFixedHeight(min(wanted, room))

    def _show_open(self) -> None:
        self._card.setVisible(self._open is not None)
        self.empty.setVisible(self._open is None)

    def _say(self) -> None:
        if self._open is None:
            return
        edition = self._open.edition
        self._title.setText(short_name(edition.law))
        self._title.setToolTip(edition.law)
        state = edition_state(edition, self._today)
        self.state.set_state(state.text, state.tone, state.icon or None)
        counts = edition.counts
        parts = (
            level_word(edition.level),
            validity_words(edition),
            self.tr("{articles} 条 {paragraphs} 款 {items} 项").format(
                articles=counts.articles, paragraphs=counts.paragraphs, items=counts.items
            ),
        )
        self._facts.setText(fact_line(parts))
        newest = self._open.editions[-1].edition
        doubts = (later_note(self._open.later, newest), basis_note(edition))
        doubt = "\n".join(words for words in doubts if words)
        self._doubt.words.setText(doubt)
        self._doubt.setVisible(bool(doubt))
        self.editions.set_choices(
            [Choice(each.digest, self._name(each)) for each in reversed(self._open.editions)]
        )
        self.editions.set_value(edition.digest)
        others = [each for each in reversed(self._open.editions) if each != edition]
        self.beside.set_choices(
            [
                Choice("", self.tr("不对照其他文本")),
                *(
                    Choice(
                        each.digest, self.tr("对照{edition}").format(edition=edition_words(each))
                    )
                    for each in others
                ),
            ]
        )
        self.beside.set_value(self._open.other.digest if self._open.other else "")
        for field in (self.editions, self.beside):
            field.setVisible(bool(others))
        self._say_legend()

    def _name(self, edition: StatuteEdition) -> str:
        words = capitalised(edition_words(edition))
        if not edition.in_force(self._today):
            return words
        return self.tr("{edition}（现行）").format(edition=words)

    def _say_legend(self) -> None:
        assert self._open is not None  # noqa: S101 - said only of what is open
        other, changed = self._open.other, self._open.changed
        self._legend.setVisible(other is not None)
        if other is None or changed is None:
            return
        words = (
            self.tr("与{edition}相比，%n 条不同，右侧有竖线。", "", len(changed))
            if changed
            else self.tr("与{edition}相比，条文相同。")
        )
        self._legend.setText(words.format(edition=edition_words(other)))

    def _on_edition_changed(self, digest: str | None) -> None:
        if digest:
            self.edition_chosen.emit(digest)

    def _on_days_toggled(self, shown: bool) -> None:
        self.days.setVisible(shown)
        self._fit()
        if shown:
            self.days.act.edit.setFocus()
        elif self.days.days != Days():
            self.days.clear.click()

    def _on_line_chosen(self, number: int) -> None:
        if self._open is None or not 0 <= number < len(self._open.lines):
            return
        citation = self._open.lines[number].citation
        if citation is None:
            self.set_place(None)
            return
        place = place_in_lines(self._open.lines, citation)
        if place is not None:
            self.text.mark_place(*place, move=False)
        self.place_chosen.emit(citation)
