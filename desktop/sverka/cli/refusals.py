"""Refuses, before the work and not after it, what a command could not write or would not use."""

import argparse
import os
from itertools import combinations

from sverka.cli.arguments import INPUTS, OUTPUTS, REPORTS, VERSIONS
from sverka.cli.streams import STANDARD_INPUT
from sverka.files import is_same_file
from sverka.model import ReadError, SverkaError, WriteError
from sverka.readers.intake import printable

ABOUT_REPORTS = ("sections", "only", "session", "reviewed")
"""The options that choose what a report holds: without a report they would do nothing, unseen."""


def refuse_missing(arguments: argparse.Namespace) -> None:
    """ReadError where a file is not there that is read only when the work is done."""
    for option in ("session", "decisions"):
        name = vars(arguments).get(option)
        if name is not None and not os.path.exists(name):
            raise ReadError(
                "“{file}” does not exist; check its name and folder.", file=printable(name)
            )


def refuse_read_twice(arguments: argparse.Namespace) -> None:
    """ReadError where both versions are to come out of one stream, which gives its text once."""
    given = vars(arguments)
    named = [given[name] for name in VERSIONS if given.get(name)]
    for one, other in combinations(named, 2):
        if one == other == STANDARD_INPUT or _are_one_stream(one, other):
            if STANDARD_INPUT in (one, other):
                raise ReadError(
                    "Standard input was named for both versions, but it can be read only once;"
                    " save one of them to a file."
                )
            raise ReadError(
                "“{file}” was named for both versions, but it can be read only once;"
                " save one of them to a file.",
                file=printable(one),
            )


def _are_one_stream(one: str, other: str) -> bool:
    """Whether two names are of one pipe or terminal; a file can be read again."""
    first, second = ("/dev/stdin" if name == STANDARD_INPUT else name for name in (one, other))
    if not os.path.exists(first) or os.path.isfile(first) or os.path.isdir(first):
        return False
    return is_same_file(first, second)


def refuse_in_vain(arguments: argparse.Namespace) -> None:
    """SverkaError where an option misses the one without which it would do nothing."""
    given = vars(arguments)
    asked = [f"--{name}" for name in ABOUT_REPORTS if given[name]]
    if asked and not any(given[name] is not None for name in REPORTS):
        raise SverkaError(
            "There is no report for {options}; ask for one with {reports}.",
            options=", ".join(asked),
            reports=", ".join(f"--{name}" for name in REPORTS),
        )
    refuse_languages_in_vain(arguments)
    if given["reviewed"] and given["session"] is None:
        raise SverkaError("--reviewed needs the session that says so; name it with --session.")


def refuse_languages_in_vain(arguments: argparse.Namespace) -> None:
    """SverkaError where languages are named for OCR, and nobody asks for that."""
    if arguments.ocr_languages and not arguments.ocr:
        raise SverkaError("--ocr-languages does nothing without --ocr.")


def refuse_unwritable(arguments: argparse.Namespace) -> None:
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
                "“{file}” is a file that this command reads; choose another name for the output.",
                file=printable(name),
            )
        if any(is_same_file(name, other) for other in written):
            raise WriteError(
                "“{file}” is named for two outputs; choose another name for one of them.",
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
    if (right, option) == ("report", "redline"):
        return
    if right != option:
        raise WriteError(
            "--{option} does not write such a file as “{file}”; --{right} does.",
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
            "“{file}” cannot be written: “{folder}” is not a folder to write a file in.",
            file=printable(name),
            folder=printable(folder),
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WriteError(
            "“{file}” cannot be written: you may not write in the folder “{folder}”.",
            file=printable(name),
            folder=printable(folder),
        )
