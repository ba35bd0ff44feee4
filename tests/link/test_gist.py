from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.link.agree import named
from reportedly.link.gist import claim_kind, gist
from reportedly.types import ClaimKind, PartyKind, Span, Stance
from tests.link.world import article

GISTS = [
    (
        "an assertion",
        "[Ardaland|said|that its drones had destroyed the bridge].",
        "Ardaland's drones had destroyed the bridge",
    ),
    ("only a denial", "[Lowmark|denied|that it had moved its troops].", "Lowmark had moved its troops"),
    ("a denial in the negative", "[Lowmark|denied|it has not moved its troops].", "Lowmark has moved its troops"),
    (
        "what is denied, where that is what the others speak of",
        "[Lowmark|denied|that its forces were behind the gas attack]. [Ardaland|condemned|the gas attack of Sunday]. "
        "[Ardaland|said|Lowmark's forces were to blame for the gas attack, which came at night and without a warning].",
        "Lowmark's forces were behind the gas attack",
    ),
    ("nobody", "[Lowmark|rejected|nobody died in the collapse].", "Somebody died in the collapse"),
    (
        "the shortest whole one",
        "[Ardaland|said|that the bridge had been hit by drones launched from the coast and fell at dawn]. "
        "[Ardaland|said|the bridge was hit by drones]. [Ardaland|said|a hit].",
        "The bridge was hit by drones",
    ),
    (
        "affirmed before denied",
        "[Lowmark|denied|the bridge fell]. [Ardaland|said|drones felled the bridge].",
        "Drones felled the bridge",
    ),
    ("no sentence by itself", "[Lowmark|called the strike|an act of war].", "Lowmark called the strike an act of war"),
    ("a source that begins with one letter", "[a study|puts|the toll at forty].", "A study puts the toll at forty"),
    (
        "a sentence before a fragment",
        "[Ardaland|sees|an act of war]. [Lowmark|says|the bridge fell at dawn].",
        "The bridge fell at dawn",
    ),
    (
        "any of what",
        "[Ardaland|denied|any were arriving at night]. [Ardaland|denied|that new tanks were arriving at night].",
        "New tanks were arriving at night",
    ),
    ("a pronoun run together", "[Ardaland|said|“it’s been a long night for us”].", "It’s been a long night for us"),
    ("a verb that agrees", "[Ardaland|said|that we have moved no troops].", "Ardaland has moved no troops"),
    ("a verb run together", "[Ardaland|said|“we’ve been at war for a year”].", "Ardaland has been at war for a year"),
    (
        "what is so before what is not",
        "[The trust|said|no data had been taken]. [Hackers|said|some 41,000 records of patients had been taken]. "
        "[Lowmark|denied|it].",
        "Some 41,000 records of patients had been taken",
    ),
    (
        "what is not so, where it is denied by the same words",
        "[Lowmark|denied|that no bridge was hit on Monday night]. [The report|says|no bridge was hit].",
        "Bridge was hit",
    ),
    (
        "what has a subject before what has lost it",
        "[The keeper|said|was shot at the lock]. [The mayor|said|the keeper was shot at the lock on Sunday].",
        "The keeper was shot at the lock on Sunday",
    ),
    ("a sentence that goes on", "[The mayor|said|but the lock was shut].", "The lock was shut"),
    ("no words", "[The Union|has yet to comment|].", ""),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in GISTS], ids=[row[0] for row in GISTS])
def test_gist(text: str, expected: str) -> None:
    one, said = article("a1", "Headline", text)
    assert gist(said, {one.id: one}) == expected


@pytest.mark.parametrize(
    ("denies", "expected"),
    [(True, "Ostland was behind the raid on the oil plants"), (False, "It was behind the raid on the oil plants")],
)
def test_in_a_charge_it_is_who_denies_that(denies: bool, expected: str) -> None:
    text, (outer, charge) = article(
        "a1",
        "Oil",
        "[Ostland|dismissed|what was said], [Lowmark's|claim|that it was behind the raid on the oil plants].",
    )
    outer = replace(outer, stance=Stance.DENIES, content=(outer.content[0],))
    charge = replace(charge, within=outer.id if denies else None)
    assert gist([outer, charge] if denies else [charge], {text.id: text}) == expected


def test_one_of_a_sort_is_called_by_name() -> None:
    text, (said,) = article("a1", "Hill", "[Analysts|said|she had been able to leave].")
    said = replace(said, voice=replace(said.voice, kind=PartyKind.EXPERT, speaker="Ada Lunt"))
    assert gist([said], {"a1": text}) == "Ada Lunt had been able to leave"


def test_a_claim_without_figures_is_an_event() -> None:
    assert claim_kind(article("a1", "Headline", "[Ardaland|said|the bridge fell].")[1]) is ClaimKind.EVENT


def test_a_sentence_does_not_go_on_over_a_hole() -> None:
    read, (said,) = article(
        "a1", "Bridge", "[Ardaland|said|the bridge was hit by drones, in what seems to be a first]."
    )
    (whole,) = said.content
    at = read.text.index(" what seems")
    holed = replace(said, content=(Span(whole.start, at), Span(at + len(" what seems "), whole.end)))
    assert gist([holed], {read.id: read}) == "The bridge was hit by drones"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They've vowed to kill him", "Israel has vowed to kill him"),
        ("we also say these things", "Israel also says these things"),
        ("we will go on", "Israel will go on"),
        ("I strongly disagree with it", "Ada Lunt strongly disagrees with it"),
        ("They left at dawn", "Israel left at dawn"),
        ("their troops left", "Israel's troops left"),
        ("it was hit", "Israel was hit"),
        ("He’d go", "He’d go"),
        ("Iran left", "Iran left"),
        ("he was treated there", "Ada Lunt was treated there"),
        ("her grandson left", "Ada Lunt's grandson left"),
    ],
)
def test_a_name_for_a_pronoun(text: str, expected: str) -> None:
    assert named(text, "Israel", "Ada Lunt", plural=False, quoted=False) == expected


@pytest.mark.parametrize("text", ["he was treated there", "I left", "her grandson left"])
def test_a_side_without_a_speaker_is_no_person(text: str) -> None:
    assert named(text, "Residents", plural=True, quoted=False) == text


def test_many_keep_their_verb() -> None:
    assert named("we are ready", "Residents", plural=True, quoted=False) == "Residents are ready"


@pytest.mark.parametrize(("text", "expected"), [("it is large", "it is large"), ("we left", "Israel left")])
def test_in_ones_own_words_it_is_something_else(text: str, expected: str) -> None:
    assert named(text, "Israel", plural=False, quoted=True) == expected
