"""The page on a socket: Gradio mounted with everything off that the page does not need."""

from __future__ import annotations

import logging
import socket
import sys
from pathlib import Path

import gradio as gr
import uvicorn
from fastapi import FastAPI
from gradio.routes import App
from starlette.applications import Starlette
from starlette.responses import FileResponse
from starlette.routing import Mount, Route

from pr_assistant.ui.guard import Guard
from pr_assistant.ui.page import TITLE

SESSIONS = 1_000
"""Windows whose conversations are kept; the longest unused makes room."""

_FOLDER = Path(__file__).parent
_FILES = ("style.css", "script.js", "actions.js", "quoting.js", "icon.svg")
_SANS = ("Inter", "system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
_MONO = ("ui-monospace", "Consolas", "monospace")


def serve(
    blocks: gr.Blocks,
    bound: socket.socket,
    host: str,
    url: str,
    password: str | None = None,
    tools: Starlette | None = None,
) -> None:
    """Serve the page on a bound socket until Ctrl-C, which ends in `KeyboardInterrupt`.

    Says on stderr, once it can be asked, that it is ready at `url`. `tools` is served beside it.
    """
    app, pages = _application(blocks, tools)
    config = uvicorn.Config(
        Guard(app, host, TITLE, password),
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=2,
    )
    _Server(config, pages, url).run(sockets=[bound])


def _application(blocks: gr.Blocks, tools: Starlette | None) -> tuple[FastAPI, App]:
    """The ASGI application, and Gradio's part of it."""
    blocks.state_session_capacity = SESSIONS
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    if tools:  # before Gradio's, which takes every path and wraps the lifespan that it finds
        app.router.routes += tools.routes
        app.router.lifespan_context = tools.router.lifespan_context
    app.router.routes += [Route(f"/ui/{name}", _file(name)) for name in _FILES]
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        theme=gr.themes.Base(font=_SANS, font_mono=_MONO),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        show_error=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        max_file_size="1kb",
        allowed_paths=[],
    )
    mounts = (route.app for route in app.router.routes if isinstance(route, Mount))
    return app, next(part for part in mounts if isinstance(part, App))


def _file(name: str):  # type: ignore[no-untyped-def]
    async def send(request: object) -> FileResponse:
        return FileResponse(_FOLDER / name, headers={"Cache-Control": "no-cache"})

    return send


class _Server(uvicorn.Server):
    """Says when it is ready, and lets go of open windows when it stops."""

    def __init__(self, config: uvicorn.Config, pages: App, url: str) -> None:
        super().__init__(config)
        self._pages = pages
        self._url = url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(
            f"pr_assistant is ready at {self._url} — Ctrl-C stops it", file=sys.stderr, flush=True
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Streams to windows that are still open are cut off; their complaints help nobody.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._pages.stop_event.set()
        await super().shutdown(sockets)
