"""What packs and people call laws, to the full official names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from inspector_app.domain.law.citation import short_name
from inspector_app.packs.pack import Pack

__all__ = ["LateNames", "law_names"]


def law_names(packs: Iterable[Pack]) -> Mapping[str, str]:
    """Short names (食安法), names as people say them (食品安全法) and full ones, of all ``packs``."""
    laws = [law for pack in packs for law in pack.laws.values()]
    return {
        **{law.full: law.full for law in laws},
        **{short_name(law.full): law.full for law in laws},
        **{law.short: law.full for law in laws},
    }


class LateNames(Mapping[str, str]):
    """The same, gathered when a name is first looked for: a visit begins without them."""

    def __init__(self, packs: Callable[[], Iterable[Pack]]) -> None:
        self._packs = packs

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return law_names(self._packs())

    def __getitem__(self, name: str) -> str:
        return self._names[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
