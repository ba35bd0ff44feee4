"""Voices in our own prose: apposition, coreference, bywords and their traps, kinds without a side, joint speakers."""

from __future__ import annotations

import pytest

from reportedly.types import UNATTRIBUTED, PartyKind
from tests.name.prose import parties, voices

CASES = {
    "officials are not the official who was named": (
        "«1:Norvik's foreign minister, Ada Lunt,» said {1:it rained}. «2:Residents» said {2:it snowed}. «3:Several» "
        "warned of {3:hail}.",
        ["Norvik", "Residents", "Residents"],
    ),
    "a woman is no Jeffrey": (
        "«1:Virginia Marsh» said {1:it rained}. Jeffrey Dorr laughed. «2:She» said {2:it snowed}.",
        ["Virginia Marsh"] * 2,
    ),
    "of two who bear a surname the last": (
        "«1:Norvik's ambassador, Edda Sharif,» said {1:no}. «2:Ahmed Sharif, spokesman of the Varlandic army,» denied "
        "{2:it}. In Varland it snowed. «3:Sharif» said {3:so}. «4:Ms Sharif» sighed {4:at it}.",
        ["Norvik", "Varland", "Varland", "Norvik"],
    ),
    "a surname that is a trade": (
        "«1:Lee Baker, a financial planner,» said {1:it would rise}. «2:Baker» said {2:it would fall}. «3:A baker» "
        "said {3:nothing would}.",
        ["Analysts", "Analysts", "Residents"],
    ),
    "a question's first word is no given name": (
        "U.S. envoys met. Will President Marsh resign? «1:The President» said {1:no}. He will stay.",
        ["United States"],
    ),
    "an agency's people": (
        "«1:An AFP photographer» saw {1:smoke}. «2:A Russian journalist» saw {2:none}. «3:A Hamas fighter» fled {3:x}.",
        ["AFP", "Journalists", "Hamas"],
    ),
    "many of a people are no government": (
        "«1:Many Palestinians interviewed in Gaza» feel {1:x}. «2:Russians» say {2:y}.",
        ["Residents", "Russia"],
    ),
    "an invisible mark before an apposition": (
        "«1:A company spokesperson» said {1:no}. «2:Ed Marsh, \u2060an energy fellow at Kell University,» said {2:so}.",
        ["Company", "Analysts"],
    ),
    "American parties": (
        "«1:House Republicans» object to {1:it}. «2:Republican strategist Ann Strake» said {2:no}. «3:Democrats» back "
        "{3:it}.",
        ["Republican Party", "Analysts", "Democratic Party"],
    ),
    "an opposition is of a state, and not its voice": (
        "«1:Russian opposition leader Alexei Lunt» said {1:no}. «2:The Kremlin» said {2:no}. «3:Lunt» said {3:so}. "
        "«4:Israel's main opposition party» said {4:so}.",
        ["Opposition in Russia", "Russia", "Opposition in Russia", "Opposition in Israel"],
    ),
    "a passport makes nobody a state's voice": (
        "«1:A Russian journalist, Dmitry Lund,» said {1:no}. «2:Iranian-American columnist Jason Dorr» said {2:no}. "
        "«3:Israeli settlers» said {3:so}. «4:Chinese dissident Wei Holt» said {4:no}. «5:TASS correspondent Olga "
        "Marsh» said {5:so}.",
        ["Dmitry Lund", "Jason Dorr", "Residents", "Wei Holt", "Russia"],
    ),
    "whom a capital installed speaks for its state": (
        "«1:Moscow-installed official Vladimir Lund» said {1:no}.",
        ["Russia"],
    ),
    "who shadows a minister is of the opposition": (
        "«1:Britain's shadow foreign secretary, Jo Dorr,» said {1:no}.",
        ["Opposition in United Kingdom"],
    ),
    "an opposition party with a name speaks for itself": (
        "«1:Kemal Dorr, leader of the main opposition Republican People's Party,» said {1:no}. «2:A lawmaker of the "
        "opposition Tern League» said {2:so}.",
        ["Republican People's Party", "Tern League"],
    ),
    "who heads a body speaks for it, and a person's ministry for the state": (
        "«1:General Farid Amsel, who heads the Tern Mission,» said {1:it held}. «2:Mr Halm's ministry» said {2:no}.",
        ["Tern Mission", "Government"],
    ),
    "a lawyer's passport is no client": (
        "«1:Nick Marsh, a British-Israeli lawyer,» doubts {1:it}. «2:Lawyers for Norvik» deny {2:it}. «3:A Greenpeace "
        "lawyer» said {3:so}.",
        ["Lawyers", "Norvik", "Greenpeace"],
    ),
    "one committee under two adjectives": (
        "«1:The U.S. Olympic and Paralympic Committee» said {1:no}. «2:The French and German governments» said {2:so}.",
        ["U.S. Olympic and Paralympic Committee", "France"],
    ),
    "a newspaper whose name is a thing": ("«1:The Washington Post» reported {1:it}.", ["The Washington Post"]),
    "a named neighbour speaks for himself": (
        "«1:Edda Marsh, who lives by the mill,» saw {1:it}. «2:A neighbour» saw {2:it}.",
        ["Edda Marsh", "Residents"],
    ),
    "who stands before a name is no part of it": (
        "«1:Reuters editor Ada Lunt» said {1:so}. «2:The Lowmark-based Energy Institute» said {2:no}.",
        ["Reuters", "Energy Institute"],
    ),
    "a secretary of state": (
        "«1:US Secretary of State Edda Marsh» said {1:no}. «2:Marsh» said {2:so}.",
        ["United States"] * 2,
    ),
    "a body that a phrase ends in": (
        "Operations were called off at three hospitals of the Wexcombe Trust. «1:The trust» blamed {1:an incident}.",
        ["Wexcombe Trust"],
    ),
    "sorts of armed people": (
        "«1:Hackers» said {1:they had the records}. «2:The rebels» denied {2:it}. «3:Pirates» laughed at {3:them}.",
        ["Hackers", "Rebels", "Pirates"],
    ),
    "apposition after the name": (
        "«1:Igor Konashenkov, a spokesman for the Russian Defence Ministry,» said {1:it rained}. «2:He» added {2:that "
        "it snowed}. «3:Konashenkov» denied {3:it}.",
        ["Russia"] * 3,
    ),
    "an unknown state by its owner's ending": (
        "«1:Norvik's defence minister, Ada Lunt,» said {1:the tanks had left}. «2:She» denied {2:that any stayed}. "
        "«3:Lunt» said {3:so twice}. «4:The minister» would {4:not go on}.",
        ["Norvik"] * 4,
    ),
    "an adjective tied to its state": (
        "The Varlandic army crossed the river, and in Varland nobody slept. «1:The Varlandic foreign ministry» said "
        "{1:it was an exercise}. «2:The ministry» gave {2:no date}.",
        ["Varland"] * 2,
    ),
    "a city as a place is no side": (
        "«1:Residents in Moscow» said {1:they heard nothing}. «2:Moscow» denied {2:it}. «3:A taxi driver in Moscow» "
        "shrugged {3:it off}.",
        ["Residents", "Russia", "Residents"],
    ),
    "bywords": (
        "«1:The Kremlin» said {1:no}. «2:Downing Street» said {2:yes}. «3:The White House» said {3:maybe}. «4:Langley» "
        "was {4:silent}. «5:Brussels» frowned at {5:it}.",
        ["Russia", "United Kingdom", "United States", "United States", "European Union"],
    ),
    "officials of a byword": (
        "«1:A Pentagon official» said {1:no}. «2:The State Department» declined {2:to say}. «3:A senior administration "
        "official in Washington» said {3:so}.",
        ["United States"] * 3,
    ),
    "state media are their state's voice": (
        "«1:TASS» reported {1:it}. «2:Russian state television» showed {2:tanks}. «3:Xinhua» said {3:no}. «4:KCNA» "
        "said {4:war}.",
        ["Russia", "Russia", "China", "North Korea"],
    ),
    "kinds of their own": (
        "«1:Western officials» said {1:x}. «2:Analysts» doubted {2:x}. «3:Witnesses» saw {3:x}. «4:Nobody» said {4:x}.",
        ["Western officials", "Analysts", "Residents", UNATTRIBUTED],
    ),
    "joint speakers are two": ("«1:«2:Britain and Norway»» offered {1:{2:divers}}.", ["United Kingdom", "Norway"]),
    "a chain of owners": (
        "«1:A spokesman for the Ukrainian General Staff» said {1:x}. «2:Ukraine's ambassador to Berlin, Olena Marsh,» "
        "said {2:y}.",
        ["Ukraine", "Ukraine"],
    ),
    "breakaway and installed authorities": (
        "«1:The head of the self-proclaimed Donetsk People's Republic, Denis Pushilin,» said {1:x}. «2:The "
        "Russian-installed governor of Kherson» said {2:y}.",
        ["Donetsk People's Republic", "Russia"],
    ),
    "bodies of the United Nations": (
        "«1:The U.N. Security Council» met {1:x}. «2:U.N. Secretary-General António Guterres» said {2:x}. «3:A "
        "spokesman for the UN refugee agency» said {3:y}. «4:NATO Secretary General Jens Stoltenberg» saw {4:no sign}.",
        ["United Nations", "United Nations", "United Nations", "NATO"],
    ),
    "armed groups": (
        "«1:Hamas» denied {1:x}. «2:A Houthi military spokesman, Yahya Saree,» said {2:x}. «3:The Israeli military» "
        "said {3:y}. «4:The IDF» said {4:z}. «5:The Gaza health ministry» said {5:n}.",
        ["Hamas", "Houthis", "Israel", "Israel", "Hamas"],
    ),
    "first person inside a quotation": (
        "«1:Rasha Noor, a baker in the port of Tell,» said {1:“«2:I» said {2:no} and «3:we» knew {3:yes}”}.",
        ["Rasha Noor"] * 3,
    ),
    "the outlet of itself": (
        "«1:The Lantern» could not verify {1:it}. «2:This newspaper» has not seen {2:it}. «3:We» asked {3:twice}.",
        ["The Lantern"] * 3,
    ),
    "documents speak for their makers": (
        "«1:A report by the Norvik interior ministry» says {1:x}. «2:The report» says {2:y}. «3:A letter signed by "
        "Finance Minister Olga Brandt of Norvik» says {3:z}.",
        ["Norvik"] * 3,
    ),
    "a firm, its director and the company": (
        "«1:Norrgas AG, the pipeline's operator,» said {1:x}. «2:The company» denied {2:y}. «3:Its director, Per Aas,» "
        "said {3:z}.",
        ["Norrgas AG"] * 3,
    ),
    "a group that names itself": (
        "«1:A group calling itself Black Tide» claimed {1:x}. «2:The group» said {2:y}.",
        ["Black Tide"] * 2,
    ),
    "a group with its sort behind its name": (
        "«1:A group calling itself Black Tide» claimed {1:x}. «2:The Black Tide gang» said {2:y}.",
        ["Black Tide"] * 2,
    ),
    "a sort behind a state's adjective is no name": (
        "«1:The Norvik government» said {1:x}. «2:The Norvik army» said {2:y}. «3:The Norvik party» said {3:z}.",
        ["Norvik", "Norvik", "Norvik Party"],
    ),
    "whoever is out of office speaks for himself": (
        "«1:The former editor of the Standard, Ivo Lund,» said {1:x}. «2:Ousted Defence Minister Ana Pohl of Norvik» "
        "said {2:y}.",
        ["Ivo Lund", "Ana Pohl"],
    ),
    "a director works for whom his field is pursued at": (
        "«1:Mark Dorn, director of business development at Tern Consulting in Oklahoma,» said {1:x}. «2:Ida Roth, "
        "research director at the Alder Foundation,» said {2:y}.",
        ["Tern Consulting", "Alder Foundation"],
    ),
    "a study is its authors' and not the journal's": (
        "«1:A 2014 study published in the Norvik Journal of Surgery» found {1:x}. «2:The public» believes {2:y}.",
        ["Analysts", "Residents"],
    ),
    "a paper that is called like a document": (
        "«1:Norvik's army» said {1:x}. «2:The Harbour Post» corrected {2:y}. «3:the newspaper» wrote {3:z}.",
        ["Norvik", "Harbour Post", "Harbour Post"],
    ),
    "a handle is a name": (
        "«1:acebush1» wrote {1:x}. «2:He» said {2:y}.",
        ["acebush1"] * 2,
    ),
    "an expert told of by a clause": (
        "«1:Hanna Roth, who studies the army at Kell University,» doubted {1:x}. «2:Roth» said {2:y}. «3:She» said "
        "{3:z}.",
        ["Analysts"] * 3,
    ),
    "surnames after full names": (
        "«1:Kremlin spokesman Dmitry Peskov» said {1:x}. «2:Peskov» said {2:x}. «3:Ukrainian Foreign Minister Dmytro "
        "Kuleba» said {3:y}. «4:Kuleba» said {4:y}. «5:French President Emmanuel Macron» said {5:z}. «6:The French "
        "leader» said {6:z}.",
        ["Russia", "Russia", "Ukraine", "Ukraine", "France", "France"],
    ),
    "the same unnamed spokeswoman goes on under her name": (
        "«1:A Selmian foreign ministry spokesperson» wrote {1:“x”}. {2:“y”}, «2:Mira Holt» added in the post.",
        ["Selmian"] * 2,
    ),
    "a ministry without a state takes the one of the ministry before": (
        "«1:The Defence Ministry of the Russian Federation» said {1:x}. Ukraine was silent. «2:A Defense Ministry "
        "spokesperson» said {2:y}.",
        ["Russia", "Russia"],
    ),
}


