"""What the control words of an RTF are that stand for a sign, a field or a group of its own."""

from sverka.model import HeaderPages, Part
from sverka.readers.office.gathered import PAGE_BREAK

SIGNS = {
    b"tab": "\t", b"line": "\n", b"softline": "", b"page": PAGE_BREAK, b"column": PAGE_BREAK,
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002",
    b"qmspace": "\u2005", b"zwj": "\u200d", b"zwnj": "\u200c", b"zwbo": "\u200b",
    b"zwnbo": "\u2060", b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
SYMBOL_SIGNS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}"}
FIELDS = {b"chpgn": "PAGE", b"chdate": "DATE", b"chtime": "TIME", b"sectnum": "SECTION"}
SKIPPED = frozenset(
    b"themedata colorschememapping datastore latentstyles rsidtbl generator xmlnstbl mmathPr "
    b"wgrffmtfilter pgptbl userprops filetbl nonshppict shprslt bkmkstart bkmkend tc tcn xe rxe "
    b"txe private ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn falt panose fontemb listpicture "
    b"template pnseclvl pn atntime atndate atnparent atnicn atnid oldcprops oldpprops docvar "
    b"protusertbl passwordhash keycode factoidname objdata objclass objname nonesttables ud "
    b"levelnumbers listname liststylename picprop0 blipuid blipupi keywords subject operator "
    b"category manager company doccomm hlinkbase creatim revtim printim buptim comment "
    b"datafield formfield do mhtmltag background stylerestrictions".split()
)
"""Groups that hold no text of the document."""

TABLES = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"listtable", b"listoverridetable", b"revtbl", b"info"}
)
COLLECTED = frozenset(
    {b"title", b"author", b"listtext", b"pntext", b"fldinst", b"atnauthor", b"atrfstart", b"sn"}
    | {b"atrfend", b"atnref", b"leveltext", b"sv", b"pict"}
)
FRAMES = frozenset({b"shppict", b"fldrslt", b"field", b"nesttableprops", b"result", b"shpinst"})
FRAMES |= {b"picprop", b"object", b"shptxt", b"dptxbxtext", b"mmath"}
HEADERS = {
    kind + ending: (part, pages)
    for kind, part in ((b"header", Part.HEADER), (b"footer", Part.FOOTER))
    for ending, pages in (
        (b"", HeaderPages.OTHER),
        (b"r", HeaderPages.OTHER),
        (b"l", HeaderPages.EVEN),
        (b"f", HeaderPages.FIRST),
    )
}
NOTES = frozenset({b"footnote", b"annotation"})
KNOWN = SKIPPED | TABLES | COLLECTED | FRAMES | NOTES | frozenset(HEADERS)
NUMERALS = {
    b"nrlc": "lowerRoman", b"nruc": "upperRoman", b"nalc": "lowerLetter", b"nauc": "upperLetter",
    b"nar": "decimal", b"nchi": "chicago",
}  # fmt: skip
MACHINES = {b"mac": "mac-roman", b"pc": "cp437", b"pca": "cp850"}
