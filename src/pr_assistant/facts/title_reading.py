"""Reading on behind the head of a title: what joins it, and the organisation that ends it."""

from __future__ import annotations

import re

from pr_assistant.facts.fields import (
    ARTICLE,
    extended,
    has_noun,
    is_land,
)
from pr_assistant.facts.functions import is_function, is_unit
from pr_assistant.facts.further import is_adjective, low_field, second_field
from pr_assistant.facts.lexicon import FUNCTIONS
from pr_assistant.facts.names import HONORIFIC, UPPER, is_name
from pr_assistant.facts.naming import is_organisation, named
from pr_assistant.facts.owners import GENERIC
from pr_assistant.facts.parts import (
    COMMON_BODY,
    HOUSE_AT,
    KIND,
    KIND_BEFORE,
    LOW_OWNER,
    OF_WORK,
    OWN_ARM,
    SOME_BODY,
    TIME,
    YEARS,
    own_part,
    without_article,
)
from pr_assistant.facts.plain_fields import plain_field
from pr_assistant.facts.posts import role_end
from pr_assistant.facts.title import Title
from pr_assistant.facts.title_fields import COMMA, DESCRIBED, JOIN, TO, Reader
from pr_assistant.sentences import Span

_UNIT_NAME = re.compile(r"(?:Faculty|School|College|Division|Department)\s+(?:of|for)\s")
_OF_UNITS = frozenset("dean vice-dean head chair professor".split())
"""Heads that have a part of a university in their title."""
_SCHOOL = re.compile(r"(?:Faculty|School|Department|Division|College)\b")
_ITEM_ENDS = re.compile(r"\s*(?:[:;.)]|\n|$)")
_GOES_ON = re.compile(r"\s+(?:said|says|who\b|chief\b|of\b)")
_EVENT = re.compile(r"\b(?:Meeting|Conference|Congress|Summit|Ceremony|AGM|Fair|Expo)$")


