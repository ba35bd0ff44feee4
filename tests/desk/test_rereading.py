"""Reading kept articles again with newer weights: new versions beside the old, never over them."""

from __future__ import annotations

import pytest

from reportedly import link as linking
from reportedly.desk import Desk, Kept, Unchanged, versions
from reportedly.desk.learnt import Learnt
from reportedly.find import finder, reader
from reportedly.ledger.port import EntryKind, Ledger
from reportedly.link import signature
from reportedly.name import lexicon, weights
from tests.desk.conftest import Write
from tests.desk.news import NEWS, News
from tests.desk.standin import StandIn


def again(desk: Desk, finder: StandIn) -> list[type]:
    """Return what became of each article when a finder reads them again."""
    desk._finder = finder
    vars(desk).pop("_run", None)
    return [type(outcome) for outcome in desk.rereading()]


def readings(ledger: Ledger) -> list[str]:
    return [entry.by for entry in ledger.entries(kinds={EntryKind.READING})]


def test_only_another_version_is_a_reason_to_read_again(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    before = list(desk.ledger.entries())
    assert again(desk, StandIn()) == [Unchanged] * 4
    assert list(desk.ledger.entries()) == before
    assert again(desk, StandIn("stand-in 2")) == [Kept] * 4
    assert again(desk, StandIn("stand-in 2")) == [Unchanged] * 4
    assert list(desk.ledger.entries(until=len(before))) == before
    assert set(readings(desk.ledger)) == {versions(StandIn(name)).find for name in ("stand-in 1", "stand-in 2")}
    assert desk.verify().fault == ""


def test_what_an_older_version_found_can_still_be_seen(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    then, claims = desk.ledger.head().at, desk.claims()
    again(desk, StandIn("stand-in 2", cues=("said",)))
    assert {statement.stance for statement in desk.statements()} == {"asserts"}
    assert desk.at(known_at=then).claims() == claims


def test_new_articles_are_compared_with_the_newest_reading(desk: Desk, write: Write) -> None:
    """The index of one run, not only of the next, forgets what the older version found."""
    desk.read(write(NEWS[:3]))
    learnt = Learnt(desk.ledger, versions(StandIn("stand-in 2")))
    learnt.catch_up()
    size = len(learnt.index)
    again(desk, StandIn("stand-in 2", cues=("denied",)))
    learnt.catch_up()
    fresh = Learnt(desk.ledger, versions(StandIn("stand-in 2")))
    fresh.catch_up()
    probe = next(iter(learnt.index._profiles))
    for index in (learnt.index, fresh.index):
        assert len(index) == size
        assert len(index.neighbours(probe)) == size - 1
    old, new = ({p.article: p.ids for p in index.neighbours(probe)} for index in (learnt.index, fresh.index))
    assert old == new


def test_the_version_stands_for_weights_and_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    first = versions(finder())
    assert versions(finder()) == first
    monkeypatch.setattr(reader, "VERSION", "reader 0")
    assert versions(reader.Reader()).find != first.find
    monkeypatch.undo()
    monkeypatch.setattr(reader, "digest", lambda *_: "0" * 12)
    assert versions(reader.Reader()).find != first.find
    monkeypatch.undo()
    monkeypatch.setattr(weights, "DATA", lexicon.DATA / "elsewhere")
    weights.version.cache_clear()
    assert versions(finder()).find != first.find
    monkeypatch.undo()
    weights.version.cache_clear()
    assert versions(finder()) == first


def test_new_weights_of_the_linker_link_again_and_find_nothing_again(
    desk: Desk, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.read(write(NEWS))
    before = list(desk.ledger.entries())
    monkeypatch.setattr(linking, "version", lambda: "rules-0")
    blind = StandIn(cues=())  # what it would find is nothing, and it is not asked
    assert again(desk, blind) == [Kept] * 4
    added = list(desk.ledger.entries(after=len(before)))
    assert {entry.kind for entry in added} <= {EntryKind.LINK, EntryKind.KIN}
    assert {entry.by for entry in added} == {"link rules-0"}
    assert again(desk, blind) == [Unchanged] * 4
    assert len(desk.statements()) == sum(entry.kind is EntryKind.STATEMENT for entry in before)
    assert desk.verify().fault == ""


def test_the_linker_is_signed_by_its_weights_and_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    first = versions(StandIn()).link
    for change in ({"digest": lambda *_: "0" * 12}, {"RULES": "rules-0"}, {"WEIGHTS": signature.WEIGHTS[:1]}):
        signature.version.cache_clear()
        for name, value in change.items():
            monkeypatch.setattr(signature, name, value)
        assert versions(StandIn()).link != first
        monkeypatch.undo()
    signature.version.cache_clear()
    assert versions(StandIn()).link == first


def test_two_who_speak_together_are_two_again(desk: Desk, write: Write) -> None:
    joint = News("Northern Times", "2031-05-01", "The bridge", "Ukraine and NATO said that it was open.")
    desk.read(write([joint]))
    before = {statement.id: statement.voice.party for statement in desk.statements()}
    assert sorted(before.values()) == ["NATO", "Ukraine"]
    again(desk, StandIn("stand-in 2"))
    assert {statement.id: statement.voice.party for statement in desk.statements()} == before
