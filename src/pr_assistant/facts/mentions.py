"""Where people are named so that it is certain: by honorific, title, speech or relation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.candidates import candidates, is_cut, name_end
from pr_assistant.facts.describing import describe
from pr_assistant.facts.finding import lowered, occurrences
from pr_assistant.facts.honorifics import clean
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import GLUED, HONORIFIC, RUN, UPPER, is_name, key, looks_like_organisation
from pr_assistant.facts.signs import speaking_surnames, speaks_for_firm, speaks_for_person
from pr_assistant.facts.titles import Title
from pr_assistant.sentences import Span

_PARTICLES = re.compile(
    r"(?:(?:van|von|de|der|den|di|da|dos|del|della|du|la|le|ter|ten|zu|al|el|bin|binti)\s+){1,3}(?=[A-Z])"
)
_ALSO_WORDS = frozenset(
    "Judge General Major Father Sister Cardinal Ing Sr Sri Tun Eng Ts Gen Brig".split()
)
"""Honorifics that are other words as well: a full name must follow."""


def find_sure(layout: Layout, known: frozenset[str]) -> list[Mention]:
    """Mentions by full name or honorific that what stands beside them makes sure."""
    text = layout.text
    found: list[Mention] = []
    taken = Taken()
    after_titles: list[Span] = []
    for match in HONORIFIC.finditer(text):
        if taken.overlap(*match.span()):
            continue  # within a name: "Azman bin Hj. Idris"
        stop = layout.paragraph(match.start()).end
        particles = _PARTICLES.match(text, match.end(), stop)  # "Mr van Baar"
        run = GLUED.match(text, particles.end() if particles else match.end(), stop)
        end = name_end(text, match.end(), run.end(), known) if run else None
        if end is None or text[match.start() - 1 : match.start()] + text[end : end + 1] == "**":
            continue
        honorific = clean(match["honorific"])
        if honorific == "Messrs" and text.startswith(" &", end):
            continue  # a firm
        if honorific == "Don" and len(text[match.end() : end].split()) < 3:
            continue  # rather a given name: "Don Miller"
        if honorific in _ALSO_WORDS and not is_name(" ".join(text[match.end() : end].split())):
            continue  # "Father Christmas", "General Motors"
        mention = Mention(match.end(), end, honorific, lead=match.start())
        found.append(mention)
        if not taken.overlap(match.start(), end):
            taken.add(match.start(), end)
    for mention in found:
        describe(layout, mention, known, after_titles, True)
    inside = _occurrences(text, known)
    honoured = {key(m.name(text)) for m in found}
    speaking = speaking_surnames(text) | {m.name(text) for m in found if " " not in m.name(text)}
    listed = _listed(layout)
    for run in _runs(layout):
        if " " not in run.group() and "\n" not in run.group() and "\u00a0" not in run.group():
            continue  # a full name has two words
        if taken.overlap(*run.span()):
            continue
        for start, end in candidates(text, run, known):
            if any(s.start <= start and end <= s.end for s in (*inside, *after_titles)):
                continue
            if _is_quoted(text, start, end) or _is_of_body(text, start, end):
                continue
            mention = Mention(start, end)
            good = describe(layout, mention, known, after_titles, False)
            if is_cut(text, run, start) and not any(t.stop <= start for _, t in mention.found):
                continue
            if (
                good
                or speaks_for_person(layout, start, end)
                or key(mention.name(text)) in honoured
                or (start in listed and _is_plain(text, start, end))
                or (text[start:end].rsplit(None, 1)[-1] in speaking and _is_plain(text, start, end))
            ):
                found.append(mention)
                break
    sure = len(found)
    _add_coordinated(layout, found, known)
    found += [one for m in found if (one := _before_and(text, m))]
    for mention in found[sure:]:
        if not mention.found:
            describe(layout, mention, known, after_titles, True)
    found.sort(key=lambda m: m.start)
    return found


_BODY_BEHIND = re.compile(
    r"['’]s?\s+(?:[A-Z][\w-]*\s+){0,3}(?:Council|Association|Union|Federation|Society|Club|League|Guild"
    r"|Forum|Cooperative|Co-operative|Alliance|Network|Congress|Chamber|Institute|Party)\b"
)
_PLACE = re.compile(r"\s(?:Hall|House|Park|Street|Square|Court|Field|Bridge|Lane|Wood|Hill|Mill)$")
_PLACED = re.compile(r"(?:['’]s|\bin|\bat|\bthe|\bnear|\bfrom)\s+$")
_BEGUN = re.compile(rf"[{UPPER}][\w’'-]*\s+(?:de |d[eu]s |du |del |della |dei |för |für )?(?:la |las |los )?$")
_IN_LETTERS = re.compile(r"\s+\([A-Z]{2,8}\)")


def _is_of_body(text: str, start: int, end: int) -> bool:
    """Whether words with capitals are part of the name of a body: "the Chip Makers’ Council"."""
    if _BODY_BEHIND.match(text, end):
        return True
    if _PLACE.search(text, start, end) and _PLACED.search(text, max(0, start - 12), start):
        return True
    begun = _BEGUN.search(text, max(0, start - 40), start)
    return bool(begun and _IN_LETTERS.match(text, end))


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone in quotation marks, as those of ships and works do."""
    return text[start - 1 : start] in ("“", '"', "„") and text[end : end + 1] in ("”", '"', "“")


