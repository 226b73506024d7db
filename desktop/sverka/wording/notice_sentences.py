"""Says what the program did less well than the user may think."""

from sverka.language import Language
from sverka.model import Notice, NoticeCode
from sverka.model.errors import filled
from sverka.wording.error_sentences import sentence_words
from sverka.wording.measures import number_runs


def notice_words(notice: Notice, language: Language) -> str:
    """The sentence of a notice, without its version and page."""
    values = {
        name: number_runs(value) if isinstance(value, tuple) else str(value)
        for name, value in notice.values.items()
    }
    if notice.code is NoticeCode.OTHER:
        return sentence_words(values.pop("sentence", ""), values, language)
    many = notice.values.get("pages", notice.values.get("count", 1))
    count = len(many) if isinstance(many, tuple) else int(many)
    sayings = (
        _of_word(language, count)
        | _of_text(language, count)
        | _of_pages(language, count)
        | _of_pair(language, count)
    )
    return filled(sayings[notice.code], values)


def _of_word(language: Language, count: int) -> dict[NoticeCode, str]:
    return {
        NoticeCode.TRACKED_ACCEPTED: language.gettext(
            "“{file}” holds tracked changes and was read as if all were accepted"
            " (--tracked reject reads it as if they were rejected)."
        ),
        NoticeCode.TRACKED_REJECTED: language.gettext(
            "“{file}” holds tracked changes and was read as if all were rejected"
            " (--tracked accept reads it as if they were accepted)."
        ),
        NoticeCode.TRACKED_KEPT: language.gettext(
            "Tracked changes in “{file}”: {authors}. It was read as if all were accepted."
        ),
        NoticeCode.HIDDEN_TEXT: language.gettext(
            "“{file}” holds hidden text, which was read like any other."
        ),
        NoticeCode.HEADERS_LEFT_OUT: language.gettext(
            "“{file}” holds headers or footers for first or even pages that are switched off;"
            " they were left out."
        ),
        NoticeCode.UNKNOWN_SYMBOLS: language.ngettext(
            "{count} character of a symbol font in “{file}” is not known and shown as �.",
            "{count} characters of symbol fonts in “{file}” are not known and shown as �.",
            count,
        ),
        NoticeCode.CHARTS_NOT_READ: language.gettext(
            "The text of charts and diagrams in “{file}” was not read."
        ),
        NoticeCode.EMBEDDED_NOT_READ: language.gettext(
            "Other documents embedded in “{file}” were not read."
        ),
        NoticeCode.PART_DAMAGED: language.gettext(
            "The part “{part}” of “{file}” is damaged and was left out."
        ),
        NoticeCode.CONVERTED: language.gettext(
            "“{file}” was read with the help of LibreOffice; where that reads it otherwise than"
            " Word, a difference may be no change of the text."
        ),
    }


def _of_text(language: Language, count: int) -> dict[NoticeCode, str]:
    return {
        NoticeCode.CONTROL_CHARACTERS: language.ngettext(
            "{count} control character in “{file}” is shown as a symbol such as ␀.",
            "{count} control characters in “{file}” are shown as symbols such as ␀.",
            count,
        ),
        NoticeCode.ENCODING_GUESSED: language.gettext(
            "The encoding of “{file}” was taken to be {encoding}, by what the text looks like;"
            " if letters are wrong, name another one (--encoding-old or --encoding-new)."
        ),
        NoticeCode.ENCODING_DOUBTFUL: language.gettext(
            "The encoding of “{file}” is doubtful: it was read as {encoding}, and may be"
            " {alternative}; if letters are wrong, name that (--encoding-old or --encoding-new)."
        ),
        NoticeCode.ENCODING_UNKNOWN: language.gettext(
            "The encoding of “{file}” is not known: it looks like a text in none, and was read as"
            " {encoding}; name the right one (--encoding-old or --encoding-new)."
        ),
        NoticeCode.UNDECODABLE: language.ngettext(
            "{count} place in “{file}” is no valid {encoding} and is shown as �.",
            "{count} places in “{file}” are no valid {encoding} and are shown as �.",
            count,
        ),
        NoticeCode.PARTS_HIDDEN: language.ngettext(
            "{count} part of “{file}” that the page does not show was left out.",
            "{count} parts of “{file}” that the page does not show were left out.",
            count,
        ),
        NoticeCode.ATTACHMENTS_NOT_READ: language.ngettext(
            "{count} attachment of “{file}” was not read: {names}.",
            "{count} attachments of “{file}” were not read: {names}.",
            count,
        ),
        NoticeCode.READ_AS_TEXT: language.gettext(
            "“{file}” is written in {notation} and was read as plain text, with all its marks."
        ),
        NoticeCode.PATTERN_SLOW: language.gettext(
            "The pattern “{pattern}” takes too long to be searched for and left out nothing."
        ),
        NoticeCode.READER_BROKEN: language.gettext(
            "“{file}” was read without the reader “{reader}”, which could not be used: {reason}."
        ),
    }


