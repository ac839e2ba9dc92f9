"""`Answer` → what a person reads in a terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap

from pr_assistant.cli.harmless import harmless
from pr_assistant.models import Answer, Citation, Draft

_MAX_WIDTH = 100


def answer_text(answer: Answer) -> str:
    """The answer, and under it each quote with where it stands; the closest, if there is none."""
    blocks = [_wrap(answer.answer)]
    if answer.standalone_question != answer.question:
        blocks.insert(0, _wrap(f"(Read as: {answer.standalone_question})"))
    if answer.citations:
        blocks += [_source(citation) for citation in answer.citations]
    elif answer.related:
        blocks += ["The closest it says:", *(_source(citation) for citation in answer.related)]
    if answer.draft:
        blocks += [_wrap(note) for note in _notes(answer.draft)]
    return "\n\n".join(blocks)


def _notes(draft: Draft) -> list[str]:
    """Why the answer is not the model's, and how much of its draft was dropped."""
    count = len(draft.dropped)
    sentences = "1 sentence" if count == 1 else f"{count} sentences"
    dropped = f"({sentences} that {draft.model} wrote left out: not borne out by the release.)"
    return [*([f"({draft.notice})"] if draft.notice else []), *([dropped] if count else [])]


def _source(citation: Citation) -> str:
    """[1] “quote” and, indented, who says it, in which release and section, and its offsets."""
    quote = _wrap(f"[{citation.number}] “{' '.join(citation.quote.split())}”", indent="    ")
    said = f"{citation.speaker}, in " if citation.speaker else "Quoted in " * citation.quoted
    where = f"{said}{citation.title} ({citation.release_id})"
    place = f"section “{citation.section}”, characters {citation.start}–{citation.end}"
    return "\n".join([quote, _wrap(f"    {where}", "    "), f"    {place}"])


def _wrap(text: str, indent: str = "") -> str:
    if not sys.stdout.isatty():
        return text
    text = harmless(text)
    width = min(_MAX_WIDTH, shutil.get_terminal_size().columns)
    return textwrap.fill(text, max(width, 30), subsequent_indent=indent, break_on_hyphens=False)
