"""`reportedly brief`: who says what, one screen a story."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from reportedly.show.brief.model import Brief


class Format(StrEnum):
    """How the brief can be printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def brief(
    story: options.Story = "",
    since: Annotated[
        str, typer.Option("--since", metavar="MOMENT", help="Mark what is new since then; leave quiet stories out.")
    ] = "",
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    format: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
    everything: Annotated[
        bool, typer.Option("--all", help="Every claim with its sides, not one screen a story.")
    ] = False,
    stories: Annotated[int, typer.Option("--stories", min=1, help="At most so many stories, newest first.")] = 10,
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Print who says what, who backs it up, who denies it and who has not spoken.

    Every line ends with its pin: [2¶4] is paragraph 4 of source 2, listed below the story.
    """
    from reportedly.show.brief.compose import HEADLINES, compose
    from reportedly.show.cli.naming import story_id
    from reportedly.show.gather import gather

    with session.view(ledger, as_of, known_at) as view:
        coverage = gather(view, story=story_id(view, story), limit=stories, since=session.moment(since, "--since"))
    composed = compose(coverage, headlines=1000 if everything else HEADLINES)
    _print(composed, Format.JSON if as_json else format, everything)


def _print(brief: Brief, format: Format, everything: bool) -> None:
    match format:
        case Format.TEXT:
            from reportedly.show.brief.text import SCREEN, render

            out.say(render(brief, out.width(), None if everything else SCREEN))
        case Format.MARKDOWN:
            from reportedly.show.brief.markdown import to_markdown

            out.write(to_markdown(brief))
        case Format.HTML:
            from reportedly.show.brief.html import to_html

            out.write(to_html(brief))
        case Format.JSON:
            from reportedly.show.brief.as_json import to_json

            out.write(to_json(brief))
