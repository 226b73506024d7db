"""Writes the changes of a table into that of the original: rows, cells, and their properties."""

from collections.abc import Sequence

from lxml import etree

from sverka.readers.docx.wordprocessing import w
from sverka.redline.canonical_markup import markup_digest, properties_key
from sverka.redline.inline_tokens import WITHOUT_WIDTH
from sverka.redline.redlining import Redlining
from sverka.redline.revision_elements import Fate, copied
from sverka.redline.story_blocks import text_of_block
from sverka.redline.table_matching import match_cells, match_rows

_ROW, _CELL = w("tr"), w("tc")
_CELL_FATES = {Fate.INSERTED: "cellIns", Fate.DELETED: "cellDel"}
_CONTENT = frozenset({w("sdt"), w("customXml"), w("sdtContent")})


def merge_tables(
    redlining: Redlining, old: etree._Element, new: etree._Element, place: str
) -> None:
    """Let a table of the original have the changes that made it the revised one."""
    change_properties(redlining, old, new, "tblPr")
    _change_grid(redlining, old, new)
    rows, new_rows = _rows(old), _rows(new)
    texts = [text_of_block(row) for row in rows], [text_of_block(row) for row in new_rows]
    pairs = match_rows(*texts)
    cells = [
        tuple([text_of_block(cell) for cell in _cells(one)] for one in (rows[i], new_rows[j]))
        for i, j in pairs
    ]
    partners = {new_rows[j]: rows[i] for i, j in pairs}
    at = (0, 0)
    for (i, j), matched in zip(pairs, match_cells(cells), strict=True):
        _write_alone(redlining, rows[at[0] : i], new_rows[at[1] : j], rows[i], old, partners)
        if markup_digest(rows[i]) != markup_digest(new_rows[j]) or _refers(rows[i]):
            _merge_rows(redlining, (rows[i], new_rows[j]), matched, f"{place}/{i}")
        at = i + 1, j + 1
    _write_alone(redlining, rows[at[0] :], new_rows[at[1] :], None, old, partners)


def _refers(row: etree._Element) -> bool:
    return next(row.iter(w("footnoteReference"), w("endnoteReference")), None) is not None


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those in controls as well, but not those of tables in its cells."""
    return _found(table, _ROW)


def _cells(row: etree._Element) -> list[etree._Element]:
    return _found(row, _CELL)


def _found(parent: etree._Element, tag: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _CONTENT:
            found += _found(child, tag)
    return found


def fated_table(redlining: Redlining, table: etree._Element, fate: Fate) -> None:
    """Mark a whole table as come or gone: every row of it."""
    for row in _rows(table):
        _give_row_fate(redlining, row, fate)


def _give_row_fate(redlining: Redlining, row: etree._Element, fate: Fate) -> None:
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        before = row.find(w("tblPrEx"))
        row.insert(0 if before is None else row.index(before) + 1, properties)
    properties.append(redlining.stamp.element(fate.value))
    for cell in _cells(row):
        redlining.give_fate(cell, fate)


def _write_alone(
    redlining: Redlining,
    old: Sequence[etree._Element],
    new: Sequence[etree._Element],
    before: etree._Element | None,
    table: etree._Element,
    partners: dict[etree._Element, etree._Element],
) -> None:
    """Mark rows that went, and put in those that came, before a row or at the table's end."""
    for row in old:
        _give_row_fate(redlining, row, Fate.DELETED)
    for row in new:
        _give_row_fate(redlining, row, Fate.INSERTED)
    _put(new, before, table, partners)


def _put(
    new: Sequence[etree._Element],
    before: etree._Element | None,
    container: etree._Element,
    partners: dict[etree._Element, etree._Element],
) -> None:
    """Put rows or cells that came where they are: in a control that came with them, or in one that
    both files have, beside the partner of what stands beside them there; else before another.
    """
    outers = [_coming(one, partners) for one in new]
    beside = [(one, one.getprevious(), one.getnext()) for one in dict.fromkeys(outers)]
    for outer, last, following in beside:
        if last is not None and last in partners:
            partners[last].addnext(outer)
        elif following is not None and following in partners:
            partners[following].addprevious(outer)
        elif before is not None:
            _outermost(before, container).addprevious(outer)
        else:
            container.append(outer)
        partners[outer] = outer


