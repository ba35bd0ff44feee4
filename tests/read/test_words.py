"""Lines judged by their words: furniture, captions, names, credits."""

from __future__ import annotations

import pytest

from corpus.stories import HERE
from reportedly.read import captions
from reportedly.read.credits import agency_credit, is_staff_credit
from reportedly.read.furniture import is_furniture
from reportedly.read.names import author_of, is_life, is_name_line
from reportedly.types import Evidence


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Advertisement. Scroll to continue",
        "SCROLL FOR NEXT",
        "Do you work at the hospital? Email tips@courier.example",
        "Read more: Ten ways with a bruised peach",
        "Read more",
        "Watchdogs:All the times the minister broke the rules",
        "RELATED COVERAGE",
        "Related stories",
        "Published: undefined",
        "Published:",
        "Share this story",
        "Facebook Twitter WhatsApp Email",
        "Facebook Email X LinkedIn Copy link",
        "12 comments",
        "4 min read",
        "Subscribe to The Herald: first three months for £1",
        "Sign up for our morning newsletter",
        "(At The Courier, we answer to nobody. Help us by becoming a member today.)",
        "If you can, please support our journalism with a small gift; it keeps us free.",
        "Click here to read our terms and conditions",
        "You can read the full report here.",
        "© 2031 The Orsa Courier. All rights reserved.",
        "This live blog is now closed.",
        "<div class='ad'></div>",
        "i",
        "* * *",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The minister said subscribers would not be asked to sign up again.",
        "“Support our journalism,” the editor told us.",
        "Nobody at the embassy would tell us whether they are alive.",
        "More than 100 stories were published about the raid.",
        "The army published: nothing.",
        "ORSA:The minister said that the bridge was open.",
        "Watchdogs: All the times the minister broke the rules",
        "Related talks in Orsa broke down on Monday.",
        "Advertisements for the party were torn down, police in Orsa reported on Monday, and two men held.",
        "MS. DORR: So our view, and we would support our quality of work on this, is that you can find it on our site.",
        "No.",
        "Share prices fell by a tenth.",
    ],
)
def test_prose(line: str) -> None:
    assert not is_furniture(line)


def test_furniture_is_told_from_prose_in_the_corpus() -> None:
    """At most 1 in 1,000 blocks of prose may be taken for furniture, at least 7 in 10 lines of junk must be."""
    import xml.etree.ElementTree as ET

    taken: dict[bool, list[bool]] = {True: [], False: []}
    for path in sorted((HERE / "stories").glob("*.xml")):
        for article in ET.parse(path).getroot().iter("article"):
            for element in article:
                if element.tag in {"head", "stand", "p", "quote", "junk"}:
                    taken[element.tag == "junk"].append(is_furniture("".join(element.itertext())))
    assert sum(taken[False]) <= len(taken[False]) / 1000
    assert sum(taken[True]) >= 0.7 * len(taken[True])


@pytest.mark.parametrize(
    ("caption", "evidence", "credit"),
    [
        ("A tank on exercise. File photo: Northern Wire", Evidence.FILE, "Northern Wire"),
        ("FILE - Tanks at a station, Feb. 3, 2030. (AP Photo/Ann Lee)", Evidence.FILE, "AP Photo/Ann Lee"),
        ("Tanks at a station. REUTERS/Ann Lee/File Photo", Evidence.FILE, "REUTERS/Ann Lee/File Photo"),
        ("Image used for representational purposes only.", Evidence.ILLUSTRATIVE, ""),
        ("Illustrative image | Credit: Bo Ek", Evidence.ILLUSTRATIVE, "Bo Ek"),
        ("A street in Orsa on Monday (Picture: Getty Images)", Evidence.UNKNOWN, "Getty Images"),
        ("A street in Orsa on Monday. Photo by Ann Lee /AFP", Evidence.UNKNOWN, "Ann Lee /AFP"),
        ("A street in Orsa. (Ann Lee/AP) - Copyright AP Photo", Evidence.UNKNOWN, "Ann Lee/AP"),
        ("A woman takes a picture of the river.", Evidence.UNKNOWN, ""),
        ("An archive picture of the valley", Evidence.FILE, ""),
    ],
)
def test_captions(caption: str, evidence: Evidence, credit: str) -> None:
    assert (captions.evidence(caption), captions.credit(caption)) == (evidence, credit)


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("(Photo Courtesy: Chirper/@tarnwatch)", True),
        ("Photo: Ann Lee/AP", True),
        ("Image used for representational purposes only.", True),
        ("The minister told reporters the file photo was fake.", False),
        ("Source: defence ministry", False),
        ("Reuters", False),
    ],
)
def test_captions_without_markup(line: str, is_caption: bool) -> None:
    assert captions.is_caption(line) is is_caption


@pytest.mark.parametrize(
    ("line", "is_name"),
    [
        ("Igor Dorr, Spokesperson for the Orsenian Defence Ministry", True),
        ("— Ann Lee", True),
        ("Col. Viktor Sand, spokesman for the Orsenian defence ministry", True),
        ("Ann Lee (mayor of Tarn)", True),
        ("— Tarn Watch 🚩 (@tarnwatch) March 4, 2031", True),
        ("Ann Lee", True),
        ("Ann Lee said no.", False),
        ("The ministry did not answer", False),
        ("“We are leaving.”", False),
        ("Nobody came, and nobody asked why.", False),
    ],
)
def test_name_lines(line: str, is_name: bool) -> None:
    assert is_name_line(line) is is_name


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By ANN LEE and BO EK", "ANN LEE and BO EK"),
        ("By Ann Lee, Security Editor", "Ann Lee"),
        ("By Ann Lee in Orsa", "Ann Lee"),
        ("By Ann Lee 4 March 2031 • 4:45pm", "Ann Lee"),
        ("By Ann Lee | Orsa Courier", "Ann Lee"),
        ("By Tuesday evening", ""),
        ("By the end of the day it was over.", ""),
        ("By March 4", ""),
    ],
)
def test_author_lines(line: str, author: str) -> None:
    assert author_of(line) == author


@pytest.mark.parametrize(
    ("lines", "credit"),
    [
        (["ORSA, March 4 (Reuters) - The ministry"], "Reuters"),
        (["LA CROSSE (AP) — The ministry"], "AP"),
        (["The ministry said so.", "(With inputs from PTI)"], "With inputs from PTI"),
        (["The ministry said so.", "Source: TASS"], "TASS"),
        (["The ministry said so.", "Source: Northern Wire"], "Northern Wire"),
        (["Associated Press in Orsa"], "Associated Press"),
        (["The tribunal (AP) was not asked"], ""),
        (["A spokesman told Reuters that it had left."], ""),
    ],
)
def test_agency_credits(lines: list[str], credit: str) -> None:
    assert agency_credit(lines) == credit


@pytest.mark.parametrize(
    ("line", "is_credit"),
    [
        ("Reporting by Ann Lee in Orsa; Editing by Bo Ek", True),
        ("Lee and Ek reported from Orsa.", True),
        ("Additional reporting by the data unit", True),
        ("Source: Northern Wire", True),
        ("They reported from the front every night.", False),
        ("With the reporting of casualties came anger.", False),
    ],
)
def test_staff_credits(line: str, is_credit: bool) -> None:
    assert is_staff_credit(line) is is_credit


def test_what_a_page_says_of_its_author_is_no_article() -> None:
    assert is_life("Ann Lee is a senior researcher with the Orsa Institute.", "Ann Lee, Bo Ek")
    assert not is_life("Viktor Sand is a spokesman of the ministry and its director.", "Ann Lee")
