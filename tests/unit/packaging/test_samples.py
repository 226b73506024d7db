import importlib.util
import re
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from openxml_audit import OpenXmlValidator

TOP = Path(__file__).parents[3]
SAMPLES = TOP / "resources" / "samples"


@pytest.fixture
def generator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """packaging/samples.py, writing to a folder of the test."""
    spec = importlib.util.spec_from_file_location("samples", TOP / "packaging" / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(__import__("sys").modules, "samples", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    return module


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_corrected_samples_are_what_the_generator_makes(
    generator: ModuleType, tmp_path: Path
) -> None:
    generator.main()
    made = sorted(tmp_path.iterdir())
    assert [path.name for path in made] == [p.name for p in sorted(SAMPLES.glob("*.docx"))]
    for path in made:
        assert parts(path) == parts(SAMPLES / path.name)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.docx")), ids=lambda p: p.name)
def test_the_corrected_samples_keep_to_the_schema(path: Path) -> None:
    assert OpenXmlValidator().validate(str(path)).errors == []


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.name)
def test_the_published_samples_have_what_their_readme_says(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[2:5] == lines[20:23]
    mixed = r"\b(?=\w*[a-zA-Z])(?=\w*[а-яА-Я])\w+\b"
    assert len(re.findall(mixed, lines[14])) == 1
    assert 300 <= sum(len(line.split()) for line in lines) <= 500
