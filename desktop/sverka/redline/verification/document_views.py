"""Views a document with its revisions settled one way: every story of it, and its sections."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from sverka.model import HeaderPages, Part, StoryName, Way
from sverka.redline.verification.canonical_form import Form, form
from sverka.redline.verification.inline_walk import Reading
from sverka.redline.verification.known_lists import known_lists
from sverka.redline.verification.known_styles import KnownStyles
from sverka.redline.verification.markup_names import AUTHOR, DATE, ID, P, R, T, local, word
from sverka.redline.verification.opened_package import OpenedPackage
from sverka.redline.verification.seen_values import SeenDocument, SeenSection, SeenStory
from sverka.redline.verification.settling import Ours, settle
from sverka.redline.verification.story_walk import walked

_REFERENCES = {word("headerReference"): Part.HEADER, word("footerReference"): Part.FOOTER}
_BOXES = "text box"
_PAGES = {"first": HeaderPages.FIRST, "even": HeaderPages.EVEN}
_NOTES = {Part.FOOTNOTE: ("footnotes", "footnote"), Part.ENDNOTE: ("endnotes", "endnote")}
_SETTINGS_LEFT_OUT = frozenset(
    {"rsids", "trackRevisions", "proofState", "zoom", "view", "revisionView", "attachedTemplate"}
    | {"docVars", "activeWritingStyle", "documentProtection", "docId", "chartTrackingRefBased"}
    | {"persistentDocumentId", "hdrShapeDefaults", "shapeDefaults", "themeFontLang", "compat"}
    | {"footnotePr", "endnotePr", "decimalSymbol", "listSeparator", "hideSpellingErrors"}
    | {"hideGrammaticalErrors", "mathPr", "clrSchemeMapping", "removePersonalInformation"}
    | {"removeDateAndTime", "stylePaneFormatFilter", "stylePaneSortMethod", "schemaLibrary"}
    | {"doNotTrackMoves", "doNotTrackFormatting", "discardImageEditingData", "defaultTableStyle"}
    | {"savePreviewPicture", "saveThroughXslt", "attachedSchema", "rsidRoot", "readModeInkLockDown"}
)
"""What of the settings is how a program showed the file last, or says nothing of the text."""


@dataclass(slots=True)
class _View:
    """A document being viewed: its parts as settled trees."""

    package: OpenedPackage
    way: Way
    ours: Ours
    roots: dict[str, etree._Element | None] = field(default_factory=dict)
    stories: dict[StoryName, SeenStory] = field(default_factory=dict)
    boxes: int = 0

    def root(self, part: str | None) -> etree._Element | None:
        """The tree of a part, settled."""
        if part is None:
            return None
        if part not in self.roots:
            root = self.package.tree_if_any(part)
            if root is not None:
                settle(root, self.way, self.ours)
            self.roots[part] = root
        return self.roots[part]

    def read_story(
        self, reading: Reading, name: StoryName, container: etree._Element, part: str = ""
    ) -> tuple[tuple[SeenSection, etree._Element], ...]:
        """Take in a story, and the text boxes in it."""
        walk = walked(reading, name, container, part)
        self.stories[name] = walk.story
        while reading.boxes:
            inner, box = reading.boxes.pop(0)
            number, self.boxes = self.boxes, self.boxes + 1
            boxed = StoryName(Part.TEXT_BOX, number)
            self.stories[boxed] = walked(inner, boxed, box, _BOXES).story
        return tuple(walk.sections)


def viewed(package: OpenedPackage, styles: KnownStyles, way: Way, ours: Ours) -> SeenDocument:
    """The document of a package, with its styles, once the revisions of `ours` are settled."""
    view = _View(package, way, ours)
    root = view.root(package.main)
    body = None if root is None else root.find(word("body"))
    sections: tuple[tuple[SeenSection, etree._Element], ...] = ()
    reading = Reading(package, package.main, styles, known_lists(package, styles))
    reading.comments = _comments(view)
    if body is not None:
        sections = view.read_story(reading, StoryName(Part.BODY), body)
    _read_notes(view, reading)
    _read_headers(view, reading, [element for _section, element in sections])
    settings = _settings(package, reading)
    return SeenDocument(view.stories, tuple(section for section, _ in sections), settings)


def _comments(view: _View) -> dict[str, str]:
    """What each comment says, whose it is and of when, by its id."""
    root = view.root(view.package.part_of_kind("comments"))
    found = {}
    for comment in () if root is None else root.iter(word("comment")):
        said = "\n".join(
            "".join(t.text or "" for t in paragraph.iter(T)) for paragraph in comment.iter(P)
        )
        whose = (comment.get(AUTHOR, ""), comment.get(DATE, ""), said)
        found[comment.get(ID, "")] = "\x1f".join(whose)
    return found


def _read_notes(view: _View, reading: Reading) -> None:
    """Take in the notes in the order in which they are referred to."""
    counts = dict.fromkeys(_NOTES, 0)
    kept: dict[Part, dict[str, etree._Element]] = {}
    readings: dict[Part, Reading] = {}
    for part, (kind, element) in _NOTES.items():
        where = view.package.part_of_kind(kind)
        root = view.root(where)
        found = () if root is None else root.iter(word(element))
        kept[part] = {note.get(ID, ""): note for note in found}
        readings[part] = replace(reading, part=where or "", boxes=[], notes=[], forms={})
    for part, key in reading.notes:
        name = StoryName(part, counts[part])
        counts[part] += 1
        note = kept[part].get(key)
        if note is None:
            view.stories[name] = SeenStory(name)
        else:
            view.read_story(readings[part], name, note, f"{part}s/{key}")


def _read_headers(view: _View, reading: Reading, sections: list[etree._Element]) -> None:
    """Take in the headers and footers of each section; where it has none, those before it."""
    inherited: dict[tuple[Part, HeaderPages], str] = {}
    read: dict[tuple[Part, str], SeenStory] = {}
    pointers = view.package.pointers_of(view.package.main)
    for number, section in enumerate(sections):
        for child in section:
            if child.tag in _REFERENCES:
                pages = _PAGES.get(child.get(word("type"), ""), HeaderPages.OTHER)
                pointer = pointers.get(child.get(f"{{{R}}}id", ""))
                inherited[_REFERENCES[str(child.tag)], pages] = (
                    "" if not pointer else pointer.target
                )
        for (part, pages), target in inherited.items():
            name = StoryName(part, number, pages)
            if (part, target) in read:
                view.stories[name] = replace(read[part, target], name=name)
                continue
            root = view.root(target)
            if root is None:
                continue
            inside = replace(reading, part=target, boxes=[], notes=[], forms={})
            view.read_story(inside, name, root)
            read[part, target] = view.stories[name]


def _settings(package: OpenedPackage, reading: Reading) -> dict[str, Form]:
    root = package.tree_if_any(package.part_of_kind("settings"))
    return {} if root is None else dict(_told_settings(root, reading))


def _told_settings(root: etree._Element, reading: Reading) -> Iterator[tuple[str, Form]]:
    for child in root:
        if isinstance(child.tag, str) and local(child.tag) not in _SETTINGS_LEFT_OUT:
            yield local(child.tag), form(child, reading.resolved)
