"""What names hardly more than whom everybody speaks of draws nothing together."""

from __future__ import annotations

import pytest

from reportedly.link import Index, link
from reportedly.link.profile import profile
from reportedly.types import LinkKind
from tests.link.world import article

MANY = (
    "[Ardaland|said|that Lunt had seen the dam fall]. [Selm|said|Lunt gave orders to the guards]. "
    "[Oss|said|the guards obeyed Lunt]. [Tarn|said|Lunt left by the gate]. "
)


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("[Norvik|backed|the nomination of Lunt]", True),
        ("[Norvik|said|that Lunt]", True),
        ("[Norvik|said|that Lunt had taken two boats]", False),
        ("[Norvik|denied|the nomination of Lunt]", False),  # an answer, however short
        ("[Norvik|said|the guards obeyed]", False),  # names nobody
    ],
)
def test_what_names_hardly_more_than_whom_all_speak_of(last: str, told: bool) -> None:
    text, statements = article("a1", "Dam falls", f"{MANY}{last}.")
    assert profile(text, statements).thin.tolist() == [False] * 4 + [told]


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    text, statements = article("a1", "Dam Falls", f"{MANY.replace('Lunt', 'the dam')}[Norvik|said|it was the dam].")
    assert not any(profile(text, statements).thin)


def test_few_statements_are_about_nobody() -> None:
    text, statements = article("a1", "Dam falls", "[Ardaland|said|that Lunt ran]. [Norvik|backed|Lunt].")
    assert not any(profile(text, statements).thin)


def test_what_is_thin_has_no_claim_in_common_with_anything() -> None:
    index = Index()
    for name in ("a1", "a2"):
        text, statements = article(name, "Dam falls", f"{MANY}[Norvik|backed|the nomination of Lunt].")
        found = link(text, statements, index)
        index.add(text, statements)
    claims = [x for x in found if x.kind is LinkKind.CLAIM]
    assert claims
    assert not {end for x in claims for end in (x.subject, x.target)} & {"a1:s5", "a2:s5"}
