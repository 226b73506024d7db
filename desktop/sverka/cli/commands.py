"""Runs a command: computes first, writes its outputs whole, prints last."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from sverka import language
from sverka.cli import printing
from sverka.cli.arguments import options_of, parser, report_options_of
from sverka.cli.meter import meter
from sverka.comparison import compare, inspect
from sverka.language import _
from sverka.model import Comparison, SverkaError, WriteError
from sverka.readers import read
from sverka.reports import json

SAME, CHANGED, TROUBLE, INTERRUPTED = 0, 1, 2, 130

REPORTS = {"report": "docx", "html": "html", "xlsx": "xlsx", "pdf": "pdf"}
"""The options that write a report, and the module of `reports` that does; imported when asked."""


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit status is diff's: 0 no changes, 1 changes, 2 trouble."""
    language.use(language.system_language())
    for stream in (sys.stdout, sys.stderr):
        printing.never_fail(stream)
    arguments = parser().parse_args(argv)
    command = {"compare": _compare, "inspect": _inspect}[arguments.command]
    try:
        return command(arguments)
    except SverkaError as error:
        print(f"sverka: {error}", file=sys.stderr)
        return TROUBLE
    except KeyboardInterrupt:
        print(_("sverka: interrupted; nothing was written."), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        printing.forget_output()
        return TROUBLE


def _compare(arguments: argparse.Namespace) -> int:
    inputs = [arguments.old, arguments.new]
    outputs = [getattr(arguments, name) for name in ("json", *REPORTS)]
    _refuse_unwritable(outputs, inputs)
    if arguments.language:
        language.use(arguments.language)
    with meter(quiet=arguments.quiet) as progress:
        result = compare(arguments.old, arguments.new, options_of(arguments), progress)
    for name, form in REPORTS.items():
        _write_report(result, form, getattr(arguments, name), arguments)
    if arguments.json:
        _write_json(json.comparison(result), arguments.json)
    if not arguments.quiet and arguments.json != "-":
        printing.comparison(result)
    return CHANGED if result.changes else SAME


def _write_report(
    result: Comparison, form: str, target: str | None, arguments: argparse.Namespace
) -> None:
    if target is None:
        return
    writer = import_module(f"sverka.reports.{form}")
    options = report_options_of(arguments)
    _written(target, lambda path: writer.write(result, path, options))


def _inspect(arguments: argparse.Namespace) -> int:
    _refuse_unwritable([arguments.json], [arguments.file, arguments.against])
    with meter(quiet=arguments.quiet) as progress:
        document = read(arguments.file, encoding=arguments.encoding, progress=progress)
        other = read(arguments.against, progress=progress) if arguments.against else None
        result = inspect(document, other, progress=progress)
    if arguments.json:
        _write_json(json.inspection(result), arguments.json)
    if not arguments.quiet and arguments.json != "-":
        printing.inspection(result)
    return SAME


def _refuse_unwritable(outputs: Sequence[str | None], inputs: Sequence[str | None]) -> None:
    """Say before the work, not after it, that an output has nowhere to go."""
    read_from = {Path(name).resolve() for name in inputs if name}
    for name in outputs:
        if not name or name == "-":
            continue
        path = Path(name).resolve()
        if path in read_from:
            raise WriteError(
                _(
                    "{file} is one of the files compared; choose another name for the output."
                ).format(file=name)
            )
        if path.is_dir() or not path.parent.is_dir():
            raise WriteError(
                _("{file} cannot be written: {folder} is not a folder to write a file in.").format(
                    file=name, folder=path if path.is_dir() else path.parent
                )
            )


def _write_json(value: dict[str, object], target: str) -> None:
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(json.encode(value))
        sys.stdout.buffer.flush()
    else:
        _written(target, lambda path: json.write(value, path))


def _written(target: str, write: Callable[[str], object]) -> None:
    try:
        write(target)
    except OSError as error:
        raise WriteError(
            _("{file} could not be written: {reason}. What stood there is unchanged.").format(
                file=target, reason=error.strerror or error
            )
        ) from error
