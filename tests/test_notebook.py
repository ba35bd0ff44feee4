"""The notebook in docs runs from its first cell to its last, on the example story it names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "reportedly.ipynb"


def printed(cell: NotebookNode) -> str:
    """Return what a cell has printed or shown as text."""
    parts = (out.get("text") or out.get("data", {}).get("text/plain", "") for out in cell.get("outputs", ()))
    return "".join(parts)


def test_the_notebook_is_kept_without_what_a_run_leaves_in_it() -> None:
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    assert {(tuple(c["outputs"]), c["execution_count"]) for c in cells if c["cell_type"] == "code"} == {((), None)}


@pytest.mark.slow
def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    ran = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    said = [printed(cell) for cell in ran.cells if cell.cell_type == "code"]
    expected = (
        r"ReadTotals\(kept=5",
        r"Who says so: 1 story, 5 articles",
        r"\d origins, \d outlets\)\n +\w+",
        r"stance +.*asserts",
        r" → ",
        r"doubts beside the machine's own denies\ndenies again",
        r"everything holds \d+ [0-9a-f]{64}",
    )
    for text, pattern in zip(said, expected, strict=True):
        assert re.search(pattern, text), text
