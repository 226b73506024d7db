"""Writes a redline: the original's DOCX with what the revised one changed as tracked changes.

The ids of the revised file are first made those of the original; then story by story both become
one, and last what is new is brought in.
"""

from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from lxml import etree

from sverka.files import not_written, refuse_to_overwrite, written_whole
from sverka.model import Side
from sverka.readers.archive import normalised
from sverka.readers.docx.wordprocessing import w
from sverka.readers.intake import Intake, take_in
from sverka.redline.comment_imports import CommentImports
from sverka.redline.note_merging import NoteMerging
from sverka.redline.note_texts import NOTES, NoteTexts
from sverka.redline.numbering_imports import NumberingImports
from sverka.redline.own_comments import placed, put_comments
from sverka.redline.package_parts import WORD_TYPE, PackageParts
from sverka.redline.part_roots import drop_attribute, with_namespaces
from sverka.redline.range_ids import RangeIds, drop_unpaired
from sverka.redline.redline_values import Redlined, RedlineOptions
from sverka.redline.redlining import Redlining
from sverka.redline.revision_elements import Fate, Stamp, copied
from sverka.redline.section_merging import SectionMerging
from sverka.redline.shared_targets import SharedTargets
from sverka.redline.story_merging import give_fate, merge_container
from sverka.redline.style_imports import StyleImports
from sverka.redline.word_files import WordFile, open_word, serialised

USUAL = RedlineOptions()
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def write_redline(old: Path, new: Path, target: Path, options: RedlineOptions = USUAL) -> Redlined:
    """Write the redline of two DOCX files to a third, whole or not at all.

    ReadError where one of them cannot be read, WriteError where the third cannot be written.
    """
    refuse_to_overwrite(target, (old, new))
    made = redline_of(take_in(old), take_in(new), options)
    try:
        with written_whole(target) as part:
            part.write_bytes(made.data)
    except OSError as error:
        raise not_written(target, error) from error
    return made


