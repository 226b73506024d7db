"""Pieces of RTF that readers are tested and fuzzed with."""

RTF_HEAD = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\froman\fcharset0 Times;}"
    r"{\f1\fswiss\fcharset204 Arial;}{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}}"
    r"{\colortbl;\red255\green0\blue0;\red255\green255\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0\b\fs32 heading 1;}{\*\cs9 Other;}}"
)
"""The beginning of a file with fonts, colours and styles."""

RTF_MORE = (
    r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat3{\leveltext\'02\'00.;}"
    r"{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}"
    r"{\*\revtbl{Unknown;}{Ann;}}{\info{\title Tides}{\author Bob}}"
    r"{\header\pard Top \chpgn\par}"
    r"\pard\ls1\ilvl0{\listtext 3.\tab}item\par"
    r"\pard{\revised\revauth1\revdttm1 in}{\deleted\revauthdel1 out} stays\par"
    r"\trowd\clvmgf\cellx1000\cellx3000\pard\intbl left\cell right\cell\row"
    r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl \cell b\cell c\cell\row"
    r"\pard Sea{\super\chftn}{\footnote\pard\chftn  Deep.} and"
    r"{\field{\*\fldinst HYPERLINK https://example.org/}{\fldrslt there}}"
    r"{\*\shppict{\pict\pngblip\picwgoal1440\pichgoal720 89504e47}}"
    r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard Boxed\par}}{\shprslt lost}}\par"
)
"""What an RTF may hold beside paragraphs."""


def rtf(body: str) -> bytes:
    """A file with this body."""
    return (RTF_HEAD + body + "}").encode("latin-1")


def escaped(text: str) -> str:
    """Text as an RTF has it."""
    units = text.encode("utf-16-le")
    written = []
    for place in range(0, len(units), 2):
        unit = int.from_bytes(units[place : place + 2], "little")
        char = chr(unit)
        if char in "\\{}":
            written.append("\\" + char)
        elif unit < 128:
            written.append(char)
        else:
            written.append(rf"\u{unit - 0x10000 if unit >= 0x8000 else unit} ?")
    return "".join(written)
