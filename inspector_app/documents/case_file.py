"""A whole case in one file: the journal, its signed heads, the documents and the photos.

A zip that can be checked with no database and no network. ``events.jsonl`` holds the exact
canonical bytes of each event, one a line, so that the chain of hashes can be walked again
(:func:`inspector_app.domain.journal.verify_chain`).

===================== ==========================================================
``manifest.json``     format, version, and SHA-256 and size of every other member
``events.jsonl``      each event's canonical bytes (RFC 8785), in order
``heads.json``        the signed heads of the streams
``keys.json``         raw Ed25519 public keys in Base64 by key id
``documents/ID.pdf``  the issued documents
``blobs/SHA256``      photos and other evidence, named by their content
===================== ==========================================================
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rfc8785

from inspector_app.disk.durable import put_in_place
from inspector_app.domain.errors import Defect, EnvironmentFault, UserError
from inspector_app.domain.journal import Event, Head, SignedHead

__all__ = ["FORMAT", "VERSION", "CaseFile", "content_name", "read_case", "write_case"]

FORMAT = "inspector-app/case"
VERSION = 1

_MANIFEST = "manifest.json"
_EVENTS = "events.jsonl"
_HEADS = "heads.json"
_KEYS = "keys.json"
_DOCUMENT = re.compile(r"documents/([A-Za-z0-9][A-Za-z0-9._-]{0,119})\.pdf")
_BLOB = re.compile(r"blobs/([0-9a-f]{64})")
_PLAIN = frozenset({_MANIFEST, _EVENTS, _HEADS, _KEYS})

# A case of a hundred photos has 0.1 of each of these.
_MOST_MEMBERS = 20_000
_LARGEST_MEMBER = 256 * 1024 * 1024
_LARGEST_CASE = 8 * 1024 * 1024 * 1024
# Deflate reaches about 1,000 on zeros; our JSON reaches 20.
_DENSEST = 200
_SMALL = 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a case file holds.

    ``blobs`` names the evidence whose content agrees with its name; ``altered`` the members that
    do not agree with the manifest or with their own name; ``absent`` those of the manifest that
    are not there.
    """

    events: tuple[Event, ...]
    heads: tuple[SignedHead, ...]
    public_keys: Mapping[str, bytes]
    documents: Mapping[str, bytes]
    blobs: frozenset[str]
    altered: tuple[str, ...]
    absent: tuple[str, ...] = ()


def write_case(
    path: Path,
    events: Iterable[Event],
    heads: Iterable[SignedHead],
    public_keys: Mapping[str, bytes],
    *,
    documents: Mapping[str, bytes],
    blobs: Mapping[str, bytes | Path],
) -> None:
    """Write a case file; the same content gives the same bytes.

    ``public_keys`` are raw Ed25519 keys by key id, ``documents`` PDFs by document id, ``blobs``
    contents or files by SHA-256. A file at ``path`` is replaced only when the new one is whole.
    Raises ``EnvironmentFault`` if the disk refuses.
    """
    members: dict[str, bytes | Path] = {
        _EVENTS: b"".join(event.body + b"\n" for event in events),
        _HEADS: rfc8785.dumps([_head_fields(head) for head in heads]),
        _KEYS: rfc8785.dumps(
            {key: base64.b64encode(raw).decode() for key, raw in public_keys.items()}
        ),
    }
    members |= {f"documents/{name}.pdf": pdf for name, pdf in documents.items()}
    members |= {f"blobs/{sha256}": content for sha256, content in blobs.items()}
    for name in members:
        if not _is_known(name):
            raise Defect(
                "case.name", "案件文件中有不合规范的名称，没有导出。", facts={"name": name}
            )
    part = path.with_name(path.name + ".part")
    try:
        with zipfile.ZipFile(part, "w") as archive:
            listed = {name: _add(archive, name, members[name]) for name in sorted(members)}
            manifest: dict[str, Any] = {"format": FORMAT, "version": VERSION, "files": listed}
            _add(archive, _MANIFEST, rfc8785.dumps(manifest))
        put_in_place(part, path)
    except OSError as refused:
        part.unlink(missing_ok=True)
        raise EnvironmentFault(
            "case.write",
            "案件文件没有写成，可能是磁盘已满或没有写入权限。",
            safe="检查记录和文书不受影响，原有文件未被改动。",
            mend="请换一个位置或腾出空间后重试。",
        ) from refused


