"""`beside.Outbox` over SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import delete, insert, select, update

from reportedly.ledger.beside import NEVER, Letter
from reportedly.ledger.tables import ALERT, ALERT_UPTO
from reportedly.ledger.watched import Session, soonest


class SqlOutbox:
    """Alerts that are on their way, and how far in the log the rules have been asked."""

    def __init__(self, reading: Session, writing: Session) -> None:
        """Take how a ledger reads and writes its database."""
        self._reading = reading
        self._writing = writing

    def upto(self, rules: str) -> int | None:
        """Return the seq up to which a set of rules was asked."""
        with self._reading() as connection:
            return connection.execute(select(ALERT_UPTO.c.seq).where(ALERT_UPTO.c.rules == rules)).scalar_one_or_none()

    def put(self, rules: str, seq: int, letters: Sequence[Letter]) -> None:
        """Keep letters and how far the rules were asked, in one transaction."""
        new = {letter.key: letter for letter in letters}
        with self._writing() as connection:
            known = connection.execute(select(ALERT.c.key).where(ALERT.c.key.in_(sorted(new)))).scalars()
            for key in known.all():
                del new[key]
            if new:
                connection.execute(insert(ALERT), [asdict(letter) for letter in new.values()])
            connection.execute(delete(ALERT_UPTO).where(ALERT_UPTO.c.rules == rules))
            connection.execute(insert(ALERT_UPTO), {"rules": rules, "seq": seq})

    def due(self, rules: str, before: str, limit: int) -> list[Letter]:
        """Return letters of a set of rules that are due by a time."""
        query = select(ALERT).where(ALERT.c.rules == rules, ALERT.c.due != NEVER, ALERT.c.due <= before)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(ALERT.c.due, ALERT.c.key).limit(limit)).all()
        return [Letter(*row) for row in rows]

    def next_due(self, rules: str) -> str:
        """Return when the next letter of a set of rules is due."""
        return soonest(self._reading, ALERT.c.due, ALERT.c.rules == rules)

    def tried(self, letter: Letter) -> None:
        """Keep what became of a try."""
        values = {"due": letter.due, "tries": letter.tries, "problem": letter.problem}
        with self._writing() as connection:
            connection.execute(update(ALERT).where(ALERT.c.key == letter.key).values(**values))
