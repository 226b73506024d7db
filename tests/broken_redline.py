"""Breaks a right redline by one mutation: each of a kind that a writer might really get wrong."""

import random
from collections.abc import Callable, Iterator

from lxml import etree

from made_redline import WORD

Parts = dict[str, bytes]
Mutation = Callable[[etree._Element, random.Random], bool]
"""Changes the tree of the body at a place that is drawn; False where there is none."""

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
KINDS: dict[str, Mutation] = {}


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def kind(mutation: Mutation) -> Mutation:
    KINDS[mutation.__name__] = mutation
    return mutation


def drawn(
    root: etree._Element,
    seed: random.Random,
    *names: str,
    where: Callable[[etree._Element], bool] = lambda element: True,
) -> etree._Element | None:
    """One of the elements with these names that the older copy of a text box does not hold."""
    found = [e for e in root.iter(*map(w, names)) if where(e) and not in_copy(e)]
    return seed.choice(found) if found else None


def in_copy(element: etree._Element) -> bool:
    return any(True for a in element.iterancestors() if str(a.tag).endswith("}Fallback"))


def of_words(element: etree._Element) -> bool:
    """A revision around runs, not one of a mark or a row."""
    return len(element) > 0 and element.getparent().tag not in (w("rPr"), w("trPr"))


def is_kept(element: etree._Element) -> bool:
    around = {w(n) for n in ("ins", "del", "moveFrom", "moveTo")}
    return not any(a.tag in around for a in element.iterancestors()) and bool(element.text)


def drop(element: etree._Element) -> bool:
    element.getparent().remove(element)
    return True


def unwrap(element: etree._Element) -> bool:
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)
    return True


@kind
def an_insertion_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "ins", where=of_words))


@kind
def a_deletion_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "del", where=of_words))


@kind
def an_insertion_is_not_marked(root: etree._Element, seed: random.Random) -> bool:
    return unwrap(drawn(root, seed, "ins", where=of_words))


@kind
def a_deletion_is_not_marked(root: etree._Element, seed: random.Random) -> bool:
    return unwrap(drawn(root, seed, "del", where=of_words))


@kind
def a_deletion_is_said_to_be_an_insertion(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "del", where=of_words)
    element.tag = w("ins")
    return True


@kind
def a_letter_of_kept_text_is_another(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "t", where=is_kept)
    at = seed.randrange(len(element.text))
    element.text = element.text[:at] + "ß" + element.text[at + 1 :]
    return True


@kind
def a_letter_of_an_inserted_text_is_lost(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "t", where=lambda e: not is_kept(e) and len(e.text) > 1)
    element.text = element.text[:-1]
    return True


@kind
def a_letter_of_a_deleted_text_is_lost(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "delText")
    element.text = element.text[1:]
    return True


@kind
def a_space_is_another(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "t", where=lambda e: is_kept(e) and " " in e.text)
    element.text = element.text.replace(" ", "\u00a0", 1)
    return True


@kind
def spaces_are_not_preserved(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "t", where=lambda e: bool(e.text) and e.text != e.text.strip())
    del element.attrib["{http://www.w3.org/XML/1998/namespace}space"]
    return True


@kind
def a_tab_or_a_line_break_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "tab", "br"))


@kind
def a_link_leads_elsewhere(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "hyperlink")
    key = f"{{{RELATIONS}}}id"
    element.set(key, "rIdB" if element.get(key) == "rIdA" else "rIdA")
    return True


@kind
def a_link_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return unwrap(drawn(root, seed, "hyperlink"))


@kind
def a_link_leads_to_nothing(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "hyperlink").set(f"{{{RELATIONS}}}id", "rId999")
    return True


@kind
def a_field_has_another_code(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "instrText", "delInstrText").text = " REF elsewhere "
    return True


@kind
def a_field_is_no_field(root: etree._Element, seed: random.Random) -> bool:
    begin = drawn(root, seed, "fldChar", where=lambda e: e.get(w("fldCharType")) == "begin")
    run = begin.getparent()
    for following in list(run.itersiblings(w("r"))):
        sign = following.find(w("fldChar"))
        if sign is not None or following.find(w("instrText")) is not None:
            drop(following)
        if sign is not None and sign.get(w("fldCharType")) == "end":
            break
    return drop(run)


@kind
def a_picture_is_another(root: etree._Element, seed: random.Random) -> bool:
    element = seed.choice(list(root.iter(f"{{{DRAWING}}}blip")))
    key = f"{{{RELATIONS}}}embed"
    element.set(key, "rIdQ" if element.get(key) == "rIdP" else "rIdP")
    return True


