"""The ASGI application."""

from __future__ import annotations

from functools import partial
from typing import cast

from litestar import Litestar
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from inspector_app.server.api import blobs, review, service
from inspector_app.server.api.access import any_device, device_of, known_device, supervisor
from inspector_app.server.api.envelope import Application, Door, Envelope
from inspector_app.server.api.problems import HANDLERS
from inspector_app.server.clock import Now, system_now
from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.enrolment import Attempts
from inspector_app.server.settings import ServerSettings
from inspector_app.server.uploads import Uploads
from inspector_app.wire.protocol import BUILD, MAX_MESSAGE_BYTES

__all__ = ["application_of", "create_app", "routes_of"]


def create_app(settings: ServerSettings, now: Now = system_now) -> Application:
    """The application over the settings' folder, closed with the ASGI lifespan."""
    desk = open_desk(settings, now)
    return application_of(desk)


def application_of(desk: Desk) -> Application:
    """The application over an open desk."""
    door = Door(partial(device_of, desk), desk.settings.idle_seconds)
    return Envelope(cast(Application, routes_of(desk)), desk.key, door)


def routes_of(desk: Desk) -> Litestar:
    """The routes over an open desk; the OpenAPI description is at /schema/openapi.json."""
    attempts, uploads = Attempts(desk.settings.enrol_attempts), Uploads(desk)
    return Litestar(
        [*service.ROUTES, *review.ROUTES, *blobs.ROUTES],
        dependencies={
            "desk": Provide(lambda: desk, sync_to_thread=False),
            "attempts": Provide(lambda: attempts, sync_to_thread=False),
            "uploads": Provide(lambda: uploads, sync_to_thread=False),
            "anyone": Provide(any_device, sync_to_thread=True),
            "device": Provide(known_device, sync_to_thread=True),
            "reviewer": Provide(supervisor, sync_to_thread=True),
        },
        exception_handlers=dict(HANDLERS),
        request_max_body_size=MAX_MESSAGE_BYTES,
        on_shutdown=[desk.close],
        openapi_config=OpenAPIConfig(
            title="inspector-app",
            version=BUILD,
            path="/schema",
            render_plugins=[JsonRenderPlugin()],
        ),
        logging_config=None,
    )
