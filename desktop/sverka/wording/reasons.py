"""Says the reasons for a finding in sentences, with the facts a person can check."""

from collections.abc import Callable, Mapping

from sverka.language import Language
from sverka.model import Finding, Phrase, Reason, ReasonCode, ReasonPlace, ReasonValue
from sverka.wording.places import line_numbers
from sverka.wording.shortening import beginning, ending, first_listed, shortened

_SENTENCE_HALF = 42
"""Code points of a broken sentence that are shown on either side."""
_LISTED = 6
"""Of a longer list the first are named and the others counted."""
_DIFFERENCES = 4
"""So many places in which two paragraphs differ are shown."""
_HEADER = 120
_LETTERS = 60
"""Code points of a header, and of letters put right, that are shown."""

_PLAIN: Mapping[ReasonCode, Phrase] = {
    ReasonCode.INTERRUPTS_SENTENCE: Phrase("It interrupts a sentence: {sentence}."),
    ReasonCode.OTHER_READS_ON: Phrase("The other version reads on without it: {sentence}."),
    ReasonCode.OTHER_HAS_HEADER: Phrase(
        "The other version keeps the same line as its page header or footer."
    ),
    ReasonCode.TITLE_STAYS: Phrase("The first time, {place}, it is the title, and it stays."),
    ReasonCode.NUMBER_BESIDE: Phrase("A page number beside it counts up: {numbers}."),
    ReasonCode.NUMBER_INSIDE: Phrase(
        "A number inside it goes up from one time to the next: {numbers}."
    ),
    ReasonCode.NUMBER_CHAIN: Phrase(
        "Numbers count up at even distances, one about every {characters} characters: {numbers}."
    ),
    ReasonCode.NUMBER_BY_WORDS: Phrase("The line is a page number by its own words."),
    ReasonCode.NUMBER_ALONE: Phrase("There is only a number on the line."),
    ReasonCode.COUNTS_WITH_PAGES: Phrase("The number in it goes up by one from page to page."),
    ReasonCode.EVEN_DISTANCES: Phrase(
        "It comes back at even distances, about every {characters} characters."
    ),
    ReasonCode.STANDS_ONCE: Phrase(
        "It stands only once in this file, so it is no more than suspected."
    ),
    ReasonCode.BESIDE_FURNITURE: Phrase("It stands right beside page furniture."),
    ReasonCode.PART_OF_PAGE: Phrase(
        "The PDF itself marks this line as part of the page, not of the text."
    ),
    ReasonCode.HEADER_OF_FILE: Phrase("The document itself keeps this text as its page header."),
    ReasonCode.FOOTER_OF_FILE: Phrase("The document itself keeps this text as its page footer."),
    ReasonCode.IS_NAVIGATION: Phrase("The page itself marks it as its navigation, not as text."),
    ReasonCode.IS_BANNER: Phrase("The page itself marks it as the header of the site."),
    ReasonCode.IS_PAGE_FOOTER: Phrase("The page itself marks it as the footer of the site."),
    ReasonCode.IS_ASIDE: Phrase("The page itself marks it as standing beside its text."),
    ReasonCode.IS_SEARCH: Phrase("The page itself marks it as its search."),
    ReasonCode.IS_COOKIE_NOTICE: Phrase("By its name in the page it is a notice about cookies."),
    ReasonCode.IS_SHARING: Phrase("By its name in the page it holds buttons for sharing."),
    ReasonCode.IS_MAIL_HEADER: Phrase("It is a header of the message, not its text."),
    ReasonCode.HEADER_CHANGED: Phrase(
        "In the original version it reads «{before}», in the revised one «{after}»."
    ),
    ReasonCode.PARAGRAPH_BEFORE: Phrase("The same paragraph stands already before: {place}."),
    ReasonCode.NEARLY_BEFORE: Phrase("Nearly the same paragraph stands already before: {place}."),
    ReasonCode.DIFFERS_IN_WORDS: Phrase("It differs in these words: {words}."),
    ReasonCode.SENTENCE_BEFORE: Phrase(
        "The same sentence stands already before, in the same paragraph."
    ),
    ReasonCode.CLOSING_BLOCK_DRIFTED: Phrase(
        "The closing block “{name}” stands in both versions, but reads differently."
    ),
    ReasonCode.RECOGNISED_UNSURE: Phrase(
        "It was read off a picture (OCR) with a certainty of only {percent} %; look at the page."
    ),
    ReasonCode.DOUBLED_WORD: Phrase("The word “{word}” stands twice in a row."),
    ReasonCode.WORD_JOINED: Phrase(
        "The word was broken at the end of a line, and was put together."
    ),
    ReasonCode.HYPHEN_LEFT: Phrase(
        "Its line ends with a hyphen, and neither version has it whole elsewhere."
    ),
    ReasonCode.HYPHEN_INSIDE: Phrase(
        "The word was broken for a line end that is not there any more."
    ),
    ReasonCode.TWO_ALPHABETS: Phrase(
        "Letters of two alphabets are mixed in this word; these are foreign in it: {letters}."
    ),
    ReasonCode.OTHER_ALPHABET: Phrase(
        "All letters of this word come from another alphabet than the text around it."
    ),
    ReasonCode.FIGURES_IN_WORD: Phrase(
        "A figure stands in this word for a letter that looks like it: {letters}."
    ),
    ReasonCode.LETTERS_IN_NUMBER: Phrase(
        "A letter stands in this number for a figure that looks like it: {letters}."
    ),
    ReasonCode.HTML_CODES: Phrase("Characters stand here as their HTML codes: {codes}."),
    ReasonCode.WRONG_ENCODING: Phrase(
        "These letters were read in the wrong encoding; they probably say “{text}”."
    ),
    ReasonCode.QUESTION_MARKS: Phrase("Question marks stand here instead of letters."),
    ReasonCode.SEVERAL_SPACES: Phrase("There is more than one space between two words."),
    ReasonCode.SPACE_BEFORE_MARK: Phrase("There is a space before a punctuation mark."),
    ReasonCode.SPACE_INSIDE_BRACKETS: Phrase(
        "There is a space just inside a bracket or a quotation mark."
    ),
    ReasonCode.NO_SPACE_AFTER_MARK: Phrase("There is no space after a punctuation mark."),
    ReasonCode.NEEDLESS_NO_BREAK: Phrase("A no-break space stands where it does nothing."),
    ReasonCode.UNUSUAL_SPACE: Phrase("A tab or a space of unusual width stands between words."),
    ReasonCode.DIRECTION_MARK: Phrase(
        "There is a mark for the direction of writing, which nobody sees."
    ),
    ReasonCode.NO_WIDTH: Phrase("There is a character without width, which nobody sees."),
}

