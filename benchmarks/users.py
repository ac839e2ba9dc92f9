"""Many readers at once against a real `pr-assistant serve`: errors, lost answers, times, memory."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

import httpx

from benchmarks.measure import ROOT, Figure, Limit, Options, percentile, python, say
from benchmarks.warm import QUESTIONS as SHARED

USERS = 50
SECONDS = 120.0
THINKING_S = 5.0
"""Between an answer and the next question of a user; nobody asks faster than they read."""
_WHAT = (
    "How many {} are there?",
    "Who leads the {}?",
    "What does PolyU say about {}?",
    "When did Huawei Cloud start its {}?",
    "Where can one see the {}?",
    "What will the partners do for {}?",
)
_OF = (
    "start-ups patents researchers students partners offices awards laboratories scholarships"
    " regions countries customers developers models services programmes courses projects grants"
    " companies founders graduates teachers centres platforms products signatories guests"
    " ceremonies investments breakthroughs universities industries standards incubators"
    " accelerators internships competitions datasets chips networks exhibitions rankings plans"
)
OWN = tuple(ask.format(what) for what in _OF.split() for ask in _WHAT)
"""Questions that are asked once each, so that nothing is known of any."""
_AFTER = ("page_suggest_1",)
"""Events that a browser sends when a conversation has changed."""
SETTLED = 0.5
"""The share of the time after which memory should grow no more."""


@dataclass(slots=True)
class Heard:
    """What the users met."""

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def note(self, fault: str | None) -> bool:
        """Whether there was one; it is kept."""
        if fault:
            self.faults.append(fault)
        return fault is not None


def users(options: Options, people: int = USERS, seconds: float = SECONDS) -> list[Figure]:
    """`people` asking in turn, each as the page does: questions that many share, as those that the
    page suggests, and questions of their own."""
    index = options.work / "index"
    python("-m", "pr_assistant", "index", "--corpus", ROOT / "corpus", "--index", index)
    figures = []
    for kind, questions in (("shared", SHARED), ("all different", OWN)):
        with _serving(index) as (url, process):
            asyncio.run(_crowd(url, SHARED[:1], 1, 1.0))
            found = asyncio.run(_watched(url, process, questions, people, seconds))
        figures += _figures(f"{people} users, {seconds:.0f} s, questions {kind}", *found)
    return figures


def _figures(measure: str, crowd: Heard, settled: float, after: float) -> list[Figure]:
    for fault in sorted(set(crowd.faults))[:5]:
        say(f"users: {fault}")
    count = len(crowd.seconds)
    worst = percentile(crowd.seconds, 0.95) if crowd.seconds else float("inf")
    lost = float(len(crowd.faults))
    grown = (after - settled) / settled
    return [
        Figure(f"{measure}: p95", worst, None, None, "s", count, Limit("<=", 5, "ours")),
        Figure("the same: errors and lost answers", lost, None, None, "", count,
               Limit("<=", 0, "ours")),
        Figure("the same: memory at the end, over half-way", after, settled, after / settled, "MB",
               1, Limit("<=", 1.02), f"{grown:+.1%}"),
    ]  # fmt: skip


async def _watched(
    url: str,
    process: subprocess.Popen[bytes],
    questions: Sequence[str],
    people: int,
    seconds: float,
) -> tuple[Heard, float, float]:
    """What the users met, and the server's MB half-way and at the end."""
    asking = asyncio.create_task(_crowd(url, questions, people, seconds))
    await asyncio.sleep(SETTLED * seconds)
    settled = _resident(process.pid)
    heard = await asking
    return heard, settled, _resident(process.pid)


async def _crowd(url: str, questions: Sequence[str], people: int, seconds: float) -> Heard:
    heard = Heard()
    until = time.monotonic() + seconds
    limits = httpx.Limits(max_connections=4 * people)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as client:
        config = (await client.get("/config")).json()
        page = _Page(client, {one["api_name"]: one for one in config["dependencies"]})
        turns = cycle(questions)  # they take turns, so that none is asked twice before all are
        users = (_user(page, turns, THINKING_S * at / people, until, heard) for at in range(people))
        await asyncio.gather(*users)
    return heard


async def _user(
    page: _Page, questions: Iterator[str], wait: float, until: float, heard: Heard
) -> None:
    """One window: opens, asks, waits for the whole answer, gets suggestions, thinks, asks again."""
    session = uuid.uuid4().hex
    await asyncio.sleep(wait)
    heard.note(await page.send(session, "page_open"))
    while time.monotonic() < until:
        began = time.perf_counter()
        if not heard.note(await page.send(session, "page_ask", next(questions))):
            heard.seconds.append(time.perf_counter() - began)
        for event in _AFTER:
            heard.note(await page.send(session, event))
        await asyncio.sleep(THINKING_S)


@dataclass(frozen=True, slots=True)
class _Page:
    """The page's events, as a browser sends them."""

    client: httpx.AsyncClient
    events: Mapping[str, Mapping[str, Any]]
    """What the server's /config says of each, by name."""

    async def send(self, session: str, event: str, *given: str) -> str | None:
        """Send an event of a window and wait until it is done; what went wrong, if anything."""
        try:
            return await self._sent(session, event, *given)
        except (httpx.HTTPError, ValueError) as error:
            return f"{type(error).__name__}: {error}"

    async def _sent(self, session: str, event: str, *given: str) -> str | None:
        known = self.events[event]
        data = [*given, *[None] * (len(known["inputs"]) - len(given))]
        body = {"data": data, "fn_index": known["id"], "session_hash": session}
        joined = await self.client.post("/gradio_api/queue/join", json=body)
        if joined.status_code != 200:
            return f"refused: {joined.status_code} {joined.text[:80]}"
        came = ""
        params = {"session_hash": session}
        async with self.client.stream("GET", "/gradio_api/queue/data", params=params) as stream:
            async for line in stream.aiter_lines():
                came += line if "generating" in line or "completed" in line else ""
                if '"process_completed"' in line:
                    done = json.loads(line.removeprefix("data: "))
                    if not done["success"]:
                        return f"error: {done['output']}"
                    answered = "class=" in came and "failed" not in came
                    return None if answered or event != "page_ask" else "no answer came"
        return "the stream ended without an answer"


@contextmanager
def _serving(index: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server of its own process; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "pr_assistant", "serve", "--port", str(port)]
    places = ["--corpus", str(ROOT / "corpus"), "--index", str(index)]
    environment = os.environ | {"PR_ASSISTANT_FEEDBACK": str(index.parent / "feedback")}
    process = subprocess.Popen([*command, *places], cwd=ROOT, env=environment)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url)
        yield url, process
    finally:
        process.terminate()
        process.wait()


def _wait(url: str) -> None:
    deadline = time.monotonic() + 120
    while True:
        try:
            httpx.get(url)
            return
        except httpx.HTTPError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def _resident(pid: int) -> float:
    """MB that a process holds in memory."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0
