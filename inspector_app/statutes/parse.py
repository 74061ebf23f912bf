"""Lines to articles: one pass, each line either part of the text or an oddity with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.statute import (
    Article,
    Division,
    DivisionKind,
    Item,
    Paragraph,
    Subitem,
)
from inspector_app.statutes import refused
from inspector_app.statutes.numbering import (
    ArticleLine,
    begins_annex,
    division_in,
    item_in,
    read_article_line,
    subitem_in,
)
from inspector_app.statutes.source import Line

__all__ = ["Oddity", "Parsed", "parse"]

_ORDER = tuple(DivisionKind)
# Headings that books and web pages put around a text.
_FURNITURE = re.compile(r"(?:目 ?录|正 ?文|附 ?则|序 ?言)")
# A line that ends so is a whole sentence or part of a list; any other goes on in the next.
_ENDS = re.compile(r"[。：；！？:;!?”’」』）)】》…|]$")
_TABLE = re.compile(r"\||-{4,}|\d$")
_RUN_TOGETHER = re.compile(r"[：:] ?[（(]一[）)].*[；;。] ?[（(]二[）)]", re.DOTALL)
_SHOWN = 30
_LONGEST_REST = 30
_HEADING_GOES_ON = ("、", "和", "，")


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that stands in the way; ``acceptable`` if a person may say that it is right."""

    error: UserError
    acceptable: bool = True


@dataclass(frozen=True, slots=True)
class Parsed:
    """Articles with the lines before and behind them."""

    articles: tuple[Article, ...]
    before: tuple[str, ...]
    annexes: tuple[str, ...]
    oddities: tuple[Oddity, ...]


def parse(lines: Iterable[Line], file: str, *, parts_left_out: bool = False) -> Parsed:
    """The articles in ``lines``; nothing is left out without an oddity that says so.

    With ``parts_left_out`` chapters may begin again at one anywhere.
    """
    reading = _Reading(file, parts_left_out=parts_left_out)
    for line in lines:
        if line.text:
            reading.take(line)
        elif line.heading:
            reading.end_divisions()
    return reading.done()


