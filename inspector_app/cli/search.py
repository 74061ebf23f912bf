"""The action ``law search``: what a person says, to violations and their clauses.

A line of standard input that cannot be taken is answered by an ``error`` with its number, and the
others are answered all the same; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterable

from inspector_app.bootstrap.told import Told
from inspector_app.cli.arguments import read_day, refuse_limit
from inspector_app.cli.command import (
    DONE,
    FOLDER,
    JSON,
    REFUSED,
    Argument,
    Command,
    Help,
    answer,
    flag,
)
from inspector_app.domain.errors import UserError
from inspector_app.wordings import Voice

__all__ = ["SEARCH"]

# Line ends to many readers, which JSON does not ask to be escaped: one object is one line to all.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def _search(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.input_lines import input_lines
    from inspector_app.bootstrap.law_search import open_search

    if bool(options.text.strip()) == options.stdin:
        raise UserError(
            "search.what",
            "请写一段描述，或者用 --stdin 从标准输入读，两者取其一。",
            safe="没有作任何更改。",
            mend="例如：inspector-app law search 货架上的饼干过期了",
        )
    refuse_limit(options.limit)
    with open_search(options.folder, read_day(options.on), voice) as search:
        if options.stdin:
            # Started with no input, as by a scheduler, it is empty.
            lines = input_lines(sys.stdin or io.StringIO())
            return _answer_lines(search.answers(lines, options.limit))
        told = search.answer(options.text, options.limit)
    return answer(told, options, voice)


def _answer_lines(answers: Iterable[Told]) -> int:
    code = DONE
    for told in answers:
        print(json.dumps(told.data, ensure_ascii=False).translate(_LINE_ENDS), flush=True)
        if told.errors:
            code = REFUSED
    return code


SEARCH = Command(
    "search",
    Help("help.law_search", "用自己的话说发现了什么，找相应的违法行为和条款"),
    _search,
    (
        Argument("text", "TEXT", Help("help.search_text", "用自己的话说发现了什么"), nargs="?"),
        flag("--stdin", Help("help.search_stdin", "从标准输入读，每行一段描述，每行输出一个 JSON")),
        Argument(
            "--limit", "N", Help("help.search_limit", "最多列出几项，默认 10"), type=int, default=10
        ),
        Argument("--on", "DATE", Help("help.search_on", "违法行为发生的日期，默认今天")),
        FOLDER,
        JSON,
    ),
)
