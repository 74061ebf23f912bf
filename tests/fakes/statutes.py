"""A shelf of made-up statutes in memory. No text of a real law stands here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby

from inspector_app.domain.chinese import read_chinese_number
from inspector_app.domain.law.citation import Citation, short_name
from inspector_app.domain.law.cited_editions import CitedEdition, ended_by, not_here
from inspector_app.domain.law.statute import (
    Article,
    Division,
    DivisionKind,
    EffectiveBasis,
    Item,
    Paragraph,
    Provision,
    Statute,
    StatuteCounts,
    StatuteEdition,
    StatuteHit,
    StatuteLevel,
    StatuteSource,
    Unresolved,
    UnresolvedReason,
    place_in,
)

__all__ = ["MemoryShelf", "made_up", "many_articles"]

_HEADING = re.compile(r"第([一二三四五六七八九十]+)(编|章|节) (.+)")
_ARTICLE = re.compile(r"第([一二三四五六七八九十百]+)条(?:之([一二三四五]))? (.+)")
_ITEM = re.compile(r"（([一二三四五六七八九十]+)）(.+)")
_KINDS = {"编": DivisionKind.PART, "章": DivisionKind.CHAPTER, "节": DivisionKind.SECTION}
_RANKS = list(_KINDS.values())


def made_up(
    law: str,
    text: str,
    edition: date,
    effective_from: date | None = None,
    level: StatuteLevel = StatuteLevel.LAW,
    basis: EffectiveBasis = EffectiveBasis.TEXT,
    aliases: tuple[str, ...] = (),
) -> Statute:
    """A statute from lines: 第一章 …, 第一条 …, further paragraphs, （一）…; notes stand above."""
    notes: list[str] = []
    articles: list[Article] = []
    above: tuple[Division, ...] = ()
    for line in (each.strip() for each in text.strip().splitlines()):
        if match := _HEADING.fullmatch(line):
            division = Division(_KINDS[match[2]], read_chinese_number(match[1]), match[3].strip())
            rank = _RANKS.index(division.kind)
            above = (*(d for d in above if _RANKS.index(d.kind) < rank), division)
        elif match := _ARTICLE.fullmatch(line):
            inserted = read_chinese_number(match[2]) if match[2] else 0
            number = read_chinese_number(match[1])
            articles.append(Article(number, (Paragraph(match[3]),), inserted, above))
        elif not articles:
            notes.append(line)
        else:
            articles[-1] = _longer(articles[-1], line)
    paragraphs = [p for article in articles for p in article.paragraphs]
    return Statute(
        StatuteEdition(
            law,
            level,
            edition,
            effective_from or edition,
            StatuteSource(f"{law}.md", hashlib.sha256(text.encode()).hexdigest(), "markdown"),
            StatuteCounts(len(articles), len(paragraphs), sum(len(p.items) for p in paragraphs)),
            hashlib.sha256(f"{law}{edition}{text}".encode()).hexdigest(),
            basis,
            aliases=aliases,
        ),
        tuple(articles),
        tuple(notes),
    )


def _longer(article: Article, line: str) -> Article:
    last = article.paragraphs[-1]
    if match := _ITEM.fullmatch(line):
        item = Item(read_chinese_number(match[1]), match[2])
        changed = replace(last, items=(*last.items, item))
        return replace(article, paragraphs=(*article.paragraphs[:-1], changed))
    tail = bool(last.items)
    return replace(article, paragraphs=(*article.paragraphs, Paragraph(line, tail=tail)))


@dataclass
class MemoryShelf:
    """`StatuteShelf` over statutes in memory; each edition ends where the next of its law begins."""

    statutes: list[Statute] = field(default_factory=list)
    cited: tuple[CitedEdition, ...] = ()

    def add(self, *statutes: Statute) -> None:
        self.statutes = [*self.statutes, *statutes]

    def stamp(self) -> int:
        return len(self.editions())

    def editions(self, law: str = "") -> tuple[StatuteEdition, ...]:
        full = self.full_name(law) if law else ""
        found = sorted(
            (s.edition for s in self.statutes if not law or s.edition.law == full),
            key=lambda edition: (edition.law, edition.effective_from),
        )
        ended = [
            replace(each, effective_to=after.effective_from)
            if after is not None and after.law == each.law
            else each
            for each, after in zip(found, [*found[1:], None], strict=False)
        ]
        return tuple(
            edition
            for name, own in groupby(ended, key=lambda each: each.law)
            for edition in ended_by(tuple(own), self._cited(name))
        )

    def _cited(self, law: str) -> tuple[CitedEdition, ...]:
        return tuple(each for each in self.cited if each.law == law)

    def names(self) -> Mapping[str, str]:
        return {
            name: each.edition.law
            for each in self.statutes
            for name in (
                each.edition.law,
                short_name(each.edition.law),
                *each.edition.aliases,
            )
        }

    def full_name(self, name: str) -> str | None:
        return self.names().get(name)

    def edition_on(self, law: str, day: date) -> StatuteEdition | None:
        return next((each for each in self.editions(law) if each.in_force(day)), None)

    def statute(self, edition: StatuteEdition) -> Statute:
        found = next(s for s in self.statutes if s.edition.digest == edition.digest)
        return replace(found, edition=edition)

    def resolve(self, citation: Citation, day: date) -> Provision | Unresolved:
        law = self.full_name(citation.law)
        if law is None:
            return Unresolved(citation, UnresolvedReason.NO_LAW)
        edition = self.edition_on(law, day)
        if edition is None:
            return not_here(citation, self.editions(law), self._cited(law), day)
        return self.resolve_in(replace(citation, law=law), edition)

    def resolve_in(self, citation: Citation, edition: StatuteEdition) -> Provision | Unresolved:
        article = self.statute(edition).article(citation.article, citation.subarticle)
        if article is None:
            return Unresolved(citation, UnresolvedReason.NO_ARTICLE, edition)
        return place_in(article, citation, edition)

    def search(
        self, words: str, *, limit: int = 20, day: date | None = None, law: str = ""
    ) -> tuple[StatuteHit, ...]:
        wanted = [word for word in words.split() if len(word) > 1]
        if not wanted:
            return ()
        hits = [
            hit
            for edition in self.editions(law)
            if day is None or edition.in_force(day)
            for hit in _hits(self.statute(edition), wanted)
        ]
        return tuple(hits[:limit])


def _hits(statute: Statute, words: Iterable[str]) -> Iterable[StatuteHit]:
    law = statute.edition.law
    for article in statute.articles:
        single = len(article.paragraphs) == 1
        for number, paragraph in enumerate(article.paragraphs, 1):
            place = Citation(law, article.number, 0 if single else number, 0, article.subarticle)
            lines = [(place, paragraph.text)]
            lines += [(replace(place, item=i.number), i.text) for i in paragraph.items]
            for cited, line in lines:
                if all(word in line for word in words):
                    yield StatuteHit(statute.edition, cited, line)


def many_articles(law: str, count: int, first: date = date(2020, 1, 1)) -> Statute:
    """A long made-up law: ``count`` articles of two paragraphs, the first with two items."""
    words = "摊点经营者应当保持摊点及其周围整洁，不得占用盲道，不得妨碍行人通行"
    articles = tuple(
        Article(
            number,
            (
                Paragraph(f"{words}，并且：", (Item(1, f"{words}；"), Item(2, f"{words}。"))),
                Paragraph(f"{words}。", tail=True),
            ),
            divisions=(Division(DivisionKind.CHAPTER, (number - 1) // 20 + 1, "摊点"),),
        )
        for number in range(1, count + 1)
    )
    short = made_up(law, "第一条 示例。", first)
    return Statute(
        replace(
            short.edition,
            counts=StatuteCounts(count, 2 * count, 2 * count),
            effective_from=first + timedelta(days=1),
        ),
        articles,
    )
