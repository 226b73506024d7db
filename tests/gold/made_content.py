"""Texts of many kinds whose lines repeat and count up, and are content: none is of a page.

The words are made up; laws, minutes, plays, tables and lists are set as real ones are. Where items
end without a stop and go on in small letters, a line between them looks like one in a sentence.
"""

import textwrap
from collections.abc import Callable
from random import Random

from made_text import paragraphs

WORDS = {
    "en": (
        "the keeper shall inform the office in writing of any change in the use of the water",
        "a member who leaves before the end of the year has no claim to the common stock",
        "all boats that lie in the harbour over night are to carry a light at the stern",
        "the board decides by a majority of those who are present and have paid their dues",
        "whoever takes fish in spring pays twice the usual price to the owner of the pond",
    ),
    "de": (
        "der Antragsteller hat der Behörde jede Änderung der Nutzung schriftlich mitzuteilen",
        "ein Mitglied, das vor Ablauf des Jahres austritt, hat keinen Anspruch auf Rückzahlung",
        "die Boote, die über Nacht im Hafen liegen, führen am Heck ein weißes Licht",
        "der Vorstand entscheidet mit der Mehrheit der anwesenden Mitglieder über den Haushalt",
        "wer im Frühjahr fischt, zahlt dem Eigentümer des Teiches das Doppelte des Preises",
    ),
    "fr": (
        "le titulaire informe le bureau par écrit de tout changement dans l’usage des eaux",
        "le membre qui part avant la fin de l’année n’a aucun droit sur le fonds commun",
        "les bateaux qui passent la nuit au port portent un feu blanc à la poupe",
        "le conseil décide à la majorité des membres présents qui ont payé leur cotisation",
        "celui qui pêche au printemps paie au propriétaire le double du prix habituel",
    ),
    "ru": (
        "смотритель письменно сообщает управлению о каждом изменении в пользовании водой",
        "член общества, вышедший до конца года, не имеет права на долю в общем имуществе",
        "лодки, которые остаются в гавани на ночь, несут на корме белый огонь",
        "правление решает большинством голосов присутствующих членов, уплативших взносы",
        "кто ловит рыбу весной, платит владельцу пруда вдвое против обычной цены",
    ),
    "tr": (
        "kullanıcı suyun kullanımındaki her değişikliği büroya yazılı olarak bildirir",
        "yıl sonundan önce ayrılan üyenin ortak mal üzerinde hiçbir hakkı yoktur",
        "geceyi limanda geçiren tekneler kıçta beyaz bir ışık taşır",
        "kurul toplantıya katılan ve aidatını ödeyen üyelerin çoğunluğu ile karar verir",
        "ilkbaharda balık tutan kişi göl sahibine olağan fiyatın iki katını öder",
    ),
    "es": (
        "el titular informa por escrito a la oficina de todo cambio en el uso de las aguas",
        "el socio que se retira antes de fin de año no tiene derecho al fondo común",
        "las barcas que pasan la noche en el puerto llevan una luz blanca en la popa",
        "la junta decide por mayoría de los socios presentes que han pagado su cuota",
        "quien pesca en primavera paga al dueño del estanque el doble del precio usual",
    ),
}
"""Sentences without their capital and stop, that clauses and paragraphs are made of."""


class Writer:
    """Sentences and paragraphs of one language, none like another, wrapped or in one line."""

    def __init__(self, language: str, wrapped: bool) -> None:
        self._chance = Random(language)
        self._sentences = WORDS[language]
        self._wrapped = wrapped
        made = paragraphs(400, 60, "ru" if language == "ru" else "en", seed=11)
        self._tails = iter(text.rstrip(".").lower() for text in made)

    def clause(self) -> str:
        """A sentence without capital and stop."""
        return f"{self._chance.choice(self._sentences)}, {next(self._tails)}"

    def lines(self, text: str, indent: str = "") -> list[str]:
        """A paragraph as the lines it is set in."""
        if not self._wrapped:
            return [text]
        return textwrap.wrap(text, 72, subsequent_indent=indent)

    def paragraph(self, sentences: int = 4) -> list[str]:
        """Whole sentences as a paragraph."""
        said = (self.clause() for _ in range(sentences))
        return self.lines(" ".join(f"{one[0].upper()}{one[1:]}." for one in said))


