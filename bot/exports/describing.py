"""What stands in an export, for whoever opens it in ten years without the program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from storage.whole.shapes import Shape

_KINDS = {
    "text": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "instant": "an instant, ISO 8601 with its offset, in UTC",
    "json": "a JSON value",
    "bytes": "bytes, in base64",
}
_README = """\
# Gỡ Vướng: toàn bộ dữ liệu / everything

Tệp này do `govuong export` tạo ra. Thư mục chỉ nguyên vẹn khi có `manifest.json` (ghi sau cùng); thiếu tệp
đó là xuất dở dang.
Nạp lại vào một cơ sở dữ liệu **trống** (SQLite hoặc PostgreSQL, không cần cùng loại): `govuong import
--export THƯ_MỤC`.

- `vu-viec.xlsx`: danh sách vụ việc để đọc bằng Excel; doanh nghiệp giấu tên, ẩn danh không có tên trong đó.
- `tables/*.jsonl`: mỗi bảng một tệp, mỗi dòng một bản ghi (JSON Lines, UTF-8). Bảng và cột được tả trong
  `schema.json`.
  `cases` là vụ việc như hiện nay, `journal` là toàn bộ diễn biến, có mã băm nối tiếp nhau; `people`,
  `businesses` là người và
  doanh nghiệp; `page_messages`, `messages`, `outbox` là tin nhắn; `attachments` là danh sách tệp.
- `files/`: nội dung các tệp đính kèm, tên là cột `sha256` của bảng `attachments` (tên rút ngẫu nhiên);
  tệp đã niêm phong vẫn niêm phong.
- `catalogue/`: danh mục cơ quan, lĩnh vực, thời hạn của tỉnh.
- `manifest.json`: mọi tệp với số bản ghi, kích thước, SHA-256.

**Dữ liệu này có thông tin cá nhân.** Mức giấu tên của từng vụ việc (cột `tier`) giữ nguyên; ai giữ thư mục
này đọc được tất cả.
Giá trị đã niêm phong vẫn niêm phong: tệp khóa không nằm trong đây, phải mang theo riêng, cùng `.env`.
Quyền truy cập không được xuất: mã liên kết, mã gắn nhóm, phiên đăng nhập trang và bảng theo dõi, khóa gửi
tin của Zalo. Sau khi nạp lại, các mã và phiên này được cấp mới; Zalo phải được cấp quyền lại.

---

Written by `govuong export`. The folder is whole once `manifest.json` is there. `govuong import --export
DIR` brings it into an
empty database of either kind. It holds personal data; what is sealed stays sealed, and the key file must be
carried along. What opens something is left out: link and bind codes, sessions of pages and boards, Zalo's
tokens. They are given out anew, and Zalo has to be authorised again.
"""
_OPEN = """\
# Gỡ Vướng: dữ liệu mở / open data

Không có thông tin nhận dạng: không người, không doanh nghiệp, không vụ việc riêng lẻ, không tin nhắn, không
tệp.

- `facts.jsonl`: số liệu từng tháng đã kết thúc, mỗi dòng một con số (`period`, `dimension`, `key`,
  `figure`, `value`); nhóm quá
  nhỏ có `withheld` là true và không có giá trị. Mỗi con số nghĩa là gì: `schema.json`.
- `published.jsonl`: câu hỏi và câu trả lời đã công bố cho mọi người.
- `catalogue/`: danh mục cơ quan, lĩnh vực, thời hạn.
- `manifest.json`: mọi tệp với SHA-256. Thiếu tệp này là xuất dở dang.

Nobody can be told from this: no person, no business, no single case. Small groups are withheld.
"""


def schema(shapes: Sequence[Shape]) -> bytes:
    """The tables and their columns."""
    return _json({"kinds": _KINDS, "tables": [each.plain() for each in shapes]})


def schema_of_facts(meanings: Mapping[str, str]) -> bytes:
    """What each figure of the open data means."""
    return _json({"figures": meanings})


def readme(*, is_open_data: bool = False) -> bytes:
    """What is in the folder, and how it comes back."""
    return (_OPEN if is_open_data else _README).encode()


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
