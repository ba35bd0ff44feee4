"""Who sits in the American Congress, whose members speak for the United States, and whom only a party's name tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from reportedly.name.cuts import PARTY_MEN, WHOLE_NAME
from reportedly.name.forms import fold
from reportedly.name.lexicon import class_of
from reportedly.name.phrase import SEATED, Noun
from reportedly.name.scene import Scene
from reportedly.name.within import regions

CONGRESS = frozenset("sen senator rep representative congressman congresswoman".split())
_AMERICAN = frozenset({"u.s.", "us", "gop", "republican", "democratic"})
_CHAMBERS = frozenset({"house", "senate"})
_LEADERS = frozenset({"majority", "minority", "republican", "democratic", "speaker"})
_PARTIES = frozenset({"Republicans", "Democrats"})
_SOME = frozenset("key top senior leading moderate progressive conservative fellow many most house senate".split())
_NATIVE = ("Native", "American")
PAST = frozenset({"former", "ex", "ousted", "sacked", "deposed", "onetime"})


def seated(noun: Noun) -> bool:
    """Tell whether a person sits in the American Congress.

    "Ada Lunt (D-Mich.)", "Sen. Lee Holt of Ohio", "GOP Sen. Lee Holt", "Lee Holt, Ohio Republican".
    """
    of = noun.complement("of")
    state = of is not None and regions().get(fold(of.label)) == "United States"
    seat = any(SEATED.match(word.text) and mark.text in {",", "("} for mark, word in pairwise(noun.words))
    before = {word.low for word in noun.words}
    where = " ".join(word.text for word in noun.modifiers if word.capital)
    state = state or regions().get(fold(where)) == "United States"  # "Ohio Sen. Lee Holt"
    american = noun.title in CONGRESS and "state" not in before and (state or not before.isdisjoint(_AMERICAN))
    called = (Noun(noun.words[: i + 1]) for i, word in enumerate(noun.words) if word.text in PARTY_MEN)
    return before.isdisjoint(PAST) and (seat or american or any(map(_of_a_party, (*called, *noun.appositions))))


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
