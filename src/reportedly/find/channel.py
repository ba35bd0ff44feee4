"""Where it was said, when the sentence itself says so beside the cue; otherwise the model's word stands.

Some words settle it whatever the model says; others only where it knows of no channel (corpus/GUIDE.md, "Channel").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.raw import Raw
from reportedly.text import sentence_at
from reportedly.types import Channel, Span

BESIDE = 500  # characters from the cue, for text in which no sentence ever ends

_SIGNS = (
    (
        Channel.SOCIAL,
        re.compile(
            r"\b(?:tweet(?:s|ed|ing)?|twitter|facebook|telegram|instagram|weibo|wechat|tiktok|youtube|truth social"
            r"|vkontakte|in (?:the|a|an?other) post|posted on|on X"
            r"|(?:post(?:s|ed)?|wrote|writes|said|says|shared|message|statement|video) (?:[\w']+ ){0,6}"
            r"on social media)\b",
            re.I,
        ),
    ),
    (
        Channel.BROADCAST,
        re.compile(
            r"\b(?:state|national|public|private) (?:television|tv|radio|broadcaster)\b"
            r"|\bbroadcast(?:s|ing)?\b|\bon (?:air|television)\b",
            re.I,
        ),
    ),
    (
        Channel.BRIEFING,
        re.compile(
            r"\btold (?:the )?(?:reporters|journalists|press)\b"
            r"|\b(?:at|in|during) (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}"
            r"(?:press|news) (?:conference|briefing)\b",
            re.I,
        ),
    ),
    (Channel.CALL, re.compile(r"\breached (?:\w+ ){0,2}(?:by|over|on) (?:the )?(?:tele)?phone\b", re.I)),
    (Channel.COURT, re.compile(r"\b(?:told|before|in) (?:the |a )?(?:\w+ )?court\b|\btestif(?:y|ied)\b", re.I)),
)


_PRESS = "reporters|journalists|press|newsmen|correspondents"
_HOUSES = "parliament|assembly|congress|senate|lawmakers|deputies|crowd|chamber|council"
# Where the model knows of none: words of the sentence, content left out, tried in order.
_HINTS = (
    (
        Channel.CALL,
        re.compile(
            r"\b(?:by|over the|over|on the|via) (?:tele)?phone\b|\bdid not (?:pick up|return)\b|\bhung up\b"
            r"|\breturn(?:ed|s)? (?:\w+ ){0,3}calls?\b|\bnot answer(?:ed|ing)? (?:\w+ )?(?:calls?|phones?)\b",
            re.I,
        ),
    ),
    (
        Channel.BRIEFING,
        re.compile(
            r"\b(?:press|news) conferences?\b|\bbriefing\b|\bquestions? from (?:reporters|journalists)\b"
            rf"|\b(?:told|tells|telling|to|before) (?:the )?(?:{_PRESS})\b",
            re.I,
        ),
    ),
    (
        Channel.STATEMENT,
        re.compile(
            r"\bin an? (?:\w+ ){0,2}statement\b|\bcommuniqu[eé]s?\b|\bpress release\b|\be-?mail(?:s|ed)?\b"
            r"|\bwritten (?:answer|reply|statement)\b|\bstatement (?:issued|released|said|read)\b",
            re.I,
        ),
    ),
    (
        Channel.TESTIMONY,
        re.compile(
            r"\bunder oath\b|\bsworn?\b"
            r"|\btold (?:the )?(?:\w+ ){0,3}(?:committee|inquiry|hearing|commission|panel|investigators)\b",
            re.I,
        ),
    ),
    (
        Channel.SPEECH,
        re.compile(
            r"\b(?:speech|address(?:ed|ing)?|rally|sermon)\b"
            rf"|\btold (?:the )?(?:\w+ ){{0,2}}(?:{_HOUSES})\b",
            re.I,
        ),
    ),
    (Channel.SOCIAL, re.compile(r"\bposted\b|\bin a post\b", re.I)),
    (
        Channel.INTERVIEW,
        re.compile(r"\b(?:told|tells) (?:us|me|this (?:news)?paper)\b|\bin an interview\b|\binterviewed\b", re.I),
    ),
    (Channel.COURT, re.compile(r"\bpleaded\b", re.I)),
    (
        Channel.DOCUMENT,
        re.compile(
            r"\b(?:in|by) (?:an?|the|its|his|her|their) (?:[\w-]+ ){0,3}"
            r"(?:letter|report|memo|memorandum|filing|study|paper|note|book|blog post|memoir)\b",
            re.I,
        ),
    ),
)
# What speaks, by the last noun of its name: "the captain's report", "photographs shown by the officer".
_ISSUED = re.compile(r"\b(?:communiqu[eé]|statement)\W*$", re.I)  # is no document, though it looks like one
_SPEAKING = (
    (
        Channel.DOCUMENT,
        re.compile(
            r"\b(?:reports?|letters?|memos?|memorandum|notes?|filings?|documents?|papers|files|logs?|logbook|minutes"
            r"|transcripts?|surveys?|polls?|resolution|treaty|order|law|constitution|leaflet|circular|records?|study"
            r"|diary|bulletin|list|charter|budget|book)\W*$",
            re.I,
        ),
    ),
    (Channel.IMAGERY, re.compile(r"\b(?:photographs?|photos?|pictures?|images?|footage|videos?|film|clips?)\b", re.I)),
    (Channel.COURT, re.compile(r"\b(?:judge|court|prosecutors?|indictment|charge sheet|affidavit)\W*$", re.I)),
)
_TELLS = re.compile(r"(?:had |has |have |later |also )*(?:tells?|told|telling)", re.I)
_AFTER_NOUN = re.compile(r",| of | in | from | by | that | which | to | for ")


def channel(text: str, lines: Sequence[Span], raw: Raw) -> Channel:
    """Return the channel that a statement's sentence or speaker names, or the model's where they name none.

    `lines` are the text's sentences, in order.
    """
    guessed = raw.labels.channel
    words = _frame(text, lines, raw)
    speaker = _AFTER_NOUN.split(raw.source.of(text))[0] if raw.source is not None else ""
    settled = next((found for found, sign in _SIGNS if sign.search(words)), None)
    if settled is not None:
        return settled
    if guessed in {Channel.UNKNOWN, Channel.DOCUMENT} and _ISSUED.search(speaker):
        return Channel.STATEMENT
    if guessed is not Channel.UNKNOWN:
        return guessed
    hinted = next((found for found, hint in _HINTS if hint.search(words)), None)
    if hinted is None and raw.via and raw.cue is not None and _TELLS.fullmatch(raw.cue.of(text)):
        return Channel.INTERVIEW  # "told the Gazette"
    return hinted or next((found for found, noun in _SPEAKING if noun.search(speaker)), guessed)


def _frame(text: str, lines: Sequence[Span], raw: Raw) -> str:
    """Return the words around the cue, "" without one; content is left out, for it tells of other things."""
    if raw.cue is None:
        return ""
    line = sentence_at(lines, raw.cue.start)
    if line is None or not line.overlaps(raw.cue):
        return ""
    beside = Span(max(line.start, raw.cue.start - BESIDE), min(line.end, raw.cue.end + BESIDE))
    return _without(text, beside, raw.content)


def _without(text: str, sentence: Span, content: Sequence[Span]) -> str:
    """Return the words of a sentence that are not content."""
    kept, start = [], sentence.start
    for span in content:
        if span.overlaps(sentence):
            kept.append(text[start : max(start, span.start)])
            start = max(start, span.end)
    return " ".join([*kept, text[start : sentence.end]])
