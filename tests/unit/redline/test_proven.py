"""A redline that fails is written in whole paragraphs where it fails, and verified again."""

from pathlib import Path

import pytest

import made_redline
from sverka.model import Flaw, FlawCode, Layer, Verification
from sverka.readers.intake import Intake, take_in
from sverka.redline import RedlineOptions, prove, proven

MISSING = Flaw(Layer.TEXT, FlawCode.TEXT_MISSING, part="word/document.xml", cell=((0, 1),))
TWICE = Flaw(Layer.MINIMALITY, FlawCode.PAINTED_TWICE, subject="words")


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Intake, Intake]:
    _redline, old, new = made_redline.everything().save(tmp_path)
    return take_in(old), take_in(new)


def answering(monkeypatch: pytest.MonkeyPatch, *verdicts: Verification) -> None:
    """Let the verifier give these verdicts one after the other."""
    left = list(verdicts)
    monkeypatch.setattr(proven, "verify", lambda *_, **__: left.pop(0))


def test_what_is_right_is_marked_as_finely_as_it_was(versions: tuple[Intake, Intake]) -> None:
    made = prove(*versions, RedlineOptions())
    assert made.verification.verified
    assert made.redlined.whole == ()


def test_a_cell_that_fails_is_written_in_whole_paragraphs_alone(
    versions: tuple[Intake, Intake], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, Verification((MISSING,)), Verification((TWICE,)))
    made = prove(*versions, RedlineOptions())
    assert made.verification.verified
    assert made.redlined.whole == ("word/document.xml/0.1",)


def test_then_its_whole_story_is(
    versions: tuple[Intake, Intake], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Verification((MISSING,))
    answering(monkeypatch, wrong, wrong, Verification())
    made = prove(*versions, RedlineOptions())
    assert made.verification.verified
    assert "word/document.xml" in made.redlined.whole


def test_what_fails_to_the_end_is_not_verified(
    versions: tuple[Intake, Intake], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, *[Verification((MISSING,))] * 3)
    assert not prove(*versions, RedlineOptions()).verification.verified


def test_the_whole_of_a_body_is_verified_in_whole_paragraphs(
    versions: tuple[Intake, Intake], monkeypatch: pytest.MonkeyPatch
) -> None:
    right = proven.verify
    verdicts = [Verification((Flaw(Layer.RULES, FlawCode.ORDER),))]
    monkeypatch.setattr(
        proven, "verify", lambda *a, **k: verdicts.pop() if verdicts else right(*a, **k)
    )
    made = prove(*versions, RedlineOptions())
    assert made.verification.flaws == ()
    assert made.redlined.whole == ("word/document.xml",)
