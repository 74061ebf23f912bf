"""The packs, rules and yearly tables that are delivered with the application."""

from __future__ import annotations

from functools import cache

from inspector_app.assets import forms_dir, resources_dir
from inspector_app.domain.law.gate.rules import GateRules
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.packs import Pack, PackLibrary, TrustedKey, from_compiled, load_trusted_keys


@cache
def project_keys() -> tuple[TrustedKey, ...]:
    """The keys whose packs the application takes."""
    return tuple(load_trusted_keys(resources_dir() / "trust" / "pack-keys.json"))


@cache
def shipped_library() -> PackLibrary:
    """Every pack delivered, whichever day it is."""
    return PackLibrary([forms_dir()], project_keys())


@cache
def shipped_pack() -> Pack:
    """The pack of shared rules delivered with the application."""
    return _compiled("law-base")


@cache
def shipped_food() -> Pack:
    """The pack of catering's checklist, with the violations of food that it depends on."""
    return _compiled("food-catering")


@cache
def shipped_catalogue() -> Pack:
    """The violations of the other fields of law."""
    return _compiled("law-catalogue")


@cache
def shipped_calendar() -> WorkCalendar:
    """The working days of the yearly tables delivered."""
    return WorkCalendar(shipped_pack().holidays)


@cache
def shipped_rules() -> GateRules:
    """The rules of the pack delivered with the application."""
    return shipped_pack().gate_rules


def _compiled(pack: str) -> Pack:
    return from_compiled((forms_dir() / pack / "compiled.json").read_bytes())
