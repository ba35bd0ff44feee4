"""The origin tree: what was said once, which outlets had it, and who took it from whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

from reportedly.show.brief.coverage import Coverage
from reportedly.show.brief.moments import reads, sort_key
from reportedly.show.brief.words import clean, shorten
from reportedly.show.chart.look import AGAINST, FOR, INK, SOFT, Row, data, dressed
from reportedly.types import Origin

NODES = 44  # rows of one picture
_LINE, _INDENT = 23, 40  # pixels from row to row, and from an outlet to those that took it over
_WIDE = 680


@dataclass(frozen=True, slots=True)
class Node:
    """A row: an origin, or an article that has it, under the article it was taken from."""

    label: str
    depth: int
    parent: int  # row, -1 for an origin
    relay: bool


def origins_chart(coverage: Coverage) -> Any | None:
    """Return the tree of a story's most repeated origins, None where there is none."""
    known = [origin for origin in coverage.origins if _articles(coverage, origin)]
    known.sort(key=lambda origin: (-len(_articles(coverage, origin)), origin.id))
    nodes = list[Node]()
    shown = 0
    for origin in known:
        tree = list(_tree(coverage, origin, len(nodes)))
        if nodes and len(nodes) + len(tree) > NODES:
            break
        nodes += tree
        shown += 1
    if not nodes:
        return None
    left = len(known) - shown
    subtitle = "Each bold line was said once; filled: had it first hand as far as the words tell; hollow: took it over"
    return dressed(_drawn(nodes), finding(coverage), subtitle + (f"; {left} smaller origins left out" if left else ""))


def finding(coverage: Coverage) -> str:
    """Return how much of the coverage is repetition, as a sentence."""
    reports = sum(len(_articles(coverage, origin)) for origin in coverage.origins)
    relays = sum(parent != "" for o in coverage.origins for parent in _parents(coverage, o).values())
    sides = len({origin.party for origin in coverage.origins})
    parties = _count(sides, "party", "parties")
    said = f"{_count(reports, 'report')}, {_count(len(coverage.origins), 'origin')} of {parties}"
    return f"{said}: {relays or 'none'} taken from another outlet"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _articles(coverage: Coverage, origin: Origin) -> list[str]:
    found = dict.fromkeys(coverage.statements[s].article for s in origin.statements if s in coverage.statements)
    return sorted(
        (name for name in found if name in coverage.articles),
        key=lambda name: (sort_key(coverage.articles[name].published), name),
    )


def _parents(coverage: Coverage, origin: Origin) -> dict[str, str]:
    """Return, for each article that has an origin, the article or the outlet it took it from, "" for none."""
    names = _articles(coverage, origin)
    copied = {copy.article: copy.of for copy in coverage.copies if copy.of in names}
    outlets = {coverage.articles[name].outlet.casefold(): name for name in reversed(names)}
    found: dict[str, str] = {}
    for place, name in enumerate(names):
        via = [v for s in origin.statements if s.startswith(f"{name}:") for v in coverage.statements[s].voice.via]
        own = coverage.articles[name].outlet.casefold()
        relayed = next((v for v in via if v.casefold() != own), "")
        parent = copied.get(name) or outlets.get(relayed.casefold(), relayed)
        found[name] = "" if parent in names[place:] else parent
    return found


def _tree(coverage: Coverage, origin: Origin, start: int) -> Iterator[Node]:
    """Yield an origin's rows, each article under the one it was taken from; `start` is the number of the first."""
    parents = _parents(coverage, origin)
    what = f"{clean(origin.party)}: {clean(origin.what)}" if origin.what else clean(origin.party)
    yield Node(shorten(what, 84), 0, -1, relay=False)
    count = start

    def below(parent: str, row: int, depth: int) -> Iterator[Node]:
        nonlocal count
        for name, of in parents.items():
            if of == parent or (parent == "" and of not in parents):
                count += 1
                here = count
                yield Node(_label(coverage, name, of, parents), depth, row, relay=of != "")
                yield from below(name, here, depth + 1)

    yield from below("", start, 1)


def _label(coverage: Coverage, name: str, of: str, parents: Mapping[str, str]) -> str:
    article = coverage.articles[name]
    via = f" via {shorten(of, 30)}" if of and of not in parents else ""
    when = f", {reads(article.published, coverage.moment, clock=True)}" if article.published else ""
    return shorten(clean(article.outlet) or clean(article.source), 40) + via + when


def _drawn(nodes: list[Node]) -> Any:
    points: list[Row] = [
        {"x": n.depth * _INDENT, "y": row, "label": n.label, "kind": _kind(n)} for row, n in enumerate(nodes)
    ]
    links: list[Row] = []
    for row, node in enumerate(nodes):
        if node.parent >= 0:
            left = nodes[node.parent].depth * _INDENT
            links.append({"x": left, "y": node.parent, "x2": left, "y2": row})
            links.append({"x": left, "y": row, "x2": node.depth * _INDENT, "y2": row})
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, _WIDE], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[len(nodes) - 0.5, -0.5], nice=False), axis=None)
    kinds = ["origin", "first hand", "took it over"]
    base = alt.Chart(data(points)).encode(x=x, y=y)
    fill = alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=[INK, FOR, AGAINST]), legend=None)
    drawn = []
    for kind, shape, filled in zip(kinds, ["square", "circle", "circle"], [True, True, False], strict=True):
        own = base.transform_filter(f"datum.kind === '{kind}'")
        inside: dict[str, Any] = {} if filled else {"fill": "white"}  # so that no line shows through
        mark = own.mark_point(shape=shape, filled=filled, size=70, opacity=1, strokeWidth=2, **inside)
        weight: Any = "bold" if kind == "origin" else "normal"
        words = own.mark_text(align="left", dx=10, fontSize=12, fontWeight=weight, color=INK)
        drawn += [mark.encode(color=fill), words.encode(text="label:N")]
    edges = alt.Chart(data(links)).mark_rule(color=SOFT).encode(x=x, y=y, x2="x2:Q", y2="y2:Q")
    return alt.layer(edges, *drawn).properties(width=_WIDE, height=len(nodes) * _LINE)


def _kind(node: Node) -> str:
    return "origin" if node.parent < 0 else "took it over" if node.relay else "first hand"
