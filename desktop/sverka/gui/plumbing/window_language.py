"""The language the windows speak now: the one global of the kind, as Qt's own translator is one.

Everything below the window is handed `current()` where it makes a sentence.
"""

from sverka.language import ENGLISH, Language, language

_spoken: Language = ENGLISH


def speak(code: str) -> None:
    """Speak the language `code` from now on; KeyError for one that is not in LANGUAGES."""
    global _spoken
    _spoken = language(code)


def current() -> Language:
    """The language spoken now."""
    return _spoken


def _(message: str) -> str:
    """`message` in the language spoken now."""
    return _spoken.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that goes with `count`."""
    return _spoken.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """`message` as it is said in `context`, where the bare word would be ambiguous."""
    return _spoken.pgettext(context, message)
