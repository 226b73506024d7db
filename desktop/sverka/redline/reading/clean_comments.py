"""Says in comments at their place what was set aside from a reading text."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from sverka.language import Language
from sverka.model import Comparison, Decision, Finding, Side
from sverka.readers.docx.wordprocessing import W_URI, XML_SPACE, w
from sverka.wording import finding_name, finding_reasons, finding_text

_REASONS = 2
"""Reasons that a comment says; the report has all."""


@dataclass(frozen=True, slots=True)
class CleanComment:
    """A comment at a place of one version's reading text, signed and numbered from 0."""

    number: int
    side: Side
    paragraph: int
    offset: int
    text: str
    author: str
    date: str


def furniture_comments(
    comparison: Comparison, author: str, date: str, language: Language
) -> tuple[CleanComment, ...]:
    """A comment for each piece of page furniture that was set aside and has a place."""
    found: list[CleanComment] = []
    for finding in comparison.findings:
        place = finding.place
        if not finding.kind.is_furniture or place is None:
            continue
        if finding.decision is not Decision.REMOVED:
            continue
        said = _said(finding, language)
        found.append(
            CleanComment(len(found), finding.side, place.paragraph, place.start, said, author, date)
        )
    return tuple(found)


def _said(finding: Finding, language: Language) -> str:
    name = finding_name(finding.kind, language)
    reasons = finding_reasons(finding, language)[:_REASONS]
    said = language.gettext("{finding}, set aside here: “{text}”").format(
        finding=name, text=finding_text(finding)
    )
    return "\n".join([said, *reasons])


def comments_part(comments: Sequence[CleanComment]) -> etree._Element:
    """The part of the package that holds the comments."""
    root = etree.Element(w("comments"), nsmap={"w": W_URI})
    for one in comments:
        comment = etree.SubElement(root, w("comment"))
        signed = {"id": str(one.number), "author": one.author, "date": one.date, "initials": ""}
        for key, said in signed.items():
            comment.set(w(key), said or one.author[:2])
        for line in one.text.split("\n"):
            paragraph = etree.SubElement(comment, w("p"))
            text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
            text.text = line
            text.set(XML_SPACE, "preserve")
    return root
