"""A progress bar on standard error, where that is a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sverka.language import Language
from sverka.model import Progress, Stage, silent
from sverka.wording import stage_name


@contextmanager
def meter(language: Language, *, quiet: bool) -> Iterator[Progress]:
    """A Progress that draws a bar while the block runs; silent off a terminal or when `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.description}"), BarColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=len(Stage))

        def progress(stage: Stage, fraction: float) -> None:
            done = list(Stage).index(stage) + fraction
            bar.update(task, description=stage_name(stage, language), completed=done)

        yield progress
