"""The lines above the body of a release → which are its headline, and which are metadata."""

from __future__ import annotations

from pr_assistant import dateline, lines
from pr_assistant.models import Dateline
from pr_assistant.sentences import Span, trim

_MAX_TITLE = 120
_MAX_ORGANISATION = 3
"""Words of a line below a telephone number that is still taken for the organisation's name."""
_MAX_PLACE = 3
"""More words before a date, without a comma, are a headline and no place."""


def unglue(text: str, span: Span) -> list[Span]:
    """A line as it is, or parted where metadata is glued to the front of a headline."""
    cut = lines.leading_metadata(text, *span)
    return [span] if cut == span.start else [trim(text, span.start, cut), Span(cut, span.end)]


def may_be(text: str, span: Span) -> bool:
    """Whether the first line that is no metadata may be a headline: short, and no sentence."""
    return span.end - span.start <= 2 * _MAX_TITLE and text[span.end - 1] not in ".!"


def dateline_alone(text: str, span: Span) -> Dateline | None:
    """The place and day, or one of them, that a line says and nothing else."""
    found = dateline.find(text, *span)
    if found is None or found.end < span.end:
        return None
    place = found.place or ""
    return found if "," in place or len(place.split()) <= _MAX_PLACE else None


def is_metadata(text: str, span: Span) -> bool:
    """Whether a line by itself is metadata, wherever it stands above the body."""
    line = text[slice(*span)]
    kinds = (lines.is_metadata, lines.labels_contact, lines.is_address)
    return any(is_so(line) for is_so in kinds) or dateline_alone(text, span) is not None


def metadata(text: str, head: list[Span]) -> set[Span]:
    """Those of the first lines that are no headline, with the names in a block of contacts.

    Such a name is told by the lines around it alone: where no headline would be left, none is.
    """
    written = [text[slice(*span)] for span in head]
    sure = [is_metadata(text, span) for span in head]
    found = list(sure)
    for index, line in enumerate(written):
        first = last = index
        if lines.labels_contact(line):
            last = _end_of_contact(text, head, written, sure, index)
        elif lines.is_address(line):
            while first and _adjoins(text, head, first) and lines.is_name(written[first - 1]):
                first -= 1
        else:
            continue
        found[first : last + 1] = [True] * (last + 1 - first)
    for index, line in enumerate(written):
        found[index] |= lines.is_rule(line) and (index == 0 or found[index - 1])
    chosen = sure if all(found) else found
    return {span for span, is_so in zip(head, chosen, strict=True) if is_so}


def title(text: str, head: list[Span]) -> tuple[str, list[Span]]:
    """The headline as one line, and the spans that hold it and its sub-headlines.

    The headline opens the last run of lines above the body that are no metadata.
    """
    known = metadata(text, head)
    runs: list[list[Span]] = [[]]
    for span in head:
        if span in known:
            runs.append([])
        elif runs[-1] or not lines.is_rule(text[slice(*span)]):
            runs[-1].append(span)
    runs = [run for run in runs if run]
    if not runs:
        return "", []
    spans = next((r for r in reversed(runs) if len(text[slice(*r[0])].split()) >= 4), runs[-1])
    written = [text[slice(*span)] for span in spans]
    one, *more = [lines.without_marks(line) for line in written if not lines.is_rule(line)]
    if more and lines.style(one) == lines.style(more[0]) != "sentence":
        joined = f"{one} {more[0]}"  # a headline that breaks over two lines
        one = joined if len(joined) <= _MAX_TITLE and one[-1] not in ".!?:" else one
    return one, spans


def _end_of_contact(
    text: str, head: list[Span], written: list[str], sure: list[bool], label: int
) -> int:
    """The last line of the block that `label` opens: an address, or a name if there is none."""
    last = label
    for index in range(label + 1, len(head)):
        if lines.is_address(written[index]):
            last = index
        elif not (sure[index] or lines.is_name(written[index])):
            break
    addressed = last > label or lines.is_address(written[label])
    while (
        last + 1 < len(head)
        and _adjoins(text, head, last + 1)
        and lines.is_name(written[last + 1])
        and not (addressed and len(written[last + 1].split()) > _MAX_ORGANISATION)
    ):
        last += 1
    return last


def _adjoins(text: str, head: list[Span], index: int) -> bool:
    """Whether no blank line stands above a line that is not the first."""
    return text[head[index - 1].end : head[index].start].count("\n") == 1
