"""Names changes by what they say, so that a remark finds its change in a new comparison."""

from collections import Counter
from hashlib import blake2b

from sverka.model import Change, Comparison, Span

_AROUND = 20


def change_keys(comparison: Comparison) -> tuple[str, ...]:
    """A key per change, in their order; alike changes are counted, so that no two share one.

    The key is of the kind, both texts and a few characters around them: a change elsewhere in the
    text leaves it as it is.
    """
    seen: Counter[str] = Counter()
    keys = []
    for change in comparison.changes:
        key = _key(comparison, change)
        seen[key] += 1
        keys.append(f"{key}-{seen[key]}" if seen[key] > 1 else key)
    return tuple(keys)


def _key(comparison: Comparison, change: Change) -> str:
    made = blake2b(change.kind.encode(), digest_size=9)
    for version, span in ((comparison.old, change.old), (comparison.new, change.new)):
        made.update(b"\0" + _words(version.paragraphs[span.paragraph].text, span) if span else b"")
    return made.hexdigest()


def _words(text: str, span: Span) -> bytes:
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    said = "\1".join((before, text[span.start : span.end], after))
    return said.encode("utf-8", "surrogatepass")
