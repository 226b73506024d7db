"""The real process compares, exports, refuses, in the language asked for."""

import os
import queue
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from sverka.comparison import compare
from sverka.language import language
from sverka.model import Decision, Options, Stage
from sverka.wording import error_words
from sverka.worker import (
    Compare,
    Compared,
    Export,
    Exported,
    Failed,
    Message,
    Progressed,
    Worker,
)

News = queue.Queue[Message]
OLD = "Title\n\nThe meeting is on 14 March in the old town hall.\n\nThe last paragraph stays.\n"
NEW = "Title\n\nThe meeting is on 15 March in the old town hall.\n\nThe last paragraph stays.\n"


@pytest.fixture
def heard() -> News:
    return queue.Queue()


@pytest.fixture
def worker(heard: News) -> Iterator[Worker]:
    made = Worker(heard.put)
    yield made
    made.close()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    return old, new


def final(heard: News) -> Message:
    while True:
        news = heard.get(timeout=60)
        if not isinstance(news, Progressed):
            return news


def test_the_comparison_is_the_one_made_here(
    worker: Worker, heard: News, files: tuple[Path, Path]
) -> None:
    old, new = files
    worker.submit(Compare(str(old), str(new)))
    news = final(heard)
    assert isinstance(news, Compared)
    here = compare(old, new, Options())
    assert news.comparison.changes == here.changes
    assert news.comparison.alignment.links == list(here.alignment.links)
    assert news.comparison.old.paragraphs == here.old.paragraphs
    assert news.comparison.statistics == here.statistics


def test_a_report_is_written_on_the_comparison_made_last(
    worker: Worker, heard: News, files: tuple[Path, Path], tmp_path: Path
) -> None:
    job = Compare(*map(str, files))
    worker.submit(job)
    news = final(heard)
    assert isinstance(news, Compared)
    shas = (news.comparison.old.document.sha256, news.comparison.new.document.sha256)
    target = tmp_path / "report.docx"
    worker.submit(Export(job, str(target), *shas))
    assert final(heard) == Exported(2, str(target))
    assert docx.Document(str(target)).paragraphs


def test_a_report_on_files_that_changed_since_is_refused(
    worker: Worker, heard: News, files: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "report.docx"
    worker.submit(Export(Compare(*map(str, files)), str(target), "0" * 64, "0" * 64))
    news = final(heard)
    assert isinstance(news, Failed)
    assert "changed" in str(news.error)
    assert not target.exists()


def test_a_report_that_cannot_be_written_ends_in_a_sentence(
    worker: Worker, heard: News, files: tuple[Path, Path], tmp_path: Path
) -> None:
    job = Compare(*map(str, files))
    worker.submit(job)
    news = final(heard)
    assert isinstance(news, Compared)
    shas = (news.comparison.old.document.sha256, news.comparison.new.document.sha256)
    worker.submit(Export(job, str(tmp_path / "no" / "such" / "folder.docx"), *shas))
    failed = final(heard)
    assert isinstance(failed, Failed)
    assert "folder.docx" in str(failed.error)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_the_window_takes_no_pipe_since_it_reads_again_after_decisions(
    worker: Worker, heard: News, files: tuple[Path, Path], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    worker.submit(Compare(str(files[0]), str(tmp_path / "pipe")))
    news = final(heard)
    assert isinstance(news, Failed)
    assert "no ordinary file" in str(news.error)


def stages(heard: News) -> tuple[set[Stage], Message]:
    """The stages told of on the way to the final message, and that message."""
    seen: set[Stage] = set()
    while True:
        news = heard.get(timeout=60)
        if not isinstance(news, Progressed):
            return seen, news
        seen.add(news.stage)


def test_after_a_decision_nothing_is_read_again(
    worker: Worker, heard: News, files: tuple[Path, Path]
) -> None:
    names = tuple(map(str, files))
    worker.submit(Compare(*names))
    first, _ = stages(heard)
    worker.submit(Compare(*names, Options(decisions={"old:page-number:1:0": Decision.KEPT})))
    second, news = stages(heard)
    assert isinstance(news, Compared)
    assert Stage.READING in first
    assert Stage.READING not in second


def test_a_file_that_changed_is_read_again(
    worker: Worker, heard: News, files: tuple[Path, Path]
) -> None:
    job = Compare(*map(str, files))
    worker.submit(job)
    assert isinstance(final(heard), Compared)
    files[1].write_text(OLD, "utf-8")
    worker.submit(job)
    news = final(heard)
    assert isinstance(news, Compared)
    assert news.comparison.changes == ()


def test_a_missing_file_ends_in_its_sentence(worker: Worker, heard: News, tmp_path: Path) -> None:
    worker.submit(Compare(str(tmp_path / "none.txt"), str(tmp_path / "none.txt")))
    news = final(heard)
    assert isinstance(news, Failed)
    assert "none.txt" in str(news.error)
    assert error_words(news.error, language("ru")).startswith("Файла «")
