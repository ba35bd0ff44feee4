"""Views are folds: however entries came to be in a ledger, the same entries say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.desk import View
from reportedly.desk.corrections import Act, Correction, correction_draft
from reportedly.desk.plan import Versions, first_reading, linking, next_reading
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Draft, EntryKind
from reportedly.ledger.transfer import copy
from reportedly.read import Document
from reportedly.show.export.records import line, records
from reportedly.types import Judgement, Link, LinkKind, Stance, Statement
from tests.databases import Server
from tests.ledger.samples import article, statement

BY = Versions("read 1", "find 1", "link 1")
ARTICLES = [article(number, day=number + 1) for number in range(4)]
_TAKEN = re.compile(r'"at":"[^"]*"')
STANCES = [Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS]


def found(number: int, version: int) -> list[Statement]:
    """Return what a version of the finder finds in an article: the parties and the number of statements vary."""
    parties = ("Norland", "Sudland", "Estmark")
    made = ARTICLES[number]
    return [
        replace(statement(made, n + 1, party=parties[(number + n + version) % 3]), score=1 / (1 + version))
        for n in range(1 + (number + version) % 2)
    ]


def links(number: int) -> list[Link]:
    others = range(number)
    made = [Link(LinkKind.STORY, ARTICLES[number].id, ARTICLES[n].id, 0.8) for n in others if (n + number) % 3]
    pairs = [(f"{ARTICLES[number].id}:s1", f"{ARTICLES[n].id}:s1") for n in others]
    made += [Link(LinkKind.CLAIM, left, right, 0.9) for left, right in pairs]
    return made + [Link(LinkKind.ORIGIN, left, right, 0.6) for left, right in pairs[::2]]


class Story:
    """Turns numbers into what may happen next, and what happens into entries."""

    def __init__(self) -> None:
        self.versions: dict[int, int] = {}
        self.seq = 0

    def happens(self, number: int) -> list[Draft]:
        drafts = self._read(number % 4) if number % 3 == 0 else self._decide(number)
        self.seq += len(drafts)
        return drafts

    def _read(self, number: int) -> list[Draft]:
        made, version = ARTICLES[number], self.versions.get(number, -1) + 1
        before = {s.id: s for s in found(number, version - 1)} if version else {}
        self.versions[number] = version
        now = found(number, version)
        first = first_reading(Document(made, made.text.encode()), now, BY)
        return [
            *(next_reading(made, before, now, BY) if version else first),
            *linking(made, links(number), lambda name: name, BY),
        ]

    def _decide(self, number: int) -> list[Draft]:
        left, right = (f"{ARTICLES[n % 4].id}:s1" for n in (number, number // 4))
        pair = (Judgement(LinkKind.CLAIM, left, right, same=number % 2 == 0),) if left != right else ()
        act = list(Act)[number % len(Act)]
        value = {Act.STANCE: STANCES[number % 3].value, Act.PARTY: "Westland"}.get(act, "")
        subject = f"k{1 + number % max(1, self.seq)}" if act is Act.WITHDRAW else left
        return [correction_draft(Correction(act, (subject,), (left, right), "so", value, judgements=pair), "ada")]


def captures(drafts: Sequence[Draft]) -> dict[str, bytes]:
    raw = {made.capture: made.text.encode() for made in ARTICLES}
    return {draft.subject: raw[draft.subject] for draft in drafts if draft.kind is EntryKind.CAPTURE}


def shown(view: View) -> str:
    """Return the export and everything a brief is made of, but for the moments at which a ledger took people's word."""
    exported = _TAKEN.sub('"at":""', "".join(map(line, records(view))))
    return exported + repr((view.claims(), list(view.stories()), view.copies()))


numbers = st.lists(st.integers(0, 10**4), max_size=10)
quick = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@given(numbers)
@quick
def test_the_same_entries_say_the_same(tmp_path_factory: pytest.TempPathFactory, happening: Sequence[int]) -> None:
    folder = tmp_path_factory.mktemp("ledgers")
    story = Story()
    steps = [story.happens(number) for number in happening]
    with (
        open_ledger(folder / "one.db") as one,
        open_ledger(folder / "all.db") as all_at_once,
        open_ledger(folder / "copy.db") as moved,
    ):
        watching = View(one)
        for drafts in steps:
            one.append(drafts, captures(drafts))
            shown(watching)  # a view that is looked at all along
        everything = [draft for drafts in steps for draft in drafts]
        all_at_once.append(everything, captures(everything))
        expected = shown(View(one))
        assert shown(watching) == expected
        assert shown(View(all_at_once)) == expected
        copy(one, moved)
        assert shown(View(moved)) == expected


@given(numbers, st.integers(0, 9))
@quick
def test_the_past_does_not_change(
    tmp_path_factory: pytest.TempPathFactory, happening: Sequence[int], step: int
) -> None:
    story = Story()
    with open_ledger(tmp_path_factory.mktemp("ledgers") / "ledger.db") as ledger:
        then, at = shown(View(ledger)), "0001"
        for place, number in enumerate(happening):
            ledger.append(story.happens(number))
            if place == step:
                then, at = shown(View(ledger)), ledger.head().at
        assert shown(View(ledger, known_at=at)) == then or step >= len(happening)


def test_both_databases_say_the_same(tmp_path: Path, server: Server) -> None:
    story = Story()
    with open_ledger(tmp_path / "ledger.db") as file, open_ledger(server.fresh()) as database:
        for number in range(0, 4_000, 67):
            drafts = story.happens(number)
            file.append(drafts)
            database.append(drafts)
        assert shown(View(file)) == shown(View(database))
