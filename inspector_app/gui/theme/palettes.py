"""The three themes' colours. Values are ours, chosen by eye and held to WCAG by a test."""

from __future__ import annotations

from inspector_app.gui.theme.tokens import Colours, ThemeName, Tone, ToneColours

__all__ = ["PALETTES"]

_LIGHT = Colours(
    canvas="#f3f5f8",
    surface="#ffffff",
    sunken="#eef1f5",
    raised="#ffffff",
    rail="#fafbfc",
    text="#16202c",
    text_muted="#52606f",
    text_disabled="#7f8b98",
    line="#dde3ea",
    line_strong="#788593",
    focus="#2f6fe0",
    primary="#1f4f9e",
    primary_hover="#2a5db1",
    primary_pressed="#183f80",
    on_primary="#ffffff",
    primary_soft="#e3ecfa",
    on_primary_soft="#1a4489",
    hover="#eef2f7",
    pressed="#e3e9f0",
    shadow="#1c2b3f",
    scrim="#101822",
    tones={
        Tone.MET: ToneColours("#14693a", "#e0f3e7", "#1a7a45", "#ffffff"),
        Tone.NOT_MET: ToneColours("#b3261e", "#fdeae8", "#c2322a", "#ffffff"),
        Tone.ATTENTION: ToneColours("#855300", "#fcf0d6", "#96600a", "#ffffff"),
        Tone.PROGRESS: ToneColours("#1a5fb4", "#e3effc", "#1f6ac4", "#ffffff"),
        Tone.NEUTRAL: ToneColours("#566370", "#e9edf1", "#5f6c79", "#ffffff"),
    },
    line_width=1,
    dark=False,
)

_DARK = Colours(
    canvas="#0f151c",
    surface="#18212b",
    sunken="#121a22",
    raised="#202b37",
    rail="#131b24",
    text="#e9eef4",
    text_muted="#a9b6c4",
    text_disabled="#6c7986",
    line="#2b3744",
    line_strong="#72808f",
    focus="#7fb0ff",
    primary="#8fb8ff",
    primary_hover="#a6c7ff",
    primary_pressed="#79a5f2",
    on_primary="#0a1d3d",
    primary_soft="#1f3558",
    on_primary_soft="#cfe0ff",
    hover="#222d39",
    pressed="#2a3643",
    shadow="#000000",
    scrim="#000000",
    tones={
        Tone.MET: ToneColours("#6fd69a", "#14352a", "#5bc98a", "#06210f"),
        Tone.NOT_MET: ToneColours("#ff9d94", "#43211f", "#ff8b80", "#3a0703"),
        Tone.ATTENTION: ToneColours("#f2c063", "#3b2e14", "#e9b24c", "#2b1c00"),
        Tone.PROGRESS: ToneColours("#85b9ff", "#1a3150", "#74adfa", "#06203f"),
        Tone.NEUTRAL: ToneColours("#b3bfcb", "#27323e", "#a3b0bd", "#131b24"),
    },
    line_width=1,
    dark=True,
)

_SUNLIGHT = Colours(
    canvas="#ffffff",
    surface="#ffffff",
    sunken="#f2f2f2",
    raised="#ffffff",
    rail="#ffffff",
    text="#000000",
    text_muted="#262626",
    text_disabled="#5c5c5c",
    line="#4d4d4d",
    line_strong="#000000",
    focus="#0033a0",
    primary="#002b73",
    primary_hover="#003a99",
    primary_pressed="#001d4f",
    on_primary="#ffffff",
    primary_soft="#dbe7ff",
    on_primary_soft="#001d4f",
    hover="#eaeaea",
    pressed="#dcdcdc",
    shadow="#000000",
    scrim="#000000",
    tones={
        Tone.MET: ToneColours("#003d16", "#dff5e6", "#00471a", "#ffffff"),
        Tone.NOT_MET: ToneColours("#7a0000", "#ffe6e4", "#8a0000", "#ffffff"),
        Tone.ATTENTION: ToneColours("#4d2e00", "#fff0cc", "#553300", "#ffffff"),
        Tone.PROGRESS: ToneColours("#002f80", "#e0ecff", "#003590", "#ffffff"),
        Tone.NEUTRAL: ToneColours("#2e2e2e", "#e6e6e6", "#383838", "#ffffff"),
    },
    line_width=2,
    dark=False,
)

PALETTES: dict[ThemeName, Colours] = {
    ThemeName.LIGHT: _LIGHT,
    ThemeName.DARK: _DARK,
    ThemeName.SUNLIGHT: _SUNLIGHT,
}
