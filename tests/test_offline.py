"""Nothing leaves this machine: not from the browser, not from the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Request, expect
from support import CORPUS, EMPLOYEES
from ui_support import SERVE, Server, ask, is_local, serving

AUDIT = """
import socket, sys

LOOKS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.connect",
         "socket.sendto", "socket.sendmsg", "urllib.Request", "http.client.connect"}
HERE = ("127.", "localhost", "::1", "/")
log = open("audit", "w", buffering=1)

def hook(event, given):
    if event not in LOOKS:
        return
    target = given[1] if event.startswith("socket.") and not isinstance(given[0], str) else given[0]
    host = target[0] if isinstance(target, tuple) else target
    host = host.decode() if isinstance(host, bytes) else host
    if host and not str(host).startswith(HERE):
        log.write(f"{event} {host}\\n")

sys.addaudithook(hook)
try:
    socket.getaddrinfo("control.invalid", 80)
except OSError:
    pass
with socket.socket() as control:
    control.setblocking(False)
    control.connect_ex(("192.0.2.1", 80))
"""
CONTROL = ["socket.getaddrinfo control.invalid", "socket.connect 192.0.2.1"]


@pytest.fixture(scope="module")
def server(index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page, served by a process that writes down where it looks outside."""
    log = tmp_path_factory.mktemp("offline") / "log"
    with serving(CORPUS, index_folder, log, AUDIT + SERVE) as running:
        yield running


def test_the_page_names_no_other_host(server: Server) -> None:
    page = httpx.get(server.url).text
    tags = re.findall(r"<(?:link|script|img|iframe|meta|base|a)\b[^>]*>", page)
    assert len(tags) > 5
    assert not [tag for tag in tags if re.search(r"(?:https?:)?//", tag)]
    styles = httpx.get(server.url + "theme.css").text + httpx.get(server.url + "ui/style.css").text
    assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", styles)


@pytest.mark.browser
def test_browser_and_server_look_nowhere_else(server: Server, browser: Browser) -> None:
    requests: list[str] = []

    def note(request: Request) -> None:
        requests.append(request.url)

    context = browser.new_context()
    context.on("request", note)
    context.on("requestfailed", note)
    page = context.new_page()
    page.goto(server.url)
    expect(page.locator(".release h1")).to_be_visible(timeout=20_000)
    ask(page, EMPLOYEES)
    expect(page.locator(".a .say")).to_contain_text("208,000")
    page.locator(".chip").click()
    page.wait_for_timeout(1_000)
    context.close()
    assert len(requests) > 10
    assert not [url for url in requests if not is_local(url)]
    looked = (server.log.parent / "audit").read_text("utf-8").splitlines()
    assert looked == CONTROL
