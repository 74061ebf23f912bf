"""Words written with another sign of the same sound (健康正 for 健康证): what pinyin input leaves behind.

A sign is taken for another of its sound only where the pairs that it makes within the word stand in
no entry, and only for words of the lexicon of three signs and more: two signs make some word of the
same sound almost anywhere (局收 is no 拒收).
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable

__all__ = ["Spelling"]

_SHORTEST = 3
_LONGEST = 8
_GAP = "\0"
# The 3,755 most used signs stand in GB 2312 (GB/T 2312-1980, rows 16 to 55) in the order of their
# sounds; the first sign of each sound (without its tone) parts them.
_FIRST_OF_SOUND = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿"
    "摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰"
    "辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤"
    "括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁"
    "嫩能妮蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹"
    "壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯"
    "天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱"
    "赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
_BEGINNINGS = [sign.encode("gb2312") for sign in _FIRST_OF_SOUND]
_END = bytes.fromhex("d7f9")


class Spelling:
    """The words that a text may have meant; ``known``: whether a pair of signs stands in any entry."""

    def __init__(self, words: Iterable[str], known: Callable[[str], bool]) -> None:
        self._known = known
        self._signs: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            if _SHORTEST <= len(word) <= _LONGEST and not word.isascii():
                # Of a word of three signs the first is too little missed: its two others are a word.
                for place in range(len(word) == _SHORTEST, len(word)):
                    blank = word[:place] + _GAP + word[place + 1 :]
                    self._signs.setdefault(blank, []).append(word[place])

    def mended(self, run: str) -> str:
        """``run``, as long as it was, with the signs put right that stand for others of their sound."""
        if run[0].isascii():
            return run
        for place in range(len(run)):
            if sign := self._meant(run, place):
                run = run[:place] + sign + run[place + 1 :]
        return run

    def _meant(self, run: str, place: int) -> str:
        """The sign that makes a word of the lexicon at ``place``, the longest; none if it may be right."""
        before = place > 0 and self._known(run[place - 1 : place + 1])
        after = place + 1 < len(run) and self._known(run[place : place + 2])
        for length in range(min(_LONGEST, len(run)), _SHORTEST - 1, -1):
            for start in range(max(0, place - length + 1), min(place, len(run) - length) + 1):
                sides = [
                    *([before] if start < place else ()),
                    *([after] if place + 1 < start + length else ()),
                ]
                if all(sides) or (length == _SHORTEST and any(sides)):
                    continue
                blank = run[start:place] + _GAP + run[place + 1 : start + length]
                for sign in self._signs.get(blank, ()):
                    if sign != run[place] and _sound(sign) == _sound(run[place]) is not None:
                        return sign
        return ""


def _sound(sign: str) -> int | None:
    """A number of the sign's sound; None for a rare sign."""
    try:
        code = sign.encode("gb2312")
    except UnicodeEncodeError:
        return None
    return bisect(_BEGINNINGS, code) if _BEGINNINGS[0] <= code <= _END else None
