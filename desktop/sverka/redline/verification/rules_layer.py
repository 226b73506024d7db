"""Looks at the markup of a redline by itself: what Word refuses or repairs when it opens a file."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from sverka.model import Flaw, FlawCode, Layer
from sverka.redline.verification.element_order import misordered
from sverka.redline.verification.markup_names import (
    ALTERNATE,
    AUTHOR,
    BOX,
    CHOICE,
    DATE,
    ID,
    MOVE_STARTS,
    NAME,
    PROPERTY_CHANGES,
    R_,
    REVISIONS,
    RPR,
    SPACE,
    TBL,
    TC,
    TR,
    TRACKED,
    P,
    T,
    W,
    local,
    word,
)
from sverka.redline.verification.opened_package import OpenedPackage
from sverka.redline.verification.revision_places import misplaced
from sverka.redline.verification.settling import Ours

_TEXTS = (T, word("delText"), word("instrText"), word("delInstrText"))
_SAID = (T, word("delText"))
_UNSIGNED = frozenset({word("tblGridChange")})
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_RANGES = {
    "bookmarkStart": "bookmarkEnd",
    "commentRangeStart": "commentRangeEnd",
    "moveFromRangeStart": "moveFromRangeEnd",
    "moveToRangeStart": "moveToRangeEnd",
    "customXmlInsRangeStart": "customXmlInsRangeEnd",
    "customXmlDelRangeStart": "customXmlDelRangeEnd",
}


def look_at_rules(
    found: OpenedPackage, old: OpenedPackage, new: OpenedPackage, ours: Ours
) -> Iterator[Flaw]:
    """What breaks a rule of the format, unless a version broke it as often."""
    known: Counter[tuple[FlawCode, str]] = Counter()
    for version in (old, new):
        known |= Counter((f.code, f.subject) for f in broken_rules(version, ours))
    met: Counter[tuple[FlawCode, str]] = Counter()
    for flaw in broken_rules(found, ours):
        key = flaw.code, flaw.subject
        met[key] += 1
        if met[key] > known[key]:
            yield flaw


def broken_rules(package: OpenedPackage, ours: Ours) -> Iterator[Flaw]:
    """All that breaks a rule in the stories of a package."""
    roots = list(_story_roots(package))
    ids: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for _part, root in roots:
        yield from _of_part(root)
        ids.update(_revision_ids(root, ours))
        names.update(e.get(NAME, "") for e in root.iter(word("bookmarkStart")))
    yield from (_flaw(FlawCode.ID_DOUBLED, key) for key, n in ids.items() if n > 1)
    yield from (_flaw(FlawCode.BOOKMARK_DOUBLED, name) for name, n in names.items() if n > 1)
    yield from _moves([root for _part, root in roots])
    yield from _unknown_references(package, roots)


def _story_roots(package: OpenedPackage) -> Iterator[tuple[str, etree._Element]]:
    seen = set()
    main = package.tree_if_any(package.main)
    if main is not None:
        yield package.main, main
    for pointer in package.pointers_of(package.main).values():
        if pointer.kind in _STORIES and pointer.target not in seen:
            seen.add(pointer.target)
            root = package.tree_if_any(pointer.target)
            if root is not None:
                yield pointer.target, root


def _flaw(code: FlawCode, subject: str) -> Flaw:
    return Flaw(Layer.RULES, code, subject=subject)


def _of_part(root: etree._Element) -> Iterator[Flaw]:
    for element in root.iter(*REVISIONS):
        yield from _signature(element)
    for element in misplaced(root):
        parent = element.getparent()
        inside = "" if parent is None else _named(parent)
        yield _flaw(FlawCode.REVISION_MISPLACED, f"{local(str(element.tag))} in {inside}")
    for name in misordered(root):
        yield _flaw(FlawCode.ORDER, name)
    for element in root.iter(*_TEXTS):
        yield from _text(element)
    yield from _containers(root)
    yield from _ranges(root)


def _named(element: etree._Element) -> str:
    """The name of an element, told apart from that of another vocabulary."""
    name = local(str(element.tag))
    return name if str(element.tag).startswith(f"{{{W}}}") else f"m:{name}"


def _signature(element: etree._Element) -> Iterator[Flaw]:
    name = local(str(element.tag))
    key = element.get(ID, "")
    if not key.lstrip("-").isdigit() or (element.tag not in _UNSIGNED and not element.get(AUTHOR)):
        yield _flaw(FlawCode.REVISION_UNSIGNED, name)
    date = element.get(DATE)
    if date is not None and not _is_moment(date):
        yield _flaw(FlawCode.REVISION_UNSIGNED, name)
    if element.tag in PROPERTY_CHANGES and element.tag != word("numberingChange"):
        held = [local(str(child.tag)) for child in element]
        if held != [name.removesuffix("Change")]:
            yield _flaw(FlawCode.REVISION_EMPTY, name)


def _is_moment(date: str) -> bool:
    day, _t, time = date.partition("T")
    return day.count("-") == len(("-", "-")) and (not time or time[:2].isdigit())


def _revision_ids(root: etree._Element, ours: Ours) -> Iterator[str]:
    """The ids of revisions; the start and end of a range share one, and are one."""
    for element in root.iter(*REVISIONS):
        if ours.made(element):
            yield element.get(ID, "")


def _text(element: etree._Element) -> Iterator[Flaw]:
    text, name = element.text or "", local(str(element.tag))
    of_code = element.tag not in _SAID
    lost = text != text.strip(" \t\n\r") and element.get(SPACE) != "preserve"
    if lost and not of_code:
        yield _flaw(FlawCode.SPACES_LOST, text)
    deleted = any(True for _ in element.iterancestors(word("del")))
    if deleted != name.startswith("del"):
        yield _flaw(FlawCode.DELETED_TEXT, name)


def _containers(root: etree._Element) -> Iterator[Flaw]:
    """A cell ends with a paragraph, a row has cells, a table rows, a story paragraphs."""
    for cell in root.iter(TC):
        last = next((c for c in reversed(cell) if c.tag in (P, TBL, word("sdt"))), None)
        if last is None or last.tag == TBL:
            yield _flaw(FlawCode.CONTAINER_END, "tc")
    for tag, inner in ((TBL, TR), (TR, TC)):
        for element in root.iter(tag):
            if not any(True for _ in element.iter(inner)):
                yield _flaw(FlawCode.CONTAINER_END, local(tag))
    for tag in (BOX, word("footnote"), word("endnote"), word("comment")):
        for element in root.iter(tag):
            if not any(True for _ in element.iter(P)):
                yield _flaw(FlawCode.CONTAINER_END, local(tag))
    yield from _misfits(root)


def _misfits(root: etree._Element) -> Iterator[Flaw]:
    """Paragraphs inside of others, and alternatives without a choice."""
    for element in root.iter(P):
        parent = element.getparent()
        if parent is not None and parent.tag in (P, R_):
            yield _flaw(FlawCode.CONTAINER_END, "p")
    for element in root.iter(ALTERNATE):
        if element.find(CHOICE) is None:
            yield _flaw(FlawCode.CONTAINER_END, "AlternateContent")


def _ranges(root: etree._Element) -> Iterator[Flaw]:
    for start, end in _RANGES.items():
        starts = Counter(e.get(ID, "") for e in root.iter(word(start)))
        ends = Counter(e.get(ID, "") for e in root.iter(word(end)))
        for key in sorted((starts - ends) + (ends - starts)):
            yield _flaw(FlawCode.RANGE_UNPAIRED, f"{start.removesuffix('Start')} {key}")

    signs = Counter(e.get(word("fldCharType"), "") for e in root.iter(word("fldChar")))
    if signs["begin"] != signs["end"]:
        yield _flaw(FlawCode.RANGE_UNPAIRED, "fldChar")


def _moves(roots: list[etree._Element]) -> Iterator[Flaw]:
    """Every move has a name, once where it left and once where it went; what moved is inside."""
    found = {tag: Counter[str]() for tag in MOVE_STARTS}
    for root in roots:
        for tag in MOVE_STARTS:
            found[tag].update(e.get(NAME, "") for e in root.iter(tag))
    left, went = (found[word(f"{way}RangeStart")] for way in ("moveFrom", "moveTo"))
    for name in sorted(left.keys() | went.keys()):
        if not name or (left[name], went[name]) != (1, 1):
            yield _flaw(FlawCode.MOVE_UNPAIRED, name)
    for root in roots:
        yield from _outside(root)


def _outside(root: etree._Element) -> Iterator[Flaw]:
    """What is said to have moved and stands in no range."""
    opened: Counter[str] = Counter()
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        name = local(tag)
        if name.endswith("RangeStart") and name.startswith("move"):
            opened[name.removesuffix("RangeStart")] += 1
        elif name.endswith("RangeEnd") and name.startswith("move"):
            opened[name.removesuffix("RangeEnd")] -= 1
        elif tag in TRACKED and name.startswith("move"):
            parent = element.getparent()
            of_mark = parent is not None and parent.tag == RPR
            if not opened[name] and not of_mark:
                yield _flaw(FlawCode.MOVE_UNPAIRED, name)


def _unknown_references(
    package: OpenedPackage, roots: list[tuple[str, etree._Element]]
) -> Iterator[Flaw]:
    """References to notes and comments that are not there."""
    for kind, part_kind in (("footnote", "footnotes"), ("endnote", "endnotes"), *_COMMENTS):
        root = package.tree_if_any(package.part_of_kind(part_kind))
        numbers = [] if root is None else [e.get(ID, "") for e in root.iter(word(kind))]
        known = set(numbers)
        for number, count in Counter(numbers).items():
            if count > 1:
                yield _flaw(FlawCode.ID_DOUBLED, f"{kind} {number}")
        for number in _special(package, kind):
            if number not in known:
                yield _flaw(FlawCode.REFERENCE_UNKNOWN, f"{kind} {number}")
        for _part, story in roots:
            for element in story.iter(word(f"{kind}Reference")):
                if element.get(ID) not in known:
                    yield _flaw(FlawCode.REFERENCE_UNKNOWN, f"{kind} {element.get(ID)}")


def _special(package: OpenedPackage, kind: str) -> Iterator[str]:
    """The numbers of the notes that are lines above notes, as the settings name them."""
    root = package.tree_if_any(package.part_of_kind("settings"))
    properties = None if root is None else root.find(word(f"{kind}Pr"))
    for element in () if properties is None else properties.iter(word(kind)):
        yield element.get(ID, "")


_COMMENTS = (("comment", "comments"),)
