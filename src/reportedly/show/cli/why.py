"""`reportedly why`: what moved the decisions about a statement, a claim or an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from reportedly.desk import View, Why


def why(
    name: options.Id,
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Say why: why this party, why these statements are one claim or one origin, and what people decided."""
    from reportedly.show.cli.naming import Paragraph, resolve
    from reportedly.types import ClaimView

    with session.view(ledger, as_of, known_at) as view:
        found = resolve(view, name)
        if isinstance(found, Paragraph):
            found = found.article
        answer = view.why(found.claim.id if isinstance(found, ClaimView) else found.id)
        if not as_json:
            from reportedly.show.reasons import why_card

            out.say(*why_card(answer, dict(_words(view, answer))))
            return
    from dataclasses import asdict

    out.data(asdict(answer))


def _words(view: View, answer: Why) -> Iterator[tuple[str, str]]:
    """Yield a few words of everything an answer names."""
    from reportedly.show.brief.words import clean, shorten

    for name in {answer.subject, *(end for link in answer.links for end in (link.subject, link.target))}:
        if name.startswith("c"):
            yield name, shorten(view.claim(name).claim.gist, 120)
        elif ":" in name:
            yield name, _statement(view, name)
        else:
            article = view.article(name)
            yield name, f"{clean(article.outlet)}: {shorten(article.title, 60)}"


def _statement(view: View, name: str) -> str:
    """Return whose words a statement is and their beginning; a link may name one that counts no more."""
    from reportedly.desk import NotFoundError
    from reportedly.show.brief.words import clean, shorten

    for one, mark in ((view, ""), (view.machine, "rejected: ")):
        try:
            statement = one.statement(name)
        except NotFoundError:
            continue
        exact = statement.anchor.of(view.article(statement.article).text)
        return f"{mark}{clean(statement.voice.party)} «{shorten(exact, 60)}»"
    return "no longer found"
