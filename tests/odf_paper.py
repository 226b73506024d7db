"""Writes small OpenDocument texts, packed and flat, from the markup that a test is about."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = (
    *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
    *(("style", "style"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
    *(("meta", "meta"), ("field", "field")),
)
_NAMESPACES = " ".join(
    (
        *(f'xmlns:{prefix}="{_BASE}{name}:1.0"' for prefix, name in _NAMES),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    )
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def packed(
    body: str,
    *,
    automatic: str = "",
    styles: str = "",
    masters: str = "",
    of_pages: str = "",
    meta: str = "",
    entries: Mapping[str, bytes] | None = None,
) -> bytes:
    """A package: `automatic` are the styles of the body, `of_pages` those of the page styles."""
    content = (
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    named = (
        f"<office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{of_pages}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", _root("document-content", content))
        archive.writestr("styles.xml", _root("document-styles", named))
        archive.writestr("meta.xml", _root("document-meta", f"<office:meta>{meta}</office:meta>"))
        for name, data in (entries or {}).items():
            archive.writestr(name, data)
    return stream.getvalue()


def flat(body: str, styles: str = "") -> bytes:
    """The same as one XML file."""
    inside = (
        f"<office:styles>{styles}</office:styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    return _root("document", inside, f' office:mimetype="{MIMETYPE}"')


def _root(name: str, inside: str, attributes: str = "") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}<office:{name} {_NAMESPACES}{attributes}>{inside}</office:{name}>".encode()


ODF_STYLES = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold" fo:font-size="120%"/></style:style>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
)
"""A look and a list for `ODF_MORE`."""

ODF_MORE = (
    '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/>'
    '</text:changed-region><text:changed-region text:id="d"><text:deletion><text:p>gone</text:p>'
    "<text:p>too</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    '<text:list text:style-name="L1"><text:list-item text:start-value="3"><text:p>item</text:p>'
    "<text:list><text:list-item><text:p>under</text:p></text:list-item></text:list>"
    "</text:list-item></text:list>"
    "<table:table><table:table-header-rows><table:table-row>"
    '<table:table-cell table:number-columns-spanned="2"><text:p>head</text:p></table:table-cell>'
    "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
    '<table:table-cell table:number-rows-spanned="2"><text:p>left</text:p></table:table-cell>'
    "<table:table-cell><text:p>right</text:p></table:table-cell></table:table-row></table:table>"
    '<text:p>Words<text:s text:c="3"/><text:span text:style-name="T1">bold</text:span>'
    '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>noted</text:p></text:note-body></text:note>"
    '<text:change-start text:change-id="i"/>new<text:change-end text:change-id="i"/>'
    '<text:change text:change-id="d"/><text:a xlink:href="#a">there</text:a>'
    '<draw:frame svg:width="2cm" svg:height="1cm"><draw:text-box><text:p>boxed</text:p>'
    "</draw:text-box></draw:frame><text:page-number>1</text:page-number></text:p>"
)
"""What an OpenDocument may hold beside paragraphs."""
