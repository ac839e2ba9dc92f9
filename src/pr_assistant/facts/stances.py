"""Verbs that tell what somebody thinks or means to do, and words of which others are the source."""

from __future__ import annotations

import re

_REFUSED = (
    r"(?:rule(?:\s+(?:it|this|that|them))?\s+out|exclude|foresee|envisage|anticipate|contemplate|see"
    r"|plan|intend|mind|object|favou?r|care|share|like)\b"
)
_MOODS = (
    r"(?:adamant|annoyed|confident|convinced|certain|sure|optimistic|pessimistic|sceptical|skeptical"
    r"|relieved|unimpressed|unrepentant|unmoved|unconvinced|doubtful|hopeful|undaunted|content|wary"
    r"|cautious)(?=\s+that\b|\s*[,:])"
)
_ADVERBS = r"(?:(?:also|still|now|nonetheless|nevertheless|however|too|\w+ly)\s+)*"
BEHIND_SUBJECT = rf"(?:,[^,.;:“”\"]{{2,80}},)?\s+{_ADVERBS}"
"""Between a subject and its verb: a title set in commas, adverbs."""
BELIEF = re.compile(
    rf"{BEHIND_SUBJECT}(?:believes|believed|thinks|reckons|(?:is|was|remains) (?:\w+ly )?{_MOODS})"
)
STANCE = re.compile(
    rf"{BEHIND_SUBJECT}(?:(?:does not|doesn['’]t|did not|didn['’]t|will not|won['’]t|would not"
    rf"|cannot|can['’]t) {_ADVERBS}{_REFUSED}|sees (?:no|little|much|every|scant|ample) "
    r"|(?:intends|plans|prefers|aims|refuses) to\b|would (?:rather|like|prefer)\b"
    rf"|doubts\b|(?:is|was) at pains to\b|(?:is|was|remains) (?:\w+ly )?{_MOODS})"
)
DENIAL = re.compile(
    rf"{BEHIND_SUBJECT}(?:has|had)(?=\s+[“\"‘']no (?:quarrel|complaints?|regrets?|doubts?|intention"
    r"|plans?|objections?|appetite|fears?|wish|illusions?|time for|patience)\b)"
)
OF_OTHERS = re.compile(
    r"\b(?:read(?:s|ing)?|ran|runs?|heard|hear|chant\w*|sang|sings?|singing|sung|shout\w*"
    r"|cr(?:y|ies|ied)|scream\w*|whisper\w*|print\w*|mark(?:s|ed)|headed|titled|entitled|inscri\w+|signed|named|known"
    r"|so-called|rated|cited?|cites|quot\w+|learn(?:ed|t) that|slogans?|mott?o(?:e?s)?|mantras?"
    r"|banners?|signs?|notices?|letters?|e-?mails?|messages?|ads?|adverts?|advertisements?|posters?|placards?"
    r"|headlines?|labels?|wording|words?|phrases?|lines?|lyrics?|songs?|hymns?|poems?|plays?|books?"
    r"|novels?|films?|shows?|series|titles?|names?|campaigns?|clauses?|articles?|sections?|contracts?"
    r"|agreements?|laws?|acts?|statutes?|rules?|policy|policies|charges?|rulings?|verdicts?"
    r"|judge?ments?|reports?|reviews?|findings?|answers?|repl(?:y|ies)|responses?|questions?|demands?|claims?"
    r"|accusations?|criticisms?|remarks?|statements?|view that|proverbs?|adages?|sayings?|maxims?"
    r"|saws?|promises?|offers?|advice|warnings?|chorus|theme|term|terms|oath|prayers?|charter|manifesto"
    r"|resolutions?|pledges?|complaints?)\b"
)
"""What words are read from, are the name of or are heard as."""
