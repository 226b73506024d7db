"""Which paragraphs are code, output or markup, where spaces and repeats mean something else."""

from collections.abc import Iterator, Sequence

from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights

_FENCE = late_pattern(r"(`{3,}|~{3,})")
_ATTRIBUTES = late_pattern(r"\[[^\[\]]+\](?:\s|$)")
"""A line in brackets before a block, as AsciiDoc writes what language it is in."""
_BLOCK = late_pattern(r"(-{4,}|\.{4,}|={4,}|\+{4,})(?:\s|$)")
_TELLS = late_pattern(
    r"\$ \S|> ?[`~]{3}|<!--|<[!?/]?[a-z][\w-]*[ >]|>>> |\{\{|\[[^\[\]]+\]: \S"
    r"|diff --\w|[-+]{3} [\w/.]+/|\w+(?:::\w+)+|[.:]?[/~][\w.]+/\w"
    r"|\[[^\[\]\s]+\]$|(?:\.\S.* )?\w+::\S+\["
)
"""What only a prompt, a tag, a definition of a link, a path, a patch or a macro begins with."""
_SIGNS = ("=", "{", "}", "<", ">", "|", "\\", "$", "_", "::", "()", "->", "/", "[", "]", "#")
_CODE_SPAN = late_pattern(r"(`+)[^`].*?\1|<code>.*?</code>|<kbd>.*?</kbd>")


def listings_of(texts: Sequence[str]) -> frozenset[int]:
    """The paragraphs, by index, that are no running text: between fences, or by their signs."""
    return frozenset(_fenced(texts)) | {i for i, text in enumerate(texts) if _is_listing(text)}


def code_spans(text: str) -> list[tuple[int, int]]:
    """Where code is quoted inside running text, as (start, end)."""
    if "`" not in text and "<" not in text:
        return []
    return [match.span() for match in _CODE_SPAN.finditer(text)]


def _fenced(texts: Sequence[str]) -> Iterator[int]:
    """The paragraphs from an opening fence to the one that closes it, where one does."""
    at = 0
    while at < len(texts):
        mark = _opening(texts, at)
        end = _closing(texts, at, mark) if mark else None
        if end is not None:
            yield from range(at, end + 1)
            at = end
        at += 1


def _opening(texts: Sequence[str], at: int) -> str | None:
    """The mark of the fence that opens here."""
    text = texts[at]
    if text[:1] not in "`~[-.=+" or not text:
        return None
    if (fence := _FENCE.match(text)) is not None:
        return fence[1]
    if (attributes := _ATTRIBUTES.match(text)) is not None:
        block = _BLOCK.match(text, attributes.end())
        return block[1] if block else None
    block = _BLOCK.match(text)
    after_attributes = at > 0 and _ATTRIBUTES.fullmatch(texts[at - 1]) is not None
    return block[1] if block and after_attributes else None


def _closing(texts: Sequence[str], at: int, mark: str) -> int | None:
    """The paragraph in which the fence closes: the same mark, alone, at its end."""
    first = texts[at]
    if first.rstrip().endswith(mark) and first.count(mark) > 1:
        return at
    for end in range(at + 1, min(len(texts), at + weights.LONGEST_LISTING)):
        if mark[0] in texts[end][-1:] + texts[end][:1] and _ends(texts[end], mark):
            return end
    return None


def _ends(text: str, mark: str) -> bool:
    return text == mark or text.endswith(f" {mark}") or text.startswith(f"{mark} ")


def _is_listing(text: str) -> bool:
    if _TELLS.match(text):
        return True
    signs = sum(map(text.count, _SIGNS))
    return signs >= weights.LISTING_SIGNS and signs > weights.LISTING_SHARE * len(text)
