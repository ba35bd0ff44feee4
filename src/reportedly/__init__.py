"""Who says so? A ledger of who says what in the news, pinned to the words it came from."""
