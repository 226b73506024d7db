"""Names changes by what they say, so that remarks find theirs again; findings have a key."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from sverka.model import Change, Comparison, Side, Span

_AROUND = 20


def change_keys(comparison: Comparison) -> tuple[str, ...]:
    """A key per change, in their order; alike changes are counted, so that no two share one.

    The key is of the kind, both texts and a few characters around them: a change elsewhere in the
    text leaves it as it is. A part of a table is known by all of its cells.
    """
    return _told_apart(_key(comparison, change) for change in comparison.changes)


def _told_apart(keys: Iterable[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    numbered = []
    for key in keys:
        seen[key] += 1
        numbered.append(f"{key}-{seen[key]}" if seen[key] > 1 else key)
    return tuple(numbered)


def _key(comparison: Comparison, change: Change) -> str:
    made = blake2b(change.kind.encode(), digest_size=9)
    for version, span in ((comparison.old, change.old), (comparison.new, change.new)):
        made.update(b"\0" + _words(version.paragraphs[span.paragraph].text, span) if span else b"")
    if change.table_part is not None:
        made.update(f"\0{change.table_part}".encode())
        for side in Side:
            for number in comparison.paragraphs_of(change, side):
                text = comparison.version(side).paragraphs[number].text
                made.update(b"\0" + text.encode("utf-8", "surrogatepass"))
    for one in change.alterations:
        made.update(f"\0{one.attribute} {one.old!r} {one.new!r}".encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _words(text: str, span: Span) -> bytes:
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    said = "\1".join((before, text[span.start : span.end], after))
    return said.encode("utf-8", "surrogatepass")
