"""A parser of arguments that says what it says in a language, and refuses in one line."""

import argparse
import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NoReturn

from sverka.language import Language
from sverka.readers.intake import printable


class SpeakingParser(argparse.ArgumentParser):
    """Its help and its refusals are in `language`; argparse itself has English only.

    `closing` makes what stands last in the help, when the help is shown.
    """

    def __init__(
        self, *, language: Language, closing: Callable[[], str] | None = None, **given: Any
    ) -> None:
        _ = language.gettext
        formatter = partial(_Formatter, usage=_("usage: "))
        super().__init__(add_help=False, formatter_class=formatter, **given)
        self.language = language
        self._closing = closing
        self._positionals.title = _("positional arguments")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help message and exit"))

    def format_help(self) -> str:
        """The help with what closes it."""
        if self._closing is not None:
            self.epilog = self._closing()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and end with status 2."""
        said = self.language.gettext("sverka: {reason}; see {command} --help.").format(
            reason=" ".join(printable(_refusal(message, self.language)).split()), command=self.prog
        )
        self.exit(2, said + "\n")

    def refuse_unknown(self, arguments: Iterable[str]) -> NoReturn:
        """Refuse arguments that nothing takes."""
        self.error("unrecognized arguments: " + " ".join(arguments))


class _Formatter(argparse.HelpFormatter):
    """Lays the help out, with another word for "usage: "."""

    def __init__(self, *laid_out: Any, usage: str, **given: Any) -> None:
        super().__init__(*laid_out, **given)
        self._usage_word = usage

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        """Add the line of the usage."""
        super().add_usage(usage, actions, groups, self._usage_word if prefix is None else prefix)


def _refusal(message: str, language: Language) -> str:
    """What argparse said in English, in `language`; as it is where the sentence is not known."""
    for pattern, words in _refusals(language).items():
        said = re.fullmatch(pattern, message, re.DOTALL)
        if said:
            values = said.groupdict()
            if "reason" in values:
                values["reason"] = _refusal(values["reason"], language)
            return words.format(**values)
    return message


def _refusals(language: Language) -> dict[str, str]:
    """The sentences of argparse that these commands can bring about."""
    _ = language.gettext
    return {
        r"argument (?P<name>[\w/-]+): (?P<reason>.+)": _("argument {name}: {reason}"),
        r"the following arguments are required: (?P<names>.+)": _(
            "the following arguments are required: {names}"
        ),
        r"unrecognized arguments: (?P<names>.+)": _("unrecognized arguments: {names}"),
        r"expected one argument": _("expected one argument"),
        r"invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)": _(
            "invalid choice: {value} (choose from {choices})"
        ),
        r"ambiguous option: (?P<option>.+) could match (?P<matches>.+)": _(
            "ambiguous option: {option} could match {matches}"
        ),
        r"ignored explicit argument (?P<value>.+)": _("ignored explicit argument {value}"),
    }
