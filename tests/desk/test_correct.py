"""People decide last: each act, on what the machine made of the same four articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.desk import Act, Desk, NotFoundError, View
from reportedly.ledger import open_ledger
from reportedly.types import ClaimView, PartyKind, Stance
from tests.desk.conftest import Write
from tests.desk.news import BRIDGE, NEWS
from tests.desk.standin import StandIn


@pytest.fixture
def bridge(desk: Desk, write: Write) -> Desk:
    desk.read(write(NEWS))
    return desk


def of(view: View, party: str, nth: int = 0) -> str:
    """Return the id of a party's nth statement."""
    return [statement.id for statement in view.statements() if statement.voice.party == party][nth]


def claim_of(view: View, party: str, nth: int = 0) -> ClaimView:
    found = view.claim_of(of(view, party, nth))
    assert found is not None
    return found


def stances(view: ClaimView) -> dict[str, Stance]:
    return {position.party: position.stance for position in view.positions}


def reread(desk: Desk) -> None:
    """Read everything again by a newer finder."""
    desk._finder = StandIn("stand-in 2")
    del desk._run
    list(desk.rereading())


def test_merge(bridge: Desk) -> None:
    tariff, crossing = claim_of(bridge, "France").claim.id, claim_of(bridge, "Russia").claim.id
    bridge.correct(Act.MERGE, crossing, tariff, by="ada", reason="one and the same deal")
    assert {"Russia", "France"} <= set(stances(claim_of(bridge, "France")))
    assert claim_of(bridge, "Russia") == claim_of(bridge, "France")


def test_split(bridge: Desk) -> None:
    whole = claim_of(bridge, "Russia")
    bridge.correct(Act.SPLIT, of(bridge, "NATO"), by="ada", reason="another bridge")
    assert set(stances(claim_of(bridge, "NATO"))) == {"NATO"}
    left = claim_of(bridge, "Russia")
    assert set(left.claim.statements) == set(whole.claim.statements) - {of(bridge, "NATO")}


def test_a_merge_undoes_a_split(bridge: Desk) -> None:
    before = [_seen(view) for view in bridge.claims()]
    bridge.correct(Act.SPLIT, of(bridge, "NATO"), by="ada", reason="another bridge")
    ids = claim_of(bridge, "NATO").claim.id, claim_of(bridge, "Russia").claim.id
    bridge.correct(Act.MERGE, *ids, by="bob", reason="the same bridge after all")
    assert [_seen(view) for view in bridge.claims()] == before


def _seen(view: ClaimView) -> ClaimView:
    """Return a view without the pairs that are sure: a person's word makes a pair sure that was only likely."""
    return replace(view, claim=replace(view.claim, firm=None))


def test_move(bridge: Desk) -> None:
    target = claim_of(bridge, "France").claim.id
    bridge.correct(Act.MOVE, of(bridge, "NATO"), target, by="ada", reason="it speaks of the tariffs")
    assert {"France", "NATO"} <= set(stances(claim_of(bridge, "France")))
    assert "NATO" not in stances(claim_of(bridge, "Russia"))


def test_party(bridge: Desk) -> None:
    statement = of(bridge, "NATO")
    bridge.correct(Act.PARTY, statement, value="Ukraine", by="ada", reason="it quotes Kyiv")
    assert bridge.statement(statement).voice.party == "Ukraine"
    assert bridge.statement(statement).voice.kind is PartyKind.STATE
    assert set(stances(claim_of(bridge, "Russia"))) == {"Russia", "Ukraine"}
    machine = bridge.why(statement).machine
    assert machine is not None
    assert machine.voice.party == "NATO"


def test_stance(bridge: Desk) -> None:
    bridge.correct(Act.STANCE, of(bridge, "NATO"), value="doubts", by="ada", reason="read the whole sentence")
    assert stances(claim_of(bridge, "Russia"))["NATO"] is Stance.DOUBTS


def test_a_stance_that_a_person_gave_stands_whatever_the_words_of_others(desk: Desk, write: Write) -> None:
    sides, told = ("Russia", "Ukraine", "NATO"), "said that the bridge at Kerch was not open to any traffic"
    desk.read(write([replace(news, text=f"{side} {told}.") for news, side in zip(BRIDGE, sides, strict=True)]))
    russia, ukraine = of(desk, "Russia"), of(desk, "Ukraine")
    desk.correct(Act.STANCE, russia, value="denies", by="ada", reason="it answers what Ukraine had claimed")
    assert set(stances(claim_of(desk, "Russia")).values()) == {Stance.DENIES}
    assert desk.why(ukraine).toward.startswith("counts as a denial of c")
    desk.correct(Act.STANCE, ukraine, value="asserts", by="ada", reason="it says so of itself")
    held = stances(claim_of(desk, "Russia"))
    assert (held["Russia"], held["Ukraine"]) == (Stance.DENIES, Stance.ASSERTS)
    assert not desk.why(ukraine).toward


