"""The brief for a terminal or a pipe: one screen a story, 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reportedly.show.brief import words
from reportedly.show.brief.model import Brief, Document, Entry, Place, Side, StoryBrief, Turn
from reportedly.show.brief.moments import reads
from reportedly.types import Relation, Standing

WIDTH = 80
ID = 8  # characters of a claim's id, enough for `reportedly show`
LABEL = 13  # as wide as the longest stance
TURNS = 3  # moves shown above the claims
SCREEN = 48  # lines of a story before its last claims are printed in one line each
# No red and no green: a colour must not sound like a verdict.
STANDING_STYLE = {
    Standing.CLAIMED: "black on yellow",
    Standing.CORROBORATED: "white on blue",
    Standing.DISPUTED: "white on magenta",
    Standing.CONCEDED: "black on cyan",
    Standing.WITHDRAWN: "black on white",
    Standing.DENIED: "white on magenta",
    Standing.UNADDRESSED: "black on white",
}
EXPLAINED = (Standing.CLAIMED, Standing.CORROBORATED, Standing.UNADDRESSED)  # the others' sides explain them
LABEL_STYLE = {
    "denies": "magenta",
    "doubts": "magenta",
    "retracts": "magenta",
    "can't confirm": "yellow",
    "no comment": "bold yellow",
    "awaited": "bold yellow",
    "not heard": "bold yellow",
    "open": "bold yellow",
    "moved": "bold cyan",
}

Row = tuple[str, Text, *tuple[Place, ...]]  # label, words, pins


def to_text(brief: Brief, width: int = WIDTH, screen: int | None = SCREEN) -> str:
    """Return the brief as plain text of at most `width` columns and some `screen` lines a story (None: no limit)."""
    console = _console(width)
    with console.capture() as capture:
        console.print(render(brief, width, screen))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def render(brief: Brief, width: int = WIDTH, screen: int | None = SCREEN) -> RenderableType:
    """Return the brief as something Rich prints."""
    parts: list[RenderableType] = [Text(words.scope(brief), "bold"), Text(words.span(brief), "dim")]
    for story in brief.stories:
        full = len(story.headline) if screen is None else _fitting(story, brief.moment, width, screen)
        parts += [*_story(story, brief.moment, full), Text()]
    if brief.quiet:
        parts.append(Text("Nothing new in: " + "; ".join(map(words.clean, brief.quiet)), "dim"))
    return Group(*parts)


def _console(width: int) -> Console:
    return Console(file=StringIO(), width=width, color_system=None, force_terminal=False, legacy_windows=False)


def _fitting(story: StoryBrief, now: str, width: int, screen: int) -> int:
    """Return how many headline claims can be printed with their sides so that the story stays on one screen."""
    console = _console(width)
    for full in range(len(story.headline), 1, -1):
        if len(console.render_lines(Group(*_story(story, now, full)))) <= screen:
            return full
    return min(1, len(story.headline))


def _story(story: StoryBrief, now: str, full: int) -> Iterator[RenderableType]:
    also = (*story.headline[full:], *story.also)
    numbers = words.numbers(story)
    yield Rule(style="dim", characters="═")
    yield Text(words.clean(story.title), "bold")
    yield _ends(Text(words.coverage(story, now), "dim"), Text(story.id[:ID], "dim"))
    if story.turns:
        yield _rows(_turns(story.turns[:TURNS], numbers, now))
    for entry in story.headline[:full]:
        yield Rule(style="dim")
        yield from _entry(entry, numbers[entry.claim], now)
    yield from _also("ALSO SAID", also, numbers)
    yield from _also("BACKGROUND", story.background, {})
    yield Rule(style="dim")
    yield from _notes(story, now)


def _entry(entry: Entry, number: int, now: str) -> Iterator[RenderableType]:
    badge = Text(f" {entry.standing.upper()} ", STANDING_STYLE[entry.standing])
    yield _heads([(f"{number}", badge, Text(words.clean(entry.gist), "bold"), entry.place)])
    single = entry.outlets > 1 and entry.independent_origins <= 1
    tally = Text().append(words.tally(entry), "bold yellow" if single else "bold")
    tally.append(f" · {words.ages(entry, now)}", "dim")
    yield Padding(_ends(tally, Text(entry.claim[:ID], "dim")), (0, 0, 0, 3))
    if entry.standing in EXPLAINED and entry.rule:
        yield Padding(Text(words.clean(entry.rule), "italic"), (0, 0, 0, 3))
    yield _rows(_lines(entry, now))


def _lines(entry: Entry, now: str) -> Iterator[Row]:
    item = entry.band.item if entry.band else ""
    if entry.band:
        yield "figures", Text(words.band(entry.band), "bold"), *entry.band.places
    for clash in entry.clashes:
        if clash.relation is Relation.CONTRADICTS:  # the others can be read off the sides
            yield clash.relation.value, Text(words.clash(clash)), clash.left.place, clash.right.place
    for side in entry.sides:
        yield words.STANCE[side.said.stance], _side(side, now, item), side.said.place
    for unheard in entry.unheard:
        yield words.NOT_HEARD, _party(unheard.party), unheard.place
    for figure in entry.amounts:
        yield "figure", _party(figure.party).append(f"  {words.amount(figure)}"), figure.place
    for question in entry.questions:
        if question.answered is None:
            yield "open", Text(words.clean(question.asks)), question.place


def _party(name: str) -> Text:
    return Text().append(words.party(name), "bold")


def _side(side: Side, now: str, item: str) -> Text:
    text = _new(side.new).append(words.party(side.said.party), "bold")
    return text.append(f"  {words.side(side, now, item)}")


def _turns(turns: Iterable[Turn], numbers: dict[str, int], now: str) -> Iterator[Row]:
    for turn in turns:
        text = _new(turn.new).append(words.party(turn.party), "bold")
        text.append(f"  {words.STANCE[turn.before]} → {words.STANCE[turn.after]}")
        yield "moved", text.append(f" on claim {numbers[turn.claim]}, {reads(turn.at, now, clock=True)}"), turn.place


def _new(new: bool) -> Text:
    return Text().append("NEW " if new else "", "bold cyan")


def _also(title: str, entries: Iterable[Entry], numbers: dict[str, int]) -> Iterator[RenderableType]:
    heads = []
    for e in entries:
        standing = Text(f"{e.standing.value} ").append(f"{e.independent_origins}/{e.outlets}", "dim")
        heads.append((f"{numbers.get(e.claim, '')}", standing, _new(e.new).append(words.clean(e.gist)), e.place))
    if heads:
        yield Rule(style="dim")
        yield Text(title, "bold dim").append("  (independent origins/outlets)", "not bold dim")
        yield _heads(heads)


def _heads(heads: Iterable[tuple[str, Text, Text, Place]]) -> Table:
    """Lay out claims: number, standing, gist, pin."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=2, no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, justify="right")
    for number, standing, gist, place in heads:
        table.add_row(Text(number, "bold"), standing, gist, _pin(place))
    return table


