"""The line to the server: sends messages, and believes only what the server has signed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from ipaddress import ip_address
from pathlib import Path
from typing import Generic, TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

import requests
import urllib3
from requests.auth import AuthBase

from inspector_app.domain.errors import UserError
from inspector_app.sync.faults import altered, from_problem, from_requests, portal, unavailable
from inspector_app.trust.signing import VerifyKey
from inspector_app.wire.blobs import TUS_RESUMABLE, TUS_VERSION
from inspector_app.wire.codec import compress, decode, encode, expand
from inspector_app.wire.problem import Problem
from inspector_app.wire.protocol import (
    BLOB_PATH,
    BUILD,
    JSON,
    MAX_MESSAGE_BYTES,
    PROBLEM_JSON,
    PROTOCOL_HEADER,
    REQUEST_HEADER,
    SIGNATURE_HEADER,
    SPOKEN,
)
from inspector_app.wire.reply import SignedReply, read_signature

__all__ = ["Answer", "ServerLine", "Timeouts", "TusReply", "check_address"]

M = TypeVar("M")
_PIECE = 1 << 16
_MAX_BLOB = 2_000_000_000
_WORTH_COMPRESSING = 500


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, without a byte arriving, and for one whole answer."""

    connect: float = 10.0
    silence: float = 30.0
    whole: float = 300.0


@dataclass(frozen=True, slots=True)
class Answer(Generic[M]):
    """What the server said, and the signed reply that proves it."""

    message: M
    evidence: SignedReply


@dataclass(frozen=True, slots=True)
class TusReply:
    """Status and headers (names in lower case) of an upload's reply; unsigned, so only a hint."""

    status: int
    headers: Mapping[str, str]


def check_address(url: str) -> str:
    """The server's address without a slash at its end.

    ``UserError`` (server.address) unless it is https; plain http only to this machine itself.
    """
    parts = urlsplit(url.strip())
    if parts.hostname and (
        parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname))
    ):
        return url.strip().rstrip("/")
    raise UserError(
        "server.address",
        "服务器地址应以 https:// 开头。",
        safe="没有发送任何数据。",
        mend="请核对管理员给出的服务器地址。",
    )


