"""Exports, one file a format. `objects` says what a record looks like, and never changes a name within a version."""
