"""Gathers the bytes of a picture of an RTF, and says how large it is set."""

from dataclasses import dataclass, field
from hashlib import sha256

_TWIPS = 20


@dataclass(slots=True)
class RtfPicture:
    """A picture being read: bytes as figures or as they are, and its size in twips."""

    written: list[bytes] = field(default_factory=list)
    size: dict[bytes, int] = field(default_factory=dict)

    def digest(self) -> str:
        """The SHA-256 of its bytes; "" where there are none."""
        data = b"".join(self.written)
        return sha256(data).hexdigest() if data else ""

    def points(self) -> tuple[float, float] | None:
        """Its width and height."""
        wide, high = (self.size.get(name, 0) for name in (b"picwgoal", b"pichgoal"))
        if wide <= 0 or high <= 0:
            return None
        across, down = (self.size.get(name, 100) for name in (b"picscalex", b"picscaley"))
        return wide / _TWIPS * across / 100, high / _TWIPS * down / 100
