"""The collector of cycles is paused, and goes on as before."""

import gc

import pytest

from sverka import align
from sverka.collecting import without_collecting
from sverka.model import Cancelled, Stage


def test_the_collector_is_paused_only_inside() -> None:
    assert gc.isenabled()
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_goes_on_after_a_cancel() -> None:
    def cancelling(stage: Stage, fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        align(["a"], ["b"], progress=cancelling)
    assert gc.isenabled()
