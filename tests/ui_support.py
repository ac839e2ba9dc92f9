"""A real server process on a free port, and a real Chromium that talks to it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
    sync_playwright,
)
from support import environment, wait_until

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)

SERVE = """
from pr_assistant.settings import load
from pr_assistant.ui.launch import launch
try:
    launch(load())
except KeyboardInterrupt:
    raise SystemExit(130)
"""


@dataclass(frozen=True, slots=True)
class Server:
    """The page, being served by a process of its own."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def said(self) -> str:
        """What it wrote so far, to stdout and stderr."""
        return self.log.read_text("utf-8")


def free_port() -> int:
    """A port of the loopback address that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    corpus: Path, index: Path, log: Path, code: str = SERVE, **variables: str
) -> Iterator[Server]:
    """The page over an index, served by `code` in a new interpreter until the block ends, with
    `variables` in its environment. All that it writes is beside `log`."""
    port = free_port()
    settings = {
        "CORPUS": str(corpus),
        "INDEX": str(index),
        "PORT": str(port),
        "FEEDBACK": str(log.parent / "feedback"),
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=log.parent,
            env=environment(
                **{f"PR_ASSISTANT_{name}": value for name, value in settings.items()},
                **{"TMPDIR": str(log.parent)} | variables,
            ),
        )
    server = Server(f"http://127.0.0.1:{port}/", process, log)
    try:
        wait_until(lambda: "is ready at" in server.said() or process.poll() is not None)
        assert process.poll() is None, server.said()
        yield server
    finally:
        process.kill()
        process.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium as the system installs it; skips the test where there is none."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


class Visitor:
    """Opens pages, each in a browser context of its own, and notes all that should not be."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.contexts: list[BrowserContext] = []
        self.faults: list[str] = []
        self._streams: set[Request] = set()

    def __call__(self, url: str, **options: Any) -> Page:
        context = self._browser.new_context(**options)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", self._console)
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("requestfinished", lambda request: self._streams.discard(request))
        page.on("requestfailed", lambda request: self._streams.discard(request))
        page.goto(url)
        expect(page.locator(".release h1")).to_be_attached(timeout=20_000)
        return page

    def _console(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.faults.append(f"console: {line.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def settle(self, page: Page) -> None:
        """Wait until no window has anything under way that a reload would break off."""
        quiet = 0
        for _ in range(600):
            page.wait_for_timeout(100)
            quiet = 0 if self._streams else quiet + 1
            if quiet == 5:
                return
        raise AssertionError(f"still under way: {[one.url for one in self._streams]}")

    def _request(self, request: Request) -> None:
        if "queue/data" in request.url:
            self._streams.add(request)
        if not is_local(request.url):
            self.faults.append(f"request: {request.url}")


@contextmanager
def visiting(browser: Browser) -> Iterator[Visitor]:
    """Opens pages; in the end none may have complained, opened a dialog or looked outside."""
    visitor = Visitor(browser)
    yield visitor
    for context in visitor.contexts:
        context.close()
    assert not visitor.faults, visitor.faults


def is_local(url: str) -> bool:
    """Whether the browser stays on this machine for it."""
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def ask(page: Page, question: str) -> None:
    """Type a question, press Enter and wait for the answer."""
    asked = page.locator(".exchange").count()
    page.get_by_label("Question").fill(question)
    page.get_by_label("Question").press("Enter")
    expect(page.locator(".exchange")).to_have_count(asked + 1, timeout=20_000)
    answered(page)


def answered(page: Page) -> None:
    """Wait until nothing is being answered."""
    expect(page.locator(".waiting")).to_have_count(0, timeout=20_000)
    expect(page.locator("#ask")).to_be_visible(timeout=20_000)


def suggested(page: Page) -> list[str]:
    """The questions on the buttons, once there are any."""
    expect(page.locator(".example").first).to_be_visible(timeout=30_000)
    return page.locator(".example:visible").all_inner_texts()
