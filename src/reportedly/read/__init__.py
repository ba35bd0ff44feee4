"""Reading: bytes of many formats to Articles, or to Skipped with the reason.

for item in expand(["news/", "page.html.gz", "-", "https://example.org/a"]):   # the length is known beforehand
    for reading in read_input(item, fetch=Fetcher()):                            # Document or Skipped
        ...
"""

from reportedly.read.addresses import Refused
from reportedly.read.fetch import Fetched, Fetcher, Limits, retry_after
from reportedly.read.listing import Listed, Listing, listing
from reportedly.read.page import Document, Facts, Unreadable
from reportedly.read.sources import Input, Source, expand
from reportedly.read.stage import Reading, read, read_fetched, read_input, read_text

__all__ = [
    "Document",
    "Facts",
    "Fetched",
    "Fetcher",
    "Input",
    "Limits",
    "Listed",
    "Listing",
    "Reading",
    "Refused",
    "Source",
    "Unreadable",
    "expand",
    "listing",
    "read",
    "read_fetched",
    "read_input",
    "read_text",
    "retry_after",
]
