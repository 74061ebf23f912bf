"""What every use case works with: the ports of this device and who sits at it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.officer import Authority, Officer, Role
from inspector_app.domain.pack_ports import ExpressionEvaluator, PackShelf
from inspector_app.domain.paper_ports import DocumentDesk
from inspector_app.domain.ports import (
    Blobs,
    Clock,
    HeadSigner,
    IdSource,
    Store,
)

if TYPE_CHECKING:
    from inspector_app.domain.law.statute import StatuteShelf

__all__ = ["Workplace"]


def _nothing_installed() -> StatuteShelf:
    from inspector_app.domain.law.empty_shelf import EmptyShelf  # late: few workplaces lack a shelf

    return EmptyShelf()


@dataclass(frozen=True, slots=True)
class Workplace:
    """This device's ports, the officer who signed in, and the bureau. Built by bootstrap.

    Without ``statutes`` no citation leads to words.
    """

    store: Store
    blobs: Blobs
    clock: Clock
    ids: IdSource
    packs: PackShelf
    expressions: ExpressionEvaluator
    documents: DocumentDesk
    heads: HeadSigner
    me: Officer
    authority: Authority
    device: str
    statutes: StatuteShelf = field(default_factory=_nothing_installed)

    def require(self, role: Role) -> None:
        """Raise ``UserError`` unless the signed-in person has ``role``."""
        if self.me.role is not role:
            raise UserError(
                "role.required",
                "当前登录人员没有此项权限。",
                safe="未作任何更改。",
                mend="请由相应角色的人员登录后办理。",
                facts={"role": role.value},
            )
