"""Half a sentence before or behind lines: where pages end, figures and notes may stand between."""

from collections.abc import Sequence

from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.line_runs import LineRun
from sverka.screening.furniture.neighbours import has_beginning
from sverka.screening.furniture.surroundings import ScreenedText
from sverka.screening.lines.interruption import is_prose
from sverka.screening.lines.line_signs import ends_openly, is_address, is_list_item, starts_lower
from sverka.screening.lines.text_lines import TextLine


def are_torn(
    breaking: Sequence[bool],
    taking: Sequence[bool],
    share: float = weights.TORN_SHARE,
    numbered: bool = False,
    counted: bool = False,
) -> bool:
    """Whether enough occurrences of lines stand beside half a sentence: pages end there.

    Sentences end before a heading and begin anew behind it. What follows the name of a speaker, or
    the head of a table, may begin with a small letter; but then nothing ever breaks off before, and
    no page number stands beside. Where each has the number after that of the last beside it, as
    `counted` says, a single half is enough.
    """
    if not any(breaking) and sum(taking) >= max(weights.HABIT_FEWEST, weights.HABIT * len(taking)):
        return False  # Whatever stands behind it begins so.
    count = sum(a or b for a, b in zip(breaking, taking, strict=True))
    if counted and count:
        return True
    return (numbered or any(breaking)) and count >= max(weights.TORN_FEWEST, share * len(breaking))


def breaks_off(text: ScreenedText, run: LineRun, times: int | None) -> bool:
    """Whether half a sentence ends right before the run, in a full line.

    The other half need not stand behind it: where pages end, figures and notes do. `times` is
    how often what surely ends pages comes back; None where nothing is so sure.
    """
    if run.first == 0 or not _shows_tears(text, run, run.first, times):
        return False
    line, following = text.lines[run.first - 1], text.lines[run.first].text
    if not ends_openly(line.text) or not _is_half(text, line, following):
        return False
    return has_beginning(text.back_from(run.first))


def takes_up(text: ScreenedText, run: LineRun, times: int | None) -> bool:
    """Whether half a sentence begins right behind the run, in a full line."""
    if not _shows_tears(text, run, run.last, times):
        return False
    line = text.lines[run.last + 1]
    if _is_half(text, text.lines[run.last], line.text):
        return False  # The line goes on from that one, which stands elsewhere, too.
    following = text.lines[run.last + 2].text if run.last + 2 < len(text.lines) else ""
    if not starts_lower(line.text) or is_list_item(line.text) or is_address(line.text):
        return False
    return _is_half(text, line, following)


def _shows_tears(text: ScreenedText, run: LineRun, edge: int, times: int | None) -> bool:
    """Whether half a sentence beside line `edge` of the run would be one.

    Only where every line is as wide as the print: items and verses may end and begin so, too,
    and blank lines set them apart. A line at the edge that comes back by chance may be of the
    text, one that does so as often as the others is not.
    """
    if text.layout.width is None or text.layout.blank_lines:
        return False
    after = text.after(run)
    if after is None:
        return False
    if times is not None:
        comes = text.times(edge) if text.keys[edge] else times
        if comes >= weights.EDGE_TIMES * times:
            return True
    return not text.is_of_text(run, after)


def _is_half(text: ScreenedText, line: TextLine, following: str) -> bool:
    """Whether a line of prose was broken for want of room, or belongs to no wrapped text."""
    if len(line.text.split()) < weights.TORN_WORDS or not is_prose(line.text):
        return False
    if "  " in line.text or "\t" in line.text:
        return False  # It has columns.
    return not text.has_room(line, following)
