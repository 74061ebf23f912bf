"""A case as the record tells it: items, what changed, documents, and the course of events."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    Badge,
    Chip,
    EmptyState,
    FlowRow,
    IconButton,
    Label,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.pages.fact_rows import CardSection, clear_layout, fact_row
from inspector_app.gui.pages.review.case_documents import CaseDocuments
from inspector_app.gui.pages.review.item_row import ItemRow
from inspector_app.gui.pages.review.timeline import tell
from inspector_app.gui.pages.review.view_model import CaseItem, CaseModel, Pin
from inspector_app.gui.terms import (
    State,
    credit_code_text,
    fact_line,
    join_names,
    moment_text,
    review_state,
    task_kind_label,
)
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["CasePane", "CaseTab"]

# Below this height, in logical pixels at text scale 1, a page of the case shows too little.
_LOWEST = 240


class CaseTab(Enum):
    """What of the case is on show."""

    FAILED = "failed"
    CHANGED = "changed"
    ITEMS = "items"
    DOCUMENTS = "documents"
    TIMELINE = "timeline"


class CasePane(TranslatedWidget):
    """Shows a `CaseModel`.

    Signals:
        remark_wanted(Pin): pin a remark there.
        photo_wanted(str): look at this photo (its id).
        document_wanted(str): this document's PDF is to be shown (its id).
        thumbnails_wanted(): the items' thumbnails are to be fetched.
    """

    remark_wanted = Signal(Pin)
    photo_wanted = Signal(str)
    document_wanted = Signal(str)
    thumbnails_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: CaseModel | None = None
        self._tab = CaseTab.FAILED
        self._images: dict[str, QImage] = {}
        self.item_rows: dict[str, ItemRow] = {}
        self._name = Label(role=TypeRole.TITLE)
        self._facts = Label(role=TypeRole.CAPTION, muted=True)
        self._state = Badge()
        self.remark_button = IconButton("message-square-plus")
        self.remark_button.clicked.connect(lambda: self.remark_wanted.emit(Pin()))
        self.chips = {tab: Chip() for tab in CaseTab}
        self.documents = CaseDocuments()
        self.documents.document_wanted.connect(self.document_wanted)
        self.documents.remark_wanted.connect(
            lambda document: self.remark_wanted.emit(Pin(document=document))
        )
        self.nothing = EmptyState("clipboard-check")
        for tab, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, tab=tab: self.show_tab(tab))
        self._lay_out()
        self.retranslate()

    @property
    def model(self) -> CaseModel | None:
        """The case on show."""
        return self._model

    @property
    def tab(self) -> CaseTab:
        """What of it is on show."""
        return self._tab

    def set_model(self, model: CaseModel) -> None:
        """Show ``model``; another case begins with what changed, or with what was not met."""
        before = self._model
        same = before is not None and before.case.visit.id == model.case.visit.id
        self._model = model
        if not same:
            self._images = {}
            self._tab = CaseTab.CHANGED if model.changed else CaseTab.FAILED
            if not model.changed and not model.failed:
                self._tab = CaseTab.ITEMS
            self._scroll.verticalScrollBar().setValue(0)
            self.whole.verticalScrollBar().setValue(0)
        self.documents.set_model(model)
        self.retranslate()

    def clear(self) -> None:
        """Show no case."""
        self._model = None
        self.retranslate()

    def show_tab(self, tab: CaseTab) -> None:
        """Show another part of the case."""
        self._tab = tab
        self._show_body()

    def show_images(self, images: Mapping[str, QImage]) -> None:
        """Show thumbnails that have arrived, by SHA-256."""
        self._images.update(images)
        for row in self.item_rows.values():
            row.show_images(self._images)

    def retranslate(self) -> None:
        model = self._model
        self._head.setVisible(model is not None)
        self.nothing.set_words(
            self.tr("选择一个案件"), self.tr("检查记录、照片和文书会按记录的原样显示在这里。")
        )
        self.remark_button.set_words(self.tr("对整个案件提出意见"), "M")
        if model is None:
            self._pages.setCurrentWidget(self.nothing)
            return
        self._show_head(model)
        self._show_body()

    def _show_head(self, model: CaseModel) -> None:
        visit = model.case.visit
        self._name.setText(visit.enterprise.name)
        state = review_state(model.case.status)
        self._state.set_state(state.text, state.tone, state.icon)
        grade = visit.grading.label if visit.grading else ""
        facts = [
            credit_code_text(visit.enterprise.credit_code),
            " + ".join(dict.fromkeys(task_kind_label(task.kind) for task in visit.tasks)),
            join_names(officer.name for officer in visit.officers),
            moment_text(visit.started_at),
            grade,
            self.tr("第 {round} 次提交").format(round=visit.submitted_round),
        ]
        self._facts.setText(fact_line(facts))
        words = {
            CaseTab.FAILED: (self.tr("不符合"), len(model.failed)),
            CaseTab.CHANGED: (self.tr("审核后的变化"), len(model.changed)),
            CaseTab.ITEMS: (self.tr("全部项目"), len(model.items)),
            CaseTab.DOCUMENTS: (self.tr("文书"), len(model.documents)),
            CaseTab.TIMELINE: (self.tr("经过"), None),
        }
        for tab, chip in self.chips.items():
            chip.set_words(*words[tab])
        self.chips[CaseTab.CHANGED].setVisible(model.reviewed_seq > 0)

    def _show_body(self) -> None:
        model = self._model
        for tab, chip in self.chips.items():
            chip.setChecked(tab is self._tab)
        if model is None:
            return
        if self._tab is CaseTab.DOCUMENTS:
            self._pages.setCurrentWidget(self.documents)
            self.documents.begin()
            return
        clear_layout(self._rows)
        self.item_rows = {}
        if self._tab is CaseTab.TIMELINE:
            self._show_timeline(model)
        else:
            shown = {
                CaseTab.FAILED: model.failed,
                CaseTab.CHANGED: model.changed,
                CaseTab.ITEMS: model.items,
            }[self._tab]
            self._show_items(shown)
        self._pages.setCurrentWidget(self._scroll)

    def _show_items(self, items: tuple[CaseItem, ...]) -> None:
        section = ""
        for item in items:
            if item.planned.section != section:
                section = item.planned.section
                self._rows.addWidget(Label(section, TypeRole.LABEL, muted=True))
            row = ItemRow(item)
            row.remark_wanted.connect(lambda code: self.remark_wanted.emit(Pin(item=code)))
            row.photo_wanted.connect(self.photo_wanted)
            row.show_images(self._images)
            self.item_rows[item.planned.code] = row
            self._rows.addWidget(row)
        if not items:
            self._rows.addWidget(Label(self.tr("没有这样的项目。"), muted=True))
        if any(photo.thumbnail not in self._images for item in items for photo in item.photos):
            self.thumbnails_wanted.emit()

    def _show_timeline(self, model: CaseModel) -> None:
        rows = []
        for happening in tell(model):
            state = None
            if happening.new:
                state = State(self.tr("审核后"), Tone.PROGRESS, "pencil")
            said = fact_line((moment_text(happening.at), happening.by))
            rows.append(fact_row(happening.words, said, icon=happening.icon, state=state))
        card = CardSection()
        card.set_rows(self.tr("经过"), rows, "", self.tr("按记录的先后，最近的在前。"))
        self._rows.addWidget(card)

    def _lay_out(self) -> None:
        self._head = QWidget()
        title = QHBoxLayout()
        title.setSpacing(Space.M)
        title.addWidget(self._name, 1)
        title.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        title.addWidget(self.remark_button)
        tabs = FlowRow(Space.XS)
        for chip in self.chips.values():
            tabs.add(chip)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(Space.XS)
        head.addLayout(title)
        head.addWidget(self._facts)
        head.addWidget(tabs)
        self._scroll = ScrollPage(margins=0)
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.XS)
        self._scroll.body.addWidget(content)
        self._scroll.body.addStretch(1)
        self._pages = _Pages()
        for page in (self.nothing, self._scroll, self.documents):
            self._pages.addWidget(page)
        # What does not fit, at twice the size of text or in a low window, is scrolled.
        self.whole = ScrollPage(margins=0, gutter=0)
        self.whole.body.setSpacing(Space.S)
        self.whole.body.addWidget(self._head)
        self.whole.body.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)


class _Pages(QStackedWidget):
    """Takes the room that is left, and no less than the page on show can do with.

    More than that a page does not ask of the pane: it scrolls for itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        least = QSize(0, look().scaled(_LOWEST))
        page = self.currentWidget()
        if page is None:
            return least
        layout = page.layout()
        if layout is not None and layout.hasHeightForWidth():
            asked = layout.minimumHeightForWidth(self.width())
        else:
            asked = page.minimumSizeHint().height()
        # The width is the pane's: what is wider shortens its words.
        return least.expandedTo(QSize(0, asked))

    def hasHeightForWidth(self) -> bool:
        return False
