"""Documents as they are issued when not all goes smoothly: refusals, places struck out, long facts."""

from dataclasses import replace

from inspector_app.domain.document import (
    STRUCK_OUT,
    DataTable,
    Paragraph,
    Run,
    SignatureBlock,
    Snapshot,
)
from tests.factory_documents import (
    inspection_record,
    rectification_order,
    result_sheet,
    service_receipt,
)
from tests.factory_signatures import signed

__all__ = ["REFUSED_AT", "closed", "closed_documents", "long_order", "noted"]

REFUSED_AT = "2026-11-21T10:42:00+08:00"
_NOTE = "拒绝签名，理由：不认可；录音录像：执法记录仪0417。2026年11月21日10时42分"


def noted(snapshot: Snapshot, slot: str, note: str) -> Snapshot:
    """The same document, one place with a note instead of a signature."""
    return replace(
        snapshot,
        signatures=tuple(
            replace(place, image="", at=REFUSED_AT, note=note) if place.key == slot else place
            for place in snapshot.signatures
        ),
    )


def closed(snapshot: Snapshot) -> Snapshot:
    """The document signed, and struck out where nobody did."""
    return replace(
        signed(snapshot),
        signatures=tuple(
            slot if slot.image or slot.note else replace(slot, name="", note=STRUCK_OUT)
            for slot in signed(snapshot).signatures
        ),
    )


def long_order(*facts: str) -> Snapshot:
    """An order to put right what ``facts`` tell, one finding each, in the columns of the form."""
    rows = tuple(
        (
            str(number),
            f"安排未取得健康证明的人员从事接触直接入口食品的工作：{fact}",
            "《中华人民共和国食品安全法》第四十五条第二款",
            "《中华人民共和国食品安全法》第一百二十六条第一款第（六）项",
            "取得健康证明后方可上岗。",
            "于2026年12月1日前",
        )
        for number, fact in enumerate(facts, 1)
    )
    table = DataTable(
        ("序号", "行为和事实", "违反的规定", "责任条款", "改正要求", "改正期限"),
        rows,
        (2, 9, 7, 7, 7, 5),
        (True, False, False, False, False, True),
    )
    order = rectification_order()
    before = Paragraph((Run("经查，你（单位）存在下列行为："),))
    return replace(order, blocks=(order.blocks[0], before, table, *order.blocks[-3:]))


def closed_documents() -> tuple[Snapshot, ...]:
    """One document of each thing that is drawn only then."""
    record = inspection_record()
    feet = tuple(block for block in record.blocks if not isinstance(block, SignatureBlock))
    return (
        closed(noted(replace(record, blocks=feet), "party", _NOTE)),
        closed(noted(replace(record, blocks=feet), "party", _NOTE * 4)),
        closed(noted(result_sheet(), "party", _NOTE * 4)),
        closed(service_receipt()),
        closed(long_order("查见冷藏柜温度为12.5℃。" * 100, "查见一名从业人员无健康证明。")),
    )
