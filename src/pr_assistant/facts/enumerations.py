"""What a sentence or heading announces and then lists: in the sentence, after it, or in bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pr_assistant.facts import phrases
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.models import Enumeration, Slice
from pr_assistant.facts.numbers import WORDS, value
from pr_assistant.sentences import Span, trim

_COUNT = re.compile(
    rf"(?<![\w$€£.,-])(?P<count>{WORDS}|\d{{1,2}})(?=\s+[\w“\"‘])(?!\s*(?:%|per\b|million\b|billion\b))"
)
_LIST_MARK = re.compile(
    r"\s*(?::|\s[–—-]|—)\s*(?:namely\s+)?|,?\s+namely\s+|\s+\((?=[^()]*(?:,|\band\b))"
)
_DASH = re.compile(r"\s+[–—-]\s+|—")
_MAX_ITEMS = 20
_PLACES = frozenset(
    "sites cities towns countries plants locations places ports regions venues".split()
)
_LAST_PLACE = re.compile(r"\b(?:in|at|from|to)\s+((?:the\s+)?[^,;]*?)\s*$")
_ANNOUNCING = frozenset(
    "pillars areas themes priorities tracks strands goals aims objectives workstreams components elements"
    " phases stages parts streams fields pledges commitments measures steps axes fronts points reasons"
    " principles initiatives projects programmes programs targets actions promises lines ways conditions"
    " subjects topics challenges benefits advantages features options categories streams dimensions"
    " recommendations findings proposals tasks functions uses purposes directions domains".split()
)
_ORDINAL_OPENING = re.compile(
    r"(?:(?:and\s+)?(?:The\s+)?(?:first|second|third|fourth|fifth|sixth|last|final)(?:ly)?|Finally|Lastly|Next"
    r"|One|Another)\b(?:\s+(?:of these|[a-z]+))?(?:,|\s+is(?:\s+to)?|\s+will(?:\s+be)?|\s+covers?|:)\s+",
    re.IGNORECASE,
)
_IN_TOPIC = re.compile(
    r"(?:In|On|Under|For|Through)\s+(?!addition\b|turn\b|particular\b)([^,;]{4,80}?),\s"
)
_ALSO = re.compile(
    r"[^,;]{2,60}?\bwill\s+(?:also|further|then|additionally|in addition)\s+([a-z][^,;.]{6,110})"
)
_SPENT = re.compile(
    r"(?:\b(?:is|are|will be)\s+(?:set aside|earmarked|reserved|allocated|budgeted)\s+(?:for|to)"
    r"|\b(?:will\s+)?(?:go|goes)\s+(?:to|on|towards|toward|into)|\b(?:will\s+)?pays?\s+for"
    r"|\bwill(?=\s+(?!be\b)[a-z]))\s+(?P<item>[^,;.]{4,120})"
)
_AMONG = re.compile(r"(?:Among|Of)\s+(?:these|them|those)(?:\s+(?:are|were))?,?\s+")
_QUOTED_ITEM = re.compile(r"[\"“]\s*([^\"“”]{2,80}?)\s*[\"”]")
_SUBJECT = re.compile(
    r"^(?P<subject>(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[A-Z])[^,;]{2,80}?)\s+(?:is|are|was|were|include|includes|will|comprise|comprises|have|has)\b"
)
_NO_ITEMS = re.compile(r"\b(?:said|says|told|added|http|www)\b")


def read(layout: Layout) -> list[Enumeration]:
    """The enumerations of a release in order; none holds another's announcement."""
    found = [*_bulleted(layout)]
    for sentence in layout.sentences:
        if layout.kind(sentence.start) in ("contact", "metadata") or layout.is_table(sentence):
            continue
        for enumeration in (*_in_sentence(layout, sentence), *_after_sentence(layout, sentence)):
            if not any(_overlap(enumeration, other) for other in found):
                found.append(enumeration)
                break
    return sorted(found, key=lambda e: e.start)


def _overlap(one: Enumeration, two: Enumeration) -> bool:
    if one.start < two.end and two.start < one.end:
        return True
    items = {(i.start, i.end) for i in two.items}
    return any((i.start, i.end) in items for i in one.items)


# -- bullets -------------------------------------------------------------------------------------


