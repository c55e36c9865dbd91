"""Bytes to text, by plausibility.

A short GBK draft is often well-formed UTF-8 (一 is D2 BB, which is also һ), and statistical guessers take half of such
lines for Korean. So each encoding in use for Chinese drafts is tried strictly, and the reading that looks most like
a Chinese draft wins.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from reportlint.text import Pattern
from reportlint.text.frozen import frozen

# Characters of ordinary Chinese drafts; everything else counts against a reading.
_PLAUSIBLE = Pattern(
    r"[\t\n\r\x20-\x7e·×—―‘-”…\u2160-\u216b\u2460-\u249b\u25a0-\u25ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_CONTROL = Pattern(r"[\x00\x01-\x06\x0e-\x1a]")
_SAMPLE = 1 << 16
_LEAST = {"utf-8": 0.0, "gb18030": 0.5, "utf-16-le": 0.7, "utf-16-be": 0.7}
"""Encodings in use, with the share of plausible characters below which a reading is an accident: few byte strings
are UTF-8 by accident, most are UTF-16."""


_MARKS = (
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16, so it comes first."""


class UndecodableError(ValueError):
    """No encoding reads the bytes as text; the message says which were tried."""


@frozen
class Decoded:
    """Text with what is needed to write it back byte for byte.

    Attributes:
        text: without the byte order mark.
        encoding: Python's codec name; encoding `text` with it gives `data` again, less the mark.
        mark: the byte order mark as bytes, may be empty.
    """

    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """Bytes of a changed text in the same encoding with the same mark."""
        return self.mark + text.encode(self.encoding)


def decode(data: bytes) -> Decoded:
    """Decode a draft: byte order mark first, then UTF-8, GB18030 and UTF-16 by how plausible they read.

    Raises:
        UndecodableError: when none fits, or the best reading is full of control characters (a binary file).
    """
    marked = _marked(data)
    if marked:
        return marked
    best: Decoded | None = None
    best_score = -1.0
    for encoding, least in _LEAST.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" and _surely_utf8(text):
            return _text(Decoded(text, encoding))
        score = _score(text)
        if score >= least and score > best_score:
            best, best_score = Decoded(text, encoding), score
    if best is None:
        message = "neither UTF-8, GB18030 nor UTF-16"
        raise UndecodableError(message)
    return _text(best)


def _text(decoded: Decoded) -> Decoded:
    """The reading itself.

    Raises:
        UndecodableError: when it is full of control characters.
    """
    if _binary(decoded.text):
        message = "binary"
        raise UndecodableError(message)
    return decoded


def _surely_utf8(text: str) -> bool:
    """Whether bytes that read as this in UTF-8 can be nothing else.

    Two bytes of GBK are often one character of UTF-8 below U+0800; above, characters take three bytes, and pairs of
    bytes do not fall into threes by accident.
    """
    sample = text[:_SAMPLE]
    return "\0" not in sample and (sample.isascii() or max(sample) >= "\u0800")


def _marked(data: bytes) -> Decoded | None:
    """The reading that a byte order mark announces, if there is one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError as error:
                message = f"{encoding}: {error.reason}"
                raise UndecodableError(message) from error
    return None


def _score(text: str) -> float:
    """Share of plausible characters in the first part, 0 to 1; an empty text is perfect."""
    sample = text[:_SAMPLE]
    return len(_PLAUSIBLE.findall(sample)) / len(sample) if sample else 1.0


def _binary(text: str) -> bool:
    """NULs, or many control characters: no editor made this."""
    sample = text[:_SAMPLE]
    controls = _CONTROL.findall(sample)
    return "\0" in controls or len(controls) * 50 > len(sample)
