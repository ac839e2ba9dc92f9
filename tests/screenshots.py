"""Pictures of the page's main states: python tests/screenshots.py FOLDER [CORPUS [INDEX]]."""

from __future__ import annotations

import sys
from pathlib import Path

from support import CORPUS, PROJECT
from ui_support import Visitor, ask, chromium, serving, suggested

DESK = {"width": 1360, "height": 820}
ADDED = {
    "harbour.txt": b"Harbour opens\n\nAARHUS, 2 May 2025 - The harbour was opened by"
    b" Mayor Ida Holm. It has 41 berths.\n",
    "garbled.txt": bytes(range(256)) * 8,
}
PHONE = {"width": 390, "height": 844}


def main(folder: Path, corpus: Path = CORPUS, index: Path = PROJECT / "index") -> None:
    """Write them; the index must be up to date with the corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(corpus, index, folder / "log") as server, chromium() as browser:
        visit = Visitor(browser)
        page = visit(server.url, viewport=DESK, reduced_motion="reduce")
        suggested(page)
        page.screenshot(path=folder / "start.png")
        ask(page, "Who is Kelvin Wong?")
        ask(page, "How many employees does Huawei have?")
        suggested(page)
        page.screenshot(path=folder / "answer.png")
        page.locator(".chip").last.hover()
        page.screenshot(path=folder / "quote.png")
        page.get_by_label("Question").hover()
        page.emulate_media(color_scheme="dark")
        page.wait_for_timeout(500)  # colours fade
        page.screenshot(path=folder / "dark.png")
        page.emulate_media(color_scheme="light")
        ask(page, "How long will the MoU last?")
        suggested(page)
        page.screenshot(path=folder / "refusal.png")
        for name in ("Facts", "Quotations"):
            page.get_by_role("tab", name=name).click()
            page.wait_for_timeout(500)
            page.screenshot(path=folder / f"{name.lower()}.png")
        page = visit(server.url, viewport=DESK, reduced_motion="reduce")
        for name, data in ADDED.items():
            file = {"name": name, "mimeType": "text/plain", "buffer": data}
            page.locator("#add input").set_input_files(file)  # type: ignore[arg-type]
            page.wait_for_timeout(3_000)
            page.screenshot(path=folder / f"upload-{Path(name).stem}.png")
        phone = visit(server.url, viewport=PHONE, is_mobile=True, has_touch=True)
        ask(phone, "What did Sunny Shang say?")
        suggested(phone)
        phone.screenshot(path=folder / "phone.png")
        phone.locator(".chip").first.tap()
        phone.wait_for_timeout(1_500)  # it scrolls, and the mark flashes
        phone.screenshot(path=folder / "phone-release.png")
        phone.get_by_role("tab", name="Facts").tap()
        phone.wait_for_timeout(500)
        phone.screenshot(path=folder / "phone-facts.png")


if __name__ == "__main__":
    main(*(Path(given).resolve() for given in sys.argv[1:]))
