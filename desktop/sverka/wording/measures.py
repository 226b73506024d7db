"""Says numbers, sizes, dates, formats and options in words."""

from collections.abc import Iterable
from datetime import datetime

from sverka.language import Language
from sverka.model import BESIDE_WORDS, Document, Ignore, IgnoreGroup, Options, Tracked
from sverka.wording.kind_names import group_name, ignore_name

_STEP = 1000
_CENTIMETRES = 2.54 / 72
"""Of a PDF point."""


def number_words(number: int, language: Language) -> str:
    """A whole number with its thousands set apart, as the language does it."""
    # Translators: what stands between thousands: a comma, a no-break space, a full stop.
    return f"{number:,}".replace(",", language.pgettext("thousands separator", ","))


def number_runs(numbers: Iterable[int]) -> str:
    """Ascending numbers, those in a row as one run: "1–3, 5"."""
    return ", ".join(listed_runs(numbers))


def listed_runs(numbers: Iterable[int]) -> list[str]:
    """The entries of `number_runs`, for a list that is cut."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def size_words(size: int, language: Language) -> str:
    """A number of bytes in the largest decimal unit that keeps it above one: "8.2 kB"."""
    if size < _STEP:
        return language.ngettext("{number} byte", "{number} bytes", size).format(number=size)
    units = (
        language.gettext("{number} kB"),
        language.gettext("{number} MB"),
        language.gettext("{number} GB"),
    )
    value, unit = size / _STEP, 0
    while value >= _STEP and unit < len(units) - 1:
        value, unit = value / _STEP, unit + 1
    # Translators: what stands before the tenths: a full stop or a comma.
    said = f"{value:.1f}".replace(".", language.pgettext("decimal separator", "."))
    return units[unit].format(number=said)


def decimal_words(number: float, language: Language) -> str:
    """A number with at most one decimal, without it where it is zero: "10.5", "12"."""
    said = f"{number:.1f}".removesuffix(".0")
    return said.replace(".", language.pgettext("decimal separator", "."))


def extent_words(size: tuple[float, float], language: Language) -> str:
    """A width and a height in PDF points, said in centimetres without their name: "10 × 5.2"."""
    return " × ".join(decimal_words(length * _CENTIMETRES, language) for length in size)


def date_words(date: datetime, language: Language) -> str:
    """The day: "22 November 2026"."""
    months = (
        language.pgettext("month in a date", "January"),
        language.pgettext("month in a date", "February"),
        language.pgettext("month in a date", "March"),
        language.pgettext("month in a date", "April"),
        language.pgettext("month in a date", "May"),
        language.pgettext("month in a date", "June"),
        language.pgettext("month in a date", "July"),
        language.pgettext("month in a date", "August"),
        language.pgettext("month in a date", "September"),
        language.pgettext("month in a date", "October"),
        language.pgettext("month in a date", "November"),
        language.pgettext("month in a date", "December"),
    )
    template = language.pgettext("date", "{day} {month} {year}")
    return template.format(day=date.day, month=months[date.month - 1], year=date.year)


def moment_words(date: datetime, language: Language) -> str:
    """The day and the time of day: "22 November 2026, 14:05"."""
    return language.gettext("{date}, {time}").format(
        date=date_words(date, language), time=f"{date:%H:%M}"
    )


def format_name(name: str, language: Language) -> str:
    """What the format of a document is called, by its name in the values: "text", "Word", "PDF"."""
    names = {
        "text": language.pgettext("file format", "text"),
        "picture": language.pgettext("file format", "picture"),
        "docx": "Word",
        "markdown": "Markdown",
        "subtitles": "SRT/VTT",
    }
    return names.get(name, name.upper())


def format_words(document: Document, language: Language) -> str:
    """The format of a file, with the encoding of a text: "text, UTF-8", "Word"."""
    name = format_name(document.format, language)
    encoding = document.properties.encoding
    return f"{name}, {encoding.upper()}" if encoding else name


def ignored_words(options: Options, language: Language) -> list[str]:
    """What is ignored, each in a word or two: categories, streams, then patterns."""
    names, ignored = [], options.ignore
    if ignored >= BESIDE_WORDS:
        names, ignored = [language.gettext("all but the words")], ignored - BESIDE_WORDS
    names += [ignore_name(ignore, language) for ignore in Ignore if ignore in ignored]
    groups = (IgnoreGroup.HEADERS, IgnoreGroup.NOTES)
    names += [group_name(one, language) for one in groups if one.parts <= options.ignore_parts]
    return [*names, *(f"“{pattern}”" for pattern in options.ignore_patterns)]


def _tracked_words(tracked: Tracked, language: Language) -> str:
    match tracked:
        case Tracked.ACCEPT:
            return language.gettext("tracked changes accepted")
        case Tracked.REJECT:
            return language.gettext("tracked changes rejected")
        case Tracked.KEEP:
            return language.gettext("tracked changes accepted and listed")


def options_words(options: Options, language: Language) -> str:
    """What the user asked for, in a phrase: "nothing ignored; page furniture set aside; …"."""
    ignored = ignored_words(options, language)
    words = [
        language.gettext("ignored: {list}").format(list=", ".join(ignored))
        if ignored
        else language.gettext("nothing ignored"),
        language.gettext("page furniture kept in the text")
        if options.keep_furniture
        else language.gettext("page furniture set aside"),
        _tracked_words(options.tracked, language),
    ]
    if options.as_source:
        words.append(language.gettext("marks read as they are written"))
    if options.ocr:
        words.append(language.gettext("text of pictures recognised (OCR)"))
    count = len(options.decisions)
    if count:
        words.append(
            language.ngettext(
                "{count} finding decided by hand", "{count} findings decided by hand", count
            ).format(count=count)
        )
    return "; ".join(words)
