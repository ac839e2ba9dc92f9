"""Releases that are added in the page: for one window alone, and gone with it."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from playwright.sync_api import Page, expect
from support import wait_until
from test_shelf import ZYX
from test_ui import HOSTILE, HOSTILE_QUESTION
from ui_support import Server, Visitor, ask

from pr_assistant.shelf import MAX_BYTES

pytestmark = pytest.mark.browser

GERMAN = """\
Der Hafen wurde eröffnet

HAMBURG, 3. Mai 2025 – Der neue Hafen wurde heute von der Bürgermeisterin eröffnet. Er hat 41
Liegeplätze und ist für große Schiffe gebaut.
"""
COST = "How much did the plant cost?"


def add(page: Page, name: str, data: bytes) -> str:
    """Choose a file; gives what the page says of it."""
    note = page.locator("#added .note:not(.busy)")
    if note.count():
        note.get_by_role("button", name="Dismiss").click()
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.locator("#add input").set_input_files(file)  # type: ignore[arg-type]
    expect(note).to_be_visible(timeout=20_000)
    return note.locator("span").inner_text()


class Socket:
    """What the browser of a window sends when a question is asked, sent without it."""

    def __init__(self, page: Page) -> None:
        self._url = page.url
        self.sent: list[dict[str, Any]] = []
        page.on("request", lambda request: self._note(request.url, request.post_data))

    def _note(self, url: str, body: str | None) -> None:
        if (url.endswith("queue/join") or "queue/join?" in url) and COST in (body or ""):
            self.sent.append(json.loads(body or "{}"))

    def again(self, number: int) -> str:
        """Send a request of the window once more; gives all that comes back."""
        sent = self.sent[number]
        join = httpx.post(f"{self._url}gradio_api/queue/join", json=sent)
        assert join.status_code == 200
        event, came = join.json()["event_id"], ""
        query = {"session_hash": sent["session_hash"]}
        with httpx.stream(
            "GET", f"{self._url}gradio_api/queue/data", params=query, timeout=60
        ) as stream:
            for line in stream.iter_lines():
                came += line
                if ("process_completed" in line and event in line) or "close_stream" in line:
                    break
        return came


def test_two_windows_at_once_share_nothing_that_was_added(server: Server, visit: Visitor) -> None:
    one, two = visit(server.url), visit(server.url)
    said = add(one, "zyx.txt", ZYX)
    assert "read 2 paragraphs" in said and "figure" in said and "Only this window" in said
    other = ZYX.replace(b"12 million", b"34 million").replace(b"Opens", b"Closes")
    add(two, "zyx.txt", other)
    for page, mine, theirs in ((one, "12 million", "34"), (two, "34 million", "12")):
        expect(page.locator(".release h1")).to_contain_text("Zyx")
        ask(page, COST)
        expect(page.locator(".a .say")).to_contain_text(mine)
        expect(page.locator(".release mark.exact")).to_have_text(f"{mine} pounds")
        assert f"{theirs} million" not in page.content()
        page.get_by_label("Release", exact=True).click()
        expect(page.get_by_role("option")).to_have_count(3)
        page.get_by_role("option", name="All releases").click()
        ask(page, "How many people does Huawei employ?")
        expect(page.locator(".a .say").last).to_contain_text("208,000")
        expect(page.locator(".release h1")).to_contain_text("Fostering")
        page.locator(".chip").first.click()  # its release comes back into the pane
        expect(page.locator(".release h1")).to_contain_text("Zyx")
    three = visit(server.url)
    expect(three.get_by_label("Release", exact=True)).to_be_hidden()
    ask(three, COST)
    expect(three.locator(".a.no")).to_be_visible()
    assert "Zyx" not in three.content() and "/zyx" not in three.content()
    for path in ("gradio_api/upload", "gradio_api/file=/zyx.txt"):
        assert httpx.get(server.url + path).status_code == 404
    client = Client(server.url, verbose=False)  # nor do programs see it
    assert client.predict(COST, api_name="/ask")["status"] == "not_in_release"
    with pytest.raises(AppError, match="There is no release"):
        client.predict(COST, "/zyx", api_name="/ask")
    client.close()
    written = [path for path in server.log.parent.rglob("*") if path.is_file()]
    assert not any(b"million pounds" in path.read_bytes() for path in written)


def test_what_was_added_is_gone_with_its_window(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    socket = Socket(page)
    add(page, "zyx.txt", ZYX)
    ask(page, COST)
    visit.settle(page)
    assert "12 million" in socket.again(-1)  # while it is open, its name is enough
    page.context.close()
    wait_until(lambda: "The connection to this window was lost" in socket.again(-1), 20)
    assert "12 million pounds" not in socket.again(-1)


def test_what_cannot_be_read_is_refused_in_words(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    for name, data, why in (
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "is a picture, not plain text"),
        ("empty.txt", b"", "is empty"),
        ("release.pdf", ZYX, "neither a .txt nor a .md file"),
        ("long.txt", b"a " * MAX_BYTES, "over the 250 kB"),
    ):
        said = add(page, name, data)
        assert said.startswith(f"Not added: {name} ") and why in said
    expect(page.get_by_label("Release", exact=True)).to_be_hidden()
    add(page, "zyx.md", ZYX)
    expect(page.locator(".release h1")).to_contain_text("Zyx")


def test_releases_of_one_title_are_told_apart(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    add(page, "one.txt", ZYX)
    add(page, "two.txt", ZYX)
    page.get_by_label("Release", exact=True).click()
    for name in ("one", "two"):
        expect(page.get_by_role("option", name=f"({name})")).to_be_visible()


def test_what_is_not_english_is_said(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    assert "English" not in add(page, "zyx.txt", ZYX)
    assert "does not seem to be in English" in add(page, "hafen.txt", GERMAN.encode())


def test_a_hostile_file_is_text(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    name = "<img src=x onerror=alert(21)> ${alert(22)} {{alert(23)}}"
    assert name in add(page, f"{name}.pdf", HOSTILE.encode())
    assert "${alert(2)} {{alert(3)}}" in add(page, f"{name}.txt", HOSTILE.encode())
    expect(page.locator(".release h1")).to_contain_text("<img src=x onerror=alert(1)> Zyx")
    expect(page.get_by_label("Release", exact=True)).to_have_value(
        page.locator(".release h1").inner_text()
    )
    page.get_by_label("Release", exact=True).click()  # the list shows it, too
    expect(page.get_by_role("option", name="<img src=x")).to_be_visible()
    page.keyboard.press("Escape")
    ask(page, HOSTILE_QUESTION)
    expect(page.locator(".a").first).to_contain_text("${7*7} towns and {{7*7}} villages")
    inside = ".gradio-container :is(#panes, #top)"
    assert page.locator(f"{inside} :is(img, script, iframe)").count() == 0
    assert page.locator(f"{inside} a[href^=javascript]").count() == 0
    page.wait_for_timeout(500)  # for whatever would have run
