"""Posts, lives and words of the people in a release."""

from dataclasses import replace

from training.domain import figures, vocabulary
from training.domain.draft import Draft, Member, about
from training.domain.kinds import Ask, Kind, Statement, load
from training.domain.template import keys_of, sentence

# role: (titles in the text, names in a question)
ROLES = {
    "ceo": (
        "Chief Executive Officer|Chief Executive|CEO|chief executive officer",
        "CEO|chief executive|chief executive officer|boss",
    ),
    "cfo": (
        "Chief Financial Officer|CFO|finance director|Group Chief Financial Officer",
        "CFO|chief financial officer|finance chief|finance head",
    ),
    "chair": ("Chairman|Chair of the Board|Chairperson", "chair|chairperson|board chair|chairman"),
    "coo": (
        "Chief Operating Officer|COO|Head of Operations",
        "COO|operations chief|head of operations",
    ),
    "cto": (
        "Chief Technology Officer|CTO|Vice President of Engineering",
        "CTO|technology chief|head of technology|tech boss",
    ),
    "md": (
        "Managing Director|General Manager|Country Manager",
        "managing director|MD|general manager",
    ),
    "hr": (
        "Chief People Officer|Director of Human Resources|Head of People",
        "HR director|head of HR|people chief|human resources head",
    ),
    "sales": (
        "Chief Commercial Officer|Vice President of Sales|Sales Director",
        "sales director|head of sales|commercial chief",
    ),
    "research": (
        "Director of Research|Head of Research|Chief Scientific Officer|Vice-President (Research)",
        "research director|head of research|research chief",
    ),
    "programme": (
        "Programme Director|Project Manager|Programme Lead",
        "programme director|project head",
    ),
    "minister": ("Minister|Secretary of State", "minister|cabinet member"),
    "mayor": ("Mayor|Lord Mayor", "mayor|city's mayor"),
    "union": ("General Secretary|Regional Secretary", "general secretary|union secretary"),
    "safety": (
        "Head of Product Safety|Director of Quality|Chief Safety Officer",
        "safety head|head of product safety|quality chief",
    ),
    "author": (
        "Professor of Epidemiology|Associate Professor|Principal Investigator",
        "principal investigator|lead researcher|professor",
    ),
    "curator": ("Conference Director|Head of Programme", "conference director|programme head"),
}
SAID = "said added explained commented noted stated remarked".split()


def appoint(draft: Draft, key: str, roles: str, organisation: str) -> None:
    """Puts person ``key`` in one of ``roles`` (parted by commas) at ``organisation``."""
    taken = {m.role for m in draft.people.values() if m.organisation == organisation}
    role = draft.rng.choice([name for name in roles.split(",") if name not in taken])
    title = draft.rng.choice(ROLES[role][0].split("|"))
    person = draft.namer.person()
    draft.people[key] = Member(person, role, title, organisation)
    draft.values[key], draft.values[f"{key}.later"] = person.full, person.later
    draft.values[f"{key}.role"] = title
    draft.names[key] = "person"
    rng, values = draft.rng, draft.values
    values[f"{key}.age"] = str(rng.randint(34, 69))
    values[f"{key}.joined"] = str(rng.randint(1992, draft.year - 1))
    values[f"{key}.degree"] = draft.namer.of(vocabulary.ACADEMY)
    values[f"{key}.school"] = f"the University of {draft.namer.of(vocabulary.CITIES)}"
    values[f"{key}.from"] = draft.namer.of(vocabulary.CITIES)
    values[f"{key}.before"] = draft.namer.company().short
    values[f"{key}.years"] = figures.duration(rng, 3, 30).split()[0] + " years"
    draft.asks += about(load("_person").asks, "PERSON", key)
    draft.asks.append(_who_is(key, role, organisation))


def _who_is(key: str, role: str, organisation: str) -> Ask:
    names = "{" + ROLES[role][1] + "}"
    patterns = load("_person").setup
    phrasings = tuple(p.replace("ROLE", names).replace("ORG", organisation) for p in patterns)
    return Ask(key, "person", phrasings)


