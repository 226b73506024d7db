"""Finds what is quoted: the stretches of a text between quotation marks."""

from collections.abc import Sequence

from sverka.differences.edit_thresholds import DEEPEST, MOST_CARRIED
from sverka.differences.inside_words import Offsets
from sverka.patterns import late_pattern

_MARK = late_pattern('[«»‹›“”„‟"＂「」『』]')
"""Single marks are left out: they are apostrophes more often than quotations. `text.signs.QUOTES`
is about how marks look, not about what is quoted."""

_CLOSED_BY = {
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "„": "“”",
    "‟": "”",
    "“": "”",
    "”": "”",
    '"': '"',
    "＂": "＂",
    "「": "」",
    "『": "』",
}
"""What an opening mark is closed by; »German« and ”Swedish” quotations included."""

_OPENS_BY_ITSELF = frozenset("«‹“„‟「『")


def quotations_of(texts: Sequence[str]) -> list[tuple[Offsets, ...]]:
    """What is quoted in each of the paragraphs of one version, in code points, without the marks.

    Quotations may be nested: the outermost counts. One that is not closed in its paragraph goes
    on to the paragraph's end, and through the next ones if one of them closes it without having
    opened it.
    """
    found: list[tuple[Offsets, ...]] = []
    left_open = ""
    since = 0
    for index, text in enumerate(texts):
        if not left_open and not _MARK.search(text):
            found.append(())
            continue
        spans, opened, orphan = _scan(text)
        if orphan is not None and left_open and text[orphan] in _CLOSED_BY[left_open]:
            for between in range(since + 1, index):
                found[between] = ((0, len(texts[between])),)
            spans = [(0, orphan), *(span for span in spans if span[0] > orphan)]
            left_open = ""
        found.append(tuple(spans))
        if opened:
            left_open, since = opened, index
        elif left_open and index - since >= MOST_CARRIED:
            left_open = ""
    return found


def _scan(text: str) -> tuple[list[Offsets], str, int | None]:
    """The outermost quotations of a paragraph, the mark left open, and a closing one not opened.

    Only a closing mark in front of which nothing was opened is told.
    """
    spans: list[Offsets] = []
    open_marks: list[tuple[str, int]] = []
    orphan: int | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        closes = next(
            (k for k in range(len(open_marks) - 1, -1, -1) if mark in _CLOSED_BY[open_marks[k][0]]),
            None,
        )
        if closes is not None and not _looks_opening(text, at):
            start = open_marks[closes][1]
            del open_marks[closes:]
            if not open_marks:
                spans.append((start, at))
        elif mark in _OPENS_BY_ITSELF or _looks_opening(text, at):
            if len(open_marks) < DEEPEST:
                open_marks.append((mark, at + 1))
        elif orphan is None and not spans:
            orphan = at
    if open_marks:
        mark, start = open_marks[0]
        spans.append((start, len(text)))
        return spans, mark, orphan
    return spans, "", orphan


def _looks_opening(text: str, at: int) -> bool:
    """Whether a mark that may open or close stands where one opens: before a word only."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not (before.isalnum() or before in ".,!?…;:»”%)") and not after.isspace()
