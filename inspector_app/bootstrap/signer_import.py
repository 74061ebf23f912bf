"""Takes an officer's signing certificate into the keyring."""

from __future__ import annotations

import secrets as entropy
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Officer
from inspector_app.domain.ports import Clock, SecretStore

if TYPE_CHECKING:
    from inspector_app.trust.certificates import OfficerSigner

__all__ = ["import_signer"]


def import_signer(
    secrets: SecretStore, me: Officer, clock: Clock, data: bytes, password: str
) -> OfficerSigner:
    """Keep the PKCS#12 file ``data`` as the certificate of ``me``, under a fresh password.

    The person's own password is used once and kept nowhere. Raises ``UserError`` for a wrong
    password, another person's certificate or one that is not valid now; then nothing is changed.
    """
    # Late: cryptography's serializers, needed once in a certificate's life.
    from inspector_app.trust.certificates import OfficerSigner

    signer = OfficerSigner.from_pkcs12(data, password)
    number = signer.certificate_no
    if (number and number != me.certificate_no) or (not number and signer.name != me.name):
        raise UserError(
            "certificate.not_mine",
            f"这是{signer.name}的签名证书，不是{me.name}的。",
            safe="本机已有的证书没有改变。",
            mend="请选择本人的证书文件。",
            facts={"holder": signer.name, "officer": me.name},
        )
    signer.require_valid(datetime.fromisoformat(clock.now().at))
    fresh = entropy.token_urlsafe(16)
    secrets.set(certificate_secret(me.id), signer.to_pkcs12(fresh))
    secrets.set(password_secret(me.id), fresh.encode())
    return signer