def vacancies(draft: Draft) -> list[Ask]:
    """Questions on posts of the release's organisations that it names nobody for."""
    asks = []
    for organisation in draft.organisations:
        taken = {m.role for m in draft.people.values() if m.organisation == organisation}
        if taken & {"ceo", "md"}:  # either may be called the boss
            taken |= {"ceo", "md"}
        free = [role for role in list(ROLES)[:9] if role not in taken]
        for role in draft.rng.sample(free, 2):
            asks.append(_who_is(f"vacant.{organisation}.{role}", role, organisation))
    return asks


def biography(draft: Draft, key: str) -> str:
    """A paragraph on the life of person ``key``, some of the facts in it."""
    lines = [line.replace("PERSON", key) for line in load("_person").lead]
    chosen = [draft.rng.choice(lines)]
    others = [line for line in lines if not set(keys_of(line)) & set(keys_of(chosen[0]))]
    if others and draft.chance(0.3):
        chosen.append(draft.rng.choice(others))
    return " ".join(sentence(draft.write(line)) for line in chosen)


def statements(draft: Draft, kind: Kind) -> list[Statement]:
    """What can be said in a release of ``kind``: its own statements first, then general ones."""
    own = draft.rng.sample(kind.statements, len(kind.statements))
    general = load("_statements").statements
    return own + draft.rng.sample(general, 10)


def quotation(draft: Draft, key: str, said: list[Statement]) -> str:
    """Person ``key`` saying ``said``, in one of the usual forms; the questions are noted."""
    keys, parts = [], []
    for number, statement in enumerate(said):
        topic = f"{key}.t{len(draft.asks)}.{number}"
        words = draft.plain(statement.sentence)
        words = words[0].upper() + words[1:]
        keys.append(f"who.{topic}")
        parts.append(f"[said.{topic}:{words}]")
        note(draft, key, topic, replace(statement, sentence=words))
        silent(draft, topic)
    speaker = draft.mention(key, ",".join(keys))
    verb = draft.rng.choice(SAID)
    whole = ". ".join(parts)
    first, rest = parts[0], ". ".join(parts[1:])
    closing = f" “{rest}.”" if rest else ""
    subject = speaker.rstrip(",")
    forms = [
        f"“{first},” {verb} {subject}.{closing}",
        f"{speaker} {verb}: “{whole}.”",
        f"“{whole},” {verb} {subject}.",
        f"{{Commenting on the news|Speaking on behalf of the organisation|Looking ahead|In a "
        f"statement|Speaking to reporters}}, {speaker} {verb}: “{whole}.”",
        f"“{first},” {speaker} {verb}.{closing}",
    ]
    if len(said) == 1 and parts[0].split(":")[1][:2] not in ("I ", "We"):
        lower = parts[0].replace(f":{words[0]}", f":{words[0].lower()}", 1)
        if words.split()[0] in ("The", "This", "It", "There", "Every", "No", "Our", "What", "A"):
            forms.append(f"{speaker} {{said|noted|stressed}} that {lower}.")
    return draft.write(draft.rng.choice(forms))


def silent(draft: Draft, topic: str) -> None:
    """Asks somebody else of the release what they said on ``topic``: they did not."""
    speaker = topic.split(".")[0]
    others = [key for key in draft.introduced if key != speaker]
    for key in sorted(others)[:1]:
        (ask,) = about(load("_statements").asks[:1], "PERSON", key)
        turned = about((ask,), "TOPIC", topic)[0]
        draft.asks.append(replace(turned, key=f"silent.{key}.{topic}"))


def note(draft: Draft, key: str, topic: str, statement: Statement) -> None:
    """Adds the questions on ``statement`` by person ``key``; unmarked, they have no answer."""
    words = statement.sentence.split()
    begin = draft.rng.randint(0, max(0, len(words) - 7))
    fragment = " ".join(words[begin : begin + draft.rng.randint(5, 9)]).strip(",;:-–— ")
    values = draft.values
    values[f"{topic}.topic"] = draft.plain(statement.topic)
    values[f"{topic}.para"] = draft.plain(statement.paraphrase)
    values[f"{topic}.frag"] = fragment.replace("{", "").replace("}", "")
    for ask in load("_statements").asks:
        turned = about((ask,), "PERSON", key)
        draft.asks += about(tuple(turned), "TOPIC", topic)
