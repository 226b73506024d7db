"""`sverka compare --redline` writes what is verified, says so, and writes nothing else."""

import json
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

import made_redline
import protected_pdf
from sverka import cli, verify
from sverka.model import Flaw, FlawCode, Layer, Verification
from sverka.redline import proven

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Compare old.docx with new.docx in a folder that has both."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    made_redline.everything().save(tmp_path)

    def run_it(*arguments: str) -> tuple[int, str, str]:
        status = cli.run(["compare", "old.docx", "new.docx", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_it


def test_the_redline_is_written_and_the_verdict_said(run: Run, tmp_path: Path) -> None:
    status, said, _errors = run("--redline", "made.docx", "--author", "Aida")
    assert status == 1
    assert "made.docx: Verified: accepting all changes gives the revised version" in said
    made, old, new = (tmp_path / name for name in ("made.docx", "old.docx", "new.docx"))
    assert verify(made, old, new, author="Aida").verified
    assert not verify(made, old, new, author="Bolot").verified


def test_the_verdict_is_in_the_json(run: Run) -> None:
    _status, said, _errors = run("--redline", "made.docx", "--json", "-")
    redline = json.loads(said)["redline"]
    assert (redline["file"], redline["verified"], redline["whole"]) == ("made.docx", True, [])


def test_the_same_date_makes_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        run("--redline", name, "--date", "2026-11-25")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_without_moves_what_moved_is_deleted_and_inserted(run: Run, tmp_path: Path) -> None:
    run("--redline", "made.docx", "--without-moves")
    body = made_redline.read_package(tmp_path / "made.docx")["word/document.xml"]
    assert b"moveFrom" not in body
    versions = (tmp_path / "old.docx", tmp_path / "new.docx")
    assert verify(tmp_path / "made.docx", *versions, moves=False).verified


def test_standard_input_is_read_as_a_file_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = protected_pdf.protected(protected_pdf.small_pdf("The council met on Monday."), "secret")
    for given, status in (((), 2), (("--password-old", "secret"), 1)):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(pdf)))
        asked = ("compare", "-", "new.docx", "--redline", "made.docx", *given)
        assert cli.run(asked) == status
        assert ("Give the password with --password-old." in capsys.readouterr().err) == (not given)
    assert (tmp_path / "made.docx").exists()


def test_one_that_is_not_right_is_not_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flaw = Flaw(Layer.TEXT, FlawCode.TEXT_MISSING, expected="a word")
    monkeypatch.setattr(proven, "verify", lambda *_, **__: Verification((flaw,)))
    status, _said, errors = run("--redline", "made.docx")
    assert status == 2
    assert "“made.docx” was not written, since the redline would not be right" in errors
    assert errors.count("\n") == 1
    assert not (tmp_path / "made.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--redline", "made.docx", "--tracked", "reject"), "leave out --tracked reject"),
        (("--redline", "made.docx", "--report", "made.docx"), "is named for two outputs"),
        (("--without-moves",), "--without-moves needs a redline"),
        (("--redline", "old.docx"), "is a file that this command reads"),
        (("--redline", "made.html"), "--html does"),
    ],
)
def test_what_cannot_be_is_refused_before_the_work(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    status, printed, errors = run(*arguments)
    assert (status, printed) == (2, "")
    assert said in errors
