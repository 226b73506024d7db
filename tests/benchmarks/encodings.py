"""Print how many texts are read in the encoding they were written in, and which errors are doubted.

python tests/benchmarks/encodings.py [--wrong] [--folder FOLDER] [--voice ours|chardet]

Without a folder the texts are those of encoding_sentences.txt: each sentence alone, and each
language as one text, in all the code pages usual for it. A folder holds one folder an encoding, as
the public tests of chardet do, whose names begin with that of the encoding. Right is what decodes
to the same text, whatever the name.
"""

import argparse
import codecs
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sverka.model import ReadError
from sverka.readers.encoding import decode

WESTERN = ("cp1252", "iso8859-15", "mac-roman", "cp850", "cp437")
CENTRAL = ("cp1250", "iso8859-2", "cp852", "mac-latin2")
CYRILLIC = ("cp1251", "iso8859-5", "mac-cyrillic")
PAGES = {
    **dict.fromkeys(("en", "de", "fr", "es", "pt", "it"), WESTERN),
    **dict.fromkeys(("pl", "cs", "hu"), CENTRAL),
    "tr": ("cp1254", "iso8859-9", "cp857"),
    "el": ("cp1253", "iso8859-7", "cp737"),
    "ru": (*CYRILLIC, "koi8-r", "cp866"),
    "uk": (*CYRILLIC, "koi8-u", "cp1125"),
    "ky": ("ptcp154", "kz1048"),
    "kk": ("ptcp154", "kz1048"),
    "he": ("cp1255", "iso8859-8", "cp862"),
    "ar": ("cp1256", "iso8859-6"),
    "th": ("cp874", "iso8859-11"),
    "vi": ("cp1258",),
    "zh-hans": ("gb18030", "gb2312", "hz"),
    "zh-hant": ("big5", "cp950", "gb18030"),
    "ja": ("shift_jis", "cp932", "euc-jp", "iso2022_jp"),
    "ko": ("euc-kr", "cp949", "iso2022_kr"),
}
UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


class Made(NamedTuple):
    """The bytes of a text, what they say, and where the text comes from."""

    group: str
    page: str
    data: bytes
    text: str


def main() -> None:
    """Measure the texts, and print a line for each language and length, or each folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--wrong", action="store_true", help="print each text read wrongly")
    parser.add_argument("--folder", type=Path, help="measure the files of these folders instead")
    parser.add_argument("--voice", choices=("ours", "chardet"), default="ours")
    chosen = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    started = time.process_time()
    for made in stored_texts(chosen.folder) if chosen.folder else made_texts():
        read, encoding, doubted = VOICES[chosen.voice](made.data)
        right = read.strip("\r\n\x1a") == made.text.strip("\r\n\x1a")
        for key in (made.group, "all"):
            counts.setdefault(key, Counter()).update(
                texts=1, right=right, doubted=doubted, known=doubted and not right
            )
        if chosen.wrong and not right:
            told = "doubted" if doubted else "SURE"
            print(f"{made.group:16} {made.page} as {encoding} {told}: {read[:70]!r}")
    for group, count in counts.items():
        print(line(group, count))
    print(f"{time.process_time() - started:.1f} s")


def line(group: str, count: Counter[str]) -> str:
    """How many are right, how many of the wrong ones are doubted, and of the right ones."""
    wrong = count["texts"] - count["right"]
    return (
        f"{group:18} {count['right']:>5} of {count['texts']:>5} right"
        f" {count['right'] / count['texts']:8.1%}   {count['known']:>3} of {wrong:>3} wrong doubted"
        f"   {(count['doubted'] - count['known']) / max(1, count['right']):6.1%} right doubted"
    )


def ours(data: bytes) -> tuple[str, str, bool]:
    """The text, its encoding and whether there is a doubt, as the program has it."""
    try:
        found = decode(data, None, "file")
    except ReadError:
        return "", "unknown", True
    return found.text, found.encoding, bool(getattr(found, "alternatives", ()))


def second(data: bytes) -> tuple[str, str, bool]:
    """The same of chardet alone."""
    import chardet

    found = chardet.detect(data, compat_names=False)
    name = found["encoding"] or "cp1252"
    return data.decode(name, "replace"), name, found["confidence"] < 0.5


VOICES = {"ours": ours, "chardet": second}


def made_texts() -> Iterator[Made]:
    """Each sentence, and all of a language, in each page that has its letters."""
    for language, sentences in banks().items():
        texts = [("short", sentence) for sentence in sentences]
        texts += [("three", " ".join(sentences[k : k + 3])) for k in range(0, len(sentences), 3)]
        texts.append(("long", "\n".join(sentences * 20)))
        for page in (*PAGES[language], *UNICODE):
            for length, text in texts:
                data = encoded(text, page)
                if data is not None and not text.isascii():
                    said = data.decode(page)
                    yield Made(f"{language} {length}", page, data, said)


def encoded(text: str, page: str) -> bytes | None:
    """The text in a page; without what only typesetters write where the page lacks that."""
    simpler = text.translate({0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2026: "..."})
    for form in (text, apart(text) if page == "cp1258" else text, simpler):
        try:
            return form.encode(page)
        except UnicodeEncodeError:
            continue
    return None


def apart(text: str) -> str:
    """Vietnamese as cp1258 has it: letters with their hats, tones apart."""
    pieces = unicodedata.normalize("NFD", text)
    joined = []
    for char in pieces:
        if joined and unicodedata.combining(char) and char not in _TONES:
            tone = joined.pop() if joined[-1] in _TONES else ""
            joined[-1] = unicodedata.normalize("NFC", joined[-1] + char)
            joined += [tone] if tone else []
        else:
            joined.append(char)
    return "".join(joined)


def banks() -> dict[str, list[str]]:
    """The sentences of each language."""
    text = (Path(__file__).parent / "encoding_sentences.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for row in text.splitlines():
        if row.startswith("== "):
            sentences = found.setdefault(row[3:], [])
        else:
            sentences.append(row)
    return found


def stored_texts(folder: Path) -> Iterator[Made]:
    """The files of folders that are named after encodings; unknown names are left out."""
    for file in sorted(folder.glob("*/*")):
        parts = file.parent.name.lower().split("-")
        names = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
        page = next(filter(known, names), None)
        data = file.read_bytes()
        if page is None or page == "ascii":
            continue
        try:
            yield Made(file.parent.name, page, data, data.decode(page))
        except UnicodeDecodeError:
            yield Made(file.parent.name, page, data, data.decode(page, "replace"))


def known(name: str) -> bool:
    """Whether Python has an encoding of that name."""
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


if __name__ == "__main__":
    main()
