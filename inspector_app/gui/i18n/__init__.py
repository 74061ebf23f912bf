"""Languages: source strings are Chinese, English is a translation compiled beside the fonts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from inspector_app.assets import resources_dir

__all__ = ["LANGUAGES", "SOURCE_LANGUAGE", "apply_language", "current_language"]

SOURCE_LANGUAGE = "zh"
LANGUAGES = ("zh", "en")


class _Installed:
    language = SOURCE_LANGUAGE
    translators: tuple[QTranslator, ...] = ()


def current_language() -> str:
    """The language in force, ``"zh"`` or ``"en"``."""
    return _Installed.language


def apply_language(app: QCoreApplication, language: str) -> None:
    """Put ``language`` in force; Qt sends ``LanguageChange`` to every widget.

    Raises:
        ValueError: not one of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
    for old in _Installed.translators:
        app.removeTranslator(old)
    _Installed.language = language
    QLocale.setDefault(
        QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        if language == "zh"
        else QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    )
    _Installed.translators = tuple(_load(app, language))
    for translator in _Installed.translators:
        app.installTranslator(translator)


def _load(app: QCoreApplication, language: str) -> list[QTranslator]:
    own = QTranslator(app)
    qt_words = QTranslator(app)
    found = []
    if language == "zh":
        # Qt's own dialogs speak English unless told otherwise.
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qt_words.load("qtbase_zh_CN", folder):
            found.append(qt_words)
    elif own.load(f"inspector_app_{language}", str(resources_dir() / "i18n")):
        found.append(own)
    return found
