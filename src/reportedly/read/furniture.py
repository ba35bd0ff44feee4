"""Lines that belong to the page and not to the article: advertisements, pleas, share rows, links to other stories.

A line is judged whole. Prose that reports someone's words is never furniture, whatever else is in it.
"""

from __future__ import annotations

import re

MAX_LINE = 400  # characters; what is longer is prose, whatever words it holds
_PLATFORM = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|threads|bluesky|mastodon|e-?mail|flipboard|pinterest"
    r"|messenger|gettr|truth|tumblr|vk|sms|print|copy\s+link|link\s+copied)"
)
_BUTTON = r"(?:share|save|saved|print|e-?mail|copy(?:\s+link)?|tweet|pin|bookmark|comments?|follow|like|reply|listen|read\s+in\s+app|more)"
_STORIES = (
    r"(?:stor(?:y|ies)|articles?|news|topics?|coverage|reading|reads?|videos?|headlines|posts|content|links|picks?|choice|popular"
    r"|trending|viewed|commented|shared|it)"
)

# Whole lines, by what they are.
_LINES = {
    "advertisement": r"advert(?:isement|orial)?s?\b.{0,60}|sponsored(?:\s+(?:content|by))?\b.{0,60}|promoted\s+content|paid\s+(?:post|content)",
    "scroll": r"(?:scroll|swipe)\s+(?:for\s+next|down|to\s+continue)\b.{0,80}|(?:story|article|text)\s+continues\s+(?:below|after)\b.{0,60}"
    r"|continue\s+reading\b.{0,60}|(?:skip|jump|back)\s+(?:to|past)\s.{1,40}|after\s+newsletter\s+promotion",
    "broken": r"undefined|null|nan|\[?object\s+object\]?|loading(?:\.{3}|…)?|advertisement\s+has\s+not\s+loaded.{0,80}"
    r"|(?:first\s+)?(?:published|updated|posted|last\s+(?:updated|modified))\s*:?\s*(?:undefined|null|none|n/a)?(?:\s*\|.{0,80})?",
    "more": r"(?:read|watch|listen|see)\s*(?:more|also|next|now|here|again)?\s*[:|»>→].{1,200}|(?:also|further)\s+(?:read|see|watch)\b.{0,200}"
    r"|(?:read|see|show|view|load|find)\s+(?:more|less|all|full\s+(?:story|article|bio))(?:\s+(?:on|about|at|from)\s.{0,80})?\s*[.:…→»>]*"
    r"|(?:more|related|trending|pics?|pictures|photos?|gallery|photo\s+gallery|video|quiz|poll|podcast|live|also\s+in.{0,30})\s*[:|]\s*.{1,200}"
    rf"|(?:more|related|trending|popular|latest|recommended|top|must|most|don['’]?t\s+miss|editors?['’]s?)\s+"
    rf"(?:(?:on|from|for|in)\s+(?:this|the|you)\s+)?{_STORIES}\b.{{0,40}}"
    r"|trending(?:\s+now)?:?|what\s+to\s+read\s+next|you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy).{0,60}|recommended(?:\s+for\s+you)?"
    r"|related|explore\s+more.{0,40}|(?:next|previous)(?:\s+(?:article|story|post))?|up\s+next|topics?:?|tags?\s*:.{0,120}|tags?"
    r"|in\s+case\s+you\s+missed\b.{0,80}|don['’]?t\s+miss\b.{0,120}",
    "share": rf"share(?:\s+(?:this|on|via|to|the)\b.{{0,60}})?:?|{_BUTTON}(?:[\s|·•,/]*(?:{_BUTTON}|{_PLATFORM}))*"
    rf"|{_PLATFORM}(?:[\s|·•,/]*(?:{_PLATFORM}|{_BUTTON}))*|(?:social\s+)?sharing(?:\s+options)?",
    "counter": r"(?:\d[\d,.]*k?\s+)?(?:comments?|shares?|likes?|views?)(?:\s*\(?\d[\d,.]*k?\)?)?|\d{1,3}(?:\s+of\s+\d{1,3}\s*\|?)?"
    r"|\d+\s*(?:min(?:ute)?s?(?:\s+(?:read|ago))?|hours?\s+ago|days?\s+ago)|(?:reading\s+time|duration)\s*:?\s*[\d:]+.{0,20}",
    "menu": r"menu|home|search|close|log\s*in|sign\s*in|register|listen|text\s+size|small|medium|large|key\s+points:?|end\s+of\s+article",
    "legal": r"(?:©|\(c\)|copyright\b).{0,200}|all\s+rights\s+reserved.{0,120}|(?:terms|privacy|cookie)\b.{0,60}"
    r"|our\s+standards\s*:.{0,80}|this\s+article\s+contains\s+affiliate\s+links.{0,250}",
    "status": r"(?:this\s+(?:live\s*)?(?:blog|page)|comments?)\s+(?:is|are|has|have)\s+(?:now\s+)?(?:closed|ended)\b.{0,200}"
    r"|(?:this\s+is\s+)?an?\s+(?:breaking|developing)\s+(?:new|news)?\s*story\b.{0,120}|more\s+to\s+(?:follow|come)\.{0,3}|(?:auto-?)?refresh\b.{0,60}"
    r"|to\s+be\s+refreshed\b.{0,60}|turn\s+on\s+notifications|(?:turn|see|continued?)\s+(?:to|on)?\s*page\s.{0,80}"
    r"|.{0,80}\b(?:see\s+page|page)\s+[A-Z]?-?\d+[A-Z]?\b.{0,20}|this\s+story\s+has\s+been\s+refiled\b.{0,120}|update\s+\d+\s*[-–—].{1,160}",
    "marks": r"[\W_]+|\w",
}
# Words that ask the reader for something.
_PLEAS = {
    "sign up": r"sign(?:ing)?\s+up|subscri(?:be|bing|bers?|ption)|newsletters?|become\s+a\s+(?:\w+\s+)?(?:member|subscriber|supporter|patron)"
    r"|becoming\s+a\s+(?:member|subscriber)|create\s+(?:a|an|your)\s+(?:free\s+)?account|log\s+in\s+to|registering\s+for",
    "support": r"support\s+(?:our|us|independent|local|quality|the)\s+\w*\s*(?:journalism|news|reporting|work|times)|donate|chip\s+in|in\s+your\s+inbox"
    r"|free\s+articles?\s+left|unlimited\s+access|to\s+your\s+inbox|kept\s+on\s+air|keeping\s+this\s+page\s+free|free\s+to\s+read",
    "follow": r"follow\s+us|follow\s+(?:live\s+)?updates|join\s+(?:us|our)\b|join\b.{0,40}\bconversations?|download\s+(?:the|our)\b.{0,30}\bapp|(?:get|install)\s+the\b.{0,40}\bapp"
    r"|push\s+(?:alerts|notifications)|like\s+our\s+page|on\s+(?:our\s+)?whatsapp",
    "write in": r"get\s+in\s+touch|contact\s+our\s+news\s*(?:team|desk)|call\s+(?:our|the)\s+news\s*desk|e-?mail(?:ing)?\s+us|check\s+our\s+news\s+page|text\s+us"
    r"|send\s+(?:us\s+)?your\s+(?:tips|stories|pictures|comments)|got\s+a\s+(?:story|tip)|share\s+your\s+(?:story|views|experience)|have\s+your\s+say"
    r"|vote\s+in\s+our\s+poll|we\s+want\s+to\s+hear\s+from\s+you|tell\s+us|spotted\s+an\s+error|seen\s+something",
    "click": r"click\s+here|tap\s+here|learn\s+more\.?$|(?:can\s+be\s+(?:found|read|seen)|(?:read|find|watch|see|listen)\b.{0,80})\s+here\s*[.)!]*$",
    "technical": r"cookies?\s+(?:policy|settings|preferences)|enable\s+javascript|your\s+browser|third[-\s]party\s+content|privacy\s+(?:policy|notice)"
    r"|terms\s+(?:of\s+(?:use|service)|and\s+conditions)|failed\s+to\s+load|has\s+not\s+loaded",
}
_LINE = re.compile(rf"^[(\[\s]*(?:{'|'.join(_LINES.values())})[)\]\s]*$", re.I)
_ASKS = re.compile(rf"\b(?:{'|'.join(_PLEAS.values())})", re.I)
_ADDRESSED = re.compile(r"\b(?:you|your|us|our|we)\b|here\s*[.)!]*$", re.I)
_SPEECH = re.compile(
    r"[\"“”«»]|\b(?:said|says|told|according\s+to|announced|added|wrote|claimed|denied|confirmed|reported|warned)\b", re.I
)
_MARKUP = re.compile(r"\s*<[a-z!/][^>]*>", re.I)


def is_furniture(line: str) -> bool:
    """Tell whether a whole line or short paragraph is part of the page."""
    text = " ".join(line.split())
    if not text or len(text) > MAX_LINE:
        return not text
    if is_markup(text) or _LINE.match(text):
        return True
    asks = _ASKS.search(text)
    if asks is None or is_speech(text):
        return False
    return _ADDRESSED.search(text) is not None or (asks.start() == 0 and len(text) < 100)


def is_speech(text: str) -> bool:
    """Tell whether a line quotes or reports words, which makes it prose."""
    return _SPEECH.search(text) is not None


def is_markup(line: str) -> bool:
    """Tell whether a line of text is a scrap of HTML that was pasted with it."""
    return _MARKUP.match(line) is not None
