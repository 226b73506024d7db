from sverka.screening.furniture.number_chains import CountingNumber, best_chain, rising


def test_numbers_that_keep_step_with_the_text_are_a_chain() -> None:
    pages = [CountingNumber(40 * k, 2000 * k, k) for k in range(1, 9)]
    table = [CountingNumber(171 + k, 8300 + 10 * k, 3 + k) for k in range(5)]
    chain = best_chain(sorted([*pages, *table], key=lambda number: number.line))
    assert chain is not None
    assert [number.line for number in chain.members] == [40 * k for k in range(1, 9)]
    assert chain.coverage == 1.0


def test_a_chain_may_leave_out_pages() -> None:
    pages = [CountingNumber(40 * k, 2000 * k, k) for k in (1, 2, 3, 5, 6, 9)]
    chain = best_chain(pages)
    assert chain is not None
    assert [number.value for number in chain.members] == [1, 2, 3, 5, 6, 9]


def test_numbers_nearer_than_pages_make_no_chain() -> None:
    assert best_chain([CountingNumber(k, 50 * k, k) for k in range(1, 20)]) is None


def test_the_number_that_rises_is_chosen_among_others() -> None:
    assert rising([(2617, 7), (2617, 8), (2617, 9), (2617, 10)]) == [7, 8, 9, 10]


def test_a_number_that_does_not_fit_the_rise_is_left_out() -> None:
    assert rising([(18,), (1, 6), (19,), (20,), (21,)]) == [18, None, 19, 20, 21]
    assert rising([]) == []
