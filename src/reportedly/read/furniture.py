"""Lines that belong to the page and not to the article: advertisements, pleas, share rows, links to other stories."""

from __future__ import annotations

import re

MAX_LINE = 400  # characters; what is longer is prose, whatever words it holds

_WHOLE = r"""
    advert(?:isement|orial)?s?\b.{0,60} | sponsored(?:\s+content)?\b.{0,60} | promoted\s+content | paid\s+(?:post|content)
  | scroll\s+(?:for\s+next|down|to\s+continue)\b.{0,60} | swipe\s+for\s+next\b.{0,60}
  | (?:story|article|text)\s+continues\s+(?:below|after)\b.{0,60} | continue\s+reading\b.{0,60} | loading(?:\.{3}|…)?
  | (?:published|updated|posted|last\s+(?:updated|modified)|first\s+published)\s*:?\s*(?:undefined|null|none|n/a)?(?:\s*\|.{0,80})?
  | undefined | null | nan | \[?object\s+object\]?
  | (?:read|watch|listen|see)\s*(?:more|also|next|now|here)?\s*[:|»>→].{1,200} | (?:also|further)\s+(?:read|see|watch)\b.{0,200}
  | (?:read|see|show|view|load|find)\s+(?:more|less|all|full\s+(?:story|article|bio))(?:\s+(?:on|about|at|from)\s.{0,80})?\s*[.:…→»>]*
  | (?:more|related|trending|popular|latest|recommended|top|must|most|don['’]?t\s+miss|editors?['’]s?|in\s+case\s+you\s+missed)\s+
    (?:(?:on|from|for|in)\s+(?:this|the|you)\s+)?(?:stor(?:y|ies)|articles?|news|topics?|coverage|reading|reads?|videos?|headlines|
    posts|content|links|picks?|choice|popular|trending|viewed|commented|shared|it)\b.{0,40}
  | more\s*: .{1,200} | related\s*: .{1,200} | trending\s*(?:now)?:? | what\s+to\s+read\s+next | you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy).{0,60}
  | recommended(?:\s+for\s+you)? | related | explore\s+more | (?:next|previous)(?:\s+(?:article|story|post))? | up\s+next | topics?:? | tags?\s*:?.{0,120}
  | share(?:\s+(?:this|on|via|to|the)\b.{0,60})?:? | (?:share|save|print|email|copy\s+link|copied|tweet|pin|bookmark|comments?|follow|like|reply|report)
    (?:\s*[|·•,/]?\s*(?:share|save|print|email|e-mail|copy\s+link|tweet|pin|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|comments?|follow|like|more))*
  | (?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|threads|bluesky|mastodon|e-?mail|flipboard|pinterest|messenger)
    (?:\s*[|·•,/]?\s*(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|threads|bluesky|mastodon|e-?mail|flipboard|pinterest|messenger|print|copy\s+link))*
  | (?:\d[\d,.]*k?\s+)?(?:comments?|shares?|likes?|views?)(?:\s*\(?\d[\d,.]*k?\)?)? | \d+\s*min(?:ute)?s?\s+(?:read|ago) | \d+\s+(?:hours?|days?)\s+ago
  | (?:skip|jump|back)\s+to\s+(?:main\s+|the\s+)?(?:content|top|navigation|search|next).{0,30} | menu | home | search | close | log\s*in | sign\s*in | register
  | (?:©|\(c\)|copyright\b).{0,200} | all\s+rights\s+reserved.{0,120} | (?:terms|privacy|cookie)\b.{0,60}
  | (?:this\s+(?:live\s*)?blog|comments?|this\s+live\s+page)\s+(?:is|are|has|have)\s+(?:now\s+)?(?:closed|ended)\b.{0,200}
  | (?:pics|pictures|photos?|gallery|photo\s+gallery|video|quiz|poll|podcast|live|watch|listen)\s*[:|]\s*.{1,160}
  | (?:auto-?refresh|refresh)\b.{0,60} | (?:turn|see|continued?)\s+(?:to|on)\s+page\s.{0,80}
  | [\W_]+ | \w
"""
_PLEA = r"""
    \b(?:sign\s+up|subscrib\w+|newsletters?|become\s+a\s+(?:\w+\s+)?(?:member|subscriber|supporter|patron)|becoming\s+a\s+(?:member|subscriber)
  | support\s+(?:our|us|independent|local|quality|the)\s+\w*\s*(?:journalism|news|reporting|work|times)|donate|chip\s+in|log\s+in\s+to|create\s+(?:a|an|your)\s+(?:free\s+)?account
  | follow\s+us|join\s+(?:us|our|the\s+conversation)|download\s+(?:the|our)\b.{0,30}\bapp|(?:get|install)\s+the\b.{0,40}\bapp|push\s+(?:alerts|notifications)
  | in\s+your\s+inbox|to\s+your\s+inbox|straight\s+to\s+your|free\s+articles?\s+left|unlimited\s+access|remaining\s+articles?
  | get\s+in\s+touch|contact\s+our\s+news\s*(?:team|desk)|call\s+(?:our|the)\s+newsdesk|e-?mail(?:ing)?\s+us|check\s+our\s+news\s+page|send\s+(?:us\s+)?your\s+(?:tips|stories|pictures|comments)
  | got\s+a\s+(?:story|tip)|share\s+your\s+(?:story|views|experience)|have\s+your\s+say|click\s+here|tap\s+here|vote\s+in\s+our\s+poll
  | cookies?\s+(?:policy|settings|preferences)|enable\s+javascript|your\s+browser|third[-\s]party\s+content|privacy\s+policy|terms\s+(?:of\s+(?:use|service)|and\s+conditions)
  | (?:can\s+be\s+(?:found|read|seen)|(?:read|find|watch|see|listen)\b.{0,80})\s+here\s*[.)!]*$)
"""
_LINE = re.compile(rf"^[(\[\s]*(?:{_WHOLE})[)\]\s]*$", re.I | re.X)
_ASKS = re.compile(_PLEA, re.I | re.X)
_SPEECH = re.compile(
    r"[\"“”«»]|\b(?:said|says|told|according\s+to|announced|added|wrote|claimed|denied|confirmed|reported|warned)\b", re.I
)
_MARKUP = re.compile(r"^\s*<[a-z!/][^>]*>.*$", re.I)
_ADDRESSED = re.compile(r"\b(?:you|your|us|our|we)\b|here\s*[.)!]*$", re.I)


def is_furniture(line: str) -> bool:
    """Tell whether a whole line or short paragraph is part of the page. Prose that reports someone's words never is."""
    text = " ".join(line.split())
    if not text or len(text) > MAX_LINE:
        return not text
    if is_markup(text) or _LINE.match(text):
        return True
    return bool(_ASKS.search(text) and _ADDRESSED.search(text) and not _SPEECH.search(text)) or _bare_plea(text)


def is_markup(line: str) -> bool:
    """Tell whether a line of text is a scrap of HTML that was pasted with it."""
    return _MARKUP.match(line) is not None


def _bare_plea(text: str) -> bool:
    """Tell a short imperative without anybody addressed: "Sign up for The Morning Briefing"."""
    return len(text) < 80 and _ASKS.match(text) is not None and _SPEECH.search(text) is None
