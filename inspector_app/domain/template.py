"""Document templates (文书格式) as data, and the filling of one from the record.

A template is compiled by a form pack from YAML. Its texts hold placeholders ``{path}`` or
``{path|format}``; ``path`` walks the record's nested data by dots, ``format`` is one of
:data:`FORMATS`. Nothing is ever filled in silence: a path that does not exist raises
:class:`~inspector_app.domain.errors.Defect`; a value that is empty prints as a blank to fill in
by hand only where the placeholder says ``{path|blank}``, else as ``/`` (此处无内容). A running number
(``{index}``) counts as printed, not as filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from inspector_app.domain.chinese import chinese_date, chinese_datetime, money, ordinal
from inspector_app.domain.document import (
    Block,
    Cell,
    Choices,
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
    SignatureSlot,
    SignerRole,
)
from inspector_app.domain.errors import Defect
from inspector_app.domain.late_dataclass import dataclass

__all__ = [
    "FORMATS",
    "DocumentTemplate",
    "Each",
    "FieldKind",
    "Node",
    "RowsFrom",
    "SlotTemplate",
    "TemplateField",
    "TickBoxes",
    "TurnsFrom",
    "When",
    "compose_blocks",
    "compose_slots",
    "fill",
    "holds",
]

Record = Mapping[str, Any]
FieldKind = str  # text · paragraph · date · choice · number; an editor exists for each in gui


@dataclass(frozen=True, slots=True)
class When:
    """Blocks that appear only if ``test`` holds: ``path``, ``!path`` or ``path == word``."""

    test: str
    then: tuple[Node, ...]
    otherwise: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Each:
    """Blocks repeated for each entry of the list at ``source``, bound to ``name``.

    Inside, ``{name.field}`` reads the entry and ``{index}`` counts from 1.
    """

    source: str
    name: str
    body: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class RowsFrom:
    """A :class:`DataTable` whose rows come from the list at ``source``."""

    header: tuple[str, ...]
    widths: tuple[int, ...]
    source: str
    name: str
    cells: tuple[str, ...]
    centered: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class TurnsFrom:
    """A :class:`Dialogue` whose turns come from the list at ``source``."""

    source: str
    name: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """A :class:`Choices` line whose boxes are ticked by a test each: (text, test) pairs."""

    label: str
    options: tuple[tuple[str, str], ...]


Node = Block | TickBoxes | When | Each | RowsFrom | TurnsFrom


@dataclass(frozen=True, slots=True)
class SlotTemplate:
    """A signature place to be: ``name`` and ``certificate_no`` are filled from the record.

    ``optional`` slots (a witness) may stay empty; ``when`` leaves the slot out unless it holds.
    """

    key: str
    role: SignerRole
    label: str
    name: str = ""
    certificate_no: str = ""
    optional: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field of the document that officers may complete; ``default`` is filled from the record.

    ``hint`` says what belongs here; ``legal_basis`` why it is asked; ``choices`` for kind choice.
    """

    key: str
    label: str
    kind: FieldKind = "text"
    default: str = ""
    required: bool = False
    hint: str = ""
    legal_basis: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentTemplate:
    """One kind of document (文种) of a pack.

    ``called_for`` is an expression in XLSForm's language over the visit's facts (checked, not_met,
    findings, orders, served …): true when the record asks for this document. ``number_pattern``
    is empty for kinds without an official number, else e.g. ``{region}市监责改〔{year}〕{seq}号``.
    ``serves`` names the kinds whose service this one proves (送达回证): it is offered once they are
    issued. ``to_serve`` is false for papers that stay in the file. ``refusal`` is what proves that
    the party would not sign it.
    """

    kind: str
    title: str
    version: str
    blocks: tuple[Node, ...]
    slots: tuple[SlotTemplate, ...] = ()
    page_foot: tuple[str, ...] = ()
    fields: tuple[TemplateField, ...] = ()
    number_word: str = ""
    number_pattern: str = ""
    seal: SealState = SealState.NONE
    copies: str = ""
    called_for: str = "true()"
    serves: tuple[str, ...] = ()
    to_serve: bool = True
    order: int = 0
    basis: str = ""
    refusal: RefusalProof = RefusalProof.WITNESS_OR_RECORDING


_PLACEHOLDER = re.compile(r"\{([A-Za-z_][\w.]*)(?:\|([a-z_]+))?\}")
BLANK = "　　　　　　"
NOTHING = "/"

FORMATS: Mapping[str, Callable[[Any], str]] = {
    "date": chinese_date,
    "datetime": chinese_datetime,
    "money": money,
    "ordinal": ordinal,
    "blank": lambda value: str(value) if value not in (None, "") else BLANK,
    "optional": lambda value: "" if value is None else str(value),
    "list": lambda value: "、".join(str(part) for part in value) or NOTHING,
    "lines": lambda value: "；".join(str(part) for part in value) or NOTHING,
}


