"""Properties that changed, with a record of what they were; and the package around all."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from small_paper import W, docx, line, p, r, redline, root_of, table

from sverka.model import ReadError, WriteError
from sverka.readers.intake import Intake
from sverka.redline import RedlineOptions, redline_of, write_redline
from sverka.redline.joined_gaps import better_as_one
from sverka.redline.table_matching import match_cells, match_rows

W_ = f"{{{W}}}"
END = p("The end of it.")


def _record(root: etree._Element, name: str) -> tuple[str, str]:
    """What a change of properties holds of old, and what stands beside it now."""
    (record,) = root.iter(f"{W_}{name}Change")
    now = record.getparent()
    assert now is not None
    return tuple(
        "".join(etree.QName(e).localname for e in one if e is not record)
        for one in (record[0], now)
    )  # type: ignore[return-value]


def test_a_look_is_recorded_whole() -> None:
    old, new = p(r("a", "<w:b/><w:i/>")), p(r("a", "<w:i/><w:u w:val='single'/>"))
    assert _record(root_of(redline(old, new)), "rPr") == ("bi", "iu")


def test_language_and_proofing_are_no_look() -> None:
    old, new = p(r("a", "<w:lang w:val='en-GB'/>")), p(r("a", "<w:noProof/>"))
    assert redline(old, new).counts == {}


def test_on_is_on_however_it_is_written() -> None:
    assert redline(p(r("a", "<w:b/>")), p(r("a", "<w:b w:val='true'/>"))).counts == {}


def test_properties_of_a_paragraph_are_recorded() -> None:
    old, new = p("a", props="<w:keepNext/>"), p("a", props="<w:jc w:val='center'/>")
    assert _record(root_of(redline(old, new)), "pPr") == ("keepNext", "jc")


def test_the_look_of_a_mark_is_recorded() -> None:
    made = redline(p("a", props="<w:rPr><w:b/></w:rPr>"), p("a"))
    assert made.counts == {"rPrChange": 1}


def test_a_section_keeps_what_it_was() -> None:
    old, new = (p("a") + f'<w:sectPr><w:pgMar w:left="{left}"/></w:sectPr>' for left in ("1", "2"))
    assert _record(root_of(redline(old, new)), "sectPr") == ("pgMar", "pgMar")


def test_properties_of_tables_rows_and_cells_are_recorded() -> None:
    old = table(("a", "b")) + END
    new = (
        old.replace("<w:tblPr/>", '<w:tblPr><w:jc w:val="center"/></w:tblPr>')
        .replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>", 1)
        .replace("<w:tcPr/>", "<w:tcPr><w:noWrap/></w:tcPr>", 1)
    )
    made = redline(old, new)
    assert made.counts == {"tblPrChange": 1, "tcPrChange": 1, "trPrChange": 1}
    assert _record(root_of(made), "tcPr") == ("", "noWrap")


def test_rows_are_paired_by_what_they_say_and_then_by_place() -> None:
    assert match_rows(["a b", "c d", "e f"], ["a b", "e f"]) == [(0, 0), (2, 1)]
    assert match_rows(["a b", "c d"], ["a b", "x y"]) == [(0, 0), (1, 1)]


def test_a_column_that_came_is_found_in_all_rows_at_once() -> None:
    rows = [(["1", "2"], ["1", "x", "2"]), (["2", "2"], ["2", "y", "2"])]
    assert match_cells(rows) == [[(0, 0), (1, 2)]] * 2


def test_columns_that_were_shifted_are_one_that_went_and_one_that_came() -> None:
    rows = [(["a", "b", "c"], ["b", "c", "d"]), (["e", "f", "g"], ["f", "g", "h"])]
    assert match_cells(rows) == [[(1, 0), (2, 1)]] * 2


def test_paragraphs_are_one_text_only_where_much_is_spared() -> None:
    long = "It was agreed by all sides in the end."
    assert better_as_one([f"{long} Yes.", "So be it."], [long, "Yes. So be it."], []) is True
    assert (
        better_as_one(["Apples are ripe."], ["Whoever comes first", "has the choice"], []) is False
    )


def test_without_moves_a_paragraph_is_deleted_and_inserted() -> None:
    moved = p("A paragraph that is long enough to have moved.")
    rest = p("One that stays in its place, being longer than the other one.")
    made = redline(moved + rest + END, rest + moved + END, moves=False)
    assert "moveFrom" not in made.counts


def test_a_container_can_be_written_as_whole_paragraphs() -> None:
    main = "word/document.xml"
    made = redline_of(docx(p("a b") + END), docx(p("a c") + END), whole=[main])
    assert made.whole == (main,)
    assert line(made) == "[-a b-][-¶-][+a c+][+¶+][-The end of it.-][+The end of it.+]¶"


def test_ids_of_revisions_are_all_different() -> None:
    old = table(("a", "b")) + p("one two") + END
    new = table(("a", "c"), ("d", "e")) + p("one three") + END
    root = root_of(redline(old, new))
    ids = [one.get(f"{W_}id") for one in root.iter() if one.get(f"{W_}author") is not None]
    assert len(ids) == len(set(ids)) > 3


def test_entries_have_one_date_and_the_moment_of_a_change_may_be_given() -> None:
    made = redline(p("a"), p("b"), date=datetime(2020, 2, 3, tzinfo=UTC))
    with ZipFile(BytesIO(made.data)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b'w:date="2020-02-03T00:00:00Z"' in file.read("word/document.xml")


def test_strict_markup_comes_out_as_every_program_knows_it() -> None:
    found = docx(p("a"))
    strict = BytesIO()
    with ZipFile(BytesIO(found.data)) as source, ZipFile(strict, "w") as sink:
        for name in source.namelist():
            data = source.read(name)
            data = data.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            relationships = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            data = data.replace(
                relationships, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            sink.writestr(name, data)
    old = Intake("strict.docx", strict.getvalue(), "")
    made = redline_of(old, docx(p("b")), RedlineOptions())
    assert line(made) == "[-a-][+b+]¶"
    assert b"purl.oclc.org" not in b"".join(
        ZipFile(BytesIO(made.data)).read(name) for name in ZipFile(BytesIO(made.data)).namelist()
    )


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        redline_of(Intake("a.docx", b"nothing", ""), docx(p("a")))
    paths = [tmp_path / name for name in ("old.docx", "new.docx")]
    for path, body in zip(paths, ("a", "b"), strict=True):
        path.write_bytes(docx(p(body)).data)
    with pytest.raises(WriteError):
        write_redline(paths[0], paths[1], paths[1])
    with pytest.raises(WriteError):
        write_redline(*paths, tmp_path / "nowhere" / "redline.docx")
    write_redline(*paths, tmp_path / "redline.docx")
    assert (tmp_path / "redline.docx").stat().st_size


def test_no_stretch_of_words_goes_over_a_table() -> None:
    first, second = "It was agreed by all sides in the end.", "The meeting ended late at night."
    old = p(first) + table(("between",)) + p(second) + END
    new = table(("other",)) + p(f"{first} {second}") + END
    made = root_of(redline(old, new))
    assert {child.tag for child in made[0]} == {f"{W_}p", f"{W_}tbl"}
    assert not [one for one in made.iter(f"{W_}tr") if one.getparent().tag != f"{W_}tbl"]
