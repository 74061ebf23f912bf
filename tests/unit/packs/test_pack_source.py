import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.packs.problems import PackProblem, Place
from inspector_app.packs.source import (
    MAX_DEPTH,
    MAX_NODES,
    MapNode,
    ScalarNode,
    SequenceNode,
    SourceError,
    parse_source,
)


def refused(text: str) -> tuple[int, str, str]:
    with pytest.raises(SourceError) as caught:
        parse_source(text, "file.yaml")
    problem = caught.value.problem
    assert problem.file == "file.yaml"
    return problem.line, problem.what, problem.mend


def test_each_piece_knows_its_line_and_column() -> None:
    tree = parse_source("title: 甲\nitems:\n  - one\n  - two\n", "file.yaml")

    assert isinstance(tree, MapNode)
    items = tree.parts["items"]
    assert isinstance(items, SequenceNode)
    assert [(part.place.line, part.place.column) for part in items.parts] == [(3, 5), (4, 5)]


def test_words_that_yaml_would_convert_stay_text() -> None:
    tree = parse_source("number: 4.10\nanswer: no\nday: 2026-01-01\n", "file.yaml")

    assert isinstance(tree, MapNode)
    texts = {key: node.text for key, node in tree.parts.items() if isinstance(node, ScalarNode)}
    assert texts == {"number": "4.10", "answer": "no", "day": "2026-01-01"}


def test_a_repeated_key_is_refused_and_names_the_first() -> None:
    line, what, mend = refused("title: 甲\nissuer: 乙\ntitle: 丙\n")

    assert line == 3
    assert "title" in what
    assert "第 1 行" in what
    assert mend


def test_an_alias_is_refused() -> None:
    line, what, _ = refused("a: &x [1, 2]\n")
    assert (line, "锚点" in what) == (1, True)


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    bomb = 'a: &a ["lol"]\n' + "".join(f"b{n}: [*a, *a]\n" for n in range(9))
    assert refused(bomb)[0] == 1


def test_a_type_tag_is_refused() -> None:
    line, what, _ = refused("x: !!python/object/apply:os.system ['true']\n")
    assert (line, "标签" in what) == (1, True)


def test_depth_has_a_limit() -> None:
    line, what, _ = refused("x: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1) + "\n")
    assert (line, str(MAX_DEPTH) in what) == (1, True)


def test_thousands_of_levels_do_not_exhaust_the_stack() -> None:
    assert refused("[" * 20_000)[0] == 1


def test_the_number_of_nodes_has_a_limit() -> None:
    assert str(MAX_NODES) in refused("[" + "1," * (MAX_NODES + 1) + "1]")[1]


def test_a_second_document_is_refused() -> None:
    assert refused("a: 1\n---\nb: 2\n")[0] == 2


def test_bad_indentation_names_its_line() -> None:
    line, what, mend = refused("a: 1\nb:\n\t- x\n")
    assert line == 3
    assert "语法" in what
    assert "缩进" in mend


def test_an_empty_file_is_refused() -> None:
    assert "空" in refused("# only a remark\n")[1]


def test_a_key_that_is_no_word_is_refused() -> None:
    assert "键" in refused("? [a, b]\n: 1\n")[1]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}\"'&*!|>#,? \n\t甲，%@`"), max_size=60))
def test_any_text_gives_a_tree_or_one_problem(text: str) -> None:
    outcome = tree_or_problem(text)
    assert outcome.file == "file.yaml"


def tree_or_problem(text: str) -> Place | PackProblem:
    try:
        return parse_source(text, "file.yaml").place
    except SourceError as error:
        return error.problem
