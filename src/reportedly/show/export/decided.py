"""Where people decided about a claim or a position: who, when, why, and what the machine alone has in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from reportedly.desk import Act
from reportedly.show.decisions import by_machine, rulings
from reportedly.show.export.table import Column, Kind
from reportedly.types import ClaimView, Position

if TYPE_CHECKING:
    from reportedly.desk import Decision, View
    from reportedly.show.brief.coverage import Ruling

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Beside:
    """The decisions that stand behind something, oldest first, and the machine's own; nothing where there are none."""

    decisions: tuple[Decision, ...] = ()
    machine: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """Return what a record says of it: no field at all where nobody decided."""
        if not self.decisions:
            return {}
        told = ("id", "act", "by", "at", "reason", "value")
        made = [{name: getattr(decision, name) for name in told} for decision in self.decisions]
        return {"decided": made, "machine": list(self.machine)}


class Decided:
    """What people decided, in one story or in all. Where nobody did, asking costs nothing."""

    def __init__(self, view: View, story: str) -> None:
        """Look up the decisions that stand."""
        self._rulings = [ruling for ruling in rulings(view, story) if ruling.decision.stands]
        self._machine = by_machine(view, self._rulings) if self._rulings else {}

    def claim(self, found: ClaimView) -> Beside:
        """Return the decisions that touch a claim, with id and standing of each claim that the machine alone makes."""
        inside = found.claim.statements
        made = [ruling for ruling in self._rulings if ruling.touches.intersection(inside)]
        return _beside(made, (f"{alone.claim.id}: {alone.standing.value}" for alone in self._alone(inside)))

    def position(self, found: ClaimView, position: Position) -> Beside:
        """Return the decisions that touch a position, with side and stance of each that the machine alone has there."""
        inside = {*position.statements, *(move.statement for move in position.history)}
        own = [
            p for alone in self._alone(found.claim.statements) for p in alone.positions if _meet(p, position, inside)
        ]
        touched = inside.union(*(p.statements for p in own))
        made = [r for r in self._rulings if touched.intersection(_changed(r))]
        return _beside(made, (f"{p.party}: {p.stance.value}" for p in own))

    def _alone(self, statements: Iterable[str]) -> Iterable[ClaimView]:
        found = (self._machine[name] for name in statements if name in self._machine)
        return {alone.claim.id: alone for alone in found}.values()


def columns(beside: Callable[[R], Beside], machine: str) -> tuple[Column[R], ...]:
    """Return the columns that say where people decided; `machine` says what the machine's own value is."""

    def told(name: str) -> Callable[[R], list[str]]:
        return lambda row: [getattr(decision, name) for decision in beside(row).decisions]

    return (
        Column("decisions", Kind.LIST, "ids of people's decisions that it rests on, oldest first", told("id")),
        Column("decided_by", Kind.LIST, "who decided, in the same order", told("by")),
        Column("decided_at", Kind.LIST, "when, in ledger time", told("at")),
        Column("decided_why", Kind.LIST, "why, in their words", told("reason")),
        Column("machine", Kind.LIST, f"{machine}; empty where nobody decided", lambda row: list(beside(row).machine)),
    )


def _beside(made: Iterable[Ruling], machine: Iterable[str]) -> Beside:
    decisions = tuple(ruling.decision for ruling in made)
    return Beside(decisions, tuple(dict.fromkeys(machine))) if decisions else Beside()


def _meet(machine: Position, position: Position, inside: set[str]) -> bool:
    """Tell whether a position of the machine's is what a position would be without people."""
    return machine.party == position.party or bool(inside.intersection(machine.statements))


def _changed(ruling: Ruling) -> Iterable[str]:
    """Return the statements that a decision is about; what was rejected stands in nobody's position any more."""
    return ruling.decision.about if ruling.decision.act == Act.REJECT else ruling.touches
