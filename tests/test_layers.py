"""Imports run one way: show -> batch -> desk -> {read, find, name, link, stand, ledger} -> {models, text, counts,
weights, wording} -> types.

The root stands above them all: it hands out the desk that prints.
"""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "reportedly"
RANK = {"types": 0, "text": 1, "counts": 1, "weights": 1, "wording": 1, "settings": 1, "models": 1}
RANK |= dict.fromkeys(("read", "find", "name", "link", "stand", "ledger"), 2)
RANK |= {"desk": 3, "batch": 4, "watch": 4, "alert": 4, "show": 5, "__init__": 6, "__main__": 6}


def layer(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer they reach"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] == "reportedly" and name != "reportedly"}


def test_imports_run_one_way() -> None:
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        own = path.relative_to(SOURCE).with_suffix("").parts[0]
        for name in imports(path):
            other = layer(name)
            assert other in RANK, f"{path.name} imports {name}, a module no layer knows"
            if own != other and RANK[own] <= RANK[other]:
                wrong.append(f"{path.relative_to(SOURCE)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_only_the_ledger_speaks_sql() -> None:
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] != "ledger":
            assert not {n for n in imports_of_any(path) if n.split(".")[0] in {"sqlite3", "sqlalchemy", "psycopg"}}, (
                path
            )


def imports_of_any(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
