"""What the notes of a file say, to tell which reference is which."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from sverka.readers.docx.wordprocessing import w
from sverka.redline.story_blocks import text_of_block

NOTES = {"footnotes": w("footnote"), "endnotes": w("endnote")}
REFERENCES = {"footnotes": w("footnoteReference"), "endnotes": w("endnoteReference")}


@dataclass(frozen=True, slots=True)
class NoteTexts:
    """The footnotes and endnotes of a file, by kind ("footnotes") and number."""

    notes: Mapping[tuple[str, str], etree._Element]

    @classmethod
    def of(cls, roots: Mapping[str, etree._Element | None]) -> "NoteTexts":
        """The notes of these parts, by kind."""
        notes = {
            (kind, note.get(w("id"), "")): note
            for kind, root in roots.items()
            if root is not None
            for note in root.iter(NOTES[kind])
        }
        return cls(notes)

    def said(self, kind: str, number: str) -> str:
        """What a note says; "" where there is none of this number."""
        note = self.notes.get((kind, number))
        return "" if note is None else text_of_block(note)
