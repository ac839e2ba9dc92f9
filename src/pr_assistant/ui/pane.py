"""The right pane: a release and its facts, one of them shown at a time."""

from __future__ import annotations

from collections.abc import Sequence

from pr_assistant.facts.models import Facts
from pr_assistant.models import Release
from pr_assistant.ui.facts_view import FactsView
from pr_assistant.ui.markup import Mark
from pr_assistant.ui.release_view import document

TABS = (
    '<div role="tablist" aria-label="What to show of the release">'
    '<button type="button" role="tab" id="tab-release" data-tab="release"'
    ' aria-controls="shown-release" aria-selected="true">Release</button>'
    '<button type="button" role="tab" id="tab-facts" data-tab="facts"'
    ' aria-controls="shown-facts" aria-selected="false" tabindex="-1">Facts</button></div>'
)
"""Which of them is shown is the browser's to know: script.js switches, the server is not asked."""


def pane(
    release: Release | None, facts: Facts | None, marks: Sequence[Mark] = (), focus: str = ""
) -> str:
    """Both panels as HTML. They come together, so that a row always finds its own words.

    `marks` are those of citations; `focus` is that of `document`. None: out of the index.
    """
    view = FactsView(facts) if release and facts else None
    text = document(release, [*marks, *(view.marks if view else ())], focus)
    return (
        '<div id="shown-release" role="tabpanel" tabindex="0" aria-label="Text of the release">'
        f"{text}</div>"
        '<div id="shown-facts" role="tabpanel" tabindex="0" aria-label="Facts of the release">'
        f'<div class="facts" lang="en">{view.html if view else ""}</div></div>'
    )
