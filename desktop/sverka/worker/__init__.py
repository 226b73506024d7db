"""Runs comparisons in a process of their own, and goes on when that process dies.

worker is the side of the window, process the side that works; messages and codec are what passes
between them, writing makes reports.
"""

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
