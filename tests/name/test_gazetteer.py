"""The gazetteer's lines: read, matched, dated, and refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.name.gazetteer import EntryKind, Gazetteer, load, shipped
from reportedly.name.words import words_of
from reportedly.types import PartyKind


def written(folder: Path, *lines: str) -> Gazetteer:
    path = folder / "mine.txt"
    path.write_text("\n".join(lines), "utf-8")
    return load([path])


def test_a_user_adds_lines(tmp_path: Path) -> None:
    mine = written(
        tmp_path,
        "# my own",
        "Norvik | state ||||| Republic of Norvik",
        "Norvik Tower | seat | Norvik",
        "Ada Lunt | person | Norvik | premier @ Government | 2030-01 | 2031-06 | Lunt",
    )
    assert mine.kind_of("Norvik") is PartyKind.STATE
    assert [e.side for e in mine.look_up("republic of norvik")] == ["Norvik"]
    assert [(e.kind, e.side) for e in mine.look_up("Norvik Tower")] == [(EntryKind.SEAT, "Norvik")]
    lunt = mine.look_up("Lunt")[0]
    assert [lunt.holds_at(day) for day in ("2029-12-31", "2030-01-01", "2031-06-30", "2031-07-01", "")] == [
        False,
        True,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Norvik", "a name and a kind are needed"),
        ("Norvik | planet", "not a valid PartyKind"),
        ("Norvik Tower | seat", "a seat needs a side"),
        ("| state", "a name and a kind are needed"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    with pytest.raises(ValueError, match=rf"mine\.txt, line 2: .*{reason}"):
        written(tmp_path, "# my own", line)


@pytest.mark.parametrize(
    ("text", "at", "width", "side"),
    [
        ("soldiers of the People’s Liberation Army said", 3, 3, "China"),
        ("Russia's army", 0, 1, "Russia"),
        ("the White House said", 1, 2, "United States"),
        ("the U.N. said", 1, 1, "United Nations"),
        ("told us that", 1, 0, ""),
        ("the US said", 1, 1, "United States"),
        ("the European Union's envoy", 1, 2, "European Union"),
        ("Joseph R. Biden spoke", 0, 3, "United States"),
    ],
)
def test_matching(text: str, at: int, width: int, side: str) -> None:
    found, entries = shipped().match(words_of(text), at)
    assert (found, entries[0].side if entries else "") == (width, side)


def test_initials_inside_a_name_are_passed_over() -> None:
    assert [e.side for e in shipped().look_up("Nikita S. Khrushchev")] == ["Soviet Union"]


def test_every_side_that_is_spoken_for_is_named() -> None:
    gazetteer = shipped()
    nameless = {e.side for found in gazetteer.entries.values() for e in found} - set(gazetteer.kinds)
    assert not nameless


def test_sixty_states_have_a_head_in_office() -> None:
    gazetteer = shipped()
    spoken = {
        e.side
        for found in gazetteer.entries.values()
        for e in found
        if e.kind is EntryKind.PERSON and e.holds_at("2024-03-01")
    }
    assert sum(gazetteer.kind_of(side) is PartyKind.STATE for side in spoken) >= 60
