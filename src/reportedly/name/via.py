"""Names the go-betweens of a statement: "according to The New York Times", "told state television"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.name.forms import fold
from reportedly.name.gazetteer import EntryKind
from reportedly.name.lexicon import DETERMINERS, FUNCTION_WORDS, NounClass, class_of, wordset
from reportedly.name.scene import Scene
from reportedly.name.words import Word
from reportedly.types import Span, Statement

_VERBS = wordset("verbs")
_OURS = frozenset({"us", "this", "our"})
_NOT_OUTLETS = wordset("not outlets")


def via_of(scene: Scene, statement: Statement) -> tuple[str, ...]:
    """Return the names of a statement's go-betweens, nearest first, each once."""
    found: list[str] = []
    for span in statement.via_spans:
        found += [name for name in _names(scene, span) if name and name not in found]
    return tuple(found)


def _names(scene: Scene, span: Span) -> list[str]:
    words = scene.page.between(span)
    names: list[str] = []
    for piece in _pieces(words):
        name = _name(scene, piece)
        if name:
            names.append(name)
    return names


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """Split a go-between's words at verbs and marks into noun phrases."""
    found: list[list[Word]] = [[]]
    for word in words:
        inside_name = word.capital and found[-1] and found[-1][-1].capital
        if not word.letters or (word.low in _VERBS and not inside_name):
            found.append([])
        elif word.capital or word.low not in DETERMINERS | FUNCTION_WORDS or word.low in _OURS:
            found[-1].append(word)
    return [piece for piece in found if piece]


def _name(scene: Scene, piece: Sequence[Word]) -> str:
    """Return the name of a medium: its own, the article's where it speaks of itself, "" where it is none."""
    if piece[0].low in _OURS:
        return scene.outlet_name
    run = _last_name(scene, piece)
    if run:
        return _called(scene, " ".join(w.text for w in run))
    low = " ".join(w.low for w in piece)
    medium = {class_of(piece[-1].low), class_of(low)} & {NounClass.OUTLET, NounClass.STATEPRESS}
    return low if medium and low not in _NOT_OUTLETS else ""


def _last_name(scene: Scene, piece: Sequence[Word]) -> list[Word]:
    """Return the last run of capitals and figures, without the adjective of a state before it."""
    end = len(piece)
    while end and not piece[end - 1].capital:
        end -= 1
    start = end
    while start and (piece[start - 1].capital or piece[start - 1].text.isdigit()):
        start -= 1
    run = list(piece[start:end])
    while end < len(piece) and piece[end].text.isdigit():
        run.append(piece[end])
        end += 1
    while len(run) > 1 and scene.lands.state_of(run[:1]) and run[0].low.endswith(("n", "i", "ic", "ish", "ese")):
        run.pop(0)
    return run


def _called(scene: Scene, label: str) -> str:
    """Return the full name of a medium that a name stands for."""
    if scene.is_outlet(label):
        return scene.outlet_name
    for entry in scene.entries(label) or scene.entries(f"The {label}"):
        if entry.kind in {EntryKind.PARTY, EntryKind.STATEPRESS}:
            return entry.side if entry.kind is EntryKind.PARTY else entry.name
    key = fold(label) + " "
    longer = [actor.name for name, actor in scene.trail.named.items() if name.startswith(key) and not actor.person]
    return longer[0] if longer and longer[0] else label
