"""Says sizes, dates, formats and options in words."""

from datetime import datetime

from sverka.language import _, ngettext, pgettext
from sverka.model import Document, Ignore, Options, Tracked
from sverka.summary.names import ignore_name

_STEP = 1000


def number_words(number: int) -> str:
    """A whole number with its thousands set apart, as the language in use does it."""
    # Translators: what stands between thousands: a comma, a no-break space, a full stop.
    return f"{number:,}".replace(",", pgettext("thousands separator", ","))


def size_words(size: int) -> str:
    """A number of bytes in the largest decimal unit that keeps it above one: "8.2 kB"."""
    if size < _STEP:
        return ngettext("{number} byte", "{number} bytes", size).format(number=size)
    units = (_("{number} kB"), _("{number} MB"), _("{number} GB"))
    value, unit = size / _STEP, 0
    while value >= _STEP and unit < len(units) - 1:
        value, unit = value / _STEP, unit + 1
    # Translators: what stands before the tenths: a full stop or a comma.
    said = f"{value:.1f}".replace(".", pgettext("decimal separator", "."))
    return units[unit].format(number=said)


def date_words(date: datetime) -> str:
    """The day: "22 November 2026"."""
    months = (
        pgettext("month in a date", "January"),
        pgettext("month in a date", "February"),
        pgettext("month in a date", "March"),
        pgettext("month in a date", "April"),
        pgettext("month in a date", "May"),
        pgettext("month in a date", "June"),
        pgettext("month in a date", "July"),
        pgettext("month in a date", "August"),
        pgettext("month in a date", "September"),
        pgettext("month in a date", "October"),
        pgettext("month in a date", "November"),
        pgettext("month in a date", "December"),
    )
    template = pgettext("date", "{day} {month} {year}")
    return template.format(day=date.day, month=months[date.month - 1], year=date.year)


def moment_words(date: datetime) -> str:
    """The day and the time of day: "22 November 2026, 14:05"."""
    return _("{date}, {time}").format(date=date_words(date), time=f"{date:%H:%M}")


def format_words(document: Document) -> str:
    """The format of a file, with the encoding of a text: "text, UTF-8", "Word"."""
    names = {"text": pgettext("file format", "text"), "docx": "Word", "pdf": "PDF"}
    name = names.get(document.format, document.format.upper())
    encoding = document.properties.encoding
    return f"{name}, {encoding.upper()}" if encoding else name


def options_words(options: Options) -> str:
    """What the user asked for, in a phrase: "nothing ignored; page furniture set aside; …"."""
    ignored = [ignore_name(ignore) for ignore in Ignore if ignore in options.ignore]
    words = [
        _("ignored: {list}").format(list=", ".join(ignored)) if ignored else _("nothing ignored"),
        _("page furniture kept in the text")
        if options.keep_furniture
        else _("page furniture set aside"),
        _("tracked changes accepted")
        if options.tracked is Tracked.ACCEPT
        else _("tracked changes rejected"),
    ]
    count = len(options.decisions)
    if count:
        words.append(
            ngettext(
                "{count} finding decided by hand", "{count} findings decided by hand", count
            ).format(count=count)
        )
    return "; ".join(words)
