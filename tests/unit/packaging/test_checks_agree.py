"""What runs before a commit, in the test command, on three systems and in CI is one list."""

import re
from pathlib import Path

TOP = Path(__file__).parents[3]


def said(*names: str) -> str:
    """A script or a list of jobs without its comments."""
    return re.sub(r"(?m)(^|\s)#.*$", "", TOP.joinpath(*names).read_text("utf-8"))


def test_the_list_of_checks_is_style_types_and_layers() -> None:
    script = said("packaging", "checks.sh")
    for check in ("ruff check", "ruff format", "mypy", "lint-imports"):
        assert re.search(rf"(?m)^{check}\b", script), check


def test_everybody_runs_the_one_list_of_checks() -> None:
    callers = [
        ("packaging", "test.sh"),
        (".pre-commit-config.yaml",),
        (".github", "workflows", "checks.yml"),
    ]
    for caller in callers:
        assert "sh packaging/checks.sh" in said(*caller), caller
        assert not re.search(r"\b(ruff|mypy|lint-imports)\b", said(*caller)), caller


def test_ci_runs_the_test_command_and_nothing_else() -> None:
    commands = [line for line in said(".ci", "run").splitlines() if line.strip()]
    assert commands == ['exec sh "$(dirname "$0")/../packaging/test.sh"']


def test_a_push_and_the_workflow_run_the_test_command_of_the_readme() -> None:
    assert "entry: sh packaging/test.sh" in said(".pre-commit-config.yaml")
    assert "run: sh packaging/test.sh\n" in said(".github", "workflows", "checks.yml")
    assert "    sh packaging/test.sh\n" in (TOP / "README.md").read_text("utf-8")


def test_the_actions_of_the_workflow_are_pinned_to_commits() -> None:
    used = re.findall(r"uses: (\S+)", said(".github", "workflows", "checks.yml"))
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_the_workflow_installs_only_locked_packages() -> None:
    installs = re.findall(r"pip install (.*)", said(".github", "workflows", "checks.yml"))
    assert installs
    for options in installs:
        assert "--require-hashes" in options or "--no-index --no-deps" in options, options
