"""Says what came of verifying a redline: the verdict in a sentence, and where it differs."""

from sverka.language import Language
from sverka.model import Flaw, FlawCode, HeaderPages, Part, StoryName, Verification, Way
from sverka.wording.excerpts import OBJECT_SIGN
from sverka.wording.kind_names import part_name
from sverka.wording.shortening import ELLIPSIS, shortened

_SHOWN = 80
_BEFORE = 24
"""Code points shown in front of the first one that differs."""


def verdict_words(verification: Verification, language: Language) -> str:
    """The verdict in one sentence."""
    if verification.verified:
        return language.gettext(
            "Verified: accepting all changes gives the revised version, rejecting all gives the"
            " original."
        )
    count = sum(flaw.grave for flaw in verification.flaws) + verification.more
    return language.ngettext(
        "Not verified: the redline differs from its versions in {count} place.",
        "Not verified: the redline differs from its versions in {count} places.",
        count,
    ).format(count=count)


def flaw_words(flaw: Flaw, language: Language) -> str:
    """One thing that is wrong, and where."""
    what = _what(flaw.code, language).format(subject=shortened(_visible(flaw.subject), _SHOWN))
    return " ".join([": ".join([*_place(flaw, language), what]) + ".", *_texts(flaw, language)])


def _place(flaw: Flaw, language: Language) -> list[str]:
    words = []
    if flaw.way is not None:
        words.append(
            language.gettext("all accepted")
            if flaw.way is Way.ACCEPTED
            else language.gettext("all rejected")
        )
    if flaw.story is not None and flaw.story.part is not Part.BODY:
        words.append(_story(flaw.story, language))
    if flaw.paragraph is not None:
        words.append(language.gettext("paragraph {number}").format(number=flaw.paragraph + 1))
    return [", ".join(words)] if words else []


def _story(name: StoryName, language: Language) -> str:
    part = part_name(name.part, language)
    if name.part not in (Part.HEADER, Part.FOOTER):
        return f"{part} {name.number + 1}"
    words = [part, language.gettext("section {number}").format(number=name.number + 1)]
    if name.pages is HeaderPages.FIRST:
        words.append(language.gettext("first pages"))
    if name.pages is HeaderPages.EVEN:
        words.append(language.gettext("even pages"))
    return ", ".join(words)


def _texts(flaw: Flaw, language: Language) -> list[str]:
    """What should stand there and what does, from a little before they part."""
    expected, found = _visible(flaw.expected), _visible(flaw.found)
    if not expected and not found:
        return []
    if not found:
        said = language.gettext("Missing: “{expected}”.")
    elif not expected:
        said = language.gettext("Too much: “{found}”.")
    else:
        said = language.gettext("Expected “{expected}”, found “{found}”.")
        expected, found = _parting(expected, found)
    return [said.format(expected=shortened(expected, _SHOWN), found=shortened(found, _SHOWN))]


def _parting(one: str, other: str) -> tuple[str, str]:
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    start = max(0, at - _BEFORE)
    lead = ELLIPSIS if start else ""
    return lead + one[start:], lead + other[start:]


def _visible(text: str) -> str:
    return text.replace("\ufffc", OBJECT_SIGN)


def _what(code: FlawCode, language: Language) -> str:
    sayings = (
        _of_text(language)
        | _of_words(language)
        | _of_objects(language)
        | _of_document(language)
        | _of_package(language)
        | _of_rules(language)
    )
    return sayings[code]


def _of_text(language: Language) -> dict[FlawCode, str]:
    return {
        FlawCode.TEXT_DIFFERS: language.gettext("the text differs"),
        FlawCode.TEXT_MISSING: language.gettext("text is missing"),
        FlawCode.TEXT_EXTRA: language.gettext("there is text too much"),
        FlawCode.EMPTY_MISSING: language.gettext("an empty paragraph is missing"),
        FlawCode.EMPTY_EXTRA: language.gettext("an empty paragraph is left"),
        FlawCode.STORY_MISSING: language.gettext("it is missing as a whole"),
        FlawCode.STORY_EXTRA: language.gettext("it should not be there"),
        FlawCode.PAINTED_TWICE: language.gettext(
            "deleted and inserted again though it stayed: “{subject}”"
        ),
        FlawCode.MOVE_PAINTED: language.gettext(
            "deleted here and inserted elsewhere instead of moved: “{subject}”"
        ),
        FlawCode.PAINTED_TOO_MUCH: language.gettext("more is marked than has changed"),
    }


