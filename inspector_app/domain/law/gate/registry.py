"""The predicates that rules may name: a function, its parameters by type, the facts it gives.

A predicate is pure: ``(case, occasion, **parameters)`` yields a :class:`Obstacle` for each thing
that is not as the law wants it, and nothing where the case does not (yet) speak of it.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from inspector_app.domain.law.gate.rules import GateCheck, GateMode

__all__ = ["CHECKS", "CheckSpec", "Obstacle", "check", "parameters_of"]

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

    @cached_property
    def _parameters(self) -> Mapping[str, Any]:
        hints = typing.get_type_hints(self.function)
        named = inspect.signature(self.function).parameters.values()
        return {p.name: hints[p.name] for p in named if p.kind is inspect.Parameter.KEYWORD_ONLY}


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


def parameters_of(asked: GateCheck) -> Mapping[str, int | tuple[str, ...]]:
    """The keyword arguments of a check's predicate."""
    return {**asked.numbers, **asked.words}
