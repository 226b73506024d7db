"""What passes between the window's process and the worker's: jobs one way, news the other."""

from dataclasses import dataclass, field

from sverka.model import Comparison, Options, Passwords, Stage, SverkaError
from sverka.presentation.scene import Scene
from sverka.reports.report_options import ReportOptions
from sverka.review import Remark


@dataclass(frozen=True, slots=True)
class Compare:
    """Compare two files; what comes of it are facts, to be said in any language."""

    old: str
    new: str
    options: Options = field(default_factory=Options)
    passwords: Passwords = field(default_factory=Passwords)


@dataclass(frozen=True, slots=True)
class Export:
    """Write a report on a comparison that was made before to `path`.

    `old_sha256` and `new_sha256` are of the files that were compared: a report on other contents
    than the user saw is refused. `remarks` are by the numbers of the changes, from 1, and
    `finding_remarks` by those of the findings. `form` is docx, html, xlsx, pdf, json
    or redline: the document itself with tracked changes. `session`
    is the file the work is saved in, which no report overwrites; empty for none.
    """

    compare: Compare
    path: str
    old_sha256: str
    new_sha256: str
    remarks: tuple[tuple[int, Remark], ...] = ()
    finding_remarks: tuple[tuple[int, Remark], ...] = ()
    form: str = "docx"
    options: ReportOptions = field(default_factory=ReportOptions)
    session: str = ""


@dataclass(frozen=True, slots=True)
class ReadPictures:
    """Make small the pictures of these files that have one of the digests.

    It is a job for a process of its own: pictures are decoded in it, and one made to do harm ends
    nothing but that process. `widest` and `highest` are in pixels.
    """

    paths: tuple[str, ...]
    digests: tuple[str, ...]
    widest: int
    highest: int


Job = Compare | Export | ReadPictures


@dataclass(frozen=True, slots=True)
class Progressed:
    """Job `job` is at `stage`, done to `fraction`, from 0 to 1."""

    job: int
    stage: Stage
    fraction: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Job `job` is done. The comparison of `scene` comes without the blocks of the documents.

    The scene is made where the comparison is unpacked, in a thread of its own, so that the window
    only has to show it.
    """

    job: int
    scene: Scene

    @property
    def comparison(self) -> Comparison:
        """The comparison."""
        return self.scene.comparison


@dataclass(frozen=True, slots=True)
class Exported:
    """The report of job `job` stands at `path`; `said` are sentences on what it is worth."""

    job: int
    path: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A picture made small: rows of `width` pixels, each four bytes blue, green, red, alpha."""

    digest: str
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Pictured:
    """What job `job` found; what it did not find or could not show is missing."""

    job: int
    pictures: tuple[SmallPicture, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Job `job` came to nothing; `error` says why, in whatever language the window speaks."""

    job: int
    error: SverkaError


@dataclass(frozen=True, slots=True)
class Stopped:
    """Job `job` was cancelled and its process is free again, or a fresh one stands ready."""

    job: int


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing was heard of job `job` for `seconds`; it may be hanging."""

    job: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Packed:
    """Job `job` is done; its comparison follows on the line in so many frames."""

    job: int
    frames: int


Message = Progressed | Compared | Exported | Pictured | Failed | Stopped | Silent
"""News for the window."""

FINAL = (Compared, Exported, Pictured, Failed, Stopped)
"""News after which a job is over."""
