"""Design tokens: every colour, distance and size the screens may use, as data.

Nothing outside this package writes a colour or a pixel size of its own. Lengths are logical
pixels at text scale 1.0; colours are ``#rrggbb``.
"""

from __future__ import annotations

from enum import Enum, IntEnum

from inspector_app.domain.late_dataclass import dataclass

__all__ = [
    "BAR",
    "KEY_CAP",
    "PAPER",
    "TARGET",
    "Colours",
    "Paper",
    "Radius",
    "Space",
    "ThemeName",
    "Tone",
    "ToneColours",
    "TypeRole",
    "TypeStyle",
]

BAR = 12
"""Width of a scroll bar."""

KEY_CAP = 22
"""Side of the cap that shows a key on a button's face."""

TARGET = 44
"""Smallest height and width of anything a finger presses (WCAG 2.5.5)."""


class ThemeName(Enum):
    """The three looks: indoors, at night, and outdoors in the sun (contrast of at least 7)."""

    LIGHT = "light"
    DARK = "dark"
    SUNLIGHT = "sunlight"


class Tone(Enum):
    """What a colour means. Never shown alone: an icon or a word stands beside it."""

    MET = "met"
    NOT_MET = "not_met"
    ATTENTION = "attention"
    PROGRESS = "progress"
    NEUTRAL = "neutral"

    @property
    def icon(self) -> str:
        """The icon that says the same as the colour."""
        return _TONE_ICONS[self]


_TONE_ICONS = {
    Tone.MET: "circle-check",
    Tone.NOT_MET: "circle-x",
    Tone.ATTENTION: "triangle-alert",
    Tone.PROGRESS: "circle-dot",
    Tone.NEUTRAL: "circle-minus",
}


class Space(IntEnum):
    """Distances between things, in logical pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius(IntEnum):
    """Corner radii: small parts, controls, cards; ``PILL`` is clamped to half the height."""

    S = 6
    M = 10
    L = 14
    PILL = 999


@dataclass(frozen=True, slots=True)
class Paper:
    """Colours of what will be printed or was photographed: the same in every theme."""

    ground: str = "#ffffff"
    ink: str = "#0b1733"
    hint: str = "#5c6875"
    rule: str = "#c3ccd6"
    veil: str = "#000000"
    on_veil: str = "#ffffff"


PAPER = Paper()


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size in logical pixels at scale 1.0 and weight; the faces brought along are 400 and 700."""

    size: int
    weight: int


class TypeRole(Enum):
    """The type scale. A label has a role, never a size."""

    CAPTION = TypeStyle(13, 400)
    LABEL = TypeStyle(14, 400)
    BODY = TypeStyle(15, 400)
    STRONG = TypeStyle(15, 700)
    LEAD = TypeStyle(17, 700)
    TITLE = TypeStyle(20, 700)
    HEADING = TypeStyle(24, 700)
    DISPLAY = TypeStyle(32, 700)

    @property
    def key(self) -> str:
        """The value of the ``type`` property that the style sheet selects on."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class ToneColours:
    """A tone's three uses: text and icons on any surface, a soft ground, a solid fill."""

    text: str
    soft: str
    solid: str
    on_solid: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Colour roles of one theme.

    ``canvas`` is the page, ``surface`` cards on it, ``sunken`` wells in a card, ``raised`` things
    that float (palettes, dialogs, notices). ``line`` separates, ``line_strong`` bounds what can
    be filled in or pressed (contrast of 3 to its ground), ``focus`` rings the focused control.
    """

    canvas: str
    surface: str
    sunken: str
    raised: str
    rail: str
    text: str
    text_muted: str
    text_disabled: str
    line: str
    line_strong: str
    focus: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    primary_soft: str
    on_primary_soft: str
    hover: str
    pressed: str
    shadow: str
    scrim: str
    tones: dict[Tone, ToneColours]
    line_width: int
    dark: bool

    def tone(self, tone: Tone) -> ToneColours:
        """Colours of ``tone`` in this theme."""
        return self.tones[tone]

    def text_pairs(self) -> list[tuple[str, str, str]]:
        """Every (name, text, ground) pair the screens draw; a test measures their contrast."""
        grounds = {
            "canvas": self.canvas,
            "surface": self.surface,
            "sunken": self.sunken,
            "raised": self.raised,
            "rail": self.rail,
            "hover": self.hover,
            "pressed": self.pressed,
        }
        pairs = [
            (f"{name} on {ground}", colour, fill)
            for name, colour in (("text", self.text), ("text_muted", self.text_muted))
            for ground, fill in grounds.items()
        ]
        pairs += [
            ("on_primary on primary", self.on_primary, self.primary),
            ("on_primary on primary_hover", self.on_primary, self.primary_hover),
            ("on_primary on primary_pressed", self.on_primary, self.primary_pressed),
            ("on_primary_soft on primary_soft", self.on_primary_soft, self.primary_soft),
            ("text on primary_soft", self.text, self.primary_soft),
            ("text_muted on primary_soft", self.text_muted, self.primary_soft),
        ]
        for tone, colours in self.tones.items():
            pairs.append((f"{tone.value} on its solid", colours.on_solid, colours.solid))
            pairs.append((f"{tone.value} on its soft", colours.text, colours.soft))
            pairs.append((f"text on {tone.value} soft", self.text, colours.soft))
            pairs.append((f"text_muted on {tone.value} soft", self.text_muted, colours.soft))
            pairs += [
                (f"{tone.value} on {ground}", colours.text, fill)
                for ground, fill in grounds.items()
                if ground in ("canvas", "surface", "sunken", "raised", "hover")
            ]
        return pairs

    def boundary_pairs(self) -> list[tuple[str, str, str]]:
        """Every (name, line, ground) pair that bounds a control; contrast of at least 3."""
        grounds = {
            "canvas": self.canvas,
            "surface": self.surface,
            "sunken": self.sunken,
            "raised": self.raised,
            "rail": self.rail,
            "primary_soft": self.primary_soft,
        }
        return [
            *((f"focus on {name}", self.focus, ground) for name, ground in grounds.items()),
            *((f"text around primary on {n}", self.text, g) for n, g in grounds.items()),
            ("focus ring inside primary", self.on_primary, self.primary),
            ("line_strong on sunken", self.line_strong, self.sunken),
            ("line_strong on surface", self.line_strong, self.surface),
            ("line_strong on canvas", self.line_strong, self.canvas),
            ("line_strong on raised", self.line_strong, self.raised),
            ("primary on surface", self.primary, self.surface),
            ("primary on canvas", self.primary, self.canvas),
        ]
