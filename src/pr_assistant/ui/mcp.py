"""The MCP server of `serve --mcp`: the same questions for a model that calls tools, at `/mcp`.

Streamable HTTP without sessions: each request is answered by one JSON object, and nothing is kept.
The official SDK does the protocol; Gradio's own server would hold pydantic back (docs/api.md).
"""

from __future__ import annotations

import logging
from typing import Any

import anyio
from starlette.applications import Starlette

from pr_assistant.assistant import Assistant
from pr_assistant.errors import PrAssistantError, UsageError
from pr_assistant.models import Question

PATH = "/mcp"
CONCURRENT = 2
"""Questions that are answered at the same time, beside those of the page."""

_log = logging.getLogger(__name__)

_FAULT = "The question could not be answered because of a fault in the program."
_INSTRUCTIONS = (
    "Answers come from press releases alone, in their own words. Quote them as they stand, with"
    " their release; where the status is not_in_release, say that the release does not say."
)


def application(assistant: Assistant) -> Starlette:
    """The ASGI application, to be run within its own lifespan. Raises `UsageError` without the SDK.

    It sees the shared releases, and nothing that a window added.
    """
    try:
        from mcp.server.fastmcp import FastMCP
        from mcp.server.fastmcp.exceptions import ToolError
        from mcp.server.transport_security import TransportSecuritySettings
    except ImportError as error:
        raise UsageError(
            "The MCP server needs the package mcp. Run: pip install 'pr-assistant[mcp]'"
        ) from error
    limit = anyio.CapacityLimiter(CONCURRENT)
    server = FastMCP(
        "pr_assistant",
        _INSTRUCTIONS,
        streamable_http_path=PATH,
        stateless_http=True,
        json_response=True,
        log_level="WARNING",
        # `guard.Guard` stands before it, and knows which names are ours.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )

    @server.tool()
    async def ask_press_releases(question: str, release_id: str | None = None) -> dict[str, Any]:
        """Ask press releases a question; the answer is their own words, cited to the character.

        The question is in English, up to 2,000 characters; release_id is of the one release that is
        meant, all where it is not given. The status not_in_release says that none has the answer.
        """
        asked = Question(question, release_id=release_id or None)
        try:
            answer = await anyio.to_thread.run_sync(assistant.invoke, asked, limiter=limit)
        except PrAssistantError as error:
            raise ToolError(str(error)) from error
        except Exception as error:  # the border to the caller: the log gets the fault
            _log.exception("A question could not be answered")
            raise ToolError(_FAULT) from error
        return answer.to_dict()

    @server.tool()
    def list_press_releases() -> dict[str, str]:
        """The releases that can be asked: id and title."""
        return assistant.index.titles()

    return server.streamable_http_app()
