"""Finds Tesseract and the languages it is installed with, and has it recognise one picture."""

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sverka.model import ReadError
from sverka.readers.limits import MEGABYTE
from sverka.readers.outside_program import run_outside

PATIENCE = 120
"""Seconds that one page may take; a closely printed one takes some five in three languages."""

MOST_MEMORY = 4096 * MEGABYTE
"""Of address space; a page of 30 megapixels takes some 600 MB with three languages."""

_PLACES = (
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
    "C:/Program Files/Tesseract-OCR/tesseract.exe",
    "C:/Program Files (x86)/Tesseract-OCR/tesseract.exe",
)
_NO_LANGUAGE = frozenset({"osd", "equ", "snum"})
"""What is installed beside languages: for which way a page is turned, for formulas."""
_ORIENTATION = "osd"
_SECONDS_TO_ANSWER = 20
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Several threads for one page cost more than they bring, and the machine has other work."""

_INSTALLERS = {
    "apt-get": "sudo apt install tesseract-ocr tesseract-ocr-rus tesseract-ocr-kir",
    "dnf": "sudo dnf install tesseract tesseract-langpack-rus tesseract-langpack-kir",
    "pacman": "sudo pacman -S tesseract tesseract-data-eng tesseract-data-rus tesseract-data-kir",
    "zypper": "sudo zypper install tesseract-ocr tesseract-ocr-traineddata-rus",
    "brew": "brew install tesseract tesseract-lang",
    "winget": "winget install UB-Mannheim.TesseractOCR",
}
"""How it is installed, by the program that does it."""
_BY_SYSTEM = {"darwin": "brew", "win32": "winget"}


def tesseract() -> str | None:
    """The program: on the path, or where it is usually installed."""
    found = shutil.which("tesseract")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def not_installed(shown: str) -> ReadError:
    """The error for a file of pictures where there is no Tesseract, with how to get it."""
    usual = _BY_SYSTEM.get(sys.platform, "apt-get")
    there = next((name for name in _INSTALLERS if shutil.which(name)), usual)
    return ReadError(
        "“{file}” was not recognised: Tesseract, which reads text off pictures (OCR), was not"
        " found; install it: {command}",
        file=shown,
        command=_INSTALLERS[there],
    )


def not_recognised(shown: str) -> ReadError:
    """The error for a file of which Tesseract made nothing."""
    return ReadError(
        "“{file}” was not recognised: Tesseract could not open it, or it took too long.", file=shown
    )


def installed_languages(program: str) -> tuple[str, ...]:
    """The languages of this Tesseract in its own words ("eng"), and "osd" where that is there."""
    try:
        _status, printed = run_outside([program, "--list-langs"], _SECONDS_TO_ANSWER)
    except (OSError, TimeoutError):
        return ()
    names = printed.decode("utf-8", "replace").splitlines()[1:]
    return tuple(sorted(name.strip() for name in names if name.strip() and "/" not in name))


def are_languages(names: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that are of languages."""
    return tuple(name for name in names if name not in _NO_LANGUAGE)


def recognised(
    program: str,
    picture: bytes,
    languages: Sequence[str],
    look: Callable[[], None],
    *,
    resolution: int | None = None,
    turned: bool = True,
    pages: int = 1,
) -> bytes | None:
    """What Tesseract made of a picture, as hOCR; None where it failed or took too long.

    `turned` has it find out which way the page is turned, for which "osd" must be installed.
    `resolution` is in dots per inch. Nothing is written to the disk.
    """
    command = [
        program,
        "stdin",
        "stdout",
        "-l",
        "+".join(languages),
        "--psm",
        "1" if turned else "3",
    ]
    if resolution is not None:
        command += ["--dpi", str(resolution)]
    try:
        status, printed = run_outside(
            [*command, "hocr"],
            PATIENCE * pages,
            look,
            given=picture,
            environment=_ONE_THREAD,
            most_memory=MOST_MEMORY,
        )
    except (OSError, TimeoutError):
        return None
    return printed if status == 0 else None


def knows_turns(names: Sequence[str]) -> bool:
    """Whether it can find out which way a page is turned."""
    return _ORIENTATION in names
