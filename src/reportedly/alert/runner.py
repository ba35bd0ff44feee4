"""Following a ledger: rules are asked about what was appended since the last look, and letters are delivered.

How far the rules were asked and the letters they gave are kept in one transaction, before anything is sent: a crash
loses no alert. A letter is noted as delivered once it was: a crash between the two sends it again, under the same key.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from reportedly.alert.alerts import alerts
from reportedly.alert.deliver import Undelivered, deliver, line
from reportedly.alert.moves import Moved, moves
from reportedly.alert.rules import Rules
from reportedly.desk import Desk, NotFoundError, View
from reportedly.desk.slices import article_named
from reportedly.ledger.beside import NEVER, Letter, written
from reportedly.ledger.port import EntryKind
from reportedly.read import retry_after
from reportedly.text import sha256
from reportedly.types import ClaimView

TRIES = 12  # until a letter is given up: about a day and a half
FIRST, LONGEST = 30.0, 6 * 3600.0  # seconds until the second try, and between any two
BATCH = 50
TOUCHING = frozenset({EntryKind.READING, EntryKind.LINK})
_LOG = logging.getLogger("reportedly.watch")


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of the letters that were due."""

    sent: int = 0
    waiting: int = 0  # to be tried again
    given_up: int = 0


class Runner:
    """Asks rules about a ledger and delivers what they say."""

    def __init__(
        self,
        desk: Desk,
        rules: Rules,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        dice: Random | None = None,
        every: float = 0.0,
        write: Callable[[str], object] | None = None,
        as_line: Callable[[dict[str, Any]], str] = line,
    ) -> None:
        """Take a desk and its rules. Called again and again, it asks the rules every so many seconds at most.

        `write` is handed what goes to standard output, each alert as `as_line` has it.
        """
        self._desk = desk
        self._rules = rules
        self._now = now
        self._dice = dice or Random()
        self._every = every
        self._next = self._now()
        self._write = write
        self._as_line = as_line
        self._outbox = desk.ledger.outbox

    def look(self, *, since: int | None = None) -> int:
        """Ask the rules about what was appended since the last look, and return how many letters that gave.

        The first look of all gives none: it only says from where on to look, the end of the ledger or entry `since`.
        """
        head = self._desk.ledger.head().seq
        upto = since if since is not None else self._outbox.upto(self._rules.name)
        if upto is None or upto >= head:
            if upto is None:
                self._outbox.put(self._rules.name, head, [])
            return 0
        letters = list(self._letters(upto))
        self._outbox.put(self._rules.name, head, letters)
        return len(letters)

    def deliver(self) -> Delivered:
        """Send the letters that are due."""
        tally = Delivered()
        due = self._outbox.due(self._rules.name, written(self._now()), BATCH)
        for letter in due:
            tried = self._try(letter)
            self._outbox.tried(tried)
            if tried.due != NEVER:
                tally = replace(tally, waiting=tally.waiting + 1)
            elif tried.problem:
                tally = replace(tally, given_up=tally.given_up + 1)
            else:
                tally = replace(tally, sent=tally.sent + 1)
        return tally

    def __call__(self) -> None:
        """Look, unless the last look was just now, and deliver: what `watch` does after each article."""
        if self._now() >= self._next:
            self.look()
            self._next = self._now() + timedelta(seconds=self._every)
        self.deliver()

    def next_due(self) -> str:
        """Return when the next letter is due, "" where none is."""
        return self._outbox.next_due(self._rules.name)

    # --- what the rules say -------------------------------------------------------------------------------------------

    def _letters(self, upto: int) -> Iterator[Letter]:
        for rule, alert in alerts(self._rules, self._moved(upto), self._desk):
            for target in rule.send:
                _LOG.info("alert", extra={"fields": {"rule": rule.name, "target": target, "headline": alert.headline}})
                key = sha256(f"{self._rules.name}\n{target}\n{alert.key}")[:32]
                body = replace(alert, key=key).body()
                yield Letter(key, self._rules.name, target, body, due=written(self._now()))

    def _moved(self, upto: int) -> list[Moved]:
        ledger = self._desk.ledger
        touched = dict.fromkeys(entry.subject for entry in ledger.entries(kinds=TOUCHING, after=upto))
        now = list(_claims(self._desk, touched))
        last = next(ledger.entries(after=upto - 1, until=upto), None) if upto else None
        if last is None:
            return moves([], now)
        members = dict.fromkeys(article_named(name) for view in now for name in view.claim.statements)
        return moves(list(_claims(self._desk.at(known_at=last.at), members)), now)

    # --- their way ----------------------------------------------------------------------------------------------------

    def _try(self, letter: Letter) -> Letter:
        tries, name = letter.tries + 1, letter.target
        target = self._rules.targets.get(name)
        if target is None:
            return replace(letter, tries=tries, due=NEVER, problem=f"there is no [target.{name}] any more")
        try:
            write = sys.stdout.write if self._write is None else self._write
            deliver(target, letter.body, json.loads(letter.body), self._now(), write, self._as_line)
        except Exception as error:  # one target's trouble must stop neither the watch nor the other targets
            why = error if isinstance(error, Undelivered) else Undelivered(f"{type(error).__name__}: {error}")
            again = why.again and tries < TRIES
            due = written(self._now() + timedelta(seconds=self._wait(tries, why.retry_after))) if again else NEVER
            fields = {"target": name, "key": letter.key, "reason": str(why), "tries": tries, "due": due}
            _LOG.warning("alert not delivered", extra={"fields": fields})
            return replace(letter, tries=tries, due=due, problem=str(why))
        return replace(letter, tries=tries, due=NEVER, problem="")

    def _wait(self, tries: int, asked: str) -> float:
        wait = min(LONGEST, FIRST * 3.0 ** (tries - 1)) * (1 + self._dice.random() / 2)
        return max(wait, retry_after(asked, self._now()))


def _claims(view: View, articles: dict[str, None]) -> Iterator[ClaimView]:
    """Yield the claims of the stories that some articles are part of, each story once."""
    met = set[str]()
    for article in articles:
        try:
            story = view.story_of(article).id
        except NotFoundError:
            continue
        if story not in met:
            met.add(story)
            yield from view.claims(story=story)
