"""Signed packs: who vouches for a pack, and that not one byte of it is other than signed.

``pack.sig`` beside the pack holds the manifest — id, version, digest of the compiled content,
SHA-256 of every file, time, key id — and an Ed25519 signature over the manifest's RFC 8785 bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import rfc8785

from inspector_app.disk.durable import HANDED_ON, write_whole
from inspector_app.domain.checklist import PackRef
from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.trust.signing import SigningKey, VerifyKey

__all__ = [
    "COMPILED",
    "NOT_IN_FORCE",
    "SIGNATURE",
    "TrustedKey",
    "file_digests",
    "load_trusted_keys",
    "sign_pack",
    "signed_digests",
    "verify_pack",
    "version_key",
]

COMPILED = "compiled.json"
SIGNATURE = "pack.sig"
ALGORITHM = "Ed25519"
# Error codes of packs that are genuine but whose time has not come or has passed.
NOT_IN_FORCE = frozenset({"pack.expired", "pack.not_yet"})
MAX_PACK_BYTES = 20_000_000
_MANIFEST_TEXTS = ("algorithm", "key", "id", "version", "digest", "signed_at", "valid_to")


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key that packs may be signed with, until ``valid_to`` inclusive (None = no end)."""

    key: VerifyKey
    label: str
    valid_to: date | None = None


def load_trusted_keys(path: Path) -> tuple[TrustedKey, ...]:
    """The keys of ``pack-keys.json``: a list of {key (Base64), label, valid_to}."""
    try:
        listed: Any = json.loads(path.read_text("utf-8"))
        return tuple(
            TrustedKey(
                VerifyKey.from_text(entry["key"]),
                str(entry["label"]),
                date.fromisoformat(entry["valid_to"]) if entry.get("valid_to") else None,
            )
            for entry in listed["keys"]
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            "pack.keys",
            f"信任的公钥清单无法读取：{path.name}。",
            safe="已有的检查记录不受影响。",
            mend="请重新安装本程序。",
            facts={"file": path.name},
        ) from error


