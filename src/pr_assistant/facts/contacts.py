"""Whom to reach and when it may be published: contacts, links, embargo lines."""

from __future__ import annotations

import re

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.models import Slice
from pr_assistant.sentences import Span, trim

_MAIL = r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
_DOMAIN = (
    r"(?:com|org|net|edu|gov|int|info|biz|example|eu|uk|us|ca|au|nz|ie|de|fr|es|it|nl|be|ch|at|se"
    r"|no|dk|fi|pl|pt|gr|jp|cn|hk|sg|my|in|kr|tw|th|id|ph|vn|ae|sa|za|ng|ke|br|mx|ar|cl|co|io|ai)"
)
_LINK = re.compile(
    rf"https?://[^\s<>\"”’)\]]+|(?<![@\w.-])(?:www\.)[^\s<>\"”’)\]]+"
    rf"|(?<![@\w.-])(?:[a-z0-9][a-z0-9-]*+\.)+{_DOMAIN}\b(?![\w@])(?:/[^\s<>\"”’)\]]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w$€£.])(?:\+\d{1,3}[\s.()/-]*(?:\(?\d{1,5}\)?[\s./-]*){2,6}\d"
    r"|\(\d{2,5}\)\s*\d{3,4}[\s.-]?\d{3,5}"
    r"|0\d{2,4}[\s.-]\d{3,4}[\s.-]?\d{3,5}"
    r"|\d{3}[-.]\d{3}[-.]\d{4}|1[-.\s]8\d\d[-.\s]\d{3}[-.\s]\d{4}|\d{4}[\s-]\d{4}(?=\s*$))"
    r"(?:\s*(?:ext\.?|x)\s*\d+)?(?![\w%])",
    re.IGNORECASE | re.MULTILINE,
)
_SHORT_CODE = re.compile(r"(?<=\b[Tt]ext )[^\s.,]{1,20} to \d{4,6}\b")
_REACH = re.compile(f"{_MAIL}|{_PHONE.pattern}", re.IGNORECASE | re.MULTILINE)
_LABEL = re.compile(
    r"[#*\s]*(?:(?:media|press|news|investor|analyst|public|corporate|general)?s?\s*"
    r"(?:and \w+ )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations|office|queries)"
    r"|contacts? for (?:the )?[a-z][^.:\n]{1,40}"
    r"|for (?:more|further|media|press)\b[^.:]{0,60}(?:contact|enquir\w+|inquir\w+)?[^:\n]{0,30})"
    r"\s*(?::|$)",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"(?:strictly\s+)?(?:under\s+)?embargo(?:ed)?\b[^\n]{0,120}|for immediate (?:release|use)\b"
    r"|(?:for|not for) (?:release|publication)\b[^\n]{0,80}",
    re.IGNORECASE,
)


def contacts(layout: Layout) -> tuple[Slice, ...]:
    """Blocks of lines that say whom to ask: labels, names, numbers and addresses together."""
    text = layout.text
    found: list[Slice] = []
    block: list[Span] = []

    def close() -> None:
        if any(_REACH.search(text, *span) for span in block) or len(block) > 1:
            found.append(cut(text, block[0].start, block[-1].end))
        block.clear()

    for paragraph in layout.paragraphs:
        if layout.kind(paragraph.start) != "contact":
            close()
            if _EMBEDDED.match(text, *paragraph) and _REACH.search(text, *paragraph):
                found.append(cut(text, *paragraph))
            continue
        gap = text[block[-1].end : paragraph.start] if block else ""
        label_alone = len(block) == 1 and _LABEL.fullmatch(text, *block[0])
        if block and not label_alone and ("\n\n" in gap or _LABEL.match(text, *paragraph)):
            close()
        block.append(paragraph)
    close()
    return tuple(found)


_EMBEDDED = re.compile(
    r"[#*\s]*(?:media|press|news|investor|contact|enquir|inquir|for (?:more|further|media|press))",
    re.IGNORECASE,
)


def links(text: str) -> tuple[Slice, ...]:
    """Addresses of the web, without the full stop that ends their sentence."""
    found = []
    for match in _LINK.finditer(text):
        end = match.start() + len(match.group().rstrip(".,;:!?"))
        if end > match.start():
            found.append(cut(text, match.start(), end))
    return tuple(found)


def embargo(layout: Layout) -> Slice | None:
    """The line that says when the release may be published, if there is one."""
    for paragraph in layout.paragraphs[:6] + layout.paragraphs[-3:]:
        if (match := _EMBARGO.match(layout.text, *paragraph)) or (
            paragraph.end - paragraph.start < 160
            and layout.kind(paragraph.start) != "body"
            and (match := _EMBARGO.search(layout.text, *paragraph))
        ):
            return cut(layout.text, *trim(layout.text, *match.span()))
    return None


def unreadable(text: str, linked: tuple[Slice, ...]) -> list[Span]:
    """Spans in whose digits no figure or date stands: addresses and telephone numbers."""
    reach = [Span(*m.span()) for p in (_REACH, _SHORT_CODE) for m in p.finditer(text)]
    return sorted([*reach, *(Span(link.start, link.end) for link in linked)])


def cut(text: str, start: int, end: int) -> Slice:
    """The words between two offsets."""
    return Slice(start, end, text[start:end])
