"""Forty files made to burst, to hang or to be costly, by their names.

`python -m benchmarks.nasty_files NAME TARGET` makes one: a process of its own, as what a process had in memory counts
for those it starts.
"""

from __future__ import annotations

import random
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from tests.leak import planted, unseen

Make = Callable[[], bytes]
MEGAPIXEL = 1_000_000


def _saved(picture: Image.Image, kind: str, **how: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def _smooth(mode: str, width: int, height: int) -> Image.Image:
    return Image.linear_gradient("L").resize((width, height)).convert(mode)


def _random_bytes(many: int) -> bytes:
    return random.Random(many).randbytes(many)  # noqa: S311  noise is no secret


def _noise(width: int, height: int) -> Image.Image:
    small = (width // 8, height // 8)
    return Image.frombytes("RGB", small, _random_bytes(small[0] * small[1] * 3)).resize((width, height))


def _frames(many: int) -> bytes:
    first, *others = [Image.new("P", (1000, 1000), number % 256) for number in range(many)]
    return _saved(first, "GIF", save_all=True, append_images=others)


def _pictures() -> dict[str, Make]:
    return {
        "photo, 12 million pixels": lambda: _saved(_noise(4000, 3000), "JPEG"),
        "photo, 48 million pixels": lambda: _saved(_noise(8000, 6000), "JPEG", quality=60),
        "photo, 110 million pixels": lambda: _saved(_smooth("RGB", 11_000, 10_000), "JPEG"),
        "photo for print (CMYK)": lambda: _saved(_smooth("CMYK", 6000, 5000), "JPEG"),
        "photo, progressive": lambda: _saved(_noise(6000, 5000), "JPEG", progressive=True),
        "photo, cut in half": lambda: (whole := _saved(_noise(4000, 3000), "JPEG"))[: len(whole) // 2],
        "PNG, 3,600 million pixels in 1 MB": lambda: planted.bomb("pixels"),
        "PNG, 65,000 pixels high, 1 wide": lambda: _saved(_smooth("L", 1, 65_000), "PNG"),
        "PNG, 16 bits a colour": lambda: _saved(_smooth("I;16", 6000, 6000), "PNG"),
        "PNG with transparency": lambda: _saved(_smooth("RGBA", 7000, 7000), "PNG"),
        "GIF of 300 pictures": lambda: _frames(300),
        "WebP, the largest there is": lambda: _saved(_smooth("RGB", 16_383, 6000), "WEBP", quality=10, method=0),
        "HEIC": planted.heic,
        "20 MB of noise that begins as a JPEG": lambda: b"\xff\xd8\xff\xe0" + _random_bytes(20 * MEGAPIXEL),
    }


def _pages(many: int, content: str = "", box: str = "0 0 300 300", more: str = "") -> bytes:
    """A PDF of so many equal pages."""
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + many))
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 3 0 R{more}>>"
    packed = zlib.compress(content.encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {many}/Kids[{kids}]>>".encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream",
        *[page.encode()] * many,
    ]
    return _bound(objects)


def _bound(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def _scans(many: int) -> bytes:
    first, *others = [_noise(1654, 2339) for _ in range(many)]
    return _saved(first, "PDF", save_all=True, append_images=others)


def _burst(gigabytes: float) -> bytes:
    """A page whose drawing unpacks to so much."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(MEGAPIXEL)) for _ in range(int(gigabytes * 1000))) + packer.flush()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>"
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"
    return _bound([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream])


def _itself() -> bytes:
    """A page that draws a form, which draws itself."""
    known, draw = b"/Resources<</XObject<</A 5 0 R>>>>", b"/Length 5>>stream\n/A Do\nendstream"
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" + known + draw
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R" + known + b">>"
    draw = b"<<" + draw
    return _bound([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, draw, form])


def _pdfs() -> dict[str, Make]:
    lines = "\n".join(f"{n % 300} {n % 299} m {n * 7 % 300} {n * 3 % 300} l S" for n in range(200_000))
    return {
        "PDF, 300 empty pages": lambda: _pages(300),
        "PDF, 10,000 pages": lambda: _pages(10_000),
        "PDF, 10 scanned pages": lambda: _scans(10),
        "PDF, a page of 5 by 5 metres": lambda: _pages(1, "0 0 9 9 re f", "0 0 14400 14400"),
        "PDF, a page a thousand kilometres wide": lambda: _pages(1, "0 0 9 9 re f", "0 0 2834645669 300"),
        "PDF, 200,000 lines on a page": lambda: _pages(1, lines),
        "PDF, 100,000 states saved": lambda: _pages(1, "q " * 100_000),
        "PDF that unpacks to 1.5 GB": lambda: _burst(1.5),
        "PDF, a form that draws itself": _itself,
        "PDF, pages that are their own parents": lambda: _bound(
            [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R]>>"]
        ),
        "PDF, its table points at itself": lambda: (one := _pages(1)).replace(
            b"trailer<<", b"trailer<</Prev %d" % one.rindex(b"xref\n0")
        ),
        "PDF, cut off": lambda: _scans(2)[:-2000],
    }


def _words(many: int) -> str:
    return "".join(f"<w:p><w:r><w:t>Đoạn {number}</w:t></w:r></w:p>" for number in range(many))


def _table(rows: int, columns: int) -> str:
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * columns + "</w:tr>"
    return f"<w:tbl>{row * rows}</w:tbl><w:p/>"


def _nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl><w:p/>" * depth


def _cells(rows: int, columns: int) -> str:
    row = '<row r="{0}">' + "".join(f'<c r="{chr(65 + at)}{{0}}"><v>{at}</v></c>' for at in range(columns)) + "</row>"
    return "".join(row.format(number) for number in range(1, rows + 1))


def _packages() -> dict[str, Make]:
    return {
        "Word, 60,000 paragraphs": lambda: unseen.word(_words(60_000)),
        "Word, a table of 2,000 by 50": lambda: unseen.word(_table(2000, 50)),
        "Word, 200 tables within each other": lambda: unseen.word(_nested(200)),
        "Word, 10,000 tables within each other": lambda: unseen.word(_nested(10_000)),
        "Word, entities that grow for ever": lambda: planted.bomb("entities"),
        "Word, an entity from outside": lambda: planted.bomb("outside"),
        "Word that unpacks to 400 MB": lambda: planted.bomb("zip"),
        "Excel, 40,000 rows": lambda: unseen.sheet(_cells(40_000, 10)),
        "Excel, a cell in the last place": lambda: unseen.sheet(
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        ),
        "Excel, 5 million letters in a cell": lambda: unseen.sheet(
            f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"a" * 5_000_000}</t></is></c></row>'
        ),
        "PowerPoint": planted.pptx,
        "archive in an archive, 30 deep": _boxes,
        "Word 97": planted.ole,
        "an empty file": bytes,
    }


def _boxes() -> bytes:
    content = b"x"
    for number in range(30):
        content = planted.zipped({f"{number}.zip": content})
    return content


NASTY: dict[str, Make] = _pictures() | _pdfs() | _packages()

if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(NASTY[sys.argv[1]]())
