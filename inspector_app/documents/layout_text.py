"""Running text as strips: headings, paragraphs, questions and answers, boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inspector_app.documents.pagination import Edge, Strip
from inspector_app.documents.sheet import Sheet
from inspector_app.documents.surface import Surface
from inspector_app.documents.typesetting import SetText, Typesetter
from inspector_app.domain.document import Choices, Dialogue, Heading, Paragraph, Run

__all__ = [
    "choices_strips",
    "dialogue_strips",
    "heading_strips",
    "paragraph_strips",
    "text_strips",
]

_INDENTED = 2  # characters, at the start of each paragraph (GB/T 9704-2012, 7.3.3)
_ALIGNMENTS = {"left": "justify", "center": "center", "right": "right"}
_FEW_LINES = 3
_WIDEST_HANG = 0.35
_LONGEST_BLANK = 40  # characters: what is longer was not written into a blank of the form


def text_strips(text: SetText, x: float, *, above: float = 0.0) -> tuple[Strip, ...]:
    """One strip a line; no page begins or ends with a single line of the text."""
    count = len(text.lines)
    strips = []
    for index in range(count):

        def draw(surface: Surface, top: float, _edge: Edge, index: int = index) -> None:
            text.draw_line(surface, index, x, top)

        alone = count <= _FEW_LINES or index in (0, count - 2)
        strips.append(
            Strip(
                text.style.leading,
                draw,
                above=above if index == 0 else 0.0,
                keep=alone and index < count - 1,
            )
        )
    return tuple(strips)


def heading_strips(block: Heading, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    """A heading in the bold face, kept with what follows it."""
    strips = text_strips(
        setter.set_text(block.text, sheet.heading, sheet.width, strong=block.level <= 2),
        sheet.left,
        above=sheet.body.leading * (0.5 if block.level == 1 else 0.3),
    )
    return tuple(Strip(s.height, s.draw, above=s.above, keep=True) for s in strips)


def paragraph_strips(block: Paragraph, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    """A paragraph in the document's body size, justified unless it is centred or to the right.

    A rule under what was filled in tells it from the form. Where the whole paragraph was, or so
    much that it is no blank any more, a rule would only make it hard to read.
    """
    align = _ALIGNMENTS.get(block.align, "justify")
    style = sheet.body.aligned(align)
    first = block.indent * style.size if align == "justify" else 0.0
    text = setter.set_runs(_ruled(block.runs), style, sheet.width, first=first)
    return text_strips(text, sheet.left)


def _ruled(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with ``filled`` only where a rule is to be drawn."""
    printed = any(run.text.strip() and not run.filled for run in runs)
    return tuple(
        replace(run, filled=run.filled and printed and len(run.text) <= _LONGEST_BLANK)
        for run in runs
    )


def dialogue_strips(block: Dialogue, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    """Questions and answers (问、答) with hanging marks; a question is kept with its answer."""
    style = sheet.body
    strips: list[Strip] = []
    for question, answer in block.turns:
        asked = _marked("问：", question, sheet, setter)
        replied = _marked("答：", answer, sheet, setter)
        strips.extend(text_strips(asked, sheet.left, above=style.leading * 0.15))
        last = strips.pop()
        strips.append(Strip(last.height, last.draw, above=last.above, keep=True))
        strips.extend(text_strips(replied, sheet.left))
    return tuple(strips)


def _marked(mark: str, text: str, sheet: Sheet, setter: Typesetter) -> SetText:
    style = sheet.body
    hang = _INDENTED * style.size
    return setter.set_runs(
        (Run(mark, strong=True), Run(text)), style, sheet.width, first=0.0, rest=hang
    )


def choices_strips(block: Choices, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    """A line of ticked and empty boxes; a box and its words are not parted if a line holds them."""
    label = block.label
    if label and label[-1] not in "：:？?":
        label += "："
    text = label
    unbroken = []
    for words, ticked in block.options:
        if text and text != label:
            text += "　"
        start = len(text)
        text += ("☑" if ticked else "☐") + words
        unbroken.append((start, len(text)))
    style = sheet.body.aligned("left")
    indent = _INDENTED * style.size
    hang = indent + setter.width(label, style.size, strong=True)
    lines = setter.set_runs(
        (Run(label, strong=True), Run(text[len(label) :])),
        style,
        sheet.width,
        first=indent,
        rest=hang if hang < sheet.width * _WIDEST_HANG else indent,
        unbroken=unbroken,
    )
    return text_strips(lines.spelled_out(), sheet.left)
