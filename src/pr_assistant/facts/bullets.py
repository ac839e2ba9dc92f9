"""Bullets, and the line or heading that announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts import phrases
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.following import ANNOUNCING
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.listing import COUNT, MAX_ITEMS, SUBJECT
from pr_assistant.facts.models import Enumeration
from pr_assistant.facts.numbers import value
from pr_assistant.facts.units import TIME_UNITS
from pr_assistant.sentences import Span, trim

_SUCH_AS = re.compile(r"(?:including|among them|such as|notably):$")


def _last_counted(text: str, begin: int, end: int) -> tuple[Span, int] | None:
    """The last count before a line that names some: "54 settings, including:"."""
    found = None
    for count in COUNT.finditer(text, begin, end):
        noun = phrases.counted(text, count.end(), end)
        if noun and text[slice(*noun[0])] not in TIME_UNITS:
            found = Span(count.start(), noun[1].end), int(value(count["count"]))
    return found


_FOLLOWING = re.compile(r"\bthe following (?:[a-z-]+ ){0,3}[a-z-]+$")
_NOTES = re.compile(
    r"[#*\s]*(?:Notes?|NOTES?)(?:\s+(?:to|for)\s+(?:the\s+)?(?:editors?|Editors?|EDITORS?))?[:*\s]*"
)
_DATED = re.compile(r",\s+\d{1,2}\s+[A-Z][a-z]+\s+20\d\d$")
"""A dateline above bullets announces nothing."""
_OPEN = re.compile(r"\b(?:to|of|by|for|are|include|includes|that)$")
"""How a line ends that bullets carry on."""
_SETTING = re.compile(
    r"(?:[A-Z][a-z]+ing|In|On|At|For|By|Under|With|From|Among|As)\b(?:[^,:]|,\s\d{4}){2,60}?,\s+(?!\d{4})"
)
"""What stands before the subject of a clause."""


def bulleted(layout: Layout) -> Iterator[Enumeration]:
    """Every run of bullets with what the line or heading above it announces."""
    text = layout.text
    above: Span | None = None
    run: list[Span] = []
    styles: list[str] = []
    last = Span(0, 0)

    def done() -> Iterator[Enumeration]:
        if above and len(run) >= 2 and (announced := _announced(layout, above, len(run))):
            span, count = announced
            items = tuple(cut(text, *_item(text, item)) for item in run)
            yield Enumeration(*span, text[slice(*span)], count, items)

    for paragraph in layout.paragraphs:
        bullet = layout.bullet(paragraph)
        if bullet and layout.kind(paragraph.start) not in ("title", "metadata", "contact"):
            style = _style(text[paragraph.start : bullet.start], styles[-1:])
            if not run or style == styles[-1]:
                run.append(bullet)
                styles.append(style)
                last = paragraph
                continue
            yield from done()
            above = last if text[last.end - 1] == ":" else None  # "3. … these:", then "i. …"
            run, styles, last = [bullet], [style], paragraph
            continue
        yield from done()
        run = []
        ends = text[paragraph.start : paragraph.end].rstrip()
        outside = layout.kind(paragraph.start) in ("title", "metadata", "contact", "note")
        above = None if outside and not ends.endswith(":") else paragraph
    yield from done()


def _style(mark: str, before: list[str]) -> str:
    """What kind of mark opens a bullet: a list goes on as long as it is the same."""
    inside = mark.strip(" \t\n().")
    if inside.isdigit():
        return "number"
    if inside.isalpha():
        roman = set(inside) <= set("ivx") and not (len(inside) == 1 and before == ["letter"])
        return "roman" if roman else "letter"
    return inside


def _item(text: str, span: Span) -> Span:
    """A bullet's words, without "and" and the mark that ends it."""
    words = text[slice(*span)]
    kept = re.sub(r"[\s;,.]+(?:and|or)?\s*$", "", words)
    return trim(text, span.start, span.start + len(kept))


def _announced(layout: Layout, above: Span, items: int) -> tuple[Span, int | None] | None:
    """(what a line above bullets announces, how many); None if it announces nothing."""
    text = layout.text
    sentence = layout.sentence(above.end - 1)
    words = text[slice(*above)].rstrip()
    if words.endswith(":") or _OPEN.search(words):
        end = above.start + len(words) - words.endswith(":")
        for count in COUNT.finditer(text, sentence.start, end):
            noun = phrases.counted(text, count.end(), end)
            number = value(count["count"])
            named = number in (items, items + 1) or (
                noun and items < number < 10 and text[slice(*noun[0])].lower() in ANNOUNCING
            )
            if noun and named and number > 1 and text[slice(*noun[0])] not in TIME_UNITS:
                return Span(count.start(), noun[1].end), int(number)
        if _SUCH_AS.search(words) and (last := _last_counted(text, sentence.start, end)):
            return last
        if following := _FOLLOWING.search(text, sentence.start, end):
            return Span(*following.span()), None
        own = layout.bullet(above)
        begin = max(sentence.start, own.start if own else 0)
        setting = _SETTING.match(text, begin, end)
        begin = setting.end() if setting else begin
        if (subject := SUBJECT.match(text[begin:end])) and " " in subject["subject"]:
            return Span(begin, begin + subject.end("subject")), None
        return trim(text, begin, end), None
    if _NOTES.fullmatch(words):
        return None
    if _DATED.search(words):
        return None
    heading = len(words) <= 90 and words[-1:] not in '.,;!"”' and "\n" not in words
    if heading and len(words.split()) >= 1 and not layout.is_table(above):
        count_match = COUNT.search(text, above.start, above.end)
        number = value(count_match["count"]) if count_match else 0
        return Span(above.start, above.start + len(words)), int(
            number
        ) if 1 < number <= MAX_ITEMS else None
    if re.search(r"\b(?:following|as follows)\b", text[sentence.start : above.end]):
        return trim(text, sentence.start, above.start + len(words.rstrip(".;"))), None
    return None
