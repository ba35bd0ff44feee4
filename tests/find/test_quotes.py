from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.quotes import quoted

CASES = [
    ("nothing quoted", "He said they would go.", []),
    ("straight", 'He said "we go" and left.', ['"we go"']),
    ("curly", "He said “we go” and left.", ["“we go”"]),
    ("guillemets", "Il dit «we go» and left.", ["«we go»"]),
    ("single curly, British", "He said ‘we go’ and left.", ["‘we go’"]),
    ("single straight", "He said 'we go', then left.", ["'we go'"]),
    ("apostrophes are no marks", "It's the ministry's and the soldiers' own '90s depot.", []),
    ("apostrophe inside a quotation", "‘We don’t go,’ he said.", ["‘We don’t go,’"]),
    ("doubled single marks", "''That makes me smart,'' he said.", ["''That makes me smart,''"]),
    ("two in a row", '"Go," he said. "Now."', ['"Go,"', '"Now."']),
    ("single inside double", "“She told me ‘go’ twice,” he said.", ["“She told me ‘go’ twice,”"]),
    ("never closed, ends with its paragraph", '"We go.\nHe left.', ['"We go.']),
    ("several paragraphs", '"We go.\n\n"And stay gone," he said.', ['"We go.', '"And stay gone,"']),
    ("mixed styles", '“We go," he said.', ['“We go,"']),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quoted_stretches(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quoted(text)] == expected


@given(st.text(alphabet="ab.,\n \"“”‘’'«»`", max_size=80))
def test_stretches_are_disjoint_ordered_and_in_range(text: str) -> None:
    spans = quoted(text)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not any("\n" in s.of(text) for s in spans)
