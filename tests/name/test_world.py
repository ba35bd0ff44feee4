"""Sources in news of the real world, where states are listed and most capitals name something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.name import name
from reportedly.types import PartyKind
from tests.name.prose import marked, parties, voices

CASES = [
    (
        "a firm in the news of a country is no state",
        "The United States and Canada have new rules for apps. Lumivo's users ride bicycles. "
        "Most of Lumivo's money comes from fees, and «1:Lumivo» said {1:so}.",
        "Lumivo",
    ),
    (
        "a firm told of by its seat is the one just named",
        "The United States has new rules for apps. Lumivo is in the news. "
        "«1:The San Diego-based company» said {1:it would pay}.",
        "Lumivo",
    ),
    (
        "whom one works for, and what that is",
        "«1:Ada Lunt of Third Harbour, a London-based research firm,» said {1:oil would fall}.",
        "Third Harbour",
    ),
    (
        "an aircraft is nobody",
        "Pakistan and India met. General Per Aas, a spokesman for Pakistan's army, watched. The army said that it had "
        "shot down three planes, among them an Indian Rafale. The Rafale fell near Bathinda. «1:He» said {1:so}.",
        "Pakistan",
    ),
    (
        "a name that ends another is its bearer's",
        "Emma Ada Lunt stayed in the car. She has lost much weight. «1:Ada Lunt» said {1:so}.",
        "Emma Ada Lunt",
    ),
    ("US is no pronoun", "Britain and the «1:US» said {1:no}.", "United States"),
    (
        "who has left an office speaks for himself",
        "Ministers met in London. The British army is small. «1:The former minister Per Aas» said {1:so}.",
        "Per Aas",
    ),
    (
        "a chief of staff and his rank",
        "«1:Pakistan's Chief of Army Staff General Rahim Dost» said {1:no}.",
        "Pakistan",
    ),
    ("a town lies in its state", "Rain fell in Johannesburg. «1:Johannesburg's mayor» said {1:no}.", "South Africa"),
    ("those met in a place", "Tanks left. «1:Some in Gaza» said {1:they were afraid}.", "Residents"),
    ("those who were polled", "A poll is out. «1:Nearly half» said {1:no}.", "Residents"),
    ("a thing says nothing", "Rules are new. «1:The policy» said {1:no}.", "unattributed"),
    (
        "a study of a listed body",
        "Prices rose. «1:A World Health Organization study» found {1:so}.",
        "World Health Organization",
    ),
]


@pytest.mark.parametrize(("prose", "party"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sides(prose: str, party: str) -> None:
    assert parties(prose) == [party]


def test_lawmakers_are_of_the_outlets_country_where_it_is_named() -> None:
    prose = "China has police abroad, the FBI told the US. China denies it. «1:Lawmakers» asked {1:for more}."
    assert parties(prose, outlet="Fox News") == ["United States"]


def test_initials_in_brackets_are_the_same_body() -> None:
    voice = voices("India looked on. «1:Pakistan Tehreek-e-Insaf (PTI)» said {1:no}.")[0]
    assert voice.party == "Pakistan Tehreek-e-Insaf"


def test_we_on_a_governments_own_page_is_the_government() -> None:
    article, statements = marked("«1:We’ve» told {1:everybody}. «2:The President» said {2:so}.", outlet="state.gov")
    page = replace(article, url="https://www.state.gov/briefing")
    said = [s.voice for s in name(page, statements)]
    assert [(v.party, v.kind) for v in said] == [("United States", PartyKind.STATE)] * 2


def test_a_body_whose_name_begins_with_initials_is_one() -> None:
    told = parties(
        "The study is out. «1:FINRA Investor Education Foundation» said {1:so}. "
        "«2:The Financial Industry Regulatory Authority Investor Education Foundation» said {2:more}."
    )
    assert told == ["FINRA Investor Education Foundation"] * 2
