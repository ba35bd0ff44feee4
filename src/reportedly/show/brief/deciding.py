"""The English of people's decisions: one wording for every renderer."""

from __future__ import annotations

from reportedly.show.brief import words
from reportedly.show.brief.model import Decided, Entry, Unaided
from reportedly.show.brief.moments import reads

STANCE_NAMES = {stance.value: told for stance, told in words.STANCE.items()}
DECIDED = {
    "merge": "claims merged",
    "split": "split off as a claim of its own",
    "move": "moved to another claim",
    "party": "speaks for",
    "stance": "stance",
    "same-origin": "one origin",
    "other-origin": "an origin of its own",
    "reject": "rejected: no statement",
    "note": "",
}


def decided(found: Decided, now: str) -> str:
    """Return who decided what and why: "ada, 3 May: stance denies (machine: asserts); he said no · k57"."""
    machine = ", ".join(map(_named, found.machine))
    value = "" if found.act == "note" else _named(found.value)
    beside = f" (machine: {'the same' if machine == value else machine})" if machine else ""
    what = f"{DECIDED.get(found.act, found.act)} {value}".strip() + beside
    told = "; ".join(part for part in (what, words.clean(found.reason)) if part)
    return f"{words.clean(found.by)}, {reads(found.at, now)}: {told} · {found.id}"


def _named(value: str) -> str:
    """Return a stance or a side as it is printed."""
    return STANCE_NAMES.get(value, words.clean(value)) if value else ""


def deciders(entry: Entry) -> str:
    """Return who decided anything about a claim: "ada", "ada and bob"."""
    return " and ".join(dict.fromkeys(words.clean(each.by) for each in entry.decisions))


def unaided(found: Unaided) -> str:
    """Return what the machine alone makes of a claim."""
    return f"{found.standing.value}: {words.clean(found.gist)}"
