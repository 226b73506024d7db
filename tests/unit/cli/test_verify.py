"""`sverka verify` says whether a redline is right: status, sentence, JSON, and what it refuses."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import made_redline
from sverka import cli

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in a folder with redline.docx, old.docx and new.docx."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    made_redline.everything().save(tmp_path)

    def run_it(redline: str, *arguments: str) -> tuple[int, str, str]:
        versions = ("--old", "old.docx", "--new", "new.docx")
        status = cli.run(["verify", redline, *versions, *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_it


def test_a_right_redline_ends_with_0_and_a_sentence(run: Run) -> None:
    status, said, _errors = run("redline.docx")
    assert status == 0
    assert said.startswith("Verified: accepting all changes gives the revised version")


def test_another_file_ends_with_1_and_says_where(run: Run) -> None:
    status, said, _errors = run("old.docx")
    assert status == 1
    assert said.startswith("Not verified: the redline differs from its versions in ")
    place = "all accepted, paragraph 1: the text differs."
    assert f"− {place} Expected “The ferry leaves at nine”" in said


def test_the_verdict_is_plain_data_in_json(run: Run) -> None:
    status, said, _errors = run("new.docx", "--json", "-")
    verdict = json.loads(said)
    assert status == 1
    assert verdict["schema"] == "sverka.verification/1"
    assert not verdict["verified"]
    flaw = verdict["flaws"][0]
    assert (flaw["layer"], flaw["way"], flaw["story"]["part"]) == ("text", "rejected", "body")


def test_the_verdict_is_said_in_the_language_asked_for(run: Run) -> None:
    assert run("redline.docx", "--language", "ru")[1].startswith("Проверено: ")


@pytest.mark.parametrize(
    ("redline", "more", "said"),
    [
        ("none.docx", (), "does not exist"),
        ("redline.docx", ("--tracked", "keep"), "--tracked keep needs --author"),
        ("redline.docx", ("--json", "new.docx"), "is a file that this command reads"),
    ],
)
def test_trouble_ends_with_2_and_one_line(
    run: Run, redline: str, more: tuple[str, ...], said: str
) -> None:
    status, printed, errors = run(redline, *more)
    assert (status, printed) == (2, "")
    assert said in errors
    assert errors.count("\n") == 1
