"""Follows the fields of a story while it is walked: their codes, and what is in their results."""

from dataclasses import dataclass, field

from sverka.redline.verification.canonical_form import Form
from sverka.redline.verification.markup_names import VOLATILE_FIELDS


@dataclass(slots=True)
class _OpenedField:
    told: Form
    code: list[str] = field(default_factory=list)
    in_code: bool = True
    shown: list[str] = field(default_factory=list)


@dataclass(slots=True)
class FieldStack:
    """The fields that are open; those inside each other from the outermost on.

    `results` is what those show that are made anew wherever the file is opened.
    """

    opened: list[_OpenedField] = field(default_factory=list)
    results: set[str] = field(default_factory=set)

    def begin(self, told: Form) -> None:
        """A field begins, and its code."""
        self.opened.append(_OpenedField(told))

    def takes(self, text: str) -> bool:
        """Whether a text belongs to a code, to which it is added then."""
        if self.opened and self.opened[-1].in_code:
            self.opened[-1].code.append(text)
            return True
        return False

    def separate(self) -> tuple[str, Form] | None:
        """The result begins: the code that ended and its form, where it is to be told of."""
        if not self.opened or not self.opened[-1].in_code:
            return None
        last = self.opened[-1]
        last.in_code = False
        return None if self.in_code else (self.code_of(last), last.told)

    def end(self) -> tuple[str, Form] | None:
        """A field ends; told of as in `separate` where it had no result."""
        told = self.separate()
        if self.opened:
            if self.volatile:
                self.results.add("".join(self.opened[-1].shown))
            last = self.opened.pop()
            if self.opened and self.opened[-1].in_code:
                self.opened[-1].code.append("{" + self.code_of(last) + "}")
        return told

    @staticmethod
    def code_of(one: _OpenedField) -> str:
        """The code of a field, spaces evened."""
        return " ".join("".join(one.code).split())

    @property
    def in_code(self) -> bool:
        """Whether what comes now belongs to the code of some field, and is no text."""
        return any(one.in_code for one in self.opened)

    @property
    def around(self) -> tuple[str, ...]:
        """The codes of the fields in whose results one is."""
        return tuple(self.code_of(one) for one in self.opened)

    @property
    def volatile(self) -> bool:
        """Whether the text here is made anew wherever the file is opened."""
        return any(is_volatile(self.code_of(one)) for one in self.opened)


def is_volatile(code: str) -> bool:
    """Whether a field with this code has a result that nobody wrote."""
    return code.partition(" ")[0].upper() in VOLATILE_FIELDS
