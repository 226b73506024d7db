"""Which encoding a text is taken to be in."""

import codecs
import random
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest

from sverka.language import ENGLISH
from sverka.model import NoticeCode, ReadError
from sverka.readers import read
from sverka.readers.code_pages import CANDIDATES, ESCAPED, NARROWER, WIDE
from sverka.readers.encoding import decode
from sverka.readers.encoding_guess import guess
from sverka.wording import notice_words

RUSSIAN = "Президент подчеркнул, что встреча прошла в деловой обстановке."
SENTENCES = {
    "Привет": ["cp1251", "koi8-r", "cp866"],
    "Я пришёл к тебе с приветом.": ["cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5"],
    "ИТОГИ ЗАСЕДАНИЯ СОВЕТА": ["cp1251", "koi8-r", "cp866", "iso8859-5"],
    "«Это наш общий дом», — сказал он журналистам.": ["cp1251", "mac-cyrillic"],
    RUSSIAN: ["cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5"],
    "Жогорку Кеңештин депутаттары бүгүн мыйзамды үч окууда кабыл алышты.": ["ptcp154", "kz1048"],
    "Уряд схвалив програму підтримки сільського господарства України.": ["cp1251", "koi8-u"],
    "Cumhurbaşkanı bugün Bişkek’te yapılan toplantıya katıldı.": ["cp1254"],
    "Görüşmede ikili ilişkiler ele alındı.": ["cp1254"],
    "Le président a été reçu à l’Élysée, où il s’est félicité du résultat.": ["cp1252"],
    "Où êtes-vous né ?": ["cp1252"],
    "Über die Änderung des Gesetzes wird später entschieden.": ["cp1252", "mac-roman", "cp850"],
    "Schöne Grüße": ["cp1252"],
    "Prezydent spotkał się z przedstawicielami związków zawodowych.": ["cp1250", "iso8859-2"],
    "A kormány elfogadta a költségvetésről szóló törvényt, amelyről később szavaznak.": ["cp1250"],
    "Ο πρόεδρος συναντήθηκε με τους δημοσιογράφους.": ["cp1253"],
    "اجتمع الرئيس مع الوزراء صباح اليوم": ["cp1256"],
    "הנשיא נפגש היום עם שרי הממשלה": ["cp1255"],
    "总统今天会见了各国代表，讨论了经济问题。": ["gb18030"],
    "總統今天會見了各國代表，討論了經濟問題。": ["big5"],
    "大統領は本日、各国の代表と会談しました。": ["shift_jis", "euc-jp"],
    "대통령은 오늘 각국 대표와 만났습니다.": ["euc-kr"],
    "The minister said “no comment” – and left.": ["cp1252"],
    "การประชุมเลื่อนไปวันศุกร์หน้า": ["cp874", "iso8859-11"],
    "Το λεωφορείο φεύγει στις οκτώ από την πλατεία.": ["cp737", "iso8859-7"],
    "האוטובוס יוצא בשמונה מן הכיכר": ["cp862", "iso8859-8"],
    "تغادر الحافلة في الثامنة من الساحة": ["iso8859-6"],
    "Автобус вирушає о восьмій із площі, і їхати далеко.": ["cp1125", "koi8-u"],
    "Автобус отходит в восемь часов с площади.": ["cp855"],
    "Das kostet nur noch 12 € für Schüler und Gäste.": ["iso8859-15", "cp1252"],
    "Der Bus fährt um acht am Marktplatz ab, später keiner.": ["cp437"],
    "Autobus odjíždí v osm hodin od náměstí, řidič už čeká.": ["mac-latin2", "cp852"],
    "公車八點從廣場出發。": ["cp950"],
    "Otobüs saat sekizde meydandan kalkıyor, şoför bekliyor.": ["iso8859-9", "cp857"],
    "똠방각하는 재미있는 소설이다.": ["cp949"],
    "バスは八時に広場から出ます。①番です。": ["cp932"],
    "バスは八時に広場から出ます。": ["iso2022_jp"],
    "버스는 여덟 시에 광장에서 떠난다.": ["iso2022_kr"],
    "公共汽车八点从广场出发。": ["hz"],
}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for text, encodings in SENTENCES.items() for encoding in encodings],
)
def test_short_texts_are_read_as_they_were_written(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), None, "file")
    assert found.text == text
    assert found.guessed


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize(
    "text", ["Hello, world", RUSSIAN, "Жогорку Кеңеш", "总统今天会见了各国代表", "เด็กไปโรงเรียน"]
)
def test_wide_characters_without_a_mark_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), None, "file").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    found = decode(mark + RUSSIAN.encode(encoding), None, "file")
    assert (found.text, found.encoding, found.guessed) == (RUSSIAN, encoding, False)


