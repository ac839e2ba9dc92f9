"""The page with a language model behind it: what was dropped, Stop, and a key that is not shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from model_server import KEY, Reply
from model_server import serving as answering
from playwright.sync_api import Browser, expect
from support import CORPUS, EMPLOYEES, wait_until
from ui_support import SERVE, ask, serving, visiting

TRUE = "Huawei has approximately 208,000 employees. [[1: approximately 208,000 employees]]\n"
FALSE = "Huawei has approximately 209,000 employees. See https://evil.example/ [[1: x]]\n"


@pytest.mark.browser
def test_a_model_can_be_watched_and_stopped(
    index_folder: Path, tmp_path: Path, browser: Browser
) -> None:
    endless = Reply(TRUE + "and so on " * 9, endless=True, pause_s=0.05, piece=20)
    log = tmp_path / "log"
    seen: list[str] = []
    with answering(Reply(FALSE + TRUE), Reply(status=401), endless) as model:
        set_up = {
            "PR_ASSISTANT_MODEL": "openai:scripted", "PR_ASSISTANT_MODEL_URL": model.url,
            "PR_ASSISTANT_MODEL_KEY": KEY,
        }  # fmt: skip
        code = f"import os\nos.environ.update({set_up!r})\n{SERVE}"
        with serving(CORPUS, index_folder, log, code) as running, visiting(browser) as visit:
            page = visit(running.url)
            ask(page, EMPLOYEES)
            expect(page.locator(".say")).to_contain_text("Huawei has approximately 208,000")
            dropped = page.locator("details.dropped")
            expect(dropped.locator("ul")).to_be_hidden()
            dropped.locator("summary").click()
            expect(dropped.locator("ul")).to_be_visible()
            expect(dropped.locator("ul")).to_contain_text("209,000")
            expect(dropped.locator("ul")).not_to_contain_text("evil")

            ask(page, EMPLOYEES)
            expect(page.locator(".notice").last).to_contain_text("refused the key")

            page.get_by_label("Question").fill(EMPLOYEES)
            page.get_by_label("Question").press("Enter")
            expect(page.locator(".say")).to_have_count(3, timeout=30_000)  # while it still writes
            assert not model.broken.is_set()
            page.get_by_role("button", name="Stop").click()
            wait_until(model.broken.is_set, 30)
            expect(page.locator("#ask")).to_be_visible()
            for path in ("", "config", "gradio_api/info"):
                seen.append(page.request.get(f"{running.url}{path}").text())
            seen.append(page.content())
            page.goto("about:blank")
        assert model.keys == [f"Bearer {KEY}"] * 3
        said = log.read_text("utf-8")
    assert "208,000" in seen[-1]
    assert KEY not in said + "".join(seen)
    assert "Traceback" not in said
    assert KEY not in os.environ.values()
