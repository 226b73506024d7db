"""Opens a ZIP archive and unpacks its entries within bounds, whatever its directory claims."""

import hashlib
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from lzma import LZMAError

from sverka.model import ReadError
from sverka.readers.limits import (
    MAX_ENTRIES,
    MAX_ENTRY_BYTES,
    MAX_HASHED_BYTES,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_MATTERS_FROM,
)

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_DIRECTORY_ENTRY = b"PK\x01\x02"

_HASHED_AT_ONCE = 1024 * 1024

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
    struct.error,
    NotImplementedError,
)
"""What zipfile raises, in practice, on archives that are damaged or made to do harm."""


class Damaged(Exception):  # noqa: N818 - a finding about an archive; readers say what it means
    """The archive, or one of its entries, is not whole."""


@dataclass(slots=True)
class Archive:
    """An open archive. Entries are found by name without regard to case, slashes or backslashes.

    Where two entries have one name the later counts, as it does in Word and in zipfile.
    """

    shown: str
    file: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    unpacked: int = field(default=0)
    hashed: int = field(default=0)
    digests: dict[str, str] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """The names of all entries, normalised, in the order of the directory."""
        return tuple(self.entries)

    def has(self, name: str) -> bool:
        """Whether there is an entry of this name."""
        return normalised(name) in self.entries

    def declared(self) -> bytes:
        """What the archive says that it is, as books and OpenDocuments do; b"" where it is silent.

        Damaged where what it says is not whole.
        """
        return self.read("mimetype") if self.has("mimetype") else b""

    def read(self, name: str) -> bytes:
        """Unpack an entry.

        KeyError where there is none, Damaged where it is not whole, ReadError where it is locked
        or goes beyond the limits.
        """
        entry = self.entries[normalised(name)]
        if entry.flag_bits & 0x1:
            raise locked(self.shown)
        limit = min(MAX_ENTRY_BYTES, MAX_UNPACKED_BYTES - self.unpacked)
        try:
            with self.file.open(entry) as stream:
                data = stream.read(limit + 1)
        except _BROKEN as error:
            raise Damaged(name) from error
        self.unpacked += len(data)
        ratio = len(data) / max(1, entry.compress_size)
        if len(data) > limit or (len(data) > RATIO_MATTERS_FROM and ratio > MAX_RATIO):
            raise _bomb(self.shown)
        return data

    def digest(self, name: str) -> str:
        """The SHA-256 of an entry, unpacked piece by piece and not kept; "" where there is none.

        Of an entry that is not whole, or one of too many too large ones, what the directory says.
        """
        entry = self.entries.get(normalised(name))
        if entry is None:
            return ""
        key = normalised(name)
        if key not in self.digests:
            self.digests[key] = self._hashed(entry) or f"crc32:{entry.CRC:08x}:{entry.file_size}"
        return self.digests[key]

    def _hashed(self, entry: zipfile.ZipInfo) -> str | None:
        found = hashlib.sha256()
        try:
            with self.file.open(entry) as stream:
                while piece := stream.read(_HASHED_AT_ONCE):
                    self.hashed += len(piece)
                    if self.hashed > MAX_HASHED_BYTES:
                        return None
                    found.update(piece)
        except (*_BROKEN, RuntimeError):  # RuntimeError: the entry is locked
            return None
        return found.hexdigest()


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP archive does, whole or not."""
    return data.startswith(_SIGNATURES)


def open_archive(data: bytes, shown: str) -> Archive:
    """Open an archive held in memory; Damaged where it is not whole, ReadError beyond limits."""
    if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:
        raise _bomb(shown)
    try:
        file = zipfile.ZipFile(BytesIO(data))
        return Archive(shown, file, {normalised(e.filename): e for e in file.infolist()})
    except _BROKEN as error:
        raise Damaged(shown) from error


def normalised(name: str) -> str:
    """The name of an entry as it is looked up: slashes forward, none in front, lower case."""
    return name.replace("\\", "/").lstrip("/").lower()


def locked(shown: str) -> ReadError:
    """The error for a file that cannot be opened without a password."""
    return ReadError(
        "“{file}” is protected with a password;"
        " open it with the password, save it without one, and try again.",
        file=shown,
    )


def _bomb(shown: str) -> ReadError:
    return ReadError(
        "“{file}” unpacks to far more than a document holds, as harmful files do;"
        " save it again in the program it was written with.",
        file=shown,
    )
