"""Follows the fields of a DOCX: their codes are no text, their results are."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import Object, ObjectKind, Tracked
from sverka.readers.docx.revisions import is_hidden
from sverka.readers.docx.wordprocessing import is_on, number, value, w
from sverka.readers.office.field_objects import field_object
from sverka.readers.office.gathered import Content

_CHECKED = {True: "checked", False: "unchecked"}


@dataclass(slots=True)
class _OpenField:
    """A field whose end was not met yet.

    `content` is the paragraph in which its result begins, at `start` and with piece number `piece`.
    """

    in_code: bool = True
    code: list[str] = field(default_factory=list)
    form: etree._Element | None = None
    content: Content | None = None
    start: int = 0
    piece: int = 0


@dataclass(slots=True)
class Fields:
    """The fields of a story.

    A field may begin in one paragraph and end in another, so this is kept from one to the next.
    Only `whole` ones count, so that a field that never ends does not swallow the text after it.
    """

    whole: frozenset[etree._Element] = frozenset()
    open: list[_OpenField] = field(default_factory=list)

    def meet(self, mark: etree._Element, content: Content, write: Callable[[str], None]) -> None:
        """Go past the beginning, the separator or the end of a field.

        `write` is for what a field shows that has no runs of its own.
        """
        if mark not in self.whole:
            return
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self.open.append(_OpenField(form=mark.find(w("ffData"))))
        elif self.open and kind == "separate":
            met = self.open[-1]
            met.in_code = False
            if not self.in_code:
                met.content, met.start, met.piece = content, content.length, len(content.pieces)
        elif self.open and kind == "end":
            self._end(self.open.pop(), content, write)

    def say(self, code: str) -> None:
        """Take in a piece of the code of a field."""
        if self.open and self.open[-1].in_code:
            self.open[-1].code.append(code)

    def leave(self, content: Content) -> None:
        """End a paragraph: fields that go on in the next have no more characters here."""
        for one in self.open:
            if one.content is content:
                _tell(one, content)

    @property
    def in_code(self) -> bool:
        """Whether what stands here belongs to the code of some field."""
        return any(one.in_code for one in self.open)

    def _end(self, ended: _OpenField, content: Content, write: Callable[[str], None]) -> None:
        if self.in_code:
            self.say("{" + "".join(ended.code) + "}")
        elif ended.content is None:
            ended.content, ended.start, ended.piece = content, content.length, len(content.pieces)
        if ended.content is content and ended.start == content.length:
            write(_choice(ended.form))
        if ended.content is content:
            _tell(ended, content)


def _tell(one: _OpenField, content: Content) -> None:
    """Put the object of a field into the paragraph in which its result begins."""
    result = "".join(piece[0] for piece in content.pieces[one.piece :])
    length = content.length - one.start
    code = "".join(one.code)
    content.objects.append(
        field_object(code, one.start, length, result)
        if one.form is None
        else _form_object(one.form, one.start, length)
    )


def _form_object(form: etree._Element, offset: int, length: int) -> Object:
    """The object of a field of an old form: a check box, or a control by its name."""
    state = _check_box(form)
    if state is not None:
        return Object(offset, ObjectKind.CHECK_BOX, state, length=length)
    return Object(offset, ObjectKind.CONTROL, value(form, "name") or "", length=length)


def _choice(form: etree._Element | None) -> str:
    """What is chosen in the list of an old form; "" where the field is no list."""
    choices = None if form is None else form.find(w("ddList"))
    if choices is None:
        return ""
    chosen = number(choices, "result")
    chosen = number(choices, "default") if chosen is None else chosen
    entries = [entry.get(w("val"), "") for entry in choices.findall(w("listEntry"))]
    return entries[chosen or 0] if 0 <= (chosen or 0) < len(entries) else ""


def _check_box(form: etree._Element) -> str | None:
    """Whether the check box of an old form is checked; None where the field is no check box."""
    box = form.find(w("checkBox"))
    if box is None:
        return None
    states = [state for name in ("checked", "default") if (state := box.find(w(name))) is not None]
    return _CHECKED[bool(states) and is_on(states[0])]


def find_fields(story: etree._Element, tracked: Tracked) -> Fields:
    """The fields of a story that are seen and have both a beginning and an end."""
    whole: list[etree._Element] = []
    pending: list[list[etree._Element]] = []
    for mark in story.iter(w("fldChar")):
        if is_hidden(mark, tracked):
            continue
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            pending.append([mark])
        elif pending and kind == "separate":
            pending[-1].append(mark)
        elif pending and kind == "end":
            whole += [*pending.pop(), mark]
    return Fields(frozenset(whole))
