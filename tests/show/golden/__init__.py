"""The small story as every format prints it. `python -m tests.show.golden` writes it anew; read the difference."""

from __future__ import annotations

from pathlib import Path

from reportedly.show.brief.as_json import to_json
from reportedly.show.brief.compose import compose
from reportedly.show.brief.html import to_html
from reportedly.show.brief.markdown import to_markdown
from reportedly.show.brief.text import to_text
from reportedly.show.export import objects
from reportedly.show.export.records import line
from tests.show.gold import coverage

GOLDEN = Path(__file__).parent
HOW = "looks different from what was approved; if it should: python -m tests.show.golden, and read the difference"


def renderings() -> dict[str, str]:
    """Return every golden file by its name."""
    gold = coverage()
    brief = compose(gold)
    records = [
        objects.article(gold.articles["a2"]),
        objects.statement(gold.statements["a2:s7"], "c3", "o4"),
        objects.claim(gold.claims["c2"]),
        objects.origin(gold.origins[0]),
    ]
    return {
        "brief.txt": to_text(brief),
        "brief-since.txt": to_text(compose(coverage(since="2034-05-04T18:00"))),
        "brief.md": to_markdown(brief),
        "brief.html": to_html(brief),
        "brief.json": to_json(brief),
        "export.jsonl": "".join(map(line, records)),
    }