def test_valid_utf_8_is_not_a_guess() -> None:
    found = decode(RUSSIAN.encode(), None, "file")
    assert (found.encoding, found.guessed, found.undecodable) == ("utf-8", False, 0)


def test_utf_8_with_a_stray_zero_stays_utf_8() -> None:
    assert decode("Слово\0слово".encode(), None, "file").encoding == "utf-8"


def test_utf_8_cut_in_the_middle_of_a_letter_stays_utf_8() -> None:
    found = decode(RUSSIAN.encode()[1:], None, "file")
    assert found.encoding == "utf-8"
    assert found.undecodable == 1


def test_one_byte_beyond_the_code_page_does_not_change_it() -> None:
    found = decode(RUSSIAN.encode("cp1251").replace(b" ", b" \x98 ", 1), None, "file")
    assert (found.encoding, found.undecodable) == ("cp1251", 1)
    assert found.text == RUSSIAN.replace(" ", " \ufffd ", 1)


def test_words_far_behind_much_ascii_are_found() -> None:
    data = b"plain words " * 5000 + RUSSIAN.encode("koi8-r")
    assert guess(data).encoding == "koi8-r"


def test_every_candidate_is_an_encoding_of_python() -> None:
    for name in (*CANDIDATES, *ESCAPED, *WIDE, *chain(*NARROWER.values())):
        assert codecs.lookup(name)


def test_an_override_is_obeyed_even_where_it_is_wrong() -> None:
    found = decode(RUSSIAN.encode("cp1251"), "koi8-r", "file")
    assert found.text == RUSSIAN.encode("cp1251").decode("koi8-r")
    assert not found.guessed


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "utf-8-sig"])
def test_an_override_of_utf_8_leaves_the_mark_out(name: str) -> None:
    assert decode(codecs.BOM_UTF8 + b"a", name, "file").text == "a"


def test_an_override_of_utf_16_obeys_the_mark() -> None:
    data = codecs.BOM_UTF16_BE + "Да".encode("utf-16-be")
    assert decode(data, "utf-16", "file").text == "Да"


def test_what_an_override_does_not_know_is_replaced_and_counted() -> None:
    found = decode(b"a\xffb\xff\xffc", "utf-8", "file")
    assert found.text == "a\ufffdb\ufffd\ufffdc"
    assert found.undecodable == 2


@pytest.mark.parametrize(
    "name", ["klingon", "", "base64", "idna", "unicode_escape", "undefined", "a\0b", "ы"]
)
def test_an_encoding_that_does_not_exist_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "file.txt"
    path.write_text("text")
    with pytest.raises(ReadError, match=r"file\.txt” was not read") as caught:
        read(path, encoding=name)
    assert "\n" not in str(caught.value)


def test_a_guess_is_told_with_the_way_to_override_it(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(RUSSIAN.encode("cp866"))
    document = read(path)
    assert document.properties.encoding == "cp866"
    assert "cp866" in notice_words(document.notices[0], ENGLISH)
    assert "--encoding-old" in notice_words(document.notices[0], ENGLISH)


def test_replaced_bytes_are_told(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"a\xffb")
    (notice,) = read(path, encoding="utf-8").notices
    assert "1 place" in notice_words(notice, ENGLISH)


def test_the_same_bytes_always_give_the_same_guess() -> None:
    data = "Ё".encode("cp1251")
    assert len({guess(data) for _ in range(5)}) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"\xff " + b"a" * 5_000_000,
        b"\xe0" * 5_000_000,
        (b"a" * 100 + b"\xff") * 50_000,
        b"\0a" * 2_500_000,
    ],
)
def test_guessing_takes_no_longer_for_more(data: bytes) -> None:
    assert guess(data)


