"""A `Release` and its marks → the document in the right pane."""

from __future__ import annotations

from collections.abc import Sequence

from pr_assistant.models import Dateline, Release, Section
from pr_assistant.sentences import Span
from pr_assistant.structure import paragraphs
from pr_assistant.ui.markup import Mark, Marks, escape, marked
from pr_assistant.ui.places import numbered

_BULLETS = ("•", "●", "▪", "◦", "‣", "* ", "- ", "– ", "— ")


def document(release: Release | None, marks: Sequence[Mark] = (), focus: str = "") -> str:
    """The release as HTML; every character of a paragraph is shown, none is added.

    `focus` is an exchange and the number of the mark to bring into view, as `"2:5"`; a change of
    it makes the page scroll there. None for `release`: it was taken out of the index.
    """
    if release is None:
        return (
            '<article class="release"><p class="gone">This release is no longer here.</p></article>'
        )
    titles = [section for section in release.sections if section.kind == "title"]
    placed = Marks(marks)
    parts: list[str] = []
    for section in release.sections:
        if section.kind == "title":
            parts.append(_headline(release, section, placed))
            if section is titles[-1]:
                parts.append(_dateline(release.dateline))
        else:
            parts.append(_section(release, section, placed))
    if not titles:
        parts.insert(
            0, f"<h1>{escape(release.title or release.id)}</h1>{_dateline(release.dateline)}"
        )
    inner = "".join(parts)
    told = f'data-release="{escape(release.id)}" data-focus="{escape(focus)}"'
    return f'<article class="release" {told} lang="en">{inner}</article>'


def _headline(release: Release, section: Section, marks: Marks) -> str:
    """The paragraphs that make up the title as one headline, what follows as sub-headlines."""
    spans = [_unhashed(release.text, span) for span in _spans(release, section)]
    title: list[str] = []
    words = ""
    while spans and words != release.title and release.title.startswith(words):
        span = spans.pop(0)
        title.append(marked(release.text, *span, marks))
        words = " ".join([*words.split(), *release.text[slice(*span)].split()])
    below = "".join(f'<p class="sub">{marked(release.text, *span, marks)}</p>' for span in spans)
    return f"<h1>{' '.join(title)}</h1>{below}"


def _spans(release: Release, section: Section) -> list[Span]:
    return paragraphs(release.text, section.start, section.end)


def _unhashed(text: str, span: Span) -> Span:
    """Without the signs that make a line a heading in Markdown."""
    line = text[span.start : span.end]
    return Span(span.end - len(line.lstrip("# ")), span.end)


def _dateline(dateline: Dateline) -> str:
    if not dateline.place and not dateline.newswire:  # a bare date stands on a line of its own
        return ""
    day = dateline.date
    facts = (dateline.place, f"{day.day} {day:%B %Y}" if day else None, dateline.newswire)
    line = " · ".join(escape(fact) for fact in facts if fact)
    return f'<p class="date">{line}</p>' if line else ""


def _section(release: Release, section: Section, marks: Marks) -> str:
    inner = "".join(
        _paragraph(release, span, number, marks) for span, number in numbered(release, section)
    )
    return f'<section class="{section.kind}">{inner}</section>'


def _paragraph(release: Release, span: Span, number: int, marks: Marks) -> str:
    if number == 0:
        return f"<h2>{marked(release.text, *_unhashed(release.text, span), marks)}</h2>"
    item = ' class="item"' if release.text.startswith(_BULLETS, span.start) else ""
    dateline = release.dateline
    if dateline.end > dateline.start and span.start <= dateline.start < dateline.end < span.end:
        lead = marked(release.text, span.start, dateline.end, marks)
        rest = marked(release.text, dateline.end, span.end, marks)
        words = f'<span class="lead">{lead}</span>{rest}'
    else:
        words = marked(release.text, *span, marks)
    return f'<p{item} data-paragraph="{number}">{words}</p>'