def redline_of(
    old: Intake,
    new: Intake,
    options: RedlineOptions = USUAL,
    whole: Collection[str] = (),
) -> Redlined:
    """The redline of two DOCX files; accepting it gives the revised one, rejecting the original.

    `whole` are places of containers, as `Redlined.whole` names them, to be written as whole
    paragraphs deleted and inserted.
    """
    files = open_word(old), open_word(new)
    moment = options.date or new.modified or _EPOCH
    stamp = Stamp(options.author, moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return _Making(*files, stamp, options, frozenset(whole)).made()


@dataclass(slots=True)
class _Making:
    """The steps of one redline."""

    old: WordFile
    new: WordFile
    stamp: Stamp
    options: RedlineOptions
    whole: frozenset[str]
    parts: PackageParts = field(init=False)
    targets: SharedTargets = field(init=False)
    redlining: Redlining = field(init=False)
    notes: NoteMerging = field(init=False)
    written: dict[str, etree._Element] = field(default_factory=dict)
    headers: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.parts = PackageParts(self.old, self.new)
        self.targets = SharedTargets(self.parts)

    def made(self) -> Redlined:
        """All steps, in order."""
        old_roots = [self.old.root(name) for name in self.old.stories()]
        new_roots = [self.new.root(name) for name in self.new.stories()]
        styles = StyleImports(self.old.related_root("styles"), self.new.related_root("styles"))
        lists = NumberingImports(
            self.old.related_root("numbering"), self.new.related_root("numbering")
        )
        comments = CommentImports(
            self.old.related_root("comments"), self.new.related_root("comments")
        )
        for root in (*old_roots, *new_roots):
            drop_unpaired(root)
        ranges = RangeIds()
        ranges.settle_old(old_roots)
        ranges.settle_new(new_roots)
        self.stamp.last_id = ranges.last
        noted = [] if comments.new is None else [comments.new]
        for root in [*new_roots, *noted]:
            styles.settle(root)
            lists.settle(root)
            comments.settle(root)
        ranges.share(old_roots, new_roots)
        self._prepare(ranges)
        self._merge_document()
        self._bring_in(styles, lists, comments)
        return Redlined(
            data=self.parts.zipped(),
            counts=dict(sorted(self.stamp.counts.items())),
            whole=tuple(dict.fromkeys(self.redlining.written_whole)),
            settled=tuple(
                side
                for side, file in ((Side.OLD, self.old), (Side.NEW, self.new))
                if file.had_revisions
            ),
            kept=tuple(sorted(set(styles.kept))),
            untracked=tuple(dict.fromkeys(self.redlining.untracked)),
        )

    def _prepare(self, ranges: RangeIds) -> None:
        notes = self._notes_of(self.old), self._notes_of(self.new)
        redlining = Redlining(
            self.stamp, notes, frozenset(ranges.shared), self.options.moves, self.whole
        )
        redlining.merge = partial(merge_container, redlining)
        redlining.give_fate = partial(give_fate, redlining)
        roots = {kind: root for kind in NOTES if (root := self.old.related_root(kind)) is not None}
        self.notes = NoteMerging(roots, notes, redlining.merge)
        redlining.pair_notes = self.notes.pair
        redlining.bring_note = self.notes.bring
        redlining.merge_section = SectionMerging(self.stamp, self._merge_headers).merge
        self.redlining = redlining
        for kind in (*NOTES, "comments"):
            self._settle_targets(kind)

    def _notes_of(self, file: WordFile) -> NoteTexts:
        return NoteTexts.of({kind: file.related_root(kind) for kind in NOTES})

    def _settle_targets(self, kind: str) -> None:
        ours, theirs = self.old.related(kind), self.new.related(kind)
        if theirs is not None:
            name = ours or f"{self.old.main.rpartition('/')[0]}/{kind}.xml"
            root = self.old.root(ours) if ours else etree.Element("none")
            self.targets.settle((name, root), (theirs, self.new.root(theirs)))

    def _merge_document(self) -> None:
        root, other = self.old.root(self.old.main), self.new.root(self.new.main)
        self.targets.settle((self.old.main, root), (self.new.main, other))
        body, new_body = root.find(w("body")), other.find(w("body"))
        if body is None or new_body is None:
            return
        section, new_section = body.find(w("sectPr")), new_body.find(w("sectPr"))
        self.redlining.merge(body, new_body, self.old.main)
        if section is None and new_section is not None:
            section = etree.SubElement(body, w("sectPr"))
        if section is not None:
            self.redlining.merge_section(section, copied(new_section, "sectPr"))
        drop_attribute(root, w("conformance"))
        self.written[self.old.main] = with_namespaces(root, other)

    def _merge_headers(self, old: str, new: str) -> str:
        """The id of the header that is what became of the one by the other."""
        if (old, new) in self.headers:
            return self.headers[old, new]
        name = self._target_of(old)
        other = self.targets.target(new) if new else None
        if name is None:
            found = new if other is None else self._inserted_header(other)
        else:
            found = self._merged_header(old, name, other)
        self.headers[old, new] = found
        return found

    def _target_of(self, key: str) -> str | None:
        for one in self.old.package.relationships(self.old.main):
            if key and one.id == key and self.old.package.archive.has(one.target):
                return normalised(one.target)
        return None

    def _inserted_header(self, other: str) -> str:
        root = deepcopy(self.new.root(other))
        self.redlining.give_fate(root, Fate.INSERTED)
        here = self.parts.bring(other, serialised(root))
        self.written[here] = root
        return self.parts.point(self.old.main, _kind_of(root), here)

    def _merged_header(self, key: str, name: str, other: str | None) -> str:
        """A header of the original with its changes: the part itself, or a copy if it has some."""
        again = name in self.written
        root = self.old.fresh(name) if again else self.old.root(name)
        if other is None:
            self.redlining.give_fate(root, Fate.DELETED)
        else:
            theirs = deepcopy(self.new.root(other))
            self.targets.settle((name, root), (other, theirs))
            self.redlining.merge(root, theirs, name)
            root = with_namespaces(root, theirs)
        if not again:
            self.written[name] = root
            return key
        here = self.parts.free_name(name)
        self.parts.pointers[here] = self.parts.pointers_of(name)
        self.written[here] = root
        kind = _kind_of(root)
        self.parts.declare(here, WORD_TYPE.format(kind))
        return self.parts.point(self.old.main, kind, here)

    def _bring_in(
        self, styles: StyleImports, lists: NumberingImports, comments: CommentImports
    ) -> None:
        """Write the parts that changed, and what they use that the original has not."""
        for kind in sorted(self.notes.changed):
            self.notes.put_in_order(kind, self.written[self.old.main])
            root = self.notes.roots[kind]
            ours, theirs = self.old.related(kind), self.new.related_root(kind)
            made = root if theirs is None else with_namespaces(root, theirs)
            self.written[ours or self.parts.add_word_part(kind, made)] = made
        self._write_comments(comments)
        for name, root in self.written.items():
            self.targets.bring(name, root)
        brought = [self.new.roots[name] for name in self.parts.brought if name in self.new.roots]
        roots = [*self.written.values(), *brought]
        added = styles.bring(roots)
        for style in added:
            lists.settle(style)
        numbered = lists.bring([*roots, *added])
        self._write_related("styles", styles.old if added else None)
        self._write_related("numbering", numbered)
        for name, root in self.written.items():
            self.parts.parts[name] = serialised(root)

    def _write_comments(self, comments: CommentImports) -> None:
        """Write the comments of both files and our own, where there are others than before."""
        brought = comments.bring(self.written.values())
        here = placed(
            self.options.remarks,
            self._paragraphs(),
            self.redlining.made,
            list(self.written.values()),
        )
        put = put_comments(brought if brought is not None else comments.old, here, self.stamp)
        made = put if here else brought
        if made is None:
            return
        if comments.new is not None:
            made = with_namespaces(made, comments.new)
        name = self.old.related("comments") or self.parts.add_word_part("comments", made)
        self.written[name] = made

    def _paragraphs(self) -> dict[tuple[str, str, int], etree._Element]:
        """All paragraphs of both files by side, part and number."""
        return {
            (side.value, part, ordinal): paragraph
            for side, file in ((Side.OLD, self.old), (Side.NEW, self.new))
            for (part, ordinal), paragraph in file.paragraphs.items()
        }

    def _write_related(self, kind: str, root: etree._Element | None) -> None:
        if root is None:
            return
        name = self.old.related(kind)
        if name is None:
            self.parts.add_word_part(kind, root)
        else:
            self.parts.parts[name] = serialised(root)


def _kind_of(root: etree._Element) -> str:
    return "header" if root.tag == w("hdr") else "footer"
