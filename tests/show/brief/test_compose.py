"""The composer, on gold stories of the corpus and on the laws it keeps."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import get_type_hints

import pytest

from corpus.stories import split
from reportedly.show.brief import model, words
from reportedly.show.brief.compose import HEADLINES, compose
from reportedly.show.brief.documents import places
from reportedly.show.brief.model import Brief, Entry, Place
from reportedly.text import holds
from reportedly.types import (
    Block,
    Claim,
    ClaimKind,
    ClaimView,
    Evidence,
    Move,
    PartyKind,
    Position,
    Relation,
    Role,
    Stance,
    Standing,
    Story,
)
from tests.show.gold import coverage

SOME = split()["dev"]
WHOLES = {"Brief", "StoryBrief", "Document", "Passage"}  # made of lines; no lines themselves


def entry(brief: Brief, claim: str) -> Entry:
    (story,) = brief.stories
    return next(e for e in (*story.headline, *story.also, *story.background) if e.claim == claim)


def test_no_line_can_be_made_without_a_place() -> None:
    kinds = [kind for kind in vars(model).values() if is_dataclass(kind) and isinstance(kind, type)]
    lines = [kind for kind in kinds if kind.__module__ == model.__name__ and kind.__name__ not in WHOLES | {"Place"}]
    assert {"Said", "Entry", "Open", "Turn", "Amount", "Unheard", "Picture", "Side", "Clash", "Band"} <= {
        kind.__name__ for kind in lines
    }
    for kind in lines:
        held = [get_type_hints(kind)[f.name] for f in fields(kind)]
        held += [get_type_hints(t)[f.name] for t in held if is_dataclass(t) for f in fields(t)]
        assert Place in held or tuple[Place, ...] in held, kind


@pytest.mark.parametrize("name", SOME)
def test_every_pin_stands_in_the_words_it_names(name: str) -> None:
    gold = coverage(name)
    brief = compose(gold)
    (story,) = brief.stories
    found = list(places(brief))
    assert found
    for place in found:
        document = story.documents[place.source - 1]
        assert document.number == place.source
        article = gold.articles[document.article]
        assert place.pin.article == article.id
        assert holds(place.pin, article.text)
        block = article.blocks[place.paragraph - 1]
        assert block.start <= place.pin.start < block.end
        assert place.paragraph in {p.paragraph for p in document.passages}


@pytest.mark.parametrize("name", SOME)
def test_every_claim_and_every_side_is_there_once(name: str) -> None:
    gold = coverage(name)
    (story,) = compose(gold).stories
    entries = (*story.headline, *story.also, *story.background)
    assert sorted(e.claim for e in entries) == sorted(gold.claims)
    assert len(story.headline) <= HEADLINES
    for found in entries:
        view = gold.claims[found.claim]
        assert {s.said.party: s.said.stance for s in found.sides} == {p.party: p.stance for p in view.positions}


@pytest.mark.parametrize("name", SOME)
def test_the_order_of_what_is_given_does_not_matter(name: str) -> None:
    gold = coverage(name)
    turned = replace(
        gold,
        stories=[replace(story, claims=story.claims[::-1], articles=story.articles[::-1]) for story in gold.stories],
        claims=dict(reversed(list(gold.claims.items()))),
        statements=dict(reversed(list(gold.statements.items()))),
        articles=dict(reversed(list(gold.articles.items()))),
    )
    assert compose(turned) == compose(gold)


def test_the_small_story_says_who_holds_what() -> None:
    brief = compose(coverage())
    strike = entry(brief, "c1")
    held = {side.said.party: side for side in strike.sides}
    assert strike.standing is Standing.CONCEDED
    assert held["Toqmara"].said.stance is Stance.CONCEDES
    assert held["Toqmara"].said.speaker == "Kanat Beisembay"
    assert held["Toqmara"].said.at == "2034-05-19"
    assert held["Stradovia"].said.speaker == "Yarina Moroshko"
    assert [turn.before for turn in held["Toqmara"].turns][-1] is Stance.ASSERTS
    assert held["Corridor News Agency"].said.stance is Stance.CANNOT_CONFIRM
    assert strike.independent_origins < strike.outlets == 4


def test_figures_that_exclude_each_other_are_told_apart_from_those_that_moved_on() -> None:
    toll = entry(compose(coverage()), "c2")
    assert toll.band is not None
    assert (toll.band.low, toll.band.best, toll.band.high) == (19.0, 21.0, 23.0)
    told = {(c.left.party, c.right.party): c.relation for c in toll.clashes}
    assert told["Windward", "Stradovia"] is Relation.CONTRADICTS
    assert told["Stradovia", "Chuquimarca"] is Relation.DIFFERS


def test_what_is_new_is_marked_and_stories_without_news_are_only_named() -> None:
    since = compose(coverage(since="2034-05-04T18:00"))
    (story,) = since.stories
    assert [turn.party for turn in story.turns if turn.new] == ["Stradovia", "Toqmara"]
    new = {side.said.party for side in entry(since, "c1").sides if side.new}
    assert new == {"Toqmara"}
    quiet = compose(coverage(since="2034-05-20"))
    assert quiet.stories == ()
    assert quiet.quiet == ("Twenty-three prisoners perish in attack on humanitarian convoy - commissioner",)


def test_copies_name_the_source_they_repeat() -> None:
    (story,) = compose(coverage()).stories
    assert [(d.number, d.copy_of) for d in story.documents if d.copy_of] == [(3, 2)]


def test_a_copied_passage_makes_no_copy() -> None:
    gold = coverage()
    (copy,) = gold.copies
    (story,) = compose(replace(gold, copies=[replace(copy, whole=False)])).stories
    taken = next(document for document in story.documents if document.number == 3)
    assert (taken.copy_of, taken.passage_of) == (None, 2)
    assert words.repeats(taken, "[{}]") == "takes a passage from [2]"
    assert "repeating" not in words.coverage(story, gold.moment)


def test_words_older_than_their_printing_are_background() -> None:
    gold = coverage()
    recalled = {
        s: replace(found, said="2034-01-01") if s in gold.claims["c3"].claim.statements else found
        for s, found in gold.statements.items()
    }
    (story,) = compose(replace(gold, statements=recalled)).stories
    assert [e.claim for e in story.background] == ["c3"]
    assert all(e.claim != "c3" for e in (*story.headline, *story.also))


def test_a_picture_of_something_else_is_called_no_evidence() -> None:
    gold = coverage()
    article = gold.articles["a5"]
    caption = article.blocks[-1]
    marked = replace(article, blocks=(*article.blocks[:-1], replace(caption, evidence=Evidence.ILLUSTRATIVE)))
    (story,) = compose(replace(gold, articles={**gold.articles, "a5": marked})).stories
    assert [(p.evidence, p.place.source) for p in story.pictures] == [(Evidence.ILLUSTRATIVE, 5)]
    assert story.pictures[0].caption.startswith("Freed prisoners")


@pytest.mark.parametrize(
    ("second", "credits", "shown"),
    [
        ("(Photo courtesy: Ann Lee)", ("Ann Lee", "Ann Lee"), 1),
        ("Another tank in 2029. Photo: Ann Lee", ("Ann Lee", "Ann Lee"), 2),
        ("(Photo courtesy: Ann Lee)", ("Bo Berg", "Ann Lee"), 2),
    ],
)
def test_who_took_a_picture_is_no_second_picture(second: str, credits: tuple[str, str], shown: int) -> None:
    gold = coverage()
    article = gold.articles["a5"]
    text = f"{article.text}\n\nA tank in 2029.\n\n{second}"
    start = len(article.text) + 2
    spans = ((start, start + 15), (start + 17, len(text)))
    captions = [Block(Role.CAPTION, *s, Evidence.FILE, credit) for s, credit in zip(spans, credits, strict=True)]
    marked = replace(article, text=text, blocks=(*article.blocks, *captions))
    (story,) = compose(replace(gold, articles={**gold.articles, "a5": marked})).stories
    assert [p.caption for p in story.pictures if "Ann" in p.caption or "tank" in p.caption] == (
        ["A tank in 2029.", second][:shown]
    )


def test_a_party_nobody_mentions_is_pinned_to_the_claim_it_is_silent_on() -> None:
    gold = coverage()
    views = {**gold.claims, "c1": replace(gold.claims["c1"], unheard=("Chuquimarca",))}
    strike = entry(compose(replace(gold, claims=views)), "c1")
    assert [(u.party, u.place) for u in strike.unheard] == [("Chuquimarca", strike.place)]


def test_what_lies_after_the_moment_is_not_shown() -> None:
    """Articles that a view does not hold carry statements that a claim still lists."""
    gold = coverage()
    early = {k: a for k, a in gold.articles.items() if a.published < "2034-05-03"}
    held = {k: s for k, s in gold.statements.items() if s.article in early}
    (story,) = compose(replace(gold, articles=early, statements=held)).stories
    assert {d.article for d in story.documents} == set(early)


def test_an_empty_ledger_and_a_claim_without_words_give_an_empty_brief() -> None:
    gold = coverage()
    assert compose(replace(gold, stories=[])).stories == ()
    bare = ClaimView(Claim("x", "gist", ClaimKind.EVENT, "s", ()), Standing.UNADDRESSED, "", (), 0, 0, 0, (), ())
    assert compose(replace(gold, claims={"x": bare}, stories=[Story("s", "t", ("x",), ())])).stories == ()


def test_stories_come_newest_first() -> None:
    gold = coverage()
    early = Story("early", "The first day", ("c4",), ("a1",))
    late = Story("late", "The last day", ("c5",), ("a5",))
    first_day = replace(gold.claims["c4"], claim=replace(gold.claims["c4"].claim, statements=("a1:s10",)))
    both = replace(gold, stories=[early, late], claims={**gold.claims, "c4": first_day})
    assert [story.id for story in compose(both).stories] == ["late", "early"]


@pytest.mark.parametrize(("day", "moves"), [("2034-05-19", 0), ("2034-05-02", 1)])
def test_two_stances_of_one_article_are_a_move_only_between_days(day: str, moves: int) -> None:
    gold = coverage()
    history = (Move(Stance.ASSERTS, day, "a5:s7"), Move(Stance.CONCEDES, "2034-05-19", "a5:s6"))
    held = Position("Stradovia", PartyKind.STATE, Stance.CONCEDES, "2034-05-19", ("a5:s6",), history)
    view = replace(gold.claims["c2"], positions=(held,))
    (story,) = compose(replace(gold, claims={"c2": view})).stories
    assert len(story.turns) == moves
    assert len(story.headline[0].sides[0].turns) == 1  # the side keeps every flip
