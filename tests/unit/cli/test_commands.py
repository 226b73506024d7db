"""What the command line refuses, and how it ends when its output goes nowhere."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from protected_pdf import protected, small_pdf
from sverka import cli
from sverka.readers import read
from sverka.screening import screen

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in this process, in a folder with a.txt and b.txt: status, output, errors."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The meeting is on 3 May.\n\nAll are invited.\n")
    (tmp_path / "b.txt").write_text("The meeting is on 5 May.\n\nAll are invited.\n")

    def run_it(*arguments: str) -> tuple[int, str, str]:
        try:
            status = cli.run(arguments)
        except SystemExit as end:
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_it


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--report", ""], "--report needs the name of a file"),
        (["--html", "-"], "--html needs the name of a file"),
        (["--html", "r.htm", "--json", "./r.htm"], "is named for two outputs"),
        (["--report", "r.HTML"], "--html does"),
        (["--json", "r.docx"], "--report does"),
        (["--json", "a.txt"], "is a file that this command reads"),
        (["--json", "loop/r.json"], "is not a folder"),
        (["--json", "."], "is not a folder to write a file in"),
        (["--date", "9999-12-31T23:59:59-12:00"], "from 1981 to 2106"),
        (["--date", "0001-01-01T00:00:00+14:00"], "from 1981 to 2106"),
        (["--date", "two\nlines"], "is not a date"),
        (["--colour"], "--colour"),
        (["one", "too many"], "too many"),
        (["--colour"], "unrecognized arguments: --colour; see sverka compare --help."),
        (["--language", "de"], "invalid choice: 'de' (choose from"),
        (["--encod", "utf-8"], "ambiguous option: --encod could match --encoding-old, "),
        (["--only", "number"], "There is no report for --only; ask for one"),
        (["--session", "s.sverka", "--sections", "map", "--json", "-"], "--sections, --session"),
        (["--html", "r.html", "--session", "no.sverka"], "“no.sverka” does not exist"),
        (["--decisions", "no.json"], "“no.json” does not exist"),
        (["--html", "r.html", "--reviewed"], "--reviewed needs the session"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line_before_anything_is_written(
    run: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    before = sorted(tmp_path.iterdir())
    status, output, errors = run("compare", "a.txt", "b.txt", *arguments)
    assert (status, output) == (2, "")
    assert errors.startswith("sverka: ")
    assert said in errors
    assert errors.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_an_error_is_said_in_the_language_of_the_command(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = run("compare", "a.txt", "none.txt", "--language", "ru")
    monkeypatch.setenv("LANGUAGE", "ru")
    assert asked == run("compare", "a.txt", "none.txt")
    assert asked[2] == "sverka: Файла «none.txt» нет; проверьте имя и папку.\n"
    english = run("compare", "a.txt", "none.txt", "--language", "en")[2]
    assert english.startswith("sverka: “none.txt” does not exist")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "не хватает аргументов: NEW;"),
        (["a.txt", "b.txt", "--colour"], "неизвестные аргументы: --colour;"),
        (["a.txt", "b.txt", "--date"], "аргумент --date: нужно одно значение;"),
        (["a.txt", "b.txt", "--only", "x"], "аргумент --only: «x» нет среди number,"),
    ],
)
def test_wrong_arguments_are_refused_in_one_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")
    status, _output, errors = run("compare", *arguments)
    assert status == 2
    assert said in errors
    assert errors.endswith("; см. sverka compare --help.\n")


@pytest.mark.parametrize("code", ["ru", "ky"])
def test_the_help_is_in_one_language_and_breaks_no_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("LANGUAGE", code)
    monkeypatch.setenv("COLUMNS", "80")
    _status, output, _errors = run("compare", "--help")
    assert not {"usage", "positional", "show", "options:"} & set(output.split())
    assert {"quotation,", "punctuation,", "typography,"} <= set(output.split())


def test_a_folder_closed_to_writing_is_said_before_the_work(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_arguments: False)  # root may write anywhere
    status, output, errors = run("compare", "a.txt", "missing.txt", "--report", "r.docx")
    assert (status, output) == (2, "")
    assert "you may not write in the folder" in errors


def test_two_reports_may_both_go_to_the_null_device(run: Run) -> None:
    before = os.stat(os.devnull).st_mode
    status, _output, errors = run(
        "compare", "a.txt", "b.txt", "--json", "/dev/null", "--html", "/dev/null"
    )
    assert (status, errors) == (1, "")
    assert os.stat(os.devnull).st_mode == before


def test_the_first_and_the_last_day_allowed_date_a_report(run: Run) -> None:
    for date in ("1981-01-01T00:00+14:00", "2106-12-31T23:59-12:00"):
        outputs = ("--report", "r.docx", "--html", "r.html", "--xlsx", "r.xlsx")
        assert run("compare", "a.txt", "b.txt", "--quiet", "--date", date, *outputs) == (1, "", "")


def test_no_more_is_printed_than_is_read_and_the_rest_is_counted(run: Run, tmp_path: Path) -> None:
    letters = str.maketrans("0123456789", "абвгдежзик")
    mixed = [f"Сл{i:03}oво".translate(letters) for i in range(203)]  # the o is Latin
    paragraphs = [f"{word} stands in a gap." for word in mixed]
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs))
    (tmp_path / "b.txt").write_text("\n\n".join(p.replace("gap", "hole") for p in paragraphs))
    _status, output, _errors = run("inspect", "a.txt")
    assert output.count("# Mixed alphabets") == 200
    assert "… and 3 more findings; --json has them all." in output
    _status, output, _errors = run("compare", "a.txt", "b.txt")
    assert output.count("{+hole+}") == 200
    assert "… and 3 more changes; --report or --json has them all." in output


def test_what_would_deceive_the_reader_is_printed_so_that_it_is_seen(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("It costs 10 kg. Right \u202eturned text here.", "utf-8")
    (tmp_path / "b.txt").write_text("It costs 10\u00a0kg. Right \u202eturned words here.", "utf-8")
    _status, output, _errors = run("compare", "a.txt", "b.txt")
    assert "10[-␣-]{+⍽+}kg" in output
    assert "\u202e" not in output
    assert "⟨U+202E⟩" in output


def process(folder: Path, *arguments: str, redirect: str = "") -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, its streams redirected by a shell."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {redirect}', "sh", sys.executable, "-m", "sverka", *arguments],
        cwd=folder,
        env={**os.environ, "LANGUAGE": "en"},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize("more", [[], ["--json", "-"]])
@pytest.mark.parametrize("redirect", [">/dev/full", ">&-"])
def test_an_output_that_takes_nothing_is_trouble_said_in_one_line(
    tmp_path: Path, more: list[str], redirect: str
) -> None:
    done = process(tmp_path, "compare", "a.txt", "b.txt", *more, redirect=redirect)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("sverka: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("run")
def test_without_standard_error_the_status_is_the_same_and_output_is_clean(tmp_path: Path) -> None:
    done = process(tmp_path, "compare", "a.txt", "missing.txt", redirect="2>&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert process(tmp_path, "compare", "a.txt", "b.txt", redirect="2>&-").returncode == 1


@pytest.mark.usefixtures("run")
def test_a_reader_that_has_seen_enough_ends_the_program_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(f"Paragraph {i} is here." for i in range(2000)))
    (tmp_path / "b.txt").write_text("\n\n".join(f"Paragraph {i} was here." for i in range(2000)))
    for more in ([], ["--json", "-"]):
        done = process(tmp_path, "compare", "a.txt", "b.txt", *more, redirect="| head -c 5")
        assert (len(done.stdout), done.stderr) == (5, "")


def test_an_id_that_no_finding_has_is_said_and_the_work_is_done(run: Run) -> None:
    Path("d.json").write_text('{"f-00": "kept", "f-01": "removed"}', "utf-8")
    status, _output, errors = run("inspect", "a.txt", "--decisions", "d.json")
    assert (status, errors.strip().splitlines()) == (
        0,
        ["sverka: “d.json” decides about f-00, f-01, but no finding has these ids."],
    )


def test_an_id_that_a_finding_has_passes_unsaid(run: Run) -> None:
    Path("c.txt").write_text("Собрался Cовет.\n", "utf-8")
    document = read("c.txt")
    (finding,) = screen(document).findings
    Path("d.json").write_text(json.dumps({finding.key: "kept"}), "utf-8")
    assert run("inspect", "c.txt", "--decisions", "d.json")[2] == ""


def test_an_encoding_that_a_format_has_no_need_of_is_said(run: Run) -> None:
    document = docx.Document()
    document.add_paragraph("The meeting is on 3 May.")
    document.save("e.docx")
    errors = run("compare", "e.docx", "a.txt", "--encoding-old", "cp1251")[2]
    assert "sverka: --encoding-old was not needed: the format of “e.docx” knows" in errors
    assert "not needed" not in run("compare", "a.txt", "a.txt", "--encoding-old", "utf-8")[2]


def test_a_protected_pdf_is_compared_and_inspected_with_its_password(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "plain.pdf").write_bytes(small_pdf("The meeting is on 3 May."))
    closed = protected(small_pdf("The meeting is on 5 May."), "word")
    (tmp_path / "closed.pdf").write_bytes(closed)
    status, _printed, said = run("compare", "plain.pdf", "closed.pdf")
    assert status == 2
    assert "protected with a password" in said
    assert "--password-new" in said
    assert run("compare", "plain.pdf", "closed.pdf", "--password-new", "word")[0] == 1
    status, _printed, said = run("inspect", "closed.pdf", "--password", "no-such-word")
    assert status == 2
    assert "not the right one" in said
    assert "no-such-word" not in said
    assert run("inspect", "closed.pdf", "--password", "word")[0] == 0
