"""Writes a paragraph around its words: its properties, what they were, and the fate of its mark."""

from collections.abc import Sequence

from lxml import etree

from sverka.readers.docx.wordprocessing import W14_URI, w
from sverka.redline.canonical_markup import look_key, paragraph_key
from sverka.redline.redlining import Redlining
from sverka.redline.revision_elements import Fate, copied

_PARAGRAPH_ID = (f"{{{W14_URI}}}paraId", f"{{{W14_URI}}}textId")
_APART = (w("rPr"), w("sectPr"), w("pPrChange"))


def paragraph(
    redlining: Redlining,
    fate: Fate,
    old: etree._Element | None,
    new: etree._Element | None,
    content: Sequence[etree._Element],
) -> etree._Element:
    """The paragraph that ends with this mark, which is given from the sides that have it."""
    model = new if old is None else old
    made = etree.Element(w("p"))
    if model is not None and old is not None:
        made.attrib.update(model.attrib)
    properties = _properties(redlining, fate, old, new)
    if len(properties):
        made.append(properties)
    made.extend(content)
    return made


def _properties(
    redlining: Redlining, fate: Fate, old: etree._Element | None, new: etree._Element | None
) -> etree._Element:
    before = None if old is None else old.find(w("pPr"))
    after = None if new is None else new.find(w("pPr"))
    if fate.is_old:
        after = before
    elif fate.is_new:
        before = after
    changed = paragraph_key(before) != paragraph_key(after)
    made = _without(copied(after if changed else before, "pPr"))
    mark = _mark(redlining, fate, _child(before, "rPr"), _child(after, "rPr"))
    if len(mark):
        made.append(mark)
    section = _section(redlining, _child(before, "sectPr"), _child(after, "sectPr"))
    if section is not None:
        made.append(section)
    if changed:
        made.append(redlining.stamp.record("pPrChange", _without(copied(before, "pPr"))))
    return made


def _child(properties: etree._Element | None, name: str) -> etree._Element | None:
    return None if properties is None else properties.find(w(name))


def _without(properties: etree._Element) -> etree._Element:
    for child in list(properties):
        if child.tag in _APART:
            properties.remove(child)
    return properties


def _mark(
    redlining: Redlining, fate: Fate, old: etree._Element | None, new: etree._Element | None
) -> etree._Element:
    """The look of the mark, and first of all what became of it."""
    changed = fate is Fate.STAYED and look_key(old) != look_key(new)
    made = copied(new if changed or fate.is_new else old, "rPr")
    if fate is not Fate.STAYED:
        made.insert(0, redlining.stamp.element(fate.value))
    if changed:
        made.append(redlining.stamp.record("rPrChange", copied(old, "rPr")))
    return made


def _section(
    redlining: Redlining, old: etree._Element | None, new: etree._Element | None
) -> etree._Element | None:
    if old is None or new is None:
        return copied(new, "sectPr") if old is None and new is not None else old
    if old is not new:
        redlining.merge_section(old, new)
    return old
