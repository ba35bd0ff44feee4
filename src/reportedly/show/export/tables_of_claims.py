"""Tables of what statements come to: claims, positions, moves, origins, questions, and figures as UCDP has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.show.export.decided import Beside, columns
from reportedly.show.export.part import Part, parts
from reportedly.show.export.table import Column, Kind, Table
from reportedly.types import Bounds, ClaimView, Figure, Move, Origin, Position, Question

if TYPE_CHECKING:
    from reportedly.desk import View

_DAY = 10  # characters of an ISO date


@dataclass(frozen=True)
class Stood:
    """A claim of a story."""

    part: Part
    claim: ClaimView

    def beside(self) -> Beside:
        """Return where people decided."""
        return self.part.decided.claim(self.claim)


@dataclass(frozen=True)
class Took:
    """A party's position on a claim."""

    part: Part
    claim: ClaimView
    position: Position

    def beside(self) -> Beside:
        """Return where people decided."""
        return self.part.decided.position(self.claim, self.position)


@dataclass(frozen=True)
class Moved:
    """One stance that a party took."""

    claim: ClaimView
    position: Position
    move: Move


@dataclass(frozen=True)
class Range:
    """A claim with bounds, and the newest of the figures that their best one comes from."""

    claim: ClaimView
    bounds: Bounds
    figure: Figure


def _claims(view: View, story: str) -> Iterator[ClaimView]:
    return (claim for part in parts(view, story) for claim in part.claims)


def _stood(view: View, story: str) -> Iterator[Stood]:
    return (Stood(part, claim) for part in parts(view, story) for claim in part.claims)


def _took(view: View, story: str) -> Iterator[Took]:
    return (Took(s.part, s.claim, position) for s in _stood(view, story) for position in s.claim.positions)


def _moved(view: View, story: str) -> Iterator[Moved]:
    return (Moved(took.claim, took.position, move) for took in _took(view, story) for move in took.position.history)


def _questions(view: View, story: str) -> Iterator[Question]:
    return (question for claim in _claims(view, story) for question in claim.questions)


def _origins(view: View, story: str) -> Iterator[Origin]:
    return (origin for part in parts(view, story) for origin in part.origins)


def _ranges(view: View, story: str) -> Iterator[Range]:
    for claim in _claims(view, story):
        bounds = claim.bounds
        if bounds is not None and claim.figures:
            newest = reversed(claim.figures)
            yield Range(claim, bounds, next((f for f in newest if _fits(f, bounds.best)), claim.figures[-1]))


def _fits(figure: Figure, best: float | None) -> bool:
    low, high = figure.quantity.low, figure.quantity.high
    return best is not None and (low is None or low <= best) and (high is None or best <= high)


CLAIMS: Table[Stood] = Table(
    "claims",
    "Propositions that statements are about, a row each, with their standing at the moment of the export.",
    (
        Column("id", Kind.TEXT, "its id", lambda row: row.claim.claim.id),
        Column("story", Kind.TEXT, "id of its story", lambda row: row.claim.claim.story),
        Column("gist", Kind.TEXT, "what is claimed, in the affirmative", lambda row: row.claim.claim.gist),
        Column("kind", Kind.TEXT, "`event`, `quantity` or `other`", lambda row: row.claim.claim.kind.value),
        Column(
            "standing",
            Kind.TEXT,
            "`claimed`, `corroborated`, `disputed`, `conceded`, `withdrawn`, `denied`, `unaddressed`; "
            "no verdict of truth",
            lambda row: row.claim.standing.value,
        ),
        Column("rule", Kind.TEXT, "the rule that gave the standing", lambda row: row.claim.rule),
        Column("since", Kind.TEXT, "when it was first said", lambda row: row.claim.since),
        Column("updated", Kind.TEXT, "when it was last said", lambda row: row.claim.updated),
        Column(
            "independent_origins",
            Kind.WHOLE,
            "origins of different sides that affirm it and surely say the same: what counts as corroboration",
            lambda row: row.claim.independent_origins,
        ),
        Column(
            "origins_at_most",
            Kind.WHOLE,
            "the same, if all that is surely about it says the same",
            lambda row: row.claim.origins_at_most,
        ),
        Column("outlets", Kind.WHOLE, "outlets that carry it: what does not", lambda row: row.claim.outlets),
        Column("statements", Kind.LIST, "ids of its statements", lambda row: list(row.claim.claim.statements)),
        Column(
            "unheard",
            Kind.LIST,
            "parties it concerns of whom no article says anything",
            lambda row: list(row.claim.unheard),
        ),
        *columns(Stood.beside, "id and standing of each claim that the machine alone makes of its statements"),
    ),
    _stood,
)