def test_words_at_the_edge_of_the_sample_are_whole() -> None:
    english = b"the quick brown fox jumps over the lazy dog and runs away " * 20
    data = english + "über".encode("cp1252") + b" " + english
    assert decode(data, None, "file").text == data.decode("cp1252")


def apart(text: str) -> str:
    """Vietnamese as cp1258 has it, with the tones behind their letters."""
    whole = ""
    for char in text:
        pieces = normalize("NFD", char)
        tones = "".join(piece for piece in pieces if piece in "\u0300\u0301\u0303\u0309\u0323")
        whole += normalize("NFC", "".join(p for p in pieces if p not in tones)) + tones
    return whole


def test_vietnamese_with_its_tones_apart_is_read() -> None:
    text = apart("Xe khởi hành lúc tám giờ, mọi người đã chờ ở đó.")
    found = decode(text.encode("cp1258"), None, "file")
    assert (found.encoding, found.text) == ("cp1258", text)


@pytest.mark.parametrize("sign", ["90 m²", "la 3.ª vez", "½ litro", "el œuvre", "20 °C", "¡olé!"])
def test_one_odd_sign_does_not_change_the_language(sign: str) -> None:
    text = f"La cocina mide {sign} según el señor Ibáñez, que vive allí."
    assert decode(text.encode("cp1252"), None, "file").text == text


@pytest.mark.parametrize(
    "text",
    [
        "echo ~{a,b}~ > c",
        "~{~}",
        "a tilde ~{and a brace~}",
        "see ~{x} and ~}",
        "\x1b[1mbold\x1b[0m",
    ],
)
def test_plain_ascii_with_tildes_and_escapes_stays_what_it_is(text: str) -> None:
    assert decode(text.encode(), None, "file").text == text


def test_a_reading_that_loses_much_is_none() -> None:
    """Half of these bytes are in no Japanese, and Latin-1 would not lose them."""
    data = b"\x81 \x82 \x83 \x84 \x85 \x98 \x9d \xff \xfe \xfd " * 30
    found = decode(data, None, "file")
    assert found.undecodable * 10 <= len(found.text)


def test_bytes_that_are_no_text_are_said_to_be_of_no_known_encoding(tmp_path: Path) -> None:
    path = tmp_path / "noise.txt"
    path.write_bytes(bytes(random.Random(4).choices(range(0x80, 0x100), k=900)))
    notice = read(path).notices[0]
    assert notice.code is NoticeCode.ENCODING_UNKNOWN
    assert notice_words(notice, ENGLISH).startswith("The encoding of “")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("The room was kept at 21 °C.", "cp850"), ("Section § 14 was struck out.", "mac-roman")],
)
def test_a_guess_from_a_single_sign_is_said_to_be_doubtful(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode(encoding))
    notice = read(path).notices[0]
    assert notice.code is NoticeCode.ENCODING_DOUBTFUL
    other = str(notice.values["alternative"])
    assert other != notice.values["encoding"]
    assert other in notice_words(notice, ENGLISH)
    assert read(path, encoding=other).properties.encoding == other


def test_a_page_of_text_is_not_doubted() -> None:
    found = decode((RUSSIAN + "\n").encode("koi8-r") * 20, None, "file")
    assert (found.encoding, found.alternatives, found.unknown) == ("koi8-r", (), False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日本語の文です。", "shift_jis"),
        ("한국어 문장입니다.", "euc-kr"),
        ("這是一個中文句子，我們今天開會。", "big5"),
    ],
)
def test_what_the_usual_page_knows_is_called_by_its_name(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), None, "file").encoding == encoding
