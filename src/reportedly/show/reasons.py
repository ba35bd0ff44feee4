"""Why something is as it is, laid out: what was compared with what, what told for it, what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.desk import Decision, Why
from reportedly.show.brief import words
from reportedly.show.brief.moments import reads
from reportedly.types import Link, LinkKind, Reason

JOINED = 0.5  # score from which a link joins its two ends
LEAST = 0.2  # weight of a reason worth a word
SHOWN = 8  # links of a kind
_TITLES = {
    LinkKind.STORY: "Same story",
    LinkKind.COPY: "Repeats",
    LinkKind.CLAIM: "Same claim",
    LinkKind.ORIGIN: "Same origin",
}


def why_card(answer: Why, said: Mapping[str, str]) -> Iterator[RenderableType]:
    """Yield the reasons; `said` has a few words of each thing the links name."""
    yield Text().append(answer.subject, "bold").append(f"  {said.get(answer.subject, '')}")
    yield Text(f"by {', '.join(answer.by) or 'nobody'}, {answer.at}", "dim")
    if answer.machine is not None:
        voice = answer.machine.voice
        yield Text(f"\nWhy {words.party(voice.party)}", "bold")
        chain = " → ".join(map(words.clean, voice.chain)) or words.party(voice.party)
        yield Padding(Text(chain), (0, 0, 0, 2))
        yield from map(_indented, _reasons(voice.reasons))
    if answer.toward:
        yield Text("\nIn its claim", "bold")
        yield Padding(Text(answer.toward), (0, 0, 0, 2))
    for kind, title in _TITLES.items():
        yield from _links(title, [link for link in answer.links if link.kind is kind], answer.subject, said)
    if answer.decisions:
        yield Text("\nDecided by people", "bold")
        yield from (_indented(decided(each)) for each in answer.decisions)


def _links(title: str, links: list[Link], subject: str, said: Mapping[str, str]) -> Iterator[RenderableType]:
    """Yield one kind of links, the surest first, each with what told for and against it."""
    if not links:
        return
    yield Text(f"\n{title}", "bold")
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    ordered = sorted(links, key=lambda link: (-link.score, link.subject, link.target))
    for link in ordered[:SHOWN]:
        joined = link.score >= JOINED
        ends = [end for end in (link.subject, link.target) if end != subject]
        body = Text("" if joined else "not joined: ", "" if joined else "dim")
        body.append("  and  ".join(f"{end} {said.get(end, '')}".strip() for end in ends))
        for reasons in _reasons(link.reasons):
            body.append("\n").append_text(reasons)
        table.add_row(Text(f"{link.score:.2f}", "bold" if joined else "dim"), body)
    yield Padding(table, (0, 0, 0, 2))
    if len(ordered) > SHOWN:
        yield Text(f"  and {len(ordered) - SHOWN} more; --json has all", "dim")


def _reasons(reasons: Iterable[Reason]) -> Iterator[Text]:
    """Yield what told for a decision and what told against it, the weightiest first."""
    ordered = sorted(reasons, key=lambda r: -abs(r.value))
    ordered = [r for r in ordered if abs(r.value) >= LEAST] or ordered[:1]
    for name, group in (("for", [r for r in ordered if r.value > 0]), ("against", [r for r in ordered if r.value < 0])):
        if group:
            told = "; ".join(f"{words.clean(r.note or r.feature)} {abs(r.value):.1f}" for r in group)
            yield Text().append(f"{name}: ", "italic").append(told)


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def decided(decision: Decision) -> Text:
    """Return a decision in a line: who, what, why, when, and whether it still counts."""
    state = ", withdrawn" if decision.withdrawn else "" if decision.stands else ", its words are gone"
    value = "" if decision.act == "note" else words.clean(decision.value)
    text = Text(f"{words.clean(decision.by)}: {decision.act} {value}".rstrip())
    why = f", because {words.clean(decision.reason)}" if decision.act != "note" else f": {words.clean(decision.value)}"
    return text.append(why).append(f"  ({decision.id}, {reads(decision.at, clock=True)}{state})", "dim")