@kind
def a_picture_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(seed.choice(list(root.iter(w("drawing")))).getparent())


@kind
def a_formula_says_something_else(root: etree._Element, seed: random.Random) -> bool:
    seed.choice(list(root.iter(f"{{{MATH}}}t"))).text = "a-b=c"
    return True


@kind
def a_look_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "b", "i", where=lambda e: e.getparent().tag == w("rPr")))


@kind
def kept_words_become_bold(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "t", where=is_kept)
    properties = element.getparent().find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        element.getparent().insert(0, properties)
    properties.insert(0, etree.Element(w("shadow")))
    return True


@kind
def a_change_of_look_is_not_tracked(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "rPrChange"))


@kind
def a_change_of_look_forgets_what_was_before(root: etree._Element, seed: random.Random) -> bool:
    change = drawn(root, seed, "rPrChange")
    for child in list(change[0]):
        change[0].remove(child)
    return True


@kind
def a_change_of_format_is_not_tracked(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "pPrChange"))


@kind
def a_change_of_format_forgets_what_was_before(root: etree._Element, seed: random.Random) -> bool:
    change = drawn(root, seed, "pPrChange", where=lambda e: len(e[0]) > 0)
    change[0].remove(change[0][0])
    return True


@kind
def a_change_of_format_is_empty(root: etree._Element, seed: random.Random) -> bool:
    change = drawn(root, seed, "pPrChange", "rPrChange")
    change.remove(change[0])
    return True


@kind
def a_change_of_format_does_not_come_last(root: etree._Element, seed: random.Random) -> bool:
    change = drawn(
        root, seed, "pPrChange", "rPrChange", where=lambda e: e.getprevious() is not None
    )
    change.getparent().insert(0, change)
    return True


@kind
def a_paragraph_has_another_style(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "pStyle").set(w("val"), "Q" if seed.random() < 0 else "H9")
    return True


@kind
def a_paragraph_is_laid_out_otherwise(root: etree._Element, seed: random.Random) -> bool:
    paragraph = drawn(root, seed, "p")
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    properties.insert(0, etree.Element(w("keepNext")))
    return True


@kind
def a_paragraph_mark_is_not_tracked(root: etree._Element, seed: random.Random) -> bool:
    mark = drawn(root, seed, "ins", "del", "moveFrom", "moveTo", where=lambda e: len(e) == 0)
    return drop(mark)


@kind
def a_paragraph_mark_is_tracked_that_stayed(root: etree._Element, seed: random.Random) -> bool:
    body = root.find(w("body"))
    free = [p for p in body.findall(w("p"))[:-1] if p.find(f"{w('pPr')}/{w('rPr')}") is None]
    paragraph = seed.choice([p for p in free if p.getnext().tag == w("p")])
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    look = etree.Element(w("rPr"))
    mark = etree.SubElement(look, w(seed.choice(("ins", "del"))))
    for name, said in (("id", "7001"), ("author", "Sverka"), ("date", "2026-11-25T10:00:00Z")):
        mark.set(w(name), said)
    change = properties.find(w("pPrChange"))
    properties.insert(len(properties) if change is None else properties.index(change), look)
    return True


@kind
def an_empty_paragraph_appears(root: etree._Element, seed: random.Random) -> bool:
    body = root.find(w("body"))
    at = body.index(seed.choice(body.findall(w("p"))[1:15]))
    body.insert(at, etree.Element(w("p")))
    return True


@kind
def a_paragraph_is_lost(root: etree._Element, seed: random.Random) -> bool:
    body = root.find(w("body"))
    return drop(seed.choice(body.findall(w("p"))))


@kind
def two_paragraphs_change_places(root: etree._Element, seed: random.Random) -> bool:
    body = root.find(w("body"))
    at = seed.choice((0, 1, 2, 9, 10, 11, 12))
    body.insert(at, body[at + 1])
    return True


@kind
def a_row_is_not_marked(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "trPr"))


@kind
def a_row_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "tr"))


@kind
def a_cell_is_wider(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "tcW").set(w("w"), "2100")
    return True


@kind
def a_table_is_laid_out_otherwise(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "tblW", "gridCol").set(w("w"), "3999")
    return True


@kind
def a_cell_has_no_paragraph(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "p", where=lambda e: e.getparent().tag == w("tc")))


@kind
def a_list_is_another(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "numId")
    element.set(w("val"), "2" if element.get(w("val")) == "1" else "1")
    return True


