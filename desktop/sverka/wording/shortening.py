"""The one way a text, a name or a list too long for its place is cut."""

from collections.abc import Sequence

from sverka.language import Language
from sverka.model import Finding

ELLIPSIS = "…"


def shortened(text: str, most: int) -> str:
    """The beginning of `text` on one line, at most `most` code points with the ellipsis.

    It ends with a word where one ends in its second half.
    """
    line = " ".join(text[: most * 4].split())
    if len(line) <= most and len(text) <= most * 4:
        return line
    cut = line[: most - 1]
    space = len(cut) if line[most - 1 : most] == " " else cut.rfind(" ", most // 2)
    return (cut[:space] if space > 0 else cut).rstrip(" .,;:–—-") + ELLIPSIS


def finding_text(finding: Finding) -> str:
    """What a finding says, with the ellipsis where only its beginning was kept."""
    return finding.text + ELLIPSIS if finding.cut else finding.text


def beginning(text: str, most: int) -> str:
    """The first `most` code points of `text` as they stand, at most, cut where a word ends."""
    if len(text) <= most:
        return text
    head = text[:most]
    space = head.rfind(" ")
    return (head[:space] if space > most // 2 else head) + ELLIPSIS


def ending(text: str, most: int) -> str:
    """The last `most` code points of `text` as they stand, at most, cut where a word begins."""
    if len(text) <= most:
        return text
    tail = text[-most:]
    space = tail.find(" ")
    return ELLIPSIS + (tail[space + 1 :] if 0 <= space < most // 2 else tail)


def first_listed(
    words: Sequence[str], most: int, language: Language, count: int | None = None
) -> str:
    """The first `most` of `words` with commas, the others counted: "a, b and 5 more".

    `count` is how many there are in all, where not all are among `words`.
    """
    more = (len(words) if count is None else count) - most
    if more <= 0:
        return ", ".join(words)
    return language.ngettext("{shown} and {count} more", "{shown} and {count} more", more).format(
        shown=", ".join(words[:most]), count=more
    )


def shortened_name(name: str, most: int = 44) -> str:
    """A file name with its middle left out where it is too long for a line."""
    if len(name) <= most:
        return name
    tail = most // 2 - 1
    return f"{name[: most - tail - 1]}{ELLIPSIS}{name[-tail:]}"