def sign_pack(folder: Path, key: SigningKey, at: datetime) -> PackRef:
    """Check, compile and sign the pack in ``folder``; writes compiled.json and pack.sig.

    ``at`` is the signing time with offset. Raises ``UserError`` listing every problem if the pack
    is not fit to be signed.
    """
    # The reader brings the YAML parser, which an application at work never needs.
    from inspector_app.packs.compiled import compile_pack
    from inspector_app.packs.reader import read_pack

    pack = read_pack(folder)
    write_whole(folder / COMPILED, [compile_pack(pack)], mode=HANDED_ON)
    files = _digests(folder)
    manifest: dict[str, Any] = {
        "algorithm": ALGORITHM,
        "key": key.id,
        "id": pack.ref.id,
        "version": pack.ref.version,
        "digest": files[COMPILED],
        "signed_at": at.isoformat(timespec="seconds"),
        "valid_from": pack.valid_from.isoformat() if pack.valid_from else "",
        "valid_to": pack.valid_to.isoformat() if pack.valid_to else "",
        "depends": {ref.id: ref.version for ref in pack.depends},
        "files": files,
    }
    signed = {"manifest": manifest, "signature": key.sign(rfc8785.dumps(manifest))}
    text = json.dumps(signed, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_whole(folder / SIGNATURE, [text.encode("utf-8")], mode=HANDED_ON)
    return PackRef(pack.ref.id, pack.ref.version, files[COMPILED])


def verify_pack(
    folder: Path,
    trusted: Iterable[TrustedKey],
    *,
    today: date | None = None,
    seen: Mapping[str, str] | None = None,
) -> PackRef:
    """The pack's reference if a trusted key vouches for every byte of it.

    ``today`` also checks validity; ``seen`` maps pack ids to the newest version this device has
    used, and an older one is refused (rollback). Raises ``UserError`` with the reason: unsigned,
    unknown key, expired key, altered, missing or extra file, expired, rolled back.
    """
    name = folder.name
    manifest, signature = _signed(folder)
    key = next((known for known in trusted if known.key.id == manifest["key"]), None)
    if manifest["algorithm"] != ALGORITHM or key is None:
        raise _refused(
            "pack.unknown_key",
            name,
            f"签名密钥 {manifest['key']} 不在信任清单中",
            key=manifest["key"],
        )
    if not key.key.verifies(rfc8785.dumps(manifest), signature):
        raise _refused("pack.bad_signature", name, "签名与清单不符，清单可能已被改动")
    signed_on = datetime.fromisoformat(manifest["signed_at"]).date()
    if key.valid_to is not None and signed_on > key.valid_to:
        raise _refused(
            "pack.key_expired", name, f"签名时密钥“{key.label}”已经失效", label=key.label
        )
    _same_files(name, manifest["files"], _digests(folder))
    if manifest["files"].get(COMPILED) != manifest["digest"]:
        raise _refused("pack.altered", name, "编译内容与清单不符", file=COMPILED)
    newest = (seen or {}).get(manifest["id"])
    if newest is not None and version_key(manifest["version"]) < version_key(newest):
        raise _refused(
            "pack.rolled_back",
            name,
            f"版本 {manifest['version']} 比本机用过的 {newest} 旧",
            version=manifest["version"],
            newest=newest,
        )
    if today is not None:
        _in_force(name, manifest, today)
    return PackRef(manifest["id"], manifest["version"], manifest["digest"])


def version_key(version: str) -> tuple[int, ...]:
    """``1.10.2`` as numbers, for comparing."""
    return tuple(int(part) for part in version.split("."))


def _signed(folder: Path) -> tuple[dict[str, Any], str]:
    path = folder / SIGNATURE
    if not path.is_file():
        raise _refused("pack.unsigned", folder.name, "没有签名文件 pack.sig")
    try:
        signed: Any = json.loads(path.read_bytes())
        manifest, signature = signed["manifest"], signed["signature"]
        sound = all(isinstance(manifest[text], str) for text in _MANIFEST_TEXTS)
        sound = sound and isinstance(manifest["files"], dict) and isinstance(signature, str)
        version_key(manifest["version"])
        datetime.fromisoformat(manifest["signed_at"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _refused("pack.bad_signature", folder.name, "签名文件的格式不对") from error
    if not sound:
        raise _refused("pack.bad_signature", folder.name, "签名文件的格式不对")
    return manifest, signature


def signed_digests(folder: Path) -> Mapping[str, str]:
    """SHA-256 by file as the pack's manifest has them; the signature itself is not looked at.

    Raises ``UserError`` if there is no manifest or it cannot be read.
    """
    files: Mapping[str, str] = _signed(folder)[0]["files"]
    return files


def file_digests(folder: Path) -> Mapping[str, str]:
    """SHA-256 by file as they lie in the folder, the signature file apart.

    Raises ``UserError`` for a link or a pack beyond the limit of size.
    """
    return _digests(folder)


def _same_files(name: str, signed: Mapping[str, str], found: Mapping[str, str]) -> None:
    missing = sorted(signed.keys() - found.keys())
    if missing:
        raise _refused("pack.missing_file", name, f"缺少文件 {missing[0]}", file=missing[0])
    extra = sorted(found.keys() - signed.keys())
    if extra:
        raise _refused("pack.extra_file", name, f"多出未签名的文件 {extra[0]}", file=extra[0])
    altered = sorted(file for file, digest in signed.items() if found[file] != digest)
    if altered:
        raise _refused("pack.altered", name, f"文件 {altered[0]} 与签名时不同", file=altered[0])


def _in_force(name: str, manifest: Mapping[str, str], today: date) -> None:
    valid_from, valid_to = manifest.get("valid_from", ""), manifest["valid_to"]
    if valid_from and today < date.fromisoformat(valid_from):
        raise _refused("pack.not_yet", name, f"自 {valid_from} 起才生效", date=valid_from)
    if valid_to and today > date.fromisoformat(valid_to):
        raise _refused("pack.expired", name, f"已于 {valid_to} 失效", date=valid_to)


def _digests(folder: Path) -> dict[str, str]:
    digests: dict[str, str] = {}
    total = 0
    for path in sorted(folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        file = path.relative_to(folder).as_posix()
        if file == SIGNATURE:
            continue
        # What a link points to may change after it was hashed.
        if path.is_symlink():
            raise _refused("pack.link", folder.name, f"{file} 是符号链接", file=file)
        data = path.read_bytes()
        total += len(data)
        if total > MAX_PACK_BYTES:
            raise _refused(
                "pack.too_large",
                folder.name,
                f"超过 {MAX_PACK_BYTES} 字节",
                most=MAX_PACK_BYTES,
            )
        digests[file] = hashlib.sha256(data).hexdigest()
    return digests


def _refused(code: str, pack: str, reason: str, **facts: str | int) -> UserError:
    return UserError(
        code,
        f"检查表包“{pack}”未被采用：{reason}。",
        safe="已开始的检查继续使用原来的版本，记录没有损失。",
        mend="请从发布单位重新取得该包；自行修改的包须重新签名（pack sign）。",
        facts={"pack": pack, **facts},
    )