def test_origins(bridge: Desk) -> None:
    russia, nato = of(bridge, "Russia"), of(bridge, "NATO")
    bridge.correct(Act.SAME_ORIGIN, russia, nato, by="ada", reason="NATO read from the Russian statement")
    assert bridge.origin_of(russia) == bridge.origin_of(nato)
    parted = bridge.correct(Act.OTHER_ORIGIN, nato, by="bob", reason="NATO has its own pictures")
    assert bridge.origin_of(russia) != bridge.origin_of(nato)
    bridge.correct(Act.WITHDRAW, parted.id, by="bob", reason="it has not")
    assert bridge.origin_of(russia) == bridge.origin_of(nato)


def test_reject(bridge: Desk) -> None:
    statement = of(bridge, "NATO")
    bridge.correct(Act.REJECT, statement, by="ada", reason="nobody says this")
    assert "NATO" not in stances(claim_of(bridge, "Russia"))
    with pytest.raises(NotFoundError):
        bridge.statement(statement)
    assert bridge.why(statement).machine is not None
    assert [decision.act for decision in bridge.decisions(statement)] == ["reject"]


def test_note(bridge: Desk) -> None:
    view = claim_of(bridge, "Russia")
    before = bridge.claims()
    bridge.correct(Act.NOTE, view.claim.id, value="called both press offices", by="ada", reason="for the morning")
    assert bridge.claims() == before
    (note,) = bridge.decisions(view.claim.id)
    assert (note.value, note.by, note.withdrawn, note.stands) == ("called both press offices", "ada", False, True)


ACTS: dict[str, Callable[[Desk], tuple[str, ...]]] = {
    "merge": lambda desk: (claim_of(desk, "Russia").claim.id, claim_of(desk, "France").claim.id),
    "split": lambda desk: (of(desk, "NATO"), of(desk, "Russia")),
    "move": lambda desk: (of(desk, "NATO"), claim_of(desk, "France").claim.id),
    "party": lambda desk: (of(desk, "NATO"),),
    "stance": lambda desk: (of(desk, "NATO"), of(desk, "Russia")),
    "same-origin": lambda desk: (of(desk, "NATO"), of(desk, "Russia")),
    "reject": lambda desk: (of(desk, "NATO"),),
    "note": lambda desk: (of(desk, "NATO"),),
}
VALUES = {"party": "Ukraine", "stance": "denies", "note": "asked again"}


@pytest.mark.parametrize("act", ACTS)
def test_a_decision_survives_a_newer_reading_and_can_be_withdrawn(bridge: Desk, act: str, where: str) -> None:
    def shown(desk: Desk) -> object:
        return desk.claims(), desk.origins()

    machine = shown(bridge)
    made = bridge.correct(act, *ACTS[act](bridge), value=VALUES.get(act, ""), by="ada", reason="I know")
    decided = shown(bridge)
    assert decided != machine or act in ("note", "same-origin")  # which the machine may have found itself
    reread(bridge)
    assert shown(bridge) == decided
    with Desk(open_ledger(where)) as again:
        assert shown(again) == decided
    taken = bridge.correct("withdraw", made.id, by="bob", reason="not so")
    assert shown(bridge) == machine
    assert [decision.withdrawn for decision in bridge.decisions()] == [True, False]
    bridge.correct("withdraw", taken.id, by="ada", reason="it is so")
    assert shown(bridge) == decided
    assert bridge.verify().fault == ""


def test_a_decision_about_words_that_are_no_longer_found_says_so(bridge: Desk) -> None:
    bridge.correct("stance", of(bridge, "NATO"), value="doubts", by="ada", reason="so it reads")
    bridge._finder = StandIn("stand-in 2", cues=("said", "denied"))
    del bridge._run
    list(bridge.rereading())
    (decision,) = bridge.decisions()
    assert not decision.stands


@pytest.mark.parametrize(
    ("act", "party", "value", "error", "words"),
    [
        ("merge", ["Russia"], "", ValueError, "at least 2"),
        ("stance", ["Russia"], "shrugs", ValueError, "no stance"),
        ("party", ["Russia"], " ", ValueError, "name of a side"),
        ("split", ["Russia", "France"], "", ValueError, "not of the same claim"),
        ("split", ["France", "Germany"], "", ValueError, "nothing would be left"),
        ("vote", ["Russia"], "", ValueError, "vote"),
        ("reject", [], "", ValueError, "at least 1"),
    ],
)
def test_what_cannot_be_decided(
    bridge: Desk, act: str, party: list[str], value: str, error: type[Exception], words: str
) -> None:
    head = bridge.ledger.head()
    with pytest.raises(error, match=words):
        bridge.correct(act, *(of(bridge, name) for name in party), value=value, by="ada", reason="so")
    assert bridge.ledger.head() == head


@pytest.mark.parametrize("subject", ["a000000000000:s1", "c0", "k99"])
def test_nobody_decides_about_what_is_not_there(bridge: Desk, subject: str) -> None:
    with pytest.raises(NotFoundError):
        bridge.correct("withdraw" if subject == "k99" else "note", subject, value="x", by="ada", reason="so")


@pytest.mark.parametrize(("by", "reason"), [("", "so"), ("ada", " ")])
def test_a_decision_is_signed_and_reasoned(bridge: Desk, by: str, reason: str) -> None:
    with pytest.raises(ValueError, match="name of who decides and a reason"):
        bridge.correct("reject", of(bridge, "NATO"), by=by, reason=reason)
