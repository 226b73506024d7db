"""Folds the plain runs of very large parts of a DOCX together while they are parsed.

In a tree a run takes some 700 bytes, whatever it says. Most say nothing but a look and a few words.
"""

from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.run_text import text_of
from sverka.readers.docx.wordprocessing import w

LARGE = 16 * 1024 * 1024
"""Parts from this size on are folded: a tree of them would take more than 200 MB."""

RUN = w("r")
_FOLDED = "folded"
_PARAGRAPH, _PROPERTIES, _TEXT, _CHANGE = w("p"), w("rPr"), w("t"), w("rPrChange")

Folded = list[tuple[etree._Element | None, list[str]]]
"""The properties (w:rPr) of neighbouring runs, and what the runs that have them say."""


@dataclass(slots=True)
class FoldedRuns:
    """What was folded, by the name that the run which stands for it has in the tree.

    `known` are the properties met so far, one element for all that say the same.
    """

    folded: dict[str, Folded] = field(default_factory=dict)
    known: dict[tuple[object, ...], etree._Element] = field(default_factory=dict)

    def met(self, run: etree._Element) -> None:
        """Fold the run before this one into those before it, if all are plain.

        The first of them stays as it is, so that what looks for text finds some.
        """
        last = run.getprevious()
        if last is None or last.tag != RUN or not _is_plain(last):
            return
        before = last.getprevious()
        if before is None or before.tag != RUN:
            return
        name = before.get(_FOLDED)
        if name is not None:
            self._take(last, self.folded[name])
            parent = last.getparent()
            if parent is not None:
                parent.remove(last)
        elif _is_plain(before):
            name = str(len(self.folded))
            self._take(last, self.folded.setdefault(name, []))
            last.clear()
            last.set(_FOLDED, name)

    def of(self, run: etree._Element) -> Folded | None:
        """What a run stands for; None where it stands for itself."""
        name = run.get(_FOLDED)
        return None if name is None else self.folded.get(name)

    def _take(self, run: etree._Element, folded: Folded) -> None:
        *properties, text = run
        own = properties[0] if properties else None
        if own is not None:
            key = tuple([(e.tag, *e.items()) for e in own])
            own = self.known.setdefault(key, own)
        said = text_of(text)
        if folded and folded[-1][0] is own:
            folded[-1][1].append(said)
        else:
            folded.append((own, [said]))


def _is_plain(run: etree._Element) -> bool:
    """Whether a run of a paragraph holds nothing but a look and a text."""
    parent = run.getparent()
    if parent is None or parent.tag != _PARAGRAPH:
        return False
    match [child.tag for child in run]:
        case [only]:
            return bool(only == _TEXT)
        case [first, second]:
            plain = first == _PROPERTIES and second == _TEXT
            return plain and run[0].find(_CHANGE) is None
    return False
