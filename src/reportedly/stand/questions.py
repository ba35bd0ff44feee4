"""What the coverage says is unknown, and the statement that answers it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reportedly.stand.moment import known_at
from reportedly.types import AFFIRMS, Act, Article, Question, Stance, Statement

_ASKS = re.compile(
    r"\b(how (?:many|much|long|far|soon|often)|how|who|whom|whose|what|which|why|when|where|whether|if)\b",
    re.IGNORECASE,
)
# "declined to comment on what was a wave of statements" describes and asks nothing.
_DESCRIBES = re.compile(r"what(?: (?:is|are|was|were|has|have|had|been))+ (?:an?|the)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\bhow (?:many|much|long|far)\b|\b(?:number|numbers|figure|figures|toll|total|tally|size)\b", re.IGNORECASE
)
_OPEN = frozenset({Stance.NO_COMMENT, Stance.CANNOT_CONFIRM})
_WORD = re.compile(r"[a-z]{3,}")
_SMALL_WORDS = (
    "the and that has had have was were for are not how who why what when where which whether many much with from this "
    "its his her their been being would could will say said did does any into about there"
)
_IDLE = frozenset(_SMALL_WORDS.split())
_ENOUGH = 0.25  # share of a question's words that an answer repeats


def questions(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Question, ...]:
    """Return what these statements of one claim leave unknown, in order of the asking.

    A statement opens a question where it asks one, or where its source cannot or will not say who, how many, whether.
    Near-identical questions are one. An answer is a later affirmation or denial that fits what is asked.
    """
    ordered = sorted(statements, key=lambda s: (known_at(s, articles), s.id))
    found: list[Question] = []
    for place, statement in enumerate(ordered):
        asks = _asked(statement, articles)
        if not asks or any(_alike(asks, known.asks) for known in found):
            continue
        answer = next((s for s in ordered[place + 1 :] if _answers(s, statement, asks, articles)), None)
        found.append(Question(f"{statement.id}?", "", asks, statement.id, answer.id if answer is not None else None))
    return tuple(found)


def _asked(statement: Statement, articles: Mapping[str, Article]) -> str:
    """Return the question a statement leaves, in its own words, or ""."""
    text = _content(statement, articles)
    if statement.act is Act.QUESTION:
        return text.strip("\"“”'‘’ ")
    if statement.stance not in _OPEN or not text:
        return ""
    found = _ASKS.search(text)
    if found is not None and found.start() < len("to comment on whether "):
        return "" if _DESCRIBES.match(text, found.start()) else text[found.start() :]
    return text if _NUMBER.search(text) else ""


def _answers(statement: Statement, asking: Statement, asks: str, articles: Mapping[str, Article]) -> bool:
    if statement.article == asking.article and statement.voice.party == asking.voice.party:
        return False
    if statement.stance not in AFFIRMS | {Stance.DENIES}:
        return False
    if _NUMBER.search(asks):
        return any(q.low is not None or q.high is not None for q in statement.quantities)
    if asks.casefold().startswith(("whether", "if ")):
        return statement.stance in {Stance.CONFIRMS, Stance.CONCEDES, Stance.DENIES} or (
            statement.stance is Stance.ASSERTS and statement.voice.party == asking.voice.party
        )
    wanted, given = _words(asks), _words(_content(statement, articles))
    return bool(wanted) and len(wanted & given) / len(wanted) >= _ENOUGH


def _alike(left: str, right: str) -> bool:
    a, b = _words(left), _words(right)
    return left.casefold() == right.casefold() or (bool(a | b) and len(a & b) / len(a | b) > 0.5)


def _content(statement: Statement, articles: Mapping[str, Article]) -> str:
    article = articles.get(statement.article)
    return statement.content_in(article.text) if article is not None else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _WORD.findall(text.casefold()) if word not in _IDLE)
