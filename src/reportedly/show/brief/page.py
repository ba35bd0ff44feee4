"""One story of the text brief, cut so that it fits a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from reportedly.show.brief import deciding, grid, words
from reportedly.show.brief.grid import Head, Row
from reportedly.show.brief.model import Decided, Entry, Place, Side, StoryBrief
from reportedly.show.brief.moments import reads
from reportedly.types import Relation, Standing

TURNS = 3  # moves shown above the claims
UNCITED = 3  # sources listed though nothing printed cites them
NARRATED = 2  # figures of plain narration shown
WORDS, GIST = 90, 120  # characters of a remark, and of a claim in a line
OWN = 55  # characters of a side's own words: one line of 80 columns
DECISIONS = 5  # of people about one claim, the newest
CLASHES = 2  # contradictions shown of a claim
LOOSE = 3  # sides in one row that may speak of something else
QUESTIONS = 3  # open ones of a claim
EXPLAINED = (Standing.CLAIMED, Standing.CORROBORATED, Standing.UNADDRESSED)  # the others' sides explain them


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a story is printed: claims with their sides, the first of them with the sides' own words, claims in a
    line each, things said beside them."""

    full: int
    worded: int
    lines: int
    beside: int


def page(story: StoryBrief, now: str, cut: Cut) -> Iterator[RenderableType]:
    """Yield a story: who moved, the claims, and the sources of what was printed."""
    numbers = words.numbers(story)
    full, also = story.headline[: cut.full], (*story.headline[cut.full :], *story.also)
    also, background = also[: cut.lines], story.background[: max(0, cut.lines - len(also))]
    moved = list(_turns(story, numbers, now))
    told = [list(_lines(entry, now, worded=place < cut.worded)) for place, entry in enumerate(full)]
    beside = [*_decided(story.decisions, now), *_beside(story, cut.beside)]
    pictures: list[Row] = [("no evidence", Text(words.picture(p)), p.place) for p in story.pictures]

    yield Rule(style="dim", characters="═")
    yield Text(words.clean(story.title), "bold")
    yield grid.ends(Text(words.coverage(story, now), "dim"), Text(words.short(story.id), "dim"))
    if moved:
        yield grid.rows(moved)
    for entry, rows in zip(full, told, strict=True):
        yield Rule(style="dim")
        yield from _head(entry, numbers[entry.claim], now)
        yield grid.rows(rows)
    yield from _list("ALSO SAID", also, numbers)
    yield from _list("BACKGROUND", background, {})
    left = len(story.headline) + len(story.also) + len(story.background) - len(full) - len(also) - len(background)
    if left:
        yield Text(f"and {words.count(left, 'claim')} more: reportedly claims --story {words.short(story.id)}", "dim")
    if beside:
        yield Rule(style="dim")
        yield grid.rows(beside)
    yield Rule(style="dim")
    yield grid.rows(pictures)
    listed = (*full, *also, *background)
    yield from _sources(
        story, {place.source for place in (*_places(moved, *told, beside, pictures), *(e.place for e in listed))}, now
    )


def _places(*groups: list[Row]) -> Iterator[Place]:
    for rows in groups:
        for _, _, *places in rows:
            yield from places


def _head(entry: Entry, number: int, now: str) -> Iterator[RenderableType]:
    badge = Text(f" {entry.standing.upper()} ", grid.STANDING_STYLE[entry.standing])
    yield grid.heads([(f"{number}", badge, Text(words.clean(entry.gist), "bold"), entry.place)])
    single = entry.outlets > 1 and entry.origins_at_most <= 1
    tally = Text().append(words.tally(entry), "bold yellow" if single else "bold")
    tally.append(f" · {words.ages(entry.since, entry.updated, now)}", "dim")
    yield Padding(grid.ends(tally, Text(words.short(entry.claim), "dim")), (0, 0, 0, 3))
    if entry.standing in EXPLAINED and entry.rule:
        yield Padding(Text(words.clean(entry.rule), "italic"), (0, 0, 0, 3))


