"""Settles a tracked change of properties: drops what was before, or puts it back."""

from lxml import etree

from sverka.redline.verification.markup_names import CELL_CHANGES, RPR, SECTION, TRACKED, word

_REFERENCES = frozenset({word("headerReference"), word("footerReference")})
_KEPT = {
    word("rPrChange"): TRACKED,
    word("pPrChange"): frozenset({RPR, SECTION}),
    word("sectPrChange"): _REFERENCES,
    word("trPrChange"): TRACKED,
    word("tcPrChange"): CELL_CHANGES,
}
"""What stands among properties and is none of those the change is about."""

_FIRST = _REFERENCES | TRACKED
"""Of these the ones that stand before the properties, not behind them."""


def restore(change: etree._Element, accepted: bool) -> None:
    """Take a change away; where it is rejected, what it says was before stands again."""
    properties = change.getparent()
    if properties is None:
        return
    properties.remove(change)
    if accepted or change.tag == word("numberingChange"):
        return
    kept = _KEPT.get(str(change.tag), frozenset())
    before = change[0] if len(change) else None
    for child in list(properties):
        if child.tag not in kept:
            properties.remove(child)
    if before is None:
        return
    for key in list(properties.attrib):
        del properties.attrib[key]
    for key, value in before.items():
        properties.set(key, value)
    at = sum(child.tag in _FIRST for child in properties)
    properties[at:at] = [child for child in before if child.tag not in kept]
