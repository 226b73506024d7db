"""Words that were recognised in a picture without certainty are found."""

from sverka.model import (
    Block,
    BlockKind,
    Document,
    FindingKind,
    RecognisedWord,
    Run,
    Source,
    Traits,
)
from sverka.screening import screen


def line(number: int, *words: tuple[str, int]) -> Block:
    """A line that was recognised, with how certain each word is."""
    runs = tuple(Run(f"{text} ", certainty=certainty) for text, certainty in words[:-1])
    last = Run(words[-1][0], certainty=words[-1][1])
    top = 700.0 - 14 * number
    box = (72.0, top - 10, 500.0, top)
    return Block(BlockKind.PARAGRAPH, (*runs, last), source=Source(page=1, box=box))


def document(*lines: Block) -> Document:
    return Document("a.pdf", "pdf", "", blocks=lines, traits=Traits(paged=True, printed_lines=True))


def test_neighbours_are_told_together_by_the_worst_of_them() -> None:
    found = screen(document(line(0, ("The", 96), ("lijht", 30), ("bums", 60), ("here.", 95))))
    [finding] = [f for f in found.findings if f.kind is FindingKind.UNCERTAIN_WORD]
    assert finding.text == "lijht bums"
    assert finding.reasons[0].values == {"percent": 30}


def test_words_keep_their_certainty_across_lines() -> None:
    found = screen(
        document(line(0, ("The", 96), ("light", 95)), line(1, ("burns", 84), ("on.", 85)))
    )
    [paragraph] = found.paragraphs
    assert paragraph.text == "The light burns on."
    assert paragraph.recognised == (
        RecognisedWord(0, 3, 96),
        RecognisedWord(4, 9, 95),
        RecognisedWord(10, 15, 84),
        RecognisedWord(16, 19, 85),
    )
    assert [f.text for f in found.findings] == ["burns"]


def test_text_that_the_file_itself_has_is_not_uncertain() -> None:
    block = Block(BlockKind.PARAGRAPH, (Run("The light burns."),))
    assert screen(Document("a.txt", "text", "", blocks=(block,))).findings == ()
