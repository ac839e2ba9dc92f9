"""What stands beside a name: whether it makes it a person's, and what it says of them."""

from __future__ import annotations

import re

from pr_assistant.facts import naming, titles
from pr_assistant.facts.desks import is_contact_line, organisation_of_line
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import POSTNOMINALS, RELATIONS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import HONORIFIC, RUN, is_name, looks_like_organisation
from pr_assistant.facts.saying import SAYING
from pr_assistant.facts.titles import Title
from pr_assistant.sentences import Span

_SAID_BEFORE = re.compile(
    rf"\b{SAYING}(?:\s+(?:that|to|by))?[,:]?\s+$|\baccording to\s+$", re.IGNORECASE
)
_SAID_AFTER = re.compile(
    rf"\s*,?\s+(?:(?:also|then|further|later|has|had|today)\s+)?(?:(?:said|says|told)\b|{SAYING}\b"
    r"(?=\s*[,:“\"]|\s+that\b|\s*[.]|\s*$))"
)
_APPOINTED_BEFORE = re.compile(
    r"\b(?:appoint(?:s|ed|ing|ment of)?|retirement of|departure of|resignation of|death of|elect"
    r"(?:s|ed)?|promot(?:es|ed|ion of)"
    r"|hires?|hired|welcom(?:es|ed|ing)|nominat(?:es|ed)|succeed(?:s|ed|ing)?|replac(?:es|ed|ing)"
    r"|hand over to|report(?:s|ing)? to|led by|headed by|chaired by|founded by|run by|drawn by"
    r"|designed by|directed by|written by|made by|joined by|co-founded by|signed by|witnessed by"
    r"|presided over by|opened by|thanks? to|thanked|joins|joining|proposes|contact|between"
    r"|presence of|chairmanship of|leadership of|direction of|guidance of|supervision of|the late)"
    r"\s+$",
    re.IGNORECASE,
)
_APPOINTED = re.compile(
    r"\s*,?\s*(?:\d\d,\s+|\(\d\d\)\s+)?(?:(?:has been|was|is|will be|had been|is being|are|were|be|,)?\s*"
    r"(?:appointed|named|elected|promoted|nominated|confirmed)(?:\s+(?:as|to(?: be| the (?:role"
    r"|post|"
    r"position) of)?))?|(?:will\s+|to\s+|who\s+)*(?:becomes?|became|joins? as|take over as|serve as"
    r"|serves as|(?:succeeds?|succeeded|replaces?|replaced|follows?|takes over from) [A-Z][^,.;]{2,60}? as|takes? (?:up|on) the (?:role|post|position) of)|as|to be|is to become"
    r"|joins?(?:\s+[\w.&’' -]{2,30})? as|joined as)\s+(?:the\s+|its\s+|new\s+|our\s+)*"
)
_BECOMES = re.compile(
    r",?\s+(?:has been|is|was|will be|will|to)?\s*(?:becomes?|appointed|named|promoted|elected"
    r"|takes? over|(?:succeeds?|replaces?|follows?|takes? over from)\s+[A-Z][^,.;]{2,60}?(?=\s+as\b))"
    r"(?:\s+(?:as|to(?: be)?))?\s+(?:the\s+|its\s+|new\s+)*"
)
_HEADLINE = re.compile(
    r"\s+to\s+(?:join|lead|head|become|succeed|step down|retire|chair|take over|replace|leave"
    r"|hand over"
    r"|take the helm|be)\b"
)
_LATER = re.compile(
    r"(?:,\s+who\s+[^.;“”\"]{3,90}?\s+and\s+(?:is|now is|is now)\s+(?:its|the|also|now)?\s*"
    r"|,\s+\d\d,\s+[^.;“”\"]{3,90}?\s+and\s+(?:became|has been|is)\s+)"
)
_OF_WHOM = re.compile(
    r",?\s+(?:of|from|at)\s+[^,.;:“”\"]{2,60}?(?=,?\s+(?:said|says|told|added)\b)"
)
_WILL_BE = re.compile(
    r"\s+(?:(?P<new>will be|is to be|becomes)|is|was|remains)\s+(?:(?:the|a|an)\s+[a-z][\w-]*\s+)?$"
)
_WHO = re.compile(r",\s+who\b")
_WHO_LEADS = re.compile(
    r",\s+(?:and\s+)?(?:who|which)\s+(?:currently\s+|now\s+|will\s+|has\s+|jointly\s+)?(?:leads?"
    r"|heads?|runs?|chairs?|directs?"
    r"|manages?|oversees?|led|headed|works?|teaches|is|represents)\s+"
)
_AT = re.compile(r"[^.;,“”\"()]{0,60}?\b(?:at|for)\s+(?:the\s+)?")
_WHO_IS = re.compile(
    r",\s+who\s+(?:became|becomes|serves as|is|was|has been|joined as|acts as|will be|works as)\s+"
)
_AFTER_NAME = re.compile(
    rf"(?:{POSTNOMINALS})?(?:\s*\([^()A-Za-z\d]{{1,12}}\))?(?:\s*,\s*\d\d(?=,))?\s*(?:,\s+|\s+[–—-]\s+|\s*\((?=[A-Z]))"
)
_OF = re.compile(rf"(?:{POSTNOMINALS})?\s+(?:of|at|from|(?P<for>for))\s+(?:the\s+)?")
_BRACKET = re.compile(rf"(?:{POSTNOMINALS})?\s*\((?P<inner>[A-Z][^()\d]{{1,80}})\)")
_WITHIN = re.compile(
    r"(?:Department|School|Faculty|Division|Institute|College|Centre|Center)\s+(?:of|for)\b"
)
_AGE = re.compile(r",\s+\d\d(?:,|\s+years old)|\s+\(\d\d\)")
_ACTS = re.compile(
    r",?\s+(?:(?:has|had|have|will|would|is|was|does|did|also|now|not|then|recently)\s+){0,3}"
    r"(?:(?P<surely>stand(?:s|ing)?\s+down|retir(?:es?|ed|ing)|step(?:s|ped|ping)?\s+down|resign(?:s|ed)?"
    r"|born|died|takes\s+over(?=[.;]|\s+from\b))|stand(?:s|ing)?\s+for|serv(?:es|ed)|graduated|succeed(?:s|ed)?|attended|looked\s+on|thanked"
    r"|welcomed|presented|signed|witnessed|received|join(?:s|ed)|leads|led|heads|headed|chairs"
    r"|chaired|won|scored|became|becomes|moved|worked|studied|holds|played|wrote|hopes|believes"
    r"|declined|argued|recalled|take(?:s)?\s+over|took\s+over)\b"
)
"""What people do and organisations seldom; after three words with a capital it is a person."""
_RELATION = re.compile(
    rf"\b(?:{'|'.join(sorted(RELATIONS - {'called', 'named'}))}),?\s+$"
    r"|\b(?:brothers|sisters|twins)\s+(?:[A-Z]\w+\s+and\s+)?$"
    r"|\b(?:man|woman|boy|girl|patient|farmer|student|person|pupil|user|customer|resident|child"
    r"|volunteer|worker|driver|engineer|teacher|nurse|fisherman)\s+(?:called|named)\s+$"
)
_CONTACTING = re.compile(
    r"\b(?:please\s+)?contact:?\s+(?:\S+\s+){0,2}$|(?:press|media|investor)\s+(?:contact"
    r"|enquiries|office)s?:?\s+$",
    re.IGNORECASE,
)
_REACHABLE = re.compile(r"^[^\n]{0,90}?(?:[\w.+-]+@[\w-]+\.|\+?\(?\d[\d\s().-]{6,}\d)")


