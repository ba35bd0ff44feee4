"""A reading run: the thin shell around `plan`. It looks at the ledger, lets the stages work, and appends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.desk.learnt import Learnt
from reportedly.desk.plan import Versions, first_reading, linking, named_as_before, next_reading, telling
from reportedly.desk.results import Kept, Outcome, Unchanged
from reportedly.desk.slices import gather, newest
from reportedly.find import Finder, Found, find_in
from reportedly.find.events import events
from reportedly.ledger.port import EntryKind, Ledger, MovedError
from reportedly.ledger.records import article_of, events_of, statement_of
from reportedly.link import link
from reportedly.name import Cast
from reportedly.read import Document, Fetcher, Source, read
from reportedly.types import Article, Event, Skipped, Statement


class Run:
    """Reads into one ledger. What it has learnt of the ledger it keeps, and brings up to date before every plan."""

    def __init__(self, ledger: Ledger, finder: Finder, versions: Versions) -> None:
        """Prepare to read; nothing is looked at yet."""
        self._ledger = ledger
        self._finder = finder
        self._by = versions
        self._learnt = Learnt(ledger, versions)

    def over(self, sources: Iterable[Source], fetch: Fetcher) -> Iterator[Outcome]:
        """Read sources and yield what became of each input, once it is safe in the ledger."""
        for found in read(sources, fetch=fetch):
            yield self.keep(found)
        self.finish()

    def keep(self, found: Document | Skipped) -> Outcome:
        """Take what was read elsewhere; once it is returned it is safe in the ledger."""
        return found if isinstance(found, Skipped) else self._take(found)

    def finish(self) -> None:
        """Note what was learnt, for the next run."""
        self._learnt.finish()

    def again(self) -> Iterator[Outcome]:
        """Read the ledger's own articles again, where another version read or linked them, the newest first."""
        for article_id in newest(self._ledger, self._ledger.head().seq):
            article = self._article(article_id)
            if article is not None:
                yield self._take(Document(article, b""))
        self._learnt.finish()

    def _take(self, document: Document) -> Outcome:
        """Read one document, unless the ledger has it; where another writer was faster, link and plan again."""
        if (settled := self._settled(document.article)) is not None:
            return settled
        found = None if self._found(document.article.id) else find_in(self._finder, [document.article])[0]
        while True:
            self._learnt.catch_up()
            if (settled := self._settled(document.article)) is not None:
                return settled
            try:
                return self._relink(document.article.id) if found is None else self._keep(document, found)
            except MovedError:
                continue

    def _settled(self, article: Article) -> Outcome | None:
        """Return what is to be said of an article that needs no reading, or None."""
        kept = self._article(article.id)
        if kept is None:
            return None
        if kept.sha256 != article.sha256:
            return Skipped(article.source, f"another article in the ledger, {kept.source}, has its id {kept.id}")
        ours = self._found(kept.id) and self._last(EntryKind.LINK, kept.id) == self._by.link
        return Unchanged(article.source, kept.id) if ours else None

    def _found(self, article_id: str) -> bool:
        """Tell whether what is kept of an article is what this finder finds: then only its links are made anew."""
        return self._last(EntryKind.READING, article_id) == self._by.find

    def _last(self, kind: EntryKind, article_id: str) -> str:
        """Return who signed the newest entry of a kind about an article."""
        return "".join(entry.by for entry in list(self._ledger.entries(kinds={kind}, subjects={article_id}))[-1:])

    def _keep(self, document: Document, both: Found) -> Kept:
        kept = self._article(document.article.id)
        article = kept if kept is not None else document.article
        before = self._statements(article.id)
        cast = Cast(article, named_as_before(list(before.values()), both.statements), self._learnt.memory)
        named = cast.statements
        told = cast.events(events(article, named, both.marked))
        links = link(article, named, self._learnt.index)
        if kept is None:
            drafts, captures = first_reading(document, named, self._by), {article.capture: document.raw}
        else:
            drafts, captures = next_reading(article, before, named, self._by), {}
        drafts += telling(article, self._events(article.id), told, self._by)
        drafts += linking(article, links, self._learnt.room, self._by)
        self._ledger.append(drafts, captures, after=self._learnt.seq)
        return Kept(document.article.source, article, tuple(named))

    def _relink(self, article_id: str) -> Kept:
        """Link a kept article again, its statements being those of its newest reading."""
        shelf = gather(self._ledger, {article_id}, self._learnt.seq, decisions=False)
        article, statements = shelf.articles[article_id], shelf.of(article_id)
        drafts = linking(article, link(article, statements, self._learnt.index), self._learnt.room, self._by)
        self._ledger.append(drafts, after=self._learnt.seq)
        return Kept(article.source, article, tuple(statements))

    def _article(self, article_id: str) -> Article | None:
        entries = self._ledger.entries(kinds={EntryKind.ARTICLE}, subjects={article_id})
        return next(map(article_of, entries), None)

    def _statements(self, article_id: str) -> dict[str, Statement]:
        """Return every statement that any reading found in an article, as it was found last."""
        entries = self._ledger.entries(kinds={EntryKind.STATEMENT}, objects={article_id})
        return {entry.subject: statement_of(entry) for entry in entries}

    def _events(self, article_id: str) -> tuple[Event, ...]:
        """Return the events that the newest reading found in an article."""
        entries = list(self._ledger.entries(kinds={EntryKind.EVENT}, subjects={article_id}))
        return events_of(entries[-1]) if entries else ()