class Reading(Reader):
    """Reads on behind the head of a title: fields join it, an organisation ends it."""

    def read(self, title: Span) -> Title:
        """The whole title that begins with the words of a post."""
        title, stop = extended(self.text, title, self.end, self.known)
        colon = _FIELD_BEHIND_COLON.match(self.text, stop, self.end) if stop == title.end else None
        if colon and colon["first"].lower() in FUNCTIONS:
            title, stop = Span(title.start, colon.end()), colon.end()
        for _ in range(4):
            found = (
                self._joined(title, stop) or self._listed(title, stop) or self._second(title, stop)
            )
            if found is None:
                break
            if isinstance(found, Title):
                return found
            title, stop = Span(title.start, found), found
        return Title(title, None, stop)

    def _joined(self, title: Span, stop: int) -> Title | int | None:
        """Behind "of", "for", "at": a field, which ends where the `int` says, or whose it is."""
        text, end, known = self.text, self.end, self.known
        heads = set(text[slice(*title)].lower().split())
        join = JOIN.match(text, stop, end)
        if join is None or join[1] in ("from", "on") or (join[1] == "to" and not heads & TO):
            return None
        word = join[1]
        if time := TIME.match(text, join.end(), end):
            years = YEARS.match(text, time.start(), end)
            return Title(title, None, years.end() if years else stop)
        if word == "of" and (body := COMMON_BODY.match(text, join.end(), end)):
            name, name_end = named(text, body.end() + 1, end, known)
            return Title(title, name or Span(*body.span("body")), name_end if name else body.end())
        if word == "of" and (arm := OWN_ARM.match(text, join.end(), end)):
            name, name_end = named(text, arm.end(), end, known)
            return Title(title, name, name_end)
        if word in ("of", "for") and (part := own_part(text, join.end(), end, known)):
            return Title(title, part, part.end)
        if word in ("of", "on") and (work := OF_WORK.match(text, join.end(), end)):
            return work.end()
        if low := LOW_OWNER.match(text, join.end(), end):
            name, name_end = named(text, low.end(), end, known)
            if name and has_noun(self._words(name)) and not is_function(self._words(name)):
                return Title(title, name, name_end)
        article = bool(ARTICLE.match(text, join.start(1) + len(word) + 1, join.end()))
        if word == "at" and article and (kind := KIND.match(text, join.end(), end)):
            name, name_end = named(text, kind.end(), end, known)
            if name and (has_noun(self._words(name)) or not is_name(self._words(name))):
                return Title(title, name, name_end)
        name, name_end = named(text, join.end(), end, known)
        if name and text[slice(*name)].endswith("-based"):
            kind = DESCRIBED.match(text, join.end(), end)
            whose, whose_end = named(text, kind.end(), end, known) if kind else (None, stop)
            return Title(title, whose, whose_end)
        own = _OWN.match(text, *name) if name and _GOES_ON_LOW.match(text, name_end, end) else None
        if own:
            return Title(title, Span(*own.span(1)), name_end)
        if name is None:
            aside = word in ("in", "with", "to") and join.group()[0] == ","
            described = DESCRIBED.match(text, join.end(), end) if article and not aside else None
            if described and HOUSE_AT.search(described.group()):
                described = None
            if not article and word in ("at", "of", "with"):
                described = KIND_BEFORE.match(text, join.end(), end)
            if described:
                name, name_end = named(text, described.end(), end, known)
            if name is not None and is_adjective(text, name, end, known):
                return Title(title, None, stop)
            if name is not None:
                return Title(title, name, name_end)
            if (
                article
                and word in ("of", "at")
                and (body := SOME_BODY.match(text, join.end(), end))
            ):
                return Title(title, None, body.end())
            plain = plain_field(text, join.end(), end) if text[join.start()] != "," else None
            if plain and not article and word in ("of", "for", "in"):
                return plain
            return Title(title, None, stop)
        if article and is_adjective(text, name, end, known):
            described = DESCRIBED.match(text, join.end(), end)
            if described is None and (body := _BODY_OF_LAND.fullmatch(text, join.end(), end)):
                return Title(title, None, body.end())
            whose, whose_end = (
                named(text, described.end(), end, known) if described else (None, stop)
            )
            return Title(title, whose, whose_end)
        if word == "at" and _EVENT.search(text, *name):
            return Title(title, None, stop)
        if word == "for" and join.group()[0] == ",":
            return Title(title, name, name_end)  # "Superintendent, for the Hospital"
        if word == "at" and self.named_owner and self._words(name).lower() not in known:
            return Title(title, None, name_end)  # "Acme's site director at Kilmorran"
        if word == "in" and is_land(self._words(name)):
            return Title(title, None, stop)  # "consultant in Singapore"
        if article and self._words(name).lower() in GENERIC:
            return Title(title, None, name_end)  # "chair of the Group"
        owned = self.owned and word == "for" and self._words(name).lower() not in known
        if owned or self._is_portfolio(title, word) or self._is_field_word(title, word, name):
            return second_field(text, name_end, end, known)
        if word in ("of", "for", "in", "to") and self._is_field(title, word, name, name_end):
            return second_field(text, name_end, end, known)
        if word == "in" and article and _MINISTRY.search(self._words(name)):
            return Title(title, name, name_end)
        if word in ("in", "to"):
            return Title(title, None, stop)
        words = self._words(name)
        if word == "of" and _UNIT_NAME.match(words) and heads & _OF_UNITS:
            at = _AT.match(text, name_end, end)
            whose, whose_end = named(text, at.end(), end, known) if at else (None, name_end)
            return Title(Span(title.start, name_end), whose, whose_end if whose else name_end)
        comma = COMMA.match(text, name_end, end)
        if comma and _SCHOOL.match(words):
            whose, whose_end = named(text, comma.end(), end, known)
            if whose and (has_noun(text[slice(*whose)]) or self._words(whose).lower() in known):
                return Title(Span(title.start, name_end), whose, whose_end)
        return Title(
            title, None if words.lower() in GENERIC else without_article(text, name), name_end
        )

    def _listed(self, title: Span, stop: int) -> Title | int | None:
        """Behind a comma: a field ("Head, Group Communications") or an organisation."""
        text, end, known = self.text, self.end, self.known
        low = low_field(text, title, end) if stop == title.end else None
        if low is not None:
            return low
        comma = COMMA.match(text, stop, end)
        name, name_end = named(text, comma.end(), end, known) if comma else (None, stop)
        if comma is None or name is None or HONORIFIC.match(text, name.start, end):
            return None
        words = self._words(name)
        if len(words) == 1:
            return None  # "T +41 …"
        if words.lower() in known and not is_unit(words):
            return Title(title, name, name_end)
        if is_function(words) or self._is_listed_field(title, words):
            return name_end
        if self._leads_to_known(name, name_end):
            return name_end
        if role_end(text, comma.end(), end) is not None:
            return None
        alone = len(words.split()) == 1 and words.lower() not in known
        bracketed = text.startswith(")", name_end)
        if alone and not words.isupper() and not bracketed and text.count(words) < 2:
            return None
        if bracketed and text.rfind("(", 0, title.start) > text.rfind(")", 0, title.start):
            return Title(title, name, name_end)
        if text.count(words) > 1 and _ITEM_ENDS.match(text, name_end):
            return Title(title, name, name_end)
        if is_organisation(words, known) and not _GOES_ON.match(text, name_end, name_end + 12):
            return Title(title, name, name_end)
        return None


_BODY_OF_LAND = re.compile(rf"[{UPPER}][\w-]+(?:\s[a-z][\w-]*){{1,3}}")
""" "the director of the Scottish company, A"."""
_MINISTRY = re.compile(r"\b(?:Ministry|Department|Directorate|Bureau)\b")
_FIELD_BEHIND_COLON = re.compile(
    r":\s(?P<first>[A-Z][\w-]+)"
    r"(?:(?:,\s[A-Z][\w-]+)+,?\s(?:and|&)\s[A-Z][\w-]+|(?:\s(?:and|&))?(?:\s[A-Z][\w-]+){1,2})?"
    r"(?=\s(?:at|of)\b|[,;)]|$)"
)
""" "Group Executive: Legal & Regulatory"."""
_AT = re.compile(r",?\s+(?:at|of)\s+(?:the\s+)?")
_OWN = re.compile(r"([^’']{2,}?)['’]s?\s")
"""Whose branch it is: "head of Acme's Kyushu branch"."""
_GOES_ON_LOW = re.compile(
    r"\s+(?!(?:and|or|in|at|of|for|on|to|from|with|by|as|since|until|who|which|said|says|told|added"
    r"|has|had|is|was|will|would|may|can)\b)[a-z]"
)
