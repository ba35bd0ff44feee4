"""Measure events: python -m measure.events [places] [examples] [stories] [gauge] [speed] [--errors]

* places: hand-marked mentions (corpus/places.tsv): right state; within 161 km (100 miles) of the marked point, where it
  has one; found at all. Saved pages are measured where ../shared lies beside the checkout.
* examples: the test part of corpus/events: macro-F1 of the main event's type over PLOVER's sixteen, actor and recipient
  (words overlap by half of the shorter, or both absent), F1 of the flags that PLOVER's manual asks for.
* stories: for each claim of a test story that gold calls an event or none: the type, actor and target that our own
  statements of it come to, end to end from the text on.
* gauge: the sign of each test story's gauge at its end, claimed and corroborated, ours against that of gold claims.
* speed: what finding costs with events, as a multiple of what it costs without.
"""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from corpus.events import Example, examples
from corpus.places import GoldPlace
from corpus.places import places as gold_places
from corpus.stories import GoldClaim
from corpus.stories import stories as gold_stories
from measure.labelled import labelled
from measure.real import saved
from measure.story import Linked, _gold_claims, _gold_origins, linked, parties
from reportedly.find import find_in, finder
from reportedly.find.events import events
from reportedly.name import Cast
from reportedly.name.places import places
from reportedly.read import read_text
from reportedly.stand.course import course
from reportedly.stand.gauge import ALL, Told, gauge
from reportedly.stand.happening import Happening, happening, witnesses
from reportedly.stand.reports import Reports
from reportedly.types import Article, Claim, ClaimKind, Event, EventType, Flag, Participant, Span

NEAR = 161.0  # kilometres
FLAGS = (Flag.NEGATED, Flag.HYPOTHETICAL, Flag.FUTURE)
CLEAR = 1.0  # of the gauge's scale: a level nearer to nothing has no sign
_EARTH = 6371.0  # kilometres


# --- places -----------------------------------------------------------------------------------------------------------


def of_places(errors: list[str]) -> dict[str, float]:
    """Return how often a marked mention gets its state and its point."""
    texts = _articles()
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    known: dict[str, dict[int, tuple[str, float | None, float | None]]] = {}
    for gold in gold_places():
        if gold.article not in texts or gold.span.of(texts[gold.article].text) != gold.name:
            of["orphaned"] += gold.article in texts
            continue
        if gold.article not in known:
            found = places(texts[gold.article])
            known[gold.article] = {p.span.start: (p.state, p.latitude, p.longitude) for p in found}
        state, latitude, longitude = known[gold.article].get(gold.span.start, ("", None, None))
        of["state"] += 1
        right["state"] += state == gold.state
        if state != gold.state:
            errors.append(f"state: {gold.article} {gold.name}: {state!r}, not {gold.state!r}")
        if gold.latitude is not None:
            of["near"] += 1
            near = _near(gold, latitude, longitude)
            right["near"] += near
            if not near and state == gold.state:
                errors.append(f"point: {gold.article} {gold.name}: {latitude} {longitude}")
    return {
        "places, right state": right["state"] / max(1, of["state"]),
        "places, within 161 km": right["near"] / max(1, of["near"]),
        "places, mentions": float(of["state"]),
        "places, orphaned": float(of["orphaned"]),
    }


def _articles() -> dict[str, Article]:
    found = {f"{story.id}/{gold.article.id}": gold.article for story in gold_stories() for gold in story.articles}
    return found | dict(saved())


def _near(gold: GoldPlace, latitude: float | None, longitude: float | None) -> bool:
    if latitude is None or longitude is None or gold.latitude is None or gold.longitude is None:
        return False
    a, b, c, d = map(math.radians, (gold.latitude, gold.longitude, latitude, longitude))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half)) <= NEAR


# --- examples ---------------------------------------------------------------------------------------------------------


