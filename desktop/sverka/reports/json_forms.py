"""The JSON forms `sverka.inspection/1` and `sverka.comparison/1`, for programs."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from sverka.files import written_whole
from sverka.language import Language
from sverka.model import Change, Comparison, Finding, Inspection, Notice, Paragraph, Span, Style
from sverka.wording import finding_reasons, finding_text, notice_words


def inspection(version: Inspection, language: Language) -> dict[str, Any]:
    """One version as `sverka.inspection/1`; fields as resources/help/json.md says."""
    document = version.document
    return {
        "schema": "sverka.inspection/1",
        "document": {
            "path": document.path,
            "format": document.format,
            "sha256": document.sha256,
            "pages": document.properties.pages,
            "encoding": document.properties.encoding,
        },
        "paragraphs": [_paragraph(p) for p in version.paragraphs],
        "findings": [_finding(f, language) for f in version.findings],
        "notices": [_notice(n, language) for n in document.notices],
        "revisions": _revisions(version),
    }


def _revisions(version: Inspection) -> list[dict[str, Any]]:
    """The changes tracked in a version, each with the paragraph that begins in its block."""
    paragraphs: dict[int, int] = {}
    for number, paragraph in enumerate(version.paragraphs):
        for piece in paragraph.pieces:
            paragraphs.setdefault(piece.block, number)
    return [
        {
            "kind": one.revision.kind,
            "author": one.revision.author,
            "date": one.revision.date,
            "words": one.words,
            "paragraph": None if one.block is None else paragraphs.get(one.block),
        }
        for one in version.document.tracked
    ]


def comparison(value: Comparison, language: Language) -> dict[str, Any]:
    """The whole comparison as `sverka.comparison/1`; fields as resources/help/json.md says."""
    statistics = value.statistics
    return {
        "schema": "sverka.comparison/1",
        "old": inspection(value.old, language),
        "new": inspection(value.new, language),
        "links": [
            {
                "old": list(link.old),
                "new": list(link.new),
                "kind": link.kind,
                "moved": link.moved,
                "similarity": round(link.similarity, 4),
            }
            for link in value.alignment.links
        ],
        "changes": [_change(value, n, c) for n, c in enumerate(value.changes, 1)],
        "findings": [
            {"side": f.side, "verdict": f.verdict, **_finding(f, language)} for f in value.findings
        ],
        "statistics": {
            **asdict(statistics),
            "left_out": {
                "changes": statistics.left_out.changes,
                "by_category": statistics.left_out.by_category,
                "by_pattern": statistics.left_out.by_pattern,
                "by_part": statistics.left_out.by_part,
            },
        },
        "notices": [{"side": n.side, **_notice(n, language)} for n in value.notices],
        "compared": list(value.compared),
        "not_compared": [asdict(one) for one in value.not_compared],
    }


def encode(value: dict[str, Any]) -> bytes:
    """JSON in UTF-8. A lone surrogate (from a file name) becomes its JSON escape."""
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
    except UnicodeEncodeError:
        # Imported here: it takes twenty times as long, and is needed for such names alone
        import json

        text = json.dumps(value, ensure_ascii=False, indent=1)
        return (text + "\n").encode("utf-8", "backslashreplace")


def write(value: dict[str, Any], path: Path | str) -> None:
    """Write the JSON to `path`, whole or not at all; OSError passes."""
    with written_whole(path) as part:
        part.write_bytes(encode(value))


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "text": paragraph.text,
        "kind": paragraph.kind,
        "part": paragraph.part,
        "level": paragraph.level,
        "label": paragraph.label,
        "style_name": paragraph.style_name,
        "cell": asdict(paragraph.cell) if paragraph.cell is not None else None,
        "item": asdict(paragraph.item) if paragraph.item is not None else None,
        "note": paragraph.note,
        "objects": [asdict(one) for one in paragraph.objects],
        "styles": [
            {"start": span.start, "end": span.end, **_style(span.style)}
            for span in paragraph.styles
        ],
        **(
            {"recognised": [asdict(word) for word in paragraph.recognised]}
            if paragraph.recognised
            else {}
        ),
        "sources": [
            {
                "part": s.part,
                "page": s.page,
                "lines": list(s.lines) if s.lines else None,
                **({"printed_on": [asdict(p) for p in s.printed_on]} if s.printed_on else {}),
            }
            for s in paragraph.sources
        ],
    }


def _style(style: Style) -> dict[str, Any]:
    """What a look has beside a plain one."""
    return {name: value for name, value in asdict(style).items() if value not in (False, None)}


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "id": finding.key,
        "kind": finding.kind,
        "text": finding_text(finding),
        "lines": list(finding.lines),
        "page": finding.page,
        "evidence": list(finding_reasons(finding, language)),
        "reasons": [asdict(reason) for reason in finding.reasons],
        "tier": finding.tier,
        "decision": finding.decision,
        "suggestion": finding.suggestion,
    }


def _notice(notice: Notice, language: Language) -> dict[str, Any]:
    return {
        "text": notice_words(notice, language),
        "page": notice.page,
        "code": notice.code,
        "values": dict(notice.values),
    }


def _change(value: Comparison, number: int, change: Change) -> dict[str, Any]:
    return {
        "id": number,
        "kind": change.kind,
        "categories": list(change.categories),
        "link": change.link,
        "old": _span(value.old.paragraphs, change.old, change.last_old),
        "new": _span(value.new.paragraphs, change.new, change.last_new),
        "object": change.object,
        "table_part": change.table_part,
        "alterations": [asdict(one) for one in change.alterations],
        "alike": list(change.alike),
        "references": [
            _span(value.new.paragraphs, reference, None) for reference in change.references
        ],
    }


def _span(
    paragraphs: Sequence[Paragraph], span: Span | None, last: int | None
) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "paragraph": span.paragraph,
        "start": span.start,
        "end": span.end,
        "text": paragraphs[span.paragraph].text[span.start : span.end],
        **({} if last is None else {"last": last}),
    }
