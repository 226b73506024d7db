"""Remarks belong to entries by their content, and are counted and numbered for who reads on."""

from sverka import compare
from sverka.language import ENGLISH, language
from sverka.presentation.remarked_entries import RemarkedEntries, remark_sign, spoken_with_remark
from sverka.presentation.scene import Scene, scene
from sverka.readers import read_text
from sverka.review import NOTHING, Record, Remark, State


def test_each_entry_is_found_again_by_its_key(release: Scene) -> None:
    remarked = RemarkedEntries(release.entries, Record())
    keys = [remarked.key_of(entry) for entry in range(len(release.entries))]
    assert len(set(keys)) == len(keys)
    assert [remarked.entry_of(key) for key in keys] == list(range(len(keys)))
    assert remarked.entry_of("") is remarked.entry_of("of another text") is None
    assert remarked.key_of(None) == ""


def test_a_remark_is_said_of_its_entry_and_of_no_other(release: Scene) -> None:
    remarked = RemarkedEntries(release.entries, Record())
    query = Remark(State.QUERY, "Which year?")
    remarked.record.put(remarked.key_of(2), query)
    said = [remarked.remark_of(entry) for entry in range(len(release.entries))]
    assert said == [query if entry == 2 else NOTHING for entry in range(len(said))]
    assert sorted(range(len(said)), key=remarked.rank_of)[-1] == 2


def test_changes_and_findings_are_numbered_and_counted_apart(release: Scene) -> None:
    remarked, done = RemarkedEntries(release.entries, Record()), Remark(State.REVIEWED)
    assert remarked.progress_words(ENGLISH) == ""
    remarked.record.put(remarked.change_keys[3], done)
    total = len(remarked.change_keys)
    assert remarked.progress_words(ENGLISH) == f"1 of {total} reviewed"
    remarked.record.put(remarked.finding_keys[0], done)
    findings = len(remarked.finding_keys)
    assert remarked.progress_words(ENGLISH) == f"1 of {total} reviewed · findings: 1 of {findings}"
    assert remarked.numbered() == ((4, done),)
    assert remarked.numbered_findings() == ((1, done),)
    assert remarked.remark_of_finding(0) == done


def test_a_remark_stays_with_its_finding_when_one_alike_is_added_above() -> None:
    said = "Утром собрался Cовет в порту.\n\nВечером заседал Cовет без доклада."
    alone, more = (
        scene(compare(read_text("Слова.", "old.txt"), read_text(text, "new.txt"))).entries
        for text in (said, f"Сначала весь Cовет пришёл.\n\n{said}")
    )
    query, record = Remark(State.QUERY, "Which letter?"), Record()
    before = RemarkedEntries(alone, record)
    record.put(before.finding_keys[1], query)
    assert RemarkedEntries(more, record).numbered_findings() == ((3, query),)
    plain = before.finding_keys[0].rsplit("-", 2)[0]
    old_file = RemarkedEntries(more, Record({f"{plain}-2": query}))
    assert old_file.numbered_findings() == ((2, query),)


def test_a_remark_shows_as_signs_and_is_read_aloud_in_the_language_asked_for() -> None:
    query = Remark(State.QUERY, "Which year?")
    assert [remark_sign(r) for r in (Remark(), Remark(State.REVIEWED), query)] == ["", "✓", "?✎"]
    assert spoken_with_remark("Change 1", Remark(), ENGLISH) == "Change 1"
    assert spoken_with_remark("Change 1", query, ENGLISH) == "Change 1 · query · Note: Which year?"
    russian = spoken_with_remark("Правка 1", query, language("ru"))
    assert "Which year?" in russian
    assert "query" not in russian
