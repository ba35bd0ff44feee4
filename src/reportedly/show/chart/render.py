"""A chart as bytes: SVG, PNG, or Vega-Lite JSON that any Vega tool can open and change."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

import vl_convert as vlc

SCALE = 2.0  # pixels of a PNG for one of the chart's: sharp in print and on fine screens


class Picture(StrEnum):
    """What a chart can be printed as."""

    SVG = "svg"
    PNG = "png"
    JSON = "json"


def rendered(chart: Any, kind: Picture) -> bytes:
    """Return a chart's bytes. Nothing is fetched."""
    spec: dict[str, Any] = chart.to_dict()
    match kind:
        case Picture.JSON:
            return (json.dumps(spec, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")
        case Picture.SVG:
            return (vlc.vegalite_to_svg(spec) + "\n").encode("utf-8")
        case Picture.PNG:
            return bytes(vlc.vegalite_to_png(spec, scale=SCALE))
