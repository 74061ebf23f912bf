"""Statutes (法律文本): editions of a law, their provisions, and the port through which they are asked.

A law is known by its full official name; each text of it is an edition with days of validity. What
stands on a line of its own counts: a line ``（一）…`` is an item (项), any other line a paragraph (款),
also the sentence behind an item list (食品安全法 33 has its second paragraph there). Counted so,
食品安全法 of 2021 has 154 articles, 304 paragraphs and 124 items (domain-facts §6.1).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation

__all__ = [
    "Article",
    "Division",
    "DivisionKind",
    "EffectiveBasis",
    "Item",
    "Paragraph",
    "Provision",
    "Statute",
    "StatuteCounts",
    "StatuteEdition",
    "StatuteHit",
    "StatuteLevel",
    "StatuteShelf",
    "StatuteSource",
    "Subitem",
    "Unresolved",
    "UnresolvedReason",
    "edition_in_force",
    "place_in",
]


class StatuteLevel(StrEnum):
    """Whose text it is (立法法)."""

    CONSTITUTION = "constitution"  # 宪法
    LAW = "law"  # 法律
    ADMINISTRATIVE_REGULATION = "administrative_regulation"  # 行政法规
    DEPARTMENT_RULE = "department_rule"  # 部门规章
    LOCAL_REGULATION = "local_regulation"  # 地方性法规、地方政府规章
    UNKNOWN = "unknown"  # neither the text nor its source says


class EffectiveBasis(StrEnum):
    """What the first day of an edition's validity rests on."""

    TEXT = "text"  # the text's own last article: 自……起施行
    NOTE = "note"  # the history note above the text
    DECISION = "decision"  # the decision that amended it, found in the same source
    STATED = "stated"  # a person said so at import
    # The text tells the day of an earlier edition only, or none: the day of publication stands in.
    # Decisions that amend a law usually, not always, come into force with it.
    ASSUMED = "assumed"


class DivisionKind(StrEnum):
    """Levels above the article, from the outermost."""

    PART = "part"  # 编
    SUBPART = "subpart"  # 分编
    CHAPTER = "chapter"  # 章
    SECTION = "section"  # 节


@dataclass(frozen=True, slots=True)
class Division:
    """A heading above articles: 第二章 生产经营."""

    kind: DivisionKind
    number: int
    title: str

    def __str__(self) -> str:
        return f"第{chinese_number(self.number)}{_UNITS[self.kind]} {self.title}".rstrip()


_UNITS: Mapping[DivisionKind, str] = {
    DivisionKind.PART: "编",
    DivisionKind.SUBPART: "分编",
    DivisionKind.CHAPTER: "章",
    DivisionKind.SECTION: "节",
}