def _of_words(language: Language) -> dict[FlawCode, str]:
    return {
        FlawCode.LOOK: language.gettext("“{subject}” looks otherwise"),
        FlawCode.PARAGRAPH_FORMAT: language.gettext("“{subject}” is laid out otherwise"),
        FlawCode.PARAGRAPH_STYLE: language.gettext("“{subject}” has another style"),
        FlawCode.MARK_LOOK: language.gettext("the paragraph mark of “{subject}” looks otherwise"),
        FlawCode.NUMBERING: language.gettext("“{subject}” is in another list or level"),
        FlawCode.LIST_NUMBER: language.gettext("“{subject}” has another list number"),
        FlawCode.LINK: language.gettext("“{subject}” has another link"),
        FlawCode.OTHER_PROPERTY: language.gettext("“{subject}” is set otherwise"),
    }


def _of_objects(language: Language) -> dict[FlawCode, str]:
    return {
        FlawCode.FIELD: language.gettext("a field in “{subject}” is another"),
        FlawCode.PICTURE: language.gettext("a picture in “{subject}” is another"),
        FlawCode.OBJECT: language.gettext("an object in “{subject}” is another"),
        FlawCode.FORMULA: language.gettext("a formula in “{subject}” is another"),
        FlawCode.NOTE_REFERENCE: language.gettext("the mark of a note in “{subject}” is another"),
        FlawCode.CONTROL: language.gettext("“{subject}” is in another content control"),
        FlawCode.COMMENT: language.gettext("a comment is another or elsewhere: “{subject}”"),
        FlawCode.BOOKMARK: language.gettext("the bookmark “{subject}” is another or elsewhere"),
    }


def _of_document(language: Language) -> dict[FlawCode, str]:
    return {
        FlawCode.SECTION: language.gettext("a section is another or laid out otherwise"),
        FlawCode.TABLE_FORMAT: language.gettext("a table is laid out otherwise"),
        FlawCode.ROW_FORMAT: language.gettext("a row is laid out otherwise"),
        FlawCode.CELL_FORMAT: language.gettext("a cell is laid out otherwise"),
        FlawCode.TABLE_SHAPE: language.gettext("a table has other rows, columns or widths"),
        FlawCode.STYLE_DEFINITION: language.gettext(
            "the style “{subject}” does not look as in both versions"
        ),
        FlawCode.SETTINGS: language.gettext("the setting “{subject}” is that of neither version"),
    }


def _of_package(language: Language) -> dict[FlawCode, str]:
    return {
        FlawCode.NOT_WELL_FORMED: language.gettext("the part “{subject}” cannot be read"),
        FlawCode.PART_MISSING: language.gettext("the part “{subject}” is missing"),
        FlawCode.PART_CHANGED: language.gettext("the part “{subject}” is that of neither version"),
        FlawCode.RELATIONSHIP_MISSING: language.gettext(
            "the part “{subject}” refers to what is not there"
        ),
        FlawCode.CONTENT_TYPE_MISSING: language.gettext(
            "of the part “{subject}” it is not said what it is"
        ),
        FlawCode.ENTRY_DOUBLED: language.gettext("the part “{subject}” is there twice"),
    }


def _of_rules(language: Language) -> dict[FlawCode, str]:
    return {
        FlawCode.ORDER: language.gettext("elements stand in an order Word refuses: {subject}"),
        FlawCode.REVISION_MISPLACED: language.gettext(
            "a tracked change stands where none may stand: {subject}"
        ),
        FlawCode.REVISION_UNSIGNED: language.gettext(
            "a tracked change has no right author, number or date: {subject}"
        ),
        FlawCode.REVISION_EMPTY: language.gettext(
            "a tracked change does not say what was before: {subject}"
        ),
        FlawCode.ID_DOUBLED: language.gettext("two tracked changes have the number {subject}"),
        FlawCode.MOVE_UNPAIRED: language.gettext("a move has only one end: {subject}"),
        FlawCode.RANGE_UNPAIRED: language.gettext("a range does not begin or end: {subject}"),
        FlawCode.BOOKMARK_DOUBLED: language.gettext("two bookmarks are called “{subject}”"),
        FlawCode.DELETED_TEXT: language.gettext(
            "deleted text is not marked as such, or other text is: {subject}"
        ),
        FlawCode.SPACES_LOST: language.gettext("spaces at the edge of “{subject}” get lost"),
        FlawCode.LAST_MARK: language.gettext("the mark of a last paragraph is tracked"),
        FlawCode.CONTAINER_END: language.gettext("a cell, note or box lacks its paragraph"),
        FlawCode.REFERENCE_UNKNOWN: language.gettext("there is no {subject}"),
        FlawCode.BOX_COPIES: language.gettext("a text box says two different things"),
    }
