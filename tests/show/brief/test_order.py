"""The order of claims, and how one is told in a line: what an editor must see first, and not misread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.show.brief import words
from reportedly.show.brief.compose import compose
from reportedly.show.brief.coverage import Coverage, Shelf
from reportedly.show.brief.html import columns
from reportedly.show.brief.model import Entry
from reportedly.show.brief.order import Urgency, urgency
from reportedly.types import (
    UNATTRIBUTED,
    Act,
    Certainty,
    Claim,
    ClaimKind,
    ClaimView,
    Move,
    PartyKind,
    Position,
    Span,
    Stance,
    Standing,
    Statement,
    Story,
)
from tests.stand import world

WORDS = "The ministry said the river dam holds. It said no dam broke."
NEGATED = Span(47, 59)
ASSERTS, DENIES, DOUBTS, AWAITED = Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS, Stance.AWAITED


ARTICLES = {f"a{n}": world.article(f"a{n}", f"2031-05-{n:02}", WORDS, f"Outlet {n}") for n in range(1, 5)}


def said(
    name: str,
    party: str,
    stance: Stance,
    where: str = "a1",
    act: Act = Act.FACT,
    certainty: Certainty = Certainty.CERTAIN,
    speaker: str = "",
) -> Statement:
    made = world.statement(
        name, party, stance, said=ARTICLES[where].published, act=act, certainty=certainty, content=Span(18, 37),
        speaker=speaker,
    )  # fmt: skip
    return replace(made, article=where, source=Span(0, 12), cue=Span(13, 17))


def view(name: str, standing: Standing, *found: Statement, earlier: Stance | None = None) -> ClaimView:
    """Return a claim whose sides each said one thing; `earlier` is what the first of them held the day before."""
    positions = []
    for each in found:
        moves: tuple[Move, ...] = (Move(each.stance, each.said, each.id),)
        if earlier is not None and each is found[0]:
            moves = (Move(earlier, "2031-04-01", found[-1].id), *moves)
        party = each.voice.party
        positions.append(Position(party, PartyKind.STATE, each.stance, each.said, (each.id,), moves))
    outlets = len({each.article for each in found})
    made = Claim(name, f"Gist of {name}", ClaimKind.EVENT, "s", tuple(each.id for each in found))
    days = sorted(each.said for each in found)
    return ClaimView(made, standing, "", tuple(positions), 1, 1, outlets, (), (), since=days[0], updated=days[-1])


def covering(views: list[ClaimView], statements: list[Statement], reports: int = 3) -> Coverage:
    return Coverage(
        stories=[Story("s", "The dam", tuple(v.claim.id for v in views), tuple(ARTICLES)[:reports])],
        claims={v.claim.id: v for v in views},
        statements={s.id: s for s in statements},
        articles=ARTICLES,
        origins=(),
        copies=(),
        moment="2031-05-09",
    )


def entries(coverage: Coverage) -> list[Entry]:
    (story,) = compose(coverage).stories
    return [*story.headline, *story.also]


POSSIBLE, OPINION, DEMAND = Certainty.POSSIBLE, Act.OPINION, Act.DEMAND
CASES: dict[str, tuple[Standing, tuple[Statement, ...], Stance | None, Urgency]] = {
    "two sides against each other": (
        Standing.DISPUTED, (said("1", "Varland", ASSERTS), said("2", "Ostland", DENIES)), None, Urgency.CONTESTED),
    "an admission": (Standing.CONCEDED, (said("1", "Varland", Stance.CONCEDES),), None, Urgency.WAITING),
    "an admission after a denial": (
        Standing.CONCEDED,
        (said("1", "Varland", Stance.CONCEDES), said("2", "Varland", DENIES, "a2")), DENIES, Urgency.CONTESTED),
    "taken back": (Standing.WITHDRAWN, (said("1", "Varland", Stance.RETRACTS),), None, Urgency.CONTESTED),
    "a side that moved, in the same words": (
        Standing.CLAIMED,
        (said("1", "Varland", ASSERTS), said("2", "Varland", DENIES, "a2")), DENIES, Urgency.CONTESTED),
    "a side that spoke at last": (
        Standing.CLAIMED,
        (said("1", "Varland", ASSERTS), said("2", "Varland", DENIES, "a2")), AWAITED, Urgency.WAITING),
    "a silence": (
        Standing.CLAIMED, (said("1", "Varland", ASSERTS), said("2", "Ostland", AWAITED)), None, Urgency.WAITING),
    "a doubt": (
        Standing.CLAIMED, (said("1", "Varland", ASSERTS), said("2", "Ostland", DOUBTS)), None, Urgency.WAITING),
    "only denied": (Standing.DENIED, (said("1", "Varland", DENIES),), None, Urgency.WAITING),
    "told in the negative": (
        Standing.DENIED, (replace(said("1", "Varland", DENIES), content=(NEGATED,)),), None, Urgency.ALONE),
    "several sides": (
        Standing.CORROBORATED, (said("1", "Varland", ASSERTS), said("2", "Ostland", ASSERTS)), None, Urgency.BACKED),
    "one side": (Standing.CLAIMED, (said("1", "Varland", ASSERTS),), None, Urgency.ALONE),
    "what one side means to do": (
        Standing.CLAIMED, (said("1", "Varland", ASSERTS, act=Act.INTENTION),), None, Urgency.ALONE),
    "a view": (Standing.CLAIMED, (said("1", "Varland", ASSERTS, act=OPINION),), None, Urgency.ASIDE),
    "a possibility of many": (
        Standing.CLAIMED,
        (said("1", "Varland", ASSERTS, certainty=POSSIBLE), said("2", "Ostland", ASSERTS, certainty=POSSIBLE)),
        None, Urgency.ASIDE),
    "a demand": (Standing.CLAIMED, (said("1", "Varland", ASSERTS, act=DEMAND),), None, Urgency.ASIDE),
    "nobody's word": (Standing.UNADDRESSED, (said("1", UNATTRIBUTED, ASSERTS),), None, Urgency.ASIDE),
    "nothing but silence": (Standing.UNADDRESSED, (said("1", "Ostland", AWAITED),), None, Urgency.ASIDE),
}  # fmt: skip


@pytest.mark.parametrize(("standing", "told", "earlier", "expected"), CASES.values(), ids=CASES)
def test_how_much_hangs_on_a_claim(
    standing: Standing, told: tuple[Statement, ...], earlier: Stance | None, expected: Urgency
) -> None:
    coverage = covering([view("c", standing, *told, earlier=earlier)], list(told))
    (entry,) = entries(coverage)
    assert urgency(entry, Shelf.of(coverage, tuple(ARTICLES))) is expected


def test_what_is_contested_leads_however_much_is_said_of_the_rest() -> None:
    loud = [said(f"l{n}", "Varland", ASSERTS, f"a{n}") for n in (1, 2, 3)]
    views = [
        view("possible", Standing.CLAIMED, *(s := [said("p1", "Varland", ASSERTS, certainty=POSSIBLE)])),
        view("loud", Standing.CLAIMED, *loud),
        view("silent", Standing.CLAIMED, *(t := [said("t1", "Varland", ASSERTS), said("t2", "Ostland", AWAITED)])),
        view("disputed", Standing.DISPUTED, *(d := [said("d1", "Varland", ASSERTS), said("d2", "Ostland", DENIES)])),
    ]
    found = entries(covering(views, [*s, *loud, *t, *d]))
    assert [e.claim for e in found] == ["disputed", "silent", "loud", "possible"]


def test_of_four_reports_what_one_alone_carries_comes_last() -> None:
    loud = [said(f"l{n}", "Varland", ASSERTS, f"a{n}") for n in (1, 2, 3, 4)]
    quarrel = [said("d1", "Varland", ASSERTS), said("d2", "Ostland", DENIES)]
    views = [view("loud", Standing.CLAIMED, *loud), view("quarrel", Standing.DISPUTED, *quarrel)]
    assert [e.claim for e in entries(covering(views, [*loud, *quarrel], reports=4))] == ["loud", "quarrel"]


def test_of_two_that_weigh_the_same_the_one_spoken_to_last_leads() -> None:
    told = [said(f"s{n}", "Varland", ASSERTS, f"a{n}") for n in (2, 3, 1)]
    views = [view(f"of {s.article}", Standing.CLAIMED, s) for s in told]
    undated = replace(view("undated", Standing.CLAIMED, last := said("s9", "Varland", ASSERTS)), since="", updated="")
    found = entries(covering([undated, *views], [*told, last]))
    assert [e.claim for e in found] == ["of a3", "of a2", "of a1", "undated"]


def loosely(name: str, near: tuple[str, ...], *told: Statement) -> ClaimView:
    of = view(name, Standing.CLAIMED, *told)
    return replace(of, claim=replace(of.claim, near=near))


def test_a_side_that_may_speak_of_something_else_is_given_no_stance() -> None:
    told = [said("1", "Varland", ASSERTS), said("2", "Ostland", ASSERTS, "a2"), said("3", "Urzhen", DENIES, "a3")]
    coverage = covering([loosely("c", ("1",), *told)], told)
    (entry,) = entries(coverage)
    assert {s.said.party: s.loose for s in entry.sides} == {"Varland": False, "Ostland": True, "Urzhen": True}
    assert [words.stance(side) for side in entry.sides] == ["asserts", "speaks of it", "speaks of it"]
    assert words.line(entry, 100) == "Varland: Gist of c"
    told_in = {title: [side.said.party for side in of] for title, of in columns(entry)}
    assert told_in == {
        "say so": ["Varland"], "say otherwise": [], "speak of it": ["Ostland", "Urzhen"], "have not said": []
    }  # fmt: skip


def test_what_surely_speaks_of_a_claim_leads_it() -> None:
    wide = [said(f"w{n}", "Varland", ASSERTS, f"a{n}") for n in (1, 2, 3)]
    tight = [said(f"t{n}", "Varland", ASSERTS, f"a{n}") for n in (1, 2)]
    views = [loosely("wide", ("w1",), *wide), loosely("tight", ("t1", "t2"), *tight)]
    assert [e.claim for e in entries(covering(views, [*wide, *tight]))] == ["tight", "wide"]


LINES: dict[str, tuple[tuple[Statement, ...], str]] = {
    "one person": ((said("1", "Varland", ASSERTS, speaker="Ada Lunt"),), "Ada Lunt (Varland): Gist of c"),
    "one side": ((said("1", "Varland", ASSERTS),), "Varland: Gist of c"),
    "a denial is no assertion": (
        (said("1", "Varland", DENIES, speaker="Ada Lunt"),), "Ada Lunt (Varland) denies: Gist of c"),
    "two against each other": (
        (said("1", "Varland", ASSERTS), said("2", "Ostland", DENIES)), "Varland asserts, Ostland denies: Gist of c"),
    "two at one": (
        (said("1", "Varland", ASSERTS), said("2", "Ostland", ASSERTS)), "Ostland and Varland assert: Gist of c"),
    "two who are silent": (
        (said("1", "Varland", AWAITED), said("2", "Ostland", AWAITED)), "Ostland and Varland awaited: Gist of c"),
    "nobody named beside one": (
        (said("1", UNATTRIBUTED, ASSERTS), said("2", "Ostland", DENIES)), "Ostland denies: Gist of c"),
    "two who deny": (
        (said("1", "Varland", DENIES), said("2", "Ostland", DENIES)), "Ostland and Varland deny: Gist of c"),
    "too many": (tuple(said(f"{n}", f"Side {n}", ASSERTS) for n in range(3)), "Gist of c"),
    "nobody named": ((said("1", UNATTRIBUTED, ASSERTS),), "Gist of c"),
    "it says so itself": ((said("1", "gist", ASSERTS),), "Gist of c"),
}  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), LINES.values(), ids=LINES)
def test_a_claim_in_a_line_says_who_holds_what_on_it(told: tuple[Statement, ...], expected: str) -> None:
    (entry,) = entries(covering([view("c", Standing.CLAIMED, *told)], list(told)))
    assert words.line(entry, 100) == expected


def test_a_person_is_not_given_what_others_of_the_side_said() -> None:
    told = (said("1", "Varland", ASSERTS, speaker="Ada Lunt"), said("2", "Varland", ASSERTS, "a2"))
    both = view("c", Standing.CLAIMED, *told)
    position = replace(both.positions[0], statements=("1", "2"), history=(Move(ASSERTS, told[0].said, "1"),))
    (entry,) = entries(covering([replace(both, positions=(position,))], list(told)))
    assert words.line(entry, 100) == "Varland: Gist of c"
