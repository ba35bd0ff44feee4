"""What each party holds on a claim, since when, and everything it held before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

from reportedly.types import AFFIRMS, Move, PartyKind, Position, Stance, Statement
from reportedly.wording import NEGATION, alike

SPOKEN = AFFIRMS | {Stance.DENIES, Stance.DOUBTS, Stance.RETRACTS}
# Of two stances taken at one moment the one further left stands: an admission says more than the denial beside it,
# and any word says more than silence.
_WEIGHT = {
    stance: -place
    for place, stance in enumerate(
        (
            Stance.CONCEDES,
            Stance.RETRACTS,
            Stance.CONFIRMS,
            Stance.DENIES,
            Stance.ASSERTS,
            Stance.DOUBTS,
            Stance.CANNOT_CONFIRM,
            Stance.NO_COMMENT,
            Stance.AWAITED,
        )
    )
}


def positions(
    statements: Iterable[Statement],
    moments: Mapping[str, str],
    near: Container[str] | None = None,
    said: Mapping[str, str] | None = None,
) -> tuple[Position, ...]:
    """Return one position a party, the newest first. `moments` says when each statement was made, by its id.

    `near` are the statements that are surely about the claim (None: all are): where a party has made such, what else
    it said changes no stance. `said` has the words of statements that only links have brought together: there a denial
    beside an affirmation counts only where it is surely of that (`_crosses`). A party that has spoken keeps its word
    when it later declines to comment: silence is kept in the history and withdraws nothing.
    """
    moves: dict[str, list[Move]] = defaultdict(list)
    kinds: dict[str, PartyKind] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        if statement.stance is not Stance.NONE:
            moves[statement.voice.party].append(Move(statement.stance, moments[statement.id], statement.id))
            if kinds.get(statement.voice.party, PartyKind.UNKNOWN) is PartyKind.UNKNOWN:
                kinds[statement.voice.party] = statement.voice.kind
    found = [_position(party, kinds[party], of_party, near, said or {}) for party, of_party in moves.items()]
    return tuple(sorted(found, key=lambda p: (_newest(p), p.party), reverse=True))


def _position(
    party: str, kind: PartyKind, moves: list[Move], near: Container[str] | None, said: Mapping[str, str]
) -> Position:
    history = sorted(moves, key=lambda m: (m.at, _WEIGHT[m.stance], m.statement))
    spoken = [m for m in history if m.stance in SPOKEN] or history
    spoken = [m for m in spoken if near is None or m.statement in near] or spoken
    affirmed = [said[m.statement] for m in spoken if m.stance in AFFIRMS and m.statement in said]
    if affirmed:
        spoken = [m for m in spoken if m.stance is not Stance.DENIES or _crosses(said.get(m.statement, ""), affirmed)]
    stance = spoken[-1].stance
    since, held = spoken[-1].at, list[str]()
    for move in reversed(spoken):
        if move.stance is not stance:
            break
        since = move.at
        held.append(move.statement)
    return Position(party, kind, stance, since, tuple(held), tuple(history))


def _crosses(denied: str, affirmed: Sequence[str]) -> bool:
    """Tell whether who affirms one thing and denies another surely denies the same.

    Links are not perfect, and who says beside an affirmation that something is not so mostly speaks of something else
    that the claim has drawn in: "she had had no notice of the strike" denies no strike.
    """
    return NEGATION.search(denied) is None or any(alike(denied, other) for other in affirmed)


def _newest(position: Position) -> str:
    return max(move.at for move in position.history)


def flips(position: Position) -> tuple[tuple[Move, Move], ...]:
    """Return each change of a party's spoken stance as (before, after), oldest first."""
    spoken = [m for m in position.history if m.stance in SPOKEN]
    return tuple((a, b) for a, b in pairwise(spoken) if a.stance is not b.stance)
