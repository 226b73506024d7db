"""What is said of an object in a text: its name, that it came, went, moved or is missing."""

from sverka.language import Language
from sverka.model import Object, ObjectKind

COMMENT_MARK = "comment-mark"
"""The mark of a comment, which the model counts among the references to notes."""


def object_name(thing: str, language: Language) -> str:
    """What it is called in the middle of a sentence; `thing` is an ObjectKind or COMMENT_MARK."""
    return {
        ObjectKind.PICTURE: language.pgettext("object", "picture"),
        ObjectKind.LINK: language.pgettext("object", "link"),
        ObjectKind.FIELD: language.pgettext("object", "field"),
        ObjectKind.NOTE_REFERENCE: language.pgettext("object", "note mark"),
        ObjectKind.CHECK_BOX: language.pgettext("object", "check box"),
        ObjectKind.FORMULA: language.pgettext("object", "formula"),
        ObjectKind.CONTROL: language.pgettext("object", "form field"),
        ObjectKind.READING: language.pgettext("object", "ruby text"),
        COMMENT_MARK: language.pgettext("object", "comment mark"),
    }[thing]


def added_words(thing: str, language: Language) -> str:
    """That it came in: "link added"."""
    return {
        ObjectKind.PICTURE: language.gettext("picture added"),
        ObjectKind.LINK: language.gettext("link added"),
        ObjectKind.FIELD: language.gettext("field added"),
        ObjectKind.NOTE_REFERENCE: language.gettext("note mark added"),
        ObjectKind.CHECK_BOX: language.gettext("check box added"),
        ObjectKind.FORMULA: language.gettext("formula added"),
        ObjectKind.CONTROL: language.gettext("form field added"),
        ObjectKind.READING: language.gettext("ruby text added"),
        COMMENT_MARK: language.gettext("comment mark added"),
    }[thing]


def removed_words(thing: str, language: Language) -> str:
    """That it went: "link removed"."""
    return {
        ObjectKind.PICTURE: language.gettext("picture removed"),
        ObjectKind.LINK: language.gettext("link removed"),
        ObjectKind.FIELD: language.gettext("field removed"),
        ObjectKind.NOTE_REFERENCE: language.gettext("note mark removed"),
        ObjectKind.CHECK_BOX: language.gettext("check box removed"),
        ObjectKind.FORMULA: language.gettext("formula removed"),
        ObjectKind.CONTROL: language.gettext("form field removed"),
        ObjectKind.READING: language.gettext("ruby text removed"),
        COMMENT_MARK: language.gettext("comment mark removed"),
    }[thing]


def moved_words(thing: str, language: Language) -> str:
    """That it stands at other words: "note mark moved"."""
    return {
        ObjectKind.PICTURE: language.gettext("picture moved"),
        ObjectKind.LINK: language.gettext("link moved to other words"),
        ObjectKind.FIELD: language.gettext("field moved"),
        ObjectKind.NOTE_REFERENCE: language.gettext("note mark moved"),
        ObjectKind.CHECK_BOX: language.gettext("check box moved"),
        ObjectKind.FORMULA: language.gettext("formula moved"),
        ObjectKind.CONTROL: language.gettext("form field moved"),
        ObjectKind.READING: language.gettext("ruby text moved"),
        COMMENT_MARK: language.gettext("comment mark moved"),
    }[thing]


def missing_words(thing: str, language: Language) -> str:
    """That there is none on one side: "no link"."""
    return {
        ObjectKind.PICTURE: language.gettext("no picture"),
        ObjectKind.LINK: language.gettext("no link"),
        ObjectKind.FIELD: language.gettext("no field"),
        ObjectKind.NOTE_REFERENCE: language.gettext("no note mark"),
        ObjectKind.CHECK_BOX: language.gettext("no check box"),
        ObjectKind.FORMULA: language.gettext("no formula"),
        ObjectKind.CONTROL: language.gettext("no form field"),
        ObjectKind.READING: language.gettext("no ruby text"),
        COMMENT_MARK: language.gettext("no comment mark"),
    }[thing]


def picture_words(one: Object, language: Language) -> str:
    """What a picture shows, by its alternative text."""
    words = " ".join(one.words.split())
    return (
        language.gettext("Picture: {text}").format(text=words)
        if words
        else language.gettext("Picture without alternative text")
    )
