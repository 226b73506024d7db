"""Gives the verdict on a redline the form it has in JSON; fields as resources/help/json.md says."""

from typing import Any

from sverka.language import Language
from sverka.model import Flaw, Verification
from sverka.wording import flaw_words, verdict_words


def verdict(verification: Verification, language: Language) -> dict[str, Any]:
    """A verdict as `sverka.verification/1`."""
    return {
        "schema": "sverka.verification/1",
        "verified": verification.verified,
        "sentence": verdict_words(verification, language),
        "flaws": [_flaw(flaw, language) for flaw in verification.flaws],
        "more": verification.more,
    }


def _flaw(flaw: Flaw, language: Language) -> dict[str, Any]:
    story = flaw.story
    return {
        "layer": flaw.layer,
        "code": flaw.code,
        "grave": flaw.grave,
        "way": flaw.way,
        "story": None
        if story is None
        else {"part": story.part, "number": story.number, "pages": story.pages},
        "paragraph": flaw.paragraph,
        "expected": flaw.expected,
        "found": flaw.found,
        "subject": flaw.subject,
        "sentence": flaw_words(flaw, language),
    }
