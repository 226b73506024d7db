"""The languages the program speaks to people in, through gettext; each is a value to hand on."""

import gettext
import locale
import os
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files

LANGUAGES = {"en": "English", "ru": "Русский", "ky": "Кыргызча"}
"""Language codes and what each calls itself."""

_DOMAIN = "sverka"


@dataclass(frozen=True, slots=True)
class Language:
    """A language to say things in: an argument of everything that makes a sentence for people.

    Two of the same code are equal. The three methods are those of gettext, under the same names.
    """

    code: str
    _translations: gettext.NullTranslations = field(repr=False, compare=False)

    def gettext(self, message: str) -> str:
        """`message` in this language."""
        return self._translations.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of the message that goes with `count`."""
        return self._translations.ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        """`message` as it is said in `context`, where the bare word would be ambiguous."""
        return self._translations.pgettext(context, message)


@cache
def language(code: str) -> Language:
    """The language `code`, one of LANGUAGES; KeyError for another."""
    if code not in LANGUAGES:
        raise KeyError(code)
    with as_file(files("sverka.resources") / "translations") as folder:
        return Language(code, gettext.translation(_DOMAIN, folder, [code], fallback=True))


ENGLISH = Language("en", gettext.NullTranslations())
"""The language of the sources; what is said where nobody asked for another."""


def system_language() -> str:
    """The language the system asks for, as one of LANGUAGES; English where it asks for another."""
    asked = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    asked.append(locale.getlocale()[0] or "")
    for value in filter(None, asked):
        code = value.split(":")[0].split(".")[0].split("_")[0].lower()
        if code in LANGUAGES:
            return code
        if code:
            return "en"
    return "en"