class _Reading:
    """The state of one pass."""

    def __init__(self, file: str, *, parts_left_out: bool) -> None:
        self._file = file
        self._parts_left_out = parts_left_out
        self._articles: list[Article] = []
        self._places: set[tuple[int, int]] = set()
        self._before: list[str] = []
        self._annexes: list[str] = []
        self._oddities: list[Oddity] = []
        self._divisions: dict[DivisionKind, Division] = {}
        self._last_numbers: dict[DivisionKind, int] = {}
        self._open: _OpenArticle | None = None
        self._headings_before = 0
        self._in_annex = False
        self._heading_goes_on = False

    def take(self, line: Line) -> None:
        article = read_article_line(line.text)
        if article is not None and self._is_article(article):
            self._begin(article, line)
        elif self._in_annex:
            self._annexes.append(line.text)
        elif (division := division_in(line)) is not None:
            self._enter(division, line)
        elif self._goes_on_heading(line):
            self._lengthen_heading(line)
        elif not self._begun:
            self._before.append(line.text)
        elif begins_annex(line):
            self._close()
            self._in_annex = True
            self._annexes.append(line.text)
        elif line.heading or self._open is None:
            self._stray(line)
        else:
            self._open.take(line)

    def end_divisions(self) -> None:
        """What follows stands under no heading."""
        self._close()
        self._divisions.clear()
        self._heading_goes_on = False

    def done(self) -> Parsed:
        self._close()
        return Parsed(
            tuple(self._articles), tuple(self._before), tuple(self._annexes), tuple(self._oddities)
        )

    def _odd(self, error: UserError, *, acceptable: bool = True) -> None:
        self._oddities.append(Oddity(error, acceptable))

    def _is_article(self, line: ArticleLine) -> bool:
        """Whether the line begins an article here, or is the rest of a sentence broken off."""
        if not self._begun:
            # Notes may speak of articles before the first.
            return line.number == 1 or (line.apart and bool(line.text))
        if self._in_annex:
            return (line.number, line.subarticle) in self._following()
        if line.apart:
            return self._open is None or not self._open.is_broken_off
        return (line.number, line.subarticle) in self._following()

    def _following(self) -> tuple[tuple[int, int], ...]:
        if self._open is not None:
            number, sub = self._open.number, self._open.subarticle
        elif self._articles:
            number, sub = self._articles[-1].number, self._articles[-1].subarticle
        else:
            return ((1, 0),)
        return (number + 1, 0), (number, sub + 1)

    def _begin(self, line: ArticleLine, source: Line) -> None:
        following = self._following()
        if self._in_annex:
            self._odd(
                refused.not_continued(self._file, source.number, _label(line)), acceptable=False
            )
            self._in_annex = False
        self._close()
        self._heading_goes_on = False
        place = (line.number, line.subarticle)
        if place in self._places:
            self._odd(
                refused.article_repeated(self._file, source.number, _label(line)),
                acceptable=False,
            )
        elif place not in following:
            expected = f"第{chinese_number(min(following[0][0], 9999))}条"
            self._odd(refused.article_gap(self._file, source.number, _label(line), expected))
        if not self._articles:
            self._begin_divisions(source)
        self._places.add(place)
        path = tuple(self._divisions[kind] for kind in _ORDER if kind in self._divisions)
        self._open = _OpenArticle(line, source.number, path, self._file, self._oddities)

    def _begin_divisions(self, source: Line) -> None:
        """What stood before the first article may be a table of contents: its last entry is no heading."""
        outermost = next((kind for kind in _ORDER if kind in self._divisions), None)
        if outermost is not None and self._divisions[outermost].number != 1:
            heading = str(self._divisions[outermost])
            if self._headings_before > 1:
                self._divisions.clear()
            else:
                self._odd(refused.division_gap(self._file, source.number, heading))
        self._last_numbers = {kind: each.number for kind, each in self._divisions.items()}

    @property
    def _begun(self) -> bool:
        return self._open is not None or bool(self._articles)

    def _enter(self, division: Division, line: Line) -> None:
        kind = division.kind
        inner = _ORDER[_ORDER.index(kind) :]
        if self._begun:
            self._close()
            if division.number not in self._numbers_next(kind):
                self._odd(refused.division_gap(self._file, line.number, str(division)))
        else:
            self._headings_before += 1
        for each in inner:
            self._divisions.pop(each, None)
        self._divisions[kind] = division
        self._last_numbers[kind] = division.number
        # Among the articles nothing but its own rest stands between a heading and its article.
        self._heading_goes_on = self._begun or division.title.endswith(_HEADING_GOES_ON)

    def _numbers_next(self, kind: DivisionKind) -> Container[int]:
        """Numbers that a heading may have: chapters begin again in each part or count through."""
        opened = kind in self._divisions
        last = self._last_numbers.get(kind, 0)
        if self._parts_left_out and kind is not DivisionKind.SECTION:
            return range(1, 1000) if kind is not DivisionKind.CHAPTER else {1, last + 1}
        if opened:
            return {last + 1}
        return {1} if kind is DivisionKind.SECTION else {1, last + 1}

    def _goes_on_heading(self, line: Line) -> bool:
        short = len(line.text) <= _LONGEST_REST
        return self._heading_goes_on and short and not line.heading and not _ENDS.search(line.text)

    def _lengthen_heading(self, line: Line) -> None:
        kind = next(kind for kind in reversed(_ORDER) if kind in self._divisions)
        division = self._divisions[kind]
        self._divisions[kind] = replace(division, title=division.title + line.text)
        self._heading_goes_on = line.text.endswith(_HEADING_GOES_ON)

    def _stray(self, line: Line) -> None:
        """A heading that is none, or words between a heading and its first article."""
        if not _FURNITURE.fullmatch(line.text):
            self._odd(refused.strange_heading(self._file, line.number, line.text[:_SHOWN]))

    def _close(self) -> None:
        if self._open is not None:
            self._articles.append(self._open.done())
            self._open = None


def _label(line: ArticleLine) -> str:
    return Article(line.number, (), line.subarticle).label


