"""Start the web page with safe defaults. Importing this loads nothing heavy."""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

from pr_assistant.errors import UsageError
from pr_assistant.settings import PASSWORD, Settings, password
from pr_assistant.ui.heap import kept_small

if TYPE_CHECKING:
    from pr_assistant.assistant import Assistant

_OPEN = (
    "Warning: whoever reaches port {settings.port} of this machine can read all releases and ask"
    f" about them: no password is set. Set one in {PASSWORD}, or leave --host out."
)


def launch(settings: Settings, assistant: Assistant | None = None, mcp: bool = False) -> None:
    """Serve the page at the host and port of `settings` until Ctrl-C (`KeyboardInterrupt`).

    Answers come from `assistant`, or else from the one that `settings` describe, opened here and
    closed in the end; with `mcp` they are given to MCP clients, too. Raises `UsageError` where the
    address cannot be listened on or a package is missing, and what `bootstrap.open_assistant`
    raises.
    """
    with kept_small(), _bind(settings.host, settings.port) as bound:
        # Read by Gradio and by huggingface_hub below it: no statistics, no look for a new version.
        os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
        os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
        from pr_assistant.ui.guard import is_local

        secret = password()
        word = secret.get_secret_value() if secret else None
        if word is None and not is_local(settings.host):
            print(_OPEN.format(settings=settings), file=sys.stderr, flush=True)
        from pr_assistant.bootstrap import open_assistant
        from pr_assistant.ui.mcp import application
        from pr_assistant.ui.page import build
        from pr_assistant.ui.server import serve

        answering = assistant or open_assistant(settings)
        try:
            page = build(settings, answering)
            tools = application(answering) if mcp else None
            serve(page, bound, settings.host, _url(settings), word, tools)
        finally:
            if assistant is None:
                answering.close()


def _bind(host: str, port: int) -> socket.socket:
    """A socket bound to the address, so that a taken port is known before anything is loaded."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise UsageError(f"There is no address {host} to listen on ({error.strerror}).") from error
    family, kind, protocol, _, address = found[0]
    bound = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share the port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen()
        return bound
    except OSError as error:
        bound.close()
        other = port + 1 if port < 65_535 else 7861
        raise UsageError(
            f"Port {port} of {host} cannot be used ({error.strerror}). Choose another one, for"
            f" example: --port {other}, or PR_ASSISTANT_PORT={other} in the environment"
        ) from error


def _url(settings: Settings) -> str:
    host = settings.host.strip("[]")
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)
    return f"http://{f'[{host}]' if ':' in host.strip('[]') else host}:{settings.port}"
