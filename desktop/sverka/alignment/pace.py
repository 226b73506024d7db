"""How the alignment says how far it is, and gives whoever waits the chance to stop it."""

from sverka.model import Progress, Stage


class Pace:
    """Passes the fraction done on to a Progress, which may raise Cancelled at any call."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0.0

    def reach(self, fraction: float) -> None:
        """Say that the alignment is done to `fraction`, from 0 to 1."""
        self._done = fraction
        self.tick()

    def tick(self) -> None:
        """Say that the work goes on."""
        self._progress(Stage.ALIGNMENT, self._done)
