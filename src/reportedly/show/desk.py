"""The desk as Python users hold it (`reportedly.open`): the desk, and it can print a brief.

What a desk knows is below; how it is printed is here. So the desk stays free of screens, and whoever asks one for a
brief need not know where briefs are made.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from reportedly import desk
from reportedly.ledger import open_ledger
from reportedly.show.brief.compose import HEADLINES, compose
from reportedly.show.brief.printed import Printed
from reportedly.show.gather import gather


class View(desk.View):
    """What a ledger says at one moment, and its brief."""

    def brief(self, *, story: str = "", since: str = "", stories: int = 10, headlines: int = HEADLINES) -> Printed:
        """Return who says what, of one story or of the newest ones: printed it is text, in a notebook a page.

        `since` (ISO 8601) marks what is new and leaves out stories without news; of each story so many `headlines` are
        told with their sides.
        """
        return Printed.of(compose(gather(self, story=story, limit=stories, since=since), headlines))

    @cached_property
    def machine(self) -> View:
        """Return the machine's own result at the same moment, with nobody's decisions laid over it."""
        return View(self.ledger, as_of=self.as_of, known_at=self.known_at, decided=False)


class Desk(View, desk.Desk):
    """A ledger open for reading articles into it, asking it, printing it, and correcting it."""

    def at(self, *, as_of: str = "", known_at: str = "") -> View:
        """Return the view of another moment: `as_of` on the world's time, `known_at` on the ledger's (ISO 8601)."""
        return View(self.ledger, as_of=as_of, known_at=known_at)


def open(where: str | Path, *, create: bool = True) -> Desk:
    """Open the desk over a ledger: a file's path, or a `postgresql://` URL. Use it as a context manager.

    Raises `ledger.port.LedgerError` where that cannot be done.
    """
    return Desk(open_ledger(where, create=create))
