"""Texts in which a word is one Chinese character, so that likeness and length can be counted out.

Two texts of 50 characters with 20 in common are .4 alike.
"""


class Characters:
    """Gives out characters that no text had before."""

    def __init__(self) -> None:
        self.next = 0x4E00

    def fresh(self, count: int) -> str:
        self.next += count
        return "".join(map(chr, range(self.next - count, self.next)))

    def strangers(self, count: int, length: int = 30) -> list[str]:
        return [self.fresh(length) for _ in range(count)]

    def alike(self, common: int, one: int, other: int | None = None) -> tuple[str, str]:
        """Two texts of such lengths that have so many characters, and those rare, in common."""
        kept = self.fresh(common)
        lengths = one, other or one
        a, b = (kept + self.fresh(length - common) for length in lengths)
        return a, b
