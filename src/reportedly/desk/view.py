"""What a ledger says at one moment: articles, statements, claims with their standing, and why."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.desk.results import Decision, PartyCount, Shift, Why
from reportedly.ledger.port import Ledger
from reportedly.types import Article, ClaimView, Copy, Origin, Pin, Statement, Story


class View:
    """The ledger as it stood: what the world had said by `as_of`, of what was in the ledger by `known_at`.

    Both are ISO 8601 ("2022-02-15" means its end, times without a zone are UTC); empty means now.
    Ids that are not there raise `NotFoundError`.
    """

    def __init__(self, ledger: Ledger, *, as_of: str = "", known_at: str = "") -> None:
        """Look at a ledger at one moment."""
        self.ledger = ledger
        self.as_of = as_of
        self.known_at = known_at

    def articles(self, *, story: str = "") -> Iterator[Article]:
        """Yield articles in the order they were read."""
        raise NotImplementedError

    def article(self, article_id: str) -> Article:
        """Return one article."""
        raise NotImplementedError

    def statements(self, *, article: str = "", claim: str = "", story: str = "") -> list[Statement]:
        """Return statements as people have corrected them, of an article, a claim, a story or all, in ledger order."""
        raise NotImplementedError

    def statement(self, statement_id: str) -> Statement:
        """Return one statement as people have corrected it."""
        raise NotImplementedError

    def stories(self) -> list[Story]:
        """Return stories, the one that moved last first."""
        raise NotImplementedError

    def claims(self, *, story: str = "") -> list[ClaimView]:
        """Return claims with their standing, of one story or of all."""
        raise NotImplementedError

    def claim(self, claim_id: str) -> ClaimView:
        """Return one claim with its standing."""
        raise NotImplementedError

    def origins(self, *, story: str = "", claim: str = "") -> list[Origin]:
        """Return origins with the statements that go back to each."""
        raise NotImplementedError

    def copies(self, *, story: str = "") -> list[Copy]:
        """Return which articles repeat which."""
        raise NotImplementedError

    def parties(self) -> list[PartyCount]:
        """Return the sides that speak, the most quoted first."""
        raise NotImplementedError

    def pin(self, statement_id: str) -> Pin:
        """Return where a statement's words stand."""
        raise NotImplementedError

    def why(self, subject: str) -> Why:
        """Return why a statement, article or claim is as it is: versions, links with reasons, people's decisions."""
        raise NotImplementedError

    def decisions(self, subject: str = "") -> list[Decision]:
        """Return what people decided, about one thing or about all, oldest first, withdrawn ones marked."""
        raise NotImplementedError

    def shifts(self, since: View, *, story: str = "") -> list[Shift]:
        """Return who moved between an earlier view and this one."""
        raise NotImplementedError
