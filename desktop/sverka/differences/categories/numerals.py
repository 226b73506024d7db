"""Reads numerals in words, Roman and Chinese numerals: what number each of them says."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sverka.differences.edit_thresholds import LONGEST_NUMBER
from sverka.patterns import late_pattern

_ADJECTIVE = r"(?:[ыо]й|[ао]я|[оы]е|ого|ому|[ыо]м|ую|ых|ыми)"

_SURE = {
    # Russian, English, German, French, Spanish; cardinals with their cases, then ordinals
    2: r"дв(?:а|е|ух|ум|умя|ое|оих|оим)|two|zwei|deux",
    3: r"тр(?:и|[её]х|[её]м|емя|ое|оих)|three|drei|trois|tres",
    4: r"четыр(?:е|[её]х|[её]м|ьмя)|четверо|four|vier|quatre|cuatro",
    5: r"пят(?:ь|и|ью|еро|ерых)|five|fünf|cinq|cinco",
    6: r"шест(?:ь|и|ью|еро|ерых)|six|sechs|seis",
    7: r"сем(?:ь|и|ью|еро|ерых)|seven|sieben|sept|siete",
    8: r"вос[еь]м(?:ь|и|ью|еро|ерых)|eight|acht|huit|ocho",
    9: r"девят(?:ь|и|ью|еро|ерых)|nine|neun|nueve",
    10: r"десят(?:ь|и|ью|еро|ерых)|ten|zehn|dix|diez",
    11: r"одиннадцат(?:ь|и|ью)|eleven|elf|onze",
    12: r"двенадцат(?:ь|и|ью)|twelve|zwölf|douze|doce",
    13: r"тринадцат(?:ь|и|ью)|thirteen|dreizehn|treize|trece",
    14: r"четырнадцат(?:ь|и|ью)|fourteen|vierzehn|quatorze|catorce",
    15: r"пятнадцат(?:ь|и|ью)|fifteen|fünfzehn|quinze|quince",
    16: r"шестнадцат(?:ь|и|ью)|sixteen|sechzehn|seize|diecis[eé]is",
    17: r"семнадцат(?:ь|и|ью)|seventeen|siebzehn|diecisiete",
    18: r"восемнадцат(?:ь|и|ью)|eighteen|achtzehn|dieciocho",
    19: r"девятнадцат(?:ь|и|ью)|nineteen|neunzehn|diecinueve",
    20: r"двадцат(?:ь|и|ью)|twenty|zwanzig|vingts?|veinte",
    21: r"veinti(?:ún|un[oa]?)",
    22: r"veintid[oó]s",
    23: r"veintitr[eé]s",
    24: r"veinticuatro",
    25: r"veinticinco",
    26: r"veintis[eé]is",
    27: r"veintisiete",
    28: r"veintiocho",
    29: r"veintinueve",
    30: r"тридцат(?:ь|и|ью)|thirty|drei(?:ß|ss)ig|trente|treinta",
    40: r"сорока?|forty|vierzig|quarante|cuarenta",
    50: r"пят(?:ь|и|ью)десяти?|fifty|fünfzig|cinquante|cincuenta",
    60: r"шест(?:ь|и|ью)десяти?|sixty|sechzig|soixante|sesenta",
    70: r"сем(?:ь|и|ью)десяти?|seventy|siebzig|septante|setenta",
    80: r"вос[еь]м(?:ь|и|ью)десяти?|eighty|achtzig|huitante|octante|ochenta",
    90: r"девяност[оа]|ninety|neunzig|nonante|noventa",
    100: r"сто|hundreds?|hundert|cents?|cien(?:to)?",
    200: r"двести|двухсот|doscient[oa]s",
    300: r"триста|тр[её]хсот|trescient[oa]s",
    400: r"четыреста|четыр[её]хсот|cuatrocient[oa]s",
    500: r"пят(?:ь|и)сот|quinient[oa]s",
    600: r"шест(?:ь|и)сот|seiscient[oa]s",
    700: r"сем(?:ь|и)сот|setecient[oa]s",
    800: r"вос[еь]м(?:ь|и)сот|ochocient[oa]s",
    900: r"девят(?:ь|и)сот|novecient[oa]s",
    1000: r"тысяч(?:[аиу]|е[йю]|ам|ами|ах)?|тыс|миң\w{0,4}|thousands?|tausend|tsd|mille?",
    10**6: r"миллион(?:[ауы]|о[вм]|а[мх]|ами|го|дон|дун)?|млн|mln|mio|millions?"
    r"|million(?:en)|mill[oó]n(?:es)?",
    10**9: r"миллиард(?:[ауы]|о[вм]|а[мх]|ами|го|дан|дын)?|млрд|bln|bn|billions?|mrd"
    r"|milliard(?:s|e|en)?",
    10**12: r"триллион(?:[ауы]|о[вм]|а[мх]|ами|го|дон|дун)?|трлн|trn|trillions?|billionen",
}
_SURE_ORDINALS = {
    2: rf"втор{_ADJECTIVE}|zweite[nmrs]?|deuxièmes?",
    3: r"трет(?:ий|ь[яеиюй]|ь?его|ьему|ьим|ьем|ьей|ьих)|thirds?|dritte[nmrs]?|troisièmes?"
    r"|tercer[oa]?",
    4: rf"четв[её]рт{_ADJECTIVE}|fourth|vierte[nmrs]|quatrièmes?",
    5: rf"пят{_ADJECTIVE}|fifth|fünfte[nmrs]?|cinquièmes?|quint[oa]",
    6: rf"шест{_ADJECTIVE}|sixth|sechste[nmrs]?|sixièmes?|sext[oa]",
    7: rf"седьм{_ADJECTIVE}|seventh|sieb(?:en)?te[nmrs]?|septièmes?|s[eé]ptim[oa]",
    8: rf"восьм{_ADJECTIVE}|eighth|achte[nmrs]?|huitièmes?|octav[oa]",
    9: rf"девят{_ADJECTIVE}|ninth|neunte[nmrs]?|neuvièmes?|noven[oa]",
    10: rf"десят{_ADJECTIVE}|tenth|zehnte[nmrs]?|dixièmes?|d[eé]cim[oa]",
    11: rf"одиннадцат{_ADJECTIVE}|eleventh|elfte[nmrs]?|onzièmes?",
    12: rf"двенадцат{_ADJECTIVE}|twelfth|zwölfte[nmrs]?|douzièmes?",
    13: rf"тринадцат{_ADJECTIVE}|thirteenth|dreizehnte[nmrs]?|treizièmes?",
    14: rf"четырнадцат{_ADJECTIVE}|fourteenth|vierzehnte[nmrs]?|quatorzièmes?",
    15: rf"пятнадцат{_ADJECTIVE}|fifteenth|fünfzehnte[nmrs]?|quinzièmes?",
    16: rf"шестнадцат{_ADJECTIVE}|sixteenth|sechzehnte[nmrs]?|seizièmes?",
    17: rf"семнадцат{_ADJECTIVE}|seventeenth|siebzehnte[nmrs]?",
    18: rf"восемнадцат{_ADJECTIVE}|eighteenth|achtzehnte[nmrs]?",
    19: rf"девятнадцат{_ADJECTIVE}|nineteenth|neunzehnte[nmrs]?",
    20: rf"двадцат{_ADJECTIVE}|twentieth|zwanzigste[nmrs]?|vingtièmes?",
    30: rf"тридцат{_ADJECTIVE}|thirtieth|drei(?:ß|ss)igste[nmrs]?|trentièmes?",
    40: rf"сороков{_ADJECTIVE}|fortieth|vierzigste[nmrs]?|quarantièmes?",
    50: rf"пятидесят{_ADJECTIVE}|fiftieth|fünfzigste[nmrs]?|cinquantièmes?",
    60: rf"шестидесят{_ADJECTIVE}|sixtieth|sechzigste[nmrs]?|soixantièmes?",
    70: rf"семидесят{_ADJECTIVE}|seventieth|siebzigste[nmrs]?",
    80: rf"восьмидесят{_ADJECTIVE}|eightieth|achtzigste[nmrs]?",
    90: rf"девяност{_ADJECTIVE}|ninetieth|neunzigste[nmrs]?",
    100: rf"сот{_ADJECTIVE}|hundredth|hundertste[nmrs]?|centièmes?",
}
_MAYBE = {
    # Also other words: numerals only where a numeral stands on the other side
    0: r"нол[ьяюе]|нул[ьяюе]|zero|zéro|cero|нөл",
    1: r"од(?:ин|н[аоуи]|ного|ной|ному|ним|ном|ною)|бир|one|ein(?:s|e[nrms]?)?|une?|un[oa]"
    rf"|перв{_ADJECTIVE}|биринчи|first|erste[nmrs]?|premi(?:er|ère)s?|primer[oa]?",
    2: r"dos|seconde?s?|segund[oa]",
    4: r"vierte|cuart[oa]",
    9: r"neuf",
    11: r"once",
}
_KYRGYZ = {
    2: "эки",
    3: "үч",
    4: "төрт",
    5: "беш",
    6: "алты",
    7: "жети",
    8: "сегиз",
    9: "тогуз",
    20: "жыйырма",
    30: "отуз",
    40: "кырк",
    50: "элүү",
    60: "алтымыш",
    70: "жетимиш",
    80: "сексен",
    90: "токсон",
}
_MAYBE_KYRGYZ = {10: "он", 100: "жүз"}
"""Also "he" in Russian, and "face"."""
_KYRGYZ_ENDING = (
    "(?:[дтн][ыиуү]н?|[гк][аеоө]|[дт][аеоө]|[дтн][аеоө]н|[дт][аеоө]й|[ыиуү]?нч[ыиуү]"
    "(?:[дтн][ыиуү]н?|[гкдт][аеоө]|[дт][аеоө]н|с[ыиуү])?)?"
)
"""A case, "about as many", an ordinal and its cases. Not "үчүн", which is "for"."""


def _pattern(table: dict[int, str]) -> re.Pattern[str]:
    return late_pattern("|".join(f"(?P<n{value}>{words})" for value, words in table.items()))


_SURE_PATTERN, _ORDINAL_PATTERN = _pattern(_SURE), _pattern(_SURE_ORDINALS)
_MAYBE_PATTERN = _pattern(_MAYBE)
_KYRGYZ_PATTERN, _MAYBE_KYRGYZ_PATTERN = (
    _pattern({value: word + _KYRGYZ_ENDING for value, word in table.items()})
    for table in (_KYRGYZ, _MAYBE_KYRGYZ)
)

_GERMAN = late_pattern(
    r"(?P<n1>eine?|ein)|(?P<n2>zwei)|(?P<n3>drei(?!zehn|ßig))|(?P<n4>vier(?!zehn|zig))"
    r"|(?P<n5>fünf(?!zehn|zig))|(?P<n6>sechs)|(?P<n7>sieben)|(?P<n8>acht(?!zehn|zig))"
    r"|(?P<n9>neun(?!zehn|zig))|(?P<n10>zehn)|(?P<n11>elf)|(?P<n12>zwölf)|(?P<n13>dreizehn)"
    r"|(?P<n14>vierzehn)|(?P<n15>fünfzehn)|(?P<n16>sechzehn)|(?P<n17>siebzehn)|(?P<n18>achtzehn)"
    r"|(?P<n19>neunzehn)|(?P<n20>zwanzig)|(?P<n30>drei(?:ß|ss)ig)|(?P<n40>vierzig)"
    r"|(?P<n50>fünfzig)|(?P<n60>sechzig)|(?P<n70>siebzig)|(?P<n80>achtzig)|(?P<n90>neunzig)"
    r"|(?P<n100>hundert)|(?P<n1000>tausend)|(?P<n0>und)"
)
_GERMAN_COMPOUND = late_pattern(
    rf"(?:(?:{re.sub(r'[(][?]P<n[0-9]+>', '(?:', _GERMAN.pattern)})){{2,9}}(?:(?:s?te[nmrs]?))?"
)
_ROMAN = late_pattern(r"(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})")
"""Up to 39, of two letters or more: what numbers centuries, congresses and chapters."""
_ANY_ROMAN = late_pattern(
    r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
)
_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

HAN_NUMERALS = "〇零一二三四五六七八九十百千万億亿两兩壹贰叁肆伍陆柒捌玖拾佰仟"
HAN_LETTERS = frozenset(HAN_NUMERALS)
_HAN_DIGITS = {c: i % 10 for i, c in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖")}
_HAN_DIGITS |= {"两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_HAN_MAGNITUDES = {"万": 10**4, "亿": 10**8, "億": 10**8}

_WORDS_REMEMBERED = 1 << 14


def is_numeral(word: str) -> bool:
    """Whether a word without digits says a number: "XXI", "двадцать", "five", "三"."""
    return numeral(word) is not None


@lru_cache(_WORDS_REMEMBERED)
def numeral(word: str) -> int | None:
    """The number a word says that hardly ever is another word; None for any other word.

    Words of several numbers in one count as well: German "dreiundzwanzig", Chinese "二十三".
    """
    if _ROMAN.fullmatch(word):
        return _roman(word)
    if word[0] in HAN_NUMERALS:
        return _han(word) if word != "一" else None
    small = word.lower()
    for pattern in (_SURE_PATTERN, _ORDINAL_PATTERN, _KYRGYZ_PATTERN):
        match = pattern.fullmatch(small)
        if match is not None:
            return int((match.lastgroup or "n0")[1:])
    return _compound(small)


@lru_cache(_WORDS_REMEMBERED)
def possible_numeral(word: str) -> int | None:
    """The number a word says, also one that may be another word: "one", "первый", "V"."""
    found = numeral(word)
    if found is not None:
        return found
    if word == "一":
        return 1
    for pattern in (_MAYBE_PATTERN, _MAYBE_KYRGYZ_PATTERN):
        match = pattern.fullmatch(word.lower())
        if match is not None:
            return int((match.lastgroup or "n0")[1:])
    return _roman(word) if _ANY_ROMAN.fullmatch(word) else None


def _roman(word: str) -> int:
    values = [_ROMAN_LETTERS[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(-v if v < w else v for v, w in zip(values, following, strict=True))


def _compound(small: str) -> int | None:
    """The number of a German word that is several numbers, up to the thousands."""
    if not _GERMAN_COMPOUND.fullmatch(small):
        return None
    whole = part = 0
    for value in _german_parts(small):
        if value == 100:
            part = max(part, 1) * 100
        elif value == 1000:
            whole, part = max(part, 1) * 1000, 0
        else:
            part += value
    return whole + part


def _german_parts(small: str) -> Iterator[int]:
    for match in _GERMAN.finditer(small):
        yield int((match.lastgroup or "n0")[1:])


def _han(word: str) -> int | None:
    """The number of Chinese numerals, by places ("二〇二四") or with units ("二千零二十四")."""
    if len(word) > LONGEST_NUMBER or not all(letter in HAN_NUMERALS for letter in word):
        return None
    if all(letter in _HAN_DIGITS for letter in word):
        return int("".join(str(_HAN_DIGITS[letter]) for letter in word))
    whole = part = digit = 0
    for letter in word:
        if letter in _HAN_DIGITS:
            digit = _HAN_DIGITS[letter]
        elif letter in _HAN_UNITS:
            part, digit = part + (digit or 1) * _HAN_UNITS[letter], 0
        else:
            whole = (whole + part + digit or 1) * _HAN_MAGNITUDES[letter]
            part = digit = 0
    return whole + part + digit