def describe(
    layout: Layout, mention: Mention, known: frozenset[str], used: list[Span], sure: bool
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
    if mention.lead >= 0:
        lead_end = mention.lead
    elif text.endswith("the late ", 0, start):
        lead_end = start - len("the late ")
    if lead_end != start:
        begin = layout.sentence(lead_end).start
    # what stands beside it: before, and after, which says more
    title_before = _title_before(text, begin, lead_end, known, used)
    if is_org and not honoured:
        title_before = None
    follows = _AFTER_NAME.match(text, end, limit)
    title = titles.parse(text, follows.end(), limit, known) if follows else None
    if title and _is_of_next(text, title, limit, title_before is not None):
        title = None
    if follows and title and title.title and not (is_org and not honoured):
        title = _with_second(text, title, limit, known)
        mention.found.append((0 if title.former else 2, title))
        used.append(Span(follows.end(), title.stop))
        good = True
        if (later := _BECOMES.match(text, title.stop, limit)) and (
            new_title := titles.parse(text, later.end(), limit, known)
        ):
            mention.found.append((4, new_title))
            used.append(Span(later.end(), new_title.stop))
    if title_before:
        mention.found.append((0 if title_before.former else 2, title_before))
        good = True
    if (
        (appointed := _APPOINTED.match(text, end, limit))
        and (title := titles.parse(text, appointed.end(), limit, known))
        and not is_org
    ):
        earlier = text[max(begin, lead_end - 60) : lead_end]
        new = re.search(
            r"appoint|promot|elect|nominat|hand over|named?\b", earlier + appointed.group()
        )
        bare_as = appointed.group().strip(" ,").startswith("as")
        becomes = re.search(r"\bbecomes?\b|\bsucceed|\breplace|\btakes? (?:up|on|over)\b", appointed.group())
        if not bare_as or new or "joins" in earlier:
            mention.found.append((4 if new or becomes else 1, title))
            used.append(Span(appointed.end(), title.stop))
            good = True
    elif not is_org and re.search(
        r"\b(?:appoint(?:s|ed)|names?|named|elected|elects|promot(?:es|ed)|hires|hired)\s+$",
        text[max(begin, lead_end - 14) : lead_end],
    ):
        gap = re.compile(
            r"\s+(?:(?:to|as|into)\s+(?:(?:be|the|its|their|a|an|new|first|female|male|ever|next|role|post"
            r"|position|of)\s+)*)?"
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
            organisation, stop = naming.named(text, at.end(), limit, known)
        if organisation and not re.search(r"\bwho (?:is|was)\b", who.group()):
            mention.found.append((1, Title(None, organisation, stop)))
    elif _WHO.match(text, end, limit) and not is_org and is_name(name):
        good = True
    if (
        not is_org
        and (later := _LATER.match(text, end, limit))
        and (title := titles.parse(text, later.end(), limit, known))
    ) and title.title:
        mention.found.append((2, title))
        good = True
    if _HEADLINE.match(text, end, limit) and is_name(name) and not is_org:
        good = True
    if _AGE.match(text, end, limit) and not is_org:
        good = True
    if (
        not is_org
        and is_name(name)
        and not name.isupper()
        and (acts := _ACTS.match(text, end, limit))
        and (len(name.split()) == 3 or acts["surely"])
    ):
        good = True
    if will_be := _WILL_BE.search(text, max(begin, lead_end - 40), lead_end):
        title = _title_before(text, begin, will_be.start(), known, used)
        if title and not is_org:
            mention.found.append((4 if will_be["new"] else 3, title))
            good = True
    lead = text[max(begin, lead_end - 40) : lead_end]
    if not is_org and (_RELATION.search(lead) or _APPOINTED_BEFORE.search(lead)) and is_name(name):
        good = True
    if re.search(r"(?:^|\s)[A-Z]\.(?:\s)", name) and is_name(name) and not is_org:
        good = True
    peer = mention.honorific in ("Lord", "Lady", "Baroness", "Baron")
    if (
        not peer
        and (good or speaks_for_person(layout, start, end))
        and (of := _OF.match(text, end, limit))
    ):
        organisation, stop = naming.named(text, of.end(), limit, known)
        words = " ".join(text[slice(*organisation)].split()) if organisation else ""
        whole = re.compile(r"\s+(?:at|of|in)\s+(?:the\s+)?").match(text, stop, limit)
        if whole and _WITHIN.match(
            words
        ):  # "of the Department of Physics at the University of Oslo"
            owner, owner_stop = naming.named(text, whole.end(), limit, known)
            if owner and looks_like_organisation(" ".join(text[slice(*owner)].split())):
                organisation, stop = owner, owner_stop
                words = " ".join(text[slice(*owner)].split())
        if of["for"] and not {words.lower(), f"the {words}".lower()} & known:
            organisation = None
        if (
            organisation
            and not naming.is_function(words)
            and (words.lower() in known or naming.is_organisation(words, known))
        ):
            mention.found.append((1, Title(None, organisation, stop)))
            good = True
    if not any(t.organisation for _, t in mention.found) and (bracket := _BRACKET.match(text, end, limit)):
        organisation, stop = naming.named(text, bracket.start("inner"), bracket.end("inner"), known)
        words = " ".join(text[slice(*organisation)].split()) if organisation else ""
        if (
            organisation
            and (good or is_name(name))
            and not is_org
            and (words.lower() in known or looks_like_organisation(words))
            and text[stop] in "),"
        ):
            mention.found.append((1, Title(None, organisation, stop)))
            good = True
    if in_contact or _CONTACTING.search(text[max(paragraph.start, lead_end - 50) : lead_end]):
        line = layout.paragraph(start)
        near = text[start : min(len(text), start + 320)]
        if (
            is_name(name, 1 if honoured else 2, sure=True)
            and not is_org
            and (good or is_contact_line(text, line, lead_end, end))
        ):
            good = True
            mention.contact = bool(_REACHABLE.search(" ".join(near.split())) or in_contact)
            bracket = re.compile(r"\s*\(([A-Z][^()\d]{1,40})\)").match(text, end, limit)
            if bracket and bracket[1].lower() in known and not mention.found:
                mention.found.append((1, Title(None, Span(*bracket.span(1)), bracket.end())))
            if not mention.found and (of := _OF.match(text, end, limit)):
                organisation, stop = naming.named(text, of.end(), limit, known)
                if organisation:
                    mention.found.append((1, Title(None, organisation, stop)))
            organisation_of_line(layout, mention, line, known)
    return good or sure


def _with_second(text: str, title: Title, limit: int, known: frozenset[str]) -> Title:
    """Two titles of one person that a comma parts: "Executive Director, Head of Sales of Acme"."""
    comma = re.compile(r",\s+").match(text, title.stop, limit)
    if title.organisation or not title.title or comma is None:
        return title
    more = titles.parse(text, comma.end(), limit, known)
    if more is None or more.title is None or more.title.start != comma.end():
        return title
    if not text[comma.end()].isupper() or _is_of_next(text, more, limit, True):
        return title
    return Title(Span(title.title.start, more.title.end), more.organisation, more.stop, title.former)


_NEXT_NAME = re.compile(r"(?P<comma>,)?\s+(?:and\s+)?")


def _is_of_next(text: str, title: Title, limit: int, has_one: bool) -> bool:
    """Whether a title behind one name stands before another: "A, Director B", "the X, A, the Y, B".

    `has_one`: the first name has its title already.
    """
    gap = _NEXT_NAME.match(text, title.stop, limit)
    if gap is None or "and" in gap.group() or (gap["comma"] and not has_one):
        return False
    if HONORIFIC.match(text, gap.end(), limit):
        return True
    run = RUN.match(text, gap.end(), limit)
    return run is not None and is_name(" ".join(run.group().split()))


def _limit(layout: Layout, at: int) -> int:
    """How far what is said of a name may reach: its sentence; its line in a list of contacts."""
    text = layout.text
    sentence = layout.sentence(at)
    if layout.kind(at) == "contact":
        line = _LINE_END.search(text, at, sentence.end)
        return line.start() if line else sentence.end
    quotation = re.compile(r"[“”\"]").search(text, at, sentence.end)
    return quotation.start() if quotation else sentence.end


_LINE_END = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\band)(?<!&)(?<!\bthe)\n(?![a-z])")
"""The end of a line that does not run on into the next."""


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


def speaks_for_person(layout: Layout, start: int, end: int) -> bool:
    """Whether somebody is said to speak here: "said X", "X said", "according to X"."""
    text = layout.text
    name = " ".join(text[start:end].split())
    if looks_like_organisation(name) or not is_name(name, 2, sure=True):
        return False
    sentence = layout.sentence(start)
    before = text[max(0, start - 40, sentence.start) : start]
    if re.search(r"\b(?:of|at|for|from|with|the|in)\s+$", before):
        return False  # "the head of X, said"
    if (said := _SAID_BEFORE.search(before)) and (
        before[: said.start()].rstrip()[-1:] in ("”", '"', ",", "")
        or said.group().lower().startswith("according")
    ):
        return True
    of = _OF_WHOM.match(text, end, sentence.end)
    at = of.end() if of else end
    return bool(_SAID_AFTER.match(text, at, sentence.end)) and is_name(name)
