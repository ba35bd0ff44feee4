"""What an alert says: what moved, and the pin of the words that moved it. No pin, no alert."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from reportedly.alert.moves import Moved, When
from reportedly.alert.rules import Rule, Rules
from reportedly.desk import View
from reportedly.text import pin, sha256
from reportedly.types import Statement

VERSION = 1  # of the JSON that is sent


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert, whoever it goes to."""

    key: str  # the same whenever this very move is found again
    rule: str
    when: When
    headline: str
    claim: str
    story: str
    gist: str
    party: str
    before: str
    after: str
    who: str  # whose words they are
    words: str
    outlet: str
    title: str
    published: str
    link: str
    article: str
    statement: str
    start: int  # of the words, in code points of the article's text
    end: int

    def body(self) -> str:
        """Return the alert as JSON."""
        return json.dumps({"version": VERSION} | asdict(self), ensure_ascii=False)


def alerts(rules: Rules, moved: Iterable[Moved], view: View) -> Iterator[tuple[Rule, Alert]]:
    """Yield an alert for each move that a rule waits for, with the rule."""
    for move in moved:
        for rule in rules.rules:
            if rule.fires(move):
                yield rule, _alert(rule, move, view)


def _alert(rule: Rule, moved: Moved, view: View) -> Alert:
    statement = view.statement(moved.statement)
    article = view.article(statement.article)
    pinned = pin(article, statement.anchor)
    claim = moved.claim.claim
    after = moved.after or (pinned.exact if moved.figure is None else _figure(moved, article.text))
    parts = (rule.name, moved.when, moved.party, moved.before, after, moved.statement)
    return Alert(
        key=sha256("\n".join(parts))[:32],
        rule=rule.name,
        when=moved.when,
        headline=_headline(moved, after),
        claim=claim.id,
        story=claim.story,
        gist=claim.gist,
        party=moved.party,
        before=moved.before,
        after=after,
        who=_who(statement),
        words=" ".join(pinned.exact.split()),
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        link=article.url,
        article=article.id,
        statement=statement.id,
        start=pinned.start,
        end=pinned.end,
    )


def _headline(moved: Moved, after: str) -> str:
    gist = moved.claim.claim.gist
    match moved.when:
        case When.STANDING:
            return f"{after} (was {moved.before or 'not there'}): {gist}"
        case When.FLIP:
            return f"{moved.party} turns, {moved.before} → {after}: {gist}"
        case When.SPEAKS:
            return f"{moved.party} speaks, {moved.before} → {after}: {gist}"
        case When.NUMBER:
            return f"{moved.party} gives {after}: {gist}"
        case When.SECOND_ORIGIN:
            return f"a second independent origin: {gist}"


def _figure(moved: Moved, text: str) -> str:
    figure = moved.figure
    return text[figure.quantity.start : figure.quantity.end] if figure is not None else ""


def _who(statement: Statement) -> str:
    voice = statement.voice
    names = dict.fromkeys(name for name in (voice.speaker, voice.organisation, voice.party) if name)
    return ", ".join(names)
