"""The desk: the only place that joins the stages and the ledger. Plan first, then append.

    source --read--> Document | Skipped
      Document --find--> Statements (words, labels)        a newer reader reads kept articles again
        --name(memory)--> Statements (voices)              memory: whom the ledger has heard speak, and for whom
          --link(index)--> Links                           index: past statements, as the machine read them
            --plan--> Drafts                               pure; nothing where the ledger holds it all already
              --append--> Entries                          one transaction an article; MovedError: link and plan again

    Entries up to a ledger time --gather, Shelf--> articles, statements, links, decisions of one room
      --corrected, judgements--> people's decisions laid over the machine's
        --link.fold--> claims, origins, stories, copies        Room: pure from the shelf on
          --stand.view(as of a world time)--> ClaimView        positions, standing, questions, figures

A `View` answers for one moment; a `Desk` is the view of now, and can read and correct. Views keep nothing: whatever
they show is folded from entries each time, so there is nothing to rebuild and nothing to go stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly import link as linking
from reportedly import name as naming
from reportedly.desk.correct import correction, together
from reportedly.desk.corrections import Act, correction_draft
from reportedly.desk.plan import Versions
from reportedly.desk.reading import Run
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
from reportedly.desk.rows import Rows
from reportedly.desk.view import View
from reportedly.find import Finder, finder
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Ledger, MovedError
from reportedly.ledger.verify import Report, verify
from reportedly.read import Document, Fetcher, Source
from reportedly.types import ClaimView, Skipped

__all__ = [
    "Act",
    "Decision",
    "Desk",
    "Kept",
    "NotFoundError",
    "Outcome",
    "PartyCount",
    "ReadTotals",
    "Rows",
    "Shift",
    "Unchanged",
    "View",
    "Why",
    "open",
]


class Desk(View):
    """A ledger open for reading articles into it, asking it, and correcting it."""

    def __init__(self, ledger: Ledger, finder: Finder | None = None) -> None:
        """Take a ledger and who finds statements; `reportedly.open` opens one by its path or URL."""
        super().__init__(ledger)
        self._finder = finder

    @cached_property
    def _run(self) -> Run:
        find = self._finder or finder()  # loading the weights waits until something is read
        return Run(self.ledger, find, versions(find))

    def reading(self, *sources: Source, fetch: Fetcher | None = None) -> Iterator[Outcome]:
        """Read files, folders, globs, "-" or URLs; yield what became of each input, once it is safe in the ledger.

        Reading the same again changes nothing. A run that is cut off loses at most the article in hand. URLs are
        fetched by `fetch`, by default one that refuses private addresses.
        """
        return self._run.over(sources, fetch or Fetcher())

    def keep(self, found: Document | Skipped) -> Outcome:
        """Take a document that was read elsewhere; what is returned is safe in the ledger. `finish` ends such a run."""
        return self._run.keep(found)

    def finish(self) -> None:
        """Note beside the log what was learnt while keeping documents, so that the next run need not learn it again."""
        self._run.finish()

    def rereading(self) -> Iterator[Outcome]:
        """Read the ledger's own articles again where another version read them; what was found before is kept."""
        return self._run.again()

    def read(self, *sources: Source, progress: Callable[[Outcome], None] | None = None) -> ReadTotals:
        """Read sources into the ledger as `reading` does; `progress` is told of each input."""
        totals = ReadTotals()
        for outcome in self.reading(*sources):
            totals = totals.plus(outcome)
            if progress is not None:
                progress(outcome)
        return totals

    def at(self, *, as_of: str = "", known_at: str = "") -> View:
        """Return the view of another moment: `as_of` on the world's time, `known_at` on the ledger's (ISO 8601)."""
        return View(self.ledger, as_of=as_of, known_at=known_at)

    def claims(self, *, story: str = "", as_of: str = "", known_at: str = "") -> Rows[ClaimView]:
        """Return claims with their standing, of one story or of all, now or at another moment."""
        return View(self.ledger, as_of=as_of, known_at=known_at).claims(story=story)

    def correct(self, act: Act | str, *subjects: str, by: str, reason: str, value: str = "") -> Decision:
        """Record a person's decision, which stands whatever the machine finds later, until it is withdrawn.

        `Act` says which subjects and value each act takes. Raises ValueError where they do not suit the act,
        NotFoundError where a subject is not there.
        """
        while True:
            seen = self.ledger.head().seq
            made = correction(self._rooms, Act(act), subjects, value=value, reason=reason)
            drafts = [correction_draft(made, by), *together(self._rooms, made, by)]
            try:
                entries = self.ledger.append(drafts, after=seen)
            except MovedError:
                continue
            return next(decision for decision in self.decisions() if decision.id == f"k{entries[0].seq}")

    def verify(self, *, noted: str = "", progress: Callable[[int], None] | None = None) -> Report:
        """Walk chain, captures and pins, and report the first thing that does not hold."""
        return verify(self.ledger, noted=noted, progress=progress)

    def close(self) -> None:
        """Release the ledger."""
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(where: str | Path, *, create: bool = True) -> Desk:
    """Open the desk over a ledger: a file's path, or a `postgresql://` URL. Use it as a context manager.

    Raises `ledger.port.LedgerError` where that cannot be done.
    """
    return Desk(open_ledger(where, create=create))


def versions(find: Finder) -> Versions:
    """Return who signs what a reading run appends.

    What is found, named and linked is signed by the weights and rules at work, not by the release: an update that
    leaves them alone is no reason to do any of that again, and new weights are one.
    """
    found = f"find {find.version}, name {naming.version()}"
    return Versions(f"read {version('reportedly')}", found, f"link {linking.version()}")