_COUNTED: Mapping[ReasonCode, Callable[[Language, int], str]] = {
    ReasonCode.LINE_REPEATS: lambda language, count: language.ngettext(
        "The same line stands {count} time in this file: {places}.",
        "The same line stands {count} times in this file: {places}.",
        count,
    ),
    ReasonCode.LINES_REPEAT: lambda language, count: language.ngettext(
        "The same {lines} lines stand {count} time in this file: {places}.",
        "The same {lines} lines stand {count} times in this file: {places}.",
        count,
    ),
    ReasonCode.REPEATS_TOGETHER: lambda language, count: language.ngettext(
        "{count} more line repeats together with it.",
        "{count} more lines repeat together with it.",
        count,
    ),
    ReasonCode.AT_PAGE_EDGES: lambda language, count: language.ngettext(
        "{times} of {count} time it stands where a page begins or ends.",
        "{times} of {count} times it stands where a page begins or ends.",
        count,
    ),
    ReasonCode.AT_PAGE_TOPS: lambda language, count: language.ngettext(
        "It stands at the same height at the top of {count} page: {pages}.",
        "It stands at the same height at the top of {count} pages: {pages}.",
        count,
    ),
    ReasonCode.AT_PAGE_BOTTOMS: lambda language, count: language.ngettext(
        "It stands at the same height at the bottom of {count} page: {pages}.",
        "It stands at the same height at the bottom of {count} pages: {pages}.",
        count,
    ),
    ReasonCode.IN_MARGIN: lambda language, count: language.ngettext(
        "It stands in the margin, at the same place of {count} page: {pages}.",
        "It stands in the margin, at the same place of {count} pages: {pages}.",
        count,
    ),
    ReasonCode.BLOCK_BEFORE: lambda language, count: language.ngettext(
        "The same {count} paragraph stands already before: {place}.",
        "The same {count} paragraphs stand already before: {place}.",
        count,
    ),
    ReasonCode.WORDS_JOINED: lambda language, count: language.ngettext(
        "{count} word was broken at the end of a line and put together; this is the first.",
        "{count} words were broken at the ends of lines and put together; this is the first.",
        count,
    ),
    ReasonCode.QUOTE_SIGNS: lambda language, count: language.ngettext(
        "The line goes on with the one before, and the “>” that mail puts before it was set aside.",
        "{count} lines go on with the one before each, and the “>” that mail puts before them was"
        " set aside; this is the first.",
        count,
    ),
    ReasonCode.SOFT_HYPHENS: lambda language, count: language.ngettext(
        "There is a soft hyphen that nobody sees in this paragraph.",
        "There are {count} soft hyphens that nobody sees in this paragraph.",
        count,
    ),
    ReasonCode.LINE_ENDS_JOINED: lambda language, count: language.ngettext(
        "{count} line end inside this paragraph was joined.",
        "{count} line ends inside this paragraph were joined.",
        count,
    ),
    ReasonCode.TEXT_WRAPPED: lambda language, count: language.ngettext(
        "The text is wrapped: {count} line end was joined, in paragraphs: {paragraphs}.",
        "The text is wrapped: {count} line ends were joined, in paragraphs: {paragraphs}.",
        count,
    ),
    ReasonCode.LETTERS_LOST: lambda language, count: language.ngettext(
        "{count} letter of this paragraph was lost and cannot be told any more.",
        "{count} letters of this paragraph were lost and cannot be told any more.",
        count,
    ),
    ReasonCode.TIMES_IN_PARAGRAPH: lambda language, count: language.ngettext(
        "It is so {count} time in this paragraph.",
        "It is so {count} times in this paragraph.",
        count,
    ),
    ReasonCode.PARAGRAPHS_ALIKE: lambda language, count: language.ngettext(
        "It is so in {count} paragraph of this file; this is the first.",
        "It is so in {count} paragraphs of this file; this is the first.",
        count,
    ),
}


