"""STIX by its own library, which checks every property of every object."""

from __future__ import annotations

import io
import json
from collections import Counter
from typing import Any
from uuid import UUID

import pytest
import stix2
from stix2.confidence.scales import (
    admiralty_credibility_to_value,
    value_to_admiralty_credibility,
    value_to_wep,
    wep_to_value,
)

from reportedly.desk import Desk
from reportedly.show.export import stix
from reportedly.types import Certainty, PartyKind, Stance, Standing


def bundle(desk: Desk, story: str = "") -> dict[str, Any]:
    stix.write(desk, story, file := io.BytesIO())
    found: dict[str, Any] = json.loads(file.getvalue())
    return found


def of(found: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in found["objects"] if each["type"] == kind]


def test_the_library_takes_every_object(desk: Desk) -> None:
    found = bundle(desk)
    parsed = stix2.parse(json.dumps(found), allow_custom=False, version="2.1")
    assert len(parsed.objects) == len(found["objects"]) > len(desk.claims())


def test_a_note_a_claim_an_identity_a_party_an_opinion_a_position(desk: Desk) -> None:
    claims = desk.claims()
    objects = [each for each in bundle(desk)["objects"] if "decided" not in each.get("labels", ())]
    people = {decision.by for decision in desk.decisions()}
    assert Counter(each["type"] for each in objects if each.get("name") not in people) == Counter(
        note=len(claims),
        identity=1 + len({p.party for claim in claims for p in claim.positions}),
        opinion=sum(p.stance in stix.OPINIONS for claim in claims for p in claim.positions),
    )


def test_references_lead_to_objects_that_come_before(desk: Desk) -> None:
    met = set[str]()
    for each in bundle(desk)["objects"]:
        assert (
            {*each.get("object_refs", ()), *[each["created_by_ref"]][: "created_by_ref" in each]} <= met
            if (each["type"] != "identity")
            else True
        )
        assert each["id"] not in met
        met.add(each["id"])


def test_ids_are_the_same_in_every_bundle(sound: Desk) -> None:
    whole = {each["id"]: each for each in bundle(sound)["objects"]}
    assert all(UUID(name.partition("--")[2]).version == 5 for name in whole)
    for story in sound.stories():
        for each in bundle(sound, story.id)["objects"]:
            assert whole[each["id"]] == each


def test_an_opinion_is_its_partys_own(sound: Desk) -> None:
    found = bundle(sound)
    names = {each["id"]: each["name"] for each in of(found, "identity")}
    told = {(names[each["created_by_ref"]], each["opinion"]) for each in of(found, "opinion")}
    assert {("Ukraine", "strongly-disagree"), ("NATO", "strongly-agree"), ("Russia", "strongly-agree")} <= told


def test_confidence_is_on_the_scales_of_the_standard_and_no_verdict(desk: Desk) -> None:
    found = bundle(desk)
    for each in of(found, "note"):
        corroborated = each["labels"] == ["corroborated"]
        assert each.get("confidence") == (90 if corroborated else None)
        assert "No verdict of truth" in each["content"]
    assert value_to_admiralty_credibility(90) == "1 - Confirmed by other sources"
    assert admiralty_credibility_to_value("1 - Confirmed by other sources") == stix.CREDIBILITY[Standing.CORROBORATED]
    with pytest.raises(ValueError):
        admiralty_credibility_to_value("6 - Truth cannot be judged")
    words = {Certainty.CERTAIN: "Highly likely/Almost Certain", Certainty.PROBABLE: "Likely/Probable"}
    for certainty, word in words.items():
        assert value_to_wep(stix.ESTIMATIVE[certainty]) == word
        assert wep_to_value(word) == stix.ESTIMATIVE[certainty]


def test_every_stance_and_kind_of_party_has_its_place() -> None:
    assert set(stix.CLASSES) == set(PartyKind)
    assert set(Stance) - set(stix.OPINIONS) == {Stance.AWAITED, Stance.NONE}
