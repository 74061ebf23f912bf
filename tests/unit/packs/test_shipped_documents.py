"""What the documents of the shipped packs say in each case they are made for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest

from inspector_app.assets import forms_dir
from inspector_app.domain.document import SignerRole
from inspector_app.domain.template import DocumentTemplate, compose_blocks, compose_slots
from inspector_app.packs.reader import read_pack
from inspector_app.packs.sample_record import sample_record

SAMPLE = sample_record()


@cache
def templates() -> dict[str, DocumentTemplate]:
    return {
        template.kind: template for template in read_pack(forms_dir() / "food-common").templates
    }


def said(kind: str, **changes: Any) -> str:
    """All that the document says for a sample record with ``changes``."""
    record = {**SAMPLE, "field": _values(kind), **changes}
    return "".join(_texts(compose_blocks(templates()[kind].blocks, record)))


def _values(kind: str) -> dict[str, str]:
    return {field.key: f"［{field.key}］" for field in templates()[kind].fields}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)


def service(mode: str) -> dict[str, str]:
    return {**SAMPLE["service"], "mode": mode}


@pytest.mark.parametrize(
    ("mode", "words", "signs"),
    [
        ("direct", "上述文书已收到", True),
        ("left", "收件人拒绝签收，送达人将上述文书留置送达", False),
        ("mail", "送达情况和凭证见备注", False),
        ("entrusted", "送达情况和凭证见备注", False),
    ],
)
def test_a_receipt_of_service_says_what_its_mode_allows(mode: str, words: str, signs: bool) -> None:
    all_words = (
        "上述文书已收到",
        "收件人拒绝签收，送达人将上述文书留置送达",
        "送达情况和凭证见备注",
    )
    record = {**SAMPLE, "service": service(mode)}
    slots = compose_slots(templates()["service_receipt"].slots, record)

    text = said("service_receipt", service=service(mode))

    assert [known for known in all_words if known in text] == [words]
    assert any(slot.role is SignerRole.RECEIVER for slot in slots) is signs


@pytest.mark.parametrize("kind", sorted(templates()))
def test_each_field_that_officers_fill_in_is_on_the_paper(kind: str) -> None:
    text = said(kind)

    for value in _values(kind).values():
        assert value in text


def test_an_order_names_the_way_to_challenge_it_and_that_it_stands_meanwhile() -> None:
    text = said("correction_order")

    authority = SAMPLE["authority"]
    assert f"六十日内向{authority['government']}申请行政复议" in text
    assert f"六个月内依法向{authority['court']}提起行政诉讼" in text
    assert "本通知不停止执行" in text


def test_an_order_rests_on_no_clause_that_lets_nobody_order() -> None:
    # 检查办法 32 is about investigating (调查处理), not about putting right.
    assert "第三十二条" not in said("correction_order", orders=_no_clauses())


def _no_clauses() -> dict[str, Any]:
    return {**SAMPLE["orders"], "unheeded_penalties": ""}


@pytest.mark.parametrize("kind", ["onsite_record", "result_record"])
def test_every_licence_of_the_party_is_on_the_paper(kind: str) -> None:
    party = {**SAMPLE["party"], "licences_text": "许可证甲（1）；登记证乙（2）"}

    assert "许可证甲（1）；登记证乙（2）" in said(kind, party=party)
