"""Errors as JSON problems with the house's code and Chinese wording; nothing internal leaks."""

from __future__ import annotations

import errno
import logging
from collections.abc import Mapping
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException

from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError
from inspector_app.server.storage.engine import server_full
from inspector_app.wire.codec import encode
from inspector_app.wire.problem import Problem
from inspector_app.wire.protocol import PROBLEM_JSON

__all__ = ["HANDLERS", "answer", "problem_of"]

_LOG = logging.getLogger(__name__)

_STATUS: Mapping[str, int] = {
    "device.token": 401,
    "device.token_expired": 401,
    "device.revoked": 403,
    "device.role": 403,
    "enrol.code": 403,
    "enrol.busy": 429,
    "blob.unknown": 404,
    "case.unknown": 404,
    "number.word": 404,
    "feed.cursor": 409,
    "lineage.foreign": 409,
    "lineage.forked": 409,
    "wire.size": 413,
    "wire.slow": 408,
    "wire.version": 426,
    "server.full": 507,
}
_RETRY = {"enrol.busy": 60, "server.full": 600, "server.database": 5}
_TITLES = {
    400: "请求的格式不符。",
    401: "未通过身份验证。",
    404: "没有这个地址。",
    405: "不支持这种请求方式。",
    413: "数据超过允许的大小。",
    415: "不支持这种数据类型。",
}


def problem_of(error: InspectorError) -> Problem:
    """The error as it is told."""
    fallback = 503 if isinstance(error, EnvironmentFault) else 400
    return Problem(
        status=_STATUS.get(error.code, fallback),
        code=error.code,
        title=error.what,
        safe=error.safe,
        mend=error.mend,
        facts=dict(error.facts),
        retry_after=_RETRY.get(error.code, 0),
    )


def answer(problem: Problem) -> Response[bytes]:
    """The problem as a reply."""
    headers = {"Retry-After": str(problem.retry_after)} if problem.retry_after else {}
    return Response(
        encode(problem), status_code=problem.status, media_type=PROBLEM_JSON, headers=headers
    )


def _on_ours(request: Request[Any, Any, Any], error: InspectorError) -> Response[bytes]:
    if isinstance(error, Defect):
        _LOG.error("%s at %s", error.code, request.scope["path"])
    return answer(problem_of(error))


def _on_http(_request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    title = _TITLES.get(error.status_code, "请求没有被接受。")
    return answer(Problem(status=error.status_code, code=f"http.{error.status_code}", title=title))


def _on_nesting(_request: Request[Any, Any, Any], _error: RecursionError) -> Response[bytes]:
    # JSON nested without end, which the decoder meets only here.
    return answer(Problem(status=400, code="http.400", title=_TITLES[400]))


def _on_disk(request: Request[Any, Any, Any], error: OSError) -> Response[bytes]:
    # The reserve was used up by others between the question whether there is room and the bytes.
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return answer(problem_of(server_full()))
    return _on_any(request, error)


def _on_any(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    # The type, not the text: messages of libraries may quote what people wrote.
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
    _LOG.error("%s at %s in %s", type(error).__name__, request.scope["path"], where)
    return answer(
        Problem(
            status=500,
            code="server.defect",
            title="服务器出现内部错误。",
            safe="本机数据仍在，未丢失。",
            mend="稍后会自动重试；如持续出现请联系服务器管理员。",
            retry_after=30,
        )
    )


HANDLERS: Mapping[Any, Any] = {
    InspectorError: _on_ours,
    HTTPException: _on_http,
    RecursionError: _on_nesting,
    OSError: _on_disk,
    Exception: _on_any,
}
