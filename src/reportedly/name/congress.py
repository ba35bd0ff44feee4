"""Who sits in the American Congress, whose members speak for the United States, and whom only a party's name tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from reportedly.name.cuts import PARTY_MEN, PAST, SEATED, WHOLE_NAME, seat_at
from reportedly.name.forms import fold
from reportedly.name.lexicon import class_of
from reportedly.name.phrase import Noun
from reportedly.name.scene import Scene
from reportedly.name.within import regions

CONGRESS = frozenset("sen sens senator senators rep reps representative congressman congresswoman".split())
_AMERICAN = frozenset({"u.s.", "us", "gop", "republican", "democratic"})
_ALSO_STATES = frozenset({"Georgia", "New York", "Washington"})
_CHAMBERS = frozenset({"house", "senate"})
_LEADERS = frozenset({"majority", "minority", "republican", "democratic", "speaker"})
_PARTIES = frozenset({"Republicans", "Democrats"})
_SOME = frozenset("key top senior leading moderate progressive conservative fellow many most house senate".split())
_NATIVE = ("Native", "American")


def seated(noun: Noun) -> bool:
    """Tell whether a person sits in the American Congress.

    "Ada Lunt (D-Mich.)", "Sen. Lee Holt of Ohio", "GOP Sen. Lee Holt", "Lee Holt, Ohio Republican".
    """
    of = noun.complement("of")
    state = of is not None and _is_state(of.label)
    seat = any(SEATED.match(word.text) and mark.text in {",", "("} for mark, word in pairwise(noun.words))
    before = {word.low for word in noun.words}
    where = " ".join(word.text for word in noun.modifiers if word.capital)
    seat = seat or (noun.title in CONGRESS and seat_at(noun.words) != (0, 0))
    state = state or _is_state(where)  # "Ohio Sen. Lee Holt"
    american = noun.title in CONGRESS and "state" not in before and (state or not before.isdisjoint(_AMERICAN))
    called = (Noun(noun.words[: i + 1]) for i, word in enumerate(noun.words) if word.text in PARTY_MEN)
    ranks = any(part.label in PARTY_MEN and of_a_committee(part) for part in noun.appositions)
    sits = seat or american or ranks or any(map(_of_a_party, (*called, *noun.appositions)))
    return sits and before.isdisjoint(PAST)


def _is_state(name: str) -> bool:
    """Tell whether a name is an American state's; some are a town's or a country's, too, and no regions elsewhere."""
    return name in _ALSO_STATES or regions().get(fold(name)) == "United States"


def represents(scene: Scene, noun: Noun) -> bool:
    """Tell whether somebody is called "Rep." in news that names the United States: only there is it a title."""
    called = noun.title in {"rep", "reps"} and all(word.low != "state" for word in noun.words)
    return called and "United States" in scene.lands.names()


def leads_a_house(scene: Scene, noun: Noun) -> bool:
    """Tell whether somebody leads a house of Congress, in American news: Kenya has a Senate majority leader, too."""
    before = {word.low for word in noun.words}
    leads = not before.isdisjoint(_CHAMBERS) and not before.isdisjoint(_LEADERS)
    return leads and scene.homes.article().chosen == "United States"


def of_a_committee(noun: Noun) -> bool:
    """Tell whether a party's man without a name of his own is a member of Congress: "the top Democrat on the panel"."""
    return noun.complement("on") is not None or any(w.low == "ranking" for w in noun.words)


def without_epithet(noun: Noun) -> Noun:
    """Return a phrase without what stands before the name: "Democrat Joe Lunt", "Native American Ada Lunt", "Florida
    Republicans"."""
    where = " ".join(word.text for word in noun.name[:-1])
    some = regions().get(fold(where)) == "United States" or all(word.low in _SOME for word in noun.name[:-1])
    if noun.name and noun.name[-1].text in _PARTIES and some:
        return replace(noun, name=noun.name[-1:])
    borne = bool(noun.name) and class_of(noun.name[-1].low) is None  # "the Republican People's Party" is Turkish
    of_party = next((i + 1 for i, word in enumerate(noun.name[:-1]) if borne and word.text in PARTY_MEN), 0)
    peeled = noun.name[of_party:]
    if len(peeled) > WHOLE_NAME and tuple(w.text for w in peeled[:2]) == _NATIVE:
        peeled = peeled[2:]
    return replace(noun, name=peeled) if len(peeled) >= WHOLE_NAME else noun


def _of_a_party(apposition: Noun) -> bool:
    """Tell whether an apposition is "Ohio Republican", or begins so: "Ohio Democrat and chairman of ..."."""
    words = list(takewhile(lambda text: text not in {"and", "who"}, (word.text for word in apposition.words)))
    *where, party = [text for text in words if text not in {"a", "an", "the"}] or [""]
    return party in PARTY_MEN and regions().get(fold(" ".join(where))) == "United States"
