"""Names the go-betweens of a statement: "according to The New York Times", "told state television"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.name.bodies import titled
from reportedly.name.gazetteer import EntryKind
from reportedly.name.lexicon import DETERMINERS, FUNCTION_WORDS, NounClass, class_of, wordset
from reportedly.name.scene import Scene
from reportedly.name.words import Word
from reportedly.types import Span, Statement

_VERBS = wordset("verbs")
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
    """Split a go-between's words at verbs and commas into noun phrases."""
    found: list[list[Word]] = [[]]
    for word in words:
        if not word.letters or (word.low in _VERBS and not (word.capital and found[-1] and found[-1][-1].capital)):
            found.append([])
        elif not (word.low in DETERMINERS or (word.low in FUNCTION_WORDS and not word.capital)):
            found[-1].append(word)
    return [piece for piece in found if piece]


def _name(scene: Scene, piece: Sequence[Word]) -> str:
    """Return the name of a medium: its own, the article's where it speaks of itself, "" where it is none."""
    run = [w for w in piece if w.capital]
    label = " ".join(w.text for w in run)
    if run:
        if scene.is_outlet(label):
            return scene.page.article.outlet
        entry = next(iter(scene.entries(label) or scene.entries(f"The {label}")), None)
        if entry is not None and entry.kind in {EntryKind.PARTY, EntryKind.STATEPRESS}:
            return entry.side if entry.kind is EntryKind.PARTY else entry.name
        return (
            label if class_of(piece[-1].low) is None or piece[-1].capital else titled(" ".join(w.text for w in piece))
        )
    low = " ".join(w.low for w in piece)
    if low in _NOT_OUTLETS or (
        class_of(piece[-1].low) not in {NounClass.OUTLET, NounClass.STATEPRESS} and class_of(low) is None
    ):
        return ""
    return low
