"""ODK's expressions against examples of its specification and against a second evaluator."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import UserError
from inspector_app.packs.expressions import XlsFormExpressions

ODK = XlsFormExpressions()
DAY = date(2026, 11, 21)
FACTS: dict[str, object] = {
    "five": 5,
    "name": "张记",
    "empty": "",
    "nothing": None,
    "premises": ("school_canteen", "chain"),
    "day": DAY,
    "today": DAY,
    "now": datetime(2026, 11, 21, 12, tzinfo=UTC),
    "share": Decimal("0.7"),
    ".": 12,
}

EXAMPLES: list[tuple[str, object]] = [
    ("${five} + 1 > 3 and ${name} = '张记'", True),
    ("${five} = '5'", True),
    ("${five} != '5'", False),
    ("'abc' < 3", False),
    ("${name} = true()", True),
    ("not(${empty})", True),
    ("${nothing} = ''", True),
    ("if(${five} > 3, 'many', 1 div 0)", "many"),
    ("if(${five} > 9, 'many', 'few')", "few"),
    ("selected(${premises}, 'chain')", True),
    ("selected(${premises}, 'school')", False),
    ("selected-at(${premises}, 1)", "chain"),
    ("selected-at(${premises}, 7)", ""),
    ("count-selected(${premises})", 2),
    ("coalesce(${empty}, ${name})", "张记"),
    ("regex('JY2370', '[A-Z]{2}[0-9]+')", True),
    ("regex('xJY2370', '[A-Z]{2}[0-9]+')", False),
    ("round(2.5)", 3),
    ("round(-2.5)", -2),
    ("round(2.567, 2)", 2.57),
    ("round(1234, -2)", 1200),
    ("int(-3.7)", -3),
    ("7 div 2", 3.5),
    ("1 div 0", math.inf),
    ("-1 div 0", -math.inf),
    ("7 mod -2", 1),
    ("-7 mod 2", -1),
    ("2 + 3 * 4", 14),
    ("(2 + 3) * 4", 20),
    ("- ${five}", -5),
    ("number('4') + 1", 5),
    ("string(0.1 + 0.2)", "0.30000000000000004"),
    ("string(3.0)", "3"),
    ("string(1 div 3)", "0.3333333333333333"),
    ("string-length(${name})", 2),
    ("substr('abcdef', 1, 3)", "bc"),
    ("substr('abcdef', -2)", "ef"),
    ("contains('abc', 'b') and starts-with('abc', 'a') and ends-with('abc', 'c')", True),
    ("concat(${name}, 1, true())", "张记1true"),
    ("join('、', 'a', 'b')", "a、b"),
    ("normalize-space('  a   b ')", "a b"),
    ("min(3, 1, 2) + max(3, 1, 2)", 4),
    ("abs(-2) + pow(2, 3)", 10),
    ("boolean-from-string('1') and not(boolean-from-string('no'))", True),
    ("today() - ${day}", 0),
    ("date(today() + 30)", date(2026, 12, 21)),
    ("${day} < '2026-12-01'", True),
    ("${day} = '2026-11-21'", True),
    ("${day} < date('2026-12-01')", True),
    ("date('2026-12-01') - ${day}", 10),
    ("now() - today()", 0.5),
    ("format-date(today(), '%Y年%n月%e日')", "2026年11月21日"),
    ("${share} >= 0.7", True),
    (". > 10 and . < 20", True),
    ("${five} and(${five})", True),
    ("true() or 1 div 0 = 2", True),
]


@pytest.mark.parametrize(("expression", "value"), EXAMPLES)
def test_an_expression_has_the_value_that_odk_gives(expression: str, value: object) -> None:
    found = ODK.evaluate(expression, FACTS)
    assert found == value
    assert isinstance(found, bool) == isinstance(value, bool)


def test_what_is_not_a_number_is_no_truth() -> None:
    assert not ODK.holds("number('x')", {})
    assert isinstance(ODK.evaluate("number('x')", {}), float)


def test_a_member_of_an_enumeration_is_its_word() -> None:
    class Kind(StrEnum):
        SHOP = "shop"

    assert ODK.evaluate("${kind} = 'shop'", {"kind": Kind.SHOP}) is True


WRONG: list[tuple[str, int, str]] = [
    ("1 +", 3, ""),
    ("a/b", 1, "${"),
    ("${five}[1]", 8, ""),
    ("//item", 3, "${"),
    ("doc('x')", 1, ""),
    ("for(1)", 1, ""),
    ("sleected(${premises}, 'a')", 1, "selected"),
    ("selected(${premises})", 1, ""),
    ("1 < 2 < 3", 7, ""),
    ("1 to 3", 3, ""),
    ("(1, 2)", 3, ""),
    ("$five", 1, "${"),
    ("${five five}", 1, ""),
    ("'open", 1, "引号"),
    ("${fife} > 1", 1, "five"),
    ("1 eq 1", 3, "${"),
    ("", 0, ""),
]


@pytest.mark.parametrize(("expression", "column", "hint"), WRONG)
def test_a_wrong_expression_is_told_with_its_position(
    expression: str, column: int, hint: str
) -> None:
    with pytest.raises(UserError) as caught:
        ODK.check(expression, FACTS)

    assert caught.value.code == "expression"
    assert caught.value.facts["expression"] == expression
    if column:
        assert caught.value.facts["column"] == column
    assert hint in caught.value.mend


@pytest.mark.parametrize("expression", ["'" + "x" * 3000 + "'", "(" * 600 + "1" + ")" * 600])
def test_an_expression_of_absurd_size_is_refused(expression: str) -> None:
    with pytest.raises(UserError):
        ODK.check(expression, ())


def test_today_is_only_what_is_passed_in() -> None:
    with pytest.raises(UserError) as caught:
        ODK.evaluate("today() = today()", {"day": DAY})
    assert "today" in caught.value.what


def test_a_pattern_that_is_no_pattern_is_the_authors_error() -> None:
    with pytest.raises(UserError):
        ODK.evaluate("regex('a', '(')", {})


def test_check_accepts_exactly_the_names_it_is_given() -> None:
    ODK.check("${a} + ${b}", ("a", "b"))
    with pytest.raises(UserError) as caught:
        ODK.check("${a} + ${b}", ("a",))
    assert "“b”" in caught.value.what


# --- a second evaluator, on its own tree -----------------------------------------------------


@dataclass(frozen=True)
class Sum:
    """One node: an operator and two sides, or a leaf with its spelling and value."""

    spelling: str
    value: float | str | bool
    sides: tuple[Sum, ...] = ()


def number(value: float | str | bool) -> float:
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, str):
        try:
            return (
                float(value) if value.strip() and value.strip()[0] in "-.0123456789" else math.nan
            )
        except ValueError:
            return math.nan
    return value


def truth(value: float | str | bool) -> bool:
    if isinstance(value, float):
        return bool(value) and not math.isnan(value)
    return bool(value)


def same(left: float | str | bool, right: float | str | bool) -> bool:
    if bool in (type(left), type(right)):
        return truth(left) == truth(right)
    if float in (type(left), type(right)):
        return number(left) == number(right)
    return left == right


def reckon(operation: str, a: float | str | bool, b: float | str | bool) -> float | str | bool:
    left, right = number(a), number(b)
    match operation:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "<":
            return left < right
        case ">=":
            return left >= right
        case "=":
            return same(a, b)
        case "!=":
            return not same(a, b)
        case "and":
            return truth(a) and truth(b)
        case "or":
            return truth(a) or truth(b)
        case "div":
            if right == 0:
                if not left or math.isnan(left):
                    return math.nan
                # IEEE 754 knows a zero below zero, and so does XPath.
                return math.copysign(math.inf, left) * math.copysign(1, right)
            return left / right
        case _:
            raise AssertionError(operation)


OPERATIONS = ("+", "-", "*", "<", ">=", "=", "!=", "and", "or", "div")


def combined(sides: tuple[Sum, Sum, str]) -> Sum:
    left, right, operation = sides
    return Sum(
        f"({left.spelling}) {operation} ({right.spelling})",
        reckon(operation, left.value, right.value),
        (left, right),
    )


LEAVES = st.one_of(
    st.integers(-50, 50).map(lambda n: Sum(str(n), float(n))),
    st.sampled_from(["0.5", "2.25", ".5"]).map(lambda text: Sum(text, float(text))),
    st.sampled_from(["", "a", "5", "-2", "1.5", " 7 ", "x5"]).map(lambda t: Sum(f"'{t}'", t)),
    st.sampled_from([Sum("true()", True), Sum("false()", False)]),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(inner, inner, st.sampled_from(OPERATIONS)).map(combined),
    max_leaves=8,
)


@given(TREES)
def test_a_second_evaluator_agrees(tree: Sum) -> None:
    found = ODK.evaluate(tree.spelling, {})
    if isinstance(tree.value, float) and math.isnan(tree.value):
        assert isinstance(found, float)
        assert math.isnan(found)
    else:
        assert found == tree.value
        assert isinstance(found, bool) == isinstance(tree.value, bool)


@given(st.text(alphabet=st.sampled_from("${}()'\"+-*<>=!. \tabif,/[]1中"), max_size=40))
def test_any_text_gives_a_value_or_one_user_error(text: str) -> None:
    assert evaluated(text) is not None


def evaluated(text: str) -> object:
    try:
        return ODK.evaluate(text, {"a": 1, ".": 2})
    except UserError as error:
        return error
