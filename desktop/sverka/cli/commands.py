"""Runs a command: computes first, writes its outputs whole, prints last.

What only some runs need is imported where they need it: it is most of the program, and takes
longer to import than two short texts take to compare.
"""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from sverka.cli import streams
from sverka.cli.arguments import REPORTS, options_of, report_options_of
from sverka.cli.decisions import decisions_of
from sverka.cli.meter import meter
from sverka.cli.redline_output import (
    held_versions,
    redline_form,
    refuse_redline_in_vain,
    refuse_wrong,
    said_of,
    written_redline,
)
from sverka.cli.refusals import (
    refuse_in_vain,
    refuse_languages_in_vain,
    refuse_missing,
    refuse_read_twice,
    refuse_unwritable,
)
from sverka.cli.unused import say_unused
from sverka.comparison import compare, inspect
from sverka.files import not_written
from sverka.language import Language, language
from sverka.model import Comparison, Options, PasswordError, Passwords, SverkaError, Tracked
from sverka.readers.intake import printable
from sverka.wording import error_words

if TYPE_CHECKING:
    from sverka.redline import Proven

SAME, CHANGED, TROUBLE = 0, 1, 2


def carry_out(arguments: argparse.Namespace, spoken: Language) -> int:
    """Do what was asked for; the exit status is diff's: 0 no changes, 1 changes, 2 trouble."""
    if getattr(arguments, "language", None):
        spoken = language(arguments.language)
    command = {"compare": _compare, "inspect": _inspect, "verify": _verify}[arguments.command]
    try:
        return command(arguments, spoken)
    except SverkaError as error:
        print(f"sverka: {error_words(error, spoken)}", file=sys.stderr)
        if isinstance(error, PasswordError):
            print(_where_to_give(arguments.command, error, spoken), file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:
        return TROUBLE


def _where_to_give(command: str, error: PasswordError, spoken: Language) -> str:
    """With which option the password of a file is given."""
    option = "--password" if command == "inspect" else f"--password-{error.terms.get('side', '')}"
    return spoken.gettext("Give the password with {option}.").format(option=option)


def _compare(arguments: argparse.Namespace, spoken: Language) -> int:
    refuse_unwritable(arguments)
    refuse_in_vain(arguments)
    refuse_redline_in_vain(arguments)
    refuse_missing(arguments)
    refuse_read_twice(arguments)
    options = options_of(arguments)
    passwords = Passwords(arguments.password_old, arguments.password_new)
    versions = held_versions(arguments)
    with meter(spoken, quiet=arguments.quiet) as progress:
        result = compare(*versions, options, progress, passwords)
    encodings = {
        "encoding-old": (arguments.encoding_old, result.old.document),
        "encoding-new": (arguments.encoding_new, result.new.document),
    }
    say_unused((arguments.decisions, options.decisions), result.findings, encodings, spoken)
    for name, form in REPORTS.items():
        _write_report(result, form, getattr(arguments, name), arguments, spoken)
    redline = written_redline(arguments, result, versions, spoken)
    _tell(arguments, result, redline, spoken)
    if redline is not None:
        refuse_wrong(redline, arguments.redline, spoken)
    return CHANGED if result.changes else SAME


def _tell(
    arguments: argparse.Namespace, result: Comparison, redline: "Proven | None", spoken: Language
) -> None:
    """Write the JSON of a comparison and print its summary, as far as they are wanted."""
    if arguments.json:
        from sverka.reports import json_forms

        form = json_forms.comparison(result, spoken)
        if redline is not None:
            form["redline"] = redline_form(redline, arguments.redline, spoken)
        _write_json(form, arguments.json)
    if not arguments.quiet and arguments.json != "-":
        from sverka.cli import printing

        with streams.standard_output() as stream:
            printing.comparison(result, stream, spoken)
            if redline is not None:
                printing.sentences(said_of(redline, arguments.redline, spoken), stream)


def _write_report(
    result: Comparison,
    form: str,
    target: str | None,
    arguments: argparse.Namespace,
    spoken: Language,
) -> None:
    if target is None:
        return
    from sverka.cli.reviewing import remarks_of

    writer = import_module(f"sverka.reports.{form}_report")
    options = report_options_of(arguments, spoken)
    remarks = remarks_of(arguments.session, result, spoken)
    _written(target, lambda path: writer.write(result, path, options, remarks))


def _inspect(arguments: argparse.Namespace, spoken: Language) -> int:
    refuse_unwritable(arguments)
    refuse_missing(arguments)
    refuse_read_twice(arguments)
    refuse_languages_in_vain(arguments)
    options = Options(
        as_source=arguments.read_as == "source",
        encoding_old=arguments.encoding,
        ocr=arguments.ocr,
        ocr_languages=arguments.ocr_languages,
        decisions=decisions_of(arguments.decisions),
    )
    file = streams.input_named(arguments.file)
    witness = streams.input_named(arguments.against) if arguments.against else None
    with meter(spoken, quiet=arguments.quiet) as progress:
        result = inspect(
            file,
            witness,
            options=options,
            progress=progress,
            passwords=Passwords(arguments.password, arguments.password),
        )
    encodings = {"encoding": (arguments.encoding, result.document)}
    say_unused((arguments.decisions, options.decisions), result.findings, encodings, spoken)
    if arguments.json:
        from sverka.reports import json_forms

        _write_json(json_forms.inspection(result, spoken), arguments.json)
    if not arguments.quiet and arguments.json != "-":
        from sverka.cli import printing

        with streams.standard_output() as stream:
            printing.inspection(result, stream, spoken)
    return SAME


def _verify(arguments: argparse.Namespace, spoken: Language) -> int:
    from sverka.redline.reading import verify

    refuse_unwritable(arguments)
    refuse_read_twice(arguments)
    if arguments.tracked == Tracked.KEEP and arguments.author is None:
        raise SverkaError("--tracked keep needs --author, to know whose changes to resolve.")
    redline, old, new = map(streams.input_named, (arguments.verified, arguments.old, arguments.new))
    tracked = Tracked(arguments.tracked)
    found = verify(redline, old, new, author=arguments.author, tracked=tracked)
    if arguments.json:
        from sverka.reports import verdict_form

        _write_json(verdict_form.verdict(found, spoken), arguments.json)
    if not arguments.quiet and arguments.json != "-":
        from sverka.cli import printing

        with streams.standard_output() as stream:
            printing.verification(found, stream, spoken)
    return SAME if found.verified else CHANGED


def _write_json(value: dict[str, object], target: str) -> None:
    from sverka.reports import json_forms

    if target == "-":
        with streams.standard_output() as stream:
            stream.buffer.write(json_forms.encode(value))
    else:
        _written(target, lambda path: json_forms.write(value, path))


def _written(target: str, write: Callable[[str], object]) -> None:
    try:
        write(target)
    except OSError as error:
        raise not_written(printable(target), error) from error
