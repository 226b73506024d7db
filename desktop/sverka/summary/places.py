"""Where a change or a finding stands, in words an editor can follow in the file."""

from collections.abc import Sequence

from sverka.language import _
from sverka.model import BlockKind, Change, ChangeKind, Comparison, Finding, Paragraph, Part
from sverka.summary.names import part_name


def change_place(comparison: Comparison, change: Change) -> str:
    """The paragraphs of a change, counted from 1, and the page where known."""
    link = comparison.alignment.links[change.link]
    whole = change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE)
    old = paragraph_numbers([change.old.paragraph] if change.old and not whole else link.old)
    new = paragraph_numbers([change.new.paragraph] if change.new and not whole else link.new)
    if old and new:
        words = (
            _("paragraph {number}").format(number=old)
            if old == new
            else _("paragraph {old} → {new}").format(old=old, new=new)
        )
    else:
        words = _("paragraph {number}").format(number=old or new)
    side, index = (
        (comparison.new, change.new.paragraph)
        if change.new
        else (comparison.old, change.old.paragraph if change.old else 0)
    )
    return ", ".join([words, *_surroundings(side.paragraphs[index])])


def finding_place(finding: Finding) -> str:
    """The lines or the page of a finding in its own file; empty where the format knows neither."""
    words = []
    if finding.sources and finding.sources[0].part is not Part.BODY:
        words.append(part_name(finding.sources[0].part))
    lines = finding.lines
    if lines and lines[0] == lines[-1]:
        words.append(_("line {number}").format(number=lines[0]))
    elif lines:
        words.append(_("lines {first}–{last}").format(first=lines[0], last=lines[-1]))
    if finding.page is not None:
        words.append(_("page {number}").format(number=finding.page))
    if not words and finding.place is not None:
        words.append(_("paragraph {number}").format(number=finding.place.paragraph + 1))
    return ", ".join(words)


def _surroundings(paragraph: Paragraph) -> list[str]:
    words = []
    if paragraph.part is not Part.BODY:
        words.append(part_name(paragraph.part))
    elif paragraph.kind is BlockKind.HEADING:
        words.append(_("heading"))
    if paragraph.page is not None:
        words.append(_("page {number}").format(number=paragraph.page))
    return words


def paragraph_numbers(indexes: Sequence[int]) -> str:
    """The numbers of paragraphs, which count from 1, for people: "2, 3" or "2–7"."""
    if not indexes:
        return ""
    if len(indexes) > 2 and indexes[-1] - indexes[0] == len(indexes) - 1:
        return f"{indexes[0] + 1}–{indexes[-1] + 1}"
    return ", ".join(str(i + 1) for i in indexes)