def read_case(path: Path) -> CaseFile:
    """Read a case file without unpacking anything to disk.

    Raises ``UserError`` if it is no case file, is damaged, was written by a newer version, or holds
    what a case file never holds (foreign names, paths that lead elsewhere, content that swells).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(archive)
    except OSError as unreadable:
        raise EnvironmentFault(
            "case.read", "案件文件读不出来。", mend="请检查文件是否存在、存储设备是否正常。"
        ) from unreadable
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as bad:
        raise _damaged() from bad


def content_name(member: str) -> str:
    """What a member holds, as the record names it: a document's id, a blob's SHA-256."""
    named = _DOCUMENT.fullmatch(member) or _BLOB.fullmatch(member)
    return named[1] if named else member


def _head_fields(signed: SignedHead) -> dict[str, Any]:
    return {
        "stream": signed.head.stream,
        "seq": signed.head.seq,
        "hash": signed.head.hash,
        "device": signed.device,
        "key_id": signed.key_id,
        "at": signed.at,
        "signature": signed.signature,
    }


def _add(archive: zipfile.ZipFile, name: str, content: bytes | Path) -> dict[str, str | int]:
    """Add one member and give its entry for the manifest."""
    info = zipfile.ZipInfo(name, _EPOCH)
    # Photos and PDFs are packed already.
    packed = name.startswith(("blobs/", "documents/"))
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    digest = hashlib.sha256()
    size = 0
    with archive.open(info, "w", force_zip64=isinstance(content, Path)) as out:
        for chunk in _chunks(content):
            out.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return {"sha256": digest.hexdigest(), "size": size}


def _chunks(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _read(archive: zipfile.ZipFile) -> CaseFile:
    members = _checked_members(archive)
    manifest = _json(_content(archive, members, _MANIFEST))
    listed = _manifest_files(manifest)
    altered: list[str] = []
    documents: dict[str, bytes] = {}
    blobs: set[str] = set()
    plain: dict[str, bytes] = {}
    for name in sorted(members.keys() - {_MANIFEST}):
        keep = not name.startswith("blobs/")
        digest, content = _digest(archive, members[name], keep=keep)
        if listed.get(name) != digest:
            altered.append(name)
        if document := _DOCUMENT.fullmatch(name):
            documents[document[1]] = content
        elif blob := _BLOB.fullmatch(name):
            if blob[1] == digest:
                blobs.add(digest)
            elif name not in altered:
                altered.append(name)
        else:
            plain[name] = content
    for name in (_EVENTS, _HEADS, _KEYS):
        if name not in plain:
            raise _damaged()
    return CaseFile(
        events=tuple(_events(plain[_EVENTS])),
        heads=tuple(_heads(plain[_HEADS])),
        public_keys=_keys(plain[_KEYS]),
        documents=documents,
        blobs=frozenset(blobs),
        altered=tuple(altered),
        absent=tuple(sorted(listed.keys() - members.keys())),
    )


def _checked_members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > _MOST_MEMBERS or total > _LARGEST_CASE:
        raise _suspicious()
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename
        swells = info.file_size > _SMALL and info.file_size > _DENSEST * info.compress_size
        if not _is_known(name) or name in members or swells or info.file_size > _LARGEST_MEMBER:
            raise _suspicious()
        members[name] = info
    return members


def _is_known(name: str) -> bool:
    return bool(name in _PLAIN or _DOCUMENT.fullmatch(name) or _BLOB.fullmatch(name))


def _content(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str) -> bytes:
    if name not in members:
        raise UserError(
            "case.not_case",
            "这个文件不是案件文件。",
            mend="请选择由本软件导出的案件文件（.zip）。",
        )
    return archive.read(members[name])


def _digest(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, keep: bool) -> tuple[str, bytes]:
    """The SHA-256 of a member, and its content if it is to be kept in memory."""
    digest = hashlib.sha256()
    kept = bytearray()
    with archive.open(info) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            if keep:
                kept += chunk
    return digest.hexdigest(), bytes(kept)


def _manifest_files(manifest: Any) -> dict[str, str]:
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise _damaged()
    version = manifest.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UserError(
            "case.newer",
            "这份案件文件由更新版本的软件导出，本版本不能读取。",
            safe="文件没有被改动。",
            mend="请升级本软件后再试。",
            facts={"version": version},
        )
    with _malformed_means_damaged():
        return {str(name): str(entry["sha256"]) for name, entry in manifest["files"].items()}


def _events(lines: bytes) -> Iterator[Event]:
    for number, line in enumerate(lines.splitlines(), 1):
        try:
            yield Event.from_body(line)
        except Defect as malformed:
            raise UserError(
                "case.event",
                f"案件文件中的第 {number} 条记录不是规范格式，可能已被改动。",
                mend="请向出具案件文件的单位核实。",
                facts={"line": number},
            ) from malformed


def _heads(content: bytes) -> Iterator[SignedHead]:
    with _malformed_means_damaged():
        for entry in _json(content):
            head = Head(str(entry["stream"]), int(entry["seq"]), str(entry["hash"]))
            rest = (str(entry[name]) for name in ("device", "key_id", "at", "signature"))
            yield SignedHead(head, *rest)


def _keys(content: bytes) -> dict[str, bytes]:
    with _malformed_means_damaged():
        return {
            str(key): base64.b64decode(value, validate=True)
            for key, value in _json(content).items()
        }


def _json(content: bytes) -> Any:
    with _malformed_means_damaged():
        return json.loads(content)


@contextmanager
def _malformed_means_damaged() -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as malformed:
        raise _damaged() from malformed


def _damaged() -> UserError:
    return UserError(
        "case.damaged",
        "案件文件已损坏或不完整，无法核验。",
        mend="请重新取得完整的文件；反复出现请向出具案件文件的单位核实。",
    )


def _suspicious() -> UserError:
    return UserError(
        "case.suspicious",
        "案件文件中有不应出现的内容，已停止读取。",
        safe="没有向本机写入任何内容。",
        mend="请不要使用该文件，并向出具案件文件的单位核实。",
    )
