"""`python -m reportedly` is the command `reportedly`."""

from __future__ import annotations

from reportedly.show.cli import main

if __name__ == "__main__":
    main()
