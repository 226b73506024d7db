"""XML that is broken or made to do harm."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.language import ENGLISH
from sverka.model import ReadError
from sverka.readers import read
from sverka.readers.markup import BadMarkup, ForbiddenMarkup, parse
from sverka.wording import notice_words

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def test_an_external_entity_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("confidential")
    text = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    with pytest.raises(ForbiddenMarkup):
        parse(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l11;</a>',
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a b="&l11;"/>',
        '<!DOCTYPE a SYSTEM "http://localhost:1/never.dtd"><a/>',
        "<!DOCTYPE a><a/>",
    ],
)
def test_definitions_are_refused_before_they_do_harm(text: str) -> None:
    with pytest.raises(BadMarkup):
        parse(text.encode())


@pytest.mark.parametrize("text", ["", "<a>", "<a></b>", "text", "<a>\x01</a>", "<a>&b;</a>"])
def test_what_is_not_well_formed_is_bad(text: str) -> None:
    with pytest.raises(BadMarkup):
        parse(text.encode())


def test_bottomless_nesting_is_bad() -> None:
    with pytest.raises(BadMarkup):
        parse(b"<a>" * 100_000 + b"</a>" * 100_000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "koi8-r"])
def test_any_declared_encoding_is_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a>Слово</a>'
    assert parse(text.encode(encoding)).text == "Слово"


def test_strict_names_become_the_usual_ones() -> None:
    root = parse(f'<w:p xmlns:w="{STRICT}" w:id="1" id="2"><w:r/></w:p>'.encode())
    assert root.tag == f"{{{USUAL}}}p"
    assert root.get(f"{{{USUAL}}}id") == "1"
    assert root.get("id") == "2"
    assert root[0].tag == f"{{{USUAL}}}r"


def test_a_document_with_definitions_is_refused_in_a_sentence(
    archive: Callable[..., Path], entries: Callable[..., dict[str, str]]
) -> None:
    bad = entries("") | {"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}
    with pytest.raises(ReadError, match="defines XML entities"):
        read(archive(bad))


def test_a_document_that_is_not_well_formed_is_damaged(
    archive: Callable[..., Path], entries: Callable[..., dict[str, str]]
) -> None:
    with pytest.raises(ReadError, match="damaged or incomplete"):
        read(archive(entries("") | {"word/document.xml": "<w:document>"}))


def test_a_broken_part_beside_the_text_is_left_out_with_a_notice(
    archive: Callable[..., Path], entries: Callable[..., dict[str, str]]
) -> None:
    body = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
    made = entries(body, footnotes="", styles="")
    made["word/footnotes.xml"] = "<!DOCTYPE a><a/>"
    made["word/styles.xml"] = "<w:styles"
    document = read(archive(made))
    assert [block.text for block in document.blocks] == ["text"]
    assert sorted(notice_words(notice, ENGLISH).split("”")[0] for notice in document.notices) == [
        "The part “word/footnotes.xml",
        "The part “word/styles.xml",
    ]
