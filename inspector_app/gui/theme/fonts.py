"""The typefaces the application brings along.

Qt's own choice under a Latin locale shows Japanese forms of Chinese characters; the family is
therefore loaded from ``resources/fonts`` and named everywhere, never left to the system.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from inspector_app.assets import resources_dir
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.gui.theme.tokens import TypeRole

__all__ = ["SANS", "SERIF", "font", "load_sans", "load_serif"]

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"


def load_sans() -> None:
    """Make Noto Sans SC known to Qt. Called once, before the first widget.

    Raises:
        EnvironmentFault: the font files are missing or unreadable (``gui.fonts_missing``).
    """
    _load(SANS)


def load_serif() -> None:
    """Make Noto Serif SC known to Qt; only pages that show a document's text need it."""
    _load(SERIF)


def font(role: TypeRole, scale: float = 1.0) -> QFont:
    """Font of ``role`` for what is painted by hand rather than styled."""
    result = QFont(SANS)
    result.setPixelSize(round(role.value.size * scale))
    result.setWeight(QFont.Weight(role.value.weight))
    return result


def _load(family: str) -> None:
    if family in QFontDatabase.families():
        return
    stem = family.replace(" ", "")
    for path in sorted((resources_dir() / "fonts").glob(f"{stem}*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    if family not in QFontDatabase.families():
        raise EnvironmentFault(
            "gui.fonts_missing",
            f"找不到界面字体 {family}。",
            safe="检查记录不受影响。",
            mend="请重新安装本程序。",
            facts={"family": family},
        )
