"""An empty DOCX ready for a report: styles, page, header and footer, settings, properties."""

import re
import zipfile
from datetime import datetime
from importlib.resources import files
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from sverka.language import Language
from sverka.reports import wordml
from sverka.reports.fit_text import shown
from sverka.reports.report_content import Report
from sverka.reports.report_options import Paper
from sverka.wording import shortened_name

SIDE = 1134
"""The margins left and right in twentieths of a point: 2 cm."""

_SHEET = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}
_UNUSED = (
    "stylesWithEffects",
    "customXml",
    "numbering",
    "webSettings",
    "thumbnail",
    "extended-properties",
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def text_width(paper: Paper) -> int:
    """The width between the margins in twentieths of a point."""
    return _SHEET[paper][0] - 2 * SIDE


def new_document(report: Report, paper: Paper) -> DocumentObject:
    """An empty document in the report's language, on its paper."""
    document = blank()
    _set_styles(document, report.written_in)
    _set_settings(document, report.written_in)
    _set_properties(document, report)
    _set_page(document, report, paper)
    return document


def packed(document: DocumentObject, date: datetime) -> bytes:
    """The file of `document`, every part dated `date`: the same document makes the same bytes."""
    first, second = BytesIO(), BytesIO()
    document.save(first)
    stamp = max(date.timetuple()[:6], _EARLIEST)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return second.getvalue()


def blank() -> DocumentObject:
    """python-docx's template without what it says of itself: its picture, its program, its lists.

    Its second copy of the styles would contradict the first as soon as that is changed.
    """
    document = Document()
    package = document.part.package
    for rels in (package.rels, document.part.rels):
        for key, relationship in list(rels.items()):
            kind = relationship.reltype.rsplit("/", 1)[-1]
            if kind in _UNUSED:
                del rels[key]
    return document


def _set_styles(document: DocumentObject, language: str) -> None:
    text = files("sverka.reports").joinpath("styles.xml").read_text(encoding="utf-8")
    wanted = parse_xml(text.replace("LANGUAGE", language).encode())
    root = document.styles.element
    for child in list(root):
        root.remove(child)
    root.extend(child for child in list(wanted) if isinstance(child.tag, str))


def _set_settings(document: DocumentObject, language: str) -> None:
    root = document.settings.element
    for child in list(root):
        root.remove(child)
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    root.extend(
        parse_xml(
            f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/>'
            '<w:defaultTabStop w:val="720"/>'
            '<w:characterSpacingControl w:val="doNotCompress"/>'
            f"<w:compat>{modern}</w:compat>"
            f'<w:themeFontLang w:val="{language}"/>'
            '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
        )
    )


def _set_properties(document: DocumentObject, report: Report) -> None:
    core = document.core_properties
    core.title = _limited(f"{report.title}: {report.old_name} → {report.new_name}")
    core.subject = _limited(report.subject)
    core.author = core.last_modified_by = "Sverka"
    core.comments = ""
    core.language = report.written_in
    core.created = core.modified = report.date_in_utc
    core.revision = 1


def _limited(text: str) -> str:
    """Fit for a core property, of which OPC allows 255 characters."""
    return shown(text).replace("\n", " ")[:255]


def _set_page(document: DocumentObject, report: Report, paper: Paper) -> None:
    language = report.language
    section, right_tab = document.sections[0], text_width(paper)
    width, height = _SHEET[paper]
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.left_margin = section.right_margin = Twips(SIDE)
    section.top_margin, section.bottom_margin = Twips(1300), Twips(1190)
    section.header_distance = section.footer_distance = Twips(600)
    names = f"{shortened_name(report.old_name)} → {shortened_name(report.new_name)}"
    title = wordml.run(f"{names}\t") + wordml.run(language.gettext("Sverka comparison report"))
    count = wordml.run(f"{report.date_words}\t") + _page_of_pages(language)
    _fill(section.header.paragraphs[0], wordml.paragraph(title, "Header", right_tab=right_tab))
    _fill(section.footer.paragraphs[0], wordml.paragraph(count, "Footer", right_tab=right_tab))


def _page_of_pages(language: Language) -> str:
    """ "1 of 3", with fields where the numbers stand."""
    fields = {
        "{page}": wordml.field("PAGE", "1"),
        "{pages}": wordml.field("NUMPAGES", "1"),
    }
    parts = re.split(r"(\{page\}|\{pages\})", language.gettext("{page} of {pages}"))
    return "".join(fields.get(part) or wordml.run(part) for part in parts)


def _fill(paragraph: Paragraph, xml: str) -> None:
    (element,) = wordml.parsed(xml)
    paragraph._p.clear()
    paragraph._p.extend(list(element))
