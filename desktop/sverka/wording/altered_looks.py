"""Says how characters look otherwise: "bold", "12 → 11 pt", and how they look on one side."""

from sverka.language import Language
from sverka.model import Alteration, Attribute, AttributeValue
from sverka.wording.colour_names import colour_name
from sverka.wording.measures import decimal_words

_SWITCHED = frozenset(
    {
        Attribute.BOLD,
        Attribute.ITALIC,
        Attribute.UNDERLINE,
        Attribute.STRIKE,
        Attribute.RAISED,
        Attribute.LOWERED,
        Attribute.CAPS,
        Attribute.HIDDEN,
    }
)
"""What a look has or has not."""
LOOKS = _SWITCHED | {Attribute.COLOUR, Attribute.HIGHLIGHT, Attribute.SIZE, Attribute.FONT}
"""What is said here."""


def look_line(one: Alteration, language: Language) -> str:
    """What is otherwise; `one` alters one of LOOKS."""
    if isinstance(one.old, str) and one.attribute in _SWITCHED:
        old, new = (_kind(one.attribute, value, language) for value in (one.old, one.new))
        return f"{old} → {new}"
    if one.attribute in _SWITCHED:
        return (_look if one.new else _look_gone)(one.attribute, language)
    if one.attribute is Attribute.COLOUR:
        return _coloured(one, language)
    if one.attribute is Attribute.HIGHLIGHT:
        return _highlighted(one, language)
    if one.attribute is Attribute.SIZE:
        return language.gettext("{old} → {new} pt").format(
            old=_number(one.old, language), new=_number(one.new, language)
        )
    return f"{one.old} → {one.new}"


def look_state(attribute: Attribute, value: AttributeValue, language: Language) -> str:
    """How it looks on one side; `attribute` is one of LOOKS."""
    if isinstance(value, str) and attribute in _SWITCHED:
        return _kind(attribute, value, language)
    if attribute in _SWITCHED:
        return (_look if value else _look_missing)(attribute, language)
    if attribute is Attribute.COLOUR:
        return _colour(value, language) or language.pgettext("colour", "black")
    if attribute is Attribute.HIGHLIGHT:
        if value is None:
            return language.gettext("not highlighted")
        return language.gettext("highlighted: {colour}").format(colour=_colour(value, language))
    if attribute is Attribute.SIZE:
        return language.gettext("{size} pt").format(size=_number(value, language))
    return str(value)


def _look(attribute: Attribute, language: Language) -> str:
    return {
        Attribute.BOLD: language.pgettext("look", "bold"),
        Attribute.ITALIC: language.pgettext("look", "italic"),
        Attribute.UNDERLINE: language.pgettext("look", "underlined"),
        Attribute.STRIKE: language.pgettext("look", "struck out"),
        Attribute.RAISED: language.pgettext("look", "superscript"),
        Attribute.LOWERED: language.pgettext("look", "subscript"),
        Attribute.CAPS: language.pgettext("look", "all capitals"),
        Attribute.HIDDEN: language.pgettext("look", "hidden"),
    }[attribute]


def _kind(attribute: Attribute, kind: AttributeValue, language: Language) -> str:
    """Of which kind the line or the capitals are."""
    known = {
        Attribute.UNDERLINE: {
            "single": language.gettext("single underline"),
            "double": language.gettext("double underline"),
            "thick": language.gettext("thick underline"),
            "dotted": language.gettext("dotted underline"),
            "dashed": language.gettext("dashed underline"),
            "wavy": language.gettext("wavy underline"),
        },
        Attribute.STRIKE: {
            "single": language.gettext("struck out once"),
            "double": language.gettext("struck out twice"),
        },
        Attribute.CAPS: {
            "all": language.pgettext("look", "all capitals"),
            "small": language.gettext("small capitals"),
        },
    }
    return known[attribute].get(str(kind)) or _look(attribute, language)


def _look_gone(attribute: Attribute, language: Language) -> str:
    return {
        Attribute.BOLD: language.gettext("no longer bold"),
        Attribute.ITALIC: language.gettext("no longer italic"),
        Attribute.UNDERLINE: language.gettext("no longer underlined"),
        Attribute.STRIKE: language.gettext("no longer struck out"),
        Attribute.RAISED: language.gettext("no longer superscript"),
        Attribute.LOWERED: language.gettext("no longer subscript"),
        Attribute.CAPS: language.gettext("no longer all capitals"),
        Attribute.HIDDEN: language.gettext("no longer hidden"),
    }[attribute]


def _look_missing(attribute: Attribute, language: Language) -> str:
    return {
        Attribute.BOLD: language.gettext("not bold"),
        Attribute.ITALIC: language.gettext("not italic"),
        Attribute.UNDERLINE: language.gettext("not underlined"),
        Attribute.STRIKE: language.gettext("not struck out"),
        Attribute.RAISED: language.gettext("not superscript"),
        Attribute.LOWERED: language.gettext("not subscript"),
        Attribute.CAPS: language.gettext("not all capitals"),
        Attribute.HIDDEN: language.gettext("not hidden"),
    }[attribute]


def _coloured(one: Alteration, language: Language) -> str:
    old, new = (_colour(value, language) for value in (one.old, one.new))
    if not old:
        return new
    if not new:
        return language.gettext("no longer {colour}").format(colour=old)
    return f"{old} → {new}"


def _highlighted(one: Alteration, language: Language) -> str:
    old, new = (_colour(value, language) for value in (one.old, one.new))
    if not old:
        return language.gettext("highlighted: {colour}").format(colour=new)
    if not new:
        return language.gettext("no longer highlighted ({colour})").format(colour=old)
    return language.gettext("highlight {old} → {new}").format(old=old, new=new)


def _colour(value: AttributeValue, language: Language) -> str:
    return "" if value is None else colour_name(str(value), language)


def _number(value: AttributeValue, language: Language) -> str:
    return decimal_words(value if isinstance(value, int | float) else 0, language)
