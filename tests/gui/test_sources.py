"""Rules of the room that a reader of its source can check."""

import ast
import re

from tests.gui.sources import source_strings, trees, untranslated

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")
_COLOURS_STAND_IN = {"tokens.py", "palettes.py"}


def test_every_chinese_word_on_the_screen_can_be_translated() -> None:
    assert not untranslated()


def test_what_is_translated_is_a_literal() -> None:
    # An f-string or a variable is never found by lupdate, so it would stay Chinese.
    assert not [string.place for string in source_strings() if not string.text]


def test_colours_stand_in_the_theme_only() -> None:
    named = [
        f"{path.name}:{node.lineno}: {node.value}"
        for path, tree in trees().items()
        if path.name not in _COLOURS_STAND_IN
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _COLOUR.fullmatch(node.value)
    ]

    assert not named


def test_our_own_public_methods_say_what_they_mean() -> None:
    # Qt's virtual methods keep Qt's meaning.
    known = {"event", "paint", "done", "data", "count"}
    methods = [
        (f"{path.name}:{function.lineno}: {owner.name}.{function.name}", function)
        for path, tree in trees().items()
        for owner in tree.body
        if isinstance(owner, ast.ClassDef) and not owner.name.startswith("_")
        for function in owner.body
        if isinstance(function, ast.FunctionDef)
        and not function.name.startswith("_")
        and function.name == function.name.lower()
    ]
    # A hook is explained once, where it is introduced.
    known |= {function.name for _, function in methods if ast.get_docstring(function)}

    assert not [place for place, function in methods if function.name not in known]
