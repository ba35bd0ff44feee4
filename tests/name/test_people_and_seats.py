"""People whose phrase tells a seat in Congress, a place they live in, a programme, a task: whose words theirs are."""

from __future__ import annotations

import pytest

from reportedly.find import finder
from reportedly.name import Memory
from reportedly.name import voices as named
from reportedly.read import read_text
from tests.name.prose import parties, voices

CASES = {
    "a seat in Congress, however its party is told": (
        "«1:GOP Sen. Orrin Holt» said {1:no}. «2:U.S. Rep. Ada Lunt» said {2:no}. «3:Senate Democratic Leader Chuck "
        "Dorr» said {3:no}. «4:Steve Marsh, Louisiana Republican,» said {4:no}.",
        ["United States"] * 4,
    ),
    "a state's own senator has none": (
        "«1:Democratic state Sen. Lee Holt» said {1:no}.",
        ["Lee Holt"],
    ),
    "a town one lives in speaks for nobody": (
        "«1:Jo Dorr, 54, of Toledo, Ohio,» said {1:it was loud}.",
        ["Jo Dorr"],
    ),
    "a radio host is not of who reports it": (
        "«1:Radio host Rush Dorr» said {1:it was a hoax}. «2:Fox News anchor Bret Holt» said {2:it was close}.",
        ["Rush Dorr", "Fox News"],
    ),
    "who works for a broadcaster speaks as that, whose brother he may be": (
        "«1:CNN host Chris Dorr, brother of the governor,» said {1:he was well}.",
        ["CNN"],
    ),
    "what one directs is a task, for whom is told behind it": (
        "«1:Ada Lunt, director of health intelligence at Tern Consulting,» said {1:it was rare}.",
        ["Tern Consulting"],
    ),
    "an ambassador to the United Nations is a state's, so is an envoy with a state before": (
        "«1:Russia's deputy U.N. envoy, Oleg Dorr,» said {1:no}. «2:Russia's U.N. ambassador Ada Holt» said {2:no}. "
        "«3:U.N. envoy Jan Lund» said {3:talks would go on}.",
        ["Russia", "Russia", "United Nations"],
    ),
    "a continent is what one looks after": (
        "«1:The World Bank's regional director for Africa, Ada Lunt,» said {1:no}.",
        ["World Bank"],
    ),
    "a member of a party without a seat speaks for himself": (
        "«1:Democrat Joe Dorr» said {1:no}. «2:Dorr» said {2:it was late}.",
        ["Joe Dorr"] * 2,
    ),
    "a prosecutor's capitals name no body": (
        "Belgium mourned. «1:Federal Prosecutor Jan Dorr» said {1:no}. «2:Chief Prosecutor Lea Holt» said {2:no}.",
        ["Belgium"] * 2,
    ),
    "a state's federal police are its voice": (
        "«1:Belgian federal police» said {1:two men were held}. «2:The Australian Federal Police» said {2:no}.",
        ["Belgium", "Australia"],
    ),
    "a faith before a state is no part of its name": (
        "Shiite Iran fought Sunni Iraq. «1:Iran's naval commander» said {1:no}. «2:Communist China» said {2:no}. "
        "«3:The Communist Party» said {3:yes}.",
        ["Iran", "China", "Communist Party"],
    ),
    "what opens a sentence before a state is no part of its name": (
        "Following Iran's attack the road was closed. «1:Iran» said {1:it was revenge}.",
        ["Iran"],
    ),
    "classmates are people": ("«1:A former classmate» said {1:he was loud}.", ["Residents"]),
    "a word that opens a sentence is nobody's name": (
        "Thus it went. «1:Others» said {1:it was luck}.",
        ["unattributed"],
    ),
    "two names with an ampersand are one firm": (
        "«1:Dorr & Holt» said {1:sales rose}. «2:Ada Lunt, chief executive of Dorr & Holt,» said {2:it was sure}.",
        ["Dorr & Holt"] * 2,
    ),
    "what a centre is for is part of its name": (
        "«1:Peter Lund, director of the International Centre for the Study of Frost,» said {1:it was new}.",
        ["International Centre for Study of Frost"],
    ),
    "a whip of a house": (
        "«1:President Joe Biden» spoke {1:of the United States}. «2:House Minority Whip Steny Dorr» said {2:no}.",
        ["United States"] * 2,
    ),
    "another senate's leader is not America's": (
        "«1:Kenya's president, William Ruto,» said {1:no}. «2:Senate Majority Leader Aaron Dorr» said {2:yes}.",
        ["Kenya"] * 2,
    ),
    "a people's front owns nothing": (
        "«1:The Zambian People's Front» said {1:no}. «2:China's People's Daily» said {2:it was wrong}.",
        ["Zambian People's Front", "China"],
    ),
    "a firm called like a rank, one in camel case, a union's president": (
        "«1:Jeff Dorr, the CEO of General Electric,» said {1:no}. «2:Kate Holt, director of health intelligence for "
        "risk firm iTern,» said {2:no}. «3:Rich Marsh, president of the AFL-CIO,» said {3:no}.",
        ["General Electric", "iTern", "AFL-CIO"],
    ),
    "a doctor's title behind the office that speaks": (
        "«1:CDC Director Dr. Tom Dorr» said {1:no}. «2:Central Command spokesman Capt. Bill Holt» said {2:no}. "
        "«3:U.S. Attorney General Laura Marsh» said {3:no}.",
        ["United States"] * 3,
    ),
    "a party's leaders are its voice, a strategist is nobody's": (
        "«1:Some Democratic leaders» said {1:no}. «2:Joe Dorr, a Democratic strategist,» said {2:yes}.",
        ["Democratic Party", "Analysts"],
    ),
    "a body with its state before it, a committee without its house": (
        "«1:The US Centers for Disease Control and Prevention» said {1:no}. Ada Lunt, who chairs the House "
        "Intelligence Committee, left. «2:A member of the Intelligence Committee» said {2:no}.",
        ["United States"] * 2,
    ),
    "no senate is Turkish": (
        "«1:Turkey's president» said {1:no}. «2:Turkish police» said {2:no}. «3:Turkey's foreign minister» said {3:the "
        "United States was wrong}. «4:Senators from both parties» said {4:Turkey was wrong}. "
        "«5:The Senate» said {5:so}.",
        ["Turkey", "Turkey", "Turkey", "United States", "United States"],
    ),
    "no ministry is American": (
        "«1:The White House» said {1:no}. «2:The Kremlin» said {2:no}. «3:The State Department» said {3:no}. «4:The "
        "White House» said {4:no}. «5:The Foreign Ministry» said {5:Washington was behind it}.",
        ["United States", "Russia", "United States", "United States", "Russia"],
    ),
    "the day or year behind a name is no part of it": (
        "He was backed by the Tern League during the 2016 campaign. «1:Tern League spokeswoman Dana Lunt» said {1:no}.",
        ["Tern League"],
    ),
    "another associate of nobody": (
        "«1:Lamont Dorr» said {1:no}. «2:Another associate, Ryan Holt,» said {2:he had not seen him}.",
        ["Lamont Dorr", "Ryan Holt"],
    ),
    "what an article says of itself is its outlet's": (
        "«1:This article» originally misstated {1:when it happened}. «2:Theresa May» said {2:no}.",
        ["The Lantern", "Theresa May"],
    ),
    "a supreme leader has one office": (
        "«1:Supreme Leader Ayatollah Ali Khamenei» said {1:no}.",
        ["Iran"],
    ),
    "major opponents are no officers": (
        "It was the first of two major opponents that they would face. «1:The statement» said {1:no}.",
        ["unattributed"],
    ),
    "an adjective is a state's, though a hyphen made a name of it": (
        "U.S-Russian ties were bad. «1:The Russian Foreign Ministry» said {1:the talks began}.",
        ["Russia"],
    ),
}


@pytest.mark.parametrize(("prose", "gold"), CASES.values(), ids=CASES.keys())
def test_party(prose: str, gold: list[str]) -> None:
    assert parties(prose) == gold


def test_a_listed_body_with_an_and_in_its_name_is_one() -> None:
    article = read_text("U.S. Customs and Border Protection said that the bridge was closed.")
    [statement] = named(article, finder().find([article])[0], Memory())
    assert statement.voice.party == "United States"


@pytest.mark.parametrize(
    ("prose", "speaker"),
    [
        ("Trump Explains Why\n\n«1:President Trump» said {1:no}.", "Trump"),
        ("«1:Ada Lunt» thanked {1:friends in North America}. «2:She» said {2:it was late}.", "Ada Lunt"),
        ("«1:Mr. Gold» spoke {1:of his fears}, and Mr. Cruz left. «2:He» added {2:that he was afraid}.", "Gold"),
        ("The Disney World park shut. «1:He» said {1:it was full}.", ""),
    ],
    ids=["a headline's verb", "a continent is nobody", "who goes on", "a park is nobody"],
)
def test_only_persons_are_he_and_she(prose: str, speaker: str) -> None:
    assert voices(prose, published="2019-06-21")[-1].speaker == speaker