def joined(parts: list[list[str]]) -> str:
    """Paragraphs parted by blank lines."""
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def law(w: Writer, word: str, also: str) -> str:
    """Numbered sentences in brackets, some with a list; two of them begin in the same words."""
    parts: list[list[str]] = []
    for k in range(1, 13):
        parts.append([f"{word} {k}"])
        for n in (1, 2, 3):
            opening = f"({n}) {also}" if k % 3 == n % 3 else f"({n}) {w.clause().capitalize()}"
            parts.append(w.lines(f"{opening}, {w.clause()}. {w.clause().capitalize()}."))
        parts.append(w.lines(f"(4) {also},"))
        parts += [w.lines(f"{n}. {w.clause()},", "   ") for n in (1, 2)]
        parts.append(w.lines(f"3. {w.clause()}", "   "))
        parts.append([also.split(" ", 1)[1].lower() + "."])
    return joined(parts)


def minutes(w: Writer, word: str, decided: str) -> str:
    """Agenda items that count up, and a decision under each in the same words."""
    parts: list[list[str]] = []
    for k in range(1, 16):
        parts += [[f"{word} {k}"], w.paragraph(5), [decided], w.paragraph(1)]
    return joined(parts)


def play(w: Writer, *speakers: str) -> str:
    """Speakers on lines of their own; speeches break off and go on in small letters."""
    parts: list[list[str]] = []
    for k in range(60):
        said = w.paragraph(2) if k % 3 else w.lines(w.clause() + " —")
        parts.append([speakers[k % len(speakers)], *said])
    return joined(parts)


def handbook(w: Writer, example: str, note: str) -> str:
    """The same small headings in every chapter, one before a line in small letters."""
    parts: list[list[str]] = []
    for k in range(1, 16):
        parts += [[f"{k} {w.clause()[:30].title()}"], w.paragraph(3), [example]]
        parts += [w.lines(w.clause()), [note], w.lines(w.clause().capitalize() + ".")]
    return joined(parts)


def bibliography(w: Writer, series: str, place: str) -> str:
    """Entries whose second line is always the same."""
    parts = []
    for k in range(40):
        entry = f"{w.clause()[:24].title()}: {w.clause().capitalize()}"
        parts.append([*w.lines(entry), series, f"{place}, {1950 + k}"])
    return joined(parts)


def questions(w: Writer, question: str, answer: str) -> str:
    """Questions and answers that are marked on lines of their own."""
    parts: list[list[str]] = []
    for _ in range(25):
        parts += [[question], w.lines(w.clause() + "?"), [answer], w.paragraph(2)]
    return joined(parts)


def hymn(w: Writer, refrain: str, mark: str) -> str:
    """Verses that end with a comma, and a refrain after each."""
    parts: list[list[str]] = []
    for k in range(1, 25):
        verse = [w.clause()[:44] for _ in range(4)]
        parts.append([f"{k}.", *(f"{line}," for line in verse), mark, refrain])
    return joined(parts)


def table(w: Writer, *columns: str) -> str:
    """Rows of a table whose cells became paragraphs, as text taken from a web page has them."""
    parts: list[list[str]] = []
    for k in range(6):
        parts.append(w.paragraph(5))
        for column in columns:
            parts += [[column], [w.clause()[: 20 + 5 * k]]]
    return joined(parts)


def prices(w: Writer, currency: str, head: str) -> str:
    """Goods, their amounts in a line each, and the head of the list over every part."""
    parts: list[list[str]] = []
    for k in range(1, 20):
        rows = [f"{w.clause()[:18]}  {k * n * 7} {currency}" for n in range(1, 6)]
        parts += [[head], rows, [str(k)], w.paragraph(4)]
    return joined(parts)


def manual(w: Writer, name: str, default: str) -> str:
    """A manual page: sections in capitals, options and what they stand at."""
    parts: list[list[str]] = []
    for k in range(30):
        parts += [[f"--{name}-{k}"], w.lines(w.clause()), [default], [w.clause()[:12]]]
        if k % 5 == 0:
            parts += [["DESCRIPTION"], w.paragraph(4)]
    return joined(parts)


