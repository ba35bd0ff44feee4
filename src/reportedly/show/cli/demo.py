"""`python -m reportedly.show.cli.demo`: read the example stories, print their brief, say what to try next."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from reportedly.show.cli import out
from reportedly.show.cli.trouble import Code, Trouble, explain

_PLACES = (Path(__file__).parents[2] / "examples", Path(__file__).parents[4] / "examples", Path("examples"))


def examples() -> Path:
    """Return the folder of the example stories: in the package, or in the checkout."""
    for folder in _PLACES:
        if any(folder.glob("*/*.html")):
            return folder
    raise Trouble(
        Code.NOTHING_READ, "the example stories are not here", str(_PLACES[1]), "a checkout of the repository"
    )


def demo() -> None:
    """Read the examples into a ledger of their own and print the brief."""
    from reportedly.desk import open
    from reportedly.show.brief.compose import compose
    from reportedly.show.brief.text import render
    from reportedly.show.brief.words import count
    from reportedly.show.gather import gather

    folder, ledger, began = examples(), _ledger(), perf_counter()
    with open(ledger) as desk:
        totals = desk.read(str(folder))
        brief = compose(gather(desk))
    out.say(render(brief, out.width()))
    read = f"{count(totals.kept, 'article')} read, {count(totals.statements, 'statement')} found"
    out.write(f"{read} and linked in {perf_counter() - began:.1f} s, from {folder}.\n\n")
    out.write(_next(ledger, brief.stories[0].headline[0].claim if brief.stories else ""))


def _ledger() -> Path:
    """Return a place for a fresh ledger: the user's cache, where it stays to be looked at, else a temporary folder."""
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("reportedly", appauthor=False) / "demo"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="reportedly-demo-"))
    return folder / "ledger.db"


def _next(ledger: Path, claim: str) -> str:
    from reportedly.show.brief.words import short

    claim = short(claim)
    command = Path(sys.executable).with_name("reportedly")
    here = Path.cwd()
    name = str(command.relative_to(here)) if command.is_relative_to(here) else "reportedly"
    tries = [
        (f"{name} show {claim}", "the first claim, every statement marked"),
        (f"{name} why {claim}", "what makes its statements one claim"),
        (f"{name} brief --format html > b.html", "the same brief as a page"),
        (f"{name} read FILE-OR-URL", "an article of your own"),
        (f"{name} --help", "everything else"),
    ]
    width = max(len(command) for command, _ in tries)
    lines = ["Try next:", f"  export REPORTEDLY_LEDGER={ledger}"]
    return "\n".join([*lines, *(f"  {command:{width}}  {what}" for command, what in tries)]) + "\n"


def main() -> None:
    """Run the demo and exit with its code."""
    try:
        demo()
    except Trouble as trouble:
        explain(trouble)
        raise SystemExit(trouble.code) from None


if __name__ == "__main__":
    main()
