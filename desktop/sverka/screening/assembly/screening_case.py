"""A document under screening, and what the user decided about what was found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sverka.model import Decision, Document, Finding, Side
from sverka.screening.finding_keys import FormerPlace, keys_of, known_by
from sverka.screening.lines.words_around import WordsAround


@dataclass(frozen=True, slots=True)
class ScreeningCase:
    """A document under screening, with what the user wants of it.

    `decisions` are by the keys of findings, `former` those of older files by position. `words` tell
    alike findings apart.
    """

    document: Document
    side: Side
    words: WordsAround
    decisions: Mapping[str, Decision]
    keep_furniture: bool = False
    former: Mapping[FormerPlace, Decision] = field(default_factory=dict)

    def decided(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings, in the order of the text, with their keys, and decided as the user wants.

        Where the user wants nothing they stay as the program decided.
        """
        keys = keys_of(findings, self._around)
        known = known_by(self.decisions, keys)
        return [
            replace(finding, key=key, decision=self._decision(finding, known.get(key)))
            for finding, key in zip(findings, keys, strict=True)
        ]

    def _decision(self, finding: Finding, known: str | None) -> Decision:
        if known is not None:
            return self.decisions[known]
        first = finding.spots[0]
        return self.former.get((finding.kind, first.block, first.start), finding.decision)

    def _around(self, finding: Finding) -> tuple[str, str]:
        first = finding.spots[0]
        last = [spot for spot in finding.spots if spot.block == first.block][-1]
        return self.words.of(first, last)
