"""Who may sign or witness in which capacity; a rule of the gate, told where it is broken."""

from __future__ import annotations

from inspector_app.domain.document import SignerRole
from inspector_app.domain.errors import UserError
from inspector_app.domain.visit import Visit

__all__ = ["refuse_wrong_capacity", "refuse_wrong_witness"]


def refuse_wrong_capacity(visit: Visit, role: SignerRole, name: str) -> None:
    """``UserError`` if ``name`` cannot sign as ``role``: an officer for the party, or as witness."""
    if role is SignerRole.WITNESS:
        refuse_wrong_witness(visit, name)
    elif role is not SignerRole.OFFICER and visit.is_officer(name) and name != visit.attendee_name:
        raise UserError(
            "signature.capacity",
            "执法人员不能在当事人或者收件人处签名。",
            safe="已有签名未变。",
            mend="请由当事人或者收件人本人签名；拒绝签名的，记录拒签。",
        )


def refuse_wrong_witness(visit: Visit, witness: str, act_of: str = "") -> None:
    """``UserError`` unless ``witness`` is beside the officers, the party and whose act it is."""
    if witness == act_of or not visit.may_witness(witness):
        raise UserError(
            "witness.own",
            "见证人应当是执法人员和当事人以外的人。",
            safe="其他内容已保留。",
            mend="请另请见证人，例如基层组织或者所在单位的代表。",
        )
