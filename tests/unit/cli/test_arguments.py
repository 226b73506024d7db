"""What can be said on the command line, and that the guide says just that."""

import argparse
import re
from importlib.resources import files

import pytest

from sverka.cli.arguments import parser


def options(command: str) -> set[str]:
    """The long options of a command."""
    (commands,) = (
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    actions = commands.choices[command]._actions
    return {name for action in actions for name in action.option_strings if name.startswith("--")}


@pytest.mark.parametrize("command", ["compare", "inspect"])
def test_the_guide_names_every_option_and_none_that_is_not_there(command: str) -> None:
    guide = (files("sverka.resources") / "help" / "command-line.md").read_text("utf-8")
    section = guide.split(f"\n## {command}\n")[1].split("\n## ")[0]
    assert set(re.findall("--[a-z][a-z-]+", section)) == options(command) - {"--help"}


def test_every_choice_of_a_list_is_taken_and_blanks_do_not_matter() -> None:
    given = parser().parse_args(["compare", "a", "b", "--ignore", " case, typography ,"])
    assert sorted(given.ignore) == ["case", "typography"]
