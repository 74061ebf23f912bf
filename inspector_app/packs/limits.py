"""Limits of fines that packs state as parameters: on the spot, and for the city level."""

from __future__ import annotations

from collections.abc import Mapping

from inspector_app.domain.law.weighing import CityLevel, OnSpotLimits
from inspector_app.packs.pack import Law, Parameter

__all__ = ["CITY_LEVEL", "LIMITS", "city_level", "on_spot_limits"]

# 处罚法 51: yuan for a natural person, and for a legal person or other organisation.
LIMITS = ("limit.on_spot_fine_individual", "limit.on_spot_fine_organisation")
# Whether an individual business (个体工商户) has the lower one: true or false.
_SMALL_BUSINESS = "limit.individual_business_as_individual"
# 食安条例 81: from how many yuan on a fine is decided by the city level, and by which laws.
CITY_LEVEL = "limit.city_level_fine"
_CITY_LEVEL_LAWS = "limit.city_level_laws"


def on_spot_limits(parameters: Mapping[str, Parameter]) -> OnSpotLimits | None:
    """The limits; None where a pack does not state both.

    The reading of 个体工商户 is a bureau's choice between two lawful ones, so it counts although no
    text settles it; unstated it is the lower limit.
    """
    if not all(key in parameters for key in LIMITS):
        return None
    individual, organisation = (int(parameters[key].value) for key in LIMITS)
    small = parameters.get(_SMALL_BUSINESS)
    return OnSpotLimits(individual, organisation, small is None or small.value != "false")


def city_level(parameters: Mapping[str, Parameter], laws: Mapping[str, Law]) -> CityLevel | None:
    """From which fine on the city level decides; None where no pack states it."""
    amount, names = parameters.get(CITY_LEVEL), parameters.get(_CITY_LEVEL_LAWS)
    if amount is None or names is None:
        return None
    full = tuple(laws[short].full for short in names.value.split("、") if short in laws)
    return CityLevel(int(amount.value), full)
