"""What people decided, found beside what the machine has in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportedly.desk import Act, Decision, NotFoundError, View
from reportedly.show.brief.coverage import Ruling
from reportedly.show.brief.words import clean
from reportedly.types import ClaimView, Span, Statement


def rulings(view: View, subject: str) -> Iterator[Ruling]:
    """Yield the standing decisions about a story, claim, article or statement, the oldest first."""
    for decision in view.decisions(subject):
        if not decision.withdrawn and decision.act != Act.WITHDRAW:
            place = _place(view, decision)
            if place is not None:
                yield Ruling(decision, *place, _touched(view, decision), _instead(view.machine, decision))


def by_machine(view: View, found: Iterable[Ruling]) -> dict[str, ClaimView]:
    """Map the statements that decisions touch to the claims that the machine alone would put them in."""
    touched = {name for ruling in found for name in ruling.touches}
    pairs = ((name, _claim(view.machine, name)) for name in sorted(touched))
    return {name: claim for name, claim in pairs if claim is not None}


def marks(view: View, claims: Iterable[ClaimView]) -> dict[str, str]:
    """Say of each claim that people decided about who they are, and what it stands at for the machine alone."""
    made = list(rulings(view, ""))
    machine = by_machine(view, made)
    people: dict[str, list[str]] = {}
    for ruling in made:
        for name in ruling.touches:
            people.setdefault(name, []).append(clean(ruling.decision.by))
    found = dict[str, str]()
    for claim in claims:
        inside = claim.claim.statements
        if by := dict.fromkeys(person for name in inside for person in people.get(name, ())):
            alone = dict.fromkeys(machine[name].standing.value for name in inside if name in machine)
            found[claim.claim.id] = f"decided by {' and '.join(by)}; machine alone: {' and '.join(alone) or 'no claim'}"
    return found


def counted(before: View, after: View, about: Iterable[str]) -> Mapping[str, tuple[Statement | None, Statement | None]]:
    """Return the statements that two views have otherwise, each as either has it (None: left out)."""
    both = {name: (_statement(before, name), _statement(after, name)) for name in about if ":" in name}
    return {name: pair for name, pair in both.items() if pair[0] != pair[1]}


def _statement(view: View, name: str) -> Statement | None:
    try:
        return view.statement(name)
    except NotFoundError:
        return None


def _claim(view: View, name: str) -> ClaimView | None:
    """Return the claim of a statement, None too where the ledger has no such statement (any longer)."""
    try:
        return view.claim_of(name)
    except NotFoundError:
        return None


def _place(view: View, decision: Decision) -> tuple[str, Span] | None:
    """Return the words a decision is pinned to: the first that it names or is about, or an article's headline."""
    first = [f"a{name[1:]}" for name in decision.subjects if name[:1] in "act"]  # as claims and stories are named
    for name in (*first, *decision.about):
        statement = _statement(view.machine, name) if ":" in name else None
        if statement is not None:
            return statement.article, statement.anchor
        try:
            return name, view.article(name).blocks[0].span
        except (NotFoundError, IndexError):
            continue
    return None


def _touched(view: View, decision: Decision) -> frozenset[str]:
    """Return the statements whose claims a decision is shown with."""
    if decision.act == Act.REJECT:
        claims = (_claim(view.machine, name) for name in decision.subjects)
        return frozenset(name for claim in claims if claim is not None for name in claim.claim.statements)
    if decision.act == Act.NOTE and not any(name.startswith("c") or ":" in name for name in decision.subjects):
        return frozenset()  # of an article or a whole story
    return frozenset(name for name in decision.about if ":" in name)


def _instead(machine: View, decision: Decision) -> tuple[str, ...]:
    """Return the values that the machine has where a person set another one."""
    told: Callable[[Statement], str]
    match decision.act:
        case Act.STANCE:
            told = _stance
        case Act.PARTY:
            told = _party
        case Act.REJECT:
            told = _both
        case _:
            return ()
    found = (_statement(machine, name) for name in decision.about if ":" in name)
    return tuple(dict.fromkeys(told(statement) for statement in found if statement is not None))


def _stance(statement: Statement) -> str:
    return statement.stance.value


def _party(statement: Statement) -> str:
    return statement.voice.party


def _both(statement: Statement) -> str:
    return f"{_stance(statement)}: {_party(statement)}"
