"""Says when the target of a link or the code of a field is the same, written otherwise."""

from functools import lru_cache
from urllib.parse import unquote, urlsplit, urlunsplit

from sverka.patterns import late_pattern

_BYTES = late_pattern(r"[0-9a-f]{64}|crc32:.*|")
"""How a picture is known by its bytes, or by nothing."""
_FILE = late_pattern(r"file:[0-9a-f]{64}")
"""How a picture is known by the bytes of a file beside its page, which programs write anew."""
_TOKENS = late_pattern(r'"(?:[^"]*)"?|\\\S|[^\s"\\]+')
_QUOTING = str.maketrans("", "", "'\\")
"""Marks around words in the picture of a date, which programs put and leave out."""
_AS_IT_IS = frozenset({"\\* mergeformat", "\\* mergeformatinet", "\\* arabic"})
"""Switches that say what goes without saying: the look stays, figures are figures."""


def known_otherwise(old: str, new: str) -> bool:
    """Whether of two pictures one is known by its bytes and the other not, or not by its own.

    A web page names the file that a picture is in, which may not be there any more.
    """
    ways = (_BYTES, _FILE)
    return any((way.fullmatch(old) is None) != (way.fullmatch(new) is None) for way in ways)


@lru_cache(maxsize=4096)
def same_target(target: str) -> str:
    """The target as all ways to write it: capitals in the name of the host, "/" behind it."""
    try:
        parts = urlsplit(target.strip())
    except ValueError:
        return target.strip()
    if not parts.netloc:
        return unquote(target.strip())
    path = unquote(parts.path) or "/"
    return urlunsplit((parts.scheme, parts.netloc.lower(), path, parts.query, parts.fragment))


@lru_cache(maxsize=4096)
def same_code(code: str) -> tuple[str, ...]:
    """What a field is told to do: its name and arguments, then its switches in any order."""
    parts: list[list[str]] = [[]]
    for token in _TOKENS.findall(code):
        if token.startswith("\\"):
            parts.append([])
        quoted = token.startswith('"')
        parts[-1].append(token.strip('"').translate(_QUOTING) if quoted else token.casefold())
    first, *switches = (" ".join(part) for part in parts)
    return first, *sorted(one for one in switches if one not in _AS_IT_IS)
