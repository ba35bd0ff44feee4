"""A name and its role that stand apart, and firms by who works for them."""

from __future__ import annotations

import pytest

from reportedly.types import UNATTRIBUTED, PartyKind
from tests.name.prose import parties, voices

CASES = {
    "the office stands before the name": (
        "It is not often that the French foreign minister says she does not know. «1:Solange Arne» told a room {1:so}.",
        ["France"],
    ),
    "the office is what the next sentence calls the person": (
        "“I heard of it at lunch,” {1:he was calm}, «1:Lev Korda» said. Nobody in his office had known, «2:the Polish "
        "prime minister» told {2:deputies}.",
        ["Poland", "Poland"],
    ),
    "a new sentence's subject is somebody new": (
        "«1:Lev Korda» said {1:no}. «2:The Polish minister» denied {2:it}.",
        ["Lev Korda", "Poland"],
    ),
    "one office holder has one name": (
        "The Polish foreign minister came. «1:Ada Lunt» said {1:no}. «2:Ilan Dorr» said {2:yes}.",
        ["Poland", "Ilan Dorr"],
    ),
    "a name with a role keeps it": (
        "The Polish foreign minister came. «1:Ada Lunt, a nurse,» said {1:no}.",
        ["Ada Lunt"],
    ),
}


@pytest.mark.parametrize(("prose", "sides"), CASES.values(), ids=CASES)
def test_a_name_and_its_role_stand_apart(prose: str, sides: list[str]) -> None:
    assert parties(prose) == sides


def test_a_bridged_name_is_the_speaker_of_the_office() -> None:
    voice = voices("The French foreign minister was asked. «1:Solange Arne» said {1:no}.")[0]
    assert (voice.speaker, voice.organisation, voice.kind) == (
        "Solange Arne",
        "Ministry of Foreign Affairs",
        PartyKind.STATE,
    )
    assert voice.reasons[0].feature == "one person"


FIRMS = {
    "a manager of a name": ("Rain fell on Rovers. «1:The Rovers manager» said {1:no}.", "Rovers"),
    "a name that turns out to be the company": (
        "Thirty flights by Sayran Sky Freight were traced. «1:The company» pleaded {1:poor coverage}.",
        "Sayran Sky Freight",
    ),
    "someone of a firm": ("«1:Maya Trent of Pell Street Partners» doubted {1:it}.", "Pell Street Partners"),
    "the owner whose name is told": ("«1:The ferry's owner, Interisle Lines,» blamed {1:gales}.", "Interisle Lines"),
    "a chief executive heads a firm": (
        "Norvane Steel went quiet. The army came. «1:The chief executive» said {1:no}.",
        "Norvane Steel",
    ),
}


@pytest.mark.parametrize(("prose", "side"), FIRMS.values(), ids=FIRMS)
def test_those_who_work_for_a_firm_speak_for_it(prose: str, side: str) -> None:
    assert parties(prose) == [side]


UNMARKED = {
    "a lawyer is no state's voice": ("The Polish army came. «1:Defence lawyers» said {1:no}.", "Lawyers"),
    "diplomats of no state told": ("The Polish army came. «1:Two diplomats» said {1:no}.", UNATTRIBUTED),
    "diplomats of a state": ("The French army came. «1:Polish diplomats» said {1:no}.", "Poland"),
}


@pytest.mark.parametrize(("prose", "side"), UNMARKED.values(), ids=UNMARKED)
def test_offices_that_no_state_is_guessed_for(prose: str, side: str) -> None:
    assert parties(prose) == [side]


def test_names_in_a_transcript_are_persons_not_states() -> None:
    found = voices("HALLIDAY: Doctor, who knew?\n\n«1:HALLIDAY» asked {1:again}.")
    assert found[0].kind is not PartyKind.STATE
