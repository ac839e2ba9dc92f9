"""Signs that a name is a person's: speech, age, kin, an appointment, what only people do."""

from __future__ import annotations

import re

from pr_assistant.facts.firm_signs import speaks_for_firm
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import FUNCTIONS, RELATIONS, SOFT
from pr_assistant.facts.names import UPPER, is_name, looks_like_organisation
from pr_assistant.facts.place import Place
from pr_assistant.facts.saying import SAYING

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
    r"|hand over to|pass(?:es|ed)? to"
    r"|(?:tak(?:es?|ing)|took) (?:over|office)(?: (?:on|in) [\w ]{3,16}?)? from"
    r"|report(?:s|ing)? to"
    r"|drawn by|hosted by"
    r"|designed by|written by|joined by|signed by|witnessed by|succeeded by"
    r"|(?:led|headed|chaired|run|directed|managed|co-founded|founded|created|established|started"
    r"|set up|launched|formed|begun) (?:(?:in|since) \d{4} "
    r"|as [\w ]{3,40} )?by"
    r"|presided over by|opened by|thanks? to|thanked|joining|proposes|contact"
    r"|presence of|chairmanship of|leadership of|direction of|guidance of|supervision of|the late)"
    r"\s+$",
    re.IGNORECASE,
)
_OF_FIRMS = re.compile(
    r"\b(?:consortium|syndicate|round|funding|financing|investors|banks|companies|loan)\b"
    r"[^.;]{0,60}\b(?:led|joined|headed) by\s+$"
)
"""Where firms are led and joined by firms."""
_HEADLINE = re.compile(
    r"\s+to\s+(?:join|lead|head|become|succeed|step down|retire|chair|take over|replace|leave"
    r"|hand over"
    r"|take the helm|be)\b"
)
_OF_PEOPLE = (
    r"warned|warns|cautioned|cautions|welcomed|welcomes|voted|hopes|hoped|wants|wanted|puts"
    r"|replied|replies|noted|notes|remarked|remarks|recalled|recalls|objected|argued|argues|admitted"
    r"|admits|complained|complains|reckoned|reckons|commented|comments|regretted|asked|thought|thinks"
    r"|doubts|fears|praised|criticised|criticized|called|finds|countered|conceded"
    r"|(?:has )?(?:raised|lifted|lowered|cut|kept|keeps) (?:his|her)"
)
"""What people of a firm do in words and firms seldom."""
_OF_WHOM = re.compile(
    rf",?\s+(?:of|from|at)\s+[^,.;:“”\"]{{2,60}}?(?=,?\s+(?:said|says|told|added|{_OF_PEOPLE})\b"
    r"|,\s+(?:which|who)\s(?:[^.;“”\"]|\d\.\d){2,80},\s+(?:said|says|told)\b)"
    r"(?:,\s+(?:which|who)\s(?:[^.;“”\"]|\d\.\d){2,80}?,)?"
)
_AGE = re.compile(
    r"(?:\s+(?:of|from)\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?,\s+\d\d?(?:,|\s+years old)|\s+\(\d\d\)"
)
_ACTS = re.compile(
    r",?\s+(?:(?:has|had|have|will|would|is|was|does|did|also|now|not|then|recently)\s+){0,3}"
    r"(?:(?P<surely>stand(?:s|ing)?\s+down|retir(?:es?|ed|ing)|step(?:s|ped|ping)?\s+down"
    r"|resign(?:s|ed)?"
    r"|born|died|directed|starred|stars?|plays?|sings|sang|studied|graduated|takes\s+over(?=[.;]|\s+from\b))|stand(?:s|ing)?\s+for|serv(?:es|ed)|graduated"
    r"|succeed(?:s|ed)?|attended|looked\s+on|thanked"
    r"|welcomed|presented|signed|witnessed|received|join(?:s|ed)|leads|led|heads|headed|chairs"
    r"|chaired|won|scored|became|becomes|moved|worked|studied|holds|played|wrote|hopes|believes"
    r"|declined|argued|recalled|take(?:s)?\s+over|took\s+over)\b"
)
"""What people do and organisations seldom; after three words with a capital it is a person."""
_RELATION = re.compile(
    rf"\b(?:{'|'.join(sorted(RELATIONS - {'called', 'named'}))}),?\s+$"
    r"|\b(?:\d\d|[A-Za-z][a-z]+)-year-old\s+$|[a-z][”\"] by\s+$"
    r"|\b(?:script|novel|comedy|drama|opera|ballet|musical|documentary|memoir|essay|story|history"
    r"|biography|thriller|symphony|book|film|music|song|play|painting|score|photographs?|poem|lyrics|portrait)\b"
    r"[^.,;]{0,30}\bby\s+$"
    r"|\b(?:[Hh]is|[Hh]er) (?:[a-z-]+ )?(?:predecessor|successor|assistant|deputy|boss|mentor"
    r"|rival|lawyer|manager|physician|editor|coach|colleague|team-?mate|nephew|niece|grandson"
    r"|granddaughter|neighbou?r),?\s+$"
    r"|\b[Oo]ne of (?:the|these|those|its|their|our|his|her|\w+) (?:[a-z-]+ )?(?:librarians"
    r"|teachers|students|volunteers|workers|residents|farmers|nurses|doctors|players|members|founders"
    r"|engineers|researchers|passengers|patients|owners|authors|artists|survivors|apprentices"
    r"|graduates|drivers|pupils|parents|finalists|recipients),\s+$"
    r"|\b(?:man|woman|boy|girl|[a-z]+(?:tter|cher|ver|rmer|or|ist)) by the name of\s+$"
    r"|\b(?:brothers|sisters|twins)\s+(?:[A-Z]\w+\s+and\s+)?$"
    r"|\b(?:man|woman|boy|girl|patient|farmer|student|person|pupil|user|customer|resident|child"
    r"|volunteer|worker|driver|engineer|teacher|nurse|fisherman)\s+(?:called|named)\s+$"
)
_OF_IT = re.compile(
    r"\b(?:[Ii]ts|[Tt]he|[Oo]ur|[Aa]n?)\s+(?:(?!managing|senior|founding|general|law|tax|former)[a-z-]+\s+){0,2}partner,?\s+$"
)
_KIN = re.compile(r",\s+(?:his|her)\s+[a-z]")
_DEGREE = re.compile(
    r",\s+(?:MD|M\.D\.|PhD|Ph\.D\.|MPH|MBBS|DO|PharmD|RN|DrPH|ScD|DVM|FRCP|FRCS|FACC|OBE|MBE|CBE)(?!\w)"
)
_COUPLE = re.compile(
    r"\b(?:founded|set up|started|created|established|opened|bought|begun|owned|run)"
    r" (?:in \d{4} )?by\s+[A-Z][\w-]+\s+and\s+$"
)
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.\s")