def licence(w: Writer, party: str, provided: str) -> str:
    """Clauses with numbers of several levels, sentences that a provided-that line parts."""
    parts: list[list[str]] = []
    for k in range(1, 9):
        for n in (1, 2, 3):
            parts += [w.lines(f"{k}.{n} {party} {w.clause()}"), [provided]]
            parts += [w.lines(f"{letter}) {w.clause()};", "   ") for letter in "abc"]
    return joined(parts)


def counted(w: Writer, form: str, *_: str) -> str:
    """Headings that count up at even distances."""
    parts: list[list[str]] = []
    for k in range(1, 25):
        parts += [[form.format(k)], w.paragraph(6)]
    return joined(parts)


def bare_numbers(w: Writer, mark: str, *_: str) -> str:
    """Numbers alone over the parts of a text, between whole sentences."""
    parts: list[list[str]] = []
    for k in range(1, 25):
        parts += [[mark.format(k)], w.paragraph(7)]
    return joined(parts)


CONTENT: dict[str, tuple[Callable[..., str], str, tuple[str, ...]]] = {
    "law in German": (law, "de", ("§", "Braucht der Schuldner nach § 275 nicht zu leisten")),
    "law in French": (law, "fr", ("Art.", "Lorsque le titulaire ne remplit pas ses devoirs")),
    "law in Turkish": (law, "tr", ("MADDE", "Kullanıcı bu Kanunun 12 nci maddesine göre")),
    "law in Russian": (law, "ru", ("Статья №", "Если владелец не исполнил обязанностей")),
    "minutes in English": (minutes, "en", ("Agenda item", "The meeting resolved")),
    "minutes in German": (minutes, "de", ("Tagesordnungspunkt", "Der Rat beschließt")),
    "minutes in Russian": (minutes, "ru", ("Вопрос повестки", "Правление постановило")),
    "play in English": (play, "en", ("Miller", "Ferryman", "A Voice from the Water")),
    "play in Spanish": (play, "es", ("Don Lope", "La Molinera", "Voz en el agua")),
    "play in Russian": (play, "ru", ("Мельник", "Паромщик", "Голос с воды")),
    "handbook in English": (handbook, "en", ("Example", "Note for the keeper")),
    "handbook in German": (handbook, "de", ("Beispiel", "Hinweis für den Wärter")),
    "bibliography in French": (bibliography, "fr", ("Annales de la Société des eaux", "Lyon")),
    "bibliography in English": (bibliography, "en", ("Proceedings of the Water Board", "York")),
    "questions in Turkish": (questions, "tr", ("Soru", "Cevap")),
    "questions in Russian": (questions, "ru", ("Вопрос читателя", "Ответ редакции")),
    "hymn in English": (hymn, "en", ("and the river runs down to the sea", "Chorus")),
    "hymn in Russian": (hymn, "ru", ("а река всё течёт и течёт", "Припев")),
    "table in English": (table, "en", ("GET", "PUT, DELETE", "Content of the answer")),
    "table in Spanish": (table, "es", ("Nombre", "Uso del agua", "Valor por defecto")),
    "prices in Turkish": (prices, "tr", ("TL", "Malın adı    Fiyatı")),
    "prices in Russian": (prices, "ru", ("руб.", "Наименование товара, цена")),
    "manual in English": (manual, "en", ("water", "Stands at first at")),
    "manual in German": (manual, "de", ("wasser", "Voreinstellung")),
    "licence in English": (licence, "en", ("The Licensee", "Provided that")),
    "licence in French": (licence, "fr", ("Le titulaire", "À condition que")),
    "counted in an unknown language": (counted, "tr", ("ONDAKA YA {}",)),
    "counted before the word": (counted, "ru", ("{} кӧрдӧк",)),
    "counted with a title": (counted, "es", ("Lección {} de veinticuatro",)),
    "counted with a sign": (counted, "en", ("Item № {}",)),
    "counted on two lines": (counted, "fr", ("TITRE\n{}",)),
    "bare numbers in English": (bare_numbers, "en", ("{}",)),
    "bare numbers in brackets": (bare_numbers, "de", ("[{}]",)),
    "bare numbers between dashes": (bare_numbers, "ru", ("— {} —",)),
}
"""How a text is made, its language and the words that come back in it, by its kind."""


def content(kind: str, wrapped: bool) -> str:
    """The text of a kind."""
    make, language, words = CONTENT[kind]
    return make(Writer(language, wrapped), *words)