def _bulleted(layout: Layout) -> Iterator[Enumeration]:
    text = layout.text
    above: Span | None = None
    run: list[Span] = []

    def done() -> Iterator[Enumeration]:
        if above and len(run) >= 2 and (announced := _announced(layout, above, len(run))):
            span, count = announced
            items = tuple(cut(text, *_item(text, item)) for item in run)
            yield Enumeration(*span, text[slice(*span)], count, items)

    for paragraph in layout.paragraphs:
        bullet = layout.bullet(paragraph)
        if bullet and layout.kind(paragraph.start) not in ("title", "metadata", "contact"):
            run.append(bullet)
            continue
        yield from done()
        run = []
        ends = text[paragraph.start : paragraph.end].rstrip()
        outside = layout.kind(paragraph.start) in ("title", "metadata", "contact", "note")
        above = None if outside and not ends.endswith(":") else paragraph
    yield from done()


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
    if words.endswith(":"):
        end = above.start + len(words) - 1
        for count in _COUNT.finditer(text, sentence.start, end):
            noun = phrases.counted(text, count.end(), end)
            number = value(count["count"])
            if noun and number in (items, items + 1) and number > 1:
                return Span(count.start(), noun[1].end), int(number)
        clause = text[sentence.start : end]
        if (subject := _SUBJECT.match(clause)) and " " in subject["subject"]:
            return Span(sentence.start, sentence.start + subject.end("subject")), None
        return trim(text, sentence.start, end), None
    heading = len(words) <= 90 and words[-1:] not in '.,;!?"”' and "\n" not in words
    if heading and len(words.split()) >= 1 and not layout.is_table(above):
        count_match = _COUNT.search(text, above.start, above.end)
        number = value(count_match["count"]) if count_match else 0
        return Span(above.start, above.start + len(words)), int(
            number
        ) if 1 < number <= _MAX_ITEMS else None
    if re.search(r"\b(?:following|as follows)\b", text[sentence.start : above.end]):
        return trim(text, sentence.start, above.start + len(words.rstrip(".;"))), None
    return None


# -- within a sentence ---------------------------------------------------------------------------


def _in_sentence(layout: Layout, sentence: Span) -> Iterator[Enumeration]:
    text = layout.text
    for count in _COUNT.finditer(text, *sentence):
        number = int(value(count["count"]))
        if not 2 <= number <= _MAX_ITEMS:
            continue
        noun = phrases.counted(text, count.end(), sentence.end)
        if noun is None:
            continue
        head, phrase = noun
        mark = _mark_after(text, phrase.end, sentence.end) or _mark_after(
            text, head.end, sentence.end
        )
        if mark is None:
            if items := _apposed(text, head.end, sentence.end, number):
                yield _made(text, Span(count.start(), head.end), number, items)
            continue
        begin, end = mark
        items = _listed(text, begin, end, number)
        if items and text[slice(*head)].lower() in _PLACES:
            items = _places(text, items)
        if items and (len(items) == number or (2 <= len(items) < number and _short(text, items))):
            yield _made(text, Span(count.start(), phrase.end), number, items)
            return
    yield from _uncounted(layout, sentence)


def _mark_after(text: str, at: int, end: int) -> tuple[int, int] | None:
    """(where the list begins, where it ends) behind a colon, a dash or a bracket near `at`."""
    gap = re.compile(r"[^:;.()–—\d“”\"]{0,60}?(?=:\s|\s[–—-]\s|—|,?\s+namely\s|\s\()").match(
        text, at, end
    )
    if gap is None or re.search(r"\b(?:said|says)\b", gap.group()):
        return None
    mark = _LIST_MARK.match(text, gap.end(), end)
    if mark is None:
        return None
    begin = mark.end()
    if "(" in mark.group():
        close = text.find(")", begin, end)
        return (begin, close) if close >= 0 else None
    if re.search(r"[–—-]", mark.group()):
        close_dash = _DASH.search(text, begin, end)
        stop = close_dash.start() if close_dash else end
        return begin, stop
    return begin, end


