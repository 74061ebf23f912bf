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
from inspector_app.packs.draft import Draft, TemplateText
from inspector_app.packs.entry import Entry, nearest
from inspector_app.packs.problems import Place
from inspector_app.packs.source import MapNode, SequenceNode
from inspector_app.packs.source import Node as Source

__all__ = ["read_template"]

_Bound = tuple[tuple[str, str], ...]
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")
_PARAMETER = re.compile(r"<<([^<>]*)>>")
_FIELD_KINDS = ("text", "paragraph", "date", "choice", "number")


def read_template(entry: Entry, draft: Draft) -> None:
    """One kind of document (``documents/*.yaml``)."""
    kind = entry.text("kind")
    reader = _Blocks(kind, draft)
    number = entry.entry("number", "文号", required=False)
    draft.places[f"template {kind}"] = entry.place
    draft.places[f"called_for {kind}"] = entry.at("called_for")
    draft.places[f"serves {kind}"] = entry.at("serves")
    draft.places[f"page_foot {kind}"] = entry.at("page_foot")
    template = DocumentTemplate(
        kind=kind,
        title=entry.text("title"),
        version=reader.version(entry),
        blocks=reader.blocks(entry, "blocks", ()),
        slots=tuple(reader.slot(part) for part in entry.entries("slots", "签名处", required=False)),
        page_foot=entry.texts("page_foot"),
        fields=tuple(
            reader.field(part) for part in entry.entries("fields", "填写项", required=False)
        ),
        number_word=number.text("word") if number else "",
        number_pattern=reader.expanded(number, "pattern") if number else "",
        seal=entry.word("seal", SealState, SealState.NONE),
        copies=reader.expanded(entry, "copies", default=""),
        called_for=entry.text("called_for", "true()"),
        serves=entry.texts("serves"),
        to_serve=entry.flag("to_serve", default=True),
        order=entry.integer("order", 0),
        basis=entry.text("basis", ""),
    )
    if number is not None:
        draft.places[f"number {kind}"] = number.at("pattern")
        number.close()
    if any(known.kind == kind for known in draft.templates):
        draft.reading.note(entry.at("kind"), f"文种“{kind}”重复。", "请改用另一个文种代码。")
    draft.templates.append(template)
    entry.close()


