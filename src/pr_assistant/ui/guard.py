"""What stands between the browser and Gradio: few doors, small bodies, strict headers.

Gradio serves some sixty addresses (file access, uploads, a proxy, API docs, ...); the page needs
those in `_DOORS`. Its HTML names outside hosts; they are taken out before it is sent.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import ipaddress
import json
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 384 * 1024
"""Bytes of a request: a question is 2,000 characters, a release that is added 250 kB in base64."""

_DOORS = {
    "GET": re.compile(
        r"/|/ui/\w+\.(?:css|js|svg)|/(?:assets|static)/[^\\]+|/theme\.css|/config/?"
        r"|/gradio_api/(?:heartbeat/\w+|queue/data|app_id|info|call/ask/\w+)"
    ),
    "POST": re.compile(r"/gradio_api/(?:queue/join|cancel|reset|call/v2/ask)/?|/mcp"),
}
_ASK = "/gradio_api/call/v2/ask"
_NO_QUESTION = (
    'A question is JSON: {"question": "Who signed?", "release": null}, in UTF-8; `release`'
    " is the id of the one that is asked, and may be left out."
)
_WRONG_WAIT_S = 0.5
"""What a wrong password costs who gives it."""
_LOOPBACK_NAMES = frozenset(("localhost", "127.0.0.1", "::1"))
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
_POLICY = (
    "default-src 'self'; base-uri 'self'; connect-src 'self'; font-src 'self' data:;"
    " form-action 'none'; frame-ancestors 'none'; frame-src 'none'; img-src 'self' data:;"
    " media-src 'none'; object-src 'none'; style-src 'self' 'unsafe-inline'; worker-src 'none';"
    # gr.HTML compiles its template, a constant of ours, in the browser: 'unsafe-eval'. Scripts in
    # the page itself run by their hash alone; there is no 'unsafe-inline' for them.
    " script-src 'self' 'unsafe-eval'{hashes}"
)
_INLINE = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_DROPPED = re.compile(
    r"<meta\s[^>]*(?:property|name)=[\"'](?:og|twitter):[^>]*>"
    r"|<link\s[^>]*rel=[\"'](?:manifest|preconnect|dns-prefetch)[\"'][^>]*>"
    r"|<link\s[^>]*href=[\"'](?:https?:)?//[^>]*>"
    r"|<script\s[^>]*src=[\"'](?:https?:)?//[^>]*>\s*</script>"
)
_OURS = (
    '<title>{title}</title><link rel="icon" type="image/svg+xml" href="./ui/icon.svg" />'
    '<link rel="stylesheet" href="./ui/style.css" /><script defer src="./ui/script.js"></script>'
    '<script defer src="./ui/actions.js"></script><script defer src="./ui/quoting.js"></script>'
)


class Guard:
    """ASGI middleware around the whole server.

    `host` is the address it listens on: on a loopback address it answers to loopback names only,
    so that a web page elsewhere cannot reach it under a name of its own (DNS rebinding). With a
    `password` it asks for that first (HTTP Basic, any user name).
    """

    def __init__(self, app: ASGIApp, host: str, title: str, password: str | None) -> None:
        self._app = app
        self._local_only = is_local(host)
        self._title = title
        self._password = password

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, _Limited(receive), _with_headers(send))
        # The page uses no WebSocket: without an answer the server refuses it.

    async def _http(self, scope: Scope, receive: _Limited, send: Send) -> None:
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        door = _DOORS.get(method)
        headers = Headers(scope=scope)
        if self._local_only and not _names_us(headers.get("host", "")):
            await PlainTextResponse("This host is not served here.", 421)(scope, receive, send)
        elif self._password and not _knows(headers.get("authorization", ""), self._password):
            if "authorization" in headers:
                await asyncio.sleep(_WRONG_WAIT_S)
            ask = {"WWW-Authenticate": f'Basic realm="{self._title}", charset="UTF-8"'}
            await PlainTextResponse("A password is needed.", 401, ask)(scope, receive, send)
        elif door is None or not door.fullmatch(scope["path"]) or ".." in scope["path"]:
            await PlainTextResponse("Not found.", 404)(scope, receive, send)
        elif method == "POST" and int(headers.get("content-length") or MAX_BODY + 1) > MAX_BODY:
            await PlainTextResponse("The request is too large.", 413)(scope, receive, send)
        elif scope["path"] == "/":
            await self._page(scope, receive, send)
        elif scope["path"].rstrip("/") == _ASK:
            await self._asked(scope, receive, send)
        else:
            await self._part(scope, receive, send)

    async def _part(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except KeyError:
            # Of a window that is closed with two streams open Gradio forgets the messages twice.
            if scope["path"] != "/gradio_api/queue/data":
                raise

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A question of a program; what is none is told what one looks like."""
        try:
            body = await Request(scope, receive).body()
        except ClientDisconnect:  # nobody waits for an answer
            return
        if not _is_question(body):
            await PlainTextResponse(_NO_QUESTION, 422)(scope, receive, send)
            return
        messages = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def again() -> Message:
            return next(messages, None) or await receive()

        await self._part(scope, again, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Gradio's HTML without what points outside, and with the hashes of its scripts."""
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        status, body = 200, bytearray()

        async def collect(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            body.extend(message.get("body", b""))

        await self._app({**scope, "method": "GET", "headers": plain}, receive, collect)
        page = clean(body.decode("utf-8"), self._title)
        response = HTMLResponse(page, status, {"Cache-Control": "no-store"})
        response.headers["Content-Security-Policy"] = policy(page)
        await response(scope, receive, send)


def _is_question(body: bytes) -> bool:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return (
        isinstance(given, dict)
        and isinstance(given.get("question"), str)
        and isinstance(given.get("release"), str | None)
    )


class _Limited:
    """`receive` that hands over no more than `MAX_BODY` bytes, whatever the header promised."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._left = MAX_BODY

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                return {"type": "http.disconnect"}
        return message


def clean(page: str, title: str) -> str:
    """Gradio's HTML with our title, style and script, and without tags that name other hosts."""
    return _DROPPED.sub("", page).replace("</head>", _OURS.format(title=title) + "</head>", 1)


def policy(page: str) -> str:
    """The Content-Security-Policy under which this page's own scripts run, and no others."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(page))
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return _POLICY.format(hashes=hashes)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", "default-src 'none'")
            del headers["Server"]
        await send(message)

    return sending


def _knows(header: str, password: str) -> bool:
    """Whether an Authorization header has the password; compared in the same time for all."""
    kind, _, given = header.partition(" ")
    try:
        _, _, word = base64.b64decode(given, validate=True).partition(b":")
    except ValueError:
        return False
    return kind.lower() == "basic" and hmac.compare_digest(word, password.encode())


def is_local(host: str) -> bool:
    """Whether only this machine reaches what listens on `host`."""
    return host == "localhost" or _is_loopback(host)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _names_us(header: str) -> bool:
    """Whether a Host header names this machine to itself."""
    try:
        name = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return False
    return name in _LOOPBACK_NAMES or _is_loopback(name)