_POSTS = re.compile(
    r"\b(?:vice-presidents|presidents|directors|members|trustees|fellows|speakers|laureates"
    r"|appointments|panellists|officers|commissioners|governors)\b[^\n]*:?\s*$",
    re.IGNORECASE,
)


def _listed(layout: Layout) -> frozenset[int]:
    """Where bullets begin below a line that announces people: "elected three vice-presidents:"."""
    text, starts, above = layout.text, set(), False
    for paragraph in layout.paragraphs:
        if bullet := layout.bullet(paragraph):
            if above:
                starts.add(bullet.start)
        else:
            above = bool(
                _POSTS.search(text, max(paragraph.start, paragraph.end - 120), paragraph.end)
            )
    return frozenset(starts)


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a run of words is a name of the usual form, and no organisation's."""
    name = " ".join(text[start:end].split())
    return (
        is_name(name)
        and len(name.split()) <= 4
        and not looks_like_organisation(name)
        and not speaks_for_firm(text, name)
    )


def _add_coordinated(layout: Layout, found: list[Mention], known: frozenset[str]) -> None:
    """Add names that "and" joins to one that is a person's: the title before holds for both."""
    text = layout.text
    taken = [Span(m.start, m.end) for m in found]
    for mention in list(found):
        both = _AND.match(text, mention.end)
        run = RUN.match(text, both.end()) if both else None
        if run and not any(t.start < run.end() and run.start() < t.end for t in taken):
            title = next(
                (f for f in mention.found if f[1].title and f[1].stop <= mention.start), None
            )
            _add_alike(found, run, title, known)
        if layout.kind(mention.start) != "contact" and not mention.found:
            for run in _row(text, mention.end, layout.sentence(mention.start).end):
                if not any(t.start < run.end() and run.start() < t.end for t in taken):
                    _add_alike(found, run, None, known)
        plural = next(
            (f for f in mention.found if f[1].title and f[1].title.start > mention.end
             and _PLURAL.search(text[slice(*f[1].title)])), None,
        )  # fmt: skip
        sentence = layout.sentence(mention.start)
        if not text[: mention.start].rstrip().endswith(" and") and not plural:
            continue
        for run in RUN.finditer(text, sentence.start, mention.start):
            if not _AND.fullmatch(text, run.end(), mention.start):
                continue
            if plural or (run.start() == sentence.start and _is_plain(text, *run.span())):
                _add_alike(found, run, plural, known)


