"""What can be said on the command line."""

import argparse

from sverka import __version__
from sverka.language import _
from sverka.model import Ignore, Options, Tracked


def parser() -> argparse.ArgumentParser:
    """The parser of `sverka compare …` and `sverka inspect …`; `--help` on each."""
    top = argparse.ArgumentParser(
        prog="sverka",
        description=_("Compare two versions of a text and say what really changed."),
        epilog=_(
            "Without a command: sverka [OLD NEW] opens the window. "
            "Exit status: 0 no changes, 1 changes, 2 trouble."
        ),
    )
    top.add_argument("--version", action="version", version=f"sverka {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_compare(commands)
    _add_inspect(commands)
    return top


def options_of(arguments: argparse.Namespace) -> Options:
    """The options of a comparison that the arguments of `compare` ask for."""
    return Options(
        ignore=arguments.ignore,
        keep_furniture=arguments.keep_furniture,
        tracked=Tracked(arguments.tracked),
        encoding_old=arguments.encoding_old,
        encoding_new=arguments.encoding_new,
    )


def _add_compare(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    compare = commands.add_parser(
        "compare",
        help=_("compare two versions"),
        description=_("Compare two versions and print what changed."),
    )
    compare.add_argument("old", metavar="OLD", help=_("the original"))
    compare.add_argument("new", metavar="NEW", help=_("the revised version"))
    compare.add_argument("--report", metavar="F.docx", help=_("write a report for people, as DOCX"))
    compare.add_argument(
        "--json", metavar="F", help=_("write the comparison as JSON; - for standard output")
    )
    compare.add_argument(
        "--ignore",
        type=_ignored,
        default=frozenset(),
        metavar="WHAT",
        help=_("count as equal what differs only in: {list}").format(list=",".join(Ignore)),
    )
    compare.add_argument(
        "--keep-furniture",
        action="store_true",
        help=_("leave repeated headers, footers and page numbers in the text"),
    )
    compare.add_argument(
        "--tracked",
        choices=[choice.value for choice in Tracked],
        default=Tracked.ACCEPT.value,
        help=_("how tracked changes already in a file are read"),
    )
    compare.add_argument("--encoding-old", metavar="E", help=_("the encoding of a text OLD"))
    compare.add_argument("--encoding-new", metavar="E", help=_("the encoding of a text NEW"))
    compare.add_argument("--quiet", action="store_true", help=_("print nothing but errors"))


def _add_inspect(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    inspect = commands.add_parser(
        "inspect",
        help=_("show the reading text and the findings of one file"),
        description=_("Show the findings in one file: headers, repeats, artifacts."),
    )
    inspect.add_argument("file", metavar="FILE", help=_("the file"))
    inspect.add_argument(
        "--against", metavar="OTHER", help=_("the other version, taken as a witness")
    )
    inspect.add_argument(
        "--json", metavar="F", help=_("write the inspection as JSON; - for standard output")
    )
    inspect.add_argument("--encoding", metavar="E", help=_("the encoding of a text FILE"))
    inspect.add_argument("--quiet", action="store_true", help=_("print nothing but errors"))


def _ignored(value: str) -> frozenset[Ignore]:
    asked = [word.strip() for word in value.split(",") if word.strip()]
    unknown = [word for word in asked if word not in list(Ignore)]
    if unknown:
        raise argparse.ArgumentTypeError(
            _("cannot ignore “{word}”; choose from {list}").format(
                word=unknown[0], list=", ".join(Ignore)
            )
        )
    return frozenset(Ignore(word) for word in asked)
