"""What went wrong on the way, told so that a person knows what is safe and what to do."""

from __future__ import annotations

from collections.abc import Mapping

import requests
import urllib3

from inspector_app.domain.errors import EnvironmentFault, InspectorError, UserError
from inspector_app.wire.problem import Problem

__all__ = ["altered", "from_problem", "from_requests", "portal", "unavailable"]

_SAFE = "本机记录未丢失，联网后会自动继续。"
_PERSON_ACTS = frozenset({400, 401, 403, 404, 409, 413, 426})
_TLS: Mapping[str, tuple[str, str]] = {
    "certificate has expired": ("network.tls_expired", "服务器的安全证书已过期。"),
    "address mismatch": ("network.tls_host", "服务器的安全证书与地址不符，可能连到了别处。"),
    "hostname mismatch": ("network.tls_host", "服务器的安全证书与地址不符，可能连到了别处。"),
    "doesn't match": ("network.tls_host", "服务器的安全证书与地址不符，可能连到了别处。"),
    "self-signed": ("network.tls_unknown", "服务器的安全证书不是由受信任的机构签发。"),
    "self signed": ("network.tls_unknown", "服务器的安全证书不是由受信任的机构签发。"),
    "unable to get local issuer": (
        "network.tls_unknown",
        "服务器的安全证书不是由受信任的机构签发。",
    ),
}


def from_requests(error: Exception) -> EnvironmentFault:
    """The fault behind an exception of requests or urllib3."""
    if isinstance(error, requests.exceptions.SSLError | urllib3.exceptions.SSLError):
        return _tls(str(error).lower())
    if isinstance(
        error, requests.exceptions.Timeout | urllib3.exceptions.TimeoutError | TimeoutError
    ):
        return EnvironmentFault(
            "network.timeout",
            "服务器在规定时间内没有回应。",
            safe=_SAFE,
            mend="请检查网络；如信号弱可换个位置再试。",
        )
    if isinstance(error, requests.exceptions.ProxyError):
        return EnvironmentFault(
            "network.proxy", "代理服务器不能连接。", safe=_SAFE, mend="请检查系统的代理设置。"
        )
    if isinstance(error, requests.exceptions.ConnectionError) and not _was_cut(error):
        return EnvironmentFault(
            "network.offline", "连不上服务器。", safe=_SAFE, mend="请检查网络连接后再同步。"
        )
    return EnvironmentFault("network.cut", "连接中途断开。", safe=_SAFE, mend="稍后会自动重试。")


def portal() -> EnvironmentFault:
    """Something between us and the server answers in its place."""
    return EnvironmentFault(
        "network.portal",
        "当前网络返回了登录页面或其他内容，没有连到本单位的服务器。",
        safe="没有任何记录被当作已上传。",
        mend="请先用浏览器登录该网络，或换用其他网络后再同步。",
    )


def altered() -> EnvironmentFault:
    """The answer is not signed by our server for this question."""
    return EnvironmentFault(
        "network.altered",
        "收到的回执没有通过验证，可能在途中被改动。",
        safe="没有任何记录被当作已上传。",
        mend="请换用其他网络再试；如持续出现请告知信息化人员。",
    )


def unavailable(status: int, retry_after: int) -> EnvironmentFault:
    """The server or something before it is too busy or broken (429, 5xx)."""
    return EnvironmentFault(
        "network.unavailable",
        f"服务器暂时不能处理请求（{status}）。",
        safe=_SAFE,
        mend="稍后会自动重试。",
        facts={"status": status, "retry_after": retry_after},
    )


def from_problem(problem: Problem) -> InspectorError:
    """What the server refused, with its own code and wording."""
    kind = UserError if problem.status in _PERSON_ACTS else EnvironmentFault
    return kind(
        problem.code,
        problem.title,
        safe=problem.safe or _SAFE,
        mend=problem.mend,
        facts={
            **problem.facts,
            "status": problem.status,
            "retry_after": problem.retry_after,
        },
    )


def _tls(text: str) -> EnvironmentFault:
    code, what = next(
        (told for sign, told in _TLS.items() if sign in text),
        ("network.tls", "与服务器的安全连接未能建立。"),
    )
    mend = "请核对本机日期时间和所用网络；如持续出现请告知信息化人员。"
    if code == "network.tls_unknown":
        mend = "请核对所用网络；单位使用自己的根证书时，请在登记本机时选择该证书。"
    return EnvironmentFault(code, what, safe="没有发送任何数据。" + _SAFE, mend=mend)


def _was_cut(error: Exception) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(
            seen, ConnectionResetError | BrokenPipeError | urllib3.exceptions.ProtocolError
        ):
            return True
        inner = seen.args[0] if seen.args else None
        seen = inner if isinstance(inner, BaseException) else seen.__cause__ or seen.__context__
    return False
