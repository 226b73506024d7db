"""Packs a comparison into frames and unpacks it, a few thousand paragraphs at a time.

One frame is unpacked without letting other threads run, so none may be large: the window goes on
painting between two of them. MessagePack with types reads three times as fast as pickle, and
reads nothing but the types of the model.
"""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from sverka.collecting import without_collecting
from sverka.model import (
    Alignment,
    Change,
    Comparison,
    Finding,
    Inspection,
    Link,
    Paragraph,
    Screening,
)

_Value = TypeVar("_Value")
_CHUNK = 2000
_PARTS: tuple[Any, ...] = (Paragraph, Paragraph, Finding, Finding, Link, Change, Finding)
_HEAD = msgspec.msgpack.Decoder(Comparison)


def packed(comparison: Comparison) -> Iterator[bytes]:
    """The frames of a comparison: the head, then each part. Blocks of documents are left out."""
    encode = msgspec.msgpack.Encoder().encode
    old, new = comparison.old, comparison.new
    parts = _parts(comparison)
    sizes = [len(part) for part in parts]
    head = replace(
        comparison,
        old=_emptied(old),
        new=_emptied(new),
        alignment=Alignment(()),
        changes=(),
        findings=(),
    )
    yield encode(sizes)
    yield encode(head)
    for part in parts:
        for start in range(0, len(part), _CHUNK):
            yield encode(part[start : start + _CHUNK])


def frame_count(comparison: Comparison) -> int:
    """How many frames `packed` gives."""
    return 2 + sum(-(-len(part) // _CHUNK) for part in _parts(comparison))


def unpacked(frames: Iterator[bytes]) -> Comparison:
    """The comparison whose frames these are; takes exactly its own frames."""
    sizes = msgspec.msgpack.decode(next(frames), type=list[int])
    head = _HEAD.decode(next(frames))
    with without_collecting():
        parts = [_part(frames, kind, size) for kind, size in zip(_PARTS, sizes, strict=True)]
        # The collector walks so many new values once or twice whenever it comes to it. Here it does
        # so at once, in a thread of its own, and not while one scrolls.
        gc.collect()
    old_text, new_text, old_found, new_found, links, changes, findings = parts
    return replace(
        head,
        old=replace(head.old, screening=Screening(tuple(old_text), tuple(old_found))),
        new=replace(head.new, screening=Screening(tuple(new_text), tuple(new_found))),
        alignment=Alignment(links),
        changes=tuple(changes),
        findings=tuple(findings),
    )


def _parts(comparison: Comparison) -> tuple[Sequence[Any], ...]:
    """What is packed in frames, in the order of _PARTS."""
    return (
        comparison.old.paragraphs,
        comparison.new.paragraphs,
        comparison.old.findings,
        comparison.new.findings,
        comparison.alignment.links,
        comparison.changes,
        comparison.findings,
    )


def _part(frames: Iterator[bytes], kind: type[_Value], size: int) -> list[_Value]:
    decoder: msgspec.msgpack.Decoder[list[_Value]] = msgspec.msgpack.Decoder(
        list[kind]  # type: ignore[valid-type]
    )
    values: list[_Value] = []
    while len(values) < size:
        values.extend(decoder.decode(next(frames)))
    return values


def _emptied(version: Inspection) -> Inspection:
    return Inspection(replace(version.document, blocks=()), Screening(()))
