"""A source text to a statute that is right, or the reasons why it is not."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.statute import (
    Article,
    EffectiveBasis,
    Statute,
    StatuteCounts,
    StatuteEdition,
    StatuteSource,
)
from inspector_app.statutes import refused
from inspector_app.statutes.dates import Validity, anachronism, edition_of, validity_of
from inspector_app.statutes.parse import Oddity, Parsed, parse
from inspector_app.statutes.recognise import aliases_of, full_name, level_of, not_a_law
from inspector_app.statutes.source import SourceText

__all__ = [
    "NOTHING_STATED",
    "NotTaken",
    "ReadStatute",
    "Stated",
    "counts_of",
    "digest_of",
    "folded",
    "read_statute",
]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person says of a text; it goes before what text and source say.

    ``law`` full name, ``edition`` day of promulgation or latest amendment, ``effective`` first day
    in force, ``until`` first day no longer in force. ``accept_gaps`` takes numbering as it stands.
    """

    law: str = ""
    edition: date | None = None
    effective: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()
    accept_gaps: bool = False


NOTHING_STATED = Stated()
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂", '"') | dict.fromkeys("‘’‚‛", "'"))


class NotTaken(Exception):
    """The text is not fit for the library; ``errors`` say why, in the order of the text.

    ``acceptable`` is whether a person may say that the numbering is right as it stands.
    """

    def __init__(self, errors: tuple[UserError, ...], *, acceptable: bool = False) -> None:
        super().__init__(errors[0].what)
        self.errors = errors
        self.acceptable = acceptable


@dataclass(frozen=True, slots=True)
class ReadStatute:
    """A statute, and what was accepted in reading it."""

    statute: Statute
    accepted: tuple[UserError, ...] = ()


def read_statute(source: SourceText, stated: Stated, known: Iterable[str] = ()) -> ReadStatute:
    """The statute that ``source`` holds; ``known`` are full names of laws already in the library.

    Raises :class:`NotTaken` with every reason at once.
    """
    refusal = not_a_law(source)
    if refusal is not None:
        raise NotTaken((refusal,))
    parsed = parse(source.lines, source.file, parts_left_out=source.said.parts_left_out)
    if not parsed.articles:
        raise NotTaken((refused.no_articles(source.file),))
    oddities = (*parsed.oddities, *_count_off(source, parsed))
    if any(not (oddity.acceptable and stated.accept_gaps) for oddity in oddities):
        errors = tuple(oddity.error for oddity in oddities)
        raise NotTaken(errors, acceptable=all(oddity.acceptable for oddity in oddities))
    try:
        edition = _edition(source, stated, parsed, known)
    except UserError as error:
        raise NotTaken((error,)) from error
    statute = Statute(edition, parsed.articles, _notes(source, parsed), parsed.annexes)
    return ReadStatute(statute, tuple(oddity.error for oddity in oddities))


def _count_off(source: SourceText, parsed: Parsed) -> list[Oddity]:
    expected, found = source.said.articles, len(parsed.articles)
    if not expected or expected == found:
        return []
    return [Oddity(refused.article_count(source.file, found, expected))]


def _notes(source: SourceText, parsed: Parsed) -> tuple[str, ...]:
    return (*source.notes, *parsed.before)


def _edition(
    source: SourceText, stated: Stated, parsed: Parsed, known: Iterable[str]
) -> StatuteEdition:
    notes = _notes(source, parsed)
    law = full_name(source, notes, stated.law, known)
    day = stated.edition or edition_of(source, notes)
    if day is None:
        raise refused.edition_unknown(source.file)
    late = anachronism(parsed.articles, day)
    if late is not None and stated.edition is None:
        raise refused.edition_doubtful(source.file, day, late)
    if stated.effective is not None:
        validity = Validity(stated.effective, EffectiveBasis.STATED)
    else:
        validity = validity_of(source, notes, parsed.articles, day)
    if stated.until is not None and stated.until <= validity.first_day:
        raise refused.never_in_force(source.file, validity.first_day, stated.until)
    return StatuteEdition(
        law=law,
        level=level_of(law, notes, source.said.level),
        edition=day,
        effective_from=validity.first_day,
        source=StatuteSource(source.file, source.digest, source.reader, source.said.standing),
        counts=counts_of(parsed.articles),
        digest=digest_of(law, parsed.articles),
        basis=validity.basis,
        effective_to=stated.until,
        aliases=tuple(dict.fromkeys((*aliases_of(law), *stated.aliases))),
    )


def counts_of(articles: Iterable[Article]) -> StatuteCounts:
    """Articles, paragraphs and items as domain-facts §6.1 counts them."""
    every = tuple(articles)
    paragraphs = [paragraph for article in every for paragraph in article.paragraphs]
    items = sum(len(paragraph.items) for paragraph in paragraphs)
    return StatuteCounts(len(every), len(paragraphs), items)


def digest_of(law: str, articles: Iterable[Article]) -> str:
    """SHA-256 of name and provisions, :func:`folded`."""
    digest = hashlib.sha256(law.encode())
    for article in articles:
        digest.update(folded(article).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def folded(article: Article) -> str:
    """The article as it is compared: without blanks, however signs and quotation marks are drawn."""
    text = unicodedata.normalize("NFKC", f"\n{article.label}\n{article}")
    return text.translate(_QUOTES).replace(" ", "")
