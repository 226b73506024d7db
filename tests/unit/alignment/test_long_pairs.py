from random import Random

from rapidfuzz.distance import LCSseq

from sverka.alignment import long_pairs


def tokens(count: int, seed: int) -> str:
    chance = Random(seed)
    return "".join(chr(0x4E00 + int(3000 * chance.random() ** 3)) for _token in range(count))


def edited(text: str) -> str:
    """One token in twenty another, a stretch moved, one taken out."""
    other = "".join(token if k % 20 else chr(0x3400 + k % 99) for k, token in enumerate(text))
    return other[:9_000] + other[12_000:20_000] + other[9_000:11_000] + other[20_000:]


def test_pieces_follow_each_other_and_leave_nothing_out() -> None:
    old = tokens(30_000, 1)
    new = edited(old)
    pieces = list(long_pairs.pieces(old, new))
    assert "".join(before for before, _after in pieces) == old
    assert "".join(after for _before, after in pieces) == new
    assert len(pieces) > 5


def test_pieces_have_nearly_in_common_what_the_whole_has() -> None:
    old = tokens(30_000, 2)
    new = edited(old)
    whole = LCSseq.similarity(old, new)
    found = sum(LCSseq.similarity(*piece) for piece in long_pairs.pieces(old, new))
    assert 0.98 * whole <= found <= whole


def test_paragraphs_without_a_common_run_are_divided_all_the_same() -> None:
    pieces = list(long_pairs.pieces(tokens(40_000, 3), tokens(30_000, 4)))
    assert max(len(before) for before, _after in pieces) < 3_000
    assert sum(len(after) for _before, after in pieces) == 30_000


def test_nothing_is_one_piece() -> None:
    assert list(long_pairs.pieces("", "")) == [("", "")]
