"""What every step of writing a redline has at hand."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import w
from sverka.redline.inline_tokens import Line, inline_tokens
from sverka.redline.note_texts import NoteTexts
from sverka.redline.revision_elements import Fate, Stamp


@dataclass(slots=True)
class Redlining:
    """One redline in the making.

    `shared` are the ids of bookmarks, comment ranges and permissions that both files have, which
    stand where the revised one has them. `whole` are places of containers to be written as whole
    paragraphs. `merge` lets what is in a container of the revised file become tracked changes of
    the one of the original: it is given both, the place, and is how a table asks for its cells.
    `give_fate` marks all in a container as come or gone.
    `made` leads from paragraphs of either file to what was written for them.
    `pair_notes` and `bring_note` do so for notes, `merge_section` for sections.
    """

    stamp: Stamp
    notes: tuple[NoteTexts, NoteTexts]
    shared: frozenset[tuple[str, str]]
    moves: bool = True
    whole: frozenset[str] = frozenset()
    written_whole: list[str] = field(default_factory=list)
    untracked: list[str] = field(default_factory=list)
    move_count: int = 0
    made: dict[etree._Element, etree._Element] = field(default_factory=dict)
    merge: Callable[[etree._Element, etree._Element, str], None] = lambda old, new, place: None
    give_fate: Callable[[etree._Element, Fate], None] = lambda container, fate: None
    pair_notes: Callable[[str, str, str], None] = lambda kind, old, new: None
    bring_note: Callable[[str, str], str] = lambda kind, number: number
    merge_section: Callable[[etree._Element, etree._Element], None] = lambda old, new: None

    def next_move(self) -> str:
        """A name for a move that no other has."""
        self.move_count += 1
        return f"move{self.move_count}"

    def old_line(self, container: etree._Element) -> Line:
        """The words of something of the original."""
        return inline_tokens(container, self.notes[0].said)

    def new_line(self, container: etree._Element) -> Line:
        """The words of something of the revised version."""
        return inline_tokens(container, self.notes[1].said)

    def is_shared(self, element: etree._Element) -> bool:
        """Whether something without width is put where the revised version has it."""
        return (sort_of_range(element), element.get(w("id"), "")) in self.shared


def sort_of_range(element: etree._Element) -> str:
    """What kind of range an element begins or ends: "bookmark", "comment" or "perm"."""
    name = str(etree.QName(element).localname).removesuffix("Start").removesuffix("End")
    return name.removesuffix("Range")
