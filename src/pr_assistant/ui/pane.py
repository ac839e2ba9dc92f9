"""The right pane: a release, its facts and who said what in it, one of them shown at a time."""

from __future__ import annotations

from collections.abc import Sequence

from pr_assistant.facts.models import Facts
from pr_assistant.models import Release
from pr_assistant.ui.facts_view import FactsView
from pr_assistant.ui.markup import Mark
from pr_assistant.ui.release_view import document

_TABS = {
    "chat": ("Chat", "talk"),
    "release": ("Release", "shown-release"),
    "facts": ("Facts", "shown-facts"),
    "quotations": ("Quotations", "shown-quotations"),
}
"""Name of a tab → its label, and the panel it opens. The chat has one in a narrow window alone."""

TABS = '<div role="tablist" aria-label="What to show">{}</div>'.format(
    "".join(
        f'<button type="button" role="tab" id="tab-{name}" data-tab="{name}"'
        f' aria-controls="{panel}" aria-selected="false" tabindex="-1">{label}</button>'
        for name, (label, panel) in _TABS.items()
    )
)
"""Which of them is shown is the browser's to know: script.js switches, the server is not asked."""


def pane(
    release: Release | None, facts: Facts | None, marks: Sequence[Mark] = (), focus: str = ""
) -> str:
    """The panels as HTML. They come together, so that a row always finds its own words.

    `marks` are those of citations; `focus` is that of `document`. None: out of the index.
    """
    view = FactsView(facts) if release and facts else None
    text = document(release, [*marks, *(view.marks if view else ())], focus)
    facts_html, quotations = (view.html, view.quotations) if view else ("", "")
    return (
        _panel("release", "Text of the release", text)
        + _panel("facts", "Facts of the release", _tables(facts_html))
        + _panel("quotations", "Who said what in the release", _tables(quotations))
    )


def _panel(name: str, label: str, inner: str) -> str:
    panel = _TABS[name][1]
    return f'<div id="{panel}" role="tabpanel" tabindex="0" aria-label="{label}">{inner}</div>'


def _tables(inner: str) -> str:
    return f'<div class="facts" lang="en">{inner}</div>'
