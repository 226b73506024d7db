"""Every threshold of alignment and differences says what it is and where it comes from."""

import ast
from pathlib import Path

import pytest

ROOMS = Path(__file__).parents[2] / "desktop" / "sverka"
FILES = ("alignment/thresholds.py", "differences/edit_thresholds.py")
ORIGINS = ("Fitted", "Set", "Bound")


def documented(source: str) -> dict[str, str]:
    """Each constant of a module with the text behind it, or behind the last of its group."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            waiting.append(node.target.id)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found |= dict.fromkeys(waiting, str(node.value.value))
            waiting = []
    return found | dict.fromkeys(waiting, "")


@pytest.mark.parametrize("file", FILES)
def test_each_threshold_says_its_origin(file: str) -> None:
    texts = documented((ROOMS / file).read_text("utf8"))
    assert len(texts) > 10
    silent = [name for name, text in texts.items() if not any(word in text for word in ORIGINS)]
    assert silent == []


def test_one_without_a_word_is_noticed() -> None:
    assert documented('A: Final = 1\nB: Final = 2\n"""Both. Set."""\nC: Final = 3\n') == {
        "A": "Both. Set.",
        "B": "Both. Set.",
        "C": "",
    }
