"""Says which file a pane shows: its name, format, encoding, length and date."""

from dataclasses import dataclass

from sverka.language import Language
from sverka.model import Comparison, Side
from sverka.wording import side_name
from sverka.wording.measures import format_name


@dataclass(frozen=True, slots=True)
class Identity:
    """The head of a pane: `title` with the name of the file, what is known of it in one line."""

    title: str
    path: str
    about: str


def identity(comparison: Comparison, side: Side, language: Language) -> Identity:
    """The head of the pane of `side`."""
    version = comparison.version(side)
    document, known = version.document, version.document.properties
    words = comparison.statistics.words(side)
    count = len(version.paragraphs)
    said = [
        ", ".join(
            filter(None, [_format_name(document.format, language), (known.encoding or "").upper()])
        ),
        known.pages
        and language.ngettext("{count} page", "{count} pages", known.pages).format(
            count=known.pages
        ),
        language.ngettext("{count} paragraph", "{count} paragraphs", count).format(count=count),
        language.ngettext("{count} word", "{count} words", words).format(count=words),
        known.modified and known.modified.strftime("%d.%m.%Y"),
    ]
    title = f"{side_name(side, language)} · {document.name}"
    return Identity(title, document.path, " · ".join(str(s) for s in said if s))


def _format_name(name: str, language: Language) -> str:
    longer = {"docx": language.gettext("Word document")}
    return longer.get(name) or format_name(name, language)
