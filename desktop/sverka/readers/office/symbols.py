"""Turns characters of symbol fonts into Unicode: Symbol, Wingdings and their like."""

_SYMBOL_LOW = (
    " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_WINGDINGS = {
    0x20: " ", 0x21: "✏", 0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛",
    0x37: "⌨", 0x3E: "✇", 0x3F: "✍", 0x41: "✌", 0x43: "👍", 0x44: "👎", 0x45: "☜", 0x46: "☞",
    0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x4E: "☠", 0x4F: "⚐", 0x51: "✈",
    0x52: "☼", 0x54: "❄", 0x56: "✞", 0x58: "✠", 0x59: "✡", 0x5A: "☪", 0x5B: "☯", 0x6A: "&",
    0x6B: "&", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒",
    0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x79: "⍓", 0x7A: "⌘",
    0x7B: "❀", 0x7C: "✿", 0x7D: "❝", 0x7E: "❞", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○",
    0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xAD: "✴",
    0xAE: "✹", 0xAF: "✵", 0xB2: "✧", 0xD5: "⌫", 0xD6: "⌦", 0xD8: "➢", 0xDC: "➲", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xE8: "➔",
    0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xF4: "⇳", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "•", 0x97: "●",
    0xA2: "■", 0xA3: "□", 0x98: "●", 0x99: "○",
}  # fmt: skip
_WINGDINGS_3 = {
    0x21: "→", 0x22: "↑", 0x23: "↓", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x7D: "▶",
    0x7C: "◀", 0x70: "▲", 0x71: "▼",
}  # fmt: skip

_TABLES: dict[str, dict[int, str]] = {
    "symbol": {
        **dict(enumerate(_SYMBOL_LOW, start=0x20)),
        **dict(enumerate(_SYMBOL_HIGH, start=0xA0)),
    },
    "wingdings": {
        **_WINGDINGS,
        0x80: "⓪",
        0x8B: "⓿",
        **{0x81 + i: chr(0x2460 + i) for i in range(10)},
        **{0x8C + i: chr(0x2776 + i) for i in range(10)},
    },
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
}
"""The character at each position: of Adobe's Symbol encoding, and of Wingdings as in Unicode 7."""

_PRIVATE = range(0xF000, 0xF100)


def is_symbol_font(font: str | None) -> bool:
    """Whether the positions of a font are signs of its own, not letters."""
    return (font or "").lower() in _TABLES


def symbol(font: str | None, code: int) -> str:
    """The Unicode character at `code` of a symbol font, U+FFFD where it has none.

    Word writes positions either as they are or moved into the private use area (U+F000 and up).
    A font that is no symbol font means the character itself.
    """
    table = _TABLES.get((font or "").lower())
    if code in _PRIVATE:
        return (table or {}).get(code - _PRIVATE.start, "\ufffd")
    if table is not None:
        return table.get(code, "\ufffd")
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd"


def unprivate(text: str, font: str | None) -> str:
    """`text` in a symbol font with its private-use characters turned into Unicode.

    In any other font such characters stay: who made the font knows what they mean.
    """
    if (font or "").lower() not in _TABLES or not any(ord(char) in _PRIVATE for char in text):
        return text
    return "".join(symbol(font, ord(c)) if ord(c) in _PRIVATE else c for c in text)
