"""Says which file a pane shows: its name, format, encoding, length and date."""

from dataclasses import dataclass

from sverka.language import _, ngettext
from sverka.model import Comparison, Side


@dataclass(frozen=True, slots=True)
class Identity:
    """The head of a pane: `name` of the file, and what is known of it in one line."""

    side: Side
    name: str
    path: str
    about: str

    @property
    def title(self) -> str:
        """ "Original · published.txt"."""
        role = _("Original") if self.side is Side.OLD else _("Revised")
        return f"{role} · {self.name}"


def identity(comparison: Comparison, side: Side) -> Identity:
    """The head of the pane of `side`."""
    version = comparison.old if side is Side.OLD else comparison.new
    document, known = version.document, version.document.properties
    words = comparison.statistics.old_words if side is Side.OLD else comparison.statistics.new_words
    count = len(version.paragraphs)
    said = [
        ", ".join(filter(None, [_format_name(document.format), (known.encoding or "").upper()])),
        known.pages
        and ngettext("{count} page", "{count} pages", known.pages).format(count=known.pages),
        ngettext("{count} paragraph", "{count} paragraphs", count).format(count=count),
        ngettext("{count} word", "{count} words", words).format(count=words),
        known.modified and known.modified.strftime("%d.%m.%Y"),
    ]
    return Identity(side, document.name, document.path, " · ".join(str(s) for s in said if s))


def _format_name(name: str) -> str:
    names = {"text": _("text"), "docx": _("Word document"), "pdf": "PDF"}
    return names.get(name, name.upper())
