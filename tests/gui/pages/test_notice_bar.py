"""The bar of notices: where an encoding is doubtful, the other one is a click away."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from sverka import compare
from sverka.gui.pages.notice_bar import NoticeBar
from sverka.model import Comparison, Options, Side

TEXT = "The room was kept at 21 °C, and nobody dared to touch the dial."


@pytest.fixture
def bar(qapp: QApplication) -> NoticeBar:
    """The bar by itself; it keeps its parent alive."""
    parent = QWidget()
    made = NoticeBar(parent)
    made.parent_kept = parent  # type: ignore[attr-defined]
    return made


def compared(folder: Path, options: Options | None = None) -> Comparison:
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(TEXT, encoding="utf-8")
    new.write_bytes(TEXT.encode("cp850"))
    return compare(old, new, options)


def test_the_other_encoding_of_a_doubtful_text_is_a_click_away(
    bar: NoticeBar, tmp_path: Path
) -> None:
    chosen: list[tuple[object, object]] = []
    bar.encoding_chosen.connect(lambda side, encoding: chosen.append((side, encoding)))
    comparison = compared(tmp_path)
    bar.show_notices(comparison)
    button = bar.other_encoding[Side.NEW]
    assert not button.isHidden()
    assert bar.other_encoding[Side.OLD].isHidden()
    alternative = str(comparison.notices[0].values["alternative"])
    assert alternative.upper() in button.text()
    button.click()
    assert chosen == [(Side.NEW, alternative)]


def test_an_encoding_that_was_named_is_not_asked_about(bar: NoticeBar, tmp_path: Path) -> None:
    bar.show_notices(compared(tmp_path, Options(encoding_new="cp850")))
    assert all(button.isHidden() for button in bar.other_encoding.values())
    bar.say("Something went wrong.")
    assert all(button.isHidden() for button in bar.other_encoding.values())
