"""What can be said to `sverka verify`."""

from typing import TYPE_CHECKING

from sverka.language import LANGUAGES, Language
from sverka.model import Tracked

if TYPE_CHECKING:
    import argparse

    from sverka.cli.speaking_parser import SpeakingParser


def add_verify(commands: "argparse._SubParsersAction[SpeakingParser]", language: Language) -> None:
    """Add the command that says whether a redline is right."""
    _ = language.gettext
    verify = commands.add_parser(
        "verify",
        language=language,
        help=_("say whether a redline is right, or where it is not"),
        description=_(
            "Say whether accepting all changes of a redline gives NEW and rejecting all gives OLD,"
            " or where not. Exit status: 0 verified, 1 it differs, 2 trouble."
        ),
    )
    verify.set_defaults(parser=verify)
    verify.add_argument(
        "verified", metavar="REDLINE", help=_("the DOCX with tracked changes; - for standard input")
    )
    verify.add_argument("--old", metavar="OLD", required=True, help=_("the original"))
    verify.add_argument("--new", metavar="NEW", required=True, help=_("the revised version"))
    verify.add_argument(
        "--author",
        metavar="NAME",
        help=_("resolve only the changes of this author; those of others stay"),
    )
    verify.add_argument(
        "--tracked",
        choices=[choice.value for choice in Tracked],
        default=Tracked.ACCEPT.value,
        help=_("what became of changes tracked in OLD and NEW themselves; keep needs --author"),
    )
    verify.add_argument(
        "--language", choices=list(LANGUAGES), help=_("the language of the verdict")
    )
    verify.add_argument(
        "--json", metavar="F", help=_("write the verdict as JSON; - for standard output")
    )
    verify.add_argument("--quiet", action="store_true", help=_("print nothing but errors"))
