"""The people of a release: who they are, by every mention of them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pr_assistant.facts import titles
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.lexicon import FUNCTIONS, PARTICLES, POSTNOMINALS, RELATIONS, ROLE_HEADS
from pr_assistant.facts.models import Person, Role
from pr_assistant.facts.names import GLUED, HONORIFIC, RUN, is_name, key, looks_like_organisation
from pr_assistant.facts.titles import Title
from pr_assistant.sentences import Span

SAYING = (
    r"(?:said|says|say|saying|added|adds|remarked|remarks|commented|comments|stated|states|noted|notes"
    r"|explained|explains|continued|continues|concluded|concludes|told|tells|announced|announces"
    r"|observed|observes|emphasi[sz]ed|emphasi[sz]es|stressed|stresses|highlighted|warned|warns|argued"
    r"|argues|wrote|writes|declared|affirmed|recalled|recalls|insisted|insists|acknowledged|replied"
    r"|replies|asked|predicted|predicts|joked|jokes|admitted|admits|promised|promises|reported|claimed"
    r"|claims|cautioned|cautions|pointed out|points out|shared|confirmed|confirms|pledged|suggested"
    r"|suggests|went on|reiterated|underlined|revealed|testified|reflected|enthused|quipped|agreed"
    r"|urged|vowed|estimated|estimates|described|denied|summed up|put it)"
)
_SAID_BEFORE = re.compile(
    rf"\b{SAYING}(?:\s+(?:that|to|by))?[,:]?\s+$|\baccording to\s+$", re.IGNORECASE
)
_SAID_AFTER = re.compile(
    rf"\s*,?\s+(?:(?:also|then|further|later|has|had|today)\s+)?(?:(?:said|says|told)\b|{SAYING}\b"
    r"(?=\s*[,:“\"]|\s+that\b|\s*[.]|\s*$))"
)
_APPOINTED_BEFORE = re.compile(
    r"\b(?:appoint(?:s|ed|ing|ment of)?|retirement of|departure of|resignation of|death of|elect(?:s|ed)?|promot(?:es|ed|ion of)"
    r"|hires?|hired|welcom(?:es|ed|ing)|nominat(?:es|ed)|succeed(?:s|ed|ing)?|replac(?:es|ed|ing)"
    r"|hand over to|report(?:s|ing)? to|led by|headed by|chaired by|founded by|run by|drawn by"
    r"|designed by|directed by|written by|made by|joined by|co-founded by|signed by|witnessed by"
    r"|presided over by|opened by|thanks? to|thanked|joins|joining|proposes|contact|between|presence of)"
    r"\s+$",
    re.IGNORECASE,
)
_APPOINTED = re.compile(
    r"\s*,?\s*(?:\d\d,\s+)?(?:(?:has been|was|is|will be|had been|is being|are|were|be|,)?\s*"
    r"(?:appointed|named|elected|promoted|nominated|confirmed)(?:\s+(?:as|to(?: be| the (?:role|post|"
    r"position) of)?))?|(?:will\s+|to\s+|who\s+)?(?:becomes?|became|joins? as|take over as|serve as"
    r"|serves as|takes? (?:up|on) the (?:role|post|position) of)|as|to be|is to become"
    r"|joins?(?:\s+[\w.&’' -]{2,30})? as|joined as)\s+(?:the\s+|its\s+|new\s+|our\s+)*"
)
_BECOMES = re.compile(
    r",?\s+(?:has been|is|was|will be|will|to)?\s*(?:becomes?|appointed|named|promoted|elected|takes over)"
    r"(?:\s+(?:as|to(?: be)?))?\s+(?:the\s+|its\s+|new\s+)*"
)
_HEADLINE = re.compile(
    r"\s+to\s+(?:join|lead|head|become|succeed|step down|retire|chair|take over|replace|leave|hand over"
    r"|take the helm|be)\b"
)
_LATER = re.compile(
    r"(?:,\s+who\s+[^.;“”\"]{3,90}?\s+and\s+(?:is|now is|is now)\s+(?:its|the|also|now)?\s*"
    r"|,\s+\d\d,\s+[^.;“”\"]{3,90}?\s+and\s+(?:became|has been|is)\s+)"
)
_WHO = re.compile(r",\s+who\b")
_WHO_LEADS = re.compile(
    r",\s+(?:and\s+)?(?:who|which)\s+(?:currently\s+|now\s+|will\s+|has\s+|jointly\s+)?(?:leads?|heads?|runs?|chairs?|directs?"
    r"|manages?|oversees?|led|headed|works?|teaches|is|represents)\s+"
)
_AT = re.compile(r"[^.;,“”\"()]{0,60}?\b(?:at|for)\s+(?:the\s+)?")
_WHO_IS = re.compile(
    r",\s+who\s+(?:became|becomes|serves as|is|was|has been|joined as|acts as|will be|works as)\s+"
)
_AFTER_NAME = re.compile(
    rf"(?:{POSTNOMINALS})?(?:\s*,\s*\d\d(?=,))?\s*(?:,\s+|\s+[–—-]\s+|\s*\((?=[A-Z]))"
)
_OF = re.compile(rf"(?:{POSTNOMINALS})?\s+(?:of|at|from)\s+(?:the\s+)?")
_AGE = re.compile(r",\s+\d\d(?:,|\s+years old)|\s+\(\d\d\)")
_LABEL = re.compile(
    r"(?:^|[\n·|;.]|,\s|\bto\b|\bcontact\b|\bor\b)[ \t]*[^\n:·.;]{0,48}:?[ \t]*$", re.IGNORECASE
)
_RELATION = re.compile(
    rf"\b(?:{'|'.join(sorted(RELATIONS - {'called', 'named'}))}),?\s+$"
    r"|\b(?:brothers|sisters|twins)\s+(?:[A-Z]\w+\s+and\s+)?$"
    r"|\b(?:man|woman|boy|girl|patient|farmer|student|person|pupil|user|customer|resident|child"
    r"|volunteer|worker|driver|engineer|teacher|nurse|fisherman)\s+(?:called|named)\s+$"
)
_CONTACTING = re.compile(
    r"\b(?:please\s+)?contact:?\s+(?:\S+\s+){0,2}$|(?:press|media|investor)\s+(?:contact|enquiries|office)s?:?\s+$",
    re.IGNORECASE,
)
_REACHABLE = re.compile(r"^[^\n]{0,90}?(?:[\w.+-]+@[\w-]+\.|\+?\(?\d[\d\s().-]{6,}\d)")
_SINGLE_OPENERS = frozenset(
    "But And In On At For With As When While After Before Since Under The This That Then Meanwhile"
    " Today Both Its Our Their If So Yet Now Also Here There From By To Like Among Between".split()
)
_SIGNING = re.compile(r"\bsign(?:ed|s|ing)?\b", re.IGNORECASE)
_WITNESSING = re.compile(r"\bwitness(?:ed|es|ing)?\b|\bin the presence of\b", re.IGNORECASE)


@dataclass(slots=True)
class _Mention:
    """One place that names a person, with what it says of them."""

    start: int
    end: int
    honorific: str | None = None
    found: list[tuple[int, Title]] = field(default_factory=list)
    """(how much it counts, title phrase)."""
    contact: bool = False

    def name(self, text: str) -> str:
        return " ".join(text[self.start : self.end].split())


def read(layout: Layout, known: frozenset[str]) -> list[Person]:
    """People in order of their first mention. `known`: names of organisations, in lower case."""
    text = layout.text
    mentions = _sure(layout, known)
    groups = _grouped(text, mentions)
    _add_short_mentions(layout, groups, known)
    people = [_person(text, group) for group in groups]
    return sorted(people, key=lambda p: p.start)


def with_roles(layout: Layout, people: Iterable[Person], speakers: frozenset[str]) -> list[Person]:
    """The same people with what they do in the release."""
    signing, witnessing = _ceremony(layout)
    done = []
    for person in people:
        roles: list[Role] = []
        for role, spans in (("signed", signing), ("witnessed", witnessing)):
            if any(s.start <= m.start < s.end for s in spans for m in person.mentions):
                roles.append(role)  # type: ignore[arg-type]
        if person.name in speakers:
            roles.append("quoted")
        if "contact" in person.roles:
            roles.append("contact")
        done.append(
            Person(
                person.start, person.end, person.name, person.honorific, person.title,
                person.organisation, tuple(roles), person.mentions,
            )
        )  # fmt: skip
    return done


# -- where people are named ------------------------------------------------------------------


def _sure(layout: Layout, known: frozenset[str]) -> list[_Mention]:
    """Mentions by full name or honorific that what stands beside them makes sure."""
    text = layout.text
    found: list[_Mention] = []
    taken = Taken()
    after_titles: list[Span] = []
    for match in HONORIFIC.finditer(text):
        run = GLUED.match(text, match.end())
        if run is None or HONORIFIC.match(text, match.end()):
            continue
        end = _name_end(text, match.end(), run.end(), known)
        if end is None:
            continue
        mention = _Mention(match.end(), end, _honorific(text, match))
        found.append(mention)
        if not taken.overlap(match.start(), end):
            taken.add(match.start(), end)
    for mention in found:
        _describe(layout, mention, known, after_titles, True)
    inside = _occurrences(text, known)
    honoured = {key(m.name(text)) for m in found}
    for run in _runs(layout):
        if taken.overlap(*run.span()):
            continue
        for start, end in _candidates(text, run, known):
            if any(s.start <= start and end <= s.end for s in inside):
                continue
            mention = _Mention(start, end)
            sure = _describe(layout, mention, known, after_titles, False)
            if (
                sure
                or _speaks_for_person(layout, start, end)
                or key(mention.name(text)) in honoured
            ):
                found.append(mention)
                break
    _add_coordinated(layout, found, known)
    found.sort(key=lambda m: m.start)
    return found


def _add_coordinated(layout: Layout, found: list[_Mention], known: frozenset[str]) -> None:
    """Add names that "and" joins to one that is a person's: the title before holds for both."""
    text = layout.text
    taken = [Span(m.start, m.end) for m in found]
    for mention in list(found):
        both = re.compile(r"\s+and\s+").match(text, mention.end)
        run = RUN.match(text, both.end()) if both else None
        if run is None or any(t.start < run.end() and run.start() < t.end for t in taken):
            continue
        name = " ".join(run.group().split())
        if is_name(name) and name.lower() not in known and not looks_like_organisation(name):
            title = next((f for f in mention.found if f[1].title and f[1].stop <= mention.start), None)
            found.append(_Mention(run.start(), run.end(), None, [title] if title else []))


