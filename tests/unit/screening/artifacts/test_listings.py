"""Which paragraphs are told to be code or markup, and nothing is said of their spaces."""

from collections.abc import Callable

import pytest

from sverka.model import Document
from sverka.screening import screen
from sverka.screening.artifacts.listings import code_spans, listings_of

Text = Callable[[str], Document]


@pytest.mark.parametrize(
    "text",
    [
        "$ git log  --oneline",
        "<!-- regenerate the figures -->",
        '<p class="lead">Text</p>',
        "let x = vec![1,2]; foo(&x[0]);",
        "[guide]: https://example.org/guide,en",
        "[source,console]",
        "| Name | Betrag | Jahr |",
        "diff --git a/one b/one",
        "image::images/plan.png[Der Plan]",
        "std::vec::Vec",
        "SELECT name FROM t WHERE (a >= 1) AND (b <= 2) AND c_d = 'x_y';",
    ],
)
def test_code_and_markup_are_listings(text: str) -> None:
    assert listings_of([text]) == {0}


@pytest.mark.parametrize(
    "text",
    [
        "Die Gesellschaft haftet nach § 5 Abs. 2 (siehe dort) und/oder § 7.",
        "Le ministre <a demandé> un rapport.",
        "Совет принял решение (протокол № 5/2024) и утвердил смету.",
        "A price of $ 5 and a share of 3/4.",
        "委员会通过了决议（第3号）。",
        "[Applause, then silence.]",
        "-- Ну что же, -- сказал он.",
        "a < b and b > c follows.",
    ],
)
def test_prose_is_none(text: str) -> None:
    assert listings_of([text]) == frozenset()


def test_what_stands_between_fences_is_a_listing_whatever_it_says() -> None:
    texts = ["Before.", "```rust,ignore", "plain words  here", "```", "After."]
    assert listings_of(texts) == {1, 2, 3}
    assert listings_of(["Text.", "[source]", "----", "words", "----", "Text."]) == {1, 2, 3, 4}


def test_rules_between_parts_of_a_text_are_no_fences() -> None:
    assert (
        listings_of(["Erster Teil.", "-----", "Zweiter Teil.", "-----", "Dritter."]) == frozenset()
    )


def test_a_fence_that_never_closes_is_none() -> None:
    assert 1 not in listings_of(["```", "Alles Weitere ist Text."])


def test_code_quoted_in_running_text_is_found() -> None:
    assert code_spans("Nimm `a  b` und <code>c ,d</code>.") == [(5, 11), (16, 33)]


def test_nothing_is_said_of_spaces_and_repeats_in_code(text: Text) -> None:
    words = "Command ( one )  and two,three ; four  five six seven eight nine ten , eleven."
    code = f"```console\n\n{words}\n\n```\n\n```console\n\n{words}\n\n```"
    assert screen(text(code)).findings == ()
    assert screen(text(f"{words}\n\n{words}")).findings != ()


def test_nothing_is_said_of_spaces_in_quoted_code(text: Text) -> None:
    assert screen(text("Nimm den Befehl `ls  -l , pwd` und sieh nach.")).findings == ()