def _listed(text: str, begin: int, end: int, number: int | None) -> list[Span]:
    """The items of a list between two offsets, parted as makes the announced number."""
    stop = begin + len(re.sub(r"[\s.;:]+$", "", text[begin:end]))
    closing = re.search(r"[“”\"]$", text[begin:stop])
    if closing and text[begin:stop].count("“") < text[begin:stop].count("”"):
        stop = begin + len(re.sub(r"[\s.,;”]+$", "", text[begin:stop]))
    ways = [
        re.compile(r"\s*;\s*(?:and\s+|or\s+)?"),
        re.compile(
            r"\s*,\s*(?:and\s+|or\s+)(?![^()]*\))|\s*,\s*(?![^()]*\))|\s+(?:and|or)\s+(?=[^,;]*$)(?![^()]*\))"
        ),
        re.compile(r"\s*,\s+and\s+"),
        re.compile(r"\s+and\s+"),
    ]
    best: list[Span] = []
    for way in ways:
        borders = list(way.finditer(text, begin, stop))
        if not borders:
            continue
        starts = [begin, *(b.end() for b in borders)]
        ends = [*(b.start() for b in borders), stop]
        items = [trim(text, s, e) for s, e in zip(starts, ends, strict=True)]
        items = [_bare(text, i) for i in items if i.start < i.end]
        if len(items) == number:
            return _tailless(text, items)
        if number and len(items) == number - 1 and way is ways[1]:
            best = items
        if (
            not best
            and (number is None or len(items) < number)
            and (way is ways[0] or way is ways[1])
        ):
            best = items
        if way is ways[0]:
            if number is None:
                return items
    return best


_TRAILING = re.compile(r",\s+(?:with|which|who|where|while|each|all|[a-z]+ing)\b")


def _tailless(text: str, items: list[Span]) -> list[Span]:
    """The items, the last without a clause that goes on about them."""
    *others, last = items
    tail = _TRAILING.search(text, *last)
    return [*others, trim(text, last.start, tail.start()) if tail else last]


def _bare(text: str, item: Span) -> Span:
    """An item without the quotation marks around it."""
    lead = re.compile(r"(?:and\s+)?[\"“‘]?").match(text, *item)
    start = lead.end() if lead else item.start
    end = item.end
    while end > start and text[end - 1] in '"”’,':
        end -= 1
    return trim(text, start, end)


def _places(text: str, items: list[Span]) -> list[Span]:
    """Of clauses that say what is done where, the places."""
    found = []
    for item in items:
        words = text[slice(*item)]
        if len(words.split()) < 4:
            return items
        last = _LAST_PLACE.search(words)
        if last is None:
            return items
        found.append(Span(item.start + last.start(1), item.start + last.end(1)))
    return found


def _short(text: str, items: list[Span]) -> bool:
    return all(len(text[slice(*item)].split()) <= 8 for item in items) and len(items) >= 2


def _apposed(text: str, at: int, end: int, number: int) -> list[Span]:
    """ "two ships, the Idun and the Embla," — exactly as many names as were announced."""
    match = re.compile(r",\s+((?:the\s+)?[A-Z][^,.;:()]*(?:,\s+(?:the\s+)?[A-Z][^,.;:()]*)*?,?\s+and\s+(?:the\s+)?"
                       r"[A-Z][\w’' -]*?)(?=[,.;]|\s+[a-z]|$)").match(text, at, end)  # fmt: skip
    if match is None:
        return []
    items = _listed(text, match.start(1), match.end(1), number)
    return items if len(items) == number and _short(text, items) else []


def _uncounted(layout: Layout, sentence: Span) -> Iterator[Enumeration]:
    """ "The reasons are always the same: the price, the shame and the waiting room." """
    text = layout.text
    colon = re.compile(r"[“\"]?[^:“”\"]{6,140}?(?P<colon>:)\s+(?=[\w“\"])").match(text, *sentence)
    if colon is None or layout.bullet(sentence) or _NO_ITEMS.search(colon.group()):
        return
    if layout.kind(sentence.start) in ("title",) or re.search(r"\d:$", colon.group().strip()):
        return
    lead = text[sentence.start : colon.start("colon")].lstrip("“\"")
    items = _listed(text, colon.end(), sentence.end, None)
    commas = sum("," in text[a.end : b.start] for a, b in pairwise(items))
    if (
        len(items) < 3
        or commas < len(items) - 2
        or not _short(text, items)
        or re.search(r"[.:]\s|@|\d{3}", text[colon.end() : sentence.end])
    ):
        return
    if not re.search(r"\band\b|\bor\b", text[items[-2].end : items[-1].start]):
        return
    subject = _SUBJECT.match(lead)
    names = subject["subject"] if subject else lead
    if not any(phrases.is_plural(word.strip(",")) for word in names.split()):
        return
    begin = sentence.start + (lead[:1] in "“\"")
    span = trim(text, begin, begin + len(names))
    yield _made(text, span, None, items)


