"""Clauses of every shape that a case's act may fall under."""

from __future__ import annotations

from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage

__all__ = ["PEOPLE_APART", "REVOKED_WHERE_GRAVE", "UP_TO_REVOCATION", "WARNED_FIRST"]

WARNED_FIRST = (
    Sanction(SanctionKind.WARNING),
    Sanction(SanctionKind.FINE, Stage.UNHEEDED, fine=Fine(FineBase.AMOUNT, 5_000, 50_000)),
)
UP_TO_REVOCATION = (
    Sanction(SanctionKind.SUSPENSION, choice="until"),
    Sanction(SanctionKind.REVOCATION, choice="until"),
)
REVOKED_WHERE_GRAVE = Sanction(SanctionKind.REVOCATION, Stage.GRAVE, optional=True)
PEOPLE_APART = (
    Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 0, 50_000), payer=Payer.INDIVIDUAL),
    Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 50_000, 100_000)),
)