def _notes(story: StoryBrief, now: str) -> Iterator[RenderableType]:
    yield _rows(("no evidence", Text(words.evidence(p.evidence)), p.place) for p in story.pictures)
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, justify="right")
    for document in story.documents:
        table.add_row(f"[{document.number}]", _document(document, now), document.article, style="dim")
    yield table


def _document(document: Document, now: str) -> Text:
    when = reads(document.published, now, clock=True) or "undated"
    copy = f", repeats [{document.copy_of}]" if document.copy_of else ""
    return Text(f"{words.clean(document.outlet) or 'no outlet named'}, {when}{copy}")


def _rows(rows: Iterable[Row]) -> Table:
    """Lay out lines: the label, once for all lines that share it, the words, the pins."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=LABEL + 2, no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, justify="right")
    last = ""
    for label, text, *places in rows:
        name = Text("" if label == last else label, LABEL_STYLE.get(label, ""))
        table.add_row(Padding(name, (0, 0, 0, 2)), text, _pin(*places))
        last = label
    return table


def _ends(left: Text, right: Text) -> Table:
    table = Table.grid(expand=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, justify="right")
    table.add_row(left, right)
    return table


def _pin(*places: Place) -> Text:
    return Text(f"[{' '.join(map(words.pin, places))}]", "dim")