@dataclass(frozen=True, slots=True)
class Subitem:
    """A sub-item (目): ``1．…`` below an item."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item (项), without its number: ``（五）…``."""

    number: int
    text: str
    subitems: tuple[Subitem, ...] = ()

    def __str__(self) -> str:
        lines = [f"（{chinese_number(self.number)}）{self.text}"]
        lines += [f"{subitem.number}．{subitem.text}" for subitem in self.subitems]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (款) and its items.

    ``tail`` marks the sentence that stands right behind the item list of the paragraph before; it
    is a paragraph of its own in every count and citation.
    """

    text: str
    items: tuple[Item, ...] = ()
    tail: bool = False

    def item(self, number: int) -> Item | None:
        """The item of that number, if there is one."""
        return next((item for item in self.items if item.number == number), None)

    def __str__(self) -> str:
        return "\n".join([self.text, *map(str, self.items)])


@dataclass(frozen=True, slots=True)
class Article:
    """An article (条) with the headings it stands under, outermost first.

    ``subarticle`` is 2 in 第二百八十七条之二, 0 for an article without 之.
    """

    number: int
    paragraphs: tuple[Paragraph, ...]
    subarticle: int = 0
    divisions: tuple[Division, ...] = ()

    @property
    def label(self) -> str:
        """第一百二十四条, 第二百八十七条之二."""
        inserted = f"之{chinese_number(self.subarticle)}" if self.subarticle else ""
        return f"第{chinese_number(self.number)}条{inserted}"

    def __str__(self) -> str:
        return "\n".join(map(str, self.paragraphs))


@dataclass(frozen=True, slots=True)
class StatuteCounts:
    """Articles (条), paragraphs (款) and items (项) of a text."""

    articles: int
    paragraphs: int
    items: int


@dataclass(frozen=True, slots=True)
class StatuteSource:
    """Where a text came from: the file's name (never its folder), its SHA-256, and how it was read.

    ``reader`` is the name of the format; ``claims`` is what the source says of the text's standing
    (现行有效 …), which is often wrong and decides nothing.
    """

    name: str
    digest: str
    reader: str
    claims: str = ""


@dataclass(frozen=True, slots=True)
class StatuteEdition:
    """One edition of a law, without its words.

    ``edition`` is the day of promulgation or of the latest amendment that the text contains. It is
    in force from ``effective_from`` on, up to but without ``effective_to``; None is no end yet.
    ``basis`` says how far the first day can be trusted. ``digest`` is the SHA-256 over name and
    provisions: equal texts have equal digests whatever file they came from.
    """

    law: str
    level: StatuteLevel
    edition: date
    effective_from: date
    source: StatuteSource
    counts: StatuteCounts
    digest: str
    basis: EffectiveBasis = EffectiveBasis.STATED
    effective_to: date | None = None
    aliases: tuple[str, ...] = ()

    def in_force(self, day: date) -> bool:
        """Whether this edition is the law on ``day``."""
        return self.effective_from <= day and (self.effective_to is None or day < self.effective_to)


def edition_in_force(editions: Iterable[StatuteEdition], day: date) -> StatuteEdition | None:
    """Which of one law's ``editions`` is the law on ``day``; None if none is."""
    return next((edition for edition in editions if edition.in_force(day)), None)


@dataclass(frozen=True, slots=True)
class Statute:
    """An edition with its words.

    ``notes`` are the lines above the first heading (when it was passed, when amended); ``annexes``
    what follows the last article, line by line.
    """

    edition: StatuteEdition
    articles: tuple[Article, ...]
    notes: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()

    def article(self, number: int, subarticle: int = 0) -> Article | None:
        """The article of that number, if there is one."""
        for article in self.articles:
            if (article.number, article.subarticle) == (number, subarticle):
                return article
        return None


