"""What an import brings in, seen in an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Set


def loaded_by(*modules: str, of: Set[str]) -> set[str]:
    """Return which modules of a set are loaded once these are imported."""
    script = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split()) & of