def _coming(one: etree._Element, partners: dict[etree._Element, etree._Element]) -> etree._Element:
    """A row or cell that came, or the outermost control around it that came with it."""
    outer = one
    while (parent := outer.getparent()) is not None and parent.tag in _CONTENT:
        if any(child in partners for child in parent):
            break
        outer = parent
    return _control_of(outer) if outer.tag == w("sdtContent") else outer


def _control_of(content: etree._Element) -> etree._Element:
    parent = content.getparent()
    return content if parent is None else parent


def _outermost(element: etree._Element, container: etree._Element) -> etree._Element:
    """The row or cell itself, or the outermost control around it in its container."""
    while (parent := element.getparent()) is not None and parent is not container:
        element = parent
    return element


def _merge_rows(
    redlining: Redlining,
    rows: tuple[etree._Element, etree._Element],
    pairs: Sequence[tuple[int, int]],
    place: str,
) -> None:
    """Let a row have its changes; cells without a partner come or go with their column."""
    old, new = rows
    change_properties(redlining, old, new, "trPr")
    cells, new_cells = _cells(old), _cells(new)
    _put_ranges(redlining, old, new)
    partners = {new_cells[j]: cells[i] for i, j in pairs}
    at = (0, 0)
    for i, j in pairs:
        _cells_alone(redlining, cells[at[0] : i], new_cells[at[1] : j], cells[i], old, partners)
        change_properties(redlining, cells[i], new_cells[j], "tcPr")
        redlining.merge(cells[i], new_cells[j], f"{place}.{i}")
        at = i + 1, j + 1
    _cells_alone(redlining, cells[at[0] :], new_cells[at[1] :], None, old, partners)


def _put_ranges(redlining: Redlining, old: etree._Element, new: etree._Element) -> None:
    """Keep what has no width and stands between cells where the revised version has it."""
    for element in [child for child in old if child.tag in WITHOUT_WIDTH]:
        if redlining.is_shared(element):
            old.remove(element)
    for element in [child for child in new if child.tag in WITHOUT_WIDTH]:
        old.append(element)


def _cells_alone(
    redlining: Redlining,
    old: Sequence[etree._Element],
    new: Sequence[etree._Element],
    before: etree._Element | None,
    row: etree._Element,
    partners: dict[etree._Element, etree._Element],
) -> None:
    for cells, fate in ((old, Fate.DELETED), (new, Fate.INSERTED)):
        for cell in cells:
            properties = cell.find(w("tcPr"))
            if properties is None:
                properties = etree.Element(w("tcPr"))
                cell.insert(0, properties)
            properties.append(redlining.stamp.element(_CELL_FATES[fate]))
            redlining.give_fate(cell, fate)
    _put(new, before, row, partners)


def change_properties(
    redlining: Redlining, old: etree._Element, new: etree._Element, name: str
) -> None:
    """Give an element the properties of the revised one, with a record of its own."""
    before, after = old.find(w(name)), new.find(w(name))
    if properties_key(before) == properties_key(after):
        return
    made = copied(after, name)
    made.append(redlining.stamp.record(f"{name}Change", copied(before, name)))
    if before is not None:
        old.replace(before, made)
    else:
        exception = old.find(w("tblPrEx"))
        old.insert(0 if exception is None else old.index(exception) + 1, made)


def _change_grid(redlining: Redlining, old: etree._Element, new: etree._Element) -> None:
    before, after = old.find(w("tblGrid")), new.find(w("tblGrid"))
    if before is None or after is None or markup_digest(before) == markup_digest(after):
        return
    made = copied(after, "tblGrid")
    made.append(redlining.stamp.record("tblGridChange", copied(before, "tblGrid")))
    old.replace(before, made)