def _lines(entry: Entry, now: str, *, worded: bool) -> Iterator[Row]:
    item = entry.band.item if entry.band else ""
    if entry.band:
        yield "figures", Text(words.band(entry.band), "bold"), *entry.band.places
    contradictions = [clash for clash in entry.clashes if clash.relation is Relation.CONTRADICTS]
    for clash in contradictions[:CLASHES]:  # the others can be read off the sides
        yield clash.relation.value, Text(words.clash(clash)), clash.left.place, clash.right.place
    for side in entry.sides:
        if not side.loose:
            yield words.STANCE[side.said.stance], _side(side, now, item, worded=worded), side.said.place
    loose = [side for side in entry.sides if side.loose]
    for place in range(0, len(loose), LOOSE):
        some = loose[place : place + LOOSE]
        names = Text(", ").join(_party(side.said.party) for side in some)
        yield words.LOOSE, names, *(side.said.place for side in some)
    for unheard in entry.unheard:
        yield words.NOT_HEARD, _party(unheard.party), unheard.place
    for figure in entry.amounts:
        yield "figure", _party(figure.party).append(f"  {words.amount(figure)}"), figure.place
    unanswered = [question for question in entry.questions if question.answered is None]
    for question in unanswered[:QUESTIONS]:
        yield "open", Text(words.clean(question.asks)), question.place
    yield from _decided(entry.decisions[-DECISIONS:], now)
    if (earlier := len(entry.decisions[:-DECISIONS])) > 0:
        more = f"and {words.count(earlier, 'decision')} before: reportedly why {words.short(entry.claim)}"
        yield "decided", Text(more, "dim"), entry.place
    for alone in entry.unaided:
        yield "machine alone", Text(deciding.unaided(alone)), alone.place


def _decided(found: Iterable[Decided], now: str) -> Iterator[Row]:
    for each in found:
        yield "note" if each.act == "note" else "decided", Text(deciding.decided(each, now)), each.place


def _beside(story: StoryBrief, most: int) -> Iterator[Row]:
    """Yield what is said beside the claims, and figures nobody is named for, as far as the screen has room."""
    for remark in story.remarks[:most]:
        text = _party(remark.said.party).append(f"  {words.remark(remark, WORDS)}")
        yield words.STANCE[remark.said.stance], text, remark.said.place
    for figure in story.narrated[: min(NARRATED, most)]:
        yield "background", Text(words.narrated(figure)), figure.amount.place


def _turns(story: StoryBrief, numbers: dict[str, int], now: str) -> Iterator[Row]:
    for turn in story.turns[:TURNS]:
        text = _new(turn.new).append_text(_party(turn.party))
        text.append(f"  {words.STANCE[turn.before]} → {words.STANCE[turn.after]}")
        yield "moved", text.append(f" on claim {numbers[turn.claim]}, {reads(turn.at, now, clock=True)}"), turn.place


def _list(title: str, entries: Iterable[Entry], numbers: dict[str, int]) -> Iterator[RenderableType]:
    heads = list[Head]()
    for e in entries:
        standing = Text(f"{e.standing.value} ").append(f"{words.origins(e)}/{e.outlets}", "dim")
        line = _new(e.new).append(words.line(e, GIST))
        line.append(f"  decided by {deciding.deciders(e)}" if e.decisions else "", "bold cyan")
        heads.append((f"{numbers.get(e.claim, '')}", standing, line, e.place))
    if heads:
        yield Rule(style="dim")
        yield Text().append(title, "bold dim").append("  (independent origins/outlets)", "dim")
        yield grid.heads(heads)


def _sources(story: StoryBrief, cited: set[int], now: str) -> Iterator[RenderableType]:
    others = len(story.documents) - len(cited)
    everything = others <= UNCITED
    yield grid.sources((d for d in story.documents if everything or d.number in cited), now)
    if not everything:
        yield Text(f"and {words.count(others, 'article')} more, not cited here", "dim")


def _side(side: Side, now: str, item: str, *, worded: bool) -> Text:
    text = _new(side.new).append_text(_party(side.said.party))
    text.append(f"  {words.side(side, now, item)}")
    return text.append(f"\n{words.shorten(side.words, OWN)}", "italic") if worded and side.words else text


def _party(name: str) -> Text:
    return Text().append(words.party(name), "bold")


def _new(new: bool) -> Text:
    return Text().append("NEW " if new else "", "bold cyan")
