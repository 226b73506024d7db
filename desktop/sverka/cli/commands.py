"""Runs a command: computes first, writes its outputs whole, prints last."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from sverka.cli import printing, streams
from sverka.cli.arguments import INPUTS, OUTPUTS, options_of, parser, report_options_of
from sverka.cli.decisions import decisions_of
from sverka.cli.meter import meter
from sverka.cli.reviewing import remarks_of
from sverka.comparison import compare, inspect
from sverka.files import is_same_file, not_written
from sverka.language import Language, language, system_language
from sverka.model import Comparison, Options, SverkaError, WriteError
from sverka.readers import read
from sverka.readers.intake import printable
from sverka.reports import json_forms
from sverka.wording import error_words

SAME, CHANGED, TROUBLE = 0, 1, 2

REPORTS = {"report": "docx", "html": "html", "xlsx": "xlsx", "pdf": "pdf"}
"""The options that write a report, and the module of `reports` that does; imported when asked."""


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit status is diff's: 0 no changes, 1 changes, 2 trouble."""
    spoken = language(system_language())
    streams.prepare()
    arguments = parser(spoken).parse_args(argv)
    if getattr(arguments, "language", None):
        spoken = language(arguments.language)
    command = {"compare": _compare, "inspect": _inspect}[arguments.command]
    try:
        return command(arguments, spoken)
    except SverkaError as error:
        print(f"sverka: {error_words(error, spoken)}", file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:
        return TROUBLE


def _compare(arguments: argparse.Namespace, spoken: Language) -> int:
    _refuse_unwritable(arguments)
    options = options_of(arguments)
    with meter(spoken, quiet=arguments.quiet) as progress:
        result = compare(arguments.old, arguments.new, options, progress)
    for name, form in REPORTS.items():
        _write_report(result, form, getattr(arguments, name), arguments, spoken)
    if arguments.json:
        _write_json(json_forms.comparison(result, spoken), arguments.json)
    if not arguments.quiet and arguments.json != "-":
        with streams.standard_output() as stream:
            printing.comparison(result, stream, spoken)
    return CHANGED if result.changes else SAME


def _write_report(
    result: Comparison,
    form: str,
    target: str | None,
    arguments: argparse.Namespace,
    spoken: Language,
) -> None:
    if target is None:
        return
    writer = import_module(f"sverka.reports.{form}_report")
    options = report_options_of(arguments, spoken)
    remarks = remarks_of(arguments.session, result, spoken)
    _written(target, lambda path: writer.write(result, path, options, remarks))


def _inspect(arguments: argparse.Namespace, spoken: Language) -> int:
    _refuse_unwritable(arguments)
    options = Options(decisions=decisions_of(arguments.decisions))
    with meter(spoken, quiet=arguments.quiet) as progress:
        document = read(arguments.file, encoding=arguments.encoding, progress=progress)
        other = read(arguments.against, progress=progress) if arguments.against else None
        result = inspect(document, other, options=options, progress=progress)
    if arguments.json:
        _write_json(json_forms.inspection(result, spoken), arguments.json)
    if not arguments.quiet and arguments.json != "-":
        with streams.standard_output() as stream:
            printing.inspection(result, stream, spoken)
    return SAME


def _refuse_unwritable(arguments: argparse.Namespace) -> None:
    """Say before the work, not after it, that an output has nowhere to go or destroys an input.

    Everything the command reads is an input: the versions, and a session or decisions as well.
    """
    given = vars(arguments)
    taken = [given[name] for name in INPUTS if given.get(name)]
    written: list[str] = []
    for option in OUTPUTS:
        name = given.get(option)
        if name is None or (name == "-" and option == "json"):
            continue
        if name in ("", "-"):
            raise WriteError("--{option} needs the name of a file.", option=option)
        if any(is_same_file(name, other) for other in taken):
            raise WriteError(
                "{file} is a file that this command reads; choose another name for the output.",
                file=printable(name),
            )
        if any(is_same_file(name, other) for other in written):
            raise WriteError(
                "{file} is named for two outputs; choose another name for one of them.",
                file=printable(name),
            )
        if os.path.isfile(name) or not os.path.exists(name):
            written.append(name)
        _refuse_form(option, name)
        _refuse_folder(name)


def _refuse_form(option: str, name: str) -> None:
    """WriteError where `name` ends like what another option writes: "--report r.html"."""
    forms = {f".{form}": other for other, form in (*REPORTS.items(), ("json", "json"))}
    right = forms.get(os.path.splitext(name)[1].lower(), option)
    if right != option:
        raise WriteError(
            "--{option} does not write such a file as {file}; --{right} does.",
            option=option,
            file=printable(name),
            right=right,
        )


def _refuse_folder(name: str) -> None:
    """WriteError where `name` is a folder, or stands in one where no file can be written."""
    if os.path.exists(name) and not os.path.isfile(name) and not os.path.isdir(name):
        return
    path = os.path.realpath(name)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    if folder == path or not os.path.isdir(folder):
        raise WriteError(
            "{file} cannot be written: {folder} is not a folder to write a file in.",
            file=printable(name),
            folder=printable(folder),
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WriteError(
            "{file} cannot be written: you may not write in the folder {folder}.",
            file=printable(name),
            folder=printable(folder),
        )


def _write_json(value: dict[str, object], target: str) -> None:
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
