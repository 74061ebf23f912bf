"""What a text is: which law by its full name, whose, and whether it is the law at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import NATIONAL, short_name
from inspector_app.domain.law.statute import StatuteLevel
from inspector_app.statutes import refused
from inspector_app.statutes.source import SourceText

__all__ = ["aliases_of", "full_name", "level_of", "not_a_law", "title_in_name"]

# 2005年3月14日 passed under this very name.
_WITHOUT_PREFIX = frozenset({"反分裂国家法"})
_DATED = re.compile(
    r"[ _-]*[（(〔\[]?(?:19|20)\d{2}(?:[-.年]?\d{1,2}(?:[-.月]?\d{1,2}日?)?)?年?"
    r"(?:修订|修正|公布|版)*[）)〕\]]?$"
)
_YEAR_BEHIND = re.compile(r" ?[（(〔](?:19|20)\d{2}年?[^（）()]{0,12}[）)〕]$")
_AMENDMENT = re.compile(
    r"修正案(?:草案)?(?: ?[（(][^（）()]*[）)])?$|关于(?:修改|修订|废止).*决定$|修改决定$"
)
_INTERPRETATION = re.compile(r"关于.*的解释$")
_EXCERPT = re.compile(
    r"[（(〔【\[](?:节选|节录|摘录|摘编|摘要|选段)[）)〕】\]]|(?:节选|节录|摘录|摘编)$"
)
_LOCAL = re.compile(
    r"(?:省|市|自治区|自治州|自治县|县)(?:第.{1,4}届)?人民代表大会|(?:省|市|自治区|自治州)人民政府令"
)
_PLACE = re.compile(rf"^(?!{NATIONAL})[^《]{{2,12}}?(?:省|市|自治区|自治州|自治县|经济特区|县)")
_STATE_COUNCIL = re.compile(r"国务院(?:令|第|批准|办公厅)|《国务院关于")
_DEPARTMENT = re.compile(
    r"(?:总局|部|委员会|委|局|署|银行)(?:令|公告)?第? ?\d+ ?号|(?:总局|部|委员会)令"
)


def title_in_name(file: str) -> str:
    """The law that a file is named after: 食品安全法(2021-04-29).md is 食品安全法."""
    stem = re.sub(r"\.\w{1,9}$", "", file)
    return _DATED.sub("", stem.strip()).strip(" _-《》")


def full_name(source: SourceText, notes: Sequence[str], stated: str, known: Iterable[str]) -> str:
    """The full official name of the law in ``source``; ``stated`` is what a person says it is.

    ``notes`` are all lines above its first article, ``known`` full names already in the library. A
    national law's name is written out (食品安全法 is 中华人民共和国食品安全法) where its own notes or
    the library say so; of what the National People's Congress passed every law's is, with one
    exception.
    Raises ``UserError`` where nothing says which law it is.
    """
    title = stated or source.title or title_in_name(source.file)
    title = _YEAR_BEHIND.sub("", title).strip()
    if title.startswith("《") and title.endswith("》") and title.count("《") == 1:
        title = title[1:-1]
    title = title.replace(" ", "")
    if not re.search(r"[\u3400-\u9fff]", title):
        raise refused.no_title(source.file)
    whole = NATIONAL + title
    if title.startswith(NATIONAL) or title in _WITHOUT_PREFIX:
        return title
    if whole in known or any(f"{mark}{whole}" in note for note in notes for mark in "《〈<"):
        return whole
    passed = level_of(title, notes, source.said.level) is StatuteLevel.LAW
    named_alone = _is_act(title) and "全国人民代表大会" not in title
    return whole if passed and named_alone else title


def aliases_of(law: str) -> tuple[str, ...]:
    """The names that everyone uses for ``law`` beside the full one."""
    short = short_name(law)
    return (short,) if short != law else ()


def level_of(law: str, notes: Iterable[str], said: StatuteLevel) -> StatuteLevel:
    """Whose text it is: by who passed it according to the notes, then by the source, then by name."""
    history = "\n".join(notes)
    if law in {"宪法", NATIONAL + "宪法"}:
        return StatuteLevel.CONSTITUTION
    if _LOCAL.search(history):
        return StatuteLevel.LOCAL_REGULATION
    if "全国人民代表大会" in history:
        return StatuteLevel.LAW
    if _STATE_COUNCIL.search(history):
        return StatuteLevel.ADMINISTRATIVE_REGULATION
    if _DEPARTMENT.search(history):
        return StatuteLevel.DEPARTMENT_RULE
    if said is not StatuteLevel.UNKNOWN:
        return said
    if _PLACE.match(law):
        return StatuteLevel.LOCAL_REGULATION
    if _is_act(law):
        return StatuteLevel.LAW
    # 条例 are made by the State Council and by local congresses; theirs begin with their place
    # (立法技术规范). Rules of departments are never called so (规章制定程序条例 7).
    return StatuteLevel.ADMINISTRATIVE_REGULATION if law.endswith("条例") else StatuteLevel.UNKNOWN


def _is_act(title: str) -> bool:
    """Whether ``title`` is that of an act; 办法 are rules of any level."""
    return title.endswith("法") and not title.endswith("办法")


def not_a_law(source: SourceText) -> UserError | None:
    """Why the text must not pass for the law; None if its title says nothing against it."""
    for title in (source.title, title_in_name(source.file)):
        bare = title.replace(" ", "")
        if _AMENDMENT.search(bare):
            return refused.amendment(source.file, title)
        if _INTERPRETATION.search(bare):
            return refused.interpretation(source.file, title)
        if _EXCERPT.search(bare):
            return refused.excerpt(source.file, title)
    return None
