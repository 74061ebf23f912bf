"""The catalogue searched on a day: what applies then, what the text itself cites, official words."""

from dataclasses import replace
from datetime import date

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.law.catalogue import Catalogue, CatalogueEntry
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.ranking import ViolationSearch
from inspector_app.domain.law.search_words import SearchWords
from inspector_app.domain.law.violation import Verification
from tests.factory import FOOD_LAW, violation

PACK = PackRef("p", "1", "")
DAY = date(2026, 11, 22)
HEALTH = violation("M44")
EXPIRED = violation(
    "M06",
    wording="经营超过保质期的食品",
    summary="过期的食品不得销售",
    keywords=("过期",),
    duty=(Citation(FOOD_LAW, 34, 0, 10),),
    penalty=(Citation(FOOD_LAW, 124, 1, 5),),
)


def search(*violations: object, words: SearchWords | None = None) -> ViolationSearch:
    entries = [CatalogueEntry(each, (), PACK) for each in violations]  # type: ignore[arg-type]
    return ViolationSearch(lambda: Catalogue(lambda: entries), lambda: words or SearchWords())


def ids(found: ViolationSearch, text: str, day: date = DAY) -> list[str]:
    return [each.entry.violation.id for each in found.search(text, day)]


def test_what_is_not_verified_is_never_found() -> None:
    recalled = replace(EXPIRED, verification=Verification.RECALLED)

    assert "M06" not in ids(search(HEALTH, recalled), "过期食品")


def test_what_is_not_in_force_on_the_day_is_not_found() -> None:
    coming = replace(EXPIRED, valid_from=date(2027, 1, 1))

    assert "M06" not in ids(search(HEALTH, coming), "过期食品")
    assert ids(search(HEALTH, coming), "过期食品", date(2027, 1, 1))[0] == "M06"


def test_a_clause_that_the_text_cites_is_believed() -> None:
    text = "从业人员没有健康证明，违反了《食品安全法》第三十四条第十项"

    assert ids(search(HEALTH, EXPIRED), text)[0] == "M06"


def test_a_kind_of_goods_leads_to_its_words() -> None:
    words = SearchWords({"过期": ("过了日子",)}, {})

    assert ids(search(HEALTH, EXPIRED, words=words), "过了日子")[0] == "M06"


def test_what_fits_best_and_is_not_verified_is_named_apart() -> None:
    recalled = replace(EXPIRED, verification=Verification.RECALLED)
    made = search(HEALTH, recalled)

    assert [each.violation.id for each in made.unverified("过期食品", DAY)] == ["M06"]
    assert made.unverified("从业人员没有健康证明", DAY) == ()
    assert "M06" not in ids(made, "过期食品")
