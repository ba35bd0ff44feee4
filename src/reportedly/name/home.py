"""Which state an office belongs to that names none: "the interior ministry", "police", "the governor".

Offices of the state a story plays in go unmarked, foreign ones are marked. So one state is first chosen for the
article (from how it speaks of its states), then one for each office (from what stands near it, the article's among it).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.name.choice import Choice, choose
from reportedly.name.dateline import NOWHERE, Laid
from reportedly.name.forms import fold, runs
from reportedly.name.lands import SURE, Lands
from reportedly.name.lexicon import common, singular
from reportedly.name.weights import score
from reportedly.name.words import Page
from reportedly.types import Role, Span

UNTOLD = "Government"  # the party's name where no word tells the state
_STEM = 3  # letters that an agency or a capital shares with its state
_JUST = 150  # characters before an office in which a state is close to it
_LEAD = 400  # characters of an article's opening
VOTES = ("persons told", "persons guessed", "persons listed", "bodies")
_OPENING = 8  # words before an office in which its sentence may say where it plays
_LAID = frozenset({"in", "at"})
_HARDLY, _MOSTLY = 0.1, 0.5  # shares of all mentions of states
_OFTEN = 2.0  # log of how often a state is named, at most: the weights are learnt on short articles
_USES = (
    "owner",
    "owns state",
    "of state",
    "of",
    "in",
    "to",
    "peer",
    "adjective",
    "adjective of noun",
    "before state noun",
    "compass",
    "dateline country",
    "source",
    "national outlet",
    "neighbour",
    "embassy",
    "people",
)


def cities(page: Page, lands: Lands) -> dict[str, Counter[str]]:
    """Return place name -> the states named in its sentences, where one state is named alone."""
    states: dict[int, set[str]] = {}
    for offset, state in lands.mentions:
        if lands.odds.get(state, 0.0) >= 0:
            states.setdefault(page.words[page.index_at(offset)].sentence, set()).add(state)
    found: dict[str, Counter[str]] = {}
    for a, b in runs(page):
        key = fold(" ".join(w.text for w in page.words[a:b]))
        form = lands.forms.get(key)
        near = states.get(page.words[a].sentence, set())
        if form is not None and (form.place or form.uses["dateline"]) and key not in lands.states and len(near) == 1:
            found.setdefault(key, Counter()).update(near)
    return found


def _one_stem(state: str, other: str, known: frozenset[str]) -> bool:
    """Tell whether another name begins as a state's does: "Ukrinform", "Armenpress", "Sokolsk" of Sokolnia."""
    low = fold(state)
    words = [w for w in fold(other).replace("-", " ").split() if w not in known and w != low]
    return len(low) > _STEM and any(len(w) > _STEM and w[:_STEM] == low[:_STEM] for w in words[:2])


def _share(of: Counter[str], state: str) -> float:
    return of[state] / max(1, of.total())


# Who has no such office: in America secretaries do what ministers do elsewhere, and many parliaments are one house.
_NO_SENATE = frozenset(
    "Afghanistan|Armenia|Azerbaijan|Bangladesh|China|Cuba|Denmark|Finland|Georgia|Germany|Greece|Hungary|India|Indonesia"
    "|Iran|Iraq|Israel|Japan|Kuwait|Lebanon|Libya|New Zealand|North Korea|Norway|Palestine|Portugal|Qatar|Saudi Arabia"
    "|Serbia|Singapore|South Korea|Sri Lanka|Sweden|Syria|Taiwan|Turkey|Ukraine|United Arab Emirates|United Kingdom"
    "|Venezuela|Vietnam|Yemen".split("|")
)
_AMERICA = frozenset({"United States"})
STATE_PRESS = "state media"  # whatever it is called: "state-run television"
_HELD_NOWHERE = {
    **dict.fromkeys(("minister", "ministry", "mp", "opposition", "palace", "parliament", "premier"), _AMERICA),
    **dict.fromkeys(("senate", "senator"), _NO_SENATE),
    STATE_PRESS: _AMERICA,
}


