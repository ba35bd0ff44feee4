"""A claim folded up to a moment: a pure function of what was known by then."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reportedly.stand import figures as numbers
from reportedly.stand.moment import by, known_at, moments
from reportedly.stand.positions import positions
from reportedly.stand.questions import questions
from reportedly.stand.standing import ruling
from reportedly.types import (
    UNATTRIBUTED,
    Article,
    Claim,
    ClaimKind,
    ClaimView,
    Figure,
    Origin,
    Position,
    Role,
    Stance,
    Statement,
)

_STEM = 4  # letters a party's name must share with a word that is formed from it: "Ukrain-e", "Ukrain-ian"


def view(
    claim: Claim,
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
    origins: Mapping[str, Origin],
    *,
    as_of: str = "",
    concerned: Collection[str] = (),
) -> ClaimView:
    """Fold a claim's statements up to `as_of` (ISO day or moment of publication; "" is now).

    `statements` and `articles` are keyed by id, `origins` by statement id. `concerned` names the direct parties of the
    claim, as far as the caller can tell; those without any statement on it are unheard. The order in which anything was
    read does not matter.
    """
    known = _known(claim, statements, articles, as_of)
    made = moments(known, articles, origins)
    near = frozenset(made if claim.near is None else claim.near)
    held = positions(known, made, near, _said(claim, known, articles))
    about = [statement for statement in known if statement.id in near]
    given = numbers.figures(about, made) if claim.kind is ClaimKind.QUANTITY else ()
    deniers = frozenset(p.party for p in held if p.stance is Stance.DENIES)
    own = numbers.own_deeds(about, articles) if given else frozenset()
    against = numbers.rivals(given, deniers, own)
    firm = _telling(claim, statements, articles, given)
    ruled = ruling(held, {s.id: s for s in known}, origins, firm, against, near)
    dated = sorted(moment for moment in made.values() if moment)
    return ClaimView(
        claim=claim,
        standing=ruled.standing,
        rule=ruled.rule,
        positions=held,
        independent_origins=len(ruled.independent),
        origins_at_most=ruled.at_most,
        outlets=len({articles[s.article].outlet for s in known if s.article in articles}),
        figures=given,
        questions=tuple(replace(q, claim=claim.id) for q in questions(known, articles)),
        unheard=unheard(held, concerned),
        since=dated[0] if dated else "",
        updated=dated[-1] if dated else "",
        bounds=numbers.bounds(given, own),
        rivals=against,
    )


def _known(
    claim: Claim, statements: Mapping[str, Statement], articles: Mapping[str, Article], as_of: str
) -> list[Statement]:
    """Return the statements of a claim that were known by then, each with its stance toward the claim."""
    found = (statements[name] for name in sorted(claim.statements) if name in statements)
    denying = frozenset(claim.echoing)
    return [
        replace(statement, stance=Stance.DENIES) if statement.id in denying else statement
        for statement in found
        if by(known_at(statement, articles), as_of)
    ]


def _said(claim: Claim, known: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, str]:
    """Return the words of the statements that links brought to a claim, but for what people settled.

    Nobody asks for them where nobody denies.
    """
    if claim.near is None or all(s.stance is not Stance.DENIES for s in known):
        return {}
    machine = (s for s in known if s.id not in claim.settled and s.article in articles)
    return {s.id: s.content_in(articles[s.article].text) for s in machine}


def _telling(
    claim: Claim, statements: Mapping[str, Statement], articles: Mapping[str, Article], given: Sequence[Figure]
) -> tuple[tuple[str, str], ...] | None:
    """Return the claim's firm pairs without those of a headline: it sums up what its article tells and adds no witness.

    "Ukraine: some troops reportedly retreat" may name its subject before the colon, or whoever speaks. What only counts
    something beside a claim about a number, by the figures `given`, backs up nothing of it.
    """
    if not claim.firm:
        return claim.firm
    beside = numbers.beside(given)
    inside = {
        name for pair in claim.firm for name in pair if name in statements and _headline(statements[name], articles)
    }
    return tuple(pair for pair in claim.firm if inside.isdisjoint(pair) and beside.isdisjoint(pair))


def _headline(statement: Statement, articles: Mapping[str, Article]) -> bool:
    blocks = articles[statement.article].blocks if statement.article in articles else ()
    return any(b.role is Role.HEADLINE and b.span.holds(statement.anchor) for b in blocks)


def unheard(held: Sequence[Position], concerned: Collection[str]) -> tuple[str, ...]:
    """Return the direct parties of a claim of whom no article says anything: neither a word nor a silence."""
    return tuple(sorted(set(concerned) - {p.party for p in held} - {UNATTRIBUTED}))


def mentioned(text: str, parties: Collection[str]) -> tuple[str, ...]:
    """Return the parties that a text names, by name or by a word formed from it ("Ukrainian" names Ukraine)."""
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    return tuple(sorted(p for p in parties if p != UNATTRIBUTED and _named(p.casefold(), words, text.casefold())))


def _named(party: str, words: set[str], text: str) -> bool:
    if " " in party or len(party) <= _STEM:
        return re.search(rf"\b{re.escape(party)}\b", text) is not None
    stem = party.rstrip("aeiouy")
    return len(stem) >= _STEM and any(word.startswith(stem) for word in words)
