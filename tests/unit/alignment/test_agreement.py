"""Two files that have hardly a sentence in common may be the wrong ones."""

from collections.abc import Sequence

import pytest

from sverka.alignment import align, hardly_agree

BRIDGE = [
    f"The bridge over the {river} was closed for repairs in spring."
    for river in ("Chu", "Talas", "Naryn", "Elbe", "Oder", "Volga", "Neva", "Dnieper")
]
RECIPES = [
    f"Take two spoons of {what}, stir it slowly and let it rest overnight."
    for what in ("flour", "sugar", "butter", "honey", "cream", "yeast", "cocoa", "salt")
]


def asked(old: Sequence[str], new: Sequence[str]) -> float | None:
    return hardly_agree(align(old, new), old, new)


def test_files_with_nothing_in_common_are_asked_about() -> None:
    assert asked(BRIDGE, RECIPES) == 0
    assert asked(RECIPES, BRIDGE) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BRIDGE, BRIDGE),
        (BRIDGE, [*BRIDGE[4:], *RECIPES[:4]]),
        (BRIDGE, BRIDGE[::-1]),
        (BRIDGE[:1], RECIPES[:1]),
        (BRIDGE, []),
        ([], []),
    ],
    ids=["same", "half", "turned", "little text", "an empty file", "nothing"],
)
def test_others_are_not(old: Sequence[str], new: Sequence[str]) -> None:
    assert asked(old, new) is None
