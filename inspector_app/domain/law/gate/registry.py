"""The predicates that rules may name: a function, its parameters by type, the facts it gives.

A predicate is pure: ``(case, occasion, **parameters)`` yields a :class:`Obstacle` for each thing
that is not as the law wants it, and nothing where the case does not (yet) speak of it. Parameters
that belong together are one dataclass: the rule names its fields.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import Any

from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.rules import GateCheck, GateMode

__all__ = ["CHECKS", "CheckSpec", "Obstacle", "check"]

Predicate = Callable[..., Iterator["Obstacle"]]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What a predicate found.

    ``at`` fills the target (item code, slot, document …), ``facts`` the message's places;
    ``basis`` and ``mode`` where the problem brings its own. ``unknown_years``: no problem found, but
    days were counted through years without a table, and the answer may hang on them (待核实).
    """

    at: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)
    basis: str = ""
    mode: GateMode | None = None
    unknown_years: tuple[int, ...] = ()


@dataclass(frozen=True)
class CheckSpec:
    """A registered predicate. ``gives`` are the facts that its problems name, always all of them."""

    name: str
    function: Predicate
    gives: frozenset[str]

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Parameters that are whole numbers."""
        return frozenset(name for name, kind in self._parameters.items() if kind is int)

    @cached_property
    def words(self) -> frozenset[str]:
        """Parameters that are lists of words."""
        return frozenset(name for name, kind in self._parameters.items() if kind is not int)

    def ask(self, case: CaseFacts, occasion: Occasion, asked: GateCheck) -> Iterator[Obstacle]:
        """What the predicate finds when it is asked with the parameters of ``asked``."""
        given: dict[str, Any] = {**asked.numbers, **asked.words}
        for name, kind in self._together.items():
            given[name] = kind(**{part.name: given.pop(part.name) for part in fields(kind)})
        return self.function(case, occasion, **given)

    @cached_property
    def _parameters(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {}
        for name, kind in self._keywords.items():
            found |= typing.get_type_hints(kind) if name in self._together else {name: kind}
        return found

    @cached_property
    def _together(self) -> Mapping[str, type[Any]]:
        kinds = self._keywords.items()
        return {name: kind for name, kind in kinds if isinstance(kind, type) and is_dataclass(kind)}

    @cached_property
    def _keywords(self) -> Mapping[str, Any]:
        named = inspect.signature(self.function).parameters.values()
        names = [p.name for p in named if p.kind is inspect.Parameter.KEYWORD_ONLY]
        hints = typing.get_type_hints(self.function) if names else {}
        return {name: hints[name] for name in names}


CHECKS: dict[str, CheckSpec] = {}


def check(*gives: str) -> Callable[[Predicate], Predicate]:
    """Register a predicate under its own name; ``gives`` names the facts of its problems."""

    def register(function: Predicate) -> Predicate:
        name = function.__name__
        if name in CHECKS:
            raise ValueError(f"two checks named {name}")
        CHECKS[name] = CheckSpec(name, function, frozenset(gives))
        return function

    return register
