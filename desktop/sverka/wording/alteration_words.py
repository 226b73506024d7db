"""Says what a change of formatting or of an object alters, in one line as an editor would."""

from collections.abc import Iterator

from sverka.language import Language
from sverka.model import Attribute, BlockKind, Change, Comparison, Side
from sverka.wording.altered_looks import LOOKS, look_line, look_state
from sverka.wording.altered_objects import altered_object
from sverka.wording.altered_roles import ROLES, AlteredRole
from sverka.wording.shortening import first_listed

_MOST_REFERENCES = 5


def alteration_words(
    change: Change, language: Language, comparison: Comparison | None = None
) -> str:
    """What is otherwise: "bold, 12 → 11 pt"; empty for a change of words.

    Where the comparison is given, it also says which picture it is, whether a level is of a heading
    or of a list, and which numbers the text still names.
    """
    if not change.alterations:
        return ""
    words = ", ".join(_lines(change, language, comparison))
    return "; ".join((words, *alteration_reach(change, language, comparison)))


def alteration_reach(
    change: Change, language: Language, comparison: Comparison | None = None
) -> tuple[str, ...]:
    """How far it goes: in how many paragraphs it is so, and which numbers the text still names.

    Empty for a change of words.
    """
    if not change.alterations:
        return ()
    said = []
    others = len(change.alike)
    if others and [one.attribute for one in change.alterations] == [Attribute.NUMBER]:
        numbered = language.ngettext(
            "{count} more item numbered anew", "{count} more items numbered anew", others
        )
        said.append(numbered.format(count=others))
    elif others:
        words = language.ngettext("in {count} paragraph", "in {count} paragraphs", others + 1)
        said.append(words.format(count=others + 1))
    if change.references:
        said.append(_still_said(change, language, comparison))
    return tuple(said)


def alteration_sides(
    change: Change, language: Language, comparison: Comparison | None = None
) -> tuple[str, str]:
    """What is so before and after: "12 pt" and "11 pt"; empty for a change of words."""
    old, new = (", ".join(_states(change, side, language, comparison)) for side in Side)
    return old, new


def _lines(change: Change, language: Language, comparison: Comparison | None) -> Iterator[str]:
    role, thing = _role(change, comparison), altered_object(change, comparison)
    for one in change.alterations:
        said = ""
        if one.attribute in LOOKS:
            said = look_line(one, language)
        elif one.attribute in ROLES:
            said = role.line(one, language)
        elif thing is not None:
            said = thing.line(one, language)
        if said:
            yield said


def _states(
    change: Change, side: Side, language: Language, comparison: Comparison | None
) -> Iterator[str]:
    role, thing = _role(change, comparison), altered_object(change, comparison)
    for one in change.alterations:
        said = ""
        if one.attribute in LOOKS:
            said = look_state(one.attribute, one.of(side), language)
        elif one.attribute in ROLES:
            said = role.state(one, side, language)
        elif thing is not None:
            said = thing.state(one, side, language)
        if said:
            yield said


def _role(change: Change, comparison: Comparison | None) -> AlteredRole:
    kind: BlockKind | None = None
    if comparison is not None and change.new is not None:
        kind = comparison.new.paragraphs[change.new.paragraph].kind
    return AlteredRole({one.attribute: one for one in change.alterations}, kind)


def _still_said(change: Change, language: Language, comparison: Comparison | None) -> str:
    """The references in the text that name a number as it was."""
    if comparison is None:
        count = len(change.references)
        return language.ngettext(
            "{count} reference in the text still names an old number",
            "{count} references in the text still name old numbers",
            count,
        ).format(count=count)
    paragraphs = comparison.new.paragraphs
    named = [paragraphs[s.paragraph].text[s.start : s.end] for s in change.references]
    numbers = first_listed(list(dict.fromkeys(named)), _MOST_REFERENCES, language)
    return language.gettext("the text still refers to {numbers}").format(numbers=numbers)
