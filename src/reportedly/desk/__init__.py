"""The desk: the only place that joins the stages and the ledger. Plan first, then append.

    source --read--> Document | Skipped
      Document --find--> Statements (words, labels)        a newer reader reads kept articles again
        --name(memory)--> Statements (voices)              memory: whom the ledger has heard speak, and for whom
          --link(index)--> Links                           index: past statements, as people have corrected them
            --plan--> Drafts                               pure; nothing where the ledger holds it all already
              --append--> Entries                          one transaction an article; MovedError: link and plan again

    Entries up to a ledger time --Shelf--> articles, statements, links, corrections of a story      (a fold)
      --decide--> the same, people's decisions laid over the machine's                              (pure)
        --link.fold--> claims, origins, stories, copies
          --stand.view(as of a world time)--> ClaimView    positions, standing, questions, figures

A `View` answers for one moment; a `Desk` is the view of now, and can read and correct. Views keep nothing: whatever they
show is folded from entries each time, so there is nothing to rebuild and nothing to go stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly.desk.results import (
    Decision,
    Kept,
    NotFoundError,
    Outcome,
    PartyCount,
    ReadTotals,
    Shift,
    Unchanged,
    Why,
)
from reportedly.desk.view import View
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Ledger
from reportedly.types import ClaimView

__all__ = [
    "Decision",
    "Desk",
    "Kept",
    "NotFoundError",
    "Outcome",
    "PartyCount",
    "ReadTotals",
    "Shift",
    "Unchanged",
    "View",
    "Why",
    "open",
]


class Desk(View):
    """A ledger open for reading articles into it, asking it, and correcting it."""

    def __init__(self, ledger: Ledger) -> None:
        """Take a ledger; `reportedly.open` opens one by its path or URL."""
        super().__init__(ledger)

    def reading(self, *sources: str) -> Iterator[Outcome]:
        """Read sources one by one and yield what became of each input, as soon as it is safe in the ledger."""
        raise NotImplementedError

    def read(self, *sources: str, progress: Callable[[Outcome], None] | None = None) -> ReadTotals:
        """Read files, folders, globs, "-" or URLs into the ledger; `progress` is told of each input."""
        totals = ReadTotals()
        for outcome in self.reading(*sources):
            totals = totals.plus(outcome)
            if progress is not None:
                progress(outcome)
        return totals

    def at(self, *, as_of: str = "", known_at: str = "") -> View:
        """Return the view of another moment: `as_of` on the world's time, `known_at` on the ledger's (ISO 8601)."""
        return View(self.ledger, as_of=as_of, known_at=known_at)

    def claims(self, *, story: str = "", as_of: str = "", known_at: str = "") -> list[ClaimView]:
        """Return claims with their standing, of one story or of all, now or at another moment."""
        return View(self.ledger, as_of=as_of, known_at=known_at).claims(story=story)

    def close(self) -> None:
        """Release the ledger."""
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(where: str | Path, *, create: bool = True) -> Desk:  # noqa: A001  it is called as reportedly.open
    """Open the desk over a ledger: a file's path, or a `postgresql://` URL. Use it as a context manager."""
    return Desk(open_ledger(where, create=create))
