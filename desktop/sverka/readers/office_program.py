"""Has LibreOffice, where it is installed, turn a document into another format, in bounds."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from sverka.model import ReadError
from sverka.readers.limits import MAX_FILE_BYTES
from sverka.readers.outside_program import run_outside

PATIENCE = 120
"""Seconds that LibreOffice may take; a book of a thousand pages takes it some thirty."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice*/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_FILTERS = {".doc": "MS Word 97"}
"""The filters for what it is to read: left to itself it takes what is broken for plain text."""

_CAUTION = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link"><value>0</value></prop></item>
</oor:items>
"""
"""The settings it runs with: no macros, nothing fetched from elsewhere."""


def office() -> str | None:
    """The program of LibreOffice: on the path, or where it is usually installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is not None:
        return found
    for place in _PLACES:
        root = Path(place).anchor
        if root and Path(root).exists():
            known = sorted(Path(root).glob(place[len(root) :]))
            if known:
                return str(known[-1])
    return None


def converted(
    program: str, data: bytes, suffix: str, form: str, shown: str, look: Callable[[], None]
) -> bytes:
    """The document in the format `form`; ReadError where LibreOffice makes none of it.

    `look` is called now and then, and may raise, which ends the program. It runs in a folder that
    is there only for this, with a profile of its own there: one that is open already would take
    the job.
    """
    with tempfile.TemporaryDirectory(prefix="sverka-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document{suffix}"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_CAUTION, encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", f"--infilter={_FILTERS[suffix]}"]
        command += ["--convert-to", form, "--outdir", str(folder / "made"), str(source)]
        _run(command, shown, look)
        made = folder / "made" / f"document.{form}"
        if not made.exists() or made.stat().st_size > MAX_FILE_BYTES:
            raise not_converted(shown)
        return made.read_bytes()


def _run(command: list[str], shown: str, look: Callable[[], None]) -> None:
    try:
        run_outside(command, PATIENCE, look)
    except TimeoutError as error:
        raise ReadError(
            "“{file}” was not read: LibreOffice did not finish in {count} seconds;"
            " save it as DOCX.",
            file=shown,
            count=PATIENCE,
        ) from error
    except OSError as error:
        raise not_converted(shown) from error


def not_converted(shown: str) -> ReadError:
    """The error for a document of which LibreOffice made nothing that can be read."""
    return ReadError(
        "“{file}” was not read: LibreOffice could not open it; open it where it was made and save"
        " it as DOCX.",
        file=shown,
    )
