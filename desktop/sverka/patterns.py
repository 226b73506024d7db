"""Regular expressions that are compiled when they are first asked, not when a module is imported.

All patterns together take longer to compile than a short comparison takes, and most runs ask few.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    import regex

_ASKED = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


def late_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, later; one that cannot be compiled fails when it is first asked."""
    return cast("re.Pattern[AnyStr]", _WhenAsked(source, lambda: re.compile(source, flags)))


def late_wide_pattern(source: str, flags: int = 0) -> "regex.Pattern[str]":
    r"""The same for what only the library `regex` knows: `\p{L}`, `\X`, sets taken from sets."""

    def compiled() -> "regex.Pattern[str]":
        import regex

        return regex.compile(source, flags)

    return cast("regex.Pattern[str]", _WhenAsked(source, compiled))


class _WhenAsked:
    """Stands for a pattern until somebody asks it, then hands its methods on."""

    def __init__(self, source: str | bytes, compiled: Callable[[], Any]):
        self.pattern = source
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        """Called only for what is not there yet: afterwards its methods are attributes."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self._compiled()
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