def _without(head: str) -> frozenset[str]:
    """Return the states that have no such office."""
    return _HELD_NOWHERE.get(head, _HELD_NOWHERE.get(singular(head.rsplit(" ", 1)[-1]), frozenset()))


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where an outlet is at home, "" where unknown, and whether it is its government's own."""

    state: str
    government: bool


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an office: the states named, told and heard before it, the last one first or last as said."""

    recent: list[str]  # named before it, the last one first
    near: set[str]  # in its sentence
    told_near: set[str]  # in its paragraph, outside what is said
    told_just: set[str]
    told_last: str
    spoken: list[str]  # that spoke before it, the last one last
    just: list[str]  # in its sentence or the one before
    bare: list[str]  # of these, by the state's name alone
    dated: bool  # a city opens the article
    beside: Counter[str]  # states named beside a city
    here: Counter[str]  # that this article tells the office to be of
    earlier: Counter[str]  # that earlier articles told


@dataclass(slots=True)
class Homes:
    """What is known of the states of an article while it is being named."""

    page: Page
    lands: Lands
    outlet: Outlet  # where the outlet is known to be at home
    remembered: Counter[str]  # states that unmarked offices spoke for in earlier articles of this outlet
    towns: Mapping[str, Counter[str]]  # city -> states named beside it in earlier articles
    votes: Mapping[str, Counter[str]]  # each of VOTES -> the states of those whom the article names
    listed: Counter[str] = field(default_factory=Counter)  # states in which the listed regions and towns it names lie
    met: Mapping[str, str] = field(default_factory=dict)  # names of states in earlier articles -> the states
    ties: Mapping[str, float] = field(default_factory=dict)  # state -> share in what spoke beside these names
    offices: Mapping[str, Counter[str]] = field(default_factory=dict)  # office -> states, as earlier articles told
    told: Mapping[str, Counter[str]] = field(default_factory=dict)  # office -> states, as this article tells somewhere
    laid: Laid = NOWHERE  # where the article was written
    opening: str = ""  # the first state that speaks in the body
    quoted: Sequence[Span] = ()  # what the article's sources say, sorted
    unmarked: Counter[str] = field(default_factory=Counter)  # states of unmarked offices so far
    spoke: list[tuple[int, str]] = field(default_factory=list)  # (offset, state) of sources so far
    bare: set[int] = field(default_factory=set)  # offsets of those that are but the state's name: "Norvik said"
    _cities: dict[str, Counter[str]] | None = None
    _article: Choice[str] | None = None

    def article(self) -> Choice[str]:
        """Return the choice of the state the article's unmarked offices belong to."""
        if self._article is None:
            counts = Counter(state for _, state in self.lands.mentions)
            beside = self._towns_here()
            named = {state for state in {*self.lands.states.values(), self.outlet.state} if self._in_outlet(state)}
            voted = {state for votes in self.votes.values() for state in votes}
            known = {*counts, *self.remembered, *beside, *named, *voted, *self.ties, *self.listed, self.laid.state}
            options = [*sorted(known - {UNTOLD, ""}), UNTOLD]
            told = [self._place_features(state, counts, beside) for state in options[:-1]]
            self._article = choose(options, [*told, self._untold(told)])
        return self._article

    def at(self, offset: int, head: str, city: str = "", office: str = "") -> Choice[str]:
        """Return the choice of the state of an office, or of a city, mentioned at an offset."""
        article, around = self.article(), self._around(offset, city, office)
        scores = [score(f) for f in article.features]
        top = max(scores)
        weigh = [math.exp(s - top) for s in scores]
        whole = sum(weigh)
        embassy = head in {"embassy", "ambassador", "consul", "consulate"}
        features = []
        without = _without(head)
        options = [state for state in article.options if state not in without]
        for state, share in zip(article.options, weigh, strict=True):
            if state in without:
                continue
            found = self._office_features(state, around) | {
                "home.article": share / whole,
                "home.best": float(state == article.chosen),
            }
            if embassy:
                found |= {"home.embassy best": found["home.best"], "home.embassy last": found["home.last"]}
            if city:
                found |= {"home.city best": found["home.best"], "home.city sentence": found["home.same sentence"]}
            features.append({name: value for name, value in found.items() if value})
        return choose(options, features)

    def _around(self, offset: int, city: str, office: str) -> _Around:
        mentions = self.lands.mentions
        sentence = self._sentence(offset)
        spoken = [(o, s) for o, s in self.spoke if o < offset]
        just = [(o, s) for o, s in spoken if sentence - self._sentence(o) <= 1]
        told_near, told_just = self._told_near(offset)
        return _Around(
            recent=[s for _, s in reversed(mentions[: bisect_left(mentions, (offset, ""))])],
            near={s for o, s in mentions if self._sentence(o) == sentence},
            told_near=told_near,
            told_just=told_just,
            told_last=self._told_last(offset),
            spoken=[s for _, s in spoken],
            just=[s for _, s in just],
            bare=[s for o, s in just if o in self.bare],
            dated=bool(self._datelines()),
            beside=self._beside(city),
            here=self.told.get(office, Counter()),
            earlier=self._earlier(office),
        )

    def _earlier(self, office: str) -> Counter[str]:
        """Return the states that earlier articles told an office to be of, listed ones only where this one names them.

        Many countries have a ministry of information, and what another's did elsewhere tells nothing here.
        """
        here = {state for _, state in self.lands.mentions}
        told = self.offices.get(office, Counter[str]())
        return Counter({state: n for state, n in told.items() if state in here or self._odds(state) < SURE})

    def _office_features(self, state: str, around: _Around) -> dict[str, float]:
        unmarked = self.unmarked.total()
        return {
            "home.last": float(around.recent[:1] == [state]),
            "home.before": float(state in around.recent),
            "home.same sentence": float(state in around.near),
            "home.paragraph": float(state in around.told_near),
            "home.just before": float(state in around.told_just),
            "home.told last": float(state == around.told_last),
            "home.paragraph alone": float(around.told_near == {state}),
            "home.spoke last": float(around.spoken[-1:] == [state]),
            "home.spoke just": float(around.just[-1:] == [state]),
            "home.bare just": float(around.bare[-1:] == [state]),
            "home.opening dated": float(around.dated and state == self.opening),
            "home.spoke alone": float(set(around.spoken) == {state}),
            "home.unmarked": float(unmarked > 1 and self.unmarked[state] * 2 > unmarked),
            "home.beside": _share(around.beside, state),
            "home.odds": max(-3.0, min(3.0, self._odds(state))),
            "home.untold": float(state == UNTOLD),
            "home.ties": self.ties.get(state, 0.0),
            "home.office here": _share(around.here, state),
            "home.other office here": float(bool(around.here) and not around.here[state]),
            "home.office before": _share(around.earlier, state),
            "home.offices": min(3.0, sum(count[state] > 0 for count in self.told.values())),
        }

    def _place_features(self, state: str, counts: Counter[str], beside: Counter[str]) -> dict[str, float]:
        mentions = self.lands.mentions
        heads = [b for b in self.page.article.blocks if b.role in {Role.HEADLINE, Role.STANDFIRST}]
        lead = max((b.end for b in heads), default=0)
        uses: Counter[str] = Counter()
        for key, form in self.lands.forms.items():
            if (self.lands.states.get(key) or self.lands.maybe.get(key)) == state:
                uses.update(form.uses)
        found = {
            "place.odds": max(-3.0, min(3.0, self._odds(state, SURE if counts[state] else 0.0))),
            "place.count": min(_OFTEN, math.log1p(counts[state])),
            "place.share": counts[state] / max(1, sum(counts.values())),
            "place.absent": float(not counts[state]),
            "place.first": float(bool(mentions) and mentions[0][1] == state),
            "place.headline": float(any(s == state and any(h.start <= o < h.end for h in heads) for o, s in mentions)),
            "place.lead": float(any(s == state and lead <= o < lead + _LEAD for o, s in mentions)),
            "place.headline only": float(counts[state] > 0 and all(o < lead for o, s in mentions if s == state)),
            "place.outlet": float(self._in_outlet(state) and state != self.outlet.state),
            "place.outlet stem": float(_one_stem(state, self.page.article.outlet, common())),
            "place.outlet seat": float(state in self._outlet_seats()),
            "place.dateline stem": float(any(_one_stem(state, city, common()) for city in self._datelines())),
            "place.outlet country": float(state == self.outlet.state),
            "place.outlet country named": float(state == self.outlet.state and counts[state] > 0),
            "place.outlet country beside": float(state == self.outlet.state and self._beside_another(state, counts)),
            "place.government": float(state == self.outlet.state and self.outlet.government),
            "place.remembered": _share(self.remembered, state),
            "place.towns": _share(beside, state),
            "place.listed places": _share(self.listed, state),
            "place.laid": float(state == self.laid.state),
            "place.ties": self.ties.get(state, 0.0),
            "place.opening dated": float(state == self.opening and bool(self._datelines())),
            "place.offices": min(3.0, sum(count[state] > 0 for count in self.told.values())),
            "place.known": float(self._odds(state) > 3),
        }
        for how, votes in self.votes.items():
            found[f"place.{how}"] = _share(votes, state)
        found |= {f"place.{use}": min(3.0, float(uses[use])) for use in _USES}
        return {name: value for name, value in found.items() if value}

    def _beside_another(self, state: str, counts: Counter[str]) -> bool:
        """Tell whether a state is hardly named where another is most of the news: American news of a crash in France.

        News of one's own towns need not name the country.
        """
        every = max(1, counts.total())
        hardly = counts[state] <= _HARDLY * every and max(counts.values(), default=0) >= _MOSTLY * every
        return hardly and not self.listed[state] and self.laid.state != state

    def _odds(self, state: str, otherwise: float = 0.0) -> float:
        """Return how surely a name is a state, in logits: one that was met before is."""
        met = self.met.get(fold(state)) == state
        return self.lands.odds.get(state, SURE if met else otherwise)

    def _outlet_seats(self) -> set[str]:
        """Return the sides whose capital the outlet's name holds: "Zagros News Service (Tehran)"."""
        outlet = f" {fold(self.page.article.outlet).replace('(', ' ').replace(')', ' ').replace(',', ' ')} "
        return {side for city, side in self.lands.cities.items() if f" {city} " in outlet}

    def _datelines(self) -> list[str]:
        return [form.text for form in self.lands.forms.values() if form.uses["dateline"]]

    def _untold(self, told: list[dict[str, float]]) -> dict[str, float]:
        """Return what speaks for the article not telling the state at all: a local paper on its own police."""
        return {
            "untold.bias": 1.0,
            "untold.no state": float(not told),
            "untold.one state": float(len(told) == 1),
            "untold.persons": float(any(self.votes.values())),
            "untold.guessed": _share(self.votes["persons guessed"], UNTOLD),
            "untold.doubtful": float(all(f.get("place.odds", 0.0) < 0 for f in told)),
            "untold.ties": float(bool(self.ties)),
            "untold.remembered": _share(self.remembered, UNTOLD),
        }

    def _towns_here(self) -> Counter[str]:
        """Return the states that earlier articles named beside this one's places."""
        found: Counter[str] = Counter()
        for key, form in self.lands.forms.items():
            if form.place or form.uses["dateline"]:
                total = sum(self.towns.get(key, Counter()).values())
                for state, count in self.towns.get(key, Counter()).items():
                    found[state] += count / total  # type: ignore[assignment]
        return found

    def _beside(self, city: str) -> Counter[str]:
        """Return the states named in the sentences of a city, here and in earlier articles."""
        if not city:
            return Counter()
        if self._cities is None:
            self._cities = cities(self.page, self.lands)
        return self._cities.get(city, Counter()) + self.towns.get(city, Counter())

    def _told_near(self, offset: int) -> tuple[set[str], set[str]]:
        """Return the states an offset's paragraph names outside what is said: all of them, and those just before."""
        text = self.page.article.text
        start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
        end = end if end >= 0 else len(text)
        mentions = self.lands.mentions
        low, high = bisect_left(mentions, (start, "")), bisect_left(mentions, (end, ""))
        told = [
            (o, s) for o, s in mentions[low:high] if not any(q.start <= o < q.end for q in self._quoted_in(start, end))
        ]
        return {s for _, s in told}, {s for o, s in told if offset - _JUST <= o < offset}

    def _told_last(self, offset: int) -> str:
        """Return the last state that is named before an offset outside what is said, "" where none is."""
        mentions = self.lands.mentions
        for o, state in reversed(mentions[: bisect_left(mentions, (offset, ""))]):
            if not self._quoted_in(o, o + 1):
                return state
        return ""

    def _quoted_in(self, start: int, end: int) -> list[Span]:
        return [q for q in self.quoted if q.start < end and start < q.end]

    def opened(self, offset: int) -> str:
        """Return the state that a sentence is laid in by how it opens, "In Poland, the minister said"; "" for none."""
        words, here = self.page.words, self.page.index_at(offset)
        start = here
        while start > 0 and words[start - 1].sentence == words[here].sentence and here - start < _OPENING:
            start -= 1
        opens = start < here and words[start].first and words[start].low in _LAID
        place = words[start + 1 + (words[start + 1].low == "the") : here] if opens else ()
        if not opens or "," not in {w.text for w in place}:
            return ""
        place = place[: next(i for i, w in enumerate(place) if w.text == ",")]
        return self.lands.state_of(place) or self.lands.city_of(place)

    def _sentence(self, offset: int) -> int:
        words = self.page.words
        i = self.page.index_at(offset)
        return words[i].sentence if i < len(words) else -1

    def _in_outlet(self, state: str) -> bool:
        if state == self.outlet.state:
            return bool(state)
        outlet = fold(self.page.article.outlet)
        return any(word[: max(4, len(word) - 2)] in outlet for word in fold(state).split() if len(word) > 3)