@pytest.mark.parametrize(("prose", "gold"), CASES.values(), ids=CASES.keys())
def test_party(prose: str, gold: list[str]) -> None:
    assert parties(prose) == gold


def test_the_chain_runs_from_speaker_to_side() -> None:
    voice = voices("«1:Igor Dorr, a spokesman for the Russian Defense Ministry,» said {1:no}.")[0]
    assert (voice.speaker, voice.role, voice.organisation, voice.party, voice.kind) == (
        "Igor Dorr",
        "spokesman",
        "Ministry of Defence",
        "Russia",
        PartyKind.STATE,
    )
    assert voice.chain == ("Igor Dorr", "Ministry of Defence", "Russia")
    assert voice.reasons


def test_a_ministry_is_called_by_its_portfolio_whoever_owns_it() -> None:
    voice = voices("«1:The Ukraine Ministry of Defense» said {1:no}.")[0]
    assert (voice.organisation, voice.party) == ("Ministry of Defence", "Ukraine")


def test_a_lone_surname_that_is_listed_gets_its_first_name() -> None:
    assert voices("«1:LAVROV:» {1:No.}")[0].speaker == "Sergei Lavrov"


@pytest.mark.parametrize(
    ("day", "party"),
    [("1986-04-29", "Soviet Union"), ("2022-02-15", "Russia")],
)
def test_a_capital_speaks_for_the_state_of_the_day(day: str, party: str) -> None:
    assert [v.party for v in voices("«1:Moscow» denied {1:it}.", published=day)] == [party]


@pytest.mark.parametrize(("day", "party"), [("2023-05-01", "Netherlands"), ("2025-05-01", "NATO")])
def test_a_person_speaks_for_the_office_of_the_day(day: str, party: str) -> None:
    assert [v.party for v in voices("«1:Mark Rutte» said {1:it}.", published=day)] == [party]


def test_nobody_named_is_unattributed() -> None:
    assert [v.party for v in voices("{1:Troops were reportedly leaving}. «2:She» said {2:so}.")] == [UNATTRIBUTED] * 2


def test_no_statements_no_voices() -> None:
    assert voices("Nothing was said.") == []


def test_the_label_of_a_turn_is_who_bears_the_office() -> None:
    prose = "Remarks by President Lunt Providing an Update\n\n«1:THE PRESIDENT» said {1:it rained}."
    (voice,) = voices(prose)
    assert (voice.speaker, voice.role) == ("Lunt", "president")
