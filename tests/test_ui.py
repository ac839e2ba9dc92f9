"""The page as a reader meets it: real server, real index, real browser."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from playwright.sync_api import Page, expect
from starlette.types import Message
from support import (
    ABSENT,
    CORPUS,
    EMPLOYEES,
    PROJECT,
    RELEASE,
    environment,
    wait_until,
    write_release,
)
from ui_support import Server, Visitor, answered, ask, serving, suggested

from pr_assistant import indexing
from pr_assistant.embedding import Embedder
from pr_assistant.models import Release
from pr_assistant.questions import MAX_QUESTION
from pr_assistant.ui.guard import MAX_BODY, Guard

browser_test = pytest.mark.browser

HOSTILE = """\
<img src=x onerror=alert(1)> Zyx & Co ${alert(2)} {{alert(3)}} Opens `Plant` in Leeds

LEEDS, January 1, 2025 /PRNewswire/ -- Zyx Widgets <script>alert(4)</script> employs 4,217 people
 in ${7*7} towns and {{7*7}} villages of Yorkshire ![dot](https://outside.invalid/dot.png).

The widget </mark></article><iframe src="https://outside.invalid/"></iframe> of Zyx costs 12 pounds
 <a href="javascript:alert(5)">here</a> and [there](javascript:alert(6)).
"""
HOSTILE_QUESTION = (
    "How many people does Zyx employ <img src=x onerror=alert(7)> ${alert(8)} {{alert(9)}}"
    " ![dot](https://outside.invalid/q.png) [x](javascript:alert(10))?"
)
SLOW = """
import time
from pr_assistant.assistant import Assistant
from pr_assistant.bootstrap import open_assistant
from pr_assistant.settings import load
from pr_assistant.ui.launch import launch

class Slow(Assistant):
    def stream(self, *given, **more):
        time.sleep(3)
        return super().stream(*given, **more)

assistant = open_assistant(load())
assistant.__class__ = Slow
launch(load(), assistant)
"""


@pytest.fixture(scope="module")
def strange(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page over the release of the project and a hostile one."""
    folder = tmp_path_factory.mktemp("strange")
    write_release(folder / "corpus", "0-hostile.txt", HOSTILE)
    for path in CORPUS.glob("*.txt"):
        write_release(folder / "corpus", path.name, path.read_text("utf-8"))
    indexing.build(folder / "corpus", folder / "index", embedder)
    with serving(folder / "corpus", folder / "index", folder / "log") as running:
        yield running
        assert "Traceback" not in running.said()


def marked(page: Page, number: int) -> str:
    """The words that carry a citation's number in the right pane."""
    return "".join(page.locator(f'.release mark[data-citations~="{number}"]').all_text_contents())


def in_view(page: Page, number: int) -> bool:
    """Whether the mark of a citation can be seen in its pane."""
    return bool(
        page.evaluate(
            """number => {
                const mark = document.querySelector(`mark[data-citations~="${number}"]`);
                const box = mark.getBoundingClientRect();
                const pane = document.querySelector('#paper').getBoundingClientRect();
                return box.top >= Math.max(0, pane.top) && box.bottom <= innerHeight;
            }""",
            number,
        )
    )


@browser_test
def test_the_answer_is_marked_to_the_character(
    server: Server, visit: Visitor, release: Release
) -> None:
    page = visit(server.url)
    ask(page, EMPLOYEES)
    expect(page.locator(".a .say")).to_contain_text("208,000")
    words = marked(page, 1)
    assert "208,000" in words
    assert release.text.count(words) == 1
    said = page.locator(".a .say").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert said.removesuffix("1").strip() in " ".join(words.split())
    expect(page.locator('.release .num[data-number="1"]')).to_be_visible()
    expect(page.locator(".a .meta")).to_contain_text("About HUAWEI")


@browser_test
def test_the_release_is_shown_whole(server: Server, visit: Visitor, release: Release) -> None:
    page = visit(server.url)
    ask(page, EMPLOYEES)
    for paragraph in page.locator(".release [data-paragraph]").all_text_contents():
        assert paragraph in release.text
    shown = "".join(page.locator(".release").all_text_contents())
    for section in release.sections:
        last = release.text[section.start : section.end].rstrip().splitlines()[-1]
        assert last.strip() in shown


@browser_test
def test_a_chip_brings_its_mark_into_view(server: Server, visit: Visitor) -> None:
    page = visit(server.url, reduced_motion="reduce")
    ask(page, EMPLOYEES)
    wait_until(lambda: in_view(page, 1), 5)
    page.locator("#paper").evaluate("pane => pane.scrollTo(0, 0)")
    assert not in_view(page, 1)
    page.locator(".chip").click()
    wait_until(lambda: in_view(page, 1), 5)
    page.locator('.num[data-number="1"]').click()
    expect(page.locator(".chip")).to_be_focused()


@browser_test
def test_not_in_the_release_looks_different(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    ask(page, ABSENT)
    expect(page.locator(".a.no .say")).to_have_text("The release does not say.")
    chips = page.locator(".a.no li .chip")
    assert chips.count() == page.locator(".a.no li").count() > 0
    closest = page.locator(".a.no q").first.text_content() or ""
    assert "".join(marked(page, 1).split()) == "".join(closest.split())  # lines of a headline
    assert page.locator("mark.now").count() == 0


@browser_test
def test_a_follow_up_is_read_with_what_was_asked(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    ask(page, "Who signed the MoU?")
    ask(page, "And who witnessed it?")
    expect(page.locator(".read")).to_have_text("Read as: And who witnessed the MoU?")


@browser_test
def test_two_windows_share_nothing(server: Server, visit: Visitor) -> None:
    one, two = visit(server.url), visit(server.url)
    ask(one, "Who signed the MoU?")
    ask(two, "And who witnessed it?")
    expect(two.locator(".exchange")).to_have_count(1)
    expect(two.locator(".read")).to_have_count(0)
    expect(one.locator(".exchange")).to_have_count(1)


@browser_test
def test_nothing_asked_is_nothing_done(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    for empty in ("", "   "):
        page.get_by_label("Question").fill(empty)
        page.get_by_role("button", name="Ask").click()
    ask(page, EMPLOYEES)
    expect(page.locator(".exchange")).to_have_count(1)


@browser_test
def test_what_cannot_be_asked_is_said_plainly(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    ask(page, "?!")
    expect(page.locator(".failed")).to_contain_text("has no words")
    page.get_by_label("Question").fill("why " * MAX_QUESTION)
    page.get_by_label("Question").press("Enter")
    expect(page.locator(".exchange")).to_have_count(2)
    answered(page)
    ask(page, EMPLOYEES)
    expect(page.locator(".a .say").last).to_contain_text("208,000")


@browser_test
def test_a_draft_stays_when_a_suggestion_is_asked(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    box = page.get_by_label("Question")
    box.fill("Who leads")
    page.locator("#examples button").first.click()
    expect(page.locator(".exchange")).to_have_count(1, timeout=20_000)
    answered(page)
    expect(box).to_have_value("Who leads")
    ask(page, "Who signed the MoU?")
    expect(box).to_have_value("")


@browser_test
def test_clearing_forgets(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    ask(page, EMPLOYEES)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page.locator(".release mark")).to_have_count(0)
    visit.settle(page)
    page.reload()
    expect(page.locator(".welcome")).to_be_visible()
    visit.settle(page)  # closing would break off what is under way


@browser_test
def test_stop_stops(index_folder: Path, tmp_path: Path, visit: Visitor) -> None:
    with serving(CORPUS, index_folder, tmp_path / "log", SLOW) as running:
        page = visit(running.url)
        page.get_by_label("Question").fill(EMPLOYEES)
        page.get_by_label("Question").press("Enter")
        expect(page.locator(".waiting")).to_be_visible()
        page.get_by_role("button", name="Stop").click()
        expect(page.locator(".failed")).to_have_text("Stopped before there was an answer.")
        expect(page.locator("#ask")).to_be_visible()
        page.wait_for_timeout(4_000)
        expect(page.locator(".say")).to_have_count(0)
        ask(page, EMPLOYEES)
        expect(page.locator(".say")).to_contain_text("208,000")
        page.context.close()  # before its server goes


@browser_test
def test_text_of_strangers_stays_text(strange: Server, visit: Visitor) -> None:
    page = visit(strange.url)
    expect(page.locator(".release h1")).to_contain_text("<img src=x onerror=alert(1)> Zyx")
    ask(page, HOSTILE_QUESTION)
    expect(page.locator(".q")).to_have_text(HOSTILE_QUESTION)
    expect(page.locator(".a").first).to_contain_text("${7*7} towns and {{7*7}} villages")
    assert "<script>alert(4)</script> employs" in marked(page, 1)
    page.locator(".chip").first.hover()
    expect(page.locator("#quoted")).to_contain_text("${7*7} towns and {{7*7}} villages")
    assert page.locator("#quoted :not(q, small)").count() == 0
    assert page.locator("#panes :is(img, script, iframe), #panes a[href^=javascript]").count() == 0
    assert page.locator("#panes a:not(.chip, .num)").count() == 0
    page.wait_for_timeout(500)  # for whatever would have run
    visit.settle(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download").click()
    assert "](" not in saved.value.path().read_text("utf-8").replace("\\](", "")
    page.reload()
    expect(page.locator(".q")).to_have_text(HOSTILE_QUESTION)
    expect(page.locator(".a").first).to_contain_text("${7*7} towns and {{7*7}} villages")
    assert page.locator("#panes :is(img, script, iframe), #panes a[href^=javascript]").count() == 0


@browser_test
def test_a_citation_of_another_release_shows_it(strange: Server, visit: Visitor) -> None:
    page = visit(strange.url, reduced_motion="reduce")
    ask(page, "How many people does Zyx Widgets employ in Yorkshire?")
    expect(page.locator(".release h1")).to_contain_text("Zyx")
    ask(page, "Who signed for PolyU?")
    expect(page.locator(".release h1")).to_contain_text("Fostering")
    page.locator(".chip").first.click()
    expect(page.locator(".release h1")).to_contain_text("Zyx")
    wait_until(lambda: in_view(page, 1), 5)


@browser_test
def test_a_question_that_is_too_long_is_not_cut_short_silently(
    server: Server, visit: Visitor
) -> None:
    page = visit(server.url)
    ask(page, "why " * MAX_QUESTION)
    expect(page.locator(".a")).to_contain_text("8,000 characters; ask in at most 2,000")
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".exchange")).to_have_attribute("data-exchange", "1")
    expect(page.locator(".a")).to_contain_text("8,000 characters; ask in at most 2,000")


@browser_test
def test_a_release_can_be_picked(strange: Server, visit: Visitor) -> None:
    page = visit(strange.url)
    picker = page.get_by_label("Release", exact=True)
    expect(picker).to_have_value("All releases")
    picker.click()
    page.get_by_role("option", name="Fostering").click()
    expect(page.locator(".release h1")).to_contain_text("Fostering")
    ask(page, "How many people are employed?")
    expect(page.locator(".a .say")).to_contain_text("208,000")
    expect(page.locator(".a .from")).to_contain_text("Fostering")  # which of several says so


@browser_test
def test_another_release_is_shown_from_its_beginning(strange: Server, visit: Visitor) -> None:
    page = visit(strange.url, viewport={"width": 1000, "height": 260})
    paper = page.locator("#paper")
    expect(page.locator(".release h1")).to_contain_text("Zyx")
    paper.evaluate("pane => pane.scrollTo({top: 30, behavior: 'instant'})")
    assert paper.evaluate("pane => pane.scrollTop") == 30
    page.get_by_label("Release", exact=True).click()
    page.get_by_role("option", name="Fostering").click()
    expect(page.locator(".release h1")).to_contain_text("Fostering")
    wait_until(lambda: paper.evaluate("pane => pane.scrollTop") == 0, 5)


@browser_test
def test_the_list_of_releases_closes_behind_the_keyboard(strange: Server, visit: Visitor) -> None:
    page = visit(strange.url)
    picker = page.get_by_label("Release", exact=True)
    for key in ("Tab", "Shift+Tab"):
        picker.focus()
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press(key)
        expect(page.get_by_role("option")).to_have_count(0)
    picker.focus()
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(picker).to_have_value(re.compile("Zyx"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(picker).to_have_value(re.compile("Zyx"))


@browser_test
def test_it_can_be_used_on_a_phone(server: Server, visit: Visitor) -> None:
    page = visit(
        server.url,
        viewport={"width": 390, "height": 844},
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
    )
    ask(page, EMPLOYEES)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator(".a .say")).to_be_in_viewport()
    expect(page.get_by_label("Question")).to_be_in_viewport()
    expect(page.locator("#paper")).to_be_hidden()  # the panes are tabs
    expect(page.get_by_role("tab", name="Chat")).to_have_attribute("aria-selected", "true")
    page.locator(".chip").tap()
    wait_until(lambda: in_view(page, 1), 5)
    expect(page.locator("#quoted")).to_be_hidden()  # the words themselves are seen
    expect(page.locator("#talk")).to_be_hidden()
    expect(page.get_by_role("tab", name="Release")).to_have_attribute("aria-selected", "true")
    page.locator(".release .num").tap()
    expect(page.locator("#paper")).to_be_hidden()
    expect(page.locator(".chip")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@browser_test
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_the_newest_answer_is_brought_into_view(
    server: Server, visit: Visitor, size: tuple[int, int]
) -> None:
    page = visit(
        server.url, viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
    )
    for question in ("Who signed the MoU?", EMPLOYEES, ABSENT):
        ask(page, question)
        suggested(page)

    def seen() -> bool:
        """Whether its question is at the top, or all of the answer can be seen."""
        return bool(
            page.evaluate(
                """() => {
                    const last = document.querySelector('.exchange:last-child');
                    const [question, answer] = ['.q', '.a'].map(
                        part => last.querySelector(part).getBoundingClientRect());
                    const tops = document.querySelectorAll('#top, #tabs');
                    const above = Math.max(...[...tops].map(bar => bar.getBoundingClientRect())
                        .filter(bar => bar.left <= question.left).map(bar => bar.bottom), 0);
                    const below = Math.min(...['#examples', '#asking'].map(part =>
                        document.querySelector(part).getBoundingClientRect().top));
                    return question.top >= above
                        && (answer.bottom <= below || question.top < above + 40);
                }"""
            )
        )

    wait_until(seen, 5)
    page.evaluate(
        """() => {  // drawn anew, as large as before, and scrolled away
            const turns = document.querySelector('.turns');
            turns.replaceWith(turns.cloneNode(true));
            document.getElementById('conversation').scrollTop = 0;
            document.scrollingElement.scrollTop = 0;
        }"""
    )
    wait_until(seen, 5)


@browser_test
@pytest.mark.parametrize("width", [320, 390, 820, 1000, 1280])
def test_the_header_fits(strange: Server, visit: Visitor, width: int) -> None:
    page = visit(strange.url, viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for part in page.locator("#top > *:visible").all():
        expect(part).to_be_in_viewport(ratio=1)
    picker = page.get_by_label("Release", exact=True).bounding_box()
    assert picker and picker["width"] > 100


@browser_test
def test_panes_become_tabs_as_the_window_narrows(server: Server, visit: Visitor) -> None:
    page = visit(server.url, viewport={"width": 1200, "height": 800})
    expect(page.get_by_role("tab", name="Chat")).to_be_hidden()
    expect(page.locator("#talk")).to_be_visible()
    expect(page.locator("#paper")).to_be_visible()
    page.set_viewport_size({"width": 600, "height": 800})
    expect(page.get_by_role("tab", name="Chat")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#talk")).to_be_visible()
    expect(page.locator("#paper")).to_be_hidden()
    page.get_by_role("tab", name="Chat").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="Quotations")).to_be_focused()
    expect(page.locator("#shown-quotations table")).to_be_visible()
    expect(page.locator("#talk")).to_be_hidden()
    page.set_viewport_size({"width": 1200, "height": 800})
    expect(page.locator("#talk")).to_be_visible()
    expect(page.locator("#shown-quotations table")).to_be_visible()


def test_the_page_comes_with_strict_headers(server: Server) -> None:
    headers = httpx.get(server.url).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy and "img-src 'self' data:" in policy
    scripts = next(part for part in policy.split(";") if "script-src" in part)
    assert "unsafe-inline" not in scripts and "http" not in scripts
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "docs",
        "openapi.json",
        "monitoring",
        "login",
        "gradio_api/openapi.json",
        "gradio_api/runs",
        "gradio_api/upload",
        "gradio_api/file=/etc/hostname",
        "gradio_api/proxy=https://outside.invalid/",
        "gradio_api/startup-events",
        "gradio_api/deep_link",
        "assets/../../../../../../etc/hostname",
        "ui/launch.py",
    ],
)
def test_doors_the_page_does_not_need_are_shut(server: Server, path: str) -> None:
    assert httpx.get(server.url + path).status_code == 404


def test_programs_have_one_endpoint(server: Server, release: Release) -> None:
    info = httpx.get(server.url + "gradio_api/info").json()
    assert list(info["named_endpoints"]) == ["/ask"] and not info["unnamed_endpoints"]
    client = Client(server.url, verbose=False)
    answer = client.predict(EMPLOYEES, RELEASE, api_name="/ask")
    assert answer["schema"] == 1 and "208,000" in answer["answer"]
    (cited,) = answer["citations"]
    assert release.text[cited["start"] : cited["end"]] == cited["quote"]
    with pytest.raises(AppError, match="There is no release"):
        client.predict(EMPLOYEES, "/zyx", api_name="/ask")
    with pytest.raises(AppError, match="2,000"):
        client.predict("why " * MAX_QUESTION, api_name="/ask")
    client.close()
    doors = server.url + "gradio_api/call"
    joined = httpx.post(f"{doors}/v2/ask", json={"question": ABSENT}).json()
    events = httpx.get(f"{doors}/ask/{joined['event_id']}", timeout=20).text
    assert "event: complete" in events and '"status": "not_in_release"' in events
    assert httpx.post(f"{doors}/v2/page_open", json={}).status_code == 404
    for wrong in (b"Who signed?", b"[]", b"{}", b'{"question": 7}', b"[" * 9_999, b"\xff"):
        told = httpx.post(f"{doors}/v2/ask", content=wrong)
        assert told.status_code == 422 and '{"question":' in told.text
    assert "Traceback" not in server.said()


def test_a_program_that_goes_away_is_no_fault() -> None:
    sent: list[Message] = []
    came: Iterator[Message] = iter(
        [
            {"type": "http.request", "body": b'{"quest', "more_body": True},
            {"type": "http.disconnect"},
        ]
    )

    async def app(*_: object) -> None:
        raise AssertionError

    async def receive() -> Message:
        return next(came)

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"content-length", b"99")]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/gradio_api/call/v2/ask",
        "headers": headers,
    }
    asyncio.run(Guard(app, "127.0.0.1", "Title", None)(scope, receive, send))
    assert not sent


@browser_test
def test_a_password_is_asked_for_and_its_lack_is_said(
    index_folder: Path, tmp_path: Path, visit: Visitor
) -> None:
    reach = {"PR_ASSISTANT_HOST": "0.0.0.0"}
    word = {"PR_ASSISTANT_PASSWORD": "blåbær:saft"}
    log = tmp_path / "log"
    with serving(CORPUS, index_folder, log, **reach, **word) as running:
        for path in ("", "ui/script.js", "gradio_api/info", "nowhere"):
            assert httpx.get(running.url + path).status_code == 401
        wrong = [("", "saft"), ("blåbær", "saft"), ("x", "")]
        assert {httpx.get(running.url, auth=pair).status_code for pair in wrong} == {401}
        assert httpx.get(running.url, auth=("anybody", "blåbær:saft")).status_code == 200
        odd = {"Authorization": "Basic %%%"}
        assert httpx.get(running.url, headers=odd).status_code == 401
        known = {"username": "anybody", "password": "blåbær:saft"}
        page = visit(running.url, http_credentials=known)
        ask(page, EMPLOYEES)
        expect(page.locator(".a .say")).to_contain_text("208,000")
        page.context.close()
        assert "Warning" not in running.said() and "saft" not in running.said()
    with serving(CORPUS, index_folder, log, **reach) as running:
        assert "no password is set" in running.said()
        assert httpx.get(running.url).status_code == 200


def test_requests_are_small_and_from_here(server: Server) -> None:
    door = server.url + "gradio_api/queue/join"
    assert httpx.post(door, content=b"x" * (MAX_BODY + 1)).status_code == 413
    assert httpx.post(door, content=iter([b"{}"])).status_code == 413
    assert httpx.get(server.url, headers={"Host": "outside.invalid"}).status_code == 421
    assert httpx.put(server.url, content=b"").status_code == 404


def test_a_taken_port_is_named(index_folder: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = app(CORPUS, index_folder, port, tmp_path)
        assert done.wait(60) == 2
    said = (tmp_path / "log").read_text("utf-8")
    assert port in said and "--port" in said and "Traceback" not in said


def test_ctrl_c_ends_it_quietly(index_copy: Path, tmp_path: Path) -> None:
    process = app(CORPUS, index_copy, "0", tmp_path)
    assert process.wait(30) == 2  # 0 is no port: a wrong setting is one line, too
    code = f"import runpy; runpy.run_path({str(PROJECT / 'app.py')!r}, run_name='__main__')"
    with serving(CORPUS, index_copy, tmp_path / "log", code) as running:
        with httpx.stream("GET", running.url + "gradio_api/heartbeat/abc", timeout=20) as stream:
            next(stream.iter_text())
            os.kill(running.process.pid, signal.SIGINT)
            assert running.process.wait(15) == 130
        said = running.said().strip().splitlines()
        assert len(said) == 2 and "reading the corpus" in said[0], said


def app(corpus: Path, index: Path, port: str, folder: Path) -> subprocess.Popen[bytes]:
    """`python app.py` with its output in `folder`/log."""
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, PROJECT / "app.py"],
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=environment(
                PR_ASSISTANT_CORPUS=str(corpus),
                PR_ASSISTANT_INDEX=str(index),
                PR_ASSISTANT_PORT=port,
            ),
        )
