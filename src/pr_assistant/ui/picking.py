"""Which release is asked: the picker in the header."""

from __future__ import annotations

from collections import Counter
from typing import Any

import gradio as gr

from pr_assistant.retrieval import Index
from pr_assistant.shelf import OWN

LISTED = 500
"""Releases it lists; what the window added is always among them."""

ALL = ""
"""What is picked to ask across all releases."""


def picker(index: Index, picked: str) -> Any:
    """The picker over all releases that a window can ask, with `picked` chosen, which it lists too;
    from a single release there is nothing to pick."""
    titles = index.titles()
    own = [one for one in titles if one.startswith(OWN)]
    listed = dict.fromkeys([*own, *list(titles)[:LISTED], *([picked] if picked else [])])
    again = Counter(titles.get(one) for one in listed)
    named = ((_name(one, titles.get(one, ""), again[titles.get(one)] > 1), one) for one in listed)
    choices = [("All releases", ALL), *named]
    return gr.update(choices=choices, value=picked, visible=len(listed) > 1)


def _name(release_id: str, title: str, again: bool) -> str:
    """A release by its title, or by its file; by both where others have the same title."""
    file = release_id.removeprefix(OWN)
    return f"{title} ({file})" if title and again else title or file