def of_examples(errors: list[str]) -> dict[str, float]:
    """Return how well main events of held-out sentences are told."""
    gold = list(examples("test"))
    pairs: list[tuple[str, str]] = []
    sides: Counter[str] = Counter()
    flags: dict[Flag, Counter[str]] = {flag: Counter() for flag in FLAGS}
    for example, event in zip(gold, _main(gold), strict=True):
        told = event.type.value if event is not None else "NONE"
        pairs.append((example.type, told))
        if told != example.type:
            errors.append(f"type: {example.type} told as {told}: {example.text}")
        if example.type != "NONE":
            for tag, part in (("a", event.actor if event else None), ("r", event.recipient if event else None)):
                right = _same(example, tag, part)
                sides[tag] += right
                if not right:
                    errors.append(f"{tag}: {part.words if part else None!r}: {example.text}")
        for flag, count in flags.items():
            count[f"{flag.value in example.flags} {event is not None and flag in event.flags}"] += 1
    events_of = sum(example.type != "NONE" for example in gold)
    scores = {
        f"examples, {flag.value} F1": _f1(c["True True"], c["False True"], c["True False"]) for flag, c in flags.items()
    }
    return {
        "examples, type macro-F1": sum(_f1_of(kind.value, pairs) for kind in EventType) / len(EventType),
        "examples, type accuracy": sum(a == b for a, b in pairs) / len(pairs),
        "examples, NONE F1": _f1_of("NONE", pairs),
        "examples, actor": sides["a"] / events_of,
        "examples, recipient": sides["r"] / events_of,
        **scores,
    }


def _main(gold: Sequence[Example]) -> Iterator[Event | None]:
    """Yield the main event of each sentence; for what is demanded, the inner one, which gold has the type of."""
    articles = [read_text(example.text, id=f"x{n}") for n, example in enumerate(gold)]
    for example, article, found in zip(gold, articles, find_in(finder(), articles), strict=True):
        told = events(article, found.statements, found.marked)
        inner = [event for event in told if Flag.DEMANDED in event.flags]
        yield next(iter(inner if inner and "demanded" in example.flags else told), None)


def _same(example: Example, tag: str, part: Participant | None) -> bool:
    spans = [Span(start, end) for kind, start, end in example.spans if kind == tag]
    if part is None or not spans:
        return part is None and not spans
    return any(
        2 * (min(part.span.end, s.end) - max(part.span.start, s.start)) >= min(len(part.words), s.end - s.start)
        for s in spans
    )


def _f1_of(kind: str, pairs: Sequence[tuple[str, str]]) -> float:
    hits = sum(a == b == kind for a, b in pairs)
    return _f1(hits, sum(b == kind != a for a, b in pairs), sum(a == kind != b for a, b in pairs))


def _f1(hits: int, false: int, missed: int) -> float:
    return 2 * hits / max(1, 2 * hits + false + missed)


# --- stories and their gauge ------------------------------------------------------------------------------------------


def of_stories(errors: list[str], part: str = "test") -> dict[str, float]:
    """Return how often our statements of a gold claim come to its type, actor and target, and the gauge's sign."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for story in linked(labelled(part), found=True):
        reports = reports_of(story)
        _claims(story, reports, right, of, errors)
        ours, gold = _signs(_our_course(story, reports)), _signs(_gold_course(story))
        for line in ("claimed", "corroborated"):
            of[line] += 1
            right[line] += ours[line] == gold[line]
            if ours[line] != gold[line]:
                errors.append(f"gauge: {story.story.story.id} {line}: {ours[line]:+d}, not {gold[line]:+d}")
    shares = {
        f"stories, {what}": right[what] / max(1, of[what]) for what in ("type", "type of events", "actor", "target")
    }
    signs = {f"gauge, sign of {line}": right[line] / max(1, of[line]) for line in ("claimed", "corroborated")}
    return shares | signs


def reports_of(story: Linked) -> Reports:
    """Return what a story's articles report, with the events that our statements tell of."""
    told: list[Event] = []
    for article, both in zip(story.story.articles, find_in(finder(), story.story.articles), strict=True):
        said = [s for s in story.statements.values() if s.article == article.id]
        told += Cast(article, said).events(events(article, said, both.marked))
    return Reports(story.statements, story.articles, story.folded.origin_of, told)


def claims_of(story: Linked) -> Iterator[tuple[GoldClaim, Claim]]:
    """Yield each gold claim of an event or of none with our own statements of it, where we found any."""
    members: dict[str, list[str]] = {}
    for ours, gold in story.gold_id.items():
        if gold in story.story.claim:
            members.setdefault(story.story.claim[gold], []).append(ours)
    for claim in story.story.story.claims.values():
        mine = members.get(f"{story.story.story.id}/{claim.id}", [])
        if claim.kind == "event" and claim.event and mine:
            yield claim, Claim(claim.id, claim.gist, ClaimKind.EVENT, "", tuple(sorted(mine)))


