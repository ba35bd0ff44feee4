"""Learns from a named article what later ones may leave untold: speakers, states, cities, an outlet's home state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.name.forms import fold
from reportedly.name.gazetteer import Gazetteer, shipped
from reportedly.name.home import UNTOLD, cities
from reportedly.name.memory import Memory, Told, ends_of, stems_of
from reportedly.name.naming import scene_of
from reportedly.name.scene import CROWDS
from reportedly.types import Article, PartyKind, Statement

_NAMELESS = frozenset({"own name", "unknown noun", "unknown"})  # nothing was told: nothing to remember
_GUESSED = frozenset({"home state", "nearest body", "seat", "sort"})


def learn(
    memory: Memory,
    article: Article,
    statements: Sequence[Statement],
    gazetteer: Gazetteer | None = None,
    *,
    sure: bool = True,
) -> Memory:
    """Return the memory with what an article's named statements tell of their speakers.

    Without `sure` all of it counts as guessed: other rules gave the names, and what they got wrong must not stand
    against what these find.
    """
    scene = scene_of(article, statements, memory, gazetteer or shipped())
    forms = {key: form.uses for key, form in scene.lands.forms.items() if key not in scene.lands.persons}
    speakers = _tellings(article, [s for s in statements if s.voice.speaker], sure)
    bodies = _tellings(article, [s for s in statements if _is_body(s)], sure)
    lands = {key: state for key, state in scene.lands.states.items() if key not in memory.lands}
    told = Memory(
        speakers=speakers,
        bodies=bodies,
        lands=lands,
        hints={key: Counter(uses) for key, uses in forms.items()},
        towns=cities(scene.page, scene.lands),
        homes=_homes(article, statements),
        ties=_ties(forms, scene.lands.states, statements),
        offices=_offices(statements),
        ends=ends_of([*speakers, *bodies]),
        stems=stems_of(lands.values()),
    )
    return memory.merge(told)


def _tellings(article: Article, statements: Sequence[Statement], sure: bool) -> dict[str, Told]:
    found: dict[str, Told] = {}
    for s in statements:
        features = [reason.feature for reason in s.voice.reasons]
        if features and features[0] not in _NAMELESS:
            told = Told(sure and _GUESSED.isdisjoint(features), article.published, s.voice)
            key = fold(s.voice.speaker or s.voice.party)
            found[key] = max(told, found.get(key, told), key=lambda t: t.rank)
    return found


def _is_body(statement: Statement) -> bool:
    voice = statement.voice
    return not voice.speaker and voice.party not in CROWDS and voice.party == voice.organisation


def _homes(article: Article, statements: Sequence[Statement]) -> dict[str, Counter[str]]:
    """Return the outlet's count of states that its unmarked offices spoke for."""
    spoke = [s.voice for s in statements if s.voice.kind is PartyKind.STATE]
    counts = Counter(v.party for v in spoke if any(r.feature == "home state" for r in v.reasons))
    return {fold(article.outlet): counts} if counts else {}


_TIED = 2  # states a name is tied to by one article, those that spoke most


def _ties(forms: Iterable[str], lands: Mapping[str, str], statements: Sequence[Statement]) -> dict[str, Counter[str]]:
    """Return, for each name of an article but those of states, the states that spoke most in it."""
    spoke = Counter(s.voice.party for s in statements if s.voice.kind is PartyKind.STATE and s.voice.party != UNTOLD)
    most = dict(spoke.most_common(_TIED))
    return {key: Counter(most) for key in forms if key not in lands} if most else {}


def _offices(statements: Sequence[Statement]) -> dict[str, Counter[str]]:
    """Return office -> the states whose it was told to be."""
    found: dict[str, Counter[str]] = {}
    for voice in (s.voice for s in statements):
        told = _GUESSED.isdisjoint(reason.feature for reason in voice.reasons)
        if told and voice.organisation and voice.kind is PartyKind.STATE:
            found.setdefault(fold(voice.organisation), Counter())[voice.party] += 1
    return found
