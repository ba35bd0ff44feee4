"""How much an event weighs: Goldstein's published values, by PLOVER type and mode, with its CAMEO root beside it.

Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict Resolution 36 (1992), from -10 (war)
to +10, as carried over to CAMEO (Schrodt, CAMEO.SCALE.txt). PLOVER joins CAMEO's roots (its codebook, "PLOVER and
CAMEO"): appeals (02) and demands (10) are REQUEST, of which the appeals' values are taken, for the words seldom tell
them apart; 09 and 11 are ACCUSE; 18 to 20 ASSAULT; 08 is parted into RETREAT (086, 087) and CONCEDE. Some copies of
PLOVER's own table give ACCUSE a positive value; Goldstein's is negative, and so is ours.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reportedly.types import EventType, Flag


@dataclass(frozen=True, slots=True)
class Weight:
    """An event's CAMEO root, "01" to "20", and its intensity, from -10 to 10."""

    cameo: str
    intensity: float


TYPES = {
    EventType.AGREE: Weight("03", 4.0),
    EventType.CONSULT: Weight("04", 1.0),
    EventType.SUPPORT: Weight("05", 3.5),
    EventType.CONCEDE: Weight("08", 5.0),
    EventType.COOPERATE: Weight("06", 6.0),
    EventType.AID: Weight("07", 7.0),
    EventType.RETREAT: Weight("08", 9.0),  # 087
    EventType.REQUEST: Weight("02", -0.3),  # 024, 025
    EventType.ACCUSE: Weight("11", -2.0),
    EventType.REJECT: Weight("12", -4.0),
    EventType.THREATEN: Weight("13", -6.0),
    EventType.PROTEST: Weight("14", -6.5),
    EventType.SANCTION: Weight("16", -4.0),
    EventType.MOBILIZE: Weight("15", -7.2),
    EventType.COERCE: Weight("17", -7.0),
    EventType.ASSAULT: Weight("18", -9.0),
}
MODES = {
    (EventType.CONSULT, "visit"): Weight("04", 1.9),  # 042
    (EventType.CONSULT, "third-party"): Weight("04", 5.0),  # 045
    (EventType.RETREAT, "withdraw"): Weight("08", 10.0),  # 0874
    (EventType.RETREAT, "release"): Weight("08", 7.0),  # 084
    (EventType.REQUEST, "assist"): Weight("02", 3.4),  # 023
    (EventType.REQUEST, "meet"): Weight("02", 4.0),  # 026 to 028
    (EventType.ACCUSE, "investigate"): Weight("09", -2.0),
    (EventType.THREATEN, "violence"): Weight("13", -7.0),  # 138
    (EventType.THREATEN, "relations"): Weight("13", -5.8),  # 131
    (EventType.THREATEN, "restrict"): Weight("13", -5.8),  # 132
    (EventType.PROTEST, "riot"): Weight("14", -7.5),  # 145
    (EventType.PROTEST, "obstruct"): Weight("14", -7.5),  # 144
    (EventType.SANCTION, "expel"): Weight("16", -8.0),  # 166
    (EventType.SANCTION, "discontinue"): Weight("16", -5.6),  # 162
    (EventType.COERCE, "seize"): Weight("17", -9.2),  # 171
    (EventType.COERCE, "restrict"): Weight("17", -5.0),  # 172
    (EventType.COERCE, "ban"): Weight("17", -5.0),
    (EventType.COERCE, "arrest"): Weight("17", -5.0),  # 173
    (EventType.COERCE, "deport"): Weight("17", -5.0),  # 174
    (EventType.ASSAULT, "crowd-control"): Weight("17", -9.0),  # 175
    (EventType.ASSAULT, "firearms"): Weight("19", -10.0),  # 193
    (EventType.ASSAULT, "heavy-weapons"): Weight("19", -10.0),  # 194
    (EventType.ASSAULT, "aerial"): Weight("19", -10.0),  # 195
    (EventType.ASSAULT, "drone"): Weight("19", -10.0),  # 195
    (EventType.ASSAULT, "explosives"): Weight("18", -10.0),  # 183
    (EventType.ASSAULT, "suicide-attack"): Weight("18", -10.0),  # 183
    (EventType.ASSAULT, "assassinate"): Weight("18", -10.0),  # 186
    (EventType.ASSAULT, "unconventional"): Weight("20", -10.0),  # 204
}
_NOT_SO = frozenset({Flag.NEGATED, Flag.HYPOTHETICAL, Flag.DEMANDED})


def weight(kind: EventType, mode: str = "") -> Weight:
    """Return what an event of a type and mode weighs; a mode of no value of its own weighs what its type does."""
    return MODES.get((kind, mode), TYPES[kind])


def intensity(kind: EventType, mode: str = "", flags: Collection[Flag] = ()) -> float:
    """Return how much an event moves the gauge, -10 to 10, as it is spoken of.

    What did not happen, might or is asked for moves nothing. What is to come is a promise (AGREE) or a threat
    (THREATEN), never more; what has ended is a concession where it was conflict, and a loss where it was cooperation.
    """
    full = weight(kind, mode).intensity
    if _NOT_SO.intersection(flags):
        return 0.0
    if Flag.FUTURE in flags:
        promise = TYPES[EventType.AGREE if full > 0 else EventType.THREATEN].intensity
        return min(promise, full) if full > 0 else max(promise, full)
    if Flag.ENDED in flags:
        return TYPES[EventType.SANCTION if full > 0 else EventType.CONCEDE].intensity
    return full
