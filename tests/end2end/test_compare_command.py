"""`sverka compare` and `sverka inspect` as a user runs them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sverka import compare
from sverka.review import Input, Remark, Session, State, change_keys, save

NAMES_STANDARD_INPUT = all(os.path.lexists(name) for name in ("/dev/stdin", "/dev/fd"))
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
PUBLISHED, CORRECTED = SAMPLES / "release-ru-published.txt", SAMPLES / "release-ru-corrected.docx"


def sverka(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sverka", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "en", **environment},
    )


def test_a_file_compared_with_itself_has_no_changes_and_exit_status_0() -> None:
    for file in (PUBLISHED, CORRECTED):
        done = sverka("compare", file, file)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Nothing changed" in done.stdout


def test_changes_give_exit_status_1_and_a_summary() -> None:
    done = sverka("compare", PUBLISHED, CORRECTED)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("release-ru-published.txt → release-ru-corrected.docx\n")
    assert "quotation" in done.stdout


def piped(data: bytes, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run it with this on its standard input, a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "sverka", *map(str, arguments)],
        input=data,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "en"},
    )


def test_standard_input_is_read_as_a_file_would_be_and_its_format_is_known() -> None:
    by_name = sverka("compare", PUBLISHED, CORRECTED)
    for data, *names in (
        (PUBLISHED.read_bytes(), "-", CORRECTED),
        (CORRECTED.read_bytes(), PUBLISHED, "-"),
    ):
        done = piped(data, "compare", *names)
        assert (done.returncode, done.stderr) == (1, b"")
        assert "<stdin>" in done.stdout.decode().split("\n", 1)[0]
        changes = [line for line in by_name.stdout.splitlines() if line.startswith("  ")]
        assert [line for line in done.stdout.decode().splitlines() if line[:2] == "  "] == changes
    inspected = piped(CORRECTED.read_bytes(), "inspect", "-", "--against", PUBLISHED)
    assert (inspected.returncode, inspected.stderr) == (0, b"")
    assert inspected.stdout.startswith(b"<stdin>: ")


@pytest.mark.skipif(not NAMES_STANDARD_INPUT, reason="this system names no standard input")
def test_a_pipe_is_read_by_its_name() -> None:
    done = piped(PUBLISHED.read_bytes(), "compare", "/dev/stdin", PUBLISHED)
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_input_is_read_once() -> None:
    done = piped(b"text", "compare", "-", "-")
    assert done.returncode == 2
    assert done.stderr.startswith(b"sverka: Standard input was named for both versions")
    assert done.stderr.count(b"\n") == 1
    if NAMES_STANDARD_INPUT:
        assert piped(b"text", "inspect", "-", "--against", "/dev/stdin").returncode == 2
        twice = piped(b"text", "compare", "/dev/stdin", "/dev/fd/0")
        assert twice.stderr.startswith("sverka: “/dev/stdin” was named for both".encode())


def test_the_summary_is_in_the_language_of_the_system() -> None:
    assert "изменени" in sverka("compare", PUBLISHED, CORRECTED, LANGUAGE="ru").stdout
    assert "өзгөрүү" in sverka("compare", PUBLISHED, CORRECTED, LANGUAGE="ky").stdout


def test_json_on_standard_output_is_nothing_but_json() -> None:
    done = sverka("compare", PUBLISHED, CORRECTED, "--json", "-")
    value = json.loads(done.stdout)
    assert value["schema"] == "sverka.comparison/1"
    for change in value["changes"]:
        for side in ("old", "new"):
            if change[side]:
                text = value[side]["paragraphs"][change[side]["paragraph"]]["text"]
                assert text[change[side]["start"] : change[side]["end"]] == change[side]["text"]


def test_inspect_prints_a_readable_list_and_json() -> None:
    done = sverka("inspect", PUBLISHED)
    assert done.returncode == 0
    assert "Repeated header" in done.stdout
    value = json.loads(sverka("inspect", PUBLISHED, "--json", "-", "--against", CORRECTED).stdout)
    assert value["schema"] == "sverka.inspection/1"
    assert [f["decision"] for f in value["findings"] if f["kind"] == "running-header"] == [
        "removed"
    ]


def test_quiet_prints_nothing() -> None:
    done = sverka("compare", PUBLISHED, CORRECTED, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_output_is_the_same_whatever_the_hash_seed() -> None:
    outputs = {
        sverka("compare", PUBLISHED, CORRECTED, "--json", "-", PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1


def missing(folder: Path) -> Path:
    return folder / "missing.txt"


def empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.write_bytes(b"")
    return path


def a_folder(folder: Path) -> Path:
    path = folder / "folder"
    path.mkdir()
    return path


def jpeg_named_docx(folder: Path) -> Path:
    path = folder / "picture.docx"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 8)
    return path


def truncated_docx(folder: Path) -> Path:
    path = folder / "truncated.docx"
    data = CORRECTED.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def encrypted_docx(folder: Path) -> Path:
    """The head of an OLE compound file whose directory names an EncryptedPackage."""
    path = folder / "secret.docx"
    names = "".join(n.ljust(32, "\0") for n in ("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    path.write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + names.encode("utf-16-le") + bytes(2048)
    )
    return path


@pytest.mark.parametrize(
    "bad", [missing, empty, a_folder, jpeg_named_docx, truncated_docx, encrypted_docx]
)
@pytest.mark.parametrize("as_old", [True, False])
def test_what_cannot_be_read_ends_in_one_line_and_touches_no_output(
    tmp_path: Path, bad: Callable[[Path], Path], as_old: bool
) -> None:
    file = bad(tmp_path)
    report = tmp_path / "report.docx"
    report.write_text("what stood here before")
    pair = (file, CORRECTED) if as_old else (PUBLISHED, file)
    done = sverka("compare", *pair, "--report", report, "--json", tmp_path / "out.json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert file.name in done.stderr
    assert "Traceback" not in done.stderr
    assert report.read_text() == "what stood here before"
    assert not (tmp_path / "out.json").exists()


def test_an_input_is_never_taken_as_output(tmp_path: Path) -> None:
    copy = tmp_path / "mine.docx"
    shutil.copyfile(CORRECTED, copy)
    done = sverka("compare", PUBLISHED, copy, "--report", copy)
    assert done.returncode == 2
    assert copy.read_bytes() == CORRECTED.read_bytes()


@pytest.mark.parametrize(
    ("reads", "writes"),
    [
        (["--session"], ["--json"]),
        (["--decisions"], ["--json"]),
        (["--session"], ["--html"]),
        (["--decisions"], ["--report"]),
    ],
)
def test_nothing_the_command_reads_is_written_over(
    tmp_path: Path, reads: list[str], writes: list[str]
) -> None:
    kept = tmp_path / "kept"
    kept.write_text("{}")
    linked = tmp_path / "linked"
    linked.hardlink_to(kept)
    for name in (kept, linked):
        done = sverka("compare", PUBLISHED, CORRECTED, *reads, kept, *writes, name)
        assert done.returncode == 2
        assert name.name in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert kept.read_text() == "{}"


def test_an_inspection_does_not_overwrite_its_witness_or_decisions(tmp_path: Path) -> None:
    witness, decisions = tmp_path / "witness.txt", tmp_path / "d.json"
    witness.write_text("A line.\n")
    decisions.write_text("{}")
    for name in (witness, decisions):
        done = sverka(
            "inspect", PUBLISHED, "--against", witness, "--decisions", decisions, "--json", name
        )
        assert done.returncode == 2
        assert (witness.read_text(), decisions.read_text()) == ("A line.\n", "{}")


def test_an_output_folder_that_is_missing_is_said_before_the_work(tmp_path: Path) -> None:
    done = sverka("compare", PUBLISHED, CORRECTED, "--report", tmp_path / "no" / "r.docx")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_help_is_there_for_each_command() -> None:
    for arguments in (["--help"], ["compare", "--help"], ["inspect", "--help"]):
        done = sverka(*arguments)
        assert done.returncode == 0
        assert "usage: sverka" in done.stdout


def test_unknown_ignore_rules_are_refused() -> None:
    done = sverka("compare", PUBLISHED, CORRECTED, "--ignore", "colour")
    assert done.returncode == 2
    assert "colour" in done.stderr


def test_typography_can_be_ignored() -> None:
    plain = json.loads(sverka("compare", PUBLISHED, CORRECTED, "--json", "-").stdout)
    less = json.loads(
        sverka("compare", PUBLISHED, CORRECTED, "--ignore", "typography", "--json", "-").stdout
    )
    only_typography = [c for c in plain["changes"] if c["categories"] == ["typography"]]
    assert only_typography
    assert not [c for c in less["changes"] if c["categories"] == ["typography"]]


def test_one_run_writes_any_number_of_reports(tmp_path: Path) -> None:
    done = sverka(
        *("compare", PUBLISHED, CORRECTED, "--quiet", "--date", "2026-11-22", "--paper", "letter"),
        *("--report", tmp_path / "r.docx", "--html", tmp_path / "r.html"),
        *("--xlsx", tmp_path / "r.xlsx", "--json", tmp_path / "r.json", "--language", "ru"),
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.docx", "r.html", "r.json", "r.xlsx"]
    assert "Сверка" in (tmp_path / "r.html").read_text("utf-8")


def test_reports_with_a_date_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        arguments = ["--quiet", "--date", "2026-11-22", "--report", tmp_path / name]
        assert sverka("compare", PUBLISHED, CORRECTED, *arguments).returncode == 1
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_only_the_sections_asked_for_are_in_the_report(tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    sverka("compare", PUBLISHED, CORRECTED, "--html", page, "--sections", "changes")
    assert "Findings" not in page.read_text("utf-8")
    refused = sverka("compare", PUBLISHED, CORRECTED, "--html", page, "--sections", "poems")
    assert (refused.returncode, "poems" in refused.stderr) == (2, True)


def test_a_date_that_is_none_is_refused() -> None:
    done = sverka("compare", PUBLISHED, CORRECTED, "--date", "yesterday")
    assert (done.returncode, "yesterday" in done.stderr) == (2, True)


def test_a_file_of_decisions_brings_a_header_back_into_the_text(tmp_path: Path) -> None:
    plain = json.loads(sverka("compare", PUBLISHED, CORRECTED, "--json", "-").stdout)
    (header,) = [f for f in plain["old"]["findings"] if f["kind"] == "running-header"]
    decisions = tmp_path / "decisions.json"
    decisions.write_text(json.dumps({header["id"]: "kept"}))
    for command in (["compare", PUBLISHED, CORRECTED], ["inspect", PUBLISHED]):
        done = sverka(*command, "--json", "-", "--decisions", decisions)
        value = json.loads(done.stdout)
        version = value.get("old", value)
        (kept,) = [f for f in version["findings"] if f["id"] == header["id"]]
        assert kept["decision"] == "kept"
        assert len(version["paragraphs"]) > len(plain["old"]["paragraphs"])


@pytest.mark.parametrize("held", ["[]", "{", '{"a": "perhaps"}', "\udcff"])
def test_a_file_that_holds_no_decisions_is_refused_in_one_line(tmp_path: Path, held: str) -> None:
    path = tmp_path / "decisions.json"
    path.write_bytes(held.encode("utf-8", "surrogateescape"))
    done = sverka("compare", PUBLISHED, CORRECTED, "--decisions", path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "decisions.json" in done.stderr


def test_a_saved_session_brings_its_notes_into_the_report(tmp_path: Path) -> None:
    result = compare(PUBLISHED, CORRECTED)
    key = change_keys(result)[4]
    versions = [Input(v.document.path, v.document.sha256) for v in (result.old, result.new)]
    session = tmp_path / "work.sverka"
    save(Session(*versions, remarks={key: Remark(State.QUERY, "По записи?")}), session)
    page = tmp_path / "r.html"
    sverka("compare", PUBLISHED, CORRECTED, "--html", page, "--session", session)
    whole = page.read_text("utf-8")
    sverka("compare", PUBLISHED, CORRECTED, "--html", page, "--session", session, "--reviewed")
    only = page.read_text("utf-8")
    assert "По записи?" in whole
    assert "По записи?" in only
    assert len(only) < len(whole)
    refused = sverka("compare", PUBLISHED, CORRECTED, "--html", page, "--session", PUBLISHED)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
