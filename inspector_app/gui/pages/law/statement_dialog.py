"""What a text does not say of itself, a person says: which law, of which day, in force from when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.law.statute import EffectiveBasis
from inspector_app.gui.controls import (
    Button,
    CheckBox,
    DateField,
    Label,
    PrimaryButton,
    TextField,
    TranslatedDialog,
)
from inspector_app.gui.controls.dialog import lay_out, make_room
from inspector_app.gui.error_words import error_words
from inspector_app.gui.pages.law.law_words import basis_note
from inspector_app.gui.theme import Space, TypeRole, look
from inspector_app.gui.window_facts import NOTHING_STATED, StatedOfText, TakenStatute

__all__ = ["StatementDialog", "can_be_stated", "may_be_asked"]

_LAW = "law"
_EDITION = "edition"
_EFFECTIVE = "effective"
_REPLACING = "replacing"
_ASKED = {
    "statute.no_title": _LAW,
    "statute.edition_unknown": _EDITION,
    "statute.edition_doubtful": _EDITION,
    "statute.never_in_force": _EFFECTIVE,
    "statute.overlap": _EFFECTIVE,
    "statute.changed_since": _REPLACING,
}


def may_be_asked(error: InspectorError) -> bool:
    """Whether it lacks something of a text that a person may know."""
    return error.code in _ASKED


def can_be_stated(taken: TakenStatute) -> bool:
    """Whether what is missing or doubtful of a text is something that a person may know."""
    return taken.path is not None and _asked(taken) != ""


def _asked(taken: TakenStatute) -> str:
    asked = next((_ASKED[error.code] for error in taken.errors if error.code in _ASKED), "")
    assumed = taken.edition is not None and taken.edition.basis is EffectiveBasis.ASSUMED
    return asked or (_EFFECTIVE if assumed else "")


class StatementDialog(TranslatedDialog):
    """Asks for the one thing that is missing, and offers to say the rest; accepted once it is said.

    ``before`` is what was said of the text already.
    """

    def __init__(
        self,
        taken: TakenStatute,
        parent: QWidget | None = None,
        before: StatedOfText = NOTHING_STATED,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("law.statement")
        self.setModal(True)
        self._taken = taken
        self._needed = _asked(taken)
        self._title = Label(role=TypeRole.TITLE)
        self._why = Label()
        self.law = TextField()
        self.edition = DateField()
        self.effective = DateField()
        self.replacing = CheckBox()
        self.replacing.setVisible(self._needed == _REPLACING)
        self.leave = Button()
        self.leave.clicked.connect(self.reject)
        self.confirm = PrimaryButton()
        self.confirm.clicked.connect(self._on_confirmed)
        lay_out(
            self,
            [self._title, self._why, self.law, self.edition, self.effective, self.replacing],
            [self.leave, self.confirm],
            spacing=Space.M,
        )
        self._fill(before)
        self.setMinimumWidth(look().scaled(520))
        self.retranslate()
        self._field.setFocus()

    @property
    def stated(self) -> StatedOfText:
        """What was said."""
        return StatedOfText(
            self.law.value().strip(),
            self.edition.value(),
            self.effective.value(),
            self.replacing.isChecked(),
        )

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("补充说明"))
        self._title.setText(self._taken.file)
        self._why.setText(self._reason())
        self.law.set_label(
            self.tr("法律全称"),
            self.tr("文本没有写明的才需要填写。"),
            required=self._needed == _LAW,
        )
        self.edition.set_label(
            self.tr("公布或者最近一次修改的日期"),
            self.tr("见标题下的说明或者公布令。"),
            required=self._needed == _EDITION,
        )
        self.effective.set_label(
            self.tr("该文本起施行的日期"),
            self.tr("不填的，按文本写明的日期；没有写明的，按公布日期推定。"),
            required=self._needed == _EFFECTIVE,
        )
        self.replacing.set_words(self.tr("以本文件的文字为准，替换本机已有的同一文本"))
        self.leave.set_words(self.tr("取消"), "Esc")
        self.confirm.set_words(self.tr("导入"))

    @property
    def _field(self) -> QWidget:
        asked: dict[str, QWidget] = {
            _LAW: self.law,
            _EDITION: self.edition,
            _EFFECTIVE: self.effective,
            _REPLACING: self.replacing,
        }
        return asked.get(self._needed, self.law)

    def _fill(self, before: StatedOfText) -> None:
        """Begin with what is known already."""
        self.law.set_value(before.law)
        self.edition.set_value(before.edition)
        self.effective.set_value(before.effective)
        known = self._taken.edition
        if known is not None:
            self.law.set_value(known.law)
            self.edition.set_value(known.edition)
        for error in self._taken.errors:
            self.law.set_value(str(error.facts.get("law", "")) or self.law.value())
            told = str(error.facts.get("edition", ""))
            if told:
                self.edition.set_value(date.fromisoformat(told))

    def _reason(self) -> str:
        for error in self._taken.errors:
            if error.code in _ASKED:
                return error_words(error).what
        return basis_note(self._taken.edition) if self._taken.edition is not None else ""

    def _on_confirmed(self) -> None:
        stated = self.stated
        missing = self.tr("请填写此项。")
        edition, effective = stated.edition, stated.effective
        early = edition is not None and effective is not None and effective < edition
        self.law.set_error(missing if self._needed == _LAW and not stated.law else "")
        self.edition.set_error(missing if self._needed == _EDITION and edition is None else "")
        if early:
            self.effective.set_error(self.tr("施行日期不能早于公布或者修改的日期。"))
        else:
            lacking = self._needed == _EFFECTIVE and effective is None
            self.effective.set_error(missing if lacking else "")
        make_room(self)
        if self._needed == _REPLACING and not stated.replacing:
            self.replacing.setFocus()
            return
        wrong = next((f for f in (self.law, self.edition, self.effective) if f.error), None)
        if wrong is not None:
            wrong.setFocus()
            return
        self.accept()