def _occurrences(text: str, known: frozenset[str]) -> list[Span]:
    """Where organisations are named by several words."""
    return [
        Span(*match.span())
        for name in known
        if " " in name
        for match in re.finditer(
            r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", text, re.IGNORECASE
        )
    ]


def _runs(layout: Layout) -> Iterator[re.Match[str]]:
    """Runs of capitalised words; in a block of contacts none goes over the end of a line."""
    text = layout.text
    for run in RUN.finditer(text):
        if "\n" not in run.group() or layout.kind(run.start()) != "contact":
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


def _honorific(text: str, match: re.Match[str]) -> str:
    before = re.compile(r"(Prof|Professor|Dr|Sir|Dame|The Hon|Hon|Rev)\.?\s+$").search(
        text, max(0, match.start() - 12), match.start()
    )
    word = match["honorific"]
    return f"{before[1]} {word}" if before else word


def _name_end(text: str, start: int, end: int, known: frozenset[str]) -> int | None:
    """Where the name after an honorific ends: before any word that is none of it."""
    stop = None
    for word in re.compile(r"\S+").finditer(text, start, end):
        part = word.group().rstrip(".,")
        if (
            stop is not None
            and not is_name(part, 1, sure=True)
            and part.lower() not in PARTICLES
            and (len(part) > 1 or not part.isupper())
        ):
            break
        if (
            stop is not None
            and re.fullmatch(r"[A-Z]{2,4}", part)
            and re.fullmatch(POSTNOMINALS, f" {part}")
        ):
            break
        stop = word.end()
        if len(text[start:stop].split()) >= 6:
            break
    return stop


