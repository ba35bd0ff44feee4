"""Whom "the paper", "the group", "the agency", "the rebels" point back to: bodies named before, by what they are."""

from __future__ import annotations

import pytest

from tests.name.prose import parties

CASES = {
    "letters that reported something are a paper": (
        "«1:DH» reported {1:that he had a flat}. {2:He left}, «2:the paper» said.",
        ["DH", "DH"],
    ),
    "a station and a channel are whoever broadcast before": (
        "«1:Norwegian broadcaster NRK» said {1:it snowed}. «2:The station» said {2:it rained}.",
        ["NRK", "NRK"],
    ),
    "the channel of a state is that state's": (
        "«1:Syrian state television» said {1:it was hit}. «2:The channel» said {2:two died}.",
        ["Syria", "Syria"],
    ),
    "a daily's name is what stands before the word": (
        "«1:The Kestrelpost daily» said {1:it snowed}. «2:The daily» said {2:it rained}.",
        ["Kestrelpost", "Kestrelpost"],
    ),
    "a body of rights is a group": (
        "«1:Human Rights Watch» said {1:it burned}. «2:The group» said {2:it had pictures}.",
        ["Human Rights Watch"] * 2,
    ),
    "an armed group is one as well, whatever describes it": (
        "«1:Boko Haram» said {1:it had the town}. «2:The militant group» said {2:so again}.",
        ["Boko Haram"] * 2,
    ),
    "a party is the one that was named": (
        "«1:The Liberal Democrats» said {1:no}. «2:The party» said {2:it was rushed}.",
        ["Liberal Democrats"] * 2,
    ),
    "an agency, a bureau of a state is that state's": (
        "«1:The FAA» said {1:no}. «2:The agency» said {2:it had data}. «3:The FBI» said {3:so}. «4:The bureau» said "
        "{4:agents were there}.",
        ["United States"] * 4,
    ),
    "a planemaker is a company": (
        "«1:Boeing» said {1:no}. «2:The planemaker» said {2:pilots would learn}.",
        ["Boeing"] * 2,
    ),
    "rebels are the only armed group there is, though only its officials spoke": (
        "«1:Houthi officials» said {1:no}. «2:The rebels» said {2:the bus was hit}.",
        ["Houthis"] * 2,
    ),
    "the foreign minister is no president, and no minister of defence": (
        "«1:French President Ada Dorr» said {1:no}. In Poland, «2:the foreign minister» said {2:yes}. «3:French "
        "Defence Minister Lea Holt» said {3:no}. «4:The Polish foreign minister» said {4:so}.",
        ["France", "Poland", "France", "Poland"],
    ),
    "a president abroad speaks for his own state": (
        "France and Cuba signed. In Cuba, «1:French President Ada Dorr» said {1:it was good}. In Cuba, «2:the foreign "
        "minister» said {2:so too}.",
        ["France", "Cuba"],
    ),
    "listed rebels are themselves": (
        "Saudi Arabia fought the rebel Houthis for years. «1:The Houthis» said {1:it was an answer}.",
        ["Houthis"],
    ),
    "who leads rebels speaks for no state": (
        "«1:Ukraine's president» said {1:no}. «2:Rebel leader Oleh Dorr» said {2:his men had none}.",
        ["Ukraine", "Rebels"],
    ),
    "a rebel in parliament bears no arms": (
        "«1:Norvik's prime minister» said {1:no}. «2:Rebel lawmaker Ada Holt» said {2:it would fall}.",
        ["Norvik", "Norvik"],
    ),
    "a state's own commander does": (
        "«1:Ukraine's president» said {1:no}. «2:Army commander Oleh Dorr» said {2:his men had none}.",
        ["Ukraine", "Ukraine"],
    ),
    "police in a town are the town's where towns speak for themselves": (
        "President Joe Biden spoke for the United States. «1:Police in Cleveland» said {1:they had a tape}.",
        ["Cleveland"],
    ),
    "a district attorney is the county's": (
        "«1:Suffolk County District Attorney Dan Holt» said {1:he would be charged}.",
        ["Suffolk County"],
    ),
}


@pytest.mark.parametrize(("prose", "gold"), CASES.values(), ids=CASES.keys())
def test_party(prose: str, gold: list[str]) -> None:
    assert parties(prose) == gold