class ServerLine:
    """Requests to one server.

    ``token`` gives the device's token (from the keyring); ``server_key`` is the key pinned at
    enrolment, None only before it. ``ca_file`` is the bureau's own certificate authority (PEM).
    """

    def __init__(
        self,
        url: str,
        token: Callable[[], str],
        server_key: VerifyKey | None,
        ca_file: Path | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._url = check_address(url)
        self._key = server_key
        self._timeouts = timeouts or Timeouts()
        self._session = requests.Session()
        self._session.auth = _Bearer(token)
        # A proxy of the environment cannot reach a server on this machine (the demonstration).
        self._session.trust_env = not _is_loopback(urlsplit(self._url).hostname or "")
        # Said with every request: an environment's REQUESTS_CA_BUNDLE would win over the session's.
        self._verify = str(ca_file) if ca_file else True
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self._session.headers.update(
            {
                "User-Agent": f"inspector-app/{BUILD}",
                "Accept-Encoding": "zstd",
                PROTOCOL_HEADER: str(SPOKEN[-1]),
            }
        )

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def post(self, path: str, message: object, kind: type[M]) -> Answer[M]:
        """Send ``message`` and return the signed answer.

        Raises ``UserError`` where a person must act (unknown token, revoked, refused), else
        ``EnvironmentFault``; in both cases nothing may be taken as done.
        """
        body, headers = encode(message), {"Content-Type": JSON}
        if len(body) > _WORTH_COMPRESSING:
            body, headers["Content-Encoding"] = compress(body), "zstd"
        return self._ask("POST", path, headers, body, kind)

    def get(self, path: str, kind: type[M], query: Mapping[str, str] | None = None) -> Answer[M]:
        """Ask for what lies at ``path``; errors as for :meth:`post`."""
        return self._ask("GET", path, {}, None, kind, query)

    def blob(self, sha256: str) -> bytes:
        """A blob's bytes, verified; ``KeyError`` if the server has none."""
        request_id = uuid4().hex
        path = f"{BLOB_PATH}/{sha256}"
        with self._open("GET", path, {REQUEST_HEADER: request_id}) as response:
            if response.status_code == 200:
                data = self._read(response, _MAX_BLOB)
                if hashlib.sha256(data).hexdigest() != sha256:
                    raise altered()
                return data
            error = self._refusal(response, "GET", path, request_id)
        if isinstance(error, UserError) and error.code == "blob.unknown":
            raise KeyError(sha256)
        raise error

    def tus(
        self, method: str, path: str, headers: Mapping[str, str], data: bytes = b""
    ) -> TusReply:
        """One request of the tus protocol. Refusals that uploads know how to meet are returned."""
        request_id = uuid4().hex
        told = {TUS_RESUMABLE: TUS_VERSION, REQUEST_HEADER: request_id, **headers}
        with self._open(method, path, told, data) as response:
            status = response.status_code
            named = {name.lower(): value for name, value in response.headers.items()}
            is_tus = named.get(TUS_RESUMABLE.lower()) == TUS_VERSION
            if is_tus and (status < 300 or status in {404, 409, 423, 460}):
                self._read(response, MAX_MESSAGE_BYTES)
                return TusReply(status, named)
            if status < 300:
                raise portal()
            raise self._refusal(response, method, path, request_id)

    def _ask(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        body: bytes | None,
        kind: type[M],
        query: Mapping[str, str] | None = None,
    ) -> Answer[M]:
        request_id = uuid4().hex
        headers[REQUEST_HEADER] = request_id
        with self._open(method, path, headers, body, query) as response:
            if response.status_code != 200:
                raise self._refusal(response, method, path, request_id)
            if _media_type(response) != JSON:
                raise portal()
            evidence = self._signed(response, method, path, request_id)
        if evidence is None:
            raise altered()
        return Answer(decode(evidence.body.encode(), kind), evidence)

    @contextmanager
    def _open(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        data: bytes | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Iterator[requests.Response]:
        timeouts = self._timeouts
        try:
            with self._session.request(
                method,
                self._url + path,
                params=query,
                data=data,
                headers=dict(headers),
                timeout=(timeouts.connect, timeouts.silence),
                allow_redirects=False,
                stream=True,
                verify=self._verify,
            ) as response:
                yield response
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise from_requests(error) from error

    def _refusal(
        self, response: requests.Response, method: str, path: str, request_id: str
    ) -> Exception:
        """What a reply other than 200 amounts to."""
        status = response.status_code
        if _media_type(response) == PROBLEM_JSON:
            evidence = self._signed(response, method, path, request_id)
            if evidence is not None:
                return from_problem(decode(evidence.body.encode(), Problem))
        if status in {429, 500, 502, 503, 504, 507}:
            return unavailable(status, _seconds(response.headers.get("Retry-After", "")))
        return portal()

    def _signed(
        self, response: requests.Response, method: str, path: str, request_id: str
    ) -> SignedReply | None:
        """The reply if the server signed it for this very request, else None."""
        body = self._read(response, MAX_MESSAGE_BYTES)
        try:
            if response.headers.get("Content-Encoding", "") == "zstd":
                body = expand(body)
            text = body.decode()
        except (UserError, UnicodeDecodeError):
            return None
        key_id, signature = read_signature(response.headers.get(SIGNATURE_HEADER, ""))
        reply = SignedReply(
            method=method,
            path=path,
            request_id=request_id,
            status=response.status_code,
            body=text,
            key_id=key_id,
            signature=signature,
        )
        if self._key is None:
            # Before enrolment no key is known; the enrolment reply brings it and is checked by it.
            return reply if signature else None
        is_ours = key_id == self._key.id and self._key.verifies(reply.message, signature)
        return reply if is_ours else None

    def _read(self, response: requests.Response, limit: int) -> bytes:
        until = time.monotonic() + self._timeouts.whole
        whole = bytearray()
        while piece := response.raw.read1(_PIECE, decode_content=False):
            whole += piece
            if len(whole) > limit:
                raise altered()
            if time.monotonic() > until:
                raise TimeoutError
        return bytes(whole)


class _Bearer(AuthBase):
    """The token, as an object: a plain header would lose against an entry in ``.netrc``."""

    def __init__(self, token: Callable[[], str]) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        token = self._token()
        if token:
            request.headers["Authorization"] = f"Bearer {token}"
        return request


def _media_type(response: requests.Response) -> str:
    return str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _seconds(retry_after: str) -> int:
    # The other form is a date, and clocks inform, never decide.
    return min(int(retry_after), 3600) if retry_after.isascii() and retry_after.isdigit() else 0


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
