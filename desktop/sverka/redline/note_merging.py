"""Puts the notes of both files into one part: those that both have with their changes."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import w
from sverka.redline.note_texts import NOTES, REFERENCES, NoteTexts
from sverka.redline.part_roots import empty_like

_ID, _TYPE = w("id"), w("type")
_FEWEST: int = 1
"""Numbers below it are of separators, whatever type they say."""


@dataclass(slots=True)
class NoteMerging:
    """The notes of the redline, which begin as those of the original.

    `roots` are the parts by kind ("footnotes"), `merge` writes the changes of a container.
    """

    roots: dict[str, etree._Element]
    notes: tuple[NoteTexts, NoteTexts]
    merge: Callable[[etree._Element, etree._Element, str], None]
    merged: set[tuple[str, str]] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)

    def pair(self, kind: str, old: str, new: str) -> None:
        """Write into a note of the original what the same one says in the revised file."""
        ours = self.notes[0].notes.get((kind, old))
        theirs = self.notes[1].notes.get((kind, new))
        if ours is None or theirs is None or (kind, old) in self.merged:
            return
        self.merged.add((kind, old))
        self.changed.add(kind)
        self.merge(ours, deepcopy(theirs), f"{kind}/{old}")

    def bring(self, kind: str, number: str) -> str:
        """Bring in a note of the revised file; its number here."""
        note = self.notes[1].notes.get((kind, number))
        if note is None:
            return number
        root = self._root(kind, note)
        known = [int(one.get(_ID, "0")) for one in root.iter(NOTES[kind])]
        made = deepcopy(note)
        made.set(_ID, str(max([_FEWEST, *known]) + 1))
        root.append(made)
        self.changed.add(kind)
        return made.get(_ID, "")

    def put_in_order(self, kind: str, body: etree._Element) -> None:
        """Put notes in the order of their references, and number them so.

        LibreOffice takes the numbers for places: the first it meets for that of the first note.
        """
        root = self.roots[kind]
        references = list(body.iter(REFERENCES[kind]))
        apart = [one for one in root if one.get(_TYPE) not in (None, "normal")]
        notes = [one for one in root if one.get(_TYPE) in (None, "normal")]
        order = list(dict.fromkeys(one.get(_ID, "") for one in (*references, *notes)))
        first = max([_FEWEST - 1, *(int(one.get(_ID, "0")) for one in apart)]) + 1
        ids = {key: str(first + place) for place, key in enumerate(order)}
        notes.sort(key=lambda one: int(ids[one.get(_ID, "")]))
        for one in (*references, *notes):
            one.set(_ID, ids[one.get(_ID, "")])
        root[:] = [*apart, *notes]

    def _root(self, kind: str, note: etree._Element) -> etree._Element:
        """The notes of a kind; where the original has none, only the lines that part them."""
        if kind not in self.roots:
            model = note.getroottree().getroot()
            root = empty_like(model)
            root.extend(deepcopy(one) for one in model if one.get(_TYPE) not in (None, "normal"))
            self.roots[kind] = root
        return self.roots[kind]
