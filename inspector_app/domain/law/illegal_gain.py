"""Illegal gain (违法所得) worked out on the sheet of 总局令第118号.

In force for what is judged from 2026-03-20 on (处罚法 37 for earlier acts). The gain is what the act
itself brought in, less lawful outlay that was necessary, directly used and proven (arts. 3–6), less
taxes paid before the decision (art. 10). What was given back counts as gain but is not confiscated
(art. 11). Money is whole fen, so nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.objections import Objection

__all__ = [
    "IN_FORCE_FROM",
    "Approval",
    "GainEntry",
    "GainMethod",
    "IllegalGain",
    "IllegalGainSheet",
    "Outlay",
    "Unproven",
]

IN_FORCE_FROM = date(2026, 3, 20)


class GainMethod(StrEnum):
    """How the gain is counted."""

    NET = "net"  # 收入减去直接、必要、已证明的合理支出（第三条至第六条）
    PRICE = "price"  # 多收或者少付的价款（第七条）
    PYRAMID = "pyramid"  # 传销：全部收入（第八条）
    FACILITATION = "facilitation"  # 提供便利条件：全部收入（第九条）


class Unproven(StrEnum):
    """What the chief approved where the gain cannot be found out after full inquiry (art. 14)."""

    LEFT_OUT = "left_out"  # 不予没收，在罚款时考虑
    PROVABLE_PART = "provable_part"  # 以查明的部分认定


@dataclass(frozen=True, slots=True)
class GainEntry:
    """An amount in fen (分), what it is, and the evidence that shows it (ids of the case's evidence)."""

    label: str
    amount: int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlay(GainEntry):
    """An outlay the party claims; deducted only if lawful, necessary, directly used and proven."""

    lawful: bool = True
    direct: bool = False

    @property
    def is_deductible(self) -> bool:
        """Mixed or unproven outlay is not deducted (arts. 5, 6)."""
        return self.lawful and self.direct and bool(self.evidence)


@dataclass(frozen=True, slots=True)
class Approval:
    """The approval of the organ's chief (主要负责人), demanded by art. 14."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class IllegalGain:
    """The result in fen: ``gain`` is stated in the decision, ``confiscated`` taken, ``refunded`` returned."""

    gain: int
    deducted: int
    refunded: int
    confiscated: int


@dataclass(frozen=True, slots=True)
class IllegalGainSheet:
    """Everything the sheet asks; :meth:`worked_out` is its last line.

    ``exempt``: no penalty under 处罚法 33(1), so nothing is confiscated, the duty to refund stays
    (art. 15). ``unproven`` with ``approval``: the gain could not be found out (art. 14).
    """

    method: GainMethod
    receipts: tuple[GainEntry, ...]
    outlays: tuple[Outlay, ...] = ()
    taxes: tuple[GainEntry, ...] = ()
    refunds: tuple[GainEntry, ...] = ()
    unproven: Unproven | None = None
    approval: Approval | None = None
    exempt: bool = False

    def worked_out(self) -> IllegalGain:
        """The gain; never below nothing."""
        gross = sum(entry.amount for entry in self.receipts)
        deducted = sum(entry.amount for entry in self.taxes)
        if self.method is GainMethod.NET:
            deducted += sum(outlay.amount for outlay in self.outlays if outlay.is_deductible)
        gain = max(0, gross - deducted)
        if self.unproven is Unproven.LEFT_OUT:
            gain = 0
        refunded = min(gain, sum(entry.amount for entry in self.refunds))
        return IllegalGain(gain, deducted, refunded, 0 if self.exempt else gain - refunded)

    def objections(self, judged: date) -> tuple[Objection, ...]:
        """What must be mended before the sheet may stand in a paper of ``judged``.

        Targets name the row: ``receipts.0``.
        """
        found: list[Objection] = []
        if judged < IN_FORCE_FROM:
            found.append(
                Objection(
                    "gain.before_rules",
                    "总局令第118号自2026年3月20日起施行；此前作出的认定适用原规定，本表不能代替。",
                    "gain",
                )
            )
        if not self.receipts and self.unproven is not Unproven.LEFT_OUT:
            found.append(Objection("gain.no_receipts", "没有填写收入。", "receipts"))
        for part, entries, proven in self._rows():
            for number, entry in enumerate(entries):
                found.extend(_row_objections(entry, f"{part}.{number}", proven=proven))
        if not self.is_approved(judged):
            found.append(
                Objection(
                    "gain.approval_missing",
                    "违法所得难以查清的，须经部门主要负责人批准（总局令第118号第十四条）。",
                    "approval",
                )
            )
        return tuple(found)

    def is_approved(self, judged: date) -> bool:
        """Whether, where the gain could not be found out, somebody approved it by ``judged``."""
        if self.unproven is None:
            return True
        approval = self.approval
        return approval is not None and bool(approval.by.strip()) and approval.on <= judged

    def evidence(self) -> frozenset[str]:
        """Everything that its rows are shown by."""
        return frozenset(
            one for _, entries, _ in self._rows() for row in entries for one in row.evidence
        )

    def _rows(self) -> tuple[tuple[str, tuple[GainEntry, ...], bool], ...]:
        """The parts by name; of each whether its rows must be proven.

        An outlay without proof is the party's claim: it stands, and is not deducted.
        """
        return (
            ("receipts", self.receipts, True),
            ("outlays", self.outlays, False),
            ("taxes", self.taxes, True),
            ("refunds", self.refunds, True),
        )


def _row_objections(entry: GainEntry, target: str, *, proven: bool) -> Iterator[Objection]:
    facts = {"entry": entry.label}
    if not entry.label.strip():
        yield Objection("gain.unnamed", "请写明这一笔是什么。", target)
    if entry.amount < 0:
        yield Objection("gain.negative", f"“{entry.label}”的金额不能为负。", target, facts)
    if proven and not entry.evidence:
        yield Objection("gain.no_evidence", f"“{entry.label}”没有证据。", target, facts)
