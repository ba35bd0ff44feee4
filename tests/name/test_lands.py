"""States learnt from an article's own words."""

from __future__ import annotations

import pytest

from reportedly.name.forms import fold
from reportedly.name.gazetteer import shipped
from reportedly.name.lands import lands_of, shares_stem
from reportedly.name.words import page_of
from tests.name.prose import marked


@pytest.mark.parametrize(
    ("state", "adjective", "one"),
    [
        ("Varland", "Varlandic", True),
        ("Selmia", "Selmian", True),
        ("Lorane", "Lorani", True),
        ("Caldera", "Calderan", True),
        ("Norvik", "Selmian", False),
        ("Marsa", "Martian", False),
        ("Georgia", "Georgetown", False),
    ],
)
def test_stems(state: str, adjective: str, one: bool) -> None:
    assert shares_stem(state, adjective) == one


@pytest.mark.parametrize(
    ("prose", "name", "state"),
    [
        ("Varland's prime minister resigned. The Varlandic army stayed.", "Varlandic", "Varland"),
        ("TELL, Norvik, Oct 9 (NW) - A dam burst in western Norvik.", "Norvik", "Norvik"),
        ("The embassy of Lorane closed. The government of Lorane said nothing.", "Lorane", "Lorane"),
        ("The Russian army left.", "Russian", "Russia"),
        ("Ukraine’s president spoke.", "Ukraine", "Ukraine"),
    ],
)
def test_states_are_learnt(prose: str, name: str, state: str) -> None:
    lands = lands_of(page_of(marked(prose)[0]), shipped())
    assert lands.states.get(fold(name)) == state


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("Ada Lunt, 54, sold bread. Lunt's bread was good.", "Lunt"),
        ("The Ministry of Health said nothing.", "Health"),
        ("He lives in Tell, near the port of Tell.", "Tell"),
        ("Greenpeace's ship sailed. Greenpeace said no.", "Greenpeace"),
    ],
)
def test_what_is_no_state(prose: str, name: str) -> None:
    assert fold(name) not in lands_of(page_of(marked(prose)[0]), shipped()).states
