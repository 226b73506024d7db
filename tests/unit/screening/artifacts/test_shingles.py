from sverka.screening.artifacts.shingles import Vocabulary, shingles_of


def shared(*texts: str) -> list[tuple[list[int], int]]:
    known = Vocabulary()
    return list(shingles_of([known.numbers(text.split()) for text in texts], known))


def test_words_come_back_from_their_numbers() -> None:
    known = Vocabulary()
    numbers = known.numbers("b a b".split())
    assert list(numbers) == [0, 1, 0]
    assert known.words(numbers) == ["b", "a", "b"]
    assert known.letters(known.numbers(["abc", "b"])) == 4


def test_runs_of_words_that_two_paragraphs_have_are_told_of_both() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    other = " ".join(f"other{n}" for n in range(60))
    (first, all_first), (alone, all_alone), (second, all_second) = shared(text, other, text)
    assert first == second
    assert len(first) == all_first == all_second
    assert 5 < len(first) < 30
    assert (alone, all_alone > 5) == ([], True)


def test_a_run_that_a_paragraph_has_twice_counts_once() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    (once, _), (twice, in_all) = shared(text, f"{text} {text}")
    assert sorted(set(once) & set(twice)) == sorted(once)
    assert len(twice) == len(set(twice)) <= in_all


def test_runs_do_not_reach_from_one_paragraph_into_the_next() -> None:
    words = [f"word{n}" for n in range(60)]
    halves = [" ".join(words[k : k + 2]) for k in range(0, 60, 2)]
    assert shared(*halves) == [([], 0)] * 30


def test_no_paragraphs_have_no_runs() -> None:
    assert shared() == []