POSITIONS: Table[Took] = Table(
    "positions",
    "Each party's newest stance on each claim, a row each.",
    (
        Column("claim", Kind.TEXT, "id of the claim", lambda row: row.claim.claim.id),
        Column("party", Kind.TEXT, "the side", lambda row: row.position.party),
        Column("party_kind", Kind.TEXT, "what kind of side, as in statements", lambda row: row.position.kind.value),
        Column("stance", Kind.TEXT, "its newest stance", lambda row: row.position.stance.value),
        Column("since", Kind.TEXT, "when it took it", lambda row: row.position.since),
        Column(
            "moves",
            Kind.WHOLE,
            "how many stances it has taken, this one included",
            lambda row: len(row.position.history),
        ),
        Column("statements", Kind.LIST, "ids of the statements behind it", lambda row: list(row.position.statements)),
        *columns(Took.beside, "side and stance of each position that the machine alone has in its place"),
    ),
    _took,
)

MOVES: Table[Moved] = Table(
    "moves",
    "Every stance that a party has taken on a claim, oldest first, so that flips show.",
    (
        Column("claim", Kind.TEXT, "id of the claim", lambda row: row.claim.claim.id),
        Column("party", Kind.TEXT, "the side", lambda row: row.position.party),
        Column("stance", Kind.TEXT, "the stance it took", lambda row: row.move.stance.value),
        Column("at", Kind.TEXT, "when", lambda row: row.move.at),
        Column("statement", Kind.TEXT, "id of the statement that says so", lambda row: row.move.statement),
    ),
    _moved,
)

ORIGINS: Table[Origin] = Table(
    "origins",
    "Utterances, documents and observations in the world, a row each. Copies and relays of one share it.",
    (
        Column("id", Kind.TEXT, "its id", lambda row: row.id),
        Column("party", Kind.TEXT, "the side it is an origin of", lambda row: row.party),
        Column("what", Kind.TEXT, "what it was, in words", lambda row: row.what),
        Column("statements", Kind.LIST, "ids of the statements that go back to it", lambda row: list(row.statements)),
    ),
    _origins,
)

QUESTIONS: Table[Question] = Table(
    "questions",
    "What the coverage says is unknown, a row each.",
    (
        Column("id", Kind.TEXT, "its id", lambda row: row.id),
        Column("claim", Kind.TEXT, "id of the claim it is about", lambda row: row.claim),
        Column("asks", Kind.TEXT, "what is asked", lambda row: row.asks),
        Column("opened_by", Kind.TEXT, "id of the statement that says so", lambda row: row.opened_by),
        Column(
            "closed_by", Kind.TEXT, "id of the statement that answers it; null while open", lambda row: row.closed_by
        ),
    ),
    _questions,
)

UCDP: Table[Range] = Table(
    "ucdp",
    "Claims with a figure, a row each, with the columns of UCDP's georeferenced events that we can fill. `low` and "
    "`high` are the lowest lower and the highest upper bound among the newest figures of all parties that count the "
    "same thing; a figure without a lower bound counts from 0, one without an upper leaves `high` null. `best` is the "
    "middle of the figure that most parties' newest figures agree with, on a tie of the newest of those. It is the "
    "best supported figure, not a finding: UCDP's own coders prefer the most reliable source instead.",
    (
        Column("id", Kind.TEXT, "id of the claim", lambda row: row.claim.claim.id),
        Column("story", Kind.TEXT, "id of its story", lambda row: row.claim.claim.story),
        Column("description", Kind.TEXT, "what is claimed", lambda row: row.claim.claim.gist),
        Column("item", Kind.TEXT, "what `best` counts", lambda row: row.figure.quantity.item),
        Column("date_start", Kind.TEXT, "the day it was first said", lambda row: row.claim.since[:_DAY]),
        Column("date_end", Kind.TEXT, "the day of the newest figure", lambda row: row.claim.figures[-1].at[:_DAY]),
        Column("low", Kind.NUMBER, "lowest count", lambda row: row.bounds.low),
        Column("best", Kind.NUMBER, "count best supported, by the rule above", lambda row: row.bounds.best),
        Column("high", Kind.NUMBER, "highest count; null where a party leaves it open", lambda row: row.bounds.high),
        Column(
            "number_of_sources",
            Kind.WHOLE,
            "independent origins of different sides that affirm the claim: not outlets, not reports",
            lambda row: row.claim.independent_origins,
        ),
        Column("number_of_outlets", Kind.WHOLE, "outlets that carry it", lambda row: row.claim.outlets),
        Column("standing", Kind.TEXT, "as in claims", lambda row: row.claim.standing.value),
        Column(
            "source_original",
            Kind.LIST,
            "the parties that give figures, in order of time",
            lambda row: list(dict.fromkeys(figure.party for figure in row.claim.figures)),
        ),
        Column(
            "source_article",
            Kind.LIST,
            "ids of the articles with those figures",
            lambda row: list(dict.fromkeys(figure.statement.partition(":")[0] for figure in row.claim.figures)),
        ),
    ),
    _ranges,
)
