"""Where an article was written."""

from __future__ import annotations

import pytest

from reportedly.name.dateline import NOWHERE, Laid, laid_in
from reportedly.name.gazetteer import shipped
from reportedly.name.lands import lands_of
from reportedly.name.words import page_of
from tests.name.prose import marked

CASES = {
    "Brussels, Belgium (CNN) In grainy images a man pushes a cart.": Laid("Brussels", "Belgium"),
    "KYIV, Ukraine (AP) — Police wept.": Laid("Kyiv", "Ukraine"),
    "MOSCOW, April 29 (CPI) - The army left.": Laid("Moscow", "Russia"),
    "WASHINGTON – The president left.": Laid("Washington", "United States"),
    "London CNN — Rain fell.": Laid("London", "United Kingdom"),
    "MILWAUKEE (Reuters) - A man left.": Laid("Milwaukee", "United States"),
    "TEPANCA, Oct 9 (ANO) - A man left.": NOWHERE,  # a town that nobody knows
    "Moscow – the third in a week – wept.": NOWHERE,  # neither in capitals nor with an agency
    "Police in Paris (the capital) wept.": NOWHERE,
    "US-led forces left France.": NOWHERE,
    "(CNN) -- Police left Paris.": NOWHERE,
    "": NOWHERE,
}


@pytest.mark.parametrize(("prose", "laid"), CASES.items(), ids=CASES.keys())
def test_where_an_article_was_written(prose: str, laid: Laid) -> None:
    article, _ = marked(prose)
    assert laid_in(article, lands_of(page_of(article), shipped())) == laid
