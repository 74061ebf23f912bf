"""The standard library's frozen ``dataclass`` with methods that cost nothing until they are called.

Python 3.11 writes, compiles and runs the source of six methods for every frozen dataclass, 0.7 ms a
class; a start loads 220 classes and makes or compares few. Here a method is compiled when it is
first looked up, from the text that the standard library writes: 0.1 ms a class. Fields, slots and
``replace`` are the standard library's own. Tests hold what comes out to what it makes.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable, Mapping
from reprlib import recursive_repr
from typing import Any, Literal, TypeVar, dataclass_transform

__all__ = ["dataclass"]

T = TypeVar("T")
_ORDERINGS = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


@dataclass_transform(field_specifiers=(dataclasses.field, dataclasses.Field))
def dataclass(
    *,
    frozen: Literal[True],  # noqa: ARG001 - for the reader and the type checker
    slots: Literal[True],
    order: bool = False,
    kw_only: bool = False,
) -> Callable[[type[T]], type[T]]:
    """``dataclasses.dataclass`` with these parameters.

    No ``InitVar`` and no ``field(init=False)``. A dataclass that inherits from one is made by this
    decorator too; the standard library's own refuses to.
    """

    def complete(cls: type[T]) -> type[T]:
        # Else the standard library writes the signature there, which nobody knows yet.
        cls.__doc__ = cls.__doc__ or cls.__name__
        make = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
        made = make(cls)
        writers = _ALWAYS | dict.fromkeys(_ORDERINGS, _ordering) if order else _ALWAYS
        for name, method in _READY.items():
            _give(made, name, method)
        for name, write in writers.items():
            _give(made, name, _Late(made, name, write))
        return made

    return complete


def _give(cls: type, name: str, method: object) -> None:
    # What the body says itself stays. Python writes no hash (None) where it says ``__eq__`` alone.
    if vars(cls).get(name) is None:
        setattr(cls, name, method)


class _Late:
    """Stands for a method and puts the compiled one in its own place when it is looked up."""

    __slots__ = ("_cls", "_name", "_write")

    def __init__(self, cls: type, name: str, write: Callable[[type, str], Any]) -> None:
        self._cls = cls
        self._name = name
        self._write = write

    def __get__(self, instance: object, kind: type | None = None) -> Any:
        # Two threads may come here at once: each compiles the same, and either may stay.
        method = self._write(self._cls, self._name)
        setattr(self._cls, self._name, method)
        return method if instance is None else method.__get__(instance, kind)


def _init(cls: type, name: str) -> Any:
    given: dict[str, Any] = {"_set": object.__setattr__, "_missing": dataclasses.MISSING}
    by_place, by_name, lines = ["self"], ["*"], []
    fields = dataclasses.fields(cls)
    for field in fields:
        if not field.init:
            raise TypeError(f"{cls.__qualname__}.{field.name} is left out of __init__")
        parameter = value = field.name
        known = f"_default_{field.name}"
        if field.default is not dataclasses.MISSING:
            given[known] = field.default
            parameter = f"{field.name}={known}"
        elif field.default_factory is not dataclasses.MISSING:
            given[known] = field.default_factory
            parameter = f"{field.name}=_missing"
            value = f"{known}() if {field.name} is _missing else {field.name}"
        (by_name if field.kw_only else by_place).append(parameter)
        lines.append(f"_set(self, {field.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    taken = by_place + by_name if len(by_name) > 1 else by_place
    init = _compiled(cls, name, taken, lines or ["pass"], given)
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return init


def _equality(cls: type, name: str) -> Any:
    return _comparison(cls, name, "==")


def _ordering(cls: type, name: str) -> Any:
    return _comparison(cls, name, _ORDERINGS[name])


def _comparison(cls: type, name: str, sign: str) -> Any:
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    mine, theirs = _values("self", names), _values("other", names)
    lines = [
        "if other.__class__ is self.__class__:",
        f" return {mine} {sign} {theirs}",
        "return NotImplemented",
    ]
    return _compiled(cls, name, ["self", "other"], lines)


def _hash(cls: type, name: str) -> Any:
    names = [
        field.name
        for field in dataclasses.fields(cls)
        if (field.compare if field.hash is None else field.hash)
    ]
    return _compiled(cls, name, ["self"], [f"return hash({_values('self', names)})"])


def _text(cls: type, name: str) -> Any:
    names = [field.name for field in dataclasses.fields(cls) if field.repr]
    told = ", ".join(f"{field}={{self.{field}!r}}" for field in names)
    text = _compiled(cls, name, ["self"], [f'return f"{{type(self).__qualname__}}({told})"'])
    return recursive_repr()(text)


def _refused_assignment(cls: type, name: str) -> Any:
    return _refusal(cls, name, ["self", "name", "value"], "assign to")


def _refused_deletion(cls: type, name: str) -> Any:
    return _refusal(cls, name, ["self", "name"], "delete")


def _refusal(cls: type, name: str, taken: list[str], verb: str) -> Any:
    given = {
        "_cls": cls,
        "_fields": frozenset(field.name for field in dataclasses.fields(cls)),
        "_error": dataclasses.FrozenInstanceError,
    }
    lines = [
        "if type(self) is _cls or name in _fields:",
        f' raise _error(f"cannot {verb} field {{name!r}}")',
        f"super(_cls, self).{name}({', '.join(taken[1:])})",
    ]
    return _compiled(cls, name, taken, lines, given)


def _values(owner: str, names: Iterable[str]) -> str:
    return "(" + "".join(f"{owner}.{name}," for name in names) + ")"


def _compiled(
    cls: type,
    name: str,
    parameters: Iterable[str],
    lines: Iterable[str],
    given: Mapping[str, Any] | None = None,
) -> Any:
    """A function in the module of ``cls``, with ``given`` around it."""
    given = given or {}
    body = "".join(f"  {line}\n" for line in lines)
    text = (
        f"def around({', '.join(given)}):\n"
        f" def {name}({', '.join(parameters)}):\n{body}"
        f" return {name}"
    )
    found: dict[str, Any] = {}
    exec(text, vars(sys.modules[cls.__module__]), found)  # noqa: S102 - as dataclasses does
    function = found["around"](**given)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    return function


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        # A frozen one refuses to be told otherwise.
        object.__setattr__(self, field.name, value)


_READY = {"__getstate__": _state, "__setstate__": _restore}
_ALWAYS: dict[str, Callable[[type, str], Any]] = {
    "__init__": _init,
    "__repr__": _text,
    "__eq__": _equality,
    "__hash__": _hash,
    "__setattr__": _refused_assignment,
    "__delattr__": _refused_deletion,
}
