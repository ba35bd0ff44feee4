"""How long a question has been open, and what closed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.stand.course import day_of
from reportedly.stand.moment import known_at
from reportedly.types import Article, Question, Statement


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question with its days. Open ones are counted up to the moment of the view."""

    question: Question
    opened: str  # ISO day, "" where unknown
    closed: str  # "" while it is open
    days: int | None  # None where a day is unknown


def waiting(
    questions: Iterable[Question], statements: Mapping[str, Statement], articles: Mapping[str, Article], moment: str
) -> tuple[Waiting, ...]:
    """Return questions with the days they have been open, the open ones first, the longest open first.

    `moment` is the ISO moment up to which open questions are counted.
    """
    found = []
    for question in questions:
        opened = day_of(known_at(statements[question.opened_by], articles))
        closed = day_of(known_at(statements[question.closed_by], articles)) if question.closed_by else ""
        end = closed if question.closed_by else day_of(moment)
        days = (date.fromisoformat(end) - date.fromisoformat(opened)).days if opened and end else None
        found.append(Waiting(question, opened, closed, None if days is None else max(0, days)))
    return tuple(sorted(found, key=lambda w: (w.question.closed_by is not None, -(w.days or 0), w.question.id)))
