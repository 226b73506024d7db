"""Whether the lines around a run are running text, as an interrupted sentence is."""

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.lines.layout import Layout, is_tabular
from sverka.screening.lines.line_signs import (
    ends_openly,
    ends_with_hyphen,
    first_letter,
    is_caseless,
    is_closed,
    is_list_item,
    is_mid_sentence,
    may_be_abbreviated,
    starts_lower,
)
from sverka.screening.lines.text_lines import TextLine
from sverka.text.signs import COMMAS, HALTS

_LEADS_UP = COMMAS | HALTS
_COLONS = ":："


def ends_as_text(run: Sequence[TextLine], after: TextLine, layout: Layout) -> bool:
    """Whether a run is the end of the sentence before it, or the start of what follows.

    Then one of its lines ends with a full stop, the last with a comma, a colon or half a word; or a
    bracket is closed that was not opened; or the last line was broken where the next word did not
    fit, and goes on in small letters or stands apart above.
    """
    last = run[-1]
    if last.text[-1] in _LEADS_UP or any(_is_stopped(line.text) for line in (run[0], last)):
        return True
    if _closes_more("".join(line.text for line in run)):
        return True
    if ends_with_hyphen(last.text) and starts_lower(after.text):
        return True
    if after.gap or is_tabular(last.text) or not layout.is_wrapped(last, after.text):
        return False
    return last.gap > 0 or is_mid_sentence(last.text, after.text)


def _is_stopped(text: str) -> bool:
    """Whether a sentence ends with the text; as far as its length tells, no "et al." or "Inc."."""
    if not is_closed(text):
        return False
    word = text.rsplit(None, 1)[-1]
    return not (word.endswith(".") and len(word) <= weights.ABBREVIATION)


def _closes_more(text: str) -> bool:
    """Whether the text closes a bracket that it did not open."""
    return any(text.count(b) > text.count(a) for a, b in ("()", "[]"))


def is_list(lines: Sequence[TextLine]) -> bool:
    """Whether one of the lines is an item of a list that the line before it leads up to."""
    return any(
        is_list_item(b.text) and (a.text[-1] in _LEADS_UP or is_list_item(a.text))
        for a, b in pairwise(lines)
    )


def are_of_text(
    earlier: Sequence[TextLine], first: TextLine, after: TextLine, layout: Layout
) -> bool:
    """Whether the lines around a run that begins with `first` are a sentence, not cells.

    `earlier` are the lines before, the nearest last. A single word, or a piece that itself begins
    in small letters, is the cell of a table or an item of a list as likely as a sentence. A line
    that was broken for want of room, or goes on from the line before it, is running text.
    """
    before = earlier[-1]
    apart = first.gap > 0 and after.gap > 0
    if apart and layout.blank_lines and is_caseless(after.text):
        return False  # Blank lines part paragraphs here, and no letter tells otherwise.
    if layout.width is not None:
        return layout.is_nearly_full(before, after.text) or not (first.gap or after.gap)
    if len(before.text) >= weights.SHORT_LINE or _is_continued(earlier):
        return True
    if is_caseless(before.text):
        return len(before.text) >= weights.SENTENCE_LETTERS
    return _has_words(before.text) and not starts_lower(before.text)


def has_beginning(earlier: Iterable[TextLine]) -> bool:
    """Whether a sentence begins in these lines before a place, the nearest first.

    Where one was broken it does: somewhere above, a line begins with no small letter and no figure,
    or a stop stands inside of one. Verses and items that all begin with small letters have no such
    place, and that the next one does so too shows nothing.
    """
    below = None
    for line in islice(earlier, weights.SENTENCE_LINES):
        if below is not None and (below.gap or _ends_before(line.text)):
            return False
        if _may_begin(line.text) or is_list_item(line.text) or _begins_inside(line.text):
            return True
        below = line
    return False


def _ends_before(text: str) -> bool:
    """Whether what stands below such a line is another sentence, or what the line leads up to."""
    return text[-1] in _COLONS or (is_closed(text) and not may_be_abbreviated(text))


def _may_begin(text: str) -> bool:
    """Whether a sentence may begin with the text: with no small letter and no figure."""
    return not (starts_lower(text) or first_letter(text).isdigit())


def _begins_inside(text: str) -> bool:
    """Whether a sentence begins behind a stop in the line, which is none of an abbreviation."""
    words = text.split()
    return any(
        is_closed(word) and not may_be_abbreviated(word) and _may_begin(following)
        for word, following in pairwise(words)
    )


def _is_continued(earlier: Sequence[TextLine]) -> bool:
    """Whether the last of these lines goes on from the one before it."""
    if len(earlier) < 2 or earlier[-1].gap:
        return False
    return ends_openly(earlier[-2].text) and all(_has_words(line.text) for line in earlier[-2:])


def _has_words(text: str) -> bool:
    return len(text.split()) >= weights.SENTENCE_WORDS