def _look_up(record: Record, path: str) -> Any:
    value: Any = record
    for part in path.split("."):
        if not isinstance(value, Mapping) or part not in value:
            raise Defect(
                "template.path",
                f"文书模板引用了记录中没有的内容：{path}。",
                facts={"path": path},
            )
        value = value[part]
    return value


def _runs(text: str, record: Record) -> Iterable[Run]:
    end = 0
    for match in _PLACEHOLDER.finditer(text):
        if match.start() > end:
            yield Run(text[end : match.start()])
        path, form = match.groups()
        value = _look_up(record, path)
        if form is not None and form not in FORMATS:
            raise Defect(
                "template.format",
                f"文书模板使用了未知的格式：{form}。",
                facts={"format": form},
            )
        if form is not None and (value not in (None, "") or form in ("blank", "optional", "list")):
            filled = FORMATS[form](value)
        else:
            filled = NOTHING if value in (None, "") else str(value)
        if filled:
            yield Run(filled, filled=path.rsplit(".", 1)[-1] != "index")
        end = match.end()
    if end < len(text):
        yield Run(text[end:])


def fill(text: str, record: Record) -> str:
    """``text`` with every placeholder replaced from ``record``; raises ``Defect`` on a bad path."""
    return "".join(run.text for run in _runs(text, record))


def holds(test: str, record: Record) -> bool:
    """Whether a template condition is true for the record; an empty test always is."""
    test = test.strip()
    if not test:
        return True
    if "==" in test:
        path, word = (part.strip() for part in test.split("==", 1))
        return str(_look_up(record, path)) == word
    if test.startswith("!"):
        return not _look_up(record, test[1:].strip())
    return bool(_look_up(record, test))


def compose_blocks(nodes: Iterable[Node], record: Record) -> tuple[Block, ...]:
    """The blocks that ``nodes`` say for this record, every placeholder filled."""
    blocks: list[Block] = []
    for node in nodes:
        blocks.extend(_compose(node, record))
    return tuple(blocks)


def _compose(node: Node, record: Record) -> Iterable[Block]:
    match node:
        case When(test, then, otherwise):
            yield from compose_blocks(then if holds(test, record) else otherwise, record)
        case Each(source, name, body):
            for index, entry in enumerate(_look_up(record, source), 1):
                yield from compose_blocks(body, {**record, name: entry, "index": index})
        case RowsFrom():
            entries = enumerate(_look_up(record, node.source), 1)
            rows = tuple(
                tuple(
                    fill(cell, {**record, node.name: entry, "index": index}) for cell in node.cells
                )
                for index, entry in entries
            )
            yield DataTable(node.header, rows, node.widths, node.centered)
        case TurnsFrom(source, name, question, answer):
            yield Dialogue(
                tuple(
                    (fill(question, {**record, name: turn}), fill(answer, {**record, name: turn}))
                    for turn in _look_up(record, source)
                )
            )
        case Paragraph(runs, indent, align):
            filled: list[Run] = []
            for run in runs:
                filled.extend(
                    Run(part.text, part.filled, run.strong) for part in _runs(run.text, record)
                )
            yield Paragraph(tuple(filled), indent, align)
        case Heading(text, level):
            yield Heading(fill(text, record), level)
        case FieldTable(table_rows, columns):
            yield FieldTable(
                tuple(
                    tuple(Cell(fill(c.label, record), fill(c.value, record), c.span) for c in row)
                    for row in table_rows
                ),
                columns,
            )
        case DataTable(header, data_rows, widths, centered):
            yield DataTable(
                header,
                tuple(tuple(fill(c, record) for c in row) for row in data_rows),
                widths,
                centered,
            )
        case Dialogue(turns):
            yield Dialogue(tuple((fill(q, record), fill(a, record)) for q, a in turns))
        case TickBoxes(label, options):
            yield Choices(
                fill(label, record),
                tuple((fill(text, record), holds(test, record)) for text, test in options),
            )
        case SignatureBlock(slots, statement):
            yield SignatureBlock(slots, fill(statement, record))
        case SealArea(authority, date):
            yield SealArea(fill(authority, record), fill(date, record))
        case Choices() | PageBreak():
            yield node


def compose_slots(slots: Iterable[SlotTemplate], record: Record) -> tuple[SignatureSlot, ...]:
    """The signature places for this record, not yet signed."""
    return tuple(
        SignatureSlot(
            key=slot.key,
            role=slot.role,
            label=slot.label,
            name=fill(slot.name, record) if slot.name else "",
            certificate_no=fill(slot.certificate_no, record) if slot.certificate_no else "",
        )
        for slot in slots
        if holds(slot.when, record)
    )