@kind
def a_paragraph_leaves_its_list(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "numPr"))


@kind
def an_id_is_given_twice(root: etree._Element, seed: random.Random) -> bool:
    one, other = seed.sample(list(root.iter(w("ins"), w("del"), w("rPrChange"))), 2)
    one.set(w("id"), other.get(w("id")))
    return True


@kind
def a_revision_is_nobodys(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "ins", "del", "rPrChange", "moveFrom", "moveFromRangeStart")
    del element.attrib[w(seed.choice(("author", "id")))]
    return True


@kind
def a_move_has_two_names(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "moveFromRangeStart", "moveToRangeStart").set(w("name"), "move7")
    return True


@kind
def a_move_does_not_end(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "moveFromRangeEnd", "moveToRangeEnd"))


@kind
def a_move_does_not_begin(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "moveFromRangeStart", "moveToRangeStart"))


@kind
def what_moved_is_only_at_one_end(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "moveFrom", "moveTo", where=of_words))


@kind
def a_bookmark_has_the_name_of_another(root: etree._Element, seed: random.Random) -> bool:
    names = [e.get(w("name")) for e in root.iter(w("bookmarkStart"))]
    seed.shuffle(names)
    found = list(root.iter(w("bookmarkStart")))
    found[0].set(w("name"), found[1].get(w("name")))
    return True


@kind
def a_bookmark_is_lost(root: etree._Element, seed: random.Random) -> bool:
    start = drawn(root, seed, "bookmarkStart")
    end = next(e for e in root.iter(w("bookmarkEnd")) if e.get(w("id")) == start.get(w("id")))
    return drop(start) and drop(end)


@kind
def a_bookmark_does_not_end(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "bookmarkEnd"))


@kind
def a_bookmark_is_elsewhere(root: etree._Element, seed: random.Random) -> bool:
    start = drawn(root, seed, "bookmarkStart")
    start.getparent().getnext().insert(1, start)
    return True


@kind
def a_comment_is_lost(root: etree._Element, seed: random.Random) -> bool:
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        element = drawn(root, seed, name)
        drop(element.getparent() if name == "commentReference" else element)
    return True


@kind
def a_comment_is_about_less(root: etree._Element, seed: random.Random) -> bool:
    start = drawn(root, seed, "commentRangeStart")
    following = start.getnext()
    following.addnext(start)
    return True


@kind
def a_note_is_another(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "footnoteReference")
    element.set(w("id"), "3" if element.get(w("id")) == "2" else "2")
    return True


@kind
def a_note_is_unknown(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "footnoteReference").set(w("id"), "44")
    return True


@kind
def a_content_control_is_lost(root: etree._Element, seed: random.Random) -> bool:
    control = drawn(root, seed, "sdt")
    parent = control.getparent()
    at = parent.index(control)
    parent[at : at + 1] = list(control.find(w("sdtContent")))
    return True


@kind
def a_content_control_is_another(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "tag", "alias").set(w("val"), "mate")
    return True


@kind
def a_header_is_not_referred_to(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "headerReference"))


@kind
def a_header_is_of_first_pages_only(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "headerReference").set(w("type"), "first")
    return True


@kind
def the_pages_are_of_another_size(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "pgSz").set(w("w"), "12240")
    return True


@kind
def a_section_is_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "sectPr"))


@kind
def a_text_box_has_two_texts(root: etree._Element, seed: random.Random) -> bool:
    copies = [e for e in root.iter(w("t"), w("delText")) if in_copy(e)]
    element = seed.choice(copies)
    element.text = element.text[::-1]
    return True


@kind
def kept_words_are_deleted_and_inserted_again(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "t", where=lambda e: is_kept(e) and len(e.text.split()) > 3)
    run = element.getparent()
    parent = run.getparent()
    if parent.tag not in (w("p"), w("sdtContent"), w("hyperlink")):
        return False
    repeated = etree.fromstring(etree.tostring(run))
    gone, come = (etree.Element(w(n)) for n in ("del", "ins"))
    for number, made in ((7001, gone), (7002, come)):
        for name, said in (("id", str(number)), ("author", "Sverka")):
            made.set(w(name), said)
    run.addprevious(gone)
    run.addprevious(come)
    come.append(run)
    gone.append(repeated)
    for said in gone.iter(w("t")):
        said.tag = w("delText")
    return True


@kind
def deleted_text_is_written_as_living(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "delText").tag = w("t")
    return True


@kind
def living_text_is_written_as_deleted(root: etree._Element, seed: random.Random) -> bool:
    drawn(root, seed, "t", where=is_kept).tag = w("delText")
    return True


