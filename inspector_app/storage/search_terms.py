"""How an enterprise is found by what an officer types: keys, pinyin initials, and the order of hits.

Pure functions; the index that makes them fast is ``search_index``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["SHORTEST_QUERY", "Hit", "initials", "rank", "search_key"]

# One Chinese character names half the registry; officers type at least two.
SHORTEST_QUERY = 2
# Below three letters, initials are matched at the start of the name only: two letters anywhere
# match nearly every name.
SHORTEST_INNER_INITIALS = 3
MOST_VARIANTS = 4
# A second reading counts if the phrase dictionary uses it this often; rarer ones (万 in 万俟) are noise.
LEAST_PHRASES = 2


# A name's key is asked for three times when it is stored, and again with each letter typed.
@lru_cache(maxsize=16_384)
def search_key(text: str) -> str:
    """``text`` as it is compared: NFKC, case folded, letters and digits only.

    Blanks, brackets and dashes do not count, full width equals half width: 肯德基（西湖店） is found
    by 肯德基西湖.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(character for character in folded if character.isalnum())
    # What stood apart may compose now that nothing stands between.
    return unicodedata.normalize("NFKC", kept)


@cache
def _second_readings() -> dict[str, str]:
    # Late: the dictionaries cost 250 ms and 20 MB, and only writing to the registry needs them.
    from pypinyin.constants import PHRASES_DICT

    counts: Counter[tuple[str, str]] = Counter()
    for phrase, readings in PHRASES_DICT.items():
        for character, reading in zip(phrase, readings, strict=False):
            letter = _letter(reading[0])
            if letter and letter != _first_letter(character):
                counts[character, letter] += 1
    found: dict[str, str] = {}
    for (character, letter), count in counts.items():
        if count >= LEAST_PHRASES:
            found[character] = found.get(character, "") + letter
    return found


@cache
def _first_letter(character: str) -> str:
    # Late: see _second_readings.
    from pypinyin.constants import PINYIN_DICT

    return _letter(PINYIN_DICT.get(ord(character), ""))


def _letter(reading: str) -> str:
    letter = unicodedata.normalize("NFD", reading[:1])[:1]
    return letter if "a" <= letter <= "z" else ""


@cache
def _letters(character: str) -> str:
    """Every initial a character of a key may have; itself for Latin letters and digits."""
    if character.isascii():
        return character
    return _first_letter(character) + _second_readings().get(character, "")


def initials(name: str) -> tuple[str, ...]:
    """The pinyin initials of ``name``, at most four ways to read it, the usual one first.

    重庆朝阳 gives zqzy, zqcy, cqzy, cqcy: which reading a trade name has no dictionary knows, so all
    are searched. Characters without a reading are left out.
    """
    options = [letters for character in search_key(name) if (letters := _letters(character))]
    ways = 1
    for place, letters in enumerate(options):
        if ways * len(letters) > MOST_VARIANTS:
            options[place] = letters[0]
        else:
            ways *= len(letters)
    return tuple("".join(way) for way in product(*options))


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Where a query stands in the order of hits; lower is better.

    ``kind`` 0 name, 1 credit code, 2 initials; ``position`` of the match in characters (0 = at the
    start), then the length of the name, then the name.
    """

    kind: int
    position: int
    length: int
    name: str


def rank(key: str, name: str, credit_code: str, ways: Iterable[str]) -> Hit | None:
    """The hit of the search key ``key`` on one enterprise, None if it does not match.

    ``ways`` are the :func:`initials` of the name.
    """
    name_key = search_key(name)
    position = name_key.find(key)
    if position >= 0:
        return Hit(0, position, len(name_key), name)
    if not key.isascii():
        return None
    if credit_code.casefold().startswith(key):
        return Hit(1, 0, len(name_key), credit_code)
    found = [way.find(key) for way in ways] if key.isalpha() else []
    inner = len(key) >= SHORTEST_INNER_INITIALS
    places = [place for place in found if place == 0 or (place > 0 and inner)]
    return Hit(2, min(places), len(name_key), name) if places else None
