"""What an item of a pane says to those who hear it: its kind, its state and its words."""

from sverka.language import Language
from sverka.model import BlockKind
from sverka.presentation.chips import chip_text
from sverka.presentation.item_marks import ItemMark, Role, sign_words, tag_words
from sverka.presentation.pane_items import Item, ItemKind
from sverka.presentation.pane_texts import PaneText
from sverka.presentation.shown_looks import Thing, things
from sverka.presentation.units import to_points
from sverka.wording import alteration_words, picture_words


def spoken(text: PaneText, item: Item, language: Language) -> str:
    """ "Paragraph 8, changed: …"; of a chip or a fold what it stands for."""
    if item.kind is ItemKind.CHIP:
        said = chip_text([text.findings[number] for number in item.findings], language, opened=True)
        return language.gettext("Set aside. {text}").format(text=said.text.replace("\n", " "))
    if item.kind is ItemKind.FOLD:
        count = item.hidden
        return language.ngettext(
            "{count} unchanged paragraph, folded", "{count} unchanged paragraphs, folded", count
        ).format(count=count)
    head = [_heading(text, item, language)]
    signature = text.signature(item.paragraph)
    head += [
        said
        for said in (sign_words(signature, language), tag_words(signature, language).strip("↗↙ "))
        if said
    ]
    paragraph = text.known.paragraphs[item.paragraph]
    words = paragraph.text[item.start : item.end]
    beside = [thing_words(one, language) for one in things(paragraph, item) if one.is_spoken]
    return ". ".join(filter(None, (f"{', '.join(head)}: {words}", *beside)))


def thing_words(one: Thing, language: Language) -> str:
    """What stands beside the words, in full: where a link leads, what a picture shows."""
    if one.is_link:
        return language.gettext("Link to {target}").format(target=one.object.digest)
    return picture_words(one.object, language)


def described(text: PaneText, item: Item, language: Language) -> str:
    """What is marked in an item, in the order of the text: "deleted: …; inserted: …"."""
    if item.kind is not ItemKind.TEXT:
        return ""
    words = text.known.paragraphs[item.paragraph].text[item.start : item.end]
    said = []
    for mark in text.marks(item):
        if mark.change < 0 and mark.role in (Role.INSERTION, Role.DELETION):
            continue  # the part of a changed word that differs; the word itself is said
        if mark.role is Role.FORMATTING:
            said.append(_altered(text, mark, words, language))
            continue
        first, last = to_points(words, [mark.start, mark.end])
        if first == last:
            said.append(_place_words(mark.role, language))
        else:
            said.append(_role_words(mark.role, language).format(text=words[first:last]))
    return "; ".join(said)


def _altered(text: PaneText, mark: ItemMark, words: str, language: Language) -> str:
    """What is otherwise beside the words, and at which of them."""
    told = text.changes[mark.change] if mark.change >= 0 else None
    what = (
        alteration_words(told, language)
        if told is not None and told.alterations
        else language.gettext("formatted otherwise, as told elsewhere")
    )
    first, last = to_points(words, [mark.start, mark.end])
    return what if mark.beside or first == last else f"{what}: {words[first:last]}"


def _heading(text: PaneText, item: Item, language: Language) -> str:
    kind = text.known.paragraphs[item.paragraph].kind
    number = text.number(item.paragraph)
    cell = text.known.cells.get(item.paragraph)
    if cell is not None and cell.row > 0 and cell.table > 0:
        return language.gettext("Table {table}, row {row}, column {column}").format(
            table=cell.table, row=cell.row, column=cell.column
        )
    if item.start:
        return language.gettext("Paragraph {number}, continued").format(number=number)
    words = {
        BlockKind.HEADING: language.gettext("Heading, paragraph {number}"),
        BlockKind.LIST_ITEM: language.gettext("List item, paragraph {number}"),
        BlockKind.NOTE: language.gettext("Note, paragraph {number}"),
    }
    return words.get(kind, language.gettext("Paragraph {number}")).format(number=number)


def _role_words(role: Role, language: Language) -> str:
    return {
        Role.INSERTION: language.gettext("inserted: {text}"),
        Role.DELETION: language.gettext("deleted: {text}"),
        Role.MOVE: language.gettext("moved: {text}"),
        Role.FORMATTING: language.gettext("formatted otherwise: {text}"),
        Role.FURNITURE: language.gettext("page furniture: {text}"),
        Role.ARTIFACT: language.gettext("noticed: {text}"),
        Role.FOUND: language.gettext("found: {text}"),
    }[role]


def _place_words(role: Role, language: Language) -> str:
    """An empty place, whose text stands in the other version."""
    return {
        Role.INSERTION: language.gettext("something is inserted here in the revised version"),
        Role.DELETION: language.gettext("something is deleted here from the original"),
    }.get(role, language.gettext("the paragraphs are divided differently here"))
