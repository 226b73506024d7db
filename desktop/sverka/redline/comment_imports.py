"""Lets comments that both files have be one, and brings in those of the revised file."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import W14_URI, w
from sverka.redline.part_roots import drop_attribute, empty_like
from sverka.redline.story_blocks import text_of_block

_ID = w("id")
_USES = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_COMMENT = w("comment")


@dataclass(slots=True)
class CommentImports:
    """The comments of both files; one with the same words by the same author is the same."""

    old: etree._Element | None
    new: etree._Element | None
    ids: dict[str, str] = field(default_factory=dict)
    wanted: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.new is None:
            return
        waiting: dict[tuple[str, str], list[str]] = {}
        known = self.known()
        for comment in () if self.old is None else self.old.iter(_COMMENT):
            waiting.setdefault(_said(comment), []).append(comment.get(_ID, ""))
        last = max([-1, *(int(key) for key in known if key.isdigit())])
        for comment in self.new.iter(_COMMENT):
            same = waiting.get(_said(comment))
            if same:
                self.ids[comment.get(_ID, "")] = same.pop(0)
                continue
            last += 1
            self.ids[comment.get(_ID, "")] = str(last)
            self.wanted[str(last)] = comment

    def known(self) -> set[str]:
        """The ids of the original's comments."""
        if self.old is None:
            return set()
        return {comment.get(_ID, "") for comment in self.old.iter(_COMMENT)}

    def settle(self, root: etree._Element) -> None:
        """Write the ids that comments have in the redline into a part of the revised file."""
        for use in root.iter(*_USES):
            key = use.get(_ID, "")
            use.set(_ID, self.ids.get(key, key))

    def bring(self, roots: Iterable[etree._Element]) -> etree._Element | None:
        """Add the comments that these parts refer to to the original's; the root, if it changed."""
        used = {use.get(_ID, "") for root in roots for use in root.iter(w("commentReference"))}
        wanted = {key: comment for key, comment in self.wanted.items() if key in used}
        if not wanted or self.new is None:
            return None
        root = self.old
        if root is None:
            root = empty_like(self.new)
        for key, comment in wanted.items():
            made = deepcopy(comment)
            made.set(_ID, key)
            for paragraph in made.iter(w("p")):
                drop_attribute(paragraph, f"{{{W14_URI}}}paraId")
            root.append(made)
        return root


def _said(comment: etree._Element) -> tuple[str, str]:
    return comment.get(w("author"), ""), text_of_block(comment)
