"""Small made-up statutes."""

from datetime import date

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import (
    Article,
    EffectiveBasis,
    Item,
    Paragraph,
    StatuteCounts,
    StatuteEdition,
    StatuteLevel,
    StatuteSource,
)

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


def cite(number: int, paragraph: int = 0, item: int = 0, subarticle: int = 0) -> Citation:
    return Citation(LAW, number, paragraph, item, subarticle)