def _candidates(text: str, run: re.Match[str], known: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of a run of capitalised words that may be a name: all of it, or what a title leaves."""
    parts = [Span(*m.span()) for m in re.compile(r"\S+").finditer(text, run.start(), run.end())]
    while len(parts) > 1 and re.fullmatch(POSTNOMINALS, f" {text[slice(*parts[-1])]}"):
        parts.pop()
    while parts and text[slice(*parts[0])] in _SINGLE_OPENERS:
        parts.pop(0)
    heads = [i for i, p in enumerate(parts) if _is_head(text[slice(*p)])]
    if heads:
        parts = parts[heads[-1] + 1 :]
    while len(parts) > 2 and text[slice(*parts[0])].lower() in FUNCTIONS:
        parts.pop(0)
    spans = []
    for skip in range(max(1, min(4, len(parts) - 1))):
        rest = parts[skip:]
        if len(rest) < 2:
            break
        name = text[rest[0].start : rest[-1].end]
        words = " ".join(name.split())
        if skip and not any(
            " ".join(text[parts[0].start : p.end].split()).lower() in known for p in parts[:skip]
        ):
            break
        if words.lower() in known or not is_name(words, 2, sure=True):
            continue
        spans.append((rest[0].start, rest[-1].end))
    return spans


def _is_head(word: str) -> bool:
    lower = word.lower().strip(".,")
    return lower in ROLE_HEADS and lower not in (
        "king", "prince", "bishop", "judge", "dean", "abbot", "warden", "ranger", "chase", "farmer",
        "driver", "pilot", "author", "coach", "fellow", "chef", "reader", "keeper", "baker", "rector",
    )  # fmt: skip


def _describe(
    layout: Layout, mention: _Mention, known: frozenset[str], used: list[Span], sure: bool
) -> bool:
    """Add what stands beside a name to it; True if that makes it the name of a person."""
    text = layout.text
    start, end = mention.start, mention.end
    name = mention.name(text)
    paragraph = layout.paragraph(start)
    limit = _limit(layout, start)
    begin = layout.sentence(start).start
    honoured = mention.honorific is not None
    is_org = looks_like_organisation(name)
    good = honoured
    in_contact = layout.kind(start) == "contact"
    lead_end = start
    if honoured:
        lead = HONORIFIC.search(text, max(0, start - 14), start + 1)
        lead_end = lead.start() if lead else start
        begin = layout.sentence(lead_end).start
    # what follows
    follows = _AFTER_NAME.match(text, end, limit)
    if follows and (title := titles.parse(text, follows.end(), limit, known)):
        if title.title and not (is_org and not honoured):
            mention.found.append((0 if title.former else 2, title))
            used.append(Span(follows.end(), title.stop))
            good = True
            if (later := _BECOMES.match(text, title.stop, limit)) and (
                new_title := titles.parse(text, later.end(), limit, known)
            ):
                mention.found.append((4, new_title))
                used.append(Span(later.end(), new_title.stop))
    if (
        (appointed := _APPOINTED.match(text, end, limit))
        and (title := titles.parse(text, appointed.end(), limit, known))
        and not is_org
    ):
        before = text[max(begin, lead_end - 60) : lead_end]
        new = re.search(
            r"appoint|promot|elect|nominat|hand over|named?\b", before + appointed.group()
        )
        bare_as = appointed.group().strip(" ,").startswith("as")
        becomes = re.search(r"\bbecomes?\b|will|take", appointed.group())
        if not bare_as or new or "joins" in before:
            mention.found.append((4 if new or becomes else 1, title))
            used.append(Span(appointed.end(), title.stop))
            good = True
    elif not is_org and re.search(
        r"\b(?:appoint(?:s|ed)|names?|named|elected|elects)\s+$", text[max(begin, lead_end - 14) : lead_end]
    ):
        gap = re.compile(
            r"\s+(?:to\s+(?:the\s+)?(?:role|post|position)\s+of\s+|to\s+be\s+)?"
        ).match(text, end)
        if gap and (title := titles.parse(text, gap.end(), limit, known)):
            mention.found.append((4, title))
            used.append(Span(gap.end(), title.stop))
            good = True
    if (
        (who := _WHO_IS.match(text, end, limit))
        and (title := titles.parse(text, who.end(), limit, known))
        and not is_org
    ):
        mention.found.append((2, title))
        good = True
    elif (who := _WHO_LEADS.match(text, end, limit)) and not is_org:
        good = True
        organisation = None
        if at := _AT.match(text, who.end(), limit):
            organisation, stop = titles.named(text, at.end(), limit, known)
        if organisation is None:
            article = re.compile(r"(?:the\s+)?").match(text, who.end())
            organisation, stop = titles.named(
                text, article.end() if article else who.end(), limit, known
            )
        if organisation and not re.search(r"\bwho (?:is|was)\b", who.group()):
            mention.found.append((1, Title(None, organisation, stop)))
    elif _WHO.match(text, end, limit) and not is_org and is_name(name):
        good = True
    if not is_org and (later := _LATER.match(text, end, limit)) and (
        title := titles.parse(text, later.end(), limit, known)
    ):
        if title.title:
            mention.found.append((2, title))
            good = True
    if _HEADLINE.match(text, end, limit) and is_name(name) and not is_org:
        good = True
    if _AGE.match(text, end, limit) and not is_org:
        good = True
    # what stands before
    if (title := _title_before(text, begin, lead_end, known, used)) and not (
        is_org and not honoured
    ):
        mention.found.append((0 if title.former else 2, title))
        good = True
    lead = text[max(begin, lead_end - 40) : lead_end]
    if not is_org and (_RELATION.search(lead) or _APPOINTED_BEFORE.search(lead)) and is_name(name):
        good = True
    if re.search(r"(?:^|\s)[A-Z]\.(?:\s)", name) and is_name(name) and not is_org:
        good = True
    if (good or _speaks_for_person(layout, start, end)) and (of := _OF.match(text, end, limit)):
        organisation, stop = titles.named(text, of.end(), limit, known)
        words = " ".join(text[slice(*organisation)].split()) if organisation else ""
        if (
            organisation
            and not titles.is_function(words)
            and (words.lower() in known or titles.is_organisation(words, known))
        ):
            mention.found.append((1, Title(None, organisation, stop)))
            good = True
    if in_contact or _CONTACTING.search(text[max(paragraph.start, lead_end - 50) : lead_end]):
        line = layout.paragraph(start)
        near = text[start : min(len(text), start + 320)]
        if (
            is_name(name, 1 if honoured else 2, sure=True)
            and not is_org
            and (good or _is_contact_line(text, line, lead_end, end))
        ):
            good = True
            mention.contact = bool(_REACHABLE.search(" ".join(near.split())) or in_contact)
            bracket = re.compile(r"\s*\(([A-Z][^()\d]{1,40})\)").match(text, end, limit)
            if bracket and bracket[1].lower() in known and not mention.found:
                mention.found.append((1, Title(None, Span(*bracket.span(1)), bracket.end())))
            _organisation_of_line(layout, mention, line, known)
    return good or sure


def _limit(layout: Layout, at: int) -> int:
    """How far what is said of a name may reach: its sentence; its line in a list of contacts."""
    text = layout.text
    sentence = layout.sentence(at)
    if layout.kind(at) == "contact":
        line = text.find("\n", at)
        return min(sentence.end, line) if line >= 0 else sentence.end
    quotation = re.compile(r"[“”\"]").search(text, at, sentence.end)
    return quotation.start() if quotation else sentence.end


def _title_before(
    text: str, begin: int, at: int, known: frozenset[str], used: list[Span]
) -> Title | None:
    """The title phrase that ends where the name begins, the longest there is."""
    window = max(begin, at - 130)
    comma = text[window:at].rstrip()[-1:] == ","
    stops = [m.end() for m in re.compile(r"[.;:“”\"(!?]\s|[—–]\s").finditer(text, window, at)]
    window = max([window, *stops])
    for word in re.compile(r"(?<![\w’'.-])[^\W_]").finditer(text, window, at):
        end = at - (1 if comma else 0)
        while end > word.start() and text[end - 1] in " ,\n\u00a0":
            end -= 1
        title = titles.parse(text, word.start(), end, known)
        if title is None or title.title is None or title.stop < end:
            continue
        if comma and any(u.start < title.stop and title.title.start < u.end for u in used):
            return None
        if text[title.title.start : title.title.end].lower() in (
            "fellow",
            "judge",
            "partner",
            "assistant",
        ):
            continue
        return title
    return None


def _speaks_for_person(layout: Layout, start: int, end: int) -> bool:
    """Whether somebody is said to speak here: "said X", "X said", "according to X"."""
    text = layout.text
    name = " ".join(text[start:end].split())
    if looks_like_organisation(name) or not is_name(name, 2, sure=True):
        return False
    sentence = layout.sentence(start)
    before = text[max(0, start - 40, sentence.start) : start]
    if (said := _SAID_BEFORE.search(before)) and (
        before[: said.start()].rstrip()[-1:] in ("”", '"', ",", "")
        or said.group().lower().startswith("according")
    ):
        return True
    return bool(_SAID_AFTER.match(text, end, sentence.end)) and is_name(name)


def _is_contact_line(text: str, line: Span, start: int, end: int) -> bool:
    """Whether a name in a block of contacts opens its line or follows its label."""
    begin = max(text.rfind("\n", line.start, start) + 1, line.start)
    before, after = text[begin:start], text[end : end + 2]
    if not re.match(r"\s*(?:[,(·|/:\n–—-]|$| on\b| at\b| o)", after + " ") and after.strip():
        return False
    return bool(
        not before.strip(" •*-–—·")
        or re.search(r"(?::|[·|/,;–—-]|\bcontact|\bor|\band|\bto|\bcall)\s*$", before)
    )


def _organisation_of_line(
    layout: Layout, mention: _Mention, line: Span, known: frozenset[str]
) -> None:
    """In a block of contact lines, the title and organisation that its other lines give."""
    text = layout.text
    block = _block(text, line)
    lines = [Span(*m.span()) for m in re.compile(r"[^\n·|]+").finditer(text, *block)]
    index = next((i for i, one in enumerate(lines) if one.start <= mention.start < one.end), None)
    if index is None:
        return
    title: Title | None = next((t for _, t in mention.found if t.title), None)
    found: Span | None = title.organisation if title else None
    separated = "·" in text[slice(*block)] or "|" in text[slice(*block)]
    first = 0 if separated else index + 1
    for one in lines[first:]:
        if one == lines[index]:
            continue
        begin, stop = _trimmed(text, one)
        words = text[begin:stop].rstrip(" ,")
        if one.start > mention.end and RUN.fullmatch(words) and is_name(words):
            break
        if one.start > mention.end and re.match(
            r"[^\n]{0,40}(?:contact|enquir|relations)\w*:", words, re.I
        ):
            break
        if title is None and (parsed := titles.parse(text, begin, stop, known)) and parsed.title:
            if parsed.stop >= stop - 1 or text[parsed.stop] in ",":
                title = parsed
                found = found or parsed.organisation
                continue
        if found is None and not any(c.isdigit() for c in words) and "@" not in words:
            organisation, end = titles.named(text, begin, stop, known)
            if (
                organisation
                and end >= begin + len(words)
                and (words.lower() in known or looks_like_organisation(words))
            ):
                found = organisation
    if title is None and found is None:
        return
    mention.found = [(2, Title(title.title if title else None, found, mention.end))]


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    start, end = span
    while start < end and text[start] in " \t•*–-\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0":
        end -= 1
    return start, end


def _block(text: str, line: Span) -> Span:
    start = text.rfind("\n\n", 0, line.start)
    end = text.find("\n\n", line.start)
    return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(text))


# -- who is who --------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """All mentions of one person, in order; the fullest name."""

    name: str
    mentions: list[_Mention]


def _grouped(text: str, mentions: list[_Mention]) -> list[_Group]:
    """Mentions by full name put together; those by part of a name join the full one."""
    groups: list[_Group] = []
    full = [m for m in mentions if len(_parts(m.name(text))) > 1]
    for mention in full:
        name = mention.name(text)
        group = next((g for g in groups if _same(g.name, name)), None)
        if group is None:
            groups.append(_Group(name, [mention]))
            continue
        group.mentions.append(mention)
        if len(_parts(name)) > len(_parts(group.name)) and key(name) != key(group.name):
            group.name = name
    for mention in mentions:
        if mention in full:
            continue
        name = mention.name(text)
        group = next((g for g in groups if _is_part(name, g.name) and _fits(g, mention)), None)
        if group:
            group.mentions.append(mention)
        elif mention.honorific and not re.fullmatch(r"(?:Fr|Sr|Hon|Ir)", mention.honorific):
            groups.append(_Group(name, [mention]))
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)
    return groups


def _parts(name: str) -> list[str]:
    return [p for p in name.split() if p.lower() not in PARTICLES]


def _fits(group: _Group, mention: _Mention) -> bool:
    """Whether the honorifics of a group and a mention can be one person's."""
    male, female = {"Mr", "Sir", "Lord"}, {"Ms", "Mrs", "Miss", "Mdm", "Madam", "Dame", "Lady"}
    ours = {m.honorific for m in group.mentions if m.honorific}
    one = mention.honorific
    return not ((one in male and ours & female) or (one in female and ours & male))


def _same(one: str, two: str) -> bool:
    """Whether two full names are one person's: letters alike, or one leaves out what the other has."""
    if key(one) == key(two):
        return True
    first, second = (_parts(one.lower()), _parts(two.lower()))
    short, long = sorted((first, second), key=len)
    if len(short) >= 2 and len(short) < len(long):
        rest = iter(long)
        if all(word in rest for word in short):
            return True
    if len(short) >= 2 and short[-1] == long[-1] and short[0][0] == long[0][0]:
        return len(short[0].rstrip(".")) == 1 or len(long[0].rstrip(".")) == 1
    return False


def _is_part(part: str, name: str) -> bool:
    """Whether words are the surname, given name or a run of words of a full name."""
    words, whole = part.lower().split(), name.lower().split()
    return any(whole[i : i + len(words)] == words for i in range(len(whole)))


def _add_short_mentions(layout: Layout, groups: list[_Group], known: frozenset[str]) -> None:
    """Add mentions by surname or given name alone to the people they can only mean."""
    text = layout.text
    seen = [(m.start, m.end) for g in groups for m in g.mentions]
    owners: dict[str, list[_Group]] = {}
    for group in groups:
        parts = group.name.split()
        shorts = {parts[-1], parts[0]} | {" ".join(parts[i:]) for i in range(1, len(parts))}
        shorts |= {" ".join(parts[:i]) for i in range(2, len(parts))}
        for short in shorts:
            if len(short) > 1 and short.lower() not in PARTICLES and short.lower() not in known:
                owners.setdefault(short, []).append(group)
    for short, who in owners.items():
        pattern = re.compile(rf"(?<![\w’'.-]){re.escape(short)}(?![\w-]|\.\w)")
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(s < end and start < e for s, e in seen):
                continue
            run = next((r for r in RUN.finditer(text, max(0, start - 60), end + 40)
                        if r.start() <= start and end <= r.end()), None)  # fmt: skip
            if (
                run
                and len(run.group().split()) > len(short.split())
                and not _opens(text, run, start, end)
            ):
                continue
            before = [g for g in who if g.mentions[0].start < start]
            if len(before) == 1:
                before[0].mentions.append(_Mention(start, end))
                seen.append((start, end))
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)


