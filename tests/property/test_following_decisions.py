"""A decision stays with its finding when alike ones come or go elsewhere in the file."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sverka.model import Decision, Document, Finding, Side
from sverka.readers import read_text
from sverka.screening import screen

PLACES = "устье приток плотина остров гавань маяк перекат затон".split()
SOME = st.sets(st.sampled_from(range(len(PLACES))), max_size=4)


def minutes(with_trouble: set[int]) -> Document:
    """A paragraph for each place; those asked for have a word with a Latin letter in it."""
    return read_text(
        "\n\n".join(
            f"Утром {place} осмотрели капитаны, а потом {'C' if k in with_trouble else 'С'}овет"
            f" решил, что {place} откроют весной, когда сойдёт лёд и {place} будет видно с берега."
            for k, place in enumerate(PLACES)
        ),
        "minutes.txt",
    )


def troubles(document: Document, **asked: object) -> dict[int, Finding]:
    """The findings by the number of their paragraph."""
    screening = screen(document, side=Side.NEW, **asked)  # type: ignore[arg-type]
    return {f.place.paragraph: f for f in screening.findings if f.place is not None}


@settings(max_examples=60, deadline=None)
@given(SOME, SOME, SOME)
def test_adding_and_removing_alike_findings_leaves_the_decisions_of_the_others(
    before: set[int], after: set[int], asked: set[int]
) -> None:
    # One that went and one that came elsewhere, with no other like them, are taken for the same.
    assume(not (len(before) == len(after) == 1 and before != after))
    found = troubles(minutes(before))
    assert set(found) == before
    decided = {found[k].key: Decision.REMOVED for k in asked & before}
    then = troubles(minutes(after), decisions=decided)
    assert {k for k, f in then.items() if f.decision is Decision.REMOVED} == asked & before & after
