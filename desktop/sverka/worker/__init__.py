"""Runs comparisons in a process of their own."""

from sverka.worker.messages import (
    Compare,
    Compared,
    Export,
    Exported,
    Failed,
    Job,
    Message,
    Pictured,
    Progressed,
    ReadPictures,
    Silent,
    SmallPicture,
    Stopped,
)
from sverka.worker.worker import Worker

__all__ = [
    "Compare",
    "Compared",
    "Export",
    "Exported",
    "Failed",
    "Job",
    "Message",
    "Pictured",
    "Progressed",
    "ReadPictures",
    "Silent",
    "SmallPicture",
    "Stopped",
    "Worker",
]