def _of_pages(language: Language, count: int) -> dict[NoticeCode, str]:
    return {
        NoticeCode.PAGES_WITHOUT_TEXT: language.ngettext(
            "Page {pages} of “{file}” has no text layer and was not read;"
            " --ocr has its text recognised.",
            "Pages {pages} of “{file}” have no text layer and were not read;"
            " --ocr has their text recognised.",
            count,
        ),
        NoticeCode.PAGES_RECOGNISED: language.ngettext(
            "Page {pages} of “{file}” was read off a picture (OCR by Tesseract, {languages}); what"
            " differs there may have been read wrongly. Uncertain words: {uncertain}.",
            "Pages {pages} of “{file}” were read off pictures (OCR by Tesseract, {languages}); what"
            " differs there may have been read wrongly. Uncertain words: {uncertain}.",
            count,
        ),
        NoticeCode.PAGES_NOT_RECOGNISED: language.ngettext(
            "Page {pages} of “{file}” was not recognised: it took too long, or Tesseract failed.",
            "Pages {pages} of “{file}” were not recognised: it took too long, or Tesseract failed.",
            count,
        ),
        NoticeCode.PAGES_DAMAGED: language.ngettext(
            "Page {pages} of “{file}” is damaged and was not read.",
            "Pages {pages} of “{file}” are damaged and were not read.",
            count,
        ),
        NoticeCode.PAGES_CUT_SHORT: language.gettext(
            "Page {pages} of “{file}” holds too much text and was read only in part."
        ),
        NoticeCode.LINE_NUMBERS_LEFT_OUT: language.ngettext(
            "The numbers of lines in the margin of page {pages} of “{file}” were left out.",
            "The numbers of lines in the margins of pages {pages} of “{file}” were left out.",
            count,
        ),
        NoticeCode.TABLES_AS_LINES: language.ngettext(
            "A table on page {pages} of “{file}” was read as lines of text.",
            "Tables on pages {pages} of “{file}” were read as lines of text.",
            count,
        ),
        NoticeCode.UNMAPPED_CHARACTERS: language.ngettext(
            "A font in “{file}” does not say which letter {count} character is;"
            " its text may be wrong.",
            "Fonts in “{file}” do not say which letters {count} characters are;"
            " their text may be wrong.",
            count,
        ),
        NoticeCode.ANNOTATIONS_NOT_READ: language.gettext(
            "Notes and form fields in “{file}” were not read."
        ),
        NoticeCode.RECOGNISED_TEXT: language.ngettext(
            "The text of page {pages} of “{file}” was recognised in a picture (OCR);"
            " it may have errors.",
            "The text of pages {pages} of “{file}” was recognised in pictures (OCR);"
            " it may have errors.",
            count,
        ),
        NoticeCode.INVISIBLE_TEXT: language.ngettext(
            "Text that cannot be seen on page {pages} of “{file}” was left out.",
            "Text that cannot be seen on pages {pages} of “{file}” was left out.",
            count,
        ),
        NoticeCode.TEXT_OUTSIDE_PAGE: language.ngettext(
            "Text beyond the edge of page {pages} of “{file}” was left out.",
            "Text beyond the edges of pages {pages} of “{file}” was left out.",
            count,
        ),
        NoticeCode.WATERMARK: language.ngettext(
            "A watermark, printed across the text of page {pages} of “{file}”, was left out.",
            "Watermarks, printed across the text of pages {pages} of “{file}”, were left out.",
            count,
        ),
        NoticeCode.SLANTED_TEXT: language.ngettext(
            "Text set aslant on page {pages} of “{file}”, such as a watermark, was left out.",
            "Text set aslant on pages {pages} of “{file}”, such as a watermark, was left out.",
            count,
        ),
    }


def _of_pair(language: Language, count: int) -> dict[NoticeCode, str]:
    return {
        NoticeCode.HARDLY_AGREE: language.gettext(
            "Only {percent} % of the text is in both versions: are these the right files?"
        ),
        NoticeCode.LOOK_CUT_SHORT: language.ngettext(
            "In {count} place a word or a paragraph was too large to be looked into;"
            " more is marked there than changed.",
            "In {count} places a word or a paragraph was too large to be looked into;"
            " more is marked there than changed.",
            count,
        ),
    }