_FIRM_APPOSED = re.compile(
    r"\b(?:bidder|competitor|rival|supplier|client|contractor|charterer|lender|manufacturer|maker"
    r"|company|firm|agency|bank|airline|retailer|builder|yard|subsidiary|parent),\s+$"
    r"|\b(?:charity|company|firm|agency|bank|airline|retailer|union|group|club|brand|label|start-?up"
    r"|consultancy|think tank|newspaper|carrier|insurer|manufacturer|broadcaster|lender)\s+$"
)
_OF_ONE = re.compile(r"\b(?:of|at|for|from|with)\s+(?:the|an?)\s+(?:[\w-]+\s+){1,4}$")
_SURNAME_SAYS = re.compile(
    rf"(?<![\w’'&-] )(?<![\w’'-])(?P<one>[{UPPER}][\w’'-]+)\s+(?:said|says|added|adds|told"
    rf"|explained|explains"
    rf"|noted|notes)\b|\b(?:said|says|added|adds)\s+(?P<two>[{UPPER}][\w’'-]+)(?=[.,:;\n])"
)


def speaking_surnames(text: str) -> frozenset[str]:
    """Single names that are said to speak: of a full name that ends in one, a person's."""
    return frozenset(m["one"] or m["two"] for m in _SURNAME_SAYS.finditer(text))


def is_person(place: Place) -> bool:
    """Whether the words around a name, or an initial in it, speak for a person."""
    if place.is_organisation:
        return False
    text, end, limit = place.text, place.mention.end, place.limit
    if _AGE.match(text, end, limit):
        return True
    if text.endswith("the late ", 0, place.mention.start) or _KIN.match(text, end, limit):
        return True
    if not is_name(place.name):
        return False
    if _DEGREE.match(text, end, limit):
        return True
    lead = place.lead(40)
    acts = _ACTS.match(text, end, limit) if not place.name.isupper() else None
    return bool(
        _HEADLINE.match(text, end, limit)
        or (acts and (acts["surely"] or len(place.name.split()) == 3))
        or (_RELATION.search(lead) and not _OF_IT.search(lead) and not _is_of_firm(place))
        or (
            _APPOINTED_BEFORE.search(lead)
            and not _OF_FIRMS.search(place.lead(110))
            and not _is_of_firm(place)
        )
        or _COUPLE.search(place.lead(70))
        or _INITIAL.search(place.name)
    )


def _is_of_firm(place: Place) -> bool:
    """Whether a name begins like a firm's of the release or ends in a field: "Acme Zenith"."""
    first, *rest = place.name.lower().split()
    if rest and rest[-1] in FUNCTIONS - SOFT:
        return True
    return any(
        name.startswith(f"{first} ") and not set(rest) & set(name.split()) for name in place.known
    )


def speaks_for_person(layout: Layout, start: int, end: int) -> bool:
    """Whether somebody is said to speak here: "said X", "X said", "according to X"."""
    text = layout.text
    name = " ".join(text[start:end].split())
    if looks_like_organisation(name) or not is_name(name, 2, sure=True):
        return False
    sentence = layout.sentence(start)
    before = text[max(0, start - 40, sentence.start) : start]
    if re.search(r"\b(?:of|at|for|from|with|[Tt]he|in)\s+$", before):
        return False  # "the head of X, said"
    if _FIRM_APPOSED.search(before):
        return False  # "the losing bidder, Globex Rail, said"
    if _OF_ONE.search(before):
        return False  # "A of the Frankfurt asset manager X said"
    if (said := _SAID_BEFORE.search(before)) and (
        before[: said.start()].rstrip()[-1:] in ("”", '"', ",", "")
        or said.group().lower().startswith("according")
    ):
        return True
    of = _OF_WHOM.match(text, end, sentence.end) or _APPOSED.match(text, end, sentence.end)
    at = of.end() if of else end
    said = _SAID_AFTER.match(text, at, sentence.end)
    said = said or (_DONE.match(text, at, sentence.end) if of else None)
    return bool(said) and is_name(name) and not speaks_for_firm(text, name)


_DONE = re.compile(rf",?\s+(?:{_OF_PEOPLE})\b")
_APPOSED = re.compile(
    r",\s+(?!which\b|based\b|founded\b|listed\b|whose\b)"
    r"(?!(?:an?|the|its|one of the)\s(?:[\w’'-]+\s){0,4}?(?:maker|company|group|agency|firm"
    r"|provider"
    r"|supplier|operator|manufacturer|retailer|developer|airline|bank|charity|union|producer|body"
    r"|body|party|network|brand|chain)\b(?!['’]))"
    r"[a-z][^.;:“”\"]{2,140}?,(?=\s+(?:said|says|told|added)\b)"
)
