"""Whose voice it is in long reports of several outlets: what reading eight real stories showed to go wrong."""

from __future__ import annotations

import pytest

from reportedly.types import UNATTRIBUTED
from tests.name.prose import parties

CASES = {
    "western officials in lower case are of no country": (
        "Iran denied it. «1:Three western security officials» said {1:x}. «2:European Union foreign ministers» said "
        "{2:y}.",
        ["Western officials", "European Union"],
    ),
    "who bears a European office is no western official": (
        "«1:European Council President Ada Lunt» said {1:x}.",
        ["European Union"],
    ),
    "the kingdom is the last one that was named": (
        "The United States wrote to Saudi Arabia. «1:The kingdom» said {1:x}.",
        ["Saudi Arabia"],
    ),
    "a king who is also a father": (
        "Saudi Arabia wept. «1:King Salman, 82-year-old father of the crown prince,» denied {1:it}.",
        ["Saudi Arabia"],
    ),
    "the regime of a person who was named": (
        "Syrian President Bashar Assad slept. U.S. troops left. «1:The Assad regime» denied {1:it}.",
        ["Syria"],
    ),
    "state television is the state's whose press was named": (
        "The United States protested. «1:Syria's state media» accused {1:rebels}. «2:State TV» showed {2:jugs}.",
        ["Syria", "Syria"],
    ),
    "a sentence is laid in a country": (
        "Russia and the United States quarrelled. In Poland, «1:Foreign Minister Jan Marek» said {1:it rained}. At the "
        "White House, «2:spokesman Lee Holt» said {2:it snowed}.",
        ["Poland", "United States"],
    ),
    "the state behind a town's name is no side": (
        "The United States Justice Department sent men to Missouri, and the president spoke in Washington. A man was "
        "shot in Harlow. «1:Harlow, Mo. Police Chief Tom Jarvis» said {1:x}. «2:Jarvis» said {2:y}. «3:Harlow, Mo., "
        "Mayor Lee Holt» said {3:z}.",
        ["Harlow", "Harlow", "Harlow"],
    ),
    "who writes from a state leaves its offices unmarked, wherever the outlet is at home": (
        "Brussels, Belgium (CNN) Two bombs went off, and the United States wept with France, Iraq and Syria, and U.S. "
        "officials, a U.S. citizen and the U.S. embassy were heard. «1:Police» said {1:x}. «2:A U.S. official» said "
        "{2:y}.",
        ["Belgium", "United States"],
    ),
    "a capital that is the Union's seat has a mayor of its own": (
        "Belgium wept. «1:Brussels Mayor Jan Marek» said {1:x}. «2:Brussels» said {2:y}.",
        ["Belgium", "European Union"],
    ),
    "a mayor without a town is of the town whose police were named": (
        "The United States wept for a man in Harlow. «1:Harlow police» said {1:x}. «2:Mayor Tom Orr» denied {2:y}. "
        "«3:The mayor» said {3:z}.",
        ["Harlow", "Harlow", "Harlow"],
    ),
    "or of the town where the article was written": (
        "MILWAUKEE (Reuters) - The United States wept. «1:Mayor Tom Orr» said {1:x}. «2:Police» said {2:y}.",
        ["Milwaukee", "Milwaukee"],
    ),
    "an officer's attorney is not of the police": (
        "The United States wept for a man in Harlow. «1:Harlow police» said {1:x}. «2:Police officer Tom Orr» said "
        "{2:y}. «3:Orr's attorney» said {3:z}.",
        ["Harlow", "Harlow", "Lawyers"],
    ),
    "a party's letter and a state in brackets are nobody": (
        "The United States wept in Massachusetts. «1:Massachusetts Gov. Tom Orr (D)» said {1:x}. «2:Pell County "
        "(Mass.) Sheriff Lee Holt» said {2:y}. «3:Rep. Ada Lunt (R) of Ohio» said {3:z}.",
        ["Massachusetts", "Pell County", "United States"],
    ),
    "whoever speaks for a town's police": (
        "BOSTON (Reuters) - The United States wept. «1:Boston Police Commissioner Tom Orr» said {1:x}.",
        ["Boston"],
    ),
    "the state behind a town's name ends nothing": (
        "«1:The police chief of Salem, Mass., Ada Lunt,» denied {1:it}. «2:Residents of Flint, Mich.,» wept {2:y}.",
        ["Salem", "Residents"],
    ),
    "an office behind the whole name of its body": (
        "The United States army left. «1:Department of Homeland Security spokesman Tom Orr» said {1:x}. «2:Alaska "
        "Department of Public Safety Director Lee Holt» said {2:y}. «3:Bank of Norvik governor Ann Orr» said {3:z}.",
        ["United States", "Alaska Department of Public Safety", "Bank of Norvik"],
    ),
    "names that begin like an office or a command": (
        "Syria wept. «1:Doctors Without Borders» said {1:x}. «2:Save the Children» said {2:y}. «3:The Sunday Times» "
        "reported {3:z}. «4:Israel's Channel 12» showed {4:it}.",
        ["Médecins Sans Frontières", "Save the Children", "The Sunday Times", "Channel 12"],
    ),
    "where a body sits and whose it is stands before its name": (
        "«1:The Netherlands-based OPCW» said {1:x}. «2:Iran-backed Hezbollah» said {2:y}. «3:Chinese-owned Tern Foods» "
        "said {3:z}.",
        ["OPCW", "Hezbollah", "Tern Foods"],
    ),
    "a firm behind its sort, its head behind it": (
        "The United States army left. «1:The president of the risk consulting firm Tern Group, Ian Holt,» said {1:x}. "
        "«2:Ada Lunt, a spokeswoman for the electricity company Duke Energy,» said {2:y}.",
        ["Tern Group", "Duke Energy"],
    ),
    "a member of the American Congress and a state's own officer": (
        "The United States army left. «1:Sen. Lee Holt of Ohio» said {1:x}. «2:The attorney general» said {2:y}. "
        "«3:The Texas attorney general» said {3:z}.",
        ["United States", "United States", "Texas"],
    ),
    "one of a body's people who bears no office": (
        "The United States army left. «1:Human Rights Watch's Ada Lunt» said {1:x}. «2:Norvik University's Lee Orr» "
        "said {2:y}. «3:an attorney for the family» said {3:z}.",
        ["Human Rights Watch", "Analysts", "Lawyers"],
    ),
    "a police force with an office behind it": (
        "The United States army left. «1:Metropolitan Police Commissioner Lee Orr» said {1:x}.",
        ["United Kingdom"],
    ),
    "where it was written is not whom the sentence goes on about": (
        "NEW DELHI: Pakistan's system is changing, as its army says. «1:Its army» said {1:x}.\n\nNEW DELHI (Northern "
        "Wire) - «2:Its army» said {2:y}.",
        ["Pakistan", "Pakistan"],
    ),
    "where it was written says nothing": (
        "Pakistan shook. «1:NEW DELHI»: {1:x}. «2:It» said {2:y}.",
        [UNATTRIBUTED, "Pakistan"],
    ),
    "no name at all": ("«1:Newly surfaced video» shows {1:x}. «2:Much of the media» said {2:y}.", [UNATTRIBUTED] * 2),
    "those with a cause are no residents": (
        "«1:Activists» said {1:x}. «2:Demonstrators» said {2:y}. «3:Villagers» said {3:z}.",
        ["Activists", "Protesters", "Residents"],
    ),
    "a known town's officers speak for the state that it lies in": (
        "Ukraine and Russia met, and the United States looked on. «1:Kharkiv regional governor Oleh Orr» said {1:x}. "
        "«2:The head of the Belgorod region, Ivan Holt,» said {2:y}. «3:The mayor of Odesa» said {3:z}.",
        ["Ukraine", "Russia", "Ukraine"],
    ),
    "people familiar with the matter are nobody's": (
        "Russia met Ukraine. «1:A person familiar with the matter» said {1:x}. «2:People briefed on it» said {2:y}.",
        ["People familiar with the matter", "People familiar with the matter"],
    ),
    "the listed body that a state owns": (
        "Russia met Iran. «1:Iran's Revolutionary Guards» said {1:x}. «2:The Washington-based Institute for the Study "
        "of War» said {2:y}. «3:Human Rights Watch researcher Ann Orr» said {3:z}.",
        ["Iran", "Institute for the Study of War", "Human Rights Watch"],
    ),
    "the administration is the American one, and a seat is in Congress": (
        "The United States met Russia. «1:A senior administration official» said {1:x}. «2:Rep. Ann Orr, D-Calif.,» "
        "said {2:y}. «3:Wu I-Fang» said {3:z}.",
        ["United States", "United States", "Wu I-Fang"],
    ),
    "an attorney general is an officer of state": (
        "«1:U.S. Attorney General Jan Marek» said {1:x}.",
        ["United States"],
    ),
    "sources without a word of whose": (
        "The Turkish foreign ministry was silent. «1:Multiple sources» said {1:x}. «2:Turkish sources» said {2:y}.",
        [UNATTRIBUTED, "Turkey"],
    ),
    "footage and studies of nobody named": (
        "«1:The Turkish foreign minister, Jan Marek,» said {1:x}. «2:CCTV footage» showed {2:y}. «3:An independent "
        "study» found {3:z}.",
        ["Turkey", UNATTRIBUTED, "Analysts"],
    ),
    "a governor speaks for his part of a federation": (
        "U.S. troops came to Missouri. «1:Missouri Gov. Jay Marek» said {1:x}. «2:The governor» said {2:y}. "
        "«3:Columbus Mayor Ada Lunt» said {3:z}.",
        ["Missouri", "Missouri", "Columbus"],
    ),
    "elsewhere he speaks for the country": (
        "Ukraine fired. «1:The governor of Russia's Belgorod region, Jan Marek,» said {1:x}.",
        ["Russia"],
    ),
    "a mayor who is also a critic": (
        "The United States sent aid. «1:San Juan Mayor Ada Lunt, a vocal critic of the president,» said {1:x}.",
        ["Puerto Rico"],
    ),
    "surnames with a hyphen and with an article": (
        "«1:Iran's envoy Majid Takht-Ravan» left. He entered the office of the Saudi consul, Omar al-Harith, on "
        "Monday. «2:Ravan» said {2:it rained}. «3:Harith» said {3:it snowed}.",
        ["Iran", "Iran", "Saudi Arabia"],
    ),
    "an envoy's name does not begin with where he is sent": (
        "U.S. troops left. «1:U.S. Ambassador to the U.N. Nikki Marek» said {1:x}. «2:Marek» said {2:y}.",
        ["United States", "United States"],
    ),
    "agencies whose names hold a common noun": (
        "«1:The Associated Press» reported {1:x}. «2:The London-based Syrian Observatory for Human Rights» said {2:y}.",
        ["Associated Press", "Syrian Observatory for Human Rights"],
    ),
    "an adjective of a place does not say whose it is": (
        "Syria burned. «1:The U.K.-based Syrian Observatory for Human Rights» said {1:x}.",
        ["Syrian Observatory for Human Rights"],
    ),
    "who stands before a comma is not what follows it": (
        "In the Malaysian capital of Kuala Lumpur, «1:U.S. Defense Secretary Jan Marek» said {1:x}. "
        "«2:Marek» sighed {2:y}.",
        ["United States", "United States"],
    ),
    "a picture's author is not whom the next paragraph goes on about": (
        "«1:French President Jan Marek» said {1:x}.\n\nThe palace. Photograph: Lee Holt/EPA\n\n«2:He» added {2:y}.",
        ["France", "France"],
    ),
    "or behind where, wherever he is sent": (
        "Russia and the United States wept. «1:Russia's Ambassador to the United Nations Sergei Marek» said {1:x}. "
        "«2:Russia's Minister of Foreign Affairs Sergei Orlin» said {2:y}.",
        ["Russia", "Russia"],
    ),
    "a state's own press, by an adjective": (
        "Syria wept. «1:A state-run Chinese newspaper» said {1:x}. «2:State-run media in Syria» said {2:y}. «3:Iranian "
        "state-owned media» said {3:z}.",
        ["China", "Syria", "Iran"],
    ),
    "forces": (
        "Syria wept. «1:Syrian government forces» said {1:x}. «2:Rebel forces» said {2:y}. «3:Kurdish forces» said "
        "{3:z}.",
        ["Syria", "Rebels", "Kurdish forces"],
    ),
    "a member of Congress by party and committee": (
        "«1:The top Democrat on the House Intelligence Committee, Ada Lunt of California,» said {1:x}. «2:Lunt» said "
        "{2:y}. «3:Texas Republican Lee Holt» said {3:z}. «4:Rep. Jan B. Marek, California Democrat and chairman of "
        "the House Select Committee,» said {4:w}.",
        ["United States"] * 4,
    ),
    "a party's men, wherever they are from": (
        "«1:Florida Republicans running for office» said {1:x}. «2:A Democrat» said {2:y}.",
        ["Republican Party", "Democratic Party"],
    ),
    "what stands before a name and is none of it": (
        "«1:Native American Nathan Marek» said {1:x}. «2:Marek» said {2:y}. «3:Canadian Prime Minister Ada Lunt "
        "Saturday» said {3:z}.",
        ["Nathan Marek", "Nathan Marek", "Canada"],
    ),
    "a name alone that a longer one began with": (
        "«1:China's foreign ministry spokeswoman Hua Chunying» said {1:x}. «2:Hua» said {2:y}. Jordan Lunt, an NRK "
        "host, listened. «3:Jordan» said {3:it wept}.",
        ["China", "China", "Jordan"],
    ),
    "a senator is not of the state's government": (
        "The United States wept. «1:Texas Sen. Lee Holt» said {1:x}. «2:Texas Gov. Tom Orr» said {2:y}. «3:Former Ohio "
        "Sen. Ada Lunt» said {3:z}. «4:VP Mike Pence» said {4:w}.",
        ["United States", "Texas", "Ada Lunt", "United States"],
    ),
    "a senator backs somebody, and sits in Congress": (
        "«1:Sen. Lee Holt of Ohio, a reliable backer of the president,» said {1:x}.",
        ["United States"],
    ),
    "a people's police are no town's": (
        "The United States wept in Harlow and the president spoke. «1:French national police» said {1:x}.",
        ["France"],
    ),
    "the leader of Hong Kong is not China's": (
        "China wept. «1:Carrie Lam, the chief executive of Hong Kong,» said {1:x}. «2:Lam» said {2:y}.",
        ["Hong Kong", "Hong Kong"],
    ),
    "what follows a dateline begins a sentence": (
        "BEIJING (AP) — «1:Satellite photos» show {1:lorries}.",
        [UNATTRIBUTED],
    ),
    "what a page shouts is no name": ("WATCHED «1:Ada Lunt» said {1:x}. «2:Lunt» said {2:y}.", ["Ada Lunt"] * 2),
    "the West at large": ("Iran denied «1:Western» allegations that {1:its missile fell}.", ["Western officials"]),
    "members of a family": (
        "The blast killed Martin Orr, a member of the club. «1:Family members» said {1:x}.",
        ["Families"],
    ),
    "news organizations are nobody": ("«1:Multiple news organizations» said {1:x}.", [UNATTRIBUTED]),
    "no office of a state turns up for a clergyman": (
        "The United States wept. In Missouri, «1:the Rev. Al Orr» hugged her, {1:x}. He had been appointed by the "
        "governor of Missouri. «2:Orr» said {2:y}.",
        ["Al Orr", "Al Orr"],
    ),
    "nobody calls an American party the opposition, and no American house a presidential palace": (
        "The United States waits. U.S. officials, the U.S. Congress and the U.S. embassy wait for Egypt. Egypt's court "
        "swore him in. «1:The presidential palace» said {1:x}. «2:The opposition» said {2:y}.",
        ["Egypt", "Opposition in Egypt"],
    ),
    "a part of a body is named by regions": (
        "On Morning Edition, NPR Cairo bureau chief Leila Orr spoke with Heba Lunt, director of the Middle East and "
        "North Africa division at Human Rights Watch. «1:Leila» reported {1:x}. «2:Lunt» said {2:y}.",
        ["NPR", "Human Rights Watch"],
    ),
    "the joint chiefs are of the state that is spoken of": (
        "The U.S. waits for Syria. «1:Joint Chiefs Chairman Gen. Lee Holt» said {1:x}. Argentina's U.N. ambassador "
        "came. «2:The general» said {2:y}.",
        ["United States", "United States"],
    ),
    "who works at a body is no state's by what the work is about": (
        "«1:Kate Orr, Syrian refugee response coordinator at CARE Jordan,» said {1:x}.",
        ["CARE Jordan"],
    ),
    "who is against a government is of none": (
        "«1:Top Syrian rebel commander Selim Orr» said {1:x}. «2:Syrian anti-government activists» said {2:y}. "
        "«3:Anti-government demonstrators» said {3:z}.",
        ["Rebels", "Activists", "Protesters"],
    ),
    "what an office is charged with is no part of a name": (
        "«1:U.N. High Commissioner for Human Rights Nila Orr» said {1:x}. «2:Orr» said {2:y}.",
        ["United Nations", "United Nations"],
    ),
    "one role of two": (
        "«1:U.N. special advisers Adam Orr and Jenny Lunt» said {1:x}. «2:Lunt» said {2:y}.",
        ["United Nations", "United Nations"],
    ),
    "a party's first on a committee sits in Congress": (
        "«1:New York Rep. Eli Orr, the top Democrat on the House Foreign Affairs Committee,» said {1:x}. "
        "«2:Senator Tom Lunt (R., Ark.)» said {2:y}. «3:Sens. Jon Holt (R-AZ) and Mark Lund (R-FL)» said {3:z}.",
        ["United States"] * 3,
    ),
    "a letter to a representative tells who he is": (
        "The U.S. waits for Syria. It stood in a letter to Rep. Eli Orr, D-N.Y., in August. «1:Orr» said {1:x}.",
        ["United States"],
    ),
    "an office outlives a candidacy": (
        "«1:U.S. senator and former presidential candidate Jon Lunt» said {1:x}.",
        ["United States"],
    ),
    "the administration is America's": (
        "«1:Massoud Orr, Iran's deputy chief of staff for armed forces,» warned {1:x}. The White House waits, and the "
        "United States. «2:The administration official» said {2:y}.",
        ["Iran", "United States"],
    ),
    "what somebody was before is no side beside an office": (
        "Norvik's army waits in Norvik. «1:President Lunt» said {1:x}. Years ago, private citizen Lunt asked why. "
        "«2:Lunt» said {2:y}.",
        ["Norvik", "Norvik"],
    ),
    "a government's own newspaper": (
        "Egypt waited for Egypt's army. «1:The main government-owned newspaper, Al Sabah,» said {1:x}. "
        "«2:State-funded daily Al Masa» said {2:y}.",
        ["Egypt", "Egypt"],
    ),
    "no name begins with a pronoun": ("«1:I’m Ada Lunt» said {1:x}. «2:Ada Lunt» said {2:y}.", ["Ada Lunt"] * 2),
    "call letters are a station's": (
        "Boston, in the United States, wept in Boston. «1:WBUR» reports that {1:x}.",
        ["WBUR"],
    ),
    "an expert of an age is in the news": ("«1:Ada Orr, a 51-year-old psychologist,» said {1:x}.", ["Ada Orr"]),
    "a president's supporters are no government": (
        "President Orr of Egypt spoke. Egypt waits. «1:Orr's supporters» said {1:x}.",
        ["Residents"],
    ),
    "a hospital for women is one": (
        "«1:Ron Orr, chair of emergency medicine at Marsh and Women’s Hospital,» said {1:x}.",
        ["Marsh and Women’s Hospital"],
    ),
    "a council of two fields is one": (
        "«1:Jan Marek, the secretary of Ukraine's National Security and Defense Council,» said {1:x}.",
        ["Ukraine"],
    ),
    'an "and" inside a listed name parts nobody': (
        "The United States slept. «1:Health and Human Services Secretary Lea Marsh» said {1:x}. «2:Lee Holt, director "
        "of the National Center for Immunization and Respiratory Diseases,» said {2:y}.",
        ["United States"] * 2,
    ),
    "a seat in Congress with a long dash": ("«1:Sen. Lee Holt (R–Ariz.)» said {1:x}.", ["United States"]),
    "a surname that is a people's adjective": (
        "Tom French, an alderman in Harlow, was arrested. «1:French» said {1:x}. «2:French officials» said {2:y}.",
        ["Tom French", "France"],
    ),
    "who presides over a body heads no state": (
        "The United States sent aid to Libya. «1:Omar Lunt, president of the newly elected Libyan National "
        "Congress,» said {1:x}.",
        ["Libyan National Congress"],
    ),
    "a president's rival is not the president's": (
        "President Obama of the United States spoke. «1:Obama's presidential rival Lee Lunt» said {1:x}. «2:Lunt» "
        "said {2:y}.",
        ["Lee Lunt"] * 2,
    ),
    "America has no state media": (
        "In the United States the White House watched, and the Pentagon watched, as tanks rolled in Turkey. "
        "«1:State media» said {1:x}.",
        ["Turkey"],
    ),
    "recorders, counts and measures are no people": (
        "France wept. «1:The cockpit voice recorder» showed {1:x}. «2:The 2010 census» showed {2:y}. «3:One measure "
        "of stock values» showed {3:z}.",
        [UNATTRIBUTED] * 3,
    ),
    "a county's prosecutor is the county's": (
        "The United States wept in Harlow. «1:Pell County Prosecuting Attorney Lee Holt» said {1:x}.",
        ["Pell County"],
    ),
    "a patrol of a federation's member is that member's": (
        "The United States wept in Harlow. «1:Missouri State Highway Patrol Captain Lee Holt» said {1:x}. «2:Holt» "
        "said {2:y}.",
        ["Missouri"] * 2,
    ),
    "the zone of an hour is no name": (
        "Ambassador Lee Marsh of Norvik was killed. At 10:16 a.m. ET, Mayor Tom Holt of Harlow met the press. «1:He» "
        "said {1:x}.",
        ["Harlow"],
    ),
    "a surname is the elder's, not his daughter's": (
        "Mayor Lee Holt of Harlow came with his daughter, Ada Holt. «1:Holt» said {1:x}. «2:Ada Holt» said {2:y}.",
        ["Harlow", "Families"],
    ),
    "who is to sit in a court leads no campaign": (
        "The United States Senate met. «1:Supreme Court nominee Lee Holt» said {1:x}. «2:Judge Holt» said {2:y}. "
        "«3:The nominee, Lee Holt,» said {3:z}.",
        ["Lee Holt"] * 3,
    ),
    "a party's nominee does": (
        "The United States voted. «1:Republican presidential nominee Lee Holt» said {1:x}.",
        ["Holt campaign"],
    ),
    "a special counsel is nobody's lawyer": (
        "The United States waited. «1:Special counsel Lee Holt» said {1:x}. «2:Holt's office» said {2:y}. «3:Defense "
        "counsel Ada Orr» said {3:z}.",
        ["Special Counsel", "Special Counsel", "Lawyers"],
    ),
    "who lives in a town does not speak for it": (
        "The United States wept. «1:Lee Holt of Ontario, California,» said {1:x}. «2:Ada Orr, of Austin, Texas,» said "
        "{2:y}.",
        ["Lee Holt", "Ada Orr"],
    ),
    "sources that a clause tells of were not met before": (
        "The Pentagon said that troops fled Afghanistan. «1:The sources who spoke with the paper» said {1:x}.",
        [UNATTRIBUTED],
    ),
}


def test_american_news_of_another_country_s_crash_has_its_mayors_there() -> None:
    prose = (
        "A French plane crashed in the French Alps, France said, and the French president wept with France. The "
        "United States was told. France, France and the French will not forget. France's schools are shut, and so "
        "are French shops, as France and the French mourn. «1:Mayor Lea Hermitte» said {1:x}."
    )
    assert parties(prose, outlet="CNN") == ["France"]


def test_american_news_of_american_towns_need_not_name_the_country() -> None:
    prose = (
        "A man from Germany was shot in Louisville, and the F.B.I. asked Germany about his German friends in "
        "Louisville. «1:Authorities» said {1:x}."
    )
    assert parties(prose, outlet="CNN") == ["United States"]


@pytest.mark.parametrize(("prose", "gold"), CASES.values(), ids=CASES.keys())
def test_party(prose: str, gold: list[str]) -> None:
    assert parties(prose) == gold