@kind
def an_insertion_stands_in_a_run(root: etree._Element, seed: random.Random) -> bool:
    element = drawn(root, seed, "t", where=is_kept)
    run = element.getparent()
    made = etree.SubElement(run, w("ins"))
    for name, said in (("id", "7001"), ("author", "Sverka")):
        made.set(w(name), said)
    return True


@kind
def an_insertion_holds_a_link(root: etree._Element, seed: random.Random) -> bool:
    link = drawn(root, seed, "hyperlink", where=lambda e: e.find(w("ins")) is not None)
    inner = link.find(w("ins"))
    unwrap(inner)
    for child in list(inner):
        inner.remove(child)
    link.addprevious(inner)
    inner.append(link)
    return True


@kind
def properties_stand_behind_the_text(root: etree._Element, seed: random.Random) -> bool:
    properties = drawn(root, seed, "pPr", where=lambda e: e.getnext() is not None)
    properties.getparent().append(properties)
    return True


@kind
def marks_of_the_page_layout_are_lost(root: etree._Element, seed: random.Random) -> bool:
    return drop(drawn(root, seed, "pgSz"))


@kind
def properties_are_there_twice(root: etree._Element, seed: random.Random) -> bool:
    properties = drawn(root, seed, "rPr", "tcPr", "pPr", "tblPr", where=lambda e: len(e) > 0)
    properties.addnext(etree.fromstring(etree.tostring(properties)))
    return True


@kind
def a_run_stands_between_paragraphs(root: etree._Element, seed: random.Random) -> bool:
    return unwrap(drawn(root, seed, "p", where=lambda e: e.find(w("r")) is not None))


@kind
def a_property_stands_outside_of_the_properties(root: etree._Element, seed: random.Random) -> bool:
    return unwrap(drawn(root, seed, "rPr", where=lambda e: e.getparent().tag == w("pPr")))


def broken(parts: Parts, name: str, seed: random.Random) -> Parts:
    """The parts of a right redline after one mutation of its body."""
    root = etree.fromstring(parts["word/document.xml"])
    before = etree.tostring(root)
    for _attempt in range(20):
        if KINDS[name](root, seed) and etree.tostring(root) != before:
            return parts | {"word/document.xml": etree.tostring(root)}
    raise AssertionError(f"{name} finds nothing to break")


def broken_parts(parts: Parts) -> Iterator[tuple[str, Parts]]:
    """Mutations of what is beside the body: another part changed, lost, unknown, or unreadable."""

    def altered(name: str, old: bytes, new: bytes) -> Parts:
        assert old in parts[name], (name, old)
        return parts | {name: parts[name].replace(old, new, 1)}

    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    yield "a note says something else", altered("word/footnotes.xml", b"The note", b"This note")
    yield "a revision of a note is lost", altered("word/footnotes.xml", b"says this", b"")
    yield "a header says something else", altered("word/header1.xml", b"Harbour", b"Seaside")
    yield "a comment says something else", altered("word/comments.xml", b"that so", b"it so")
    yield "a comment is another's", altered("word/comments.xml", b"Aida", b"Bolot")
    yield "a style looks otherwise", altered("word/styles.xml", b"<w:i/>", b"<w:u w:val='single'/>")
    yield "a style has another name", altered("word/styles.xml", b"heading 1", b"heading 2")
    yield "a list is written otherwise", altered("word/numbering.xml", b"decimal", b"upperRoman")
    yield (
        "a list starts elsewhere",
        altered("word/numbering.xml", b'start w:val="1"', b'start w:val="4"'),
    )
    yield "a setting is another", altered("word/settings.xml", b"708", b"720")
    yield "a link leads elsewhere", altered(relations, b"https://a.", b"https://c.")
    yield "a picture is another", parts | {"word/media/p.png": b"\x89PNG\r\n\x1a\n other"}
    yield "a header is in no relationship", altered(relations, b'"rIdH"', b'"rIdX"')
    yield "notes are in no relationship", altered(relations, b"/footnotes", b"/footnote")
    yield "a content type is lost", altered(types, b"word/footnotes.xml", b"word/notes.xml")
    yield "pictures have no content type", altered(types, b"png", b"gif")
    yield "a part is not well-formed", altered("word/header1.xml", b"</w:p>", b"</w:q>")
    for lost in ("word/header1.xml", "word/footnotes.xml", "word/media/q.png", "word/styles.xml"):
        yield f"{lost} is lost", {name: data for name, data in parts.items() if name != lost}
