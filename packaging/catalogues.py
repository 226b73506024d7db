#!/usr/bin/env python3
"""Bring the translations up to date with the sources: extract, merge, compile.

python packaging/catalogues.py           update resources/translations/*/LC_MESSAGES/sverka.{po,mo}
python packaging/catalogues.py --fill F  the same, taking missing translations from a JSON file:
                                         {"msgid": {"ru": "…"}, "one": {"ru": ["…", "…"]}}
"""

import argparse
import io
import json
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).resolve().parents[1]
SOURCES = TOP / "desktop" / "sverka"
TRANSLATIONS = TOP / "resources" / "translations"
LANGUAGES = ("ru", "ky")
# What the reader of a compiled catalogue needs to know of it
_READ = ("Language", "Plural-Forms", "Content-Type")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    # Errors and their words are written in English below and said in a language by `wording`
    "SverkaError": None,
    "ReadError": None,
    "PasswordError": None,
    "PictureError": None,
    "WriteError": None,
    "Phrase": None,
    "Counted": (1, 2),
}
PLURALS = {
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<10 || n%100>=20) ? 1 : 2);",
    "ky": "nplurals=2; plural=(n != 1);",
}


def template() -> Catalog:
    """All strings for people in the sources, in the order of the files."""
    catalog = Catalog(project="Sverka", version="", charset="utf-8", creation_date=None)
    methods = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
    found = extract_from_dir(str(SOURCES), methods, keywords=KEYWORDS)
    for path, _line, message, _comments, context in sorted(found, key=lambda m: (m[0], m[1])):
        catalog.add(message, locations=[(path, None)], context=context)
    return catalog


def catalogue(language: str, messages: Catalog) -> Catalog:
    """The catalogue of `language` brought to `messages`; what the sources lost is dropped."""
    path = po_path(language)
    known = read_po(io.BytesIO(path.read_bytes())) if path.exists() else Catalog()
    merged = Catalog(locale=language, project="Sverka", version="", charset="utf-8")
    merged.mime_headers = [("Plural-Forms", PLURALS[language])]
    for message in messages:
        if not message.id:
            continue
        key = message.id[0] if isinstance(message.id, tuple) else message.id
        before = known.get(key, message.context)
        string = before.string if before is not None and before.id == message.id else ""
        merged.add(message.id, string, locations=message.locations, context=message.context)
    return merged


def po_path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "sverka.po"


def po_bytes(language: str, catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, omit_header=True, sort_output=False)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURALS[language]}\\n"\n\n'
    )
    return header.encode() + buffer.getvalue()


def mo_bytes(po: bytes) -> bytes:
    written = read_po(io.BytesIO(po))
    compiled = _Compiled(locale=written.locale, charset="utf-8")
    compiled.mime_headers = [("Plural-Forms", written.plural_forms)]
    for message in written:
        if message.id:
            compiled[message.id] = message
    buffer = io.BytesIO()
    write_mo(buffer, compiled)
    return buffer.getvalue()


class _Compiled(Catalog):
    """A catalogue whose header says only what its reader needs.

    Babel's own names the present moment and Babel's release, and the same source made other bytes.
    """

    def __iter__(self) -> Iterator[Message]:
        header = {name: value for name, value in self.mime_headers if name in _READ}
        yield Message("", "".join(f"{name}: {value}\n" for name, value in header.items()))
        yield from (message for message in super().__iter__() if message.id)


def missing(catalog: Catalog) -> list[str]:
    """The messages of a catalogue without a translation in every form."""
    gaps = []
    for message in catalog:
        forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.id and not (forms and all(forms)):
            gaps.append(message.id[0] if isinstance(message.id, tuple) else str(message.id))
    return gaps


def fill(catalog: Catalog, language: str, given: dict[str, dict[str, object]]) -> None:
    """Put translations of `given` where the catalogue has none."""
    for message in catalog:
        key = message.id[0] if isinstance(message.id, tuple) else message.id
        if message.context:
            key = f"{message.context}\u0004{key}"
        forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        said = given.get(key, {}).get(language) if key else None
        if said and not (forms and all(forms)):
            if isinstance(message.id, tuple):
                said = tuple(said) if isinstance(said, list) else (said,)
                count = 3 if language == "ru" else 2
                message.string = (said * count)[:count] if len(said) == 1 else said[:count]
            else:
                message.string = said[0] if isinstance(said, list) else said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fill", type=Path, action="append", default=[])
    arguments = parser.parse_args()
    messages = template()
    for language in LANGUAGES:
        catalog = catalogue(language, messages)
        for path in arguments.fill:
            fill(catalog, language, json.loads(path.read_text("utf-8")))
        po = po_bytes(language, catalog)
        po_path(language).parent.mkdir(parents=True, exist_ok=True)
        po_path(language).write_bytes(po)
        po_path(language).with_suffix(".mo").write_bytes(mo_bytes(po))
        print(f"{language}: {len(catalog)} messages, {len(missing(catalog))} untranslated")
        for gap in missing(catalog):
            print("   ", json.dumps(gap, ensure_ascii=False))


if __name__ == "__main__":
    main()