class _OpenArticle:
    """The article that lines are being added to."""

    def __init__(
        self,
        line: ArticleLine,
        number: int,
        divisions: tuple[Division, ...],
        file: str,
        oddities: list[Oddity],
    ) -> None:
        self.number = line.number
        self.subarticle = line.subarticle
        self._label = _label(line)
        self._line = number
        self._divisions = divisions
        self._file = file
        self._oddities = oddities
        self._paragraphs: list[_OpenParagraph] = []
        self._last = ""
        if line.text:
            self._paragraph(line.text, number)

    @property
    def is_broken_off(self) -> bool:
        """Whether the last line stops in the middle of a sentence."""
        return self._last.endswith(("，", "、", "和", "或者", "以及", "《", "〈", "依照", "根据"))

    def take(self, line: Line) -> None:
        """Add one line that begins no article and no heading."""
        if (item := item_in(line.text)) is not None:
            self._item(*item, line)
        elif (sub := subitem_in(line.text)) is not None and self._paragraphs:
            self._paragraphs[-1].subitem(*sub, line.text)
        elif self._last and not _ENDS.search(self._last):
            self._paragraphs[-1].lengthen(line.text)
        else:
            self._paragraph(line.text, line.number)
        self._last = line.text

    def _item(self, number: int, text: str, line: Line) -> None:
        if not self._paragraphs:
            self._paragraphs.append(_OpenParagraph("", tail=False))
        self._take_back_into_list(number)
        paragraph = self._paragraphs[-1]
        if number != len(paragraph.items) + 1:
            label = f"第（{chinese_number(number)}）项"
            self._odd(refused.item_gap(self._file, line.number, self._label, label))
        paragraph.items.append(Item(number, text))

    def _take_back_into_list(self, number: int) -> None:
        """Lines between two items of one list belong to the first of the two, not to the article."""
        lists = [place for place, each in enumerate(self._paragraphs) if each.items]
        if number == 1 or not lists or self._paragraphs[-1].items:
            return
        paragraph = self._paragraphs[lists[-1]]
        if number == len(paragraph.items) + 1:
            for between in self._paragraphs[lists[-1] + 1 :]:
                paragraph.append_to_item(between.text)
            del self._paragraphs[lists[-1] + 1 :]

    def _paragraph(self, text: str, number: int) -> None:
        tail = bool(self._paragraphs) and bool(self._paragraphs[-1].items)
        self._paragraphs.append(_OpenParagraph(text, tail=tail))
        self._last = text
        if _RUN_TOGETHER.search(text):
            self._odd(refused.run_together(self._file, number, self._label))

    def _odd(self, error: UserError) -> None:
        self._oddities.append(Oddity(error))

    def done(self) -> Article:
        if not self._paragraphs:
            self._odd(refused.empty_article(self._file, self._line, self._label))
        paragraphs = tuple(paragraph.done() for paragraph in self._paragraphs)
        return Article(self.number, paragraphs, self.subarticle, self._divisions)


class _OpenParagraph:
    """The paragraph that lines are being added to."""

    def __init__(self, text: str, *, tail: bool) -> None:
        self.text = text
        self._tail = tail
        self.items: list[Item] = []

    def append_to_item(self, text: str) -> None:
        """Add a line of its own to the last item."""
        self._reword_item(lambda words: f"{words}\n{text}")

    def subitem(self, number: int, text: str, whole: str) -> None:
        """Add a sub-item to the last item, or a numbered line to a paragraph that has no items."""
        if not self.items:
            self.text += "\n" + whole
            return
        item = self.items[-1]
        self.items[-1] = replace(item, subitems=(*item.subitems, Subitem(number, text)))

    def lengthen(self, text: str) -> None:
        """Add the rest of a line that was broken off."""
        if self.items:
            self._reword_item(lambda words: _joined(words, text))
        else:
            self.text = _joined(self.text, text)

    def _reword_item(self, worded: Callable[[str], str]) -> None:
        item = self.items[-1]
        if item.subitems:
            last = replace(item.subitems[-1], text=worded(item.subitems[-1].text))
            self.items[-1] = replace(item, subitems=(*item.subitems[:-1], last))
        else:
            self.items[-1] = replace(item, text=worded(item.text))

    def done(self) -> Paragraph:
        return Paragraph(self.text, tuple(self.items), self._tail)


def _joined(first: str, second: str) -> str:
    """A sentence broken over two lines is one; rows of a table stay apart."""
    apart = "\n" if _TABLE.search(first) or _TABLE.search(second) else ""
    return first + apart + second
