"""The documents room as the use cases' ``DocumentDesk``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.domain.document import SignatureSlot, SignerRole, Snapshot
from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Officer
from inspector_app.domain.paper_ports import Rendered, SignedDocument
from inspector_app.domain.ports import SecretStore

if TYPE_CHECKING:
    from inspector_app.trust.certificates import OfficerSigner

__all__ = ["SigningDesk", "certificate_secret"]


def certificate_secret(officer_id: str) -> str:
    """The keyring's name for an officer's PKCS#12 file."""
    return f"certificate/{officer_id}"


def password_secret(officer_id: str) -> str:
    """The keyring's name for the password of that file."""
    return f"certificate-password/{officer_id}"


class SigningDesk:
    """Draws and signs documents. Officers' certificates come from the keyring, never from a file."""

    def __init__(self, secrets: SecretStore, me: Officer) -> None:
        self._secrets = secrets
        self._me = me

    def encode(self, snapshot: Snapshot) -> bytes:
        """The Snapshot's canonical JSON."""
        from inspector_app.documents.codec import encode_snapshot  # late: see draft

        return encode_snapshot(snapshot)

    def decode(self, data: bytes) -> Snapshot:
        """The Snapshot of canonical JSON."""
        from inspector_app.documents.codec import decode_snapshot  # late: see draft

        return decode_snapshot(data)

    def draft(self, snapshot: Snapshot, images: Mapping[str, bytes]) -> Rendered:
        """The page as it will be, unsigned."""
        # Late: reportlab and its fonts cost 150 ms and are not needed until a document is shown.
        from inspector_app.documents.render import render

        drawn = render(snapshot, images)
        slots = {
            key: tuple((p.page + 1, p.x, p.y, p.w, p.h) for p in places)
            for key, places in drawn.slots.items()
        }
        return Rendered(drawn.pdf, drawn.pages, slots, drawn.missing_glyphs)

    def finish(
        self, snapshot: Snapshot, images: Mapping[str, bytes], signers: Sequence[str], at: str
    ) -> SignedDocument:
        """PDF/A-3b, signed by each officer whose certificate is on this device, mine at least."""
        # Late: pyHanko costs 350 ms and is needed only when a document is issued.
        from inspector_app.documents.pdfa import archive
        from inspector_app.documents.render import render
        from inspector_app.documents.signing import sign

        keys = {officer_id: self._signer(officer_id) for officer_id in signers}
        if keys.get(self._me.id) is None:
            raise _no_certificate(self._me)
        moment = datetime.fromisoformat(at)
        for key in keys.values():
            if key is not None:
                key.require_valid(moment)
        drawn = archive(render(snapshot, images), snapshot)
        pdf = drawn.pdf
        for slot in _officer_slots(snapshot):
            signer = next((k for k in keys.values() if k is not None and _is_of(k, slot)), None)
            if signer is None:
                continue
            places = drawn.slots.get(slot.key, ())
            placement = places[0] if places else None
            pdf = sign(pdf, signer, slot.key, placement, snapshot.title, snapshot.authority, moment)
        return SignedDocument(pdf, drawn.pages)

    def _signer(self, officer_id: str) -> OfficerSigner | None:
        from inspector_app.trust.certificates import OfficerSigner  # late: see finish

        data = self._secrets.get(certificate_secret(officer_id))
        if data is None:
            return None
        password = self._secrets.get(password_secret(officer_id)) or b""
        return OfficerSigner.from_pkcs12(data, password.decode())


def _officer_slots(snapshot: Snapshot) -> tuple[SignatureSlot, ...]:
    return tuple(s for s in snapshot.signatures if s.role is SignerRole.OFFICER and s.image)


def _is_of(signer: OfficerSigner, slot: SignatureSlot) -> bool:
    if slot.certificate_no:
        return signer.certificate_no == slot.certificate_no
    return signer.name == slot.name


def _no_certificate(officer: Officer) -> UserError:
    return UserError(
        "certificate.missing",
        f"本机没有{officer.name}的签名证书，不能出具文书。",
        safe="文书内容和手写签名已保存。",
        mend="请在“设置”中导入本人的签名证书（.p12 或 .pfx）。",
        facts={"officer": officer.name},
    )
