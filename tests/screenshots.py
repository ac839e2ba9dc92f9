"""Pictures of the page's main states: python tests/screenshots.py FOLDER [CORPUS [INDEX]]."""

from __future__ import annotations

import sys
from pathlib import Path

from support import CORPUS, PROJECT
from ui_support import Visitor, ask, chromium, serving, suggested

DESK = {"width": 1360, "height": 820}
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
        page.emulate_media(color_scheme="dark")
        page.wait_for_timeout(500)  # colours fade
        page.screenshot(path=folder / "dark.png")
        page.emulate_media(color_scheme="light")
        ask(page, "How long will the MoU last?")
        suggested(page)
        page.screenshot(path=folder / "refusal.png")
        phone = visit(server.url, viewport=PHONE, is_mobile=True, has_touch=True)
        ask(phone, "What did Sunny Shang say?")
        suggested(phone)
        phone.screenshot(path=folder / "phone.png")


if __name__ == "__main__":
    main(*(Path(given).resolve() for given in sys.argv[1:]))