# -- after the sentence --------------------------------------------------------------------------


def _after_sentence(layout: Layout, sentence: Span) -> Iterator[Enumeration]:
    """A count that ends its sentence, whose items the next sentences name."""
    text = layout.text
    paragraph = layout.paragraph(sentence.start)
    following = [s for s in layout.sentences if sentence.end <= s.start < paragraph.end]
    for count in _COUNT.finditer(text, *sentence):
        number = int(value(count["count"]))
        noun = phrases.counted(text, count.end(), sentence.end)
        if noun is None or not 2 <= number <= _MAX_ITEMS:
            continue
        head, phrase = noun
        announcing = text[slice(*head)].lower() in _ANNOUNCING
        items: list[Span] = []
        if following and (among := _AMONG.match(text, *following[0])):
            items = _after_among(text, among.end(), following[0].end)
        elif announcing:
            if not following:
                index = layout.paragraphs.index(paragraph)
                following = [
                    s for p in layout.paragraphs[index + 1 : index + 1 + number]
                    for s in layout.sentences if p.start <= s.start < p.end
                ]  # fmt: skip
                items = _by_ordinals(text, following, number)
            else:
                items = _by_ordinals(text, following, number) or _by_sentences(
                    text, following, number
                )
        if 2 <= len(items) <= number:
            yield _made(text, Span(count.start(), head.end), number, items)
            return


def _after_among(text: str, begin: int, end: int) -> list[Span]:
    quoted = [Span(*m.span(1)) for m in _QUOTED_ITEM.finditer(text, begin, end)]
    if len(quoted) >= 2:
        return quoted
    verb = re.compile(
        r"\s+(?:are|were|was|is|have|has|had|achieved|rose|ranked|won|received)\b"
    ).search(text, begin, end)
    return _listed(text, begin, verb.start() if verb else end, None)


def _by_ordinals(text: str, sentences: list[Span], number: int) -> list[Span]:
    items: list[Span] = []
    for sentence in sentences:
        for match in re.compile(
            rf"(?:^|(?<=[;.]\s)|(?<=^)){_ORDINAL_OPENING.pattern}", re.IGNORECASE
        ).finditer(text[slice(*sentence)]):
            begin = sentence.start + match.end()
            stop = re.compile(r"[;.]|, and (?:the )?(?:second|third|fourth|last)").search(
                text, begin, sentence.end
            )
            items.append(trim(text, begin, stop.start() if stop else sentence.end))
            break
        if len(items) == number:
            break
    return items if len(items) >= 2 else []


def _by_sentences(text: str, sentences: list[Span], number: int) -> list[Span]:
    """What each next sentence adds: its opening topic, what "will also" be done, what money is for."""
    items: list[Span] = []
    for sentence in sentences:
        before = len(items)
        if topic := _IN_TOPIC.match(text, *sentence):
            items.append(Span(*topic.span(1)))
        elif re.search(r"[£$€]|\bremainder\b|\bper cent\b|%", text[slice(*sentence)]):
            for clause in re.compile(
                r"[^;]+?(?:;|,\s+and\s+(?=the\s+(?:remainder|rest))|$)"
            ).finditer(text, sentence.start, sentence.end):
                if spent := _SPENT.search(text, *clause.span()):
                    items.append(trim(text, *spent.span("item")))
        elif also := _ALSO.match(text, *sentence):
            items.append(trim(text, *also.span(1)))
        if len(items) == before or len(items) >= number:
            break
    return items[:number] if len(items) >= 2 else []


def _made(text: str, span: Span, count: int | None, items: list[Span]) -> Enumeration:
    slices: list[Slice] = [cut(text, *item) for item in items if item.start < item.end]
    return Enumeration(*span, text[slice(*span)], count, tuple(slices))
