"""Protects a PDF of the tests with a password."""

import re
from hashlib import md5

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_NAME = b"C" * 16
_RIGHTS = (-4).to_bytes(4, "little", signed=True)
_ROUNDS = 50
_STREAM = re.compile(rb"^(\d+) 0 obj\n(?:(?!endobj).)*?\nstream\n(.*?)\nendstream", re.S | re.M)


def protected(data: bytes, password: str) -> bytes:
    """The PDF with a password of revision 3 (ISO 32000-1, 7.6.3); only its streams are enciphered.

    The trailer is to be written as `trailer << `, each object as `1 0 obj` in a line of its own.
    """
    padded = (password.encode("latin-1") + _PAD)[:32]
    owner = _twenty_times(_stretched(padded), padded)
    key = _stretched(padded + owner + _RIGHTS + _NAME)
    user = _twenty_times(key, md5(_PAD + _NAME).digest()) + bytes(16)
    entry = (
        f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /O <{owner.hex()}>"
        f" /U <{user.hex()}> /P -4 >> /ID [<{_NAME.hex()}> <{_NAME.hex()}>]"
    )

    def enciphered(found: re.Match[bytes]) -> bytes:
        number = int(found[1]).to_bytes(3, "little") + bytes(2)
        return found[0].replace(found[2], _rc4(md5(key + number).digest(), found[2]))

    data = _STREAM.sub(enciphered, data)
    return data.replace(b"trailer << ", b"trailer << " + entry.encode() + b" ")


def small_pdf(text: str) -> bytes:
    """A PDF of one page with one line of ASCII."""
    drawn = f"BT /F 12 Tf 72 720 Td ({text}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources"
        " << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    )
    data, offsets = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    ending = f"xref\n0 5\n0000000000 65535 f \n{table}trailer << /Size 5 /Root 1 0 R >>\n"
    return data + f"{ending}startxref\n{len(data)}\n%%EOF\n".encode()


def _stretched(data: bytes) -> bytes:
    for _round in range(_ROUNDS + 1):
        data = md5(data).digest()
    return data


def _twenty_times(key: bytes, data: bytes) -> bytes:
    for turn in range(20):
        data = _rc4(bytes(byte ^ turn for byte in key), data)
    return data


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    made, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        made.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(made)
