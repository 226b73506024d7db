"""The worker outlives cancel, crash, kill and hang of its process, and says so."""

import os
import queue
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sverka.worker import Compare, Exported, Failed, Message, Progressed, Silent, Stopped, Worker
from sverka.worker.worker import GRACE

sys.path.insert(0, str(Path(__file__).parent))
from serving import obedient

News = queue.Queue[Message]
LIMIT = 20.0


@pytest.fixture
def heard() -> News:
    return queue.Queue()


@pytest.fixture
def worker(heard: News) -> Iterator[Worker]:
    made = Worker(heard.put, serve=obedient)
    yield made
    made.close()


def await_news(heard: News, wanted: Callable[[Message], bool]) -> Message:
    while True:
        news = heard.get(timeout=LIMIT)
        if wanted(news):
            return news


def final(news: Message) -> bool:
    return not isinstance(news, Progressed)


def ask(worker: Worker, deed: str) -> int:
    return worker.submit(Compare(deed, "new"))


def test_the_process_stays_between_jobs(worker: Worker, heard: News) -> None:
    ask(worker, "answer")
    first = await_news(heard, final)
    ask(worker, "answer")
    second = await_news(heard, final)
    assert isinstance(first, Exported)
    assert isinstance(second, Exported)
    assert first.path == second.path
    assert (first.job, second.job) == (1, 2)


def test_progress_is_told_of_the_job(worker: Worker, heard: News) -> None:
    number = ask(worker, "answer")
    assert await_news(heard, lambda news: isinstance(news, Progressed)).job == number


def test_a_cancelled_job_stops_and_the_process_stays(worker: Worker, heard: News) -> None:
    before = worker.process_id
    number = ask(worker, "long")
    await_news(heard, lambda news: isinstance(news, Progressed))
    worker.cancel()
    assert await_news(heard, final) == Stopped(number)
    assert worker.process_id == before


def test_a_job_that_hears_no_cancel_is_ended_with_its_process(worker: Worker, heard: News) -> None:
    before = worker.process_id
    number = ask(worker, "hang")
    await_news(heard, lambda news: isinstance(news, Progressed))
    asked_at = time.monotonic()
    worker.cancel()
    assert await_news(heard, final) == Stopped(number)
    assert time.monotonic() - asked_at >= GRACE * 0.9
    ask(worker, "answer")
    answer = await_news(heard, final)
    assert isinstance(answer, Exported)
    assert answer.path != str(before)


@pytest.mark.parametrize("deed", ["crash", "killed"])
def test_a_dead_process_ends_in_a_sentence_and_a_fresh_process(
    worker: Worker, heard: News, deed: str
) -> None:
    number = ask(worker, deed)
    failed = await_news(heard, final)
    assert isinstance(failed, Failed)
    assert failed.job == number
    assert ("ended by the system" in str(failed.error)) == (deed == "killed")
    ask(worker, "answer")
    assert isinstance(await_news(heard, final), Exported)


def test_a_process_killed_while_idle_is_replaced_for_the_next_job(
    worker: Worker, heard: News
) -> None:
    ask(worker, "answer")
    await_news(heard, final)
    pid = worker.process_id
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    ask(worker, "answer")
    answer = await_news(heard, final)
    assert isinstance(answer, Exported | Failed)
    ask(worker, "answer")
    assert isinstance(await_news(heard, final), Exported)


def test_a_new_job_gives_up_the_one_before_and_its_news_are_dropped(
    worker: Worker, heard: News
) -> None:
    first = ask(worker, "long")
    await_news(heard, lambda news: isinstance(news, Progressed))
    second = ask(worker, "answer")
    news = await_news(heard, final)
    assert isinstance(news, Exported)
    assert (first, news.job) == (1, second)


def test_a_new_job_after_one_that_hangs_is_handed_to_the_fresh_process(
    worker: Worker, heard: News
) -> None:
    ask(worker, "hang")
    await_news(heard, lambda news: isinstance(news, Progressed))
    second = ask(worker, "answer")
    news = await_news(heard, final)
    assert isinstance(news, Exported)
    assert news.job == second


def test_silence_is_told(heard: News) -> None:
    worker = Worker(heard.put, serve=obedient, patience=0.2)
    try:
        number = ask(worker, "hang")
        news = await_news(heard, lambda news: isinstance(news, Silent))
        assert news == Silent(number, 0.2)
    finally:
        worker.close()


def test_closing_twice_is_closing_once(heard: News) -> None:
    worker = Worker(heard.put, serve=obedient)
    worker.close()
    worker.close()
    assert heard.empty()
