"""Small made-up statutes."""

from datetime import date

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import (
    Article,
    EffectiveBasis,
    Item,
    Paragraph,
    Statute,
    StatuteCounts,
    StatuteEdition,
    StatuteLevel,
    StatuteSource,
)
from inspector_app.statutes.reading import counts_of, digest_of

LAW = "中华人民共和国茶摊法"


def edition(law: str = LAW, **fields: object) -> StatuteEdition:
    values: dict[str, object] = {
        "law": law,
        "level": StatuteLevel.LAW,
        "edition": date(2020, 3, 1),
        "effective_from": date(2020, 6, 1),
        "source": StatuteSource("茶摊法.md", "0" * 64, "markdown"),
        "counts": StatuteCounts(1, 1, 0),
        "digest": "1" * 64,
        "basis": EffectiveBasis.TEXT,
    }
    return StatuteEdition(**(values | fields))  # type: ignore[arg-type]  # the fields by their names


def article(number: int, *paragraphs: Paragraph | str) -> Article:
    return Article(
        number, tuple(Paragraph(each) if isinstance(each, str) else each for each in paragraphs)
    )


def listing(text: str, *items: str, tail: bool = False) -> Paragraph:
    return Paragraph(text, tuple(Item(n, each) for n, each in enumerate(items, 1)), tail)


def statute(
    passed: date, words: str = "摊主应当备茶。", *, law: str = LAW, **fields: object
) -> Statute:
    """The edition of the day it was ``passed``; ``words`` begin its second article."""
    articles = (
        article(1, "为了方便行人，制定本法。"),
        article(2, listing(words, "红茶；", "热水。"), "前款规定不适用于酒摊。"),
    )
    values: dict[str, object] = {
        "edition": passed,
        "effective_from": passed,
        "counts": counts_of(articles),
        "digest": digest_of(law, articles),
        "aliases": (law.removeprefix("中华人民共和国"),),
    }
    return Statute(edition(law, **(values | fields)), articles, ("某年通过",), ("附件",))


def cite(number: int, paragraph: int = 0, item: int = 0, subarticle: int = 0) -> Citation:
    return Citation(LAW, number, paragraph, item, subarticle)
