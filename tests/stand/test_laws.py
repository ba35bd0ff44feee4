"""Laws of standing, whatever the coverage."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.stand import view
from reportedly.types import Act, Channel, Mode, Origin, PartyKind, Stance, Statement
from tests.stand.world import article, claim, count, statement

# A busy machine draws slowly; how fast it draws says nothing about the laws.
LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PARTIES = ["Dovrania", "Selmia", "Compact", "unattributed"]
ARTICLES = {f"a{n}": article(f"a{n}", f"2032-02-1{n}T10:00") for n in range(6)}


@st.composite
def coverage(draw: st.DrawFn) -> list[tuple[Statement, str]]:
    """Return statements on one claim, each with the name of its origin; an origin has one party."""
    found = []
    for number in range(draw(st.integers(1, 8))):
        party = draw(st.sampled_from(PARTIES))
        found.append(
            (
                statement(
                    f"a{draw(st.integers(0, 5))}:s{number}",
                    party,
                    draw(st.sampled_from(list(Stance))),
                    kind=draw(st.sampled_from([PartyKind.STATE, PartyKind.EXPERT])),
                    act=draw(st.sampled_from(list(Act))),
                    mode=draw(st.sampled_from(list(Mode))),
                    channel=draw(st.sampled_from(list(Channel))),
                    quantities=draw(st.sampled_from([(), (count(3, 5),), (count(9, None),)])),
                ),
                f"{party} {draw(st.integers(0, 1))}",
            )
        )
    return found


def folded(covered: list[tuple[Statement, str]]) -> dict[str, Origin]:
    return {s.id: Origin(name, s.voice.party, "", ()) for s, name in covered}


@LAW
@given(coverage(), st.randoms(use_true_random=False))
def test_the_order_of_entries_plays_no_part(covered: list[tuple[Statement, str]], shuffle: Random) -> None:
    statements = [s for s, _ in covered]
    mixed = list(statements)
    shuffle.shuffle(mixed)
    one = view(claim(*statements), {s.id: s for s in statements}, ARTICLES, folded(covered))
    other = view(claim(*mixed), {s.id: s for s in mixed}, dict(reversed(ARTICLES.items())), folded(covered))
    assert replace(one, claim=other.claim) == other


@LAW
@given(coverage(), st.data())
def test_a_copy_never_raises_corroboration(covered: list[tuple[Statement, str]], data: st.DataObject) -> None:
    original, name = data.draw(st.sampled_from(covered))
    copied = replace(original, id="a5:copy", article="a5")
    before = view(claim(*(s for s, _ in covered)), {s.id: s for s, _ in covered}, ARTICLES, folded(covered))
    more = [*covered, (copied, name)]
    after = view(claim(*(s for s, _ in more)), {s.id: s for s, _ in more}, ARTICLES, folded(more))
    assert after.independent_origins <= before.independent_origins
    assert after.origins_at_most <= before.origins_at_most
    assert after.standing is before.standing
