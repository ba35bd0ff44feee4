"""Turning what a person says ("merge these claims") into a correction: what it means for the statements in question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from reportedly.desk.corrections import SPEAKER, Act, Correction, judgements, rejects, standing
from reportedly.desk.explain import members
from reportedly.desk.results import NotFoundError
from reportedly.desk.rooms import Rooms
from reportedly.desk.slices import article_named
from reportedly.ledger.port import Draft
from reportedly.ledger.records import kin_draft
from reportedly.types import Judgement, LinkKind, PartyKind, Stance

LEAST = {Act.MERGE: 2, Act.MOVE: 2, Act.SAME_ORIGIN: 2}  # subjects an act needs, where one is not enough


def correction(rooms: Rooms, act: Act, subjects: Sequence[str], *, value: str = "", reason: str) -> Correction:
    """Return the correction a person means, on the ledger as it is now.

    Raises ValueError where subjects or value do not suit the act, NotFoundError where a subject is not there.
    """
    if len(subjects) < LEAST.get(act, 1):
        raise ValueError(f"{act} needs at least {LEAST.get(act, 1)} ids, not {len(subjects)}")
    maker = _Maker(rooms)
    made: tuple[Judgement, ...] = ()
    about: Iterable[str] = ()
    kind = PartyKind.UNKNOWN
    match act:
        case Act.MERGE:
            groups = [maker.claim(subject) for subject in subjects]
            about, made = maker.joined(LinkKind.CLAIM, groups)
        case Act.SPLIT:
            about, made = maker.parted(LinkKind.CLAIM, subjects)
        case Act.MOVE:
            about, made = maker.moved(subjects[:-1], maker.claim(subjects[-1]))
        case Act.SAME_ORIGIN:
            about, made = maker.joined(LinkKind.ORIGIN, [maker.origin(subject) for subject in subjects])
        case Act.OTHER_ORIGIN:
            about, made = maker.parted(LinkKind.ORIGIN, subjects)
        case Act.PARTY:
            about, value, kind = maker.spoken(subjects), _said(value, "the name of a side"), maker.kind_of(value)
        case Act.STANCE:
            about, value = maker.statements(subjects), _stance(value)
        case Act.REJECT:
            about = maker.statements(subjects)
        case Act.NOTE:
            about, value = maker.anything(subjects), _said(value, "the note")
        case Act.WITHDRAW:
            about = maker.withdrawn(subjects)
    return Correction(act, tuple(subjects), tuple(sorted(set(about))), reason, value, kind, made)


def together(rooms: Rooms, made: Correction, person: str) -> list[Draft]:
    """Return the entries that bring the articles of a decision into one room, where they are in several."""
    articles = sorted({article_named(name) for name in made.about})
    covered, drafts = set[str](), list[Draft]()
    for article in articles:
        if article not in covered:
            drafts += [kin_draft(articles[0], article, f"person:{person}")] if covered else []
            covered |= set(rooms.of(article).shelf.articles)
    return drafts


def _said(value: str, what: str) -> str:
    if not value.strip():
        raise ValueError(f"a value is needed: {what}")
    return value.strip()


def _stance(value: str) -> str:
    if value not in set(Stance) - {Stance.NONE}:
        raise ValueError(f"{value!r} is no stance: choose one of {', '.join(s for s in Stance if s)}")
    return value


class _Maker:
    """Looks up what subjects name, and says what is meant in statements."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms

    def statement(self, name: str) -> str:
        room = self.rooms.home(name)
        if name not in room.statements:
            made = [ruling for ruling in standing(room.shelf.rulings.values()) if rejects(ruling, name)]
            raise NotFoundError(
                f"{made[0].by} rejected statement {name}: withdraw {made[0].id} first"
                if made
                else f"there is no statement {name} here"
            )
        return name

    def statements(self, names: Iterable[str]) -> list[str]:
        return [self.statement(name) for name in names]

    def spoken(self, names: Sequence[str]) -> set[str]:
        """Return the statements that are named, and all of the speakers that are."""
        speakers = {name.removeprefix(SPEAKER) for name in names if name.startswith(SPEAKER)}
        rooms = self.rooms.batches() if speakers else iter(())
        spoken = (statement for room in rooms for statement in room.statements.values())
        theirs = {statement.id: statement.voice.speaker for statement in spoken if statement.voice.speaker in speakers}
        if unheard := sorted(speakers - set(theirs.values())):
            raise NotFoundError(f"nobody called {unheard[0]!r} speaks here")
        return set(theirs).union(self.statements(name for name in names if not name.startswith(SPEAKER)))

    def anything(self, names: Iterable[str]) -> set[str]:
        inside = (members(name, self.rooms.home(name)) for name in names)
        return {name for group in inside for name in group if name.startswith("a")}

    def withdrawn(self, names: Iterable[str]) -> set[str]:
        made = self.rooms.loose(()).shelf.rulings.values()
        rulings = {ruling.id: ruling.correction for ruling in made}
        if unknown := [name for name in names if name not in rulings]:
            raise NotFoundError(f"there is no decision {unknown[0]} here")
        if gone := sorted(set(names) - {ruling.id for ruling in standing(made)}):
            raise ValueError(f"{gone[0]} is withdrawn already")
        return {about for name in names for about in rulings[name].about}

    def claim(self, name: str) -> tuple[str, ...]:
        """Return the statements of a claim, named by its own id or by one of its statements."""
        if not name.startswith("a"):
            return self.rooms.claim(name)[1].claim.statements
        found = self.rooms.home(self.statement(name)).claim_of.get(name)
        return found.claim.statements if found is not None else (name,)

    def origin(self, name: str) -> tuple[str, ...]:
        """Return the statements that go back to the same origin as one."""
        return self.rooms.home(self.statement(name)).folded.origin_of[name].statements

    def kind_of(self, party: str) -> PartyKind:
        """Return the kind a party is known as."""
        voices = (statement.voice for room in self.rooms.batches() for statement in room.statements.values())
        known = (voice.kind for voice in voices if voice.party == party and voice.kind is not PartyKind.UNKNOWN)
        return next(known, PartyKind.UNKNOWN)

    def joined(self, kind: LinkKind, groups: Sequence[tuple[str, ...]]) -> tuple[Iterable[str], tuple[Judgement, ...]]:
        """Say that groups are one: their first statements belong together, whatever was said of pairs before."""
        rulings = [r for group in groups for r in self.rooms.home(group[0]).shelf.rulings.values()]
        apart = {(j.kind, frozenset((j.left, j.right))) for j in judgements(rulings) if not j.same}
        firsts = {frozenset((groups[0][0], group[0])) for group in groups[1:]}
        crossing = (frozenset(pair) for one, other in combinations(groups, 2) for pair in product(one, other))
        pairs = firsts | {pair for pair in crossing if (kind, pair) in apart}
        same = tuple(Judgement(kind, min(p), max(p), same=True) for p in sorted(pairs, key=sorted) if len(p) > 1)
        return [name for group in groups for name in group], same

    def parted(self, kind: LinkKind, names: Sequence[str]) -> tuple[Iterable[str], tuple[Judgement, ...]]:
        """Say that some statements of a group are a group of their own."""
        group = self.claim(names[0]) if kind is LinkKind.CLAIM else self.origin(names[0])
        chosen, rest = sorted(set(self.statements(names))), sorted(set(group) - set(names))
        if not set(chosen) <= set(group):
            raise ValueError(f"{', '.join(sorted(set(chosen) - set(group)))} is not of the same {kind} as {names[0]}")
        if not rest:
            raise ValueError(f"nothing would be left of the {kind}: name only some of its statements")
        apart = (Judgement(kind, left, right, same=False) for left, right in product(chosen, rest))
        return group, (*apart, *(Judgement(kind, chosen[0], other, same=True) for other in chosen[1:]))

    def moved(self, names: Sequence[str], target: tuple[str, ...]) -> tuple[Iterable[str], tuple[Judgement, ...]]:
        """Say that statements leave their claims for another one."""
        about, made = set(target), list[Judgement]()
        for name in names:
            left = set(self.claim(name)) - {name, *target}
            made += [Judgement(LinkKind.CLAIM, name, other, same=False) for other in sorted(left)]
            touched, joined = self.joined(LinkKind.CLAIM, [target, (name,)])
            about |= {*left, *touched}
            made += joined
        return about, tuple(made)
