"""Prints a comparison or an inspection for a reader at a terminal, in colour where it can."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from sverka.language import Language
from sverka.model import (
    Change,
    ChangeKind,
    Comparison,
    Finding,
    Inspection,
    Notice,
    Side,
    Tier,
    Verification,
)
from sverka.reports.fit_text import shown, shown_mark
from sverka.wording import (
    Fragment,
    alteration_words,
    category_name,
    change_place,
    change_title,
    decision_name,
    excerpt,
    finding_name,
    finding_place,
    finding_reasons,
    finding_text,
    flaw_words,
    notice_words,
    side_name,
    sign,
    stood_on,
    summary,
    tier_name,
    verdict_name,
    verdict_words,
)

MOST_CHANGES = 200
MOST_FINDINGS = 200
"""A book has a header on each of its pages, and nobody reads them all at a terminal."""

_OLD_STYLE, _NEW_STYLE = "strike dark_orange3", "underline dodger_blue2"


def comparison(result: Comparison, stream: TextIO, language: Language) -> None:
    """The summary, the changes and the findings, in this order, in `language`."""
    console = _console(stream)
    console.print(Text(f"{result.old.document.name} → {result.new.document.name}", style="bold"))
    for sentence in summary(result, language):
        console.print(Text(sentence))
    for number, change in enumerate(result.changes[:MOST_CHANGES], 1):
        console.print(_change_line(result, number, change, language))
    more = len(result.changes) - MOST_CHANGES
    if more > 0:
        console.print(
            language.ngettext(
                "… and {count} more change; --report or --json has them all.",
                "… and {count} more changes; --report or --json has them all.",
                more,
            ).format(count=more)
        )
    _print_findings(console, result.findings, language, with_side=True)
    _print_notices(console, result.notices, language)


def inspection(result: Inspection, stream: TextIO, language: Language) -> None:
    """The findings of one file, with their evidence, in `language`."""
    console = _console(stream)
    count = len(result.paragraphs)
    console.print(
        Text.assemble(
            (result.document.name, "bold"),
            ": ",
            language.ngettext("{count} paragraph", "{count} paragraphs", count).format(count=count),
        )
    )
    if not result.findings:
        console.print(language.gettext("Nothing was found: no repeated headers, no artifacts."))
    _print_findings(console, result.findings, language, with_side=False)
    _print_notices(console, result.document.notices, language)


def _console(stream: TextIO) -> Console:
    terminal = stream.isatty()
    width = None if terminal else 10_000
    return Console(file=stream, width=width, highlight=False, markup=False, soft_wrap=not terminal)


def _change_line(result: Comparison, number: int, change: Change, language: Language) -> Text:
    names = [category_name(c, language) for c in change.categories]
    if change.table_part or not names:
        names.insert(0, change_title(change, language))
    line = Text(f"{number:4} {sign(change.kind)} ")
    line.append(
        f"{change_place(result, change, language)} · {', '.join(names).lower()}: ", style="dim"
    )
    if change.kind.is_beside_words:
        return line.append(shown(_beside_words(result, change, language)))
    both = excerpt(result, change, context=24, most=160)
    if change.kind.is_structure:
        side = both.new if change.kind is not ChangeKind.MERGE else both.old
        return line.append(shown("".join(f.text for f in side)))
    return line.append_text(_inline(both.old, both.new))


def _beside_words(result: Comparison, change: Change, language: Language) -> str:
    """The words it stands on, and what is otherwise there."""
    side = Side.OLD if change.new is None else Side.NEW
    words, what = stood_on(result, change, side), alteration_words(change, language, result)
    return f"«{words}»: {what}" if words else what


def _inline(old: tuple[Fragment, ...], new: tuple[Fragment, ...]) -> Text:
    """Both sides in one line: the context once, [-deleted-] and {+inserted+} in it.

    Spaces that are all of a change, and what would reorder or hide the text, are made visible.
    """
    text = Text()
    whole = old if any(f.marked for f in old) else new
    added = [shown_mark(f.text) for f in new if f.marked]
    for fragment in whole:
        if not fragment.marked:
            text.append(shown(fragment.text))
            continue
        if whole is old:
            text.append(f"[-{shown_mark(fragment.text)}-]", style=_OLD_STYLE)
        if added:
            text.append(f"{{+{''.join(added)}+}}", style=_NEW_STYLE)
    return text


def _print_findings(
    console: Console, findings: Sequence[Finding], language: Language, *, with_side: bool
) -> None:
    """One entry for page furniture that comes back on every page, one for each other finding."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_alike(finding), []).append(finding)
    shown_groups = list(groups.values())[:MOST_FINDINGS]
    for group in shown_groups:
        _print_group(console, group, language, with_side=with_side)
    more = len(findings) - sum(map(len, shown_groups))
    if more > 0:
        console.print(
            language.ngettext(
                "… and {count} more finding; --json has them all.",
                "… and {count} more findings; --json has them all.",
                more,
            ).format(count=more)
        )


def _alike(finding: Finding) -> object:
    """The same for furniture of real pages that is told once; every other finding is its own."""
    if not finding.kind.is_furniture or finding.page is None:
        return finding.key
    return finding.side, finding.group, finding.decision, finding.tier, finding.verdict


def _print_group(
    console: Console, group: Sequence[Finding], language: Language, *, with_side: bool
) -> None:
    finding = group[0]
    words = [finding_name(finding.kind, language), finding_place(finding, language)]
    if len(group) > 1:
        words[1] = language.ngettext(
            "{count} time, pages {first}–{last}", "{count} times, pages {first}–{last}", len(group)
        ).format(count=len(group), first=finding.page, last=group[-1].page)
    if with_side:
        words.insert(1, side_name(finding.side, language).lower())
    words.append(decision_name(finding.decision, language))
    if finding.tier is Tier.SUSPECTED:
        words.append(tier_name(finding.tier, language))
    if finding.verdict is not None:
        words.append(verdict_name(finding, language))
    text = " | ".join(line.strip() for line in finding_text(finding).split("\n"))
    line = Text("   # ")
    line.append(", ".join(word for word in words if word), style="dim")
    line.append(f": «{shown(text)}»")
    if finding.suggestion:
        line.append(f" → «{shown(finding.suggestion)}»")
    console.print(line)
    for sentence in finding_reasons(finding, language):
        console.print(Text(f"       {shown(sentence)}", style="dim"))


def _print_notices(console: Console, notices: Iterable[Notice], language: Language) -> None:
    for notice in notices:
        console.print(Text(f"   ! {notice_words(notice, language)}"))


def verification(result: Verification, stream: TextIO, language: Language) -> None:
    """The verdict on a redline in a sentence, and then a line for each thing that is wrong."""
    console = _console(stream)
    console.print(Text(verdict_words(result, language), style="bold"))
    for flaw in result.flaws:
        console.print(Text(f"{'−' if flaw.grave else '!'} {flaw_words(flaw, language)}"))


def sentences(said: Iterable[str], stream: TextIO) -> None:
    """Sentences, a line each."""
    console = _console(stream)
    for sentence in said:
        console.print(Text(sentence))
