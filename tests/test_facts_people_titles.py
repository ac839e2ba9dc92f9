"""What belongs to a title and what to its organisation: fields, units, ranks, lands."""

from __future__ import annotations

import pytest
from test_facts_people import people

TITLES: dict[str, tuple[str, str, str | None, str | None]] = {
    "field of two words and a third": (
        "Dr Ann Poe, Director of Infection Prevention and Control, said so.",
        "Ann Poe", "Director of Infection Prevention and Control", None,
    ),
    "field of an owner": (
        "“It is,” says Max Moe, Globex's Director of Incident Response.",
        "Max Moe", "Director of Incident Response", "Globex",
    ),
    "field of a curator": (
        "Jane Roe, the Dunning Curator of Flemish Drawing, will work there.",
        "Jane Roe", "Dunning Curator of Flemish Drawing", None,
    ),
    "field of a commissioner": (
        "Ms. Ann Poe, Commissioner of Industries, in the presence of Industries Minister Max Moe,"
        " signed.",
        "Ann Poe", "Commissioner of Industries", None,
    ),
    "field before a bracket": (
        "• Jane Roe, EVP Markets (previously head of talent at Acme)",
        "Jane Roe", "EVP Markets", None,
    ),
    "fields of an undersecretary": (
        "They were presented by the Undersecretary for Land Transport and Ports, Ms. Ann Poe.",
        "Ann Poe", "Undersecretary for Land Transport and Ports", None,
    ),
    "firm that ends like a field": (
        "Mr. Max Moe, Executive Director of Zhenlu Innovation, and Professor Ann Poe signed.",
        "Max Moe", "Executive Director", "Zhenlu Innovation",
    ),
    "firm of a town": (
        "* Mr. Max Moe, Chief Executive Officer of Port Desal SA of Marseille",
        "Max Moe", "Chief Executive Officer", "Port Desal SA",
    ),
    "the group": (
        "It was witnessed by Dr. Ann Poe, Chairlady of the Group, and others.",
        "Ann Poe", "Chairlady", None,
    ),
    "ambassador of a land": (
        "There was H.E. Mr. Max Moe, Ambassador of France, and others.",
        "Max Moe", "Ambassador", "France",
    ),
    "chargé of a land": (
        "There was Mdm. Tan Mei Lian, Chargé d'Affaires of Malaysia.",
        "Tan Mei Lian", "Chargé d'Affaires", "Malaysia",
    ),
    "office in small letters": (
        "“No,” said Max Moe, head of the organising office.",
        "Max Moe", "head of the organising office", None,
    ),
    "team of women": (
        "“No,” said Max Moe, head coach of the women's second team.",
        "Max Moe", "head coach of the women's second team", None,
    ),
    "office of a permanent secretary": (
        "Issued by: Office of the Permanent Secretary, Dr. Ann Poe",
        "Ann Poe", "Permanent Secretary", None,
    ),
    "ministry in small letters": (
        "The farm ministry's regional secretary, Ann Poe, said so.",
        "Ann Poe", "regional secretary", "farm ministry",
    ),
    "outgoing": (
        "Outgoing treasurer Ann Poe reported a surplus.", "Ann Poe", "treasurer", None,
    ),
    "present": ("It is, said its present director, Max Moe.", "Max Moe", "director", None),
    "deputy for years": (
        "Max Moe, who was her deputy for eleven years, came.", "Max Moe", "deputy", None,
    ),
    "verb before the title": (
        "All is well, reports works council chairman Max Moe.",
        "Max Moe", "works council chairman", None,
    ),
    "house with a particle": (
        "There was Dr. Ann Poe, keeper of maps at the Casa da Ribeira.",
        "Ann Poe", "keeper of maps", "Casa da Ribeira",
    ),
    "polytechnic": (
        "Professor Max Moe of the Rift Polytechnic in Nakuvu spoke.",
        "Max Moe", None, "Rift Polytechnic",
    ),
    "field in small letters": (
        "Ann Poe, senior vice president, sales and marketing at Globex, said no.",
        "Ann Poe", "senior vice president, sales and marketing", "Globex",
    ),
    "chief of a trade": (
        "He is Jon Poe, founder and chief tinkerer at Globex.",
        "Jon Poe", "founder and chief tinkerer", "Globex",
    ),
    "noun before the calling": (
        "There was Inés Roca Vidal, potato farmer and president of the Andes Growers' League.",
        "Inés Roca Vidal", "potato farmer and president", "Andes Growers' League",
    ),
    "first author": (
        "“Yes,” says Dr Ann Poe, first author of the study.",
        "Ann Poe", "first author of the study", None,
    ),
    "a field behind a land's adjective": (
        "The company's sales director for northern Europe, Ann Poe, told reporters so.",
        "Ann Poe", "sales director for northern Europe", None,
    ),
    "a board that somebody chairs": (
        "“It is calm,” said Ann Poe, who chairs the management board of Voltara.",
        "Ann Poe", None, "Voltara",
    ),
    "a former post behind its owner": (
        "Acme's former general manager, Ann Poe, came back in May.",
        "Ann Poe", "general manager", "Acme",
    ),
    "of whose house it is": (
        "The hulls are built by Baltika Works, whose commercial director, Ann Poe, said so.",
        "Ann Poe", "commercial director", "Baltika Works",
    ),
    "a field behind a colon": (
        "Ms Ann Poe (Group Executive: Legal & Regulatory, Khwezi Mobile) looked on.",
        "Ann Poe", "Group Executive: Legal & Regulatory", "Khwezi Mobile",
    ),
    "a post before a trade": (
        "Jury chairman is architect Ann Poe of Leeds. She said so.",
        "Ann Poe", "Jury chairman", None,
    ),
    "a post rather than a trade": (
        "Our surgeon Ann Poe was late. Dr Poe, Chief of Hand Surgery, said so.",
        "Ann Poe", "Chief of Hand Surgery", None,
    ),
    "who signs for whom": (
        "Signed in the Corn Exchange on 20 November by Chairman Max Lee for Acme and Chief"
        " Executive Ann Poe for Almenda. Almenda pays.",
        "Ann Poe", "Chief Executive", "Almenda",
    ),
    "a body of a land": (
        "The director of the Scottish company, Ann Poe, promised that nobody would go.",
        "Ann Poe", "director", None,
    ),
    "a union with its owners": (
        "Ann Poe of the Fishers' Beach Union noted that it was late.",
        "Ann Poe", None, "Fishers' Beach Union",
    ),
    "saint": (
        "Dr Ann Poe, head of nursing at St. Mary's Hospital, spoke.",
        "Ann Poe", "head of nursing", "St. Mary's Hospital",
    ),
    "saint that owns": (
        "St. Mary's Hospital's chief nurse, Ann Poe, spoke.",
        "Ann Poe", "chief nurse", "St. Mary's Hospital",
    ),
    "shared by one with an honorific": (
        "The new non-executive directors, Jane Roe and Professor Ann Poe, join on 1 April.",
        "Ann Poe", "non-executive directors", None,
    ),
    "shared by two with honorifics": (
        "It is looked after by the churchwardens, Mrs Jane Roe and Mr Jon Poe, with care.",
        "Jon Poe", "churchwardens", None,
    ),
    "replaces somebody as": (
        "Ms. Ann Poe replaces Ms. Roe as chair of the Safety Committee.",
        "Ann Poe", "chair", "Safety Committee",
    ),
    "club in brackets": (
        "Sporting director Ann Poe (Costa Clara) denied it. Costa Clara is a club.",
        "Ann Poe", "Sporting director", "Costa Clara",
    ),
    "hall": (
        "It will be handed over by Princess Astrid at Ludlow Town Hall.", "Astrid", None, None,
    ),
    "age before the post": (
        "There was Dr. Ann Poe, Globex's 91-year-old founder.", "Ann Poe", "founder", "Globex",
    ),
    "field of two words behind a comma": (
        "It was exchanged by Shri Jon Poe, IAS, Principal Secretary, Skill Development, in May.",
        "Jon Poe", "Principal Secretary, Skill Development", None,
    ),
    "what an undersecretary is for": (
        "There was Mr. Jon Poe, Assistant Undersecretary for National Manpower, too.",
        "Jon Poe", "Assistant Undersecretary for National Manpower", None,
    ),
    "chief of a noun": (
        "The chief shop steward, Ann Poe, was a witness.", "Ann Poe", "chief shop steward", None,
    ),
    "consul-general": (
        "There was Ms. Ann Poe, the Australian Consul-General, too.",
        "Ann Poe", "Australian Consul-General", None,
    ),
    "calling behind a post of an owner": (
        "Signing was Globex's Vice-President, the cardiologist Dr. Ann Poe.",
        "Ann Poe", "Vice-President", "Globex",
    ),
    "commander of a body in small letters": (
        "The commander of the navy, Rear Admiral Ann Poe, recalled it.",
        "Ann Poe", "commander", None,
    ),
    "portfolio that ends like a firm": (
        "It was said by the Secretary for Transport Works, Ms Ann Poe, at a session.",
        "Ann Poe", "Secretary for Transport Works", None,
    ),
    "police and crime": (
        "The Police and Crime Commissioner, Jane Roe, set aside a sum.",
        "Jane Roe", "Police and Crime Commissioner", None,
    ),
    "chair of trustees": (
        "“So,” said Chair of Trustees Canon Ann Poe.", "Ann Poe", "Chair of Trustees", None,
    ),
    "present head of an owner": (
        "He was spotted by Globex's present head of recruitment, Jane Roe, then a scout.",
        "Jane Roe", "head of recruitment", "Globex",
    ),
    "director of works": (
        "Director of Works Jane Roe said so.", "Jane Roe", "Director of Works", None,
    ),
    "student of a person": (
        "So did Dr Poe's doctoral student Jane Roe.", "Jane Roe", "doctoral student", None,
    ),
    "maker of a town": (
        "Nominated is Jane Roe, founder of Dover-based software maker Dunlark.",
        "Jane Roe", "founder", "Dunlark",
    ),
    "coach of years": (
        "Her coach of eleven years, Jon Poe, raised his voice.", "Jon Poe", "coach", None,
    ),
    "last of several": (
        "It is run by two residents and the parish priest, Father Jon Poe.",
        "Jon Poe", "parish priest", None,
    ),
    "collector": (
        "It was signed in the presence of Thiru K. Elan, District Collector.",
        "K. Elan", "District Collector", None,
    ),
    "councillor of a level": (
        "Cantonal councillor Jane Roe reckons with more.", "Jane Roe", "Cantonal councillor", None,
    ),
    "surname like a calling": (
        "Three directors join: Pat Lindqvist, Dr Ann Poe.", "Ann Poe", None, None,
    ),
    "article before a word of respect": (
        "It was chaired by the Chancellor, the Hon. Ann Poe.", "Ann Poe", "Chancellor", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), TITLES.values(), ids=TITLES)
def test_a_title_is_read(text: str, name: str, title: str | None, organisation: str | None) -> None:
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in people(text)]
