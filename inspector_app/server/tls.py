"""Whether a certificate and its private key serve, asked before anything else is begun."""

from __future__ import annotations

import ssl
from pathlib import Path

from inspector_app.domain.errors import UserError

__all__ = ["check_tls"]

# OpenSSL's names; another kind of key is found where no certificate is left to go with it.
_OTHERS_KEY = frozenset({"KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH", "NO_CERTIFICATE_ASSIGNED"})
_TOO_WEAK = frozenset({"EE_KEY_TOO_SMALL", "CA_KEY_TOO_SMALL", "CA_MD_TOO_WEAK"})


def check_tls(certificate: Path | None, key: Path | None) -> None:
    """``UserError`` that names the file and what is wrong, unless both serve or neither is given.

    ``key`` may be left out where the certificate's file holds the key as well.
    """
    if certificate is None:
        if key is not None:
            raise _refusal(
                "server.tls_pair",
                f"指明了私钥 {key.name}，没有指明证书。",
                "请同时用 --tls-certificate 指明证书文件（PEM）。",
                key.name,
            )
        return
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_verify_locations(certificate)
    except OSError as error:
        raise _refusal(
            "server.tls_certificate",
            f"文件 {certificate.name} 读不到，或者不是 PEM 格式的证书。",
            "请核对 --tls-certificate；文件中应有“BEGIN CERTIFICATE”，DER 格式的请先转换。",
            certificate.name,
        ) from error
    _check_key(context, certificate, key)


def _check_key(context: ssl.SSLContext, certificate: Path, key: Path | None) -> None:
    asked: list[bool] = []

    def password() -> bytes:
        # Given always: OpenSSL else asks on the terminal, where nobody may sit.
        asked.append(True)
        return b""

    reason = ""
    try:
        context.load_cert_chain(certificate, key, password)
    except OSError as error:
        reason = getattr(error, "reason", None) or "unreadable"
    file = (key or certificate).name
    if asked:
        raise _refusal(
            "server.tls_encrypted",
            f"文件 {file} 中的私钥有密码保护，服务器无人值守，不能输入密码。",
            "请换用没有密码的私钥文件（PEM），只让服务器的账户可读。",
            file,
        )
    if reason in _OTHERS_KEY:
        raise _refusal(
            "server.tls_mismatch",
            f"文件 {file} 中的私钥与证书不是一对。",
            "请核对 --tls-certificate 和 --tls-key；证书链中服务器自己的证书应在最前面。",
            file,
        )
    if reason in _TOO_WEAK:
        raise _refusal(
            "server.tls_weak",
            f"证书 {certificate.name} 的密钥或签名算法强度不够，系统不允许使用。",
            "请换用 RSA 2048 位以上或椭圆曲线的密钥，重新签发证书。",
            certificate.name,
        )
    if reason and key is None:
        raise _refusal(
            "server.tls_no_key",
            f"指明了证书 {certificate.name}，没有指明私钥，证书文件中也没有私钥。",
            "请同时用 --tls-key 指明私钥文件（PEM）。",
            certificate.name,
        )
    if reason:
        raise _refusal(
            "server.tls_key",
            f"文件 {file} 读不到，或者不是 PEM 格式的私钥。",
            "请核对 --tls-key；文件中应有“BEGIN PRIVATE KEY”。",
            file,
        )


def _refusal(code: str, what: str, mend: str, file: str) -> UserError:
    return UserError(
        code, what, safe="服务器没有启动，数据未被改动。", mend=mend, facts={"file": file}
    )
