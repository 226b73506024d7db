"""Tells which parts of a web page stand around its text: navigation, the site's header and footer.

Only what the page itself marks so counts: elements, roles, and the usual names of two small things
that have neither, notices about cookies and buttons for sharing.
"""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from sverka.model import Block, BlockKind, Landmark
from sverka.patterns import late_pattern

_ROLES = {
    "navigation": Landmark.NAVIGATION,
    "doc-toc": Landmark.NAVIGATION,
    "menu": Landmark.NAVIGATION,
    "menubar": Landmark.NAVIGATION,
    "banner": Landmark.BANNER,
    "contentinfo": Landmark.FOOTER,
    "complementary": Landmark.ASIDE,
    "search": Landmark.SEARCH,
}
_ELEMENTS = {
    "nav": Landmark.NAVIGATION,
    "header": Landmark.BANNER,
    "footer": Landmark.FOOTER,
    "aside": Landmark.ASIDE,
    "search": Landmark.SEARCH,
}
_NAMED = (
    (late_pattern(r"(?:^|[-_\s])(?:cookies?|gdpr|onetrust|cookiebot|cybotcookiebotdialog)(?:$|[-_\s])"
                r"|cookie-?(?:banner|bar|notice|consent|law|popup)"), Landmark.COOKIES),
    (late_pattern(r"(?:^|[-_\s])(?:addthis|addtoany|sharedaddy|ya-share2?|sharing|share|social-share"
                r"|share-buttons|social-buttons|socialshare)(?:$|[-_\s])"), Landmark.SHARING),
)  # fmt: skip
_LONGEST = {Landmark.COOKIES: 4000, Landmark.SHARING: 200}
"""Characters that such a thing has at most, so that a text of that name is no such thing. [hand]"""

_OWN_PLACE = frozenset({"main", "article"})
"""Elements that say where the text of a page is."""
SECTIONS = frozenset({"main", "article", "section", "blockquote", "figure", "dialog"})
"""Elements that have headers and footers of their own."""


def landmark_of(
    element: etree._Element, tag: str, inside: frozenset[str], has_place: bool
) -> Landmark | None:
    """What an element is that stands around the text; None where it is, or may be, text.

    `inside` are the sections that it stands in. `has_place` says that the page marks where its
    text is; where it does not, the text may begin in a header.
    """
    role = element.get("role", "").strip().lower()
    if role in _ROLES:
        return _ROLES[role]
    found = _ELEMENTS.get(tag)
    if found in (Landmark.BANNER, Landmark.ASIDE):
        inside = inside - {"main"} if found is Landmark.ASIDE else inside
        return found if has_place and not inside and not _is_of_text(role) else None
    if found is Landmark.FOOTER:
        return found if not inside and not _is_of_text(role) else None
    if found is not None:
        return found if not _is_of_text(role) else None
    return _by_name(element)


def has_own_place(root: etree._Element) -> bool:
    """Whether a page marks where its text is."""
    if next(root.iter(*_OWN_PLACE), None) is not None:
        return True
    return any(one.get("role", "").lower() in _OWN_PLACE for one in root.iter("div", "section"))


def kept_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, of which those count as text after all without which the page says nothing.

    The title of a page may stand in the header of its site.
    """
    if not any(block.text.strip() for block in blocks if block.landmark is None):
        return [replace(block, landmark=None, artifact=False) for block in blocks]
    if any(block.landmark is None and _is_title(block) for block in blocks):
        return list(blocks)
    return [
        replace(block, landmark=None, artifact=False)
        if block.landmark is Landmark.BANNER and _is_title(block)
        else block
        for block in blocks
    ]


def _is_title(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.level == 1


def _is_of_text(role: str) -> bool:
    """Whether the role takes an element's own meaning from it."""
    return role in {"presentation", "none", "group", "region", "note"} or role.startswith("doc-")


def _by_name(element: etree._Element) -> Landmark | None:
    name = f"{element.get('id', '')} {element.get('class', '')}".lower()
    if name == " ":
        return None
    for pattern, landmark in _NAMED:
        if pattern.search(name) and _is_small(element, _LONGEST[landmark]):
            return landmark
    return None


def _is_small(element: etree._Element, longest: int) -> bool:
    """Whether an element has no more characters, and neither the text of the page nor a title."""
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > longest:
            return False
    return next(element.iter("body", "main", "article", "h1"), None) is None