def _opens(text: str, run: re.Match[str], start: int, end: int) -> bool:
    """Whether the rest of a run is only a word that opens its sentence."""
    return run.end() == end and text[run.start() : start].strip() in _SINGLE_OPENERS


def _person(text: str, group: _Group) -> Person:
    first = group.mentions[0]
    honorific = max((m.honorific or "" for m in group.mentions), key=len) or None
    title, organisation = _chosen(text, [f for m in group.mentions for f in m.found])
    name = group.name
    if key(first.name(text)) == key(name):
        name = first.name(text)
    roles: tuple[Role, ...] = ("contact",) if any(m.contact for m in group.mentions) else ()
    return Person(
        first.start, first.end, name, honorific,
        cut(text, *title) if title else None,
        cut(text, *organisation) if organisation else None,
        roles, tuple(cut(text, m.start, m.end) for m in group.mentions),
    )  # fmt: skip


def _chosen(text: str, found: list[tuple[int, Title]]) -> tuple[Span | None, Span | None]:
    """The title that counts most, the fullest of its post; and the organisation of that post."""
    titled = [(weight, t) for weight, t in found if t.title]
    organisation: Span | None = None
    if not titled:
        organisation = next((t.organisation for _, t in found if t.organisation), None)
        return None, organisation
    top = max(weight for weight, _ in titled)
    best = next(t for weight, t in titled if weight == top)
    post = [
        t for weight, t in titled if weight == top or (weight >= 2 and _one_post(text, best, t))
    ]
    post = [t for t in post if _one_post(text, best, t)]
    fullest = max(post, key=lambda t: len(text[slice(*t.title)]) if t.title else 0)
    organisations = [t.organisation for t in post if t.organisation]
    if organisations:
        organisation = max(organisations, key=lambda s: s.end - s.start)
        organisation = next(o for o in organisations if o == organisation)
    else:
        organisation = next(
            (t.organisation for w, t in found if t.organisation and not t.title), None
        )
    return fullest.title, organisation