def _claims(story: Linked, reports: Reports, right: Counter[str], of: Counter[str], errors: list[str]) -> None:
    meaning = parties(story)
    names = {key: name for key, (name, _) in story.story.story.parties.items()}
    for claim, mine in claims_of(story):
        found = happening(mine, reports)
        kind = found.type.value if found is not None else "NONE"
        of["type"] += 1
        right["type"] += kind == claim.event
        if claim.event != "NONE":
            of["type of events"] += 1
            right["type of events"] += kind == claim.event
        if kind != claim.event:
            errors.append(f"claim: {claim.event} told as {kind}: {claim.gist}")
        if found is not None:
            _sides(claim, found, meaning, names, right, of, errors)


def _sides(
    claim: GoldClaim,
    found: Happening,
    meaning: Mapping[str, str],
    names: Mapping[str, str],
    right: Counter[str],
    of: Counter[str],
    errors: list[str],
) -> None:
    """Count whose deed it is and to whom it was done, where the story's writer says so."""
    for side, gold, ours in (("actor", claim.actor, found.actor), ("target", claim.target, found.recipient)):
        if gold:
            wanted = names.get(gold, gold)
            of[side] += 1
            right[side] += meaning.get(ours, ours) == wanted
            if meaning.get(ours, ours) != wanted:
                errors.append(f"{side}: {ours!r}, not {wanted!r}: {claim.gist}")


def _our_course(story: Linked, reports: Reports) -> list[Told]:
    world = story.statements, story.articles, story.folded.origin_of
    found = [(c, happening(c, reports)) for c in story.folded.claims]
    return [
        Told(happened, course(witnesses(c, happened, reports), *world)) for c, happened in found if happened is not None
    ]


def _gold_course(story: Linked) -> list[Told]:
    """Return the gold claims' own course: their declared event, their gold statements."""
    statements = {s.id: s for s in story.story.every()}
    origins = _gold_origins(story)
    found = []
    for claim in story.story.story.claims.values():
        gold = _gold_claims(story).get(f"{story.story.story.id}/{claim.id}")
        if gold is not None and claim.event in EventType.__members__:
            happened = Happening(
                gold.id, EventType(claim.event), "", frozenset(), claim.actor, claim.target, None, None, ()
            )
            found.append(Told(happened, course(gold, statements, story.articles, origins)))
    return found


def _signs(told: Sequence[Told]) -> dict[str, int]:
    points = [p for p in gauge(told) if (p.actor, p.recipient) == ALL]
    last = points[-1] if points else None
    levels = {"claimed": last.claimed if last else 0.0, "corroborated": last.corroborated if last else 0.0}
    return {line: 0 if abs(level) < CLEAR else 1 if level > 0 else -1 for line, level in levels.items()}


# --- speed ------------------------------------------------------------------------------------------------------------


def of_speed(errors: list[str]) -> dict[str, float]:
    """Return what finding with events costs, as a multiple of finding without, in CPU seconds: the best of seven runs
    of each, taken by turns, for a machine that others share is slow for seconds on end."""
    del errors
    gold = [of.article for story in gold_stories("dev") for of in story.articles][:24]
    finder().find(gold[:2])
    runs = [(_cost(finder().find, gold), _cost(_both, gold)) for _ in range(7)]
    return {"speed, cost of events": min(both for _, both in runs) / min(alone for alone, _ in runs)}


def _both(articles: Sequence[Article]) -> object:
    return [
        events(article, found.statements, found.marked)
        for article, found in zip(articles, find_in(finder(), articles), strict=True)
    ]


def _cost(run: Callable[[Sequence[Article]], object], articles: Sequence[Article]) -> float:
    started = time.process_time()
    run(articles)
    return time.process_time() - started


PARTS: dict[str, Callable[[list[str]], dict[str, float]]] = {
    "places": of_places,
    "examples": of_examples,
    "stories": of_stories,
    "speed": of_speed,
}


def measure(quick: bool = False) -> dict[str, float]:
    """Return all figures; the quick ones are places and examples."""
    chosen = ("places", "examples") if quick else tuple(PARTS)
    return {name: figure for part in chosen for name, figure in PARTS[part]([]).items()}


def main() -> None:
    """Print the figures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all by default")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    for part in arguments.parts or PARTS:
        errors: list[str] = []
        for name, figure in PARTS[part](errors).items():
            print(f"{name:36} {figure:.3f}")
        if arguments.errors:
            print(*errors, sep="\n")


if __name__ == "__main__":
    main()
