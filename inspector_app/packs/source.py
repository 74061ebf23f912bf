"""YAML text to a tree that remembers where each piece stands.

Built from the parser's events, not by a loader: no tag is ever resolved, so nothing can be
constructed; no alias is ever followed, so nothing can explode; depth and size are counted while
reading, so nothing can exhaust the stack. Scalars stay text — ``4.10`` is the number of an item
and ``no`` is a word — until a schema asks for something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.packs.problems import PackProblem, Place

if TYPE_CHECKING:
    import yaml

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "MapNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "SourceError",
    "parse_source",
    "read_source",
]

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_NODES = 60_000


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A piece of text. ``plain`` is false if it was quoted; ``literal`` keeps its line breaks."""

    place: Place
    text: str
    plain: bool = True
    literal: bool = False


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list of nodes."""

    place: Place
    parts: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys and their nodes; ``keys`` says where each key stands."""

    place: Place
    parts: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node = ScalarNode | SequenceNode | MapNode


class SourceError(Exception):
    """The text cannot be read at all; carries the one problem that stopped it."""

    def __init__(self, problem: PackProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_source(path: Path, name: str) -> Node:
    """The tree of the file at ``path``, called ``name`` in messages; raises ``SourceError``."""
    whole = Place(name)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _error(
                whole,
                f"文件有 {size} 字节，超过上限 {MAX_BYTES} 字节。",
                "请把内容拆成几个文件。",
            )
        data = path.read_bytes()
    except OSError as error:
        raise _error(whole, "文件无法读取。", "请检查文件是否存在、是否有读取权限。") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _error(
            Place(name, line, 1), "文件不是 UTF-8 编码。", "请用 UTF-8 编码另存后重试。"
        ) from error
    return parse_source(text, name)


def parse_source(text: str, name: str) -> Node:
    """The tree of ``text``; raises ``SourceError`` with file, line and column."""
    # The parser costs 30 ms, and an application at work reads compiled packs only.
    import yaml

    # libyaml when the wheel carries it; the pure parser gives the same events, slower.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if len(text) > MAX_BYTES:
        raise _error(Place(name), f"文本超过上限 {MAX_BYTES} 字。", "请把内容拆成几个文件。")
    try:
        return _Builder(name).build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        raise _error(
            place,
            f"YAML 语法错误（{error.problem or error.context or '无法解析'}）。",
            "请检查缩进是否只用空格且对齐、冒号后是否有空格、引号是否成对。",
        ) from error
    except yaml.YAMLError as error:  # characters that YAML does not allow
        raise _error(
            Place(name), "文件含有 YAML 不允许的字符。", "请删去控制字符后重试。"
        ) from error


def _error(place: Place, what: str, mend: str) -> SourceError:
    return SourceError(PackProblem.at(place, what, mend))


class _Builder:
    """Turns one document's events into a tree."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[SequenceNode | MapNode] = []
        self._pending: list[tuple[str, Place] | None] = []
        self._root: Node | None = None
        self._count = 0

    def build(self, events: Iterator[yaml.Event]) -> Node:
        # Late for start-up, as in parse_source.
        import yaml

        documents = 0
        for event in events:
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise _error(
                            self._place(event),
                            "一个文件里只能有一份内容。",
                            "请删去文件中间的 --- 行，或拆成几个文件。",
                        )
                case yaml.AliasEvent():
                    raise _error(
                        self._place(event),
                        "不允许引用（*别名）。",
                        "法律文本须逐条写明：请在此处直接写出内容。",
                    )
                case yaml.ScalarEvent():
                    self._refuse_marks(event)
                    self._scalar(event)
                case yaml.SequenceStartEvent():
                    self._refuse_marks(event)
                    self._enter(SequenceNode(self._place(event)))
                case yaml.MappingStartEvent():
                    self._refuse_marks(event)
                    self._enter(MapNode(self._place(event)))
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._open.pop()
                    self._pending.pop()
                case _:
                    pass
        if self._root is None:
            raise _error(Place(self._name), "文件是空的。", "请写入内容，或删去该文件。")
        return self._root

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._name, mark.line + 1, mark.column + 1) if mark else Place(self._name)

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            raise _error(
                self._place(event), f"不允许锚点（&{event.anchor}）。", "请删去锚点，直接写出内容。"
            )
        tag = getattr(event, "tag", None)
        if tag:
            raise _error(self._place(event), f"不允许类型标签（{tag}）。", "请删去该标签。")

    def _counted(self, place: Place) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise _error(place, f"内容超过 {MAX_NODES} 个节点。", "请把内容拆成几个文件。")

    def _enter(self, node: SequenceNode | MapNode) -> None:
        self._add(node)
        if len(self._open) >= MAX_DEPTH:
            raise _error(node.place, f"嵌套超过 {MAX_DEPTH} 层。", "请减少层次。")
        self._open.append(node)
        self._pending.append(None)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        place = self._place(event)
        if self._open and isinstance(self._open[-1], MapNode) and self._pending[-1] is None:
            self._counted(place)
            self._key(event.value, place)
            return
        style = event.style or ""
        self._add(ScalarNode(place, event.value, style not in ("'", '"'), style == "|"))

    def _key(self, key: str, place: Place) -> None:
        holder = self._open[-1]
        assert isinstance(holder, MapNode)  # noqa: S101 - the caller looked
        if key in holder.keys:
            first = holder.keys[key]
            raise _error(place, f"“{key}”重复（首次见第 {first.line} 行）。", "请只保留一处。")
        holder.keys[key] = place
        self._pending[-1] = (key, place)

    def _add(self, node: Node) -> None:
        self._counted(node.place)
        if not self._open:
            self._root = node
            return
        holder = self._open[-1]
        if isinstance(holder, SequenceNode):
            holder.parts.append(node)
            return
        pending = self._pending[-1]
        if pending is None:
            raise _error(node.place, "键必须是一个词。", "请在冒号左边写一个词。")
        holder.parts[pending[0]] = node
        self._pending[-1] = None
