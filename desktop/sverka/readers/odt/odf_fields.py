"""What the fields of an OpenDocument are called in Word, and which elements are check boxes."""

from lxml import etree

from sverka.readers.odt.odf_names import o

_CODES = {
    "page-number": "PAGE", "page-count": "NUMPAGES", "date": "DATE", "time": "TIME",
    "title": "TITLE", "subject": "SUBJECT", "author-name": "AUTHOR", "keywords": "KEYWORDS",
    "initial-creator": "AUTHOR", "file-name": "FILENAME", "chapter": "STYLEREF",
    "creation-date": "CREATEDATE", "modification-date": "SAVEDATE", "word-count": "NUMWORDS",
    "character-count": "NUMCHARS", "template-name": "TEMPLATE", "bookmark-ref": "REF",
    "reference-ref": "REF", "sequence-ref": "REF", "note-ref": "NOTEREF", "sequence": "SEQ",
    "user-field-get": "DOCPROPERTY", "variable-get": "DOCVARIABLE", "variable-set": "SET",
    "text-input": "FILLIN", "placeholder": "MACROBUTTON", "database-display": "MERGEFIELD",
    "conditional-text": "IF", "expression": "=", "creator": "LASTSAVEDBY",
    "description": "COMMENTS", "user-defined": "DOCPROPERTY", "sender-firstname": "USERNAME",
    "sender-lastname": "USERNAME", "author-initials": "USERINITIALS", "sheet-name": "SHEET",
    "editing-cycles": "REVNUM", "editing-duration": "EDITTIME", "page-continuation": "PAGE",
    "paragraph-count": "PARAGRAPHS", "bibliography-mark": "CITATION", "drop-down": "DROPDOWN",
}  # fmt: skip
_FIELDS = {o(f"text:{name}"): code for name, code in _CODES.items()}
_NAMES = tuple(o(f"text:{name}") for name in ("ref-name", "name", "column-name"))


_CHECK_BOX = "FORMCHECKBOX"


def box_state(element: etree._Element) -> str | None:
    """Whether a check box is "checked" or "unchecked"; None of what is none."""
    if element.get(o("loext:checkbox")) == "true":
        return "checked" if element.get(o("loext:checked")) == "true" else "unchecked"
    if not element.get(o("field:type"), "").endswith(_CHECK_BOX):
        return None
    said = {one.get(o("field:name")): one.get(o("field:value")) for one in element}
    return "checked" if said.get("Checkbox_Checked") == "true" else "unchecked"


def is_field(element: etree._Element) -> bool:
    """Whether a program fills in what an element shows."""
    return element.tag in _FIELDS


def field_code(element: etree._Element) -> str:
    """The code of a field: what it is, and the name it refers to."""
    name = next((found for key in _NAMES if (found := element.get(key))), "")
    return f"{_FIELDS[str(element.tag)]} {name}".strip()
