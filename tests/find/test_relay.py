from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.find.decode import Labels
from reportedly.find.raw import Raw
from reportedly.find.relay import relayed
from reportedly.types import Act, Certainty, Channel, Span, Stance

LABELS = Labels(Act.FACT, Stance.ASSERTS, Certainty.CERTAIN, Channel.UNKNOWN)


def raw(text: str, source: str, cue: str, content: str, *via: str) -> Raw:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Raw(at(source), at(cue), (at(content),), tuple(map(at, via)), LABELS, 0.9)


CASES = [
    (
        "according to",
        "A spokesman said that drills will continue, according to The Daily Tern.",
        ("A spokesman", "said", "that drills will continue"),
        ("The Daily Tern", "according to", "A spokesman said that drills will continue"),
        ["according to The Daily Tern"],
    ),
    (
        "taken into what it carries",
        "A spokesman said that drills will continue, according to The Daily Tern.",
        ("A spokesman", "said", "that drills will continue, according to The Daily Tern"),
        ("The Daily Tern", "according to", "A spokesman said that drills will continue"),
        ["according to The Daily Tern"],
    ),
    (
        "what it carries begins behind the source",
        "A spokesman, however, said that drills in the bay will continue until Sunday, according to The Daily Tern.",
        ("A spokesman", "said", "that drills in the bay will continue until Sunday"),
        ("The Daily Tern", "according to", "however, said that drills in the bay will continue until Sunday"),
        ["according to The Daily Tern"],
    ),
    (
        "its cue cut off from it, and whom it carries taken for its source",
        "A spokesman, however, said that drills in the bay will continue until Sunday, according to The Daily Tern.",
        (
            "A spokesman, however",
            "said",
            "that drills in the bay will continue until Sunday, according to",
            "The Daily Tern",
        ),
        (
            "spokesman",
            "according to",
            "however, said that drills in the bay will continue until Sunday",
            "The Daily Tern",
        ),
        ["according to The Daily Tern"],
    ),
    (
        "reported",
        "The Daily Tern reported that a spokesman said drills will continue.",
        ("a spokesman", "said", "drills will continue"),
        ("The Daily Tern", "reported", "that a spokesman said drills will continue"),
        ["The Daily Tern reported"],
    ),
    (
        "a person who says what another said is nested speech",
        "Marek said the minister told him the bridge is safe.",
        ("the minister", "told", "the bridge is safe"),
        ("Marek", "said", "the minister told him the bridge is safe"),
        None,
    ),
    (
        "a report that says more than it carries",
        "The Daily Tern reported that trains were late for three days and a spokesman said sorry.",
        ("a spokesman", "said", "sorry"),
        ("The Daily Tern", "reported", "that trains were late for three days and a spokesman said sorry"),
        None,
    ),
]


@pytest.mark.parametrize(("text", "inner", "outer", "via"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_medium_that_only_carries_becomes_via(
    text: str, inner: tuple[str, ...], outer: tuple[str, ...], via: list[str] | None
) -> None:
    raws = [raw(text, *outer), raw(text, *inner)]
    found = relayed(text, raws)
    if via is None:
        assert found == raws
    else:
        assert [[span.of(text) for span in r.via] for r in found] == [via]


def test_a_go_between_that_nobody_found_is_cut_off_what_it_carries() -> None:
    text = "A spokesman said that drills will continue, according to The Daily Tern."
    (only,) = relayed(
        text, [raw(text, "A spokesman", "said", "that drills will continue, according to The Daily Tern")]
    )
    assert [piece.of(text) for piece in only.content] == ["that drills will continue"]
    assert [piece.of(text) for piece in only.via] == ["according to The Daily Tern"]


def test_a_go_between_half_of_which_was_found_is_whole() -> None:
    text = "A spokesman said that drills will continue, according to The Daily Tern."
    said = raw(text, "A spokesman", "said", "that drills will continue, according to The Daily")
    (only,) = relayed(text, [replace(said, via=(Span(text.index("Tern"), text.index("Tern.") + 4),))])
    assert [piece.of(text) for piece in only.content] == ["that drills will continue"]
    assert [piece.of(text) for piece in only.via] == ["according to The Daily Tern"]
