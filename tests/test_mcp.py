"""`serve --mcp` as the protocol's own client meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent
from support import ABSENT, CORPUS, EMPLOYEES, RELEASE, environment
from ui_support import SERVE, Server, free_port, serving

WORD = "open sesame"
WITH_MCP = SERVE.replace("launch(load())", "launch(load(), mcp=True)")
QUESTIONS = [EMPLOYEES, ABSENT, "Who is Kelvin Wong?", "What does KTEO stand for?"]


@pytest.fixture(scope="module")
def server(index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page with MCP, behind a password."""
    log = tmp_path_factory.mktemp("mcp") / "log"
    with serving(CORPUS, index_folder, log, WITH_MCP, PR_ASSISTANT_PASSWORD=WORD) as running:
        yield running
        assert "Traceback" not in running.said()


def call(server: Server, *calls: tuple[str, dict[str, Any]]) -> list[CallToolResult]:
    """The results of several calls at a time over one connection."""
    results: list[CallToolResult | None] = [None] * len(calls)

    async def talk() -> None:
        async with (
            httpx.AsyncClient(auth=httpx.BasicAuth("", WORD), timeout=60) as client,
            streamable_http_client(f"{server.url}mcp", http_client=client) as (reading, writing, _),
            ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            assert tools == {"ask_press_releases", "list_press_releases"}

            async def one(at: int) -> None:
                results[at] = await session.call_tool(*calls[at])

            async with anyio.create_task_group() as group:
                for at in range(len(calls)):
                    group.start_soon(one, at)

    anyio.run(talk)
    return [result for result in results if result is not None]


def asked(result: CallToolResult) -> dict[str, Any]:
    """The object that came as an answer."""
    assert not result.isError
    content = result.content[0]
    assert isinstance(content, TextContent)
    answer: dict[str, Any] = json.loads(content.text)
    return answer


def test_answers_are_cited_and_each_to_its_question(server: Server) -> None:
    calls = [("ask_press_releases", {"question": question}) for question in QUESTIONS]
    text = (CORPUS / f"{RELEASE}.txt").read_text("utf-8")
    for question, result in zip(QUESTIONS, call(server, *calls), strict=True):
        answer = asked(result)
        assert answer["question"] == question
        assert (answer["status"] == "answered") == (question != ABSENT)
        for citation in answer["citations"]:
            assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_release_can_be_named(server: Server) -> None:
    listed, named, wrong, empty = call(
        server,
        ("list_press_releases", {}),
        ("ask_press_releases", {"question": EMPLOYEES, "release_id": RELEASE}),
        ("ask_press_releases", {"question": EMPLOYEES, "release_id": "none"}),
        ("ask_press_releases", {"question": " "}),
    )
    assert RELEASE in asked(listed)
    assert "208,000" in asked(named)["answer"]
    for result, said in ((wrong, "There is no release 'none' here."), (empty, "is empty")):
        assert result.isError
        content = result.content[0]
        assert isinstance(content, TextContent) and said in content.text
        assert "Traceback" not in content.text


def test_it_stands_behind_the_same_guard(server: Server) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    accepted = {"Accept": "application/json, text/event-stream"}
    known = httpx.BasicAuth("", WORD)
    address = f"{server.url}mcp"
    assert httpx.post(address, json=body, headers=accepted).status_code == 401
    assert httpx.post(address, json=body, headers=accepted, auth=known).json()["id"] == 1
    elsewhere = accepted | {"Host": "evil.example"}
    assert httpx.post(address, json=body, headers=elsewhere, auth=known).status_code == 421
    large = {"jsonrpc": "2.0", "id": 1, "method": "x" * 500_000}
    assert httpx.post(address, json=large, headers=accepted, auth=known).status_code == 413


def test_without_the_flag_there_is_none(server: Server, index_folder: Path, tmp_path: Path) -> None:
    with serving(CORPUS, index_folder, tmp_path / "log") as plain:
        assert httpx.post(f"{plain.url}mcp", json={}).status_code >= 400


def test_without_its_package_it_says_what_to_install(index_folder: Path) -> None:
    code = (
        "import sys; sys.modules['mcp.server.fastmcp'] = None\n"
        "from pr_assistant.cli import main\nmain()"
    )
    arguments = ["serve", "--mcp", "--port", str(free_port()), "--index", str(index_folder)]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == 2
    assert "pip install 'pr-assistant[mcp]'" in done.stderr and "Traceback" not in done.stderr
