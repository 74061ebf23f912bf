"""The sample that templates are linted against has the shape of the record visits really give."""

from __future__ import annotations

from typing import Any

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.record import build_record
from inspector_app.domain.template import compose_blocks, fill
from inspector_app.domain.visit import Visit, fold_visit
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    DocumentComposed,
    DocumentIssued,
    DocumentServed,
    FindingConfirmed,
    PhotoAttached,
)
from inspector_app.packs.sample_record import sample_record
from tests.factory import TODAY, Chain, rights_read, violation, visit_started
from tests.shipped_law import shipped_library


def a_full_visit() -> Visit:
    def found(number: int, item: str, *, on_spot: bool) -> FindingConfirmed:
        return FindingConfirmed(
            finding_id=f"finding-{number}",
            item=item,
            violation=violation(),
            description="一名厨师的健康证明已到期",
            measures=(MeasureKind.ORDER_CORRECTION,),
            requirement="取得健康证明前停止上岗",
            deadline=None if on_spot else TODAY,
            on_spot=on_spot,
        )

    chain = Chain().add(
        visit_started(),
        rights_read(),
        AnswerRecorded("LICENCE", AnswerValue.NOT_MET, "未公示"),
        AnswerRecorded("HEALTH", AnswerValue.NOT_MET),
        AnswerRecorded("WASH", AnswerValue.EXCLUDED, reason="不涉及"),
        PhotoAttached("photo-1", "HEALTH", "a" * 64, 9, "image/png", "门口.png", "b" * 64),
        found(1, "LICENCE", on_spot=True),
        found(2, "HEALTH", on_spot=False),
        DocumentComposed("doc-1", "correction_order", "责令改正通知书", "c" * 64, ("officer1",)),
        DocumentIssued("doc-1", "d" * 64, 1, "e" * 64, "IA1"),
        DocumentServed(
            ("doc-1",), "direct", "张三丰年", "经营者", "店内", "2026-11-21T10:00:00+08:00"
        ),
    )
    visit = fold_visit(chain.events)
    assert visit is not None
    return visit


def a_real_record(**fields: str) -> dict[str, Any]:
    return build_record(
        a_full_visit(),
        at="2026-11-21T10:00:00+08:00",
        checklists=[("餐饮服务监督检查要点表", "样例")],
        fields=fields,
    )


def paths(value: object, path: str = "") -> set[str]:
    """Every path that a placeholder could name, lists walked into their first entry."""
    if isinstance(value, dict):
        return {below for key, part in value.items() for below in paths(part, f"{path}.{key}")}
    if isinstance(value, list):
        return paths(value[0], f"{path}[]") if value else {f"{path}[]"}
    return {path}


def test_each_path_of_the_sample_is_in_a_real_record_and_none_is_missing() -> None:
    assert paths(sample_record()) == paths(a_real_record())


def test_the_shipped_documents_compose_from_a_real_record() -> None:
    for template in shipped_library().document_templates().values():
        empty = a_real_record(**{field.key: "" for field in template.fields})
        filled = {field.key: fill(field.default, empty) for field in template.fields}
        text = str(compose_blocks(template.blocks, a_real_record(**filled)))
        assert "云溪县张记面馆（演示）" in text
        assert "{" not in text
