"""Sound: voice messages (Ogg), MP3 and WAV without titles, artists, programs, pictures and places."""

from __future__ import annotations

import zlib

from storage.scrubbing import Clean, WithheldError


def clean(content: bytes, mime: str) -> Clean:
    """The sound alone; raises WithheldError for what is not built as its first bytes say."""
    match mime:
        case "audio/ogg":
            return Clean(_ogg(content), "ogg")
        case "audio/mpeg":
            return Clean(_mp3(content), "mp3")
    return Clean(_wav(content), "wav")


# ---------------------------------------------------------------- Ogg: Opus and Vorbis

_PAGE_HEAD = 27
_BEGINS, _CONTINUES = 2, 1
#: how the second packet of a stream begins, which holds the tags, and how one without any reads
_TAGS = {b"OpusTags": b"OpusTags" + bytes(8), b"\x03vorbis": b"\x03vorbis" + bytes(8) + b"\x01"}
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def _ogg(content: bytes) -> bytes:
    """Every page as it is, but the packet with the tags says nothing, in as many bytes as before.

    Raises WithheldError for streams that are neither Opus nor Vorbis.
    """
    pages, at = [], 0
    packets: dict[bytes, int] = {}
    while content[at : at + 4] == b"OggS":
        head = _PAGE_HEAD + content[at + 26]
        body = sum(content[at + _PAGE_HEAD : at + head])
        page = bytearray(content[at : at + head + body])
        if len(page) < head + body:
            break  # cut off: what stands before is whole
        _silence_tags(page, head, packets)
        page[22:26] = bytes(4)
        page[22:26] = _checksum(page).to_bytes(4, "little")
        pages.append(bytes(page))
        at += head + body
    if not pages or min(packets.values()) < 2:  # noqa: PLR2004
        raise WithheldError("no Ogg stream with tags")
    return b"".join(pages)


def _silence_tags(page: bytearray, head: int, packets: dict[bytes, int]) -> None:
    """Blank the second packet of a stream in this page; `packets` counts the packets begun and ended before it."""
    serial, flags = bytes(page[14:18]), page[5]
    number = 0 if flags & _BEGINS else packets[serial]
    at = head
    is_continued = bool(flags & _CONTINUES)
    for length in bytes(page[_PAGE_HEAD:head]):
        if number == 1 and length:
            _blank(page, at, length, is_continued=is_continued)
        at += length
        is_continued = length == 255  # noqa: PLR2004  a packet goes on after a full segment
        number += not is_continued
    packets[serial] = number


def _blank(page: bytearray, at: int, length: int, *, is_continued: bool) -> None:
    said = bytes(page[at : at + length])
    page[at : at + length] = bytes(length)
    if is_continued:
        return
    empty = next((empty for begins, empty in _TAGS.items() if said.startswith(begins)), None)
    if empty is None or len(empty) > length:
        raise WithheldError("neither Opus nor Vorbis")
    page[at : at + len(empty)] = empty


def _checksum(page: bytes | bytearray) -> int:
    """Ogg's own CRC-32: zlib's polynomial, with every byte and the result mirrored, and no inversion."""
    mirrored = zlib.crc32(bytes(page).translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


# ---------------------------------------------------------------- MP3

_KBITS = {
    (3, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (3, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (3, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_HERTZ = (44100, 48000, 32000)


def _mp3(content: bytes) -> bytes:
    """The frames of sound and nothing between, before or behind them."""
    at = _past_id3(content)
    frames = []
    while at + 4 <= len(content):
        length = _frame_length(content[at : at + 4])
        if not length or at + length > len(content):
            break
        frames.append(content[at : at + length])
        at += length
    if len(frames) < 2:  # noqa: PLR2004  one may be chance
        raise WithheldError("no MP3 frames")
    return b"".join(frames)


def _past_id3(content: bytes) -> int:
    at = 0
    while content[at : at + 3] == b"ID3":
        size = sum(byte << shift for byte, shift in zip(content[at + 6 : at + 10], (21, 14, 7, 0), strict=True))
        at += 10 + size + (10 if content[at + 5] & 0x10 else 0)
    while content[at : at + 1] == b"\x00":  # padding
        at += 1
    return at


def _frame_length(head: bytes) -> int:
    """How many bytes the frame has that these four begin; 0 when they begin none."""
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    rate, hertz = head[2] >> 4, head[2] >> 2 & 3
    if head[0] != 0xFF or head[1] < 0xE0 or version == 1 or layer == 4 or rate in {0, 15} or hertz == 3:  # noqa: PLR2004
        return 0
    kbits = _KBITS[min(max(version, 2), 3), layer if version == 3 else min(layer, 2)][rate]  # noqa: PLR2004
    per_second = _HERTZ[hertz] // {3: 1, 2: 2, 0: 4}[version]
    padding = head[2] >> 1 & 1
    if layer == 1:
        return (12 * kbits * 1000 // per_second + padding) * 4
    samples = 72 if layer == 3 and version != 3 else 144  # noqa: PLR2004
    return samples * kbits * 1000 // per_second + padding


# ---------------------------------------------------------------- WAV

_SOUND = {b"fmt ", b"fact", b"data"}


def _wav(content: bytes) -> bytes:
    """The format and the samples, no other chunk."""
    kept, at = [], 12
    while at + 8 <= len(content):
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        if content[at : at + 4] in _SOUND:
            chunk = content[at : at + 8 + size]
            kept.append(chunk + bytes(len(chunk) % 2))
        at += 8 + size + size % 2
    body = b"".join(kept)
    if not {b"fmt ", b"data"} <= {chunk[:4] for chunk in kept}:
        raise WithheldError("no sound in it")
    return b"RIFF" + (4 + len(body)).to_bytes(4, "little") + b"WAVE" + body
