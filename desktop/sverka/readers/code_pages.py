"""The code pages that are tried, how usual each is, and which stands for which."""

_SURE, _USUAL, _RARE, _VERY_RARE = 0.0, 3.0, 8.0, 14.0

CANDIDATES = {
    "cp1251": _SURE,
    "cp1252": _SURE,
    "utf-8": _SURE,
    "koi8-r": _USUAL,
    "cp866": _USUAL,
    "cp1254": _USUAL,
    "cp1250": _USUAL,
    "gb18030": _USUAL,
    "big5hkscs": _USUAL,
    "cp932": _USUAL,
    "euc-jp": _USUAL,
    "cp949": _USUAL,
    "cp1256": _USUAL,
    "cp1253": _USUAL,
    "cp1255": _USUAL,
    "cp874": _USUAL,
    "cp1258": _USUAL,
    "iso8859-15": _USUAL,
    "mac-cyrillic": _RARE,
    "iso8859-5": _RARE,
    "koi8-u": _RARE,
    "cp1125": _RARE,
    "kz1048": _VERY_RARE,
    "ptcp154": _VERY_RARE,
    "cp1257": _RARE,
    "iso8859-2": _RARE,
    "iso8859-6": _RARE,
    "iso8859-7": _RARE,
    "iso8859-8": _RARE,
    "iso8859-9": _RARE,
    "mac-roman": _RARE,
    "mac-latin2": _VERY_RARE,
    "cp850": _RARE,
    "cp437": _RARE,
    "cp852": _RARE,
    "cp855": _RARE,
    "cp857": _VERY_RARE,
    "cp862": _RARE,
    "cp737": _RARE,
    "iso8859-13": _VERY_RARE,
    "cp775": _VERY_RARE,
    "cp720": _VERY_RARE,
    "mac-greek": _VERY_RARE,
    "johab": _VERY_RARE,
}
"""Encodings of eight and more bits that are tried, with the bits it costs to believe in each."""

TWO_BYTES, FOUR_BYTES = ("utf-16-le", "utf-16-be"), ("utf-32-le", "utf-32-be")
WIDE = TWO_BYTES + FOUR_BYTES
"""Encodings of two or four bytes a character."""

ESCAPED = (
    "iso2022-kr",
    "iso2022-jp",
    "iso2022-jp-2",
    "iso2022-jp-3",
    "iso2022-jp-2004",
    "iso2022-jp-ext",
)
"""Encodings of seven bits that change their alphabet by an escape: that of Korean, whose texts
begin with the escape that tells it, and those of Japanese, the usual ones first."""

NARROWER = {
    "cp932": ("shift_jis",),
    "cp949": ("euc-kr",),
    "big5hkscs": ("big5", "cp950"),
    "cp874": ("tis-620",),
}
"""What a text is said to be in where the narrower page knows all of it: it is the usual name."""


def candidate_of(name: str) -> str:
    """The candidate that a name of Python's or chardet's stands for; the name where none does."""
    name = name.lower().replace("_", "-")
    return _CANDIDATE_OF.get(name, name)


_CANDIDATE_OF = {
    "shift-jis": "cp932",
    "shift-jis-2004": "cp932",
    "shift-jisx0213": "cp932",
    "euc-kr": "cp949",
    "euc-jis-2004": "euc-jp",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "iso8859-1": "cp1252",
    "cp858": "cp850",
}
