"""Charts: titles that say the finding, no label over another, the same bytes for the same coverage."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from corpus.stories import split
from reportedly.show.chart import gauge as gauges
from reportedly.show.chart.gauge import gauge_chart
from reportedly.show.chart.numbers import numbers_chart
from reportedly.show.chart.origins import origins_chart
from reportedly.show.chart.positions import positions_chart
from reportedly.show.chart.render import Picture, rendered
from reportedly.show.chart.timeline import timeline_chart
from reportedly.stand.gauge import Point
from reportedly.types import ClaimKind
from tests.show.gold import SMALL, coverage

DAY = Point("2032-02-15", "", "", 10.0, 0.0, 1.0, (), ("c1",), ("a1:s1",))


def values(spec: Any) -> list[dict[str, Any]]:
    """Return the rows of every chart within a chart."""
    found: list[dict[str, Any]] = list(spec.get("data", {}).get("values", ()))
    for part in (*spec.get("layer", ()), *spec.get("vconcat", ())):
        found += values(part)
    for rows in spec.get("datasets", {}).values():
        found += rows
    return found


def title(chart: Any) -> str:
    return " ".join(chart.to_dict()["title"]["text"])


@pytest.mark.parametrize(
    ("days", "finding"),
    [
        ([DAY], "Easing is claimed (+10.0) and not corroborated on 15 Feb 2032; 100% of it is contested"),
        ([replace(DAY, contested=0.0)], "Easing is claimed (+10.0) and not corroborated on 15 Feb 2032"),
        ([replace(DAY, corroborated=-6.0)], "Easing is claimed (+10.0), tension is corroborated (−6.0) on 15 Feb 2032"),
        (
            [replace(DAY, claimed=-9.0, corroborated=-9.0)],
            "Tension is claimed (−9.0), and corroborated as far as −9.0 on 15 Feb 2032",
        ),
        ([replace(DAY, claimed=0.0)], "Nothing weighs yet on 15 Feb 2032"),
    ],
)
def test_the_gauge_says_what_it_shows(days: list[Point], finding: str) -> None:
    assert gauges.finding(days) == finding
    assert title(gauge_chart(days)) == finding


@pytest.mark.parametrize("name", split()["dev"][:3])
def test_every_picture_of_a_story_is_drawn(name: str) -> None:
    gold = coverage(name)
    charts = [positions_chart(gold), timeline_chart(gold), origins_chart(gold)]
    charts += [numbers_chart(v) for v in gold.claims.values() if v.claim.kind is ClaimKind.QUANTITY and v.figures][:1]
    for chart in charts:
        assert chart is not None
        assert title(chart).strip()
        assert json.loads(rendered(chart, Picture.JSON))["$schema"].startswith("https://vega.github.io/schema/")


def test_pictures_are_pictures_with_the_font_they_name() -> None:
    chart = positions_chart(coverage(SMALL))
    assert rendered(chart, Picture.PNG).startswith(b"\x89PNG")
    svg = rendered(chart, Picture.SVG).decode("utf-8")
    assert svg.startswith("<svg")
    assert 'font-family="Liberation Sans"' in svg
    assert rendered(chart, Picture.SVG).decode("utf-8") == svg


def test_flips_are_visible() -> None:
    rows = values(positions_chart(coverage(SMALL)).to_dict())  # type: ignore[union-attr]
    assert [(row["side"], row["was"], row["stance"]) for row in rows if row.get("was") not in {"", None}][:1] == [
        ("Stradovia", "asserts", "concedes")
    ]


def test_no_two_marks_of_the_timeline_cover_each_other() -> None:
    for name in split()["dev"][:3]:
        rows = [row for row in values(timeline_chart(coverage(name)).to_dict()) if "statement" in row]  # type: ignore[union-attr]
        places = [(row["at"], row["y"]) for row in rows]
        assert len(set(places)) == len(places)


def test_every_row_of_the_origin_tree_is_its_own() -> None:
    rows = [row for row in values(origins_chart(coverage(SMALL)).to_dict()) if "label" in row]  # type: ignore[union-attr]
    assert len({row["y"] for row in rows}) == len({(row["x"], row["y"]) for row in rows})
    drawn = rendered(origins_chart(coverage(SMALL)), Picture.SVG).decode("utf-8")
    assert all(f">{row['label']}<" in unescape(drawn) for row in rows)


def test_nothing_is_drawn_of_nothing() -> None:
    empty = replace(coverage(SMALL), claims={}, origins=[], articles={}, statements={})
    assert positions_chart(empty) is None
    assert timeline_chart(empty) is None
    assert origins_chart(empty) is None