_GIVEN = re.compile(
    rf"\b(?:by|of|for|with|couple|brothers|sisters|siblings|spouses|parents|twins)\s+(?P<given>[{UPPER}][\w-]+)"
    r"\s+and\s+$"
)


def _before_and(text: str, mention: Mention) -> Mention | None:
    """The given name that shares a surname with the next: "by Elsie and Robert Moorcroft"."""
    match = _GIVEN.search(text, max(0, mention.start - 60), mention.start)
    if match is None or not is_name(match["given"], 1) or mention.honorific:
        return None
    if looks_like_organisation(match["given"]) or text.count(match["given"]) > 1:
        return None
    return Mention(*match.span("given"), alone=True)


def _row(text: str, at: int, end: int) -> list[re.Match[str]]:
    """The names between commas behind a person's, up to an "and": "Dr A, B, C and D"."""
    names: list[re.Match[str]] = []
    while text.startswith(", ", at) and (run := RUN.match(text, at + 2, end)):
        if not _is_plain(text, *run.span()):
            break
        names.append(run)
        at = run.end()
    return names if _AND.match(text, at) else []


_AND = re.compile(r"\s+and\s+(?:the late\s+)?")
_PLURAL = re.compile(r"\b\w+(?:ers|ors|airs|ents|ants|ists|utives)\b")
"""The head of a title that several people share: "co-founders of Acme"."""


def _add_alike(
    found: list[Mention], run: re.Match[str], title: tuple[int, Title] | None, known: frozenset[str]
) -> None:
    """Add a run of capitalised words that "and" joins to a person, if it may be a name."""
    name = " ".join(run.group().split())
    if is_name(name) and name.lower() not in known and not looks_like_organisation(name):
        found.append(Mention(run.start(), run.end(), None, [title] if title else []))


def _occurrences(text: str, known: frozenset[str]) -> list[Span]:
    """Where organisations are named by several words."""
    low = lowered(text)
    return [span for name in known if " " in name for span in occurrences(low, name)]


_HEADLINE_VERB = re.compile(
    r"(?<=\s)(?:Resigns|Retires|Joins|Becomes|Named|Names|Appointed|Appoints|Elected|Elects|Wins|Leaves"
    r"|Steps|Succeeds|Takes|Leads|Opens|Visits|Receives|Promoted|Promotes|Returns|Announces|Urges"
    r"|Welcomes|Warns|Hires|Picks|Taps|Says|Thanks|Honours|Honors|Unveils|Launches|Replaces|Gets|Dies"
    r"|To|As|With|Is|Has|And|Of|For|In|At)(?=\s|$)"
)
"""Words that stand with a capital amid a headline and in no name."""


def _without_verbs(text: str) -> Iterator[re.Match[str]]:
    """Runs of capitalised words, those of headlines parted at their verbs."""
    for run in RUN.finditer(text):
        at = run.start()
        for verb in _HEADLINE_VERB.finditer(text, *run.span()):
            if verb.start() > at and (part := RUN.match(text, at, verb.start())):
                yield part
            at = min(verb.end() + 1, run.end())
        if at == run.start():
            yield run
        elif at < run.end() and (part := RUN.match(text, at, run.end())):
            yield part


def _runs(layout: Layout) -> Iterator[re.Match[str]]:
    """Runs of capitalised words; in a block of contacts none goes over the end of a line."""
    text = layout.text
    for run in _without_verbs(text):
        inside = layout.paragraph(run.start()).end >= run.end()
        if "\n" not in run.group() or (inside and layout.kind(run.start()) != "contact"):
            yield run
            continue
        at = run.start()
        while at < run.end():
            line = text.find("\n", at, run.end())
            part = RUN.match(text, at, line if line >= 0 else run.end())
            if part:
                yield part
            if line < 0:
                break
            at = line + 1
            while at < run.end() and text[at].isspace():
                at += 1