class UnresolvedReason(StrEnum):
    """Why a citation leads nowhere."""

    NO_LAW = "no_law"  # no text of that law is installed
    NOT_IN_FORCE = "not_in_force"  # none of its editions is in force on the day
    LATER_TEXT = "later_text"  # a pack names the text of the day; only an older one is installed
    NO_EDITION = "no_edition"  # the edition that is named is not installed
    NO_ARTICLE = "no_article"
    NO_PARAGRAPH = "no_paragraph"
    NO_ITEM = "no_item"
    PARAGRAPH_UNNAMED = "paragraph_unnamed"  # an item of an article with several paragraphs


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A citation that leads nowhere in the law as it is on the day.

    ``edition`` is the text that was looked into, None where there is none. ``near`` are citations
    that were possibly meant: the item in each paragraph that has one. Where the text of the day
    is not installed, ``wanted`` is its edition and ``older`` the latest before it that is.
    """

    citation: Citation
    reason: UnresolvedReason
    edition: StatuteEdition | None = None
    near: tuple[Citation, ...] = ()
    older: StatuteEdition | None = None
    wanted: date | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """What a citation leads to, with its surroundings.

    ``citation`` is the normal form: the full name of the law, and no paragraph where the article
    has only one. ``paragraphs`` are those cited: all of the article's, or one. ``item`` is the item
    cited, if one is.
    """

    edition: StatuteEdition
    citation: Citation
    article: Article
    paragraphs: tuple[Paragraph, ...]
    item: Item | None = None

    @property
    def text(self) -> str:
        """The words cited and no others, one line for each paragraph, item and sub-item."""
        if self.item is not None:
            return str(self.item)
        return "\n".join(map(str, self.paragraphs))

    @property
    def lead(self) -> str:
        """What introduces the cited item (有下列情形之一的：…); empty unless an item is cited."""
        return self.paragraphs[0].text if self.item is not None else ""


def place_in(
    article: Article, citation: Citation, edition: StatuteEdition
) -> Provision | Unresolved:
    """What ``citation`` means within ``article`` of ``edition``.

    The only paragraph of an article is cited without a number (立法技术规范), yet its 第一款 is
    understood; an item without its paragraph is understood where the article has but one.
    """
    single = len(article.paragraphs) == 1
    citation = Citation(
        edition.law,
        article.number,
        0 if single and citation.paragraph == 1 else citation.paragraph,
        citation.item,
        article.subarticle,
    )
    if citation.paragraph > len(article.paragraphs):
        return Unresolved(citation, UnresolvedReason.NO_PARAGRAPH, edition)
    if citation.paragraph:
        cited: tuple[Paragraph, ...] = (article.paragraphs[citation.paragraph - 1],)
    else:
        cited = article.paragraphs
    if not citation.item:
        return Provision(edition, citation, article, cited)
    if len(cited) > 1:
        near = tuple(
            Citation(edition.law, article.number, number, citation.item, article.subarticle)
            for number, paragraph in enumerate(article.paragraphs, 1)
            if paragraph.item(citation.item)
        )
        reason = UnresolvedReason.PARAGRAPH_UNNAMED if near else UnresolvedReason.NO_ITEM
        return Unresolved(citation, reason, edition, near)
    item = cited[0].item(citation.item)
    if item is None:
        return Unresolved(citation, UnresolvedReason.NO_ITEM, edition)
    return Provision(edition, citation, article, cited, item)


@dataclass(frozen=True, slots=True)
class StatuteHit:
    """A provision that holds the words looked for; ``text`` is the line that holds them."""

    edition: StatuteEdition
    citation: Citation
    text: str


class StatuteShelf(Protocol):
    """The statute texts on this device. Every answer is right for the moment it was asked."""

    def stamp(self) -> Hashable:
        """What was made of these texts is stale when this has changed; costs next to nothing."""
        ...

    def editions(self, law: str = "") -> tuple[StatuteEdition, ...]:
        """Every edition, or those of ``law`` (any of its names), by name and then oldest first."""
        ...

    def names(self) -> Mapping[str, str]:
        """Every name that texts go by here, to the full official name; the latter included."""
        ...

    def full_name(self, name: str) -> str | None:
        """The full official name for a short name, an alias or itself; None if nothing has it."""
        ...

    def edition_on(self, law: str, day: date) -> StatuteEdition | None:
        """The edition of ``law`` in force on ``day``."""
        ...

    def statute(self, edition: StatuteEdition) -> Statute:
        """That edition with its words."""
        ...

    def resolve(self, citation: Citation, day: date) -> Provision | Unresolved:
        """What ``citation`` means in the law as it is on ``day``."""
        ...

    def resolve_in(self, citation: Citation, edition: StatuteEdition) -> Provision | Unresolved:
        """What ``citation`` means in that edition, whatever the day."""
        ...

    def search(
        self, words: str, *, limit: int = 20, day: date | None = None, law: str = ""
    ) -> tuple[StatuteHit, ...]:
        """Provisions that hold all of ``words`` (separated by blanks), the best first.

        Of each law the edition in force on ``day`` is searched; None searches every edition.
        ``law`` narrows it to one. A word needs two characters or more; shorter ones are left out.
        """
        ...
