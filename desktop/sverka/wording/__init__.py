"""Turns facts into sentences, in the language asked for; no other room does."""

from sverka.wording.alteration_words import (
    alteration_reach,
    alteration_sides,
    alteration_words,
)
from sverka.wording.error_sentences import error_words
from sverka.wording.excerpts import (
    Excerpt,
    Fragment,
    excerpt,
    paragraph_fragments,
    stood_on,
    with_object_sign,
)
from sverka.wording.kind_names import (
    category_name,
    change_name,
    change_title,
    decision_name,
    finding_name,
    group_name,
    ignore_name,
    part_name,
    side_name,
    sign,
    stage_name,
    state_name,
    tier_name,
    verdict_name,
)
from sverka.wording.measures import ignored_words, listed_runs, number_runs
from sverka.wording.notice_sentences import notice_words
from sverka.wording.object_phrases import picture_words
from sverka.wording.places import change_place, finding_place, paragraph_numbers
from sverka.wording.reasons import finding_reasons, reason_words
from sverka.wording.redline_sentences import redline_refused, redline_words
from sverka.wording.shortening import (
    beginning,
    ending,
    finding_text,
    first_listed,
    shortened,
    shortened_name,
)
from sverka.wording.summing_up import summary, title_of
from sverka.wording.uncompared_sentences import compared_words, uncompared_words
from sverka.wording.verification_sentences import flaw_words, verdict_words

__all__ = [
    "Excerpt",
    "Fragment",
    "alteration_reach",
    "alteration_sides",
    "alteration_words",
    "beginning",
    "category_name",
    "change_name",
    "change_place",
    "change_title",
    "compared_words",
    "decision_name",
    "ending",
    "error_words",
    "excerpt",
    "finding_name",
    "finding_place",
    "finding_reasons",
    "finding_text",
    "first_listed",
    "flaw_words",
    "group_name",
    "ignore_name",
    "ignored_words",
    "listed_runs",
    "notice_words",
    "number_runs",
    "paragraph_fragments",
    "paragraph_numbers",
    "part_name",
    "picture_words",
    "reason_words",
    "redline_refused",
    "redline_words",
    "shortened",
    "shortened_name",
    "side_name",
    "sign",
    "stage_name",
    "state_name",
    "stood_on",
    "summary",
    "tier_name",
    "title_of",
    "uncompared_words",
    "verdict_name",
    "verdict_words",
    "with_object_sign",
]
