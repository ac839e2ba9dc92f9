"""The closed lists that sentences are compared by: what is free, equal, denying, planned, limiting.

A word that is in none of them must stand in the cited words.
"""

from __future__ import annotations

from pr_assistant.words import stem

FREE = frozenset(
    "a an the this that these those such of in on at to for with by from as and or but also than"
    " is are was were be been being has have had having do does did it its they their them he his"
    " him she her hers i me my we our us who whom whose which what where when how there here so"
    " & including itself themselves himself herself one's about into onto upon via et".split()
)
"""Words that build a sentence and state nothing by themselves."""

POINTING = frozenset(
    "he she they it him them his her their its this that these those we our us i my".split()
)
"""Words that stand for something named elsewhere."""

SAYING = frozenset(
    "say says said saying state states stated according add adds added note notes noted explain"
    " explains explained comment comments commented remark remarks remarked tell tells told"
    " describe describes described call calls called emphasise emphasised stress stressed"
    " believe believes believed announce announced".split()
)
"""Verbs that give words to a speaker; free only where the speaker is the right one."""

NEGATORS = frozenset(
    "not no never none neither nor nobody nothing nowhere without cannot unable fail fails failed"
    " failing refuse refuses refused deny denies denied lack lacks lacked hardly barely scarcely"
    " un non rather instead except excluding".split()
)

FUTURE = {
    **dict.fromkeys("will shall 'll won't".split(), 3),
    **dict.fromkeys(
        "plan plans planned planning intend intends intended expect expects expected schedule"
        " scheduled due set upcoming forthcoming proposed propose proposes agreed agree agrees"
        " going forecast forecasts anticipate anticipates anticipated pending ready".split(),
        2,
    ),
    **dict.fromkeys(
        "aim aims aimed hope hopes hoped seek seeks seeking sought target targets targeted would"
        " should want wants likely eventually consider considers considering considered try tries"
        " trying".split(),
        1,
    ),
    **dict.fromkeys(
        "may might could can possible possibly potential potentially perhaps".split(), 0
    ),
}
"""Words for what is not done yet, by how much is promised."""

CONDITIONS = frozenset(
    "if unless once provided subject conditional depending assuming until whether".split()
)

GRADES = frozenset(
    "deputy vice acting assistant interim associate joint senior junior honorary co former"
    " executive non".split()
)
"""What stands before a title and makes another one of it."""

LIMITING = frozenset(
    "some most many several few fewer half part parts partly partially mainly mostly largely"
    " selected certain only nearly almost majority each per respectively combined jointly together"
    " alleged allegedly reportedly about around approximately estimated average median minimum"
    " maximum quarter third former formerly previously temporary temporarily pilot preliminary"
    " provisional draft initial initially deputy vice acting assistant interim"
    " associate joint managing senior junior independent honorary co"
    " help helps helped helping".split()
)
"""Words that, left out, make a statement say more than it did."""

EXTREME = frozenset(
    "first second third last only sole largest biggest smallest best worst highest lowest most"
    " least fastest leading top oldest youngest newest longest shortest strongest".split()
)
"""Words whose scope ("in Hong Kong") is part of what they say."""

TURNING = frozenset(
    "rise rises rose risen increase increases increased grow grows grew grown growth climb climbs"
    " climbed up fall falls fell fallen drop drops dropped decline declines declined decrease"
    " decreases decreased down profit profits loss losses gain gains open opens opened close closes"
    " closed buy buys bought sell sells sold join joins joined leave leaves left win wins won lose"
    " loses lost".split()
)
"""Words that say which of two ways something goes."""

_GROUPS = (
    "sign signs signed signing signature signatory signatories",
    "launch unveil introduce debut",
    "begin start commence began begun",
    "firm company business",
    "employ employee employs staff workforce worker",
    "rise rose risen increase grow grew grown growth climb climbed up",
    "fall fell fallen drop decline decrease down",
    "buy bought acquire acquisition purchase",
    "found founded founder establish set create",
    "collaborate collaboration cooperate cooperation co-operation partnership partner",
    "cost costs price priced",
    "help assist support",
    "build built construct construction",
    "receive received get got obtain",
    "give gave given provide offer",
    "close shut",
    "show showed shown demonstrate",
    "head lead led",
    "global globally worldwide international internationally world",
    "country nation",
    "deal agreement pact contract",
    "make made manufacture produce",
    "hold held host",
    "university institution",
    "aim goal objective",
    "people persons person individuals",
    "vehicle car",
    "purchase buy",
    "big large",
    "fund funding finance",
    "appoint appointed appointment name named",
    "join joined",
    "take took taken",
    "weigh weight weighs",
    "sell sold sale",
    "leave left depart departs",
    "rank ranked ranks ranking place placed",
    "operate operates operation run runs",
    "serve serves service",
    "study research",
    "complete finish",
    "buy purchase",
    "pay paid payment",
    "speak spoke spoken",
    "see saw seen",
    "write wrote written",
    "become became",
    "come came",
    "go went gone",
    "know knew known",
    "keep kept",
    "meet met",
    "win won",
    "lose lost loss",
    "spend spent",
    "bring brought",
    "draw drew drawn",
    "drive drove driven",
    "wear wore worn",
    "choose chose chosen choice",
    "grant grants award awards",
    "ceo chief",
    "percent % per cent pct",
    "hour hours hr",
    "commit commitment committed",
    "shop store",
    "test trial",
    "reason cause",
    "need require requirement",
    "use used usage",
    "total totals",
    "more over",
    "until till",
    "about around approximately roughly",
    "million m",
    "billion bn",
    "and &",
    "startup start-up",
)


def _groups() -> dict[str, tuple[str, ...]]:
    members: dict[str, tuple[str, ...]] = {}
    for number, group in enumerate(_GROUPS):
        for word in group.split():
            for form in {word, stem(word) if word[0].isalpha() else word}:
                members[form] = (*members.get(form, ()), f"={number}")
    return members


SYNONYMS = _groups()
"""Stem or word → the groups of equal meaning it belongs to."""

SPELLED = {
    "programme": "program", "programmes": "programs", "centre": "center", "centres": "centers",
    "metre": "meter", "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers",
    "litre": "liter", "litres": "liters", "tonnes": "tons", "tonne": "ton", "licence": "license",
    "defence": "defense", "catalogue": "catalog", "travelled": "traveled", "labelled": "labeled",
    "tyre": "tire", "tyres": "tires", "grey": "gray", "aluminium": "aluminum",
    "enrolment": "enrollment", "fulfil": "fulfill", "cheque": "check", "theatre": "theater",
}  # fmt: skip