def reason_words(reason: Reason, language: Language) -> str:
    """The sentence for a reason."""
    value = reason.values.get("count")
    count = value if isinstance(value, int) else 0
    if reason.code in _COUNTED:
        sentence = _COUNTED[reason.code](language, count)
    else:
        sentence = language.gettext(_PLAIN[reason.code].english)
    return sentence.format(**_terms(reason, count, language))


def finding_reasons(finding: Finding, language: Language) -> tuple[str, ...]:
    """The sentences for all reasons of a finding, in their order."""
    return tuple(reason_words(reason, language) for reason in finding.reasons)


def _terms(reason: Reason, count: int, language: Language) -> dict[str, str | int]:
    """What stands in the sentence under each {name}."""
    values = reason.values
    match reason.code:
        case ReasonCode.INTERRUPTS_SENTENCE | ReasonCode.OTHER_READS_ON:
            return {"sentence": _broken_sentence(values, language)}
        case ReasonCode.DIFFERS_IN_WORDS:
            return {"words": _differences(values)}
        case ReasonCode.HEADER_CHANGED:
            return {name: shortened(str(text), _HEADER) for name, text in values.items()}
        case ReasonCode.WRONG_ENCODING:
            return {"text": shortened(str(values["text"]), _LETTERS)}
        case ReasonCode.TWO_ALPHABETS | ReasonCode.FIGURES_IN_WORD | ReasonCode.LETTERS_IN_NUMBER:
            return {"letters": " ".join(str(values["letters"]))}
        case _:
            return {name: _said(value, count, language) for name, value in values.items()}


def _said(value: ReasonValue, count: int, language: Language) -> str | int:
    if isinstance(value, tuple):
        words = [str(_said(item, count, language)) for item in value]
        return first_listed(words, _LISTED, language, count)
    return _place(value, language) if isinstance(value, ReasonPlace) else value


def _place(place: ReasonPlace, language: Language) -> str:
    """Where lines stand: "lines 21–23", "page 2", or "paragraph 5" where a file knows neither."""
    if place.lines is not None:
        return line_numbers(*place.lines, language)
    if place.page is not None:
        return language.gettext("page {number}").format(number=place.page)
    return language.gettext("paragraph {number}").format(number=place.paragraph + 1)


def _broken_sentence(values: Mapping[str, ReasonValue], language: Language) -> str:
    """The two halves of a broken sentence as «…end of one | start of the other…»."""
    before = ending(str(values["before"]).rstrip(), _SENTENCE_HALF)
    after = beginning(str(values["after"]).lstrip(), _SENTENCE_HALF)
    return language.gettext("«{before} | {after}»").format(before=before, after=after)


def _differences(values: Mapping[str, ReasonValue]) -> str:
    """The first places in which two texts differ, each as «before» → «after»."""
    before, after = values["before"], values["after"]
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        raise TypeError(values)
    pairs = list(zip(before, after, strict=True))[:_DIFFERENCES]
    return "; ".join(f"«{old}» → «{new}»" for old, new in pairs)
