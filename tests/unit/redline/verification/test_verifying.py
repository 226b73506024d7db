"""A right redline is verified, and one broken by a single mutation is not, whatever the kind."""

import json
import random
import sys
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

import broken_redline
import made_redline
from sverka import verify
from sverka.model import FlawCode, Layer, ReadError, Tracked, Verification, Way
from sverka.redline import verification

SEEDS = range(3)
SHARED = Path(__file__).resolve().parents[5] / "shared"


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    return made_redline.everything().save(tmp_path_factory.mktemp("right"))


def verified(parts: dict[str, bytes], right: tuple[Path, Path, Path], folder: Path) -> Verification:
    path = folder / "broken.docx"
    made_redline.write_package(path, parts)
    return verify(path, right[1], right[2])


def test_a_right_redline_of_everything_has_no_flaw(right: tuple[Path, Path, Path]) -> None:
    assert verify(*right).flaws == ()


@pytest.mark.parametrize("seed", range(60))
def test_right_redlines_drawn_by_lot_have_no_flaw(seed: int, tmp_path: Path) -> None:
    made = made_redline.at_random(random.Random(seed))
    assert verify(*made.save(tmp_path)).flaws == ()


@pytest.mark.parametrize("seed", range(10))
def test_neither_version_is_the_redline_of_both(seed: int, tmp_path: Path) -> None:
    _redline, old, new = made_redline.at_random(random.Random(1000 + seed)).save(tmp_path)
    assert not verify(old, old, new).verified
    assert not verify(new, old, new).verified


@pytest.mark.parametrize("name", sorted(broken_redline.KINDS))
def test_a_broken_redline_is_not_verified(
    name: str, right: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    parts = made_redline.read_package(right[0])
    for seed in SEEDS:
        broken = broken_redline.broken(parts, name, random.Random(f"{name}{seed}"))
        assert not verified(broken, right, tmp_path).verified, (name, seed)


def test_a_redline_broken_beside_its_body_is_not_verified(
    right: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    parts = made_redline.read_package(right[0])
    for name, broken in broken_redline.broken_parts(parts):
        assert not verified(broken, right, tmp_path).verified, name


def test_more_than_two_hundred_mutations_are_tried() -> None:
    assert len(broken_redline.KINDS) * len(SEEDS) >= 200


def test_a_flaw_says_which_way_in_which_paragraph_and_what_stands_there(
    right: tuple[Path, Path, Path],
) -> None:
    _redline, old, new = right
    flaw = verify(old, old, new).flaws[0]
    assert (flaw.layer, flaw.code, flaw.way) == (Layer.TEXT, FlawCode.TEXT_DIFFERS, Way.ACCEPTED)
    assert (flaw.paragraph, flaw.expected) == (0, "The ferry leaves at nine")
    assert flaw.found == "The ferry leaves at eight"


def test_bytes_are_verified_as_files_are(right: tuple[Path, Path, Path]) -> None:
    redline, old, new = (path.read_bytes() for path in right)
    assert verify(redline, old, new).verified


def test_what_is_no_docx_is_refused_in_a_sentence(right: tuple[Path, Path, Path]) -> None:
    with pytest.raises(ReadError, match="is no DOCX"):
        verification.verify(b"plain text", right[1], right[2])
    stream = BytesIO()
    xlsxwriter.Workbook(stream).close()
    with pytest.raises(ReadError, match="is no DOCX"):
        verification.verify(stream.getvalue(), right[1], right[2])


def test_with_an_author_the_changes_of_others_stay(tmp_path: Path) -> None:
    theirs = '<w:ins w:id="4" w:author="Aida" w:date="2026-01-01T00:00:00Z">'

    def anothers(pen: made_redline.Pen) -> str:
        return f"{theirs}{made_redline.text('hers ')}</w:ins>"

    made = made_redline.Made(
        [made_redline.Block([anothers, made_redline.deleted("old"), made_redline.inserted("new")])]
    )
    paths = made.save(tmp_path)
    assert verify(*paths, author="Sverka", tracked=Tracked.KEEP).verified
    assert not verify(*paths, author="Sverka").verified


def test_an_empty_paragraph_that_has_to_stay_is_told_and_not_grave(tmp_path: Path) -> None:
    one = made_redline.Block([made_redline.kept("One")])
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    redline, _old, new = made_redline.Made([one, made_redline.Block([])]).save(tmp_path / "a")
    _redline, old, _new = made_redline.Made([one]).save(tmp_path / "b")
    assert not verify(redline, old, new).verified
    parts = made_redline.read_package(redline)
    mark = b'<w:ins w:id="9" w:author="Sverka" w:date="2026-11-25T10:00:00Z"/>'
    tracked = b"<w:p><w:pPr><w:rPr>" + mark + b"</w:rPr></w:pPr></w:p>"
    body = parts["word/document.xml"].replace(b"<w:p></w:p>", tracked)
    assert tracked in body
    made_redline.write_package(redline, parts | {"word/document.xml": body})
    found = verify(redline, old, new)
    assert found.verified
    assert [flaw.code for flaw in found.flaws] == [FlawCode.EMPTY_EXTRA]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not here")
@pytest.mark.parametrize("seed", range(5))
def test_an_independent_judge_agrees_on_right_redlines(seed: int, tmp_path: Path) -> None:
    sys.path.insert(0, str(SHARED / "tools"))
    import check_redline

    redline, old, new = made_redline.at_random(random.Random(seed)).save(tmp_path)
    found = check_redline.check(str(old), str(new), str(redline))
    assert found["accept"]["strict"], json.dumps(found)
    assert found["reject"]["strict"], json.dumps(found)
