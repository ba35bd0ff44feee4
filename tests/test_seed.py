"""The article it all began with, from file to brief: what a live desk must be able to hold from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.desk import Desk
from reportedly.show.brief.compose import compose
from reportedly.show.brief.text import to_text
from reportedly.show.export.records import line, records
from reportedly.show.gather import gather

SEED = Path(__file__).parents[2] / "shared" / "seed"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEED.exists(), reason="../shared is not beside the checkout: the seed is NOT TESTED"),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with reportedly.open(str(tmp_path_factory.mktemp("seed") / "seed.db")) as desk:
        desk.read(*map(str, sorted(SEED.glob("*.txt"))))
        yield desk


@pytest.fixture(scope="module")
def exported(desk: Desk) -> list[dict[str, Any]]:
    return [json.loads(line(record)) for record in records(desk)]


def of(exported: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [record for record in exported if record["type"] == kind]


def words(exported: list[dict[str, Any]], record: dict[str, Any]) -> str:
    text = str(of(exported, "article")[0]["text"])
    return " ".join(text[start:end] for start, end in record["content"])


def saying(exported: list[dict[str, Any]], part: str) -> dict[str, Any]:
    return next(s for s in of(exported, "statement") if part in words(exported, s))


def test_when_is_known_from_the_page(exported: list[dict[str, Any]]) -> None:
    (article,) = of(exported, "article")
    assert (article["published"], article["published_from"]) == ("2022-02-15", "page text")


def test_the_withdrawal_is_one_sides_word_from_one_origin(exported: list[dict[str, Any]]) -> None:
    said = saying(exported, "some of its troops deployed at the Ukrainian border were being withdrawn")
    assert (said["party"], said["organisation"], said["said"]) == ("Russia", "Ministry of Defence", "2022-02-15")
    claim = next(c for c in of(exported, "claim") if c["id"] == said["claim"])
    assert (claim["standing"], claim["independent_origins"]) == ("claimed", 1)
    awaited = {p["party"] for p in claim["positions"] if p["stance"] == "awaited"}
    assert awaited >= {"Ukraine", "NATO"}


def test_how_many_is_open_and_the_same_two_are_awaited(exported: list[dict[str, Any]]) -> None:
    """How many left is a number, so it may stand as a claim of its own beside the withdrawal."""
    (claim,) = (c for c in of(exported, "claim") if any("number of troops" in q["asks"] for q in c["questions"]))
    assert {p["party"] for p in claim["positions"] if p["stance"] == "awaited"} >= {"Ukraine", "NATO"}


def test_the_boarding_is_reported_with_nobody_named(exported: list[dict[str, Any]]) -> None:
    said = saying(exported, "trains and trucks")
    assert (said["party"], said["mode"], said["certainty"]) == ("unattributed", "report", "reported")


def test_state_television_is_its_states_voice_and_no_origin_of_its_own(exported: list[dict[str, Any]]) -> None:
    said = saying(exported, "videos of tanks")
    assert (said["party"], said["channel"]) == ("Russia", "broadcast")
    assert all(c["standing"] == "claimed" for c in of(exported, "claim") if c["id"] == said["claim"])


def test_a_spokesperson_is_quoted_via_another_newspaper(exported: list[dict[str, Any]]) -> None:
    said = saying(exported, "military exercises in Belarus and in the Black Sea will continue")
    assert (said["party"], said["via"]) == ("Russia", ["The New York Times"])


@pytest.mark.parametrize(
    ("part", "organisation", "mode"),
    [
        ("Units of the southern and western military districts", "Ministry of Defence", "direct"),
        ("western war propaganda failed", "Ministry of Foreign Affairs", "direct"),
        ("disgraced and destroyed", "Ministry of Foreign Affairs", "direct"),
    ],
)
def test_quotations_are_their_speakers(exported: list[dict[str, Any]], part: str, organisation: str, mode: str) -> None:
    said = saying(exported, part)
    assert (said["party"], said["organisation"], said["mode"]) == ("Russia", organisation, mode)


def test_named_speakers_and_their_channel(exported: list[dict[str, Any]]) -> None:
    assert saying(exported, "Units of the southern")["speaker"] == "Igor Konashenkov"
    posted = [saying(exported, part) for part in ("western war propaganda failed", "disgraced and destroyed")]
    assert posted[1]["speaker"] == "Maria Zakharova"
    assert {s["channel"] for s in posted} == {"social"}


def test_figures_of_narration_are_kept_as_background(exported: list[dict[str, Any]]) -> None:
    figures = of(exported, "article")[0]["background"]
    assert any(f["low"] == 100_000 and f["high"] is None and f["item"] == "troops" for f in figures)


def test_the_brief_shows_it_on_one_screen_with_pins(desk: Desk) -> None:
    brief = to_text(compose(gather(desk)))
    for part in ("CLAIMED", "1 independent origin", "awaited", "NATO", "no evidence", "Konashenkov", "100,000"):
        assert part in brief
    assert "ADVERTISEMENT" not in brief
    assert "becoming a member" not in brief
    assert len(brief.splitlines()) <= 60