class _Blocks:
    """Reads the blocks of one template."""

    def __init__(self, kind: str, draft: Draft) -> None:
        self._kind = kind
        self._draft = draft
        self._readers: dict[str, Callable[[Entry, _Bound], Node]] = {
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

    def blocks(self, entry: Entry, key: str, bound: _Bound) -> tuple[Node, ...]:
        """The list of blocks at ``key``."""
        found: list[Node] = []
        for part in entry.entries(key, "文书块"):
            named = [word for word in part.keys() if word in self._readers]  # noqa: SIM118
            if len(named) == 1:
                found.append(self._readers[named[0]](part, bound))
                part.close()
            else:
                words = part.keys()
                self._draft.reading.note(
                    part.place,
                    "看不出这是哪种文书块。" if not named else f"一个文书块写了两种：{named}。",
                    nearest(words[0], self._readers) if words else "请写明种类。",
                )
        return tuple(found)

    def version(self, entry: Entry) -> str:
        """The template's version: numbers with dots, so that editions can be compared."""
        version = entry.text("version")
        if version and not _VERSION.fullmatch(version):
            self._draft.reading.note(
                entry.at("version"), f"版本“{version}”的写法不对。", "请写成 1 或 1.2。"
            )
            return "0"
        return version

    def expanded(self, entry: Entry, key: str, *, default: str | None = None) -> str:
        """The text at ``key`` with each ``<<parameter>>`` replaced by the parameter's value."""
        return self._expand(entry.text(key, default), entry.at(key))

    def slot(self, entry: Entry) -> SlotTemplate:
        """One signature place."""
        slot = SlotTemplate(
            key=entry.text("key"),
            role=entry.word("role", SignerRole),
            label=entry.text("label"),
            name=self._text(entry, "name", (), default=""),
            certificate_no=self._text(entry, "certificate_no", (), default=""),
            optional=entry.flag("optional"),
            when=self._test(entry, "when", (), default=""),
        )
        self._draft.places[f"slot {self._kind} {slot.key}"] = entry.place
        entry.close()
        return slot

    def field(self, entry: Entry) -> TemplateField:
        """One field that officers may complete."""
        kind = entry.text("kind", "text")
        if kind not in _FIELD_KINDS:
            self._draft.reading.note(
                entry.at("kind"), f"不认识的填写方式“{kind}”。", nearest(kind, _FIELD_KINDS)
            )
        field = TemplateField(
            key=entry.text("key"),
            label=entry.text("label"),
            kind=kind,
            default=self._text(entry, "default", (), default=""),
            required=entry.flag("required"),
            hint=entry.text("hint", ""),
            legal_basis=entry.text("legal_basis", ""),
            choices=tuple(
                (texts[0], texts[1])
                for texts, _ in self._rows(entry, "choices", (2, 2), required=False)
            ),
        )
        self._draft.places[f"field {self._kind} {field.key}"] = entry.place
        entry.close()
        return field

    def _paragraph(self, entry: Entry, bound: _Bound) -> Node:
        strong = entry.flag("strong")
        return Paragraph(
            (Run(self._text(entry, "paragraph", bound), strong=strong),),
            entry.integer("indent", 2),
            self._align(entry),
        )

    def _align(self, entry: Entry) -> str:
        align, known = entry.text("align", "left"), ("left", "center", "right")
        if align not in known:
            self._draft.reading.note(
                entry.at("align"), f"不认识的对齐方式“{align}”。", nearest(align, known)
            )
        return align

    def _heading(self, entry: Entry, bound: _Bound) -> Node:
        return Heading(self._text(entry, "heading", bound), entry.integer("level", 1))

    def _field_table(self, entry: Entry, bound: _Bound) -> Node:
        rows: list[tuple[Cell, ...]] = []
        for row in entry.parts("fields", required=True):
            cells = []
            for part in row.parts if isinstance(row, SequenceNode) else []:
                cell = Entry(part, self._draft.reading, "表格单元")
                cells.append(
                    Cell(
                        self._text(cell, "label", bound),
                        self._text(cell, "value", bound, default=""),
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

    def _table(self, entry: Entry, bound: _Bound) -> Node:
        table = entry.entry("table", "表格")
        assert table is not None  # noqa: S101 - the key named this block
        header = table.texts("header", required=True)
        widths = self._widths(table, len(header))
        centered = tuple(word == "true" for word in table.texts("centered"))
        if table.has("from"):
            source, name = table.text("from"), table.text("as")
            self._note(source, table.at("from"), bound, is_test=True)
            inner = (*bound, (name, source))
            cells = self._texts(table, "cells", inner)
            self._count(table.at("cells"), "cells", len(cells), len(header))
            table.close()
            return RowsFrom(header, widths, source, name, cells, centered)
        rows = tuple(
            self._noted(texts, place, bound)
            for texts, place in self._rows(table, "rows", (len(header), len(header)))
        )
        table.close()
        return DataTable(header, rows, widths, centered)

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

    def _dialogue(self, entry: Entry, bound: _Bound) -> Node:
        dialogue = entry.entry("dialogue", "问答")
        assert dialogue is not None  # noqa: S101 - the key named this block
        if dialogue.has("from"):
            source, name = dialogue.text("from"), dialogue.text("as")
            self._note(source, dialogue.at("from"), bound, is_test=True)
            inner = (*bound, (name, source))
            turns: Node = TurnsFrom(
                source,
                name,
                self._text(dialogue, "question", inner),
                self._text(dialogue, "answer", inner),
            )
        else:
            turns = Dialogue(
                tuple(
                    (texts[0], texts[1])
                    for texts in (
                        self._noted(texts, place, bound)
                        for texts, place in self._rows(dialogue, "turns", (2, 2))
                    )
                )
            )
        dialogue.close()
        return turns

    def _choices(self, entry: Entry, bound: _Bound) -> Node:
        choices = entry.entry("choices", "勾选项")
        assert choices is not None  # noqa: S101 - the key named this block
        options = []
        for part in choices.entries("options", "选项"):
            options.append(
                (self._text(part, "text", bound), self._test(part, "ticked", bound, default=None))
            )
            part.close()
        line = TickBoxes(self._text(choices, "label", bound, default=""), tuple(options))
        choices.close()
        return line

    def _signatures(self, entry: Entry, bound: _Bound) -> Node:
        slots = entry.texts("signatures", required=True)
        self._draft.places[f"signatures {self._kind} {','.join(slots)}"] = entry.place
        return SignatureBlock(slots, self._text(entry, "statement", bound, default=""))

    def _seal(self, entry: Entry, bound: _Bound) -> Node:
        return SealArea(self._text(entry, "seal", bound), self._text(entry, "date", bound))

    def _page_break(self, entry: Entry, _bound: _Bound) -> Node:
        entry.flag("page_break")
        return PageBreak()

    def _when(self, entry: Entry, bound: _Bound) -> Node:
        test = self._test(entry, "when", bound, default=None)
        otherwise = self.blocks(entry, "else", bound) if entry.has("else") else ()
        return When(test, self.blocks(entry, "then", bound), otherwise)

    def _each(self, entry: Entry, bound: _Bound) -> Node:
        source, name = entry.text("each"), entry.text("as")
        self._note(source, entry.at("each"), bound, is_test=True)
        return Each(source, name, self.blocks(entry, "do", (*bound, (name, source))))

    def _rows(
        self, entry: Entry, key: str, size: tuple[int, int], *, required: bool = True
    ) -> list[tuple[tuple[str, ...], Place]]:
        rows = []
        for node in entry.parts(key, required=required):
            texts = _scalars(node)
            if texts is None or not size[0] <= len(texts) <= size[1]:
                self._draft.reading.note(
                    node.place, f"“{key}”的一行应当是 {size[0]} 段文字。", "请写成 [文字, 文字]。"
                )
            else:
                rows.append((texts, node.place))
        return rows

    def _text(self, entry: Entry, key: str, bound: _Bound, *, default: str | None = None) -> str:
        text = self.expanded(entry, key, default=default)
        self._note(text, entry.at(key), bound)
        return text

    def _expand(self, text: str, place: Place, depth: int = 0) -> str:
        known = self._draft.all_parameters()

        def value(match: re.Match[str]) -> str:
            key = match[1].strip()
            if key not in known:
                self._draft.reading.note(place, f"没有名为“{key}”的参数。", nearest(key, known))
                return ""
            return known[key].value

        expanded = _PARAMETER.sub(value, text)
        # A parameter may name others; one that names itself would never end.
        if depth < 3 and expanded != text:
            return self._expand(expanded, place, depth + 1)
        return expanded

    def _texts(self, entry: Entry, key: str, bound: _Bound) -> tuple[str, ...]:
        located = entry.located_texts(key, required=True)
        return self._noted_each(located, bound)

    def _test(self, entry: Entry, key: str, bound: _Bound, *, default: str | None) -> str:
        text = entry.text(key, default)
        if text:
            self._note(text, entry.at(key), bound, is_test=True)
        return text

    def _noted(self, texts: tuple[str, ...], place: Place, bound: _Bound) -> tuple[str, ...]:
        return self._noted_each(tuple((text, place) for text in texts), bound)

    def _noted_each(self, located: tuple[tuple[str, Place], ...], bound: _Bound) -> tuple[str, ...]:
        texts = []
        for text, place in located:
            texts.append(self._expand(text, place))
            self._note(texts[-1], place, bound)
        return tuple(texts)

    def _note(self, text: str, place: Place, bound: _Bound, *, is_test: bool = False) -> None:
        self._draft.texts.append(TemplateText(self._kind, text, place, bound, is_test))


def _scalars(node: Source) -> tuple[str, ...] | None:
    if not isinstance(node, SequenceNode):
        return None
    texts = []
    for part in node.parts:
        if isinstance(part, SequenceNode | MapNode):
            return None
        texts.append(part.text.strip())
    return tuple(texts)
