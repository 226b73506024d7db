"""The page about adding a format is right: what it says is done, word for word."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PAGE = TOP / "desktop" / "adding-a-format.md"
SONG = "LYRICS\n# The ferry\n\nThe ferry leaves at eight.\n\nNobody waves.\n"


def blocks_of_code(language: str) -> list[str]:
    text = PAGE.read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def install(folder: Path, code: str) -> None:
    """Lay the package of the page into a folder, as pip does."""
    (project,) = map(tomllib.loads, blocks_of_code("toml"))
    (group,) = project["project"]["entry-points"].items()
    lines = [f"[{group[0]}]", *(f"{name} = {value}" for name, value in group[1].items())]
    (folder / "sverka_lyrics.py").write_text(code, "utf-8")
    name, version = project["project"]["name"], project["project"]["version"]
    information = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8"
    )
    (information / "entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")


def sverka(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program with the package installed beside it."""
    start = "import sys; from sverka.main import main; sys.exit(main(sys.argv[1:]))"
    program = f"import sys; sys.path.insert(0, {str(folder)!r}); {start}"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        timeout=60,
    )


@pytest.fixture
def reader() -> str:
    (code,) = blocks_of_code("python")
    return code


def test_a_reader_made_as_the_page_says_reads_its_format(tmp_path: Path, reader: str) -> None:
    install(tmp_path, reader)
    (tmp_path / "song.lyrics").write_text(SONG, "utf-8")
    (tmp_path / "new.lyrics").write_text(SONG.replace("eight", "nine"), "utf-8")
    ((command),) = blocks_of_code("sh")
    shown = sverka(tmp_path, *command.split()[1:], "--json", "-")
    assert shown.returncode == 0, shown.stderr
    assert '"format": "lyrics"' in shown.stdout
    assert '"kind": "heading"' in shown.stdout
    compared = sverka(tmp_path, "compare", "song.lyrics", "new.lyrics")
    assert compared.returncode == 1, compared.stderr
    assert "eight" in compared.stdout


def test_the_worker_process_knows_the_reader_too(tmp_path: Path, reader: str) -> None:
    install(tmp_path, reader)
    (tmp_path / "song.lyrics").write_text(SONG, "utf-8")
    script = tmp_path / "in_a_process.py"
    script.write_text(
        "import multiprocessing, sys\n"
        "from sverka.readers import read\n"
        "def formats(path):\n"
        "    return read(path).format\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.get_context('spawn').Pool(1) as pool:\n"
        "        print(pool.apply(formats, ('song.lyrics',)))\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    assert done.stdout.strip() == "lyrics", done.stderr


def test_a_reader_that_cannot_be_loaded_is_named_with_its_reason(
    tmp_path: Path, reader: str
) -> None:
    install(tmp_path, "import no_such_module\n" + reader)
    (tmp_path / "song.lyrics").write_bytes(b"LYRICS\n\0\1\2\3" * 200)
    refused = sverka(tmp_path, "inspect", "song.lyrics")
    assert refused.returncode == 2
    assert "lyrics" in refused.stderr
    assert "No module named 'no_such_module'" in refused.stderr
    assert refused.stderr.count("\n") == 1
    (tmp_path / "song.lyrics").write_text(SONG, "utf-8")
    shown = sverka(tmp_path, "inspect", "song.lyrics")
    assert shown.returncode == 0
    assert "No module named 'no_such_module'" in shown.stdout + shown.stderr


def test_the_architecture_page_leads_there() -> None:
    assert f"]({PAGE.name})" in (TOP / "desktop" / "ARCHITECTURE.md").read_text("utf-8")
