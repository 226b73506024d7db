"""Brings the news of the worker's thread into the thread of the window."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sverka.worker import Job, Message, Worker


class Bridge(QObject):
    """The worker for the window: `news` is emitted in the thread of the window."""

    news = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._worker = Worker(self._tell)

    @property
    def process_id(self) -> int | None:
        """The id of the worker's process."""
        return self._worker.process_id

    def submit(self, job: Job) -> int:
        """Start a job; its news bear the number returned."""
        return self._worker.submit(job)

    def cancel(self) -> None:
        """Give up the job under way."""
        self._worker.cancel()

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def _tell(self, message: Message) -> None:
        # Called in the worker's thread: Qt queues this signal for the window's.
        self._arrived.emit(message)

    @Slot(object)
    def _pass_on(self, message: Message) -> None:
        self.news.emit(message)
