"""Corrections: what was decided so far, and the form for one more."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.desk import Act, NotFoundError
from reportedly.show.brief import words
from reportedly.show.http.access import Visitor
from reportedly.show.http.newsroom import Newsroom
from reportedly.show.web.page import Page
from reportedly.show.web.render import render
from reportedly.types import Stance


@dataclass(frozen=True, slots=True)
class Ask:
    """What a decision asks of the person who makes it."""

    title: str
    subjects: str
    more: str = ""  # a second field of ids, where it takes two kinds
    value: str = ""
    choices: tuple[Stance, ...] = ()


ASKS = {
    Act.MERGE: Ask("These claims are one", "Claim", more="Claims it is the same as (ids)"),
    Act.SPLIT: Ask("These statements are a claim of their own", "Statements"),
    Act.MOVE: Ask("This statement belongs to another claim", "Statement", more="The claim it belongs to (id)"),
    Act.PARTY: Ask("They speak for another side", "Statements, or speaker: and a name", value="The side spoken for"),
    Act.STANCE: Ask(
        "They take another stance",
        "Statements",
        value="The stance they take",
        choices=tuple(stance for stance in Stance if stance),
    ),
    Act.SAME_ORIGIN: Ask("These go back to one utterance", "Statement", more="Statements it shares an origin with"),
    Act.OTHER_ORIGIN: Ask("These go back to an utterance of their own", "Statements"),
    Act.REJECT: Ask("These are no statements", "Statements"),
    Act.NOTE: Ask("A note", "About", value="The note"),
    Act.WITHDRAW: Ask("Take a decision back", "Decision"),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was filled in."""

    act: Act
    subjects: str = ""
    more: str = ""
    value: str = ""
    reason: str = ""


def corrections(room: Newsroom, visitor: Visitor, notice: str = "") -> Page:
    """Return every decision, the newest first."""
    decisions = room.view().decisions()[::-1]
    body = render("corrections.html.j2", decisions=decisions, editor=visitor.editor)
    return Page("Corrections", body, section="/corrections", notice=notice)


def form(room: Newsroom, visitor: Visitor, filled: Filled, notice: str = "") -> Page:
    """Return the form for one decision."""
    ask = ASKS[filled.act]
    body = render(
        "correct.html.j2",
        ask=ask,
        act=filled.act.value,
        subjects=filled.subjects,
        more=filled.more,
        value=filled.value,
        reason=filled.reason,
        about=_about(room, filled.subjects),
        csrf=visitor.csrf,
    )
    return Page(ask.title, body, section="/corrections", notice=notice)


def decide(room: Newsroom, visitor: Visitor, filled: Filled) -> str:
    """Record a decision and return its id. Raises ValueError and NotFoundError where it makes no sense."""
    subjects = [*_names(filled.subjects), *filled.more.split()]
    made = room.desk.correct(filled.act, *subjects, by=visitor.name, reason=filled.reason, value=filled.value)
    room.follow()
    return made.id


def _names(subjects: str) -> list[str]:
    """Return ids apart; after "speaker:" comes one name, spaces and all."""
    return [subjects.strip()] if subjects.strip().startswith("speaker:") else subjects.split()


def _about(room: Newsroom, subjects: str) -> str:
    """Return the words that are decided about, "" where that cannot be said in a line."""
    name = subjects.partition(" ")[0]
    try:
        if name.startswith("c"):
            return next(iter(room.claim(name).coverage.claims.values())).claim.gist
        if name.startswith("a") and ":" in name:
            told = room.told(f"t{name.partition(':')[0][1:]}").coverage
            statement = told.statements[name]
            return words.shorten(statement.extent.of(told.articles[statement.article].text), 400)
    except (NotFoundError, KeyError):
        return ""
    return ""
