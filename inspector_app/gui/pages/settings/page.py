"""The 设置 page: choices take effect at once, and what is installed can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.paper_ports import PrinterInfo
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    Card,
    Choice,
    ChoiceField,
    Columns,
    KeyValueGrid,
    Label,
    MultiChoiceField,
    Notice,
    ScrollPage,
    SectionHeader,
)
from inspector_app.gui.error_words import error_words
from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.key_list import KeyList
from inspector_app.gui.pages.fact_rows import CardSection, fact_row
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.settings.password_dialog import PasswordDialog
from inspector_app.gui.pages.settings.view_model import (
    SettingsModel,
    common_name,
    load_settings,
    read_file,
)
from inspector_app.gui.preferences import TEXT_SCALES, Preferences, store_preferences
from inspector_app.gui.terms import State, certificate_state, day_text, fact_line, role_label
from inspector_app.gui.theme import Space, ThemeName, Tone, TypeRole
from inspector_app.gui.window_facts import PackInfo, SignerInfo, WindowFacts

__all__ = ["SettingsPage"]


class SettingsPage(Page):
    """Tells what was chosen; `MainWindow` puts it in force.

    Signals:
        preferences_chosen(Preferences): the choices changed and are being stored.
        noticed(Notice): a certificate was taken in.
    """

    preferences_chosen = Signal(Preferences)
    noticed = Signal(Notice)

    def __init__(self, use_cases: UseCases, facts: WindowFacts, jobs: Jobs, bus: ChangeBus) -> None:
        super().__init__(jobs, bus, ("pack", "setting"))
        self._use_cases = use_cases
        self._facts = facts
        self._model: SettingsModel | None = None
        self._chosen = Preferences()
        self._printers: tuple[PrinterInfo, ...] = ()
        self.language = MultiChoiceField(exclusive=True)
        self.theme = MultiChoiceField(exclusive=True)
        self.text_scale = MultiChoiceField(exclusive=True)
        self.printer = ChoiceField()
        self._choices_header = SectionHeader(role=TypeRole.LEAD)
        self._me_header = SectionHeader(role=TypeRole.LEAD)
        self._me = KeyValueGrid(columns=1)
        self.certificates = CardSection()
        self.keys_button = Button(icon_name="keyboard", kind=ButtonKind.QUIET)
        self.import_button = Button(icon_name="key-round")
        self.import_button.setVisible(facts.import_signer is not None)
        self.certificates.header.add_action(self.import_button)
        self.password_dialog: PasswordDialog | None = None
        self.packs = CardSection()
        self._about_header = SectionHeader(role=TypeRole.LEAD)
        self._about = Label(muted=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_model(self, model: SettingsModel) -> None:
        """Show ``model``."""
        self._model = model
        self._chosen = model.chosen
        self.retranslate()

    def set_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        """Offer ``printers``."""
        self._printers = printers
        self.retranslate()

    def refresh(self) -> None:
        self.jobs.submit(
            lambda: load_settings(self._use_cases, self._facts), self.set_model, owner=self
        )
        self.jobs.submit(
            self._use_cases.print_document.printers,
            self.set_printers,
            self._on_printers_unknown,
            lane=Lane.NETWORK,
            owner=self,
        )

    def retranslate(self) -> None:
        self._choices_header.set_words(self.tr("显示与打印"), self.tr("选择后立即生效。"))
        self._offer()
        self._me_header.set_words(self.tr("当前人员与设备"))
        self.import_button.set_words(self.tr("导入证书"))
        self._about_header.set_words(self.tr("关于"))
        self.keys_button.set_words(self.tr("键盘快捷键"), "F1")
        version = self._model.version if self._model else ""
        about = [
            self.tr("市场监管现场执法 {version}").format(version=version).strip(),
            self.tr(
                "按 Apache-2.0 许可发布。字体 Noto Sans SC、Noto Serif SC 按 OFL 1.1 许可，图标 Lucide 按 ISC 许可使用。"
            ),
            self.tr("程序不收集、不上报任何使用信息。"),
        ]
        self._about.setText("\n".join(about))
        if self._model is not None:
            self._show_person(self._model)
            self._show_packs(self._model)

    def _offer(self) -> None:
        self.language.set_label(self.tr("语言"))
        # Each language in its own words: whoever cannot read the present one still finds theirs.
        self.language.set_choices([Choice("zh", "中文"), Choice("en", "English")])
        self.language.set_value((self._chosen.language,))
        self.theme.set_label(self.tr("主题"), self.tr("“强光”用于户外，对比度最高。"))
        self.theme.set_choices(
            [
                Choice(ThemeName.LIGHT.value, self.tr("浅色")),
                Choice(ThemeName.DARK.value, self.tr("深色")),
                Choice(ThemeName.SUNLIGHT.value, self.tr("强光")),
            ]
        )
        self.theme.set_value((self._chosen.theme.value,))
        self.text_scale.set_label(self.tr("文字大小"))
        self.text_scale.set_choices(
            [Choice(f"{scale:g}", f"{round(scale * 100)}%") for scale in TEXT_SCALES]
        )
        self.text_scale.set_value((f"{self._chosen.text_scale:g}",))
        self.printer.set_label(self.tr("默认打印机"), self.tr("打印文书时首先选中它。"))
        self.printer.set_choices(
            [
                Choice("", self.tr("跟随系统")),
                *(Choice(printer.name, printer.name) for printer in self._printers),
            ]
        )
        self.printer.set_value(self._chosen.printer)

    def _show_person(self, model: SettingsModel) -> None:
        me = model.me
        self._me.set_facts(
            [
                (self.tr("姓名"), me.name),
                (self.tr("角色"), role_label(me.role)),
                (self.tr("所属机构"), me.organ),
                (self.tr("执法机关"), model.authority.name),
                (self.tr("本机编号"), model.device),
                (self.tr("设备密钥指纹"), model.fingerprint),
            ]
        )
        rows = []
        if me.certificate_no:
            valid = self.tr("有效期 {start} 至 {end}").format(
                start=day_text(me.valid_from), end=day_text(me.valid_to)
            )
            rows.append(
                fact_row(
                    self.tr("执法证 {number}").format(number=me.certificate_no),
                    valid,
                    icon="id-card",
                    state=certificate_state(me.valid_from, me.valid_to, model.today),
                )
            )
        if model.signer is not None:
            signer = model.signer
            valid = self.tr("由 {issuer} 签发，有效期至 {end}").format(
                issuer=common_name(signer.issuer), end=day_text(signer.valid_to)
            )
            rows.append(
                fact_row(
                    self.tr("电子签名证书 {subject}").format(subject=common_name(signer.subject)),
                    valid,
                    icon="key-round",
                    state=certificate_state(signer.valid_from, signer.valid_to, model.today),
                )
            )
        self.certificates.set_rows(
            self.tr("证件与证书"), rows, self.tr("没有登记执法证或签名证书。")
        )

    def _show_packs(self, model: SettingsModel) -> None:
        self.packs.set_rows(
            self.tr("检查表与条款"),
            [self._pack_row(model, pack) for pack in model.packs],
            self.tr("本机没有安装检查表。请联网同步。"),
            self.tr("每个包都经过签名验证；未签名或被改动的包不会使用。"),
        )

    def _pack_row(self, model: SettingsModel, pack: PackInfo) -> QWidget:
        parts = [f"{pack.id} {pack.version}", pack.issuer]
        if pack.digest:
            parts.append(self.tr("摘要 {digest}").format(digest=pack.digest[:12]))
        if pack.problem:
            parts.append(error_words(pack.problem).what)
            state = State(self.tr("未使用"), Tone.NOT_MET)
        elif pack.valid_to is not None and pack.valid_to < model.today:
            state = State(self.tr("已过期"), Tone.ATTENTION)
        else:
            state = State(self.tr("已验证"), Tone.MET, "shield-check")
        until = (
            self.tr("有效期至 {day}").format(day=day_text(pack.valid_to)) if pack.valid_to else ""
        )
        words = fact_line(parts)
        return fact_row(pack.title or pack.id, words, icon="package", state=state, note=until)

    def _lay_out(self) -> None:
        choices = Card()
        choices.body.setSpacing(Space.L)
        for widget in (
            self._choices_header,
            self.language,
            self.theme,
            self.text_scale,
            self.printer,
        ):
            choices.body.addWidget(widget)
        me = Card()
        me.body.addWidget(self._me_header)
        me.body.addWidget(self._me)
        about = Card()
        about.body.addWidget(self._about_header)
        about.body.addWidget(self._about)
        about.body.addWidget(self.keys_button, 0, Qt.AlignmentFlag.AlignLeft)
        columns = Columns(aside_width=424)
        for left in (choices, self.packs):
            columns.main.addWidget(left)
        columns.main.addStretch(1)
        for right in (me, self.certificates, about):
            columns.aside.addWidget(right)
        columns.aside.addStretch(1)
        scroll = ScrollPage()
        scroll.body.addWidget(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self.language.value_changed.connect(self._on_language_chosen)
        self.theme.value_changed.connect(self._on_theme_chosen)
        self.text_scale.value_changed.connect(self._on_text_scale_chosen)
        self.printer.value_changed.connect(self._on_printer_chosen)
        self.import_button.clicked.connect(self._on_import_clicked)
        self.keys_button.clicked.connect(lambda: KeyList(self.window()).open())

    def _on_language_chosen(self, value: tuple[str, ...]) -> None:
        self._choose(replace(self._chosen, language=value[0]))

    def _on_theme_chosen(self, value: tuple[str, ...]) -> None:
        self._choose(replace(self._chosen, theme=ThemeName(value[0])))

    def _on_text_scale_chosen(self, value: tuple[str, ...]) -> None:
        self._choose(replace(self._chosen, text_scale=float(value[0])))

    def _on_printer_chosen(self, value: str | None) -> None:
        self._choose(replace(self._chosen, printer=value or ""))

    def _choose(self, wanted: Preferences) -> None:
        self._chosen = wanted
        self.jobs.submit(lambda: store_preferences(self._use_cases.look_up, wanted), owner=self)
        self.preferences_chosen.emit(wanted)

    def _on_import_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择签名证书"), "", self.tr("证书文件") + " (*.p12 *.pfx)"
        )
        if name:
            self.import_certificate(Path(name))

    def import_certificate(self, path: Path) -> None:
        """Ask for the password of the certificate file at ``path`` and take it in."""
        take_in = self._facts.import_signer
        if take_in is None:
            return
        dialog = PasswordDialog(path.name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def work(password: str) -> None:
            dialog.set_busy(busy=True)
            self.jobs.submit(
                lambda: take_in(read_file(path), password),
                imported,
                dialog.refuse,
                lane=Lane.NETWORK,
                owner=dialog,
            )

        def imported(signer: SignerInfo) -> None:
            dialog.accept()
            name = common_name(signer.subject)
            words = self.tr("{name} 的签名证书已导入，可以出具文书了。").format(name=name)
            self.noticed.emit(Notice(words, tone=Tone.MET))
            self.refresh()

        dialog.password_entered.connect(work)
        self.password_dialog = dialog
        dialog.open()

    def _on_printers_unknown(self, error: InspectorError) -> None:
        # The page works without a list of printers; printing says what is wrong.
        self.set_printers(())
