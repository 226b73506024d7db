"""Whatever bytes a file has, reading it ends in a Document or in one sentence."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sverka.model import BlockKind, Document, ReadError, Tracked
from sverka.readers import read, read_text

RELEASE = "Президент подчеркнул, что встреча прошла в деловой обстановке.\n\nThe end.\n"
MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def sample_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Release", 1)
    document.add_paragraph("A paragraph with ").add_run("bold").bold = True
    document.add_paragraph("An item", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "cell"
    document.sections[0].header.paragraphs[0].text = "Header"
    document.add_comment(document.paragraphs[1].runs, text="Note", author="A")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def sample_pdf() -> bytes:
    document = pdfium.PdfDocument.new()
    for number in range(2):
        page = document.new_page(612, 792)
        font = raw.FPDFText_LoadStandardFont(document, b"Helvetica")
        for line in range(3):
            text = raw.FPDFPageObj_CreateTextObj(document, font, 12)
            words = f"Page {number} line {line}".encode("utf-16-le") + b"\0\0"
            buffer = (raw.FPDF_WCHAR * (len(words) // 2)).from_buffer_copy(words)
            raw.FPDFText_SetText(text, buffer)
            raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 72, 700 - 20 * line)
            raw.FPDFPage_InsertObject(page, text)
        page.gen_content()
    stream = BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    texts = {f"text-{name}": RELEASE.encode(name) for name in ("utf-8", "cp1251", "utf-16")}
    return {"docx": sample_docx(), "pdf": sample_pdf(), **texts}


def ends_well(path: Path, data: bytes, encoding: str | None = None) -> Document | None:
    """Read; a ReadError must be one line, a document must hold together."""
    path.write_bytes(data)
    sentence = ""
    try:
        document = read(path, encoding=encoding)
    except ReadError as error:
        sentence = str(error)
    if sentence:
        assert "\n" not in sentence
        return None
    assert document.blocks
    assert any(block.text.strip() for block in document.blocks)
    for block in document.blocks:
        assert block.text.encode("utf-8") or not block.runs
        assert all(run.text for run in block.runs)
        for one in block.objects:
            assert 0 <= one.offset <= one.offset + one.length <= len(block.text)
    return document


def damage(data: bytes, cut: float, flips: list[tuple[float, int]]) -> bytes:
    """The beginning of the data, with some of its bytes changed; places from 0 to 1."""
    damaged = bytearray(data[: int(len(data) * cut) + 1])
    for place, value in flips:
        damaged[min(int(len(damaged) * place), len(damaged) - 1)] = value
    return bytes(damaged)


PLACES = st.floats(0, 1, exclude_max=True)
FLIPS = st.lists(st.tuples(PLACES, st.integers(0, 255)), max_size=8)


@pytest.mark.parametrize("kind", ["docx", "pdf", "text-utf-8", "text-cp1251", "text-utf-16"])
def test_the_samples_themselves_are_read(
    tmp_path: Path, samples: dict[str, bytes], kind: str
) -> None:
    document = ends_well(tmp_path / "file", samples[kind])
    assert document is not None
    assert document.format == kind.partition("-")[0]


@pytest.mark.parametrize("kind", ["docx", "pdf", "text-utf-8", "text-cp1251", "text-utf-16"])
@given(cut=st.floats(0.2, 1), flips=FLIPS)
@MANY
def test_damaged_files_end_in_a_document_or_a_sentence(
    tmp_path: Path, samples: dict[str, bytes], kind: str, cut: float, flips: list[tuple[float, int]]
) -> None:
    ends_well(tmp_path / "file", damage(samples[kind], cut, flips))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@given(flips=st.lists(st.tuples(PLACES, st.integers(0, 255)), min_size=1, max_size=3))
@MANY
def test_whole_files_with_wrong_bytes_end_in_a_document_or_a_sentence(
    tmp_path: Path, samples: dict[str, bytes], kind: str, flips: list[tuple[float, int]]
) -> None:
    ends_well(tmp_path / "file", damage(samples[kind], 1, flips))


@given(part=st.sampled_from(["document", "styles", "numbering", "comments"]), flips=FLIPS)
@MANY
def test_wrong_bytes_inside_the_parts_end_in_a_document_or_a_sentence(
    tmp_path: Path, samples: dict[str, bytes], part: str, flips: list[tuple[float, int]]
) -> None:
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(samples["docx"])) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, damage(data, 1, flips) if part in entry.filename else data)
    ends_well(tmp_path / "file", stream.getvalue())


NAMES = st.sampled_from(
    "p r t tab br pPr rPr b sz tbl tr tc tcPr gridSpan vMerge hyperlink sdt sdtContent ins del"
    " moveFrom moveTo fldChar fldSimple instrText sym numPr ilvl numId outlineLvl sectPr"
    " headerReference footnoteReference commentReference txbxContent drawing ruby rubyBase".split()
)
VALUES = st.sampled_from(
    ["", "0", "1", "-1", "99999999999", "begin", "end", "separate", "x", "F0B7"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["val", "id", "type", "fldCharType", "char", "font", "instr"]),
    VALUES,
    max_size=2,
)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, attributes, inside: (
            f"<w:{name}"
            + "".join(f' w:{key}="{value}"' for key, value in attributes.items())
            + f">{''.join(inside)}</w:{name}>"
        ),
        NAMES,
        ATTRIBUTES,
        st.lists(children, max_size=4),
    )


@given(
    body=st.lists(
        st.recursive(
            st.sampled_from(["<w:r><w:t>word </w:t></w:r>", "<w:p/>"]), element, max_leaves=12
        ),
        max_size=6,
    ),
    tracked=st.sampled_from(Tracked),
)
@MANY
def test_elements_in_any_order_are_read(
    tmp_path: Path, samples: dict[str, bytes], body: list[str], tracked: Tracked
) -> None:
    uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f'<w:document xmlns:w="{uri}"><w:body><w:p><w:r><w:t>sure</w:t></w:r></w:p>'
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(samples["docx"])) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for entry in old.infolist():
            is_main = entry.filename == "word/document.xml"
            made = (text + "".join(body) + "</w:body></w:document>").encode()
            new.writestr(entry, made if is_main else old.read(entry))
    path = tmp_path / "file"
    path.write_bytes(stream.getvalue())
    assert read(path, tracked=tracked).blocks[0].text == "sure"


@given(data=st.binary(max_size=400))
@MANY
def test_any_bytes_end_in_a_document_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    ends_well(tmp_path / "file.txt", data)


@given(data=st.binary(min_size=1, max_size=200), name=st.text(max_size=12))
@MANY
def test_any_encoding_name_ends_in_a_document_or_a_sentence(
    tmp_path: Path, data: bytes, name: str
) -> None:
    ends_well(tmp_path / "file.txt", data, name)


LINES = st.text(alphabet=st.sampled_from("aбңё «»—-.,\t\u00a0"), max_size=20)


@given(lines=st.lists(LINES, max_size=12), end=st.sampled_from(["\n", "\r\n", "\r"]))
@MANY
def test_no_character_of_a_text_is_lost(lines: list[str], end: str) -> None:
    """Every line stands in the block that says so, as it was written."""
    if not any(line.strip() for line in lines):
        return
    found: dict[int, str] = {}
    for block in read_text(end.join(lines), "pasted").blocks:
        assert block.kind is BlockKind.PARAGRAPH
        assert block.source.lines is not None
        first, last = block.source.lines
        pieces = block.text.split("\n")
        assert len(pieces) == last - first + 1
        found |= dict(enumerate(pieces, start=first))
    assert found == {n: line for n, line in enumerate(lines, start=1) if line.strip()}


WORDS = st.lists(
    st.text(alphabet="абвгдежзиклмнопрстуфхцчшыэюя", min_size=1, max_size=9), min_size=3
)


@given(words=WORDS, encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "utf-32"]))
@MANY
def test_text_in_any_unicode_encoding_comes_back(
    tmp_path: Path, words: list[str], encoding: str
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(" ".join(words).encode(encoding))
    assert read(path).blocks[0].text == " ".join(words)
