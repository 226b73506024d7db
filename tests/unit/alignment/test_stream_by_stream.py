"""Notes are linked with notes, and the links of all streams come in reading order."""

from collections.abc import Sequence

from sverka.alignment import align, align_streams
from sverka.model import Alignment, LinkKind, Part

BODY, NOTE, COMMENT = Part.BODY, Part.FOOTNOTE, Part.COMMENT
Version = Sequence[tuple[Part, str]]


def aligned(old: Version, new: Version) -> Alignment:
    def stream(here: Sequence[int], there: Sequence[int]) -> Alignment:
        return align([old[k][1] for k in here], [new[k][1] for k in there])

    return align_streams([part for part, _ in old], [part for part, _ in new], stream)


def rows(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], LinkKind]]:
    return [(link.old, link.new, link.kind) for link in alignment.links]


OLD = (
    (BODY, "Das Haus am See steht seit hundert Jahren leer."),
    (BODY, "Niemand weiß, wem es heute gehört."),
    (NOTE, "Siehe den Bericht der Stadt von 1999."),
    (NOTE, "Grundbuch, Blatt 12."),
)


def test_a_sentence_of_the_body_is_no_partner_for_a_note() -> None:
    new = (OLD[0], (BODY, OLD[2][1]), (NOTE, OLD[1][1]), OLD[3])
    assert rows(aligned(OLD, new)) == [
        ((0,), (0,), LinkKind.EQUAL),
        ((1,), (), LinkKind.DELETED),
        ((), (1,), LinkKind.INSERTED),
        ((2,), (), LinkKind.DELETED),
        ((), (2,), LinkKind.INSERTED),
        ((3,), (3,), LinkKind.EQUAL),
    ]


def test_a_version_that_knows_only_a_body_is_aligned_with_all_streams() -> None:
    new = tuple((BODY, text) for _, text in OLD)
    assert [link.kind for link in aligned(OLD, new).links] == [LinkKind.EQUAL] * 4


def test_a_stream_of_one_version_goes_with_the_body_in_the_order_of_the_new_one() -> None:
    old = (*OLD, (COMMENT, "Bitte prüfen, ob das Blatt stimmt."))
    new = (OLD[0], OLD[2], OLD[3], OLD[1])
    links = aligned(old, new).links
    assert [link.new for link in links if link.new] == [(0,), (1,), (2,), (3,)]
    assert sorted(k for link in links for k in link.old) == list(range(5))


def test_a_first_note_that_was_deleted_is_read_after_the_body() -> None:
    links = rows(aligned(OLD, (*OLD[:2], OLD[3])))
    assert links[2] == ((2,), (), LinkKind.DELETED)
