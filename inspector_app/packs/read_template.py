"""Document templates (文书格式) from YAML to the domain's nodes.

Every block is a mapping with one key that says what it is (``paragraph``, ``fields``, ``table``,
``when`` …); the words beside it belong to that kind. Each text is noted with its place, so that
the linter can check its placeholders against a sample record. ``<<key>>`` in a text stands for the
pack's parameter of that name and is replaced here: what a law or a province can change is written
once, with its source, in ``parameters.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from inspector_app.domain.document import (
    Cell,
    DataTable,
    Dialogue,
    FieldTable,
    Heading,
    PageBreak,
    Paragraph,
    RefusalProof,
    Run,
    SealArea,
    SealState,
    SignatureBlock,
    SignerRole,
)
from inspector_app.domain.template import (
    DocumentTemplate,
    Each,
    Node,
    RowsFrom,
    SlotTemplate,
    TemplateField,
    TickBoxes,
    TurnsFrom,
    When,
)
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import Entry, nearest
from inspector_app.packs.problems import Place
from inspector_app.packs.source import SequenceNode
from inspector_app.packs.template_texts import Bound, TemplateTexts

__all__ = ["read_template"]

_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")
_FIELD_KINDS = ("text", "paragraph", "date", "choice", "number")
_ALIGNMENTS = ("left", "center", "right")


def read_template(entry: Entry, draft: Draft) -> None:
    """One kind of document (``documents/*.yaml``)."""
    kind = entry.text("kind")
    texts = TemplateTexts(kind, draft)
    number = entry.entry("number", "文号", required=False)
    draft.places[f"template {kind}"] = entry.place
    for key in ("called_for", "serves", "page_foot"):
        draft.places[f"{key} {kind}"] = entry.at(key)
    template = DocumentTemplate(
        kind=kind,
        title=entry.text("title"),
        version=_version(entry),
        blocks=_Blocks(kind, draft, texts).blocks(entry, "blocks", ()),
        slots=tuple(
            _slot(part, kind, draft, texts)
            for part in entry.entries("slots", "签名处", required=False)
        ),
        page_foot=entry.texts("page_foot"),
        fields=tuple(
            _field(part, kind, draft, texts)
            for part in entry.entries("fields", "填写项", required=False)
        ),
        number_word=number.text("word") if number else "",
        number_pattern=texts.expanded(number, "pattern") if number else "",
        seal=entry.word("seal", SealState, SealState.NONE),
        copies=texts.expanded(entry, "copies", default=""),
        called_for=entry.text("called_for", "true()"),
        serves=entry.texts("serves"),
        to_serve=entry.flag("to_serve", default=True),
        order=entry.integer("order", 0),
        basis=entry.text("basis", ""),
        refusal=entry.word("refusal", RefusalProof, RefusalProof.WITNESS_OR_RECORDING),
    )
    if number is not None:
        draft.places[f"number {kind}"] = number.at("pattern")
        number.close()
    if any(known.kind == kind for known in draft.templates):
        draft.reading.note(entry.at("kind"), f"文种“{kind}”重复。", "请改用另一个文种代码。")
    draft.templates.append(template)
    entry.close()


def _version(entry: Entry) -> str:
    version = entry.text("version")
    if version and not _VERSION.fullmatch(version):
        entry.reading.note(entry.at("version"), f"版本“{version}”的写法不对。", "请写成 1 或 1.2。")
        return "0"
    return version


def _slot(entry: Entry, kind: str, draft: Draft, texts: TemplateTexts) -> SlotTemplate:
    slot = SlotTemplate(
        key=entry.text("key"),
        role=entry.word("role", SignerRole),
        label=entry.text("label"),
        name=texts.text(entry, "name", default=""),
        certificate_no=texts.text(entry, "certificate_no", default=""),
        optional=entry.flag("optional"),
        when=texts.test(entry, "when", default=""),
    )
    draft.places[f"slot {kind} {slot.key}"] = entry.place
    entry.close()
    return slot


def _field(entry: Entry, kind: str, draft: Draft, texts: TemplateTexts) -> TemplateField:
    editor = entry.text("kind", "text")
    if editor not in _FIELD_KINDS:
        draft.reading.note(
            entry.at("kind"), f"不认识的填写方式“{editor}”。", nearest(editor, _FIELD_KINDS)
        )
    field = TemplateField(
        key=entry.text("key"),
        label=entry.text("label"),
        kind=editor,
        default=texts.text(entry, "default", default=""),
        required=entry.flag("required"),
        hint=entry.text("hint", ""),
        legal_basis=entry.text("legal_basis", ""),
        choices=tuple((row[0], row[1]) for row in texts.rows(entry, "choices", 2, required=False)),
    )
    draft.places[f"field {kind} {field.key}"] = entry.place
    entry.close()
    return field


class _Blocks:
    """Reads the blocks of one template."""

    def __init__(self, kind: str, draft: Draft, texts: TemplateTexts) -> None:
        self._kind = kind
        self._draft = draft
        self._texts = texts
        self._readers: dict[str, Callable[[Entry, Bound], Node]] = {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "fields": self._field_table,
            "table": self._table,
            "dialogue": self._dialogue,
            "choices": self._choices,
            "signatures": self._signatures,
            "seal": self._seal,
            "page_break": self._page_break,
            "when": self._when,
            "each": self._each,
        }

    def blocks(self, entry: Entry, key: str, bound: Bound) -> tuple[Node, ...]:
        """The list of blocks at ``key``."""
        found: list[Node] = []
        for part in entry.entries(key, "文书块"):
            words = part.keys()
            named = [word for word in words if word in self._readers]
            if len(named) == 1:
                found.append(self._readers[named[0]](part, bound))
                part.close()
            else:
                self._draft.reading.note(
                    part.place,
                    f"一个文书块写了两种：{'、'.join(named)}。"
                    if named
                    else "看不出这是哪种文书块。",
                    nearest(words[0], self._readers) if words else "请写明种类。",
                )
        return tuple(found)

    def _paragraph(self, entry: Entry, bound: Bound) -> Node:
        strong = entry.flag("strong")
        align = entry.text("align", "left")
        if align not in _ALIGNMENTS:
            self._draft.reading.note(
                entry.at("align"), f"不认识的对齐方式“{align}”。", nearest(align, _ALIGNMENTS)
            )
        text = self._texts.text(entry, "paragraph", bound)
        return Paragraph((Run(text, strong=strong),), entry.integer("indent", 2), align)

    def _heading(self, entry: Entry, bound: Bound) -> Node:
        return Heading(self._texts.text(entry, "heading", bound), entry.integer("level", 1))

    def _field_table(self, entry: Entry, bound: Bound) -> Node:
        rows: list[tuple[Cell, ...]] = []
        for row in entry.parts("fields", required=True):
            cells = []
            for part in row.parts if isinstance(row, SequenceNode) else []:
                cell = Entry(part, self._draft.reading, "表格单元")
                cells.append(
                    Cell(
                        self._texts.text(cell, "label", bound),
                        self._texts.text(cell, "value", bound, default=""),
                        cell.integer("span", 1),
                    )
                )
                cell.close()
            if not cells:
                self._draft.reading.note(
                    row.place, "表格的一行没有单元。", "每行写成 - [{label: …, value: …}]。"
                )
            rows.append(tuple(cells))
        return FieldTable(tuple(rows), entry.integer("columns", 2))

    def _table(self, entry: Entry, bound: Bound) -> Node:
        table = entry.entry("table", "表格")
        assert table is not None  # noqa: S101 - the key named this block
        header = table.texts("header", required=True)
        widths = self._widths(table, len(header))
        centered = tuple(word == "true" for word in table.texts("centered"))
        rows: Node
        if table.has("from"):
            source, inner = self._texts.walked(table, "from", bound)
            cells = self._texts.texts(table, "cells", inner)
            self._count(table.at("cells"), "cells", len(cells), len(header))
            rows = RowsFrom(header, widths, source, inner[-1][0], cells, centered)
        else:
            fixed = self._texts.rows(table, "rows", len(header), bound)
            rows = DataTable(header, fixed, widths, centered)
        table.close()
        return rows

    def _widths(self, table: Entry, columns: int) -> tuple[int, ...]:
        widths = tuple(
            int(text) if text.isdecimal() else 0 for text in table.texts("widths", required=True)
        )
        self._count(table.at("widths"), "widths", len(widths), columns)
        if not all(widths):
            self._draft.reading.note(
                table.at("widths"), "列宽应当是大于零的整数。", "请写相对宽度，如 [1, 4, 2]。"
            )
        return widths

    def _count(self, place: Place, key: str, found: int, wanted: int) -> None:
        if found != wanted:
            self._draft.reading.note(
                place, f"“{key}”有 {found} 项，表头有 {wanted} 列。", "请使两者数目一致。"
            )

    def _dialogue(self, entry: Entry, bound: Bound) -> Node:
        dialogue = entry.entry("dialogue", "问答")
        assert dialogue is not None  # noqa: S101 - the key named this block
        turns: Node
        if dialogue.has("from"):
            source, inner = self._texts.walked(dialogue, "from", bound)
            turns = TurnsFrom(
                source,
                inner[-1][0],
                self._texts.text(dialogue, "question", inner),
                self._texts.text(dialogue, "answer", inner),
            )
        else:
            fixed = self._texts.rows(dialogue, "turns", 2, bound)
            turns = Dialogue(tuple((row[0], row[1]) for row in fixed))
        dialogue.close()
        return turns

    def _choices(self, entry: Entry, bound: Bound) -> Node:
        choices = entry.entry("choices", "勾选项")
        assert choices is not None  # noqa: S101 - the key named this block
        options = []
        for part in choices.entries("options", "选项"):
            options.append(
                (self._texts.text(part, "text", bound), self._texts.test(part, "ticked", bound))
            )
            part.close()
        line = TickBoxes(self._texts.text(choices, "label", bound, default=""), tuple(options))
        choices.close()
        return line

    def _signatures(self, entry: Entry, bound: Bound) -> Node:
        slots = entry.texts("signatures", required=True)
        self._draft.places[f"signatures {self._kind} {','.join(slots)}"] = entry.place
        return SignatureBlock(slots, self._texts.text(entry, "statement", bound, default=""))

    def _seal(self, entry: Entry, bound: Bound) -> Node:
        return SealArea(
            self._texts.text(entry, "seal", bound), self._texts.text(entry, "date", bound)
        )

    def _page_break(self, entry: Entry, _bound: Bound) -> Node:
        entry.flag("page_break")
        return PageBreak()

    def _when(self, entry: Entry, bound: Bound) -> Node:
        test = self._texts.test(entry, "when", bound)
        otherwise = self.blocks(entry, "else", bound) if entry.has("else") else ()
        return When(test, self.blocks(entry, "then", bound), otherwise)

    def _each(self, entry: Entry, bound: Bound) -> Node:
        source, inner = self._texts.walked(entry, "each", bound)
        return Each(source, inner[-1][0], self.blocks(entry, "do", inner))
