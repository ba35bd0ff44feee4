from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.passage import Part
from reportedly.show.web.marked import cut
from reportedly.types import Act, Certainty, Channel, Mode, Span, Stance, Statement

TEXT = "Russia said on Monday that, as Ukraine denied, the bridge at Kerch was open to traffic."
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)


def statement(number: int, source: Span | None, cue: Span | None, content: tuple[Span, ...]) -> Statement:
    return Statement(
        id=f"a000000000000:s{number}",
        article="a000000000000",
        source=source,
        cue=cue,
        content=content,
        via_spans=(),
        act=Act.FACT,
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        mode=Mode.INDIRECT,
        channel=Channel.UNKNOWN,
        said="",
    )


statements = st.lists(
    st.tuples(st.none() | spans, st.none() | spans, st.lists(spans, min_size=1, max_size=2)), max_size=4
).map(lambda found: [statement(n, s, c, tuple(w)) for n, (s, c, w) in enumerate(found, 1)])


@given(statements, spans)
def test_pieces_are_the_text_whatever_overlaps(found: list[Statement], within: Span) -> None:
    pieces = list(cut(TEXT, within, found))
    assert "".join(piece.text for piece in pieces) == within.of(TEXT)
    for piece in pieces:
        assert bool(piece.part) == bool(piece.statements)


@given(statements)
def test_every_statement_begins_once(found: list[Statement]) -> None:
    begins = [name for piece in cut(TEXT, Span(0, len(TEXT)), found) for name in piece.begins]
    assert sorted(begins) == sorted(f"s{n}" for n in range(1, len(found) + 1))


def test_the_innermost_statement_comes_first() -> None:
    outer = statement(1, Span(0, 6), Span(7, 11), (Span(22, 86),))
    inner = statement(2, Span(31, 38), Span(39, 45), (Span(47, 86),))
    pieces = {piece.text: piece for piece in cut(TEXT, Span(0, len(TEXT)), [outer, inner])}
    assert pieces["Ukraine"].part is Part.SOURCE
    assert [s.id[-2:] for s in pieces["Ukraine"].statements] == ["s2", "s1"]
    assert pieces["Russia"].statements == (outer,)
