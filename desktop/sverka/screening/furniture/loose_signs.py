"""Signs that stand alone on a line among page furniture: the bars and dots between its pieces."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sverka.model import Reason, ReasonCode
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.furniture_mark import FurnitureMark, covered
from sverka.screening.lines.text_lines import TextLine


def is_loose(text: str) -> bool:
    """Whether the text of a line holds no letter and no digit, and little else."""
    return len(text) <= weights.LOOSE_SIGNS and not any(map(str.isalnum, text))


def loose_signs(lines: Sequence[TextLine]) -> frozenset[int]:
    """The lines that hold no letter and no digit, and little else."""
    return frozenset(i for i, line in enumerate(lines) if is_loose(line.text))


def with_loose_signs(
    lines: Sequence[TextLine], marks: Iterable[FurnitureMark]
) -> list[FurnitureMark]:
    """The marks, and those of the signs that stand between furniture, or as a rule beside it."""
    found = list(marks)
    known = covered(found)
    removed = {i: mark for i, mark in known.items() if mark.removed}
    loose = [i for i in loose_signs(lines) if i not in known]
    times = Counter(lines[i].text for i in loose)
    beside = Counter(lines[i].text for i in loose if i - 1 in removed or i + 1 in removed)
    for i in sorted(loose):
        sign = lines[i].text
        often = beside[sign] >= max(weights.NEXT_TO_FEWEST, weights.NEXT_TO_CERTAIN * times[sign])
        mark = removed.get(i - 1) or removed.get(i + 1)
        if mark is None or not (often or (i - 1 in removed and i + 1 in removed)):
            continue
        said = (Reason(ReasonCode.BESIDE_FURNITURE),)
        group = f"{mark.kind}:{sign}"
        found.append(FurnitureMark(mark.kind, (i,), mark.tier, True, said, group))
    return sorted(found, key=lambda mark: mark.first)
