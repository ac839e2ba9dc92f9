"""Who said what: words between quotation marks, and statements reported without them.

`pr_assistant.quotations` finds the marks; this knows the people of the release: a surname, a
pronoun, "the Minister" or "according to X" leads to the person.
"""

from __future__ import annotations

from collections.abc import Sequence

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.models import Person, Quotation
from pr_assistant.facts.quoting import QuotationReader
from pr_assistant.facts.reporting import ReportReader
from pr_assistant.facts.voices import Voices


def read(layout: Layout, people: Sequence[Person]) -> list[Quotation]:
    """Quotations and reported statements by these people, in order of the text."""
    voices = Voices(layout, people)
    QuotationReader(voices).read()
    ReportReader(voices).read()
    return sorted(voices.found, key=lambda q: q.start)
