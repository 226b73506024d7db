"""Names: what a capital says where nouns have one, and at the beginning of a sentence."""

import pytest

from sverka.differences.categories.capitals import CapitalHabits, is_name

GERMAN = [
    "Am Morgen ging der alte Fischer mit seinem Boot durch den Hafen und warf das Netz in die See.",
    "Der Rat der Gemeinde hat den Antrag auf eine neue Schule mit großer Mehrheit angenommen.",
    "Wer die Rechnung nicht bezahlt, verliert den Anspruch auf die Lieferung der Ware.",
]
ENGLISH = [
    "In the morning the old fisherman went through the harbour and threw his net into the sea.",
    "The council of the town accepted the motion for a new school, and Barlow seconded it.",
]
RUSSIAN = [
    "Утром старый рыбак прошёл через гавань и забросил сеть в море, и Лебедь ему помог.",
    "Совет принял предложение о новой школе большинством голосов.",
]


def told(texts: list[str], sentence: str, word: str) -> bool:
    """Whether `word` is a name where it stands in `sentence`, which stands among the texts."""
    start = sentence.index(word)
    return is_name(sentence, start, start + len(word), CapitalHabits([*texts, sentence]))


@pytest.mark.parametrize(
    ("texts", "expected"), [(GERMAN, True), (ENGLISH, False), (RUSSIAN, False), ([], False)]
)
def test_whether_nouns_have_capitals_is_told_by_the_text(texts: list[str], expected: bool) -> None:
    assert CapitalHabits(texts).of_nouns is expected


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Sie gab das Buch dem Lehrer zurück.", "Buch"),
        ("Er fand den Schlüssel unter der Matte.", "Schlüssel"),
        ("Dort stand eine Mühle am Bach.", "Mühle"),
        ("Sie kaufte fünf Kilo Mehl dazu.", "Mehl"),
        ("Im März kam die Flut zurück.", "Flut"),
        ("Das Gericht hob das Urteil auf.", "Gericht"),
        ("Wir danken für die Hilfe sehr.", "Hilfe"),
    ],
)
def test_a_german_noun_is_no_name(sentence: str, word: str) -> None:
    assert not told(GERMAN, sentence, word)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Dann sprach Herr Lindner zu uns.", "Lindner"),
        ("Das sagte Anna Seghers dazu.", "Seghers"),
        ("Das sagte Anna Seghers dazu.", "Anna"),
        ("Er fragte Dr. Koch um Rat.", "Koch"),
        ("Das Werk von BASF liegt dort.", "BASF"),
        ("Die Kanzlerin Weiss trat ab.", "Weiss"),
    ],
)
def test_a_german_name_has_more_than_its_capital(sentence: str, word: str) -> None:
    assert told(GERMAN, sentence, word)


@pytest.mark.parametrize(
    ("texts", "sentence", "word"),
    [
        (ENGLISH, "Fletcher signed the paper.", "Fletcher"),
        (ENGLISH, "Barlow objects to it.", "Barlow"),
        (RUSSIAN, "Соловьёв подписал договор.", "Соловьёв"),
        (RUSSIAN, "Бондаренко приехала вечером.", "Бондаренко"),
        (RUSSIAN, "Лебедь молчит.", "Лебедь"),
        (ENGLISH, "The speaker was Barlow himself.", "Barlow"),
    ],
)
def test_a_name_is_known_where_a_sentence_begins(
    texts: list[str], sentence: str, word: str
) -> None:
    assert told(texts, sentence, word)


@pytest.mark.parametrize(
    ("texts", "sentence", "word"),
    [
        (ENGLISH, "Nobody signed the paper.", "Nobody"),
        (ENGLISH, "Members signed the paper.", "Members"),
        (ENGLISH, "Suddenly it was dark.", "Suddenly"),
        (ENGLISH, "Silence was kept.", "Silence"),
        (RUSSIAN, "Рыбак забросил сеть.", "Рыбак"),
        (RUSSIAN, "Голосов хватило на победу.", "Голосов"),
        (RUSSIAN, "Наконец стемнело.", "Наконец"),
        (GERMAN, "Fischer warfen das Netz.", "Fischer"),
    ],
)
def test_the_first_word_of_a_sentence_is_mostly_no_name(
    texts: list[str], sentence: str, word: str
) -> None:
    assert not told(texts, sentence, word)
