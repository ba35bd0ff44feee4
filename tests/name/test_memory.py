"""What is remembered of speakers: used after the article's own words, merged in any order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.name import Memory, learn, name
from reportedly.name.memory import Told, ends_of
from reportedly.types import PartyKind, Voice
from tests.name.prose import marked, voices

FIRST = "«1:Brigadier Ilan Dorr, a spokesman for the Selmian army,» said {1:no}."


def remembered(prose: str, memory: Memory | None = None) -> Memory:
    article, statements = marked(prose)
    memory = memory or Memory()
    return learn(memory, article, name(article, statements, memory))


def test_a_speaker_met_before_needs_no_introduction() -> None:
    memory = remembered(FIRST)
    voice = voices("«1:Ilan Dorr» said {1:yes}.", memory=memory)[0]
    assert (voice.party, voice.speaker) == ("Selmian", "Ilan Dorr")
    assert voice.reasons[0].feature == "memory"


def test_the_articles_own_words_come_first() -> None:
    memory = remembered(FIRST)
    assert [v.party for v in voices("«1:Norvik's premier, Ilan Dorr,» said {1:yes}.", memory=memory)] == ["Norvik"]


def test_guesses_are_kept_below_tellings() -> None:
    guess = Memory(speakers={"ilan dorr": Told(False, "2030-01-02", Voice(party="A", speaker="Ilan Dorr"))})
    sure = Memory(speakers={"ilan dorr": Told(True, "2030-01-01", Voice(party="B", speaker="Ilan Dorr"))})
    assert guess.speaker("Ilan Dorr") is None
    merged = guess.merge(sure).speaker("Ilan Dorr")
    assert merged is not None
    assert merged.party == "B"


def test_what_other_rules_named_is_a_guess() -> None:
    article, statements = marked(FIRST)
    memory = learn(Memory(), article, name(article, statements), sure=False)
    assert memory.speaker("Ilan Dorr") is None
    assert memory.speaker("Ilan Dorr", guess=True) is not None


def test_a_misread_article_makes_no_president_another_states() -> None:
    wrong = Voice(party="Norvik", kind=PartyKind.STATE, speaker="Emmanuel Macron", role="leader")
    memory = Memory(speakers={name: Told(True, "2022-02-14", wrong) for name in ("emmanuel macron", "macron")})
    told = "Norvik and France quarrelled. «1:Emmanuel Macron» said {1:no}. «2:Mr. Macron» said {2:yes}."
    assert [voice.party for voice in voices(told, memory=memory)] == ["France", "France"]
    own = "«1:Norvik's premier, Karl Macron,» said {1:no}. «2:Macron» said {2:yes}."
    assert [voice.party for voice in voices(own)] == ["Norvik", "Norvik"]
    inverted = "France and Iran quarrelled. «1:Iran's leader, Macron» added, {1:will see}. «2:Macron» said {2:no}."
    assert [voice.party for voice in voices(inverted)] == ["France", "France"]


ABROAD = "«1:Lebanon's information ministry» said {1:no}."


def test_another_countrys_office_of_the_same_name_tells_nothing() -> None:
    memory = remembered(ABROAD)
    assert "Lebanon" in memory.offices.get("ministry of information", {})
    here = "Pakistan's army slows the net, Pakistanis say. «1:Information minister Per Aas» said {1:no}."
    assert [voice.party for voice in voices(here, memory=memory)] == ["Pakistan"]


NAMES = st.sampled_from(["ada lunt", "ilan dorr", "per aas"])
VOICES = st.builds(Voice, party=st.sampled_from(["A", "B", "C"]), kind=st.just(PartyKind.STATE))
TOLD = st.builds(Told, sure=st.booleans(), at=st.sampled_from(["2030-01-01", "2030-01-02"]), voice=VOICES)
COUNTS = st.dictionaries(NAMES, st.dictionaries(st.sampled_from("ab"), st.integers(1, 3)).map(Counter), max_size=3)
MEMORIES = st.builds(
    Memory,
    speakers=st.dictionaries(NAMES, TOLD, max_size=3),
    bodies=st.dictionaries(NAMES, TOLD, max_size=3),
    lands=st.dictionaries(NAMES, st.sampled_from(["X", "Y"]), max_size=3),
    hints=COUNTS,
    towns=COUNTS,
    homes=COUNTS,
)


@given(MEMORIES, MEMORIES, MEMORIES)
def test_merging_is_independent_of_order(a: Memory, b: Memory, c: Memory) -> None:
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c))


FULL = st.sampled_from(["ada lunt", "ilan dorr", "per aas", "dorr", "aas steel", "steel works", "per aas steel"])


@given(st.dictionaries(FULL, TOLD), st.dictionaries(FULL, TOLD), st.sampled_from(["dorr", "aas", "steel", "lunt"]))
def test_names_are_found_by_their_ends(speakers: dict[str, Told], bodies: dict[str, Told], key: str) -> None:
    memory = Memory(speakers=speakers, bodies=bodies, ends=ends_of([*speakers, *bodies]))
    of_that_surname = [t.voice for name, t in speakers.items() if t.sure and name.split()[-1] == key]
    assert memory.surname(key) == (of_that_surname[0] if len(of_that_surname) == 1 else None)
    assert memory.is_person(key) == any(name.endswith(f" {key}") for name in speakers)
    ending = [t.voice for name, t in bodies.items() if name.startswith(f"{key} ") or name.endswith(f" {key}")]
    found = memory.body_ending(key)
    assert (found in ending) if len({voice.party for voice in ending}) == 1 else found is None


def test_an_older_memory_stays_what_it_was() -> None:
    before = remembered(FIRST)
    remembered("«1:Norvik's premier, Per Aas,» said {1:no}.", before)
    assert before.speaker("Per Aas") is None


@given(MEMORIES)
def test_an_empty_memory_adds_nothing(a: Memory) -> None:
    assert a.merge(Memory()) == a


@pytest.mark.parametrize(
    ("before", "now", "side"),
    [
        ("Mike Dorr", "Michael Dorr", "Mike Dorr"),
        ("Michael Dorr", "Mike Dorr", "Michael Dorr"),
        ("Robert Dorr", "Robert T. Dorr", "Robert Dorr"),
        ("Mike Dorr", "Martin Dorr", "Martin Dorr"),
        ("Mike Dorr", "Michael Holt", "Michael Holt"),
        ("George W. Dorr", "George H. Dorr", "George H. Dorr"),
    ],
)
def test_a_given_name_may_be_short_for_another(before: str, now: str, side: str) -> None:
    memory = remembered(f"«1:{before}, a former adviser,» said {{1:no}}.")
    assert [v.party for v in voices(f"«1:{now}» said {{1:yes}}.", memory=memory)] == [side]


def test_who_is_known_by_that_name_is_called_so() -> None:
    both = {name.lower(): Told(True, "", Voice(party=name, speaker=name)) for name in ("Mike Dorr", "Michael Dorr")}
    memory = Memory(speakers=both, ends=ends_of(both))
    assert memory.called_also("Mike Dorr") == ""
    assert memory.called_also("Mickey Dorr") == ""  # of the two, nobody knows which
