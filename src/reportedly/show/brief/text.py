"""The brief for a terminal or a pipe: one screen a story, 80 columns."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from reportedly.show.brief import words
from reportedly.show.brief.model import Brief, StoryBrief
from reportedly.show.brief.page import Cut, page

WIDTH = 80
SCREEN = 48  # lines of a story
EVERYTHING = 1_000_000
ALSO = ((8, 5), (8, 2), (4, 2), (4, 1))  # claims in a line each, and things said beside them: as many as fit
LEAST = ((4, 0), (2, 0), (0, 0))
FULL = ((3, 3), (2, 2), (2, 1), (1, 1))  # claims with their sides, and how many of these have the sides' own words


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
        cut = _fitting(story, brief.moment, width, screen)
        parts += [*page(story, brief.moment, cut), Text()]
    if brief.quiet:
        parts.append(Text("Nothing new in: " + "; ".join(map(words.clean, brief.quiet)), "dim"))
    if brief.more:
        parts.append(Text("Older stories were left out: --stories N shows more", "dim"))
    return Group(*parts)


def _fitting(story: StoryBrief, now: str, width: int, screen: int | None) -> Cut:
    """Return the largest cut of a story that stays on one screen, or the smallest there is."""
    if screen is None:
        return Cut(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING)
    console = _console(width)
    most = len(story.headline)
    cuts = [Cut(full, worded, *also) for full, worded in FULL if full <= most for also in ALSO]
    cuts += [Cut(min(1, most), worded, *least) for worded in (1, 0) for least in LEAST]
    for cut in cuts:
        if len(console.render_lines(Group(*page(story, now, cut)))) <= screen:
            return cut
    return cuts[-1]


def _console(width: int) -> Console:
    return Console(file=StringIO(), width=width, color_system=None, force_terminal=False, legacy_windows=False)