def _one_post(text: str, one: Title, two: Title) -> bool:
    """Whether two titles may name one post: the words of one are among those of the other."""
    if one.title is None or two.title is None:
        return False
    first = set(re.findall(r"\w+", text[slice(*one.title)].lower()))
    second = set(re.findall(r"\w+", text[slice(*two.title)].lower()))
    small = first if len(first) <= len(second) else second
    return small <= (first | {"ceo"} if small is second else second) or _short_form(first, second)


def _short_form(one: set[str], two: set[str]) -> bool:
    forms = {"ceo": {"chief", "executive", "officer"}, "cfo": {"chief", "financial", "officer"},
             "coo": {"chief", "operating", "officer"}, "cto": {"chief", "technology", "officer"}}  # fmt: skip
    return any(
        (short in one and words <= two) or (short in two and words <= one)
        for short, words in forms.items()
    )


# -- what they do --------------------------------------------------------------------------------


def _ceremony(layout: Layout) -> tuple[list[Span], list[Span]]:
    """The parts of sentences that name who signs, and who witnesses it."""
    text = layout.text
    signing: list[Span] = []
    witnessing: list[Span] = []
    for sentence in layout.sentences:
        if layout.kind(sentence.start) not in ("body", "title"):
            continue
        words = sorted(
            [(m.start(), m.end(), signing) for m in _SIGNING.finditer(text, *sentence)
             if not layout.quotation(m.start())]
            + [(m.start(), m.end(), witnessing) for m in _WITNESSING.finditer(text, *sentence)
               if not layout.quotation(m.start())],
            key=lambda w: w[0],
        )  # fmt: skip
        borders = [*(w[0] for w in words), sentence.end]
        for (start, end, kind), (_, following) in zip(words, pairwise(borders), strict=True):
            passive = re.compile(r"\s+(?:\S+\s+){0,6}?by\b").match(text, end, following)
            if text[start:end].lower().startswith("in the presence") or passive:
                kind.append(Span(end, following))
            elif text[start:end].lower() in ("signed", "witnessed", "signs"):
                kind.append(Span(sentence.start, start))
                if text[start:end].lower() == "signed" and re.match(
                    r"\s+for\b", text[end : end + 5]
                ):
                    rest = re.compile(r"\s+for\b[^.;]*").match(text, end, following)
                    kind.append(Span(end, rest.end() if rest else end))
    return signing, witnessing
