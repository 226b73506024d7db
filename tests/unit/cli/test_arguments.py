"""What can be said on the command line, and that the guide says just that."""

import argparse
import re
from importlib.resources import files

import pytest

from sverka.cli.arguments import INPUTS, OUTPUTS, options_of, parser
from sverka.language import ENGLISH
from sverka.model import BESIDE_WORDS, Category, Part


def arguments(command: str) -> list[argparse.Action]:
    """What a command takes."""
    (commands,) = (
        action
        for action in parser(ENGLISH)._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    return commands.choices[command]._actions


def options(command: str) -> set[str]:
    """The long options of a command."""
    names = (name for action in arguments(command) for name in action.option_strings)
    return {name for name in names if name.startswith("--")}


@pytest.mark.parametrize("command", ["compare", "inspect", "verify"])
def test_every_argument_that_names_a_file_is_known_to_be_read_or_written(command: str) -> None:
    files_named = {
        action.dest
        for action in arguments(command)
        if re.fullmatch(r"F(\.\w+)?|FILE|OLD|NEW|OTHER|REDLINE", str(action.metavar))
    }
    assert len(files_named) >= 3
    assert files_named <= {*INPUTS, *OUTPUTS}
    assert not {*INPUTS} & {*OUTPUTS}


@pytest.mark.parametrize("command", ["compare", "inspect", "verify"])
def test_the_guide_names_every_option_and_none_that_is_not_there(command: str) -> None:
    guide = (files("sverka.resources") / "help" / "command-line.md").read_text("utf-8")
    section = guide.split(f"\n## {command}\n")[1].split("\n## ")[0]
    assert set(re.findall("--[a-z][a-z-]+", section)) == options(command) - {"--help"}


def test_every_choice_of_a_list_is_taken_and_blanks_do_not_matter() -> None:
    given = parser(ENGLISH).parse_args(["compare", "a", "b", "--ignore", " case, typography ,"])
    assert sorted(given.ignore.categories) == ["case", "typography"]
    assert given.ignore.parts == frozenset()


def test_a_word_for_what_a_document_carries_stands_for_all_of_it() -> None:
    asked = "formatting,structure,links,pictures,fields,headers,notes"
    given = parser(ENGLISH).parse_args(["compare", "a", "b", "--ignore", asked])
    options = options_of(given)
    assert options.ignore == BESIDE_WORDS
    assert options.ignore_parts == {
        Part.HEADER,
        Part.FOOTER,
        Part.FOOTNOTE,
        Part.ENDNOTE,
        Part.COMMENT,
    }
    every = ["compare", "a", "b", "--ignore", ",".join(Category)]
    assert options_of(parser(ENGLISH).parse_args(every)).ignore == set(Category)


def test_a_word_that_is_none_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parser(ENGLISH).parse_args(["compare", "a", "b", "--ignore", "links,colours"])
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "“colours” is not one of formatting, structure, links, pictures, fields" in said
