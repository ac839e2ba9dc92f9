"""The page for those who use no mouse, or do not see it: axe-core, and the keyboard alone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from support import ABSENT, EMPLOYEES
from ui_support import Server, Visitor, ask, suggested

pytestmark = pytest.mark.browser

SERIOUS = ("serious", "critical")
THUMBS = ("This answer is right", "This answer is wrong")


def findings(page: Page) -> list[str]:
    """What axe-core finds serious, with where it is."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(server: Server, visit: Visitor, scheme: str) -> None:
    page = visit(server.url, color_scheme=scheme, reduced_motion="reduce")
    suggested(page)
    assert findings(page) == []
    ask(page, EMPLOYEES)
    ask(page, ABSENT)
    page.get_by_role("button", name="This answer is wrong").first.click()
    expect(page.locator(".why")).to_be_visible()
    assert findings(page) == []
    for tab in ("Facts", "Quotations"):
        page.get_by_role("tab", name=tab).click()
        assert findings(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    for tab in ("Chat", "Release"):
        page.get_by_role("tab", name=tab).click()
        assert findings(page) == []


def test_the_keyboard_alone_is_enough(server: Server, visit: Visitor) -> None:
    page = visit(server.url, reduced_motion="reduce")
    expect(page.get_by_label("Question")).to_be_focused()
    page.keyboard.type(EMPLOYEES)
    page.keyboard.press("Enter")
    chip = page.locator(".chip")
    expect(chip).to_be_visible(timeout=20_000)
    suggested(page)
    page.locator("#paper").evaluate("pane => pane.scrollTo(0, 0)")
    reached = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        focused = page.evaluate(
            """() => {
                const at = document.activeElement;
                const look = getComputedStyle(at);
                return [at.textContent.trim() || at.ariaLabel || at.tagName,
                        look.outlineStyle !== 'none' || at.matches('textarea, body, .num')];
            }"""
        )
        reached.append(focused[0])
        assert focused[1], f"the focus cannot be seen on {focused[0]}"
        if focused[0] == "Download":
            break
    for name in ("Edit", "Ask again", "1", "Copy with citation", *THUMBS, "New conversation"):
        assert name in reached, reached
    chip.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".release mark.now.shown").first).to_be_in_viewport()
    page.locator(".release .num").focus()
    page.keyboard.press("Enter")
    expect(chip).to_be_focused()
