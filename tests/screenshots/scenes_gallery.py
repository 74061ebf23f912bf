"""Every control on a few pages, and the window around them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.steps import StepStatus
from inspector_app.gui.controls import (
    AnswerButtons,
    Badge,
    Button,
    ButtonKind,
    Card,
    Cell,
    CheckBox,
    Chip,
    Choice,
    ChoiceField,
    Column,
    Columns,
    DateField,
    Divider,
    EmptyState,
    FlowRow,
    IconButton,
    KeyValueGrid,
    Label,
    LargeButton,
    LongTextField,
    MultiChoiceField,
    NumberField,
    Photo,
    PhotoStrip,
    PrimaryButton,
    SectionHeader,
    SectionList,
    SectionProgress,
    SignaturePad,
    StepLine,
    StepMark,
    Table,
    TableRow,
    TextField,
    Well,
)
from inspector_app.gui.theme import Space, Tone, TypeRole
from tests.screenshots.drawn import sample_photo, sample_strokes
from tests.screenshots.sample import canvas, page, row, words
from tests.screenshots.stage import Stage, scene


def beside(main: QWidget, aside: QWidget, width: int) -> Columns:
    columns = Columns(aside_width=width)
    columns.main.addWidget(main)
    columns.main.addStretch(1)
    columns.aside.addWidget(aside)
    columns.aside.addStretch(1)
    return columns


@scene("gallery-basics")
def basics(stage: Stage) -> QWidget:
    types = Card()
    for role in reversed(TypeRole):
        types.body.addWidget(
            Label(words("现场笔录 责令改正 2026年11月21日", "Record of inspection"), role)
        )
    types.body.addWidget(Label(words("次要说明文字", "What explains"), muted=True))
    marks = Card()
    marks.body.addWidget(
        SectionHeader(
            words("状态", "States"), words("颜色总有图标或文字相伴", "Never colour alone")
        )
    )
    states = [
        Badge(words("符合", "Met"), Tone.MET),
        Badge(words("不符合", "Not met"), Tone.NOT_MET),
        Badge(words("今天到期", "Due today"), Tone.ATTENTION),
        Badge(words("进行中", "In progress"), Tone.PROGRESS),
        Badge(words("合理缺项", "Excluded"), Tone.NEUTRAL),
    ]
    flow = FlowRow()
    for state in states:
        flow.add(state)
    marks.body.addWidget(flow)
    chips = FlowRow()
    for place, (text, count) in enumerate(
        [
            (words("逾期", "Overdue"), 1),
            (words("今天", "Today"), 4),
            (words("本周", "This week"), 11),
        ]
    ):
        chip = Chip()
        chip.set_words(text, count)
        chip.setChecked(place == 1)
        chips.add(chip)
    marks.body.addWidget(chips)
    marks.body.addWidget(Divider())
    disabled = Button(words("不可用", "Disabled"), "lock")
    disabled.setEnabled(False)
    buttons = FlowRow()
    for button in (
        PrimaryButton(words("开始检查", "Start visit"), "play"),
        Button(words("拍照", "Photo"), "camera"),
        Button(words("更多", "More"), "ellipsis", kind=ButtonKind.QUIET),
        IconButton("printer", words("打印", "Print")),
        disabled,
    ):
        buttons.add(button)
    marks.body.addWidget(buttons)
    marks.body.addWidget(
        LargeButton(words("签名完成，出具文书", "Issue the document"), "file-check")
    )
    wells = Card()
    for tone, text in (
        (
            None,
            words(
                "下沉的区域，用于引用法条原文。", "A sunken ground, for the wording of a clause."
            ),
        ),
        (Tone.NOT_MET, words("3 项不符合尚未确认问题。", "3 items not met have no finding yet.")),
        (
            Tone.ATTENTION,
            words("健康证明将在 5 天后到期。", "A health certificate expires in 5 days."),
        ),
    ):
        well = Well(tone)
        well.body.addWidget(Label(text))
        wells.body.addWidget(well)
    facts = KeyValueGrid()
    facts.set_facts(
        [
            (words("统一社会信用代码", "Credit code"), "91370102MA3C4D5E6F"),
            (words("风险等级", "Risk class"), words("C 级", "C")),
            (
                words("经营地址", "Address"),
                words("历下区示例路 18 号 1 层 101 室", "18 Example Road, Lixia"),
            ),
            (words("网格", "Grid"), ""),
        ]
    )
    wells.body.addWidget(facts)
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.L)
    column.addWidget(marks)
    column.addWidget(wells)
    return canvas(page(beside(types, right, 640)))


@scene("gallery-forms")
def forms(stage: Stage) -> QWidget:
    name = TextField()
    name.set_label(
        words("现场负责人", "Person in charge"),
        words("以身份证为准", "As on the identity card"),
        required=True,
    )
    name.set_value(words("张某", "Zhang"))
    phone = TextField()
    phone.set_label(words("联系电话", "Telephone"))
    phone.set_value("1380531")
    phone.set_error(words("手机号码应为 11 位。", "A mobile number has 11 digits."))
    due = DateField()
    due.set_label(words("整改期限", "Rectify by"))
    due.set_value(date(2026, 12, 6))
    unset = DateField()
    unset.set_label(words("复查日期", "Follow-up"))
    fine = NumberField(places=2, least=Decimal(0), most=Decimal(200))
    fine.set_label(words("罚款金额", "Fine"))
    fine.set_unit(words("元", "yuan"))
    fine.set_value(Decimal("200.00"))
    capacity = ChoiceField()
    capacity.set_label(words("身份", "Capacity"))
    capacity.set_choices(
        [Choice("owner", words("经营者", "Owner")), Choice("staff", words("店员", "Staff"))]
    )
    capacity.set_value("owner")
    measures = MultiChoiceField()
    measures.set_label(words("措施", "Measures"))
    measures.set_choices(
        [
            Choice("a", words("当场改正", "Correct now")),
            Choice("b", words("责令改正", "Order")),
            Choice("c", words("警告", "Warning")),
        ]
    )
    measures.set_value(("b", "c"))
    note = LongTextField(3)
    note.set_label(words("情况说明", "What was seen"))
    note.set_value(
        words(
            "后厨冷藏柜内一袋面粉无生产日期，已拍照。",
            "A bag of flour without a date of production.",
        )
    )
    ticked = CheckBox(words("已向当事人出示执法证件", "Certificates were shown"))
    ticked.setChecked(True)
    long = CheckBox(
        words(
            "已告知当事人有陈述、申辩和申请回避的权利，当事人表示听清并理解上述内容，不申请执法人员回避。",
            "The party was told of the right to state, to defend and to ask for withdrawal of officers, and has understood it.",
        )
    )
    left, right = Card(), Card()
    left.body.addWidget(SectionHeader(words("当事人", "Party")))
    for field in (name, phone, capacity, note):
        left.body.addWidget(field)
    right.body.addWidget(SectionHeader(words("处理", "Measures")))
    for part in (row(due, unset, stretch=False), fine, measures, ticked, long):
        right.body.addWidget(part)
    left.body.addStretch(1)
    right.body.addStretch(1)
    return canvas(page(beside(left, right, 560)))


@scene("gallery-visit")
def visit(stage: Stage) -> QWidget:
    steps = StepLine()
    names = [
        ("到场", "Arrival"),
        ("检查", "Checklist"),
        ("问题", "Findings"),
        ("文书", "Documents"),
        ("签名", "Signatures"),
        ("送达", "Service"),
        ("完成", "Done"),
    ]
    states = [StepStatus.DONE, StepStatus.CURRENT, StepStatus.OPEN] + [StepStatus.BLOCKED] * 4
    counts = ["", "27/38", "3", "", "", "", ""]
    steps.set_steps(
        [
            StepMark(english, words(chinese, english), state, count)
            for (chinese, english), state, count in zip(names, states, counts, strict=True)
        ],
        "Checklist",
    )
    sections = SectionList()
    sections.set_sections(
        [
            SectionProgress("1", words("许可公示", "Licences"), 3, 3),
            SectionProgress("2", words("制度", "Rules"), 2, 2),
            SectionProgress("3", words("人员", "Staff"), 3, 4, 1),
            SectionProgress("4", words("环境与场所卫生", "Premises and hygiene"), 4, 6),
            SectionProgress("5", words("进货查验", "Purchasing"), 0, 5),
        ]
    )
    sections.set_current("3")
    item = Card()
    header = SectionHeader(
        words("4.2 ★ 从业人员持有有效健康证明", "4.2 ★ Staff hold valid health certificates"),
        words(
            "查看健康证明与从业人员名单是否一致。", "Compare certificates with the list of staff."
        ),
        role=TypeRole.LEAD,
    )
    header.add_action(Badge(words("上次：符合", "Last: met"), Tone.MET))
    item.body.addWidget(header)
    for answer in (None, AnswerValue.MET, AnswerValue.NOT_MET, AnswerValue.EXCLUDED):
        buttons = AnswerButtons()
        buttons.set_answer(answer)
        item.body.addWidget(buttons)
    photos = PhotoStrip()
    photos.set_photos(
        [Photo("a", sample_photo(), "14:32"), Photo("b", sample_photo(90), "14:33"), Photo("c")]
    )
    item.body.addWidget(photos)
    side = Card()
    side.body.addWidget(sections)
    return canvas(page(steps, beside(item, side, 270)))


@scene("gallery-signature")
def signature(stage: Stage) -> QWidget:
    signed, empty = SignaturePad(), SignaturePad()
    signed.set_strokes(sample_strokes())
    empty.set_placeholder(words("请当事人在此签名", "The party signs here"))
    card = Card()
    card.body.addWidget(
        SectionHeader(words("当事人签名", "Signature of the party"), "现场笔录 · 2 页")
    )
    card.body.addWidget(signed)
    card.body.addWidget(
        row(
            Button(words("清除", "Clear"), "eraser"),
            Button(words("撤销一笔", "Undo"), "undo-2"),
            Button(words("拒签", "Refuse"), "hand"),
        )
    )
    side = Card()
    side.body.addWidget(empty)
    side.body.addWidget(
        EmptyState(
            "signature",
            words("尚无签名", "Nothing signed"),
            words("两名执法人员和当事人依次签名。", "Both officers and the party sign in turn."),
            words("开始签名", "Begin"),
        )
    )
    return canvas(page(beside(card, side, 420)))


@scene("gallery-table")
def table(stage: Stage) -> QWidget:
    listed = Table()
    columns = [
        Column(words("主体", "Enterprise"), stretch=True),
        Column(words("任务", "Task")),
        Column(words("状态", "State")),
        Column(words("照片", "Photos"), numeric=True),
    ]
    tones = [Tone.MET, Tone.NOT_MET, Tone.ATTENTION, Tone.PROGRESS, Tone.NEUTRAL] * 2
    labels = [
        ("通过", "Approved"),
        ("退回", "Returned"),
        ("待审", "Waiting"),
        ("审核中", "In review"),
        ("未提交", "Open"),
    ] * 2
    listed.set_rows(
        columns,
        [
            TableRow(
                str(place),
                (
                    words(f"示例餐饮店（第 {place} 分店）", f"Example Restaurant, branch {place}"),
                    Cell(words("双随机 + 日常", "Random + routine"), muted=True),
                    Cell(words(*label), tone),
                    str(place * 3),
                ),
            )
            for place, (tone, label) in enumerate(zip(tones, labels, strict=True), start=1)
        ],
    )
    listed.select("3")
    card = Card()
    card.body.addWidget(listed)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    column.addWidget(card)
    return canvas(content)


@scene("gallery-pdf")
def pdf(stage: Stage) -> QWidget:
    # QtPdf is loaded only here, as in the application.
    from reportlab.pdfgen.canvas import Canvas

    from inspector_app.gui.controls.pdf_preview import PdfPreview

    store = BytesIO()
    paper = Canvas(store, pagesize=(595, 842))
    for number in (1, 2):
        paper.setFont("Helvetica", 20)
        paper.drawString(72, 760, f"Sample page {number}")
        for line in range(28):
            paper.rect(72, 720 - line * 22, 450, 0.4)
        paper.showPage()
    paper.save()
    preview = PdfPreview()
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    column.addWidget(preview)
    preview.set_pdf(store.getvalue())
    return canvas(content)
