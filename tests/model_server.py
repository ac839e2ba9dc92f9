"""An OpenAI-compatible server on loopback whose answers a test scripts, good ones and bad ones."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-planted-7391-never-to-be-seen"
"""The key that tests plant, and look for where it must not be."""


@dataclass(frozen=True, slots=True)
class Reply:
    """How the server answers one request."""

    text: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    piece: int = 7
    """Characters in one event."""
    wait_s: float = 0.0
    """Before the first byte."""
    pause_s: float = 0.0
    """Before each event."""
    cut: bool = False
    """Whether the connection ends in the midst of it."""
    endless: bool = False
    finish: str = "stop"
    raw: bytes | None = None
    """What is sent instead of events."""


class ModelServer:
    """Answers with the replies it was given, in order, the last one again and again."""

    def __init__(self, *replies: Reply | Callable[[str], str]) -> None:
        """A function gets all that the messages say and gives the text of its reply."""
        self.replies = list(replies)
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.broken = threading.Event()
        """Set when a client went away while it was written to."""
        self.url = ""

    def take(self, body: dict[str, Any], key: str) -> Reply:
        self.requests.append(body)
        self.keys.append(key)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Reply):
            return reply
        return Reply(reply("\n".join(m["content"] for m in body["messages"])))


@contextmanager
def serving(*replies: Reply | Callable[[str], str]) -> Iterator[ModelServer]:
    """A server on a free port of the loopback address."""
    model = ModelServer(*replies)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            reply = model.take(body, self.headers.get("Authorization", ""))
            time.sleep(reply.wait_s)
            try:
                self._answer(reply, bool(body.get("stream")))
            except OSError:
                model.broken.set()
            self.close_connection = True

        def _answer(self, reply: Reply, stream: bool) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            if reply.status != 200:
                content = json.dumps({"error": {"message": f"no: {KEY}", "code": "x"}}).encode()
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
                return
            assert stream
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            if reply.raw is not None:
                self._send(reply.raw)
            else:
                self._events(reply)
            if not reply.cut:
                self.wfile.write(b"0\r\n\r\n")

        def _events(self, reply: Reply) -> None:
            pieces = [
                reply.text[at : at + reply.piece] for at in range(0, len(reply.text), reply.piece)
            ]
            if reply.cut:
                pieces = pieces[: len(pieces) // 2]
            while True:
                for piece in pieces:
                    time.sleep(reply.pause_s)
                    self._event({"content": piece})
                if not reply.endless:
                    break
            if not reply.cut:
                self._event({}, reply.finish)
                usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
                self._send(_event({"choices": [], "usage": usage}))
                self._send(b"data: [DONE]\n\n")

        def _event(self, delta: dict[str, str], finish: str | None = None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            self._send(_event({"choices": [choice]}))

        def _send(self, content: bytes) -> None:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(content), content))
            self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()


def _event(body: dict[str, Any]) -> bytes:
    whole = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "scripted"} | body
    return b"data: " + json.dumps(whole).encode() + b"\n\n"
