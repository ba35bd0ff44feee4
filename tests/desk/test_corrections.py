from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.desk.corrections import Act, Correction, Ruling, corrected, correction_draft, judgements, standing
from reportedly.ledger.codec import decode
from reportedly.types import Judgement, LinkKind, PartyKind, Stance, Voice
from tests.ledger.samples import article, statement

SAID = statement(article(1))


def ruling(seq: int, act: Act, *subjects: str, value: str = "", pairs: Sequence[Judgement] = ()) -> Ruling:
    return Ruling(seq, "ada", "", Correction(act, subjects, (), "because", value, judgements=tuple(pairs)))


def test_a_party_takes_the_end_of_the_chain() -> None:
    voice = Voice("Norland", PartyKind.STATE, speaker="Ivar Holt", chain=("Ivar Holt", "Ministry", "Norland"))
    (fixed,) = corrected([replace(SAID, voice=voice)], [ruling(1, Act.PARTY, SAID.id, value="Sudland")])
    assert (fixed.voice.party, fixed.voice.chain) == ("Sudland", ("Ivar Holt", "Ministry", "Sudland"))


def test_a_decision_about_a_speaker_holds_for_all_that_person_says() -> None:
    by_holt = replace(SAID, voice=Voice("Norland", speaker="Ivar Holt"))
    rulings = [ruling(1, Act.PARTY, "speaker:Ivar Holt", value="Sudland")]
    assert [s.voice.party for s in corrected([by_holt, SAID], rulings)] == ["Sudland", "Norland"]


def test_the_last_decision_stands() -> None:
    rulings = [ruling(1, Act.STANCE, SAID.id, value="denies"), ruling(2, Act.STANCE, SAID.id, value="doubts")]
    assert [s.stance for s in corrected([SAID], rulings)] == [Stance.DOUBTS]
    rulings.append(ruling(3, Act.WITHDRAW, "k2"))
    assert [s.stance for s in corrected([SAID], rulings)] == [Stance.DENIES]


def test_judgements_keep_their_order() -> None:
    same = Judgement(LinkKind.CLAIM, "a1:s1", "a2:s1", same=True)
    other = replace(same, same=False)
    rulings = [ruling(2, Act.SPLIT, "a1:s1", pairs=[other]), ruling(1, Act.MERGE, "c1", "c2", pairs=[same])]
    assert judgements(rulings) == [same, other]


WITHDRAWALS = {
    "none": ([], [1, 2]),
    "of the first": ([(3, 1)], [2, 3]),
    "withdrawn again": ([(3, 1), (4, 3)], [1, 2, 4]),
    "twice": ([(3, 1), (4, 1)], [2, 3, 4]),
    "of what comes later": ([(3, 9)], [1, 2, 3]),
}


@pytest.mark.parametrize(("withdrawals", "left"), WITHDRAWALS.values(), ids=WITHDRAWALS)
def test_withdrawals(withdrawals: list[tuple[int, int]], left: list[int]) -> None:
    rulings = [ruling(1, Act.REJECT, "x"), ruling(2, Act.REJECT, "y")]
    rulings += [ruling(seq, Act.WITHDRAW, f"k{of}") for seq, of in withdrawals]
    assert [r.seq for r in standing(rulings)] == left


@given(st.lists(st.integers(1, 20), max_size=20), st.randoms())
def test_the_order_they_are_given_in_does_not_matter(targets: list[int], rng: object) -> None:
    rulings = [ruling(1, Act.REJECT, "x")]
    rulings += [ruling(seq, Act.WITHDRAW, f"k{of}") for seq, of in enumerate(targets, 2)]
    mixed = list(rulings)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert standing(mixed) == standing(rulings)


def test_a_correction_comes_back_from_its_entry() -> None:
    made = Correction(Act.PARTY, ("a1:s1",), ("a1:s1",), "because", "Sudland", PartyKind.STATE)
    draft = correction_draft(made, "ada")
    assert draft.by == "person:ada"
    assert decode(Correction, json.loads(json.dumps(draft.body))["correction"]) == made
