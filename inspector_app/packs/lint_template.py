"""Checks of document templates: paths, formats, slots, fields and number patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from inspector_app.domain.document import SignatureBlock
from inspector_app.domain.errors import UserError
from inspector_app.domain.template import FORMATS, DocumentTemplate, Each, Node, When
from inspector_app.packs.draft import Draft, TemplateText
from inspector_app.packs.entry import nearest
from inspector_app.packs.expressions import XlsFormExpressions
from inspector_app.packs.problems import PackProblem, Place
from inspector_app.packs.sample_record import sample_record
from inspector_app.packs.vocabulary import DOCUMENT_VARIABLES

__all__ = ["lint_templates"]

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PATH = re.compile(r"[A-Za-z_][\w.]*")
_NUMBER_WORDS = ("region", "year", "seq")


def lint_templates(draft: Draft, expressions: XlsFormExpressions) -> Iterator[PackProblem]:
    """The problems of every document template of the pack."""
    for template in draft.templates:
        yield from _lint_called_for(template, draft, expressions)
        yield from _lint_serves(template, draft)
        yield from _lint_slots(template, draft)
        yield from _lint_fields(template, draft)
        yield from _lint_number(template, draft)
        record = sample_record()
        record["field"] = {field.key: "示例" for field in template.fields}
        for text in draft.texts:
            if text.kind == template.kind:
                yield from _lint_text(text, record)


def _lint_called_for(
    template: DocumentTemplate, draft: Draft, expressions: XlsFormExpressions
) -> Iterator[PackProblem]:
    try:
        expressions.check(template.called_for, DOCUMENT_VARIABLES)
    except UserError as error:
        place = draft.place("called_for", template.kind)
        yield PackProblem.at(place, error.what, error.mend)


def _lint_serves(template: DocumentTemplate, draft: Draft) -> Iterator[PackProblem]:
    known = {other.kind: other for other in draft.all_templates()}
    for kind in template.serves:
        if kind not in known:
            yield from draft.reading.absent(
                "documents",
                draft.place("serves", template.kind),
                f"serves 中没有名为“{kind}”的文种。",
                nearest(kind, known),
            )


def _lint_text(text: TemplateText, record: Mapping[str, Any]) -> Iterator[PackProblem]:
    scope = dict(record)
    for name, source in text.bound:
        walked = _find(source, scope)
        scope[name] = walked[0] if isinstance(walked, list) and walked else {}
        scope["index"] = 1
    if text.is_test:
        for path in _test_paths(text.text):
            yield from _lint_path(path, scope, text.place)
        return
    for match in _PLACEHOLDER.finditer(text.text):
        path, _, form = match[1].partition("|")
        if _PATH.fullmatch(path):
            yield from _lint_path(path, scope, text.place)
            yield from _lint_form(path, form, _find(path, scope), text.place)
        else:
            yield PackProblem.at(
                text.place, f"占位“{match[0]}”的写法不对。", "请写成 {路径} 或 {路径|格式}。"
            )
    if re.search(r"[{}]", _PLACEHOLDER.sub("", text.text)):
        yield PackProblem.at(text.place, "大括号不成对。", "占位写成 {路径}，正文请勿使用大括号。")


def _lint_form(path: str, form: str, value: object, place: Place) -> Iterator[PackProblem]:
    if form and form not in FORMATS:
        yield PackProblem.at(place, f"不认识的格式“{form}”。", nearest(form, FORMATS))
    if isinstance(value, list) and form not in ("list", "lines"):
        yield PackProblem.at(
            place, f"“{path}”是列表，不能直接写进文字。", f"请写成 {{{path}|list}}。"
        )
    if isinstance(value, dict):
        yield PackProblem.at(
            place, f"“{path}”不是一个值。", f"请再写一层，如 {{{path}.{min(value)}}}。"
        )


def _test_paths(test: str) -> tuple[str, ...]:
    return (test.split("==", 1)[0].strip().lstrip("!").strip(),)


def _find(path: str, scope: Mapping[str, Any]) -> Any:
    value: Any = scope
    for part in path.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def _lint_path(path: str, scope: Mapping[str, Any], place: Place) -> Iterator[PackProblem]:
    value: Any = scope
    walked: list[str] = []
    for part in path.split("."):
        if not isinstance(value, Mapping) or part not in value:
            within = f"“{'.'.join(walked)}”中" if walked else "记录中"
            hint = nearest(part, value) if isinstance(value, Mapping) else "请核对路径。"
            yield PackProblem.at(place, f"{within}没有“{part}”（{path}）。", hint)
            return
        value = value[part]
        walked.append(part)


def _lint_slots(template: DocumentTemplate, draft: Draft) -> Iterator[PackProblem]:
    keys: dict[str, object] = {}
    for slot in template.slots:
        if slot.key in keys:
            yield PackProblem.at(
                draft.place("slot", template.kind, slot.key),
                f"签名处“{slot.key}”重复。",
                "请改用另一个代码。",
            )
        keys[slot.key] = slot
    for key in template.page_foot:
        if key not in keys:
            yield PackProblem.at(
                draft.place("page_foot", template.kind),
                f"page_foot 中没有名为“{key}”的签名处。",
                nearest(key, keys),
            )
    placed: set[str] = set(template.page_foot)
    for block in _signature_blocks(template.blocks):
        for key in block.slots:
            placed.add(key)
            if key not in keys:
                yield PackProblem.at(
                    draft.place("signatures", template.kind, ",".join(block.slots)),
                    f"没有名为“{key}”的签名处。",
                    nearest(key, keys),
                )
    for key in keys.keys() - placed:
        yield PackProblem.at(
            draft.place("slot", template.kind, key),
            f"签名处“{key}”在文书中没有位置。",
            "请写进 page_foot 或某个 signatures 块。",
        )


def _signature_blocks(nodes: Iterable[Node]) -> Iterable[SignatureBlock]:
    for node in nodes:
        match node:
            case SignatureBlock():
                yield node
            case When(_, then, otherwise):
                yield from _signature_blocks((*then, *otherwise))
            case Each(_, _, body):
                yield from _signature_blocks(body)
            case _:
                pass


def _lint_fields(template: DocumentTemplate, draft: Draft) -> Iterator[PackProblem]:
    keys: set[str] = set()
    used = {
        match[1].partition("|")[0].removeprefix("field.")
        for text in draft.texts
        if text.kind == template.kind
        for match in _PLACEHOLDER.finditer(text.text)
    }
    used |= {
        path.removeprefix("field.")
        for text in draft.texts
        if text.kind == template.kind and text.is_test
        for path in _test_paths(text.text)
    }
    for field in template.fields:
        place = draft.place("field", template.kind, field.key)
        if field.key in keys:
            yield PackProblem.at(place, f"填写项“{field.key}”重复。", "请改用另一个代码。")
        keys.add(field.key)
        if field.key not in used:
            yield PackProblem.at(
                place,
                f"填写项“{field.key}”没有写进文书。",
                f"请在正文中写上 {{field.{field.key}}}，或删去该填写项。",
            )
        if (field.kind == "choice") != bool(field.choices):
            yield PackProblem.at(
                place, f"填写项“{field.key}”的 kind 与 choices 不配。", "单选才写 choices。"
            )


def _lint_number(template: DocumentTemplate, draft: Draft) -> Iterator[PackProblem]:
    pattern = template.number_pattern
    if not pattern:
        return
    place = draft.place("number", template.kind)
    words = [match[1] for match in _PLACEHOLDER.finditer(pattern)]
    for word in words:
        if word not in _NUMBER_WORDS:
            yield PackProblem.at(
                place, f"文号中不认识的占位“{word}”。", nearest(word, _NUMBER_WORDS)
            )
    if "seq" not in words:
        yield PackProblem.at(place, "文号没有序号。", "请写上 {seq}。")
    if "〔{year}〕" not in pattern:
        yield PackProblem.at(
            place, "文号的年份应当用六角括号。", "请写成 〔{year}〕，勿用 [] 或 【】。"
        )
