from __future__ import annotations

from tests.show.golden import GOLDEN, renderings

for name, text in renderings().items():
    (GOLDEN / name).write_text(text, "utf-8")
