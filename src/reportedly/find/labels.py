"""The order in which the model's outputs stand for our words. Changing it needs new weights."""

from __future__ import annotations

from reportedly.types import Act, Certainty, Channel, EventType, Flag, Stance

ANCHOR_TAGS = ("O", "B-cue", "I-cue", "B-name", "I-name")  # "name": the name line of a block quote without any cue
ROLES = ("source", "content", "via")
ACTS = tuple(Act)
STANCES = tuple(Stance)
CERTAINTIES = tuple(Certainty)
CHANNELS = tuple(Channel)

EVENT_ROLES = ("trigger", "actor", "recipient", "place", "time", "quantity")
EVENT_TYPES: tuple[EventType | None, ...] = (None, *EventType)  # None: the sentence is no event's news
# PLOVER's modes, as far as the event examples (corpus/events/GUIDE.md) have them.
MODES_OF: dict[EventType, tuple[str, ...]] = {
    EventType.CONSULT: ("multilateral", "phone", "third-party", "visit"),
    EventType.RETREAT: ("access", "ceasefire", "disarm", "release", "withdraw"),
    EventType.REQUEST: ("assist", "change", "meet", "yield"),
    EventType.ACCUSE: ("allege", "disapprove", "investigate"),
    EventType.REJECT: ("assist", "change", "meet", "yield"),
    EventType.THREATEN: ("arrest", "expel", "relations", "restrict", "territory", "violence"),
    EventType.PROTEST: ("boycott", "demo", "hunger", "obstruct", "riot", "strike"),
    EventType.SANCTION: ("convict", "discontinue", "expel", "withdraw"),
    EventType.MOBILIZE: ("militia", "police", "troops", "weapons"),
    EventType.COERCE: (
        *("arrest", "ban", "censor", "cyber", "deport", "martial-law", "misinformation", "restrict", "seize"),
        "withhold",
    ),
    EventType.ASSAULT: (
        *("aerial", "assassinate", "beat", "crowd-control", "drone", "execute", "explosives", "firearms"),
        *("heavy-weapons", "other", "primitive", "sexual", "suicide-attack", "torture", "unconventional"),
    ),
}
EVENT_MODES = ("", *sorted({mode for modes in MODES_OF.values() for mode in modes}))
FLAGS = tuple(Flag)
