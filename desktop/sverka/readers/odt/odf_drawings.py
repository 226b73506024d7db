"""Looks into the drawings of an OpenDocument: their pictures and the boxes with text in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from sverka.model import ReadError
from sverka.patterns import late_pattern
from sverka.readers.archive import Archive, Damaged
from sverka.readers.inline_pictures import inline_digest
from sverka.readers.markup import BadMarkup, parse
from sverka.readers.odt.odf_formulas import is_formula, linear_formula
from sverka.readers.odt.odf_names import o, points
from sverka.readers.odt.odf_styles import OdfStyles
from sverka.readers.picture_sizes import natural_size

Crop: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class OdfPicture:
    """A picture: its digest, its alternative text, width and height in points, what is cut off."""

    digest: str
    words: str
    size: tuple[float, float] | None
    crop: Crop | None


_CLIP = late_pattern(r"rect\(\s*" + r"[\s,]+".join([r"([^\s,()]+)"] * 4) + r"\s*\)")
_NOTHING = (0.0, 0.0, 0.0, 0.0)

_DRAWN = o("draw:frame").partition("}")[0]
_TEXTS = (o("text:p"), o("text:list"), o("text:h"), o("table:table"))
_FRAME, _BOX, _IMAGE = o("draw:frame"), o("draw:text-box"), o("draw:image")
_OBJECTS = (o("draw:object"), o("draw:object-ole"), o("draw:plugin"), o("draw:applet"))


@dataclass(slots=True)
class Drawings:
    """The drawings of a document; `embedded` counts charts, formulas and the like in them.

    `archive` is the package that pictures are in, None of a flat file.
    """

    archive: Archive | None
    embedded: int = 0

    def is_one(self, element: etree._Element) -> bool:
        """Whether an element is a drawing."""
        return str(element.tag).startswith(_DRAWN)

    def boxes(self, element: etree._Element) -> list[etree._Element]:
        """The boxes and shapes of a drawing that hold text, not those inside of boxes."""
        found: list[etree._Element] = []
        waiting = [element]
        while waiting:
            one = waiting.pop()
            if next(one.iterchildren(*_TEXTS), None) is not None:
                found.append(one)
            elif not str(one.tag).startswith(_DRAWN):
                continue
            else:
                waiting += reversed(list(one.iterchildren(etree.Element)))
        return found

    def pictures(self, element: etree._Element, styles: OdfStyles) -> Iterator[OdfPicture]:
        """The pictures of a drawing, each once: of several forms of one, the first."""
        frames = [element]
        while frames:
            one = frames.pop()
            if one.tag == _BOX:
                continue
            if one.tag != _FRAME:
                frames += reversed([e for e in one.iterchildren(etree.Element) if self.is_one(e)])
            elif next(one.iterchildren(*_OBJECTS), None) is not None:
                self.embedded += one.find(_OBJECTS[0]) is None
            elif (image := one.find(_IMAGE)) is not None:
                clip = styles.clip(one.get(o("draw:style-name")))
                crop = self._crop(image, clip)
                yield OdfPicture(self._digest(image), _words(one), _size(one), crop)

    def formulas(self, element: etree._Element) -> Iterator[str]:
        """The formulas of a drawing, each on one line; what else is embedded is counted."""
        for one in element.iter(_OBJECTS[0]):
            root = next(one.iterchildren(etree.Element), None)
            if root is None and self.archive is not None:
                root = self._embedded(one.get(o("xlink:href"), "").removeprefix("./"))
            if root is None or not is_formula(root):
                self.embedded += 1
            elif written := linear_formula(root):
                yield written

    def _embedded(self, name: str) -> etree._Element | None:
        """The root of a document inside the package; None where it is not to be read."""
        if self.archive is None:
            return None
        try:
            return parse(self.archive.read(f"{name}/content.xml"))
        except (Damaged, BadMarkup, KeyError):
            return None

    def _crop(self, image: etree._Element, clip: str) -> Crop | None:
        """The parts of a picture that are cut off; None where it is not known of how large a one.

        `clip` says the lengths at its upper, right, lower and left edge.
        """
        found = _CLIP.fullmatch(clip.strip())
        top, right, bottom, left = (
            (points(one) or 0.0 for one in found.groups()) if found else _NOTHING
        )
        if not any((top, right, bottom, left)):
            return _NOTHING
        name = image.get(o("xlink:href"), "").removeprefix("./")
        try:
            size = None if self.archive is None else natural_size(self.archive.read(name))
        except (Damaged, KeyError, ReadError):
            size = None
        if size is None:
            return None
        wide, high = size
        return left / wide, top / high, right / wide, bottom / high

    def _digest(self, image: etree._Element) -> str:
        """The SHA-256 of a picture that is kept in the file, else its address."""
        packed = image.findtext(o("office:binary-data"))
        if packed:
            return inline_digest(packed)
        address = image.get(o("xlink:href"), "")
        found = "" if self.archive is None else self.archive.digest(address.removeprefix("./"))
        return found or address


def _words(frame: etree._Element) -> str:
    """The alternative text of a picture: its description, else its title."""
    said = (frame.findtext(o(f"svg:{name}")) for name in ("desc", "title"))
    return next((text.strip() for text in said if text and text.strip()), "")


def _size(frame: etree._Element) -> tuple[float, float] | None:
    wide, high = (points(frame.get(o(f"svg:{name}"))) for name in ("width", "height"))
    return None if wide is None or high is None else (wide, high)
