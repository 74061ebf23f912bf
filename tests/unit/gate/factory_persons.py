"""Those who answer for the unit of the lawful case fined beside it, by 食安条例 75."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.penalty import FineBase, Payer, SanctionKind
from tests.unit.gate.changes import Change

__all__ = ["BY_INCOME", "person_fined"]

BY_INCOME = Citation("中华人民共和国食品安全法实施条例", 75, 1)


def person_fined(*fines: int, income: int = 0, cited: bool = True) -> Change:
    """Persons fined these amounts, on an income in yuan (0 = not found out)."""

    def change(case: CaseFacts) -> CaseFacts:
        decision, notice = case.decision, case.notice
        assert decision is not None
        assert notice is not None
        imposed = (
            ImposedSanction(SanctionKind.FINE, fine, Payer.RESPONSIBLE_PERSON) for fine in fines
        )
        bases = {FineBase.INCOME: income * 100} if income else {}
        decided = replace(
            decision,
            sanctions=(*decision.sanctions, *imposed),
            cites=(*decision.cites, *((BY_INCOME,) if cited else ())),
            bases={**decision.bases, **bases},
        )
        return replace(case, decision=decided, notice=replace(notice, fine=999_999_999))

    return change
