"""A copy of somebody's data, put together when delivery fetches it: JSON, what it means, and their files."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import zipfile
from collections.abc import Mapping

from bot.channels.base import Reason, SendError, Source
from handlers.rights import copying
from storage import files
from storage.blobs import Blobs
from storage.database import Store

#: how the address of such a file begins: `copy|PERSON|CASE|PART`
COPY = "copy"
_READ_ME = (
    "Bản sao dữ liệu của Ông/Bà / A copy of your data / 您的数据副本\n\n"
    "data.json: vụ việc, lời Ông/Bà đã gửi và câu trả lời · your cases, what you wrote and were told · 事项与往来内容\n"
    "files/: tệp đã gửi và nhận · files you sent and received · 收发的文件\n\n"
    "Giờ ghi theo UTC · Times are in UTC · 时间为协调世界时\n"
)


class Copies:
    """Copies by `copy|PERSON|CASE|PART`."""

    def __init__(self, store: Store, blobs: Blobs) -> None:
        self._store = store
        self._blobs = blobs

    async def fetch(self, ref: str, largest: int) -> bytes:  # noqa: ARG002  its portions are made to be sent
        """The zip, as the data is now."""
        _, person, case, part = ref.split("|")
        return await asyncio.to_thread(self._made, int(person), int(case), int(part))

    def _made(self, person: int, case: int, part: int) -> bytes:
        words, stored = self._store.read(lambda tx: copying.contents(tx, person, case, part))
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("README.txt", _READ_ME)
            archive.writestr("data.json", json.dumps(words, ensure_ascii=False, indent=2))
            for each in stored:
                with contextlib.suppress(FileNotFoundError):  # erased meanwhile
                    archive.writestr(f"files/{files.shown_name(each)}", self._blobs.get(each.sha256))
        return made.getvalue()


class Drawn:
    """Where files of our own come from, by how their address begins; the rest are reports."""

    def __init__(self, reports: Source, others: Mapping[str, Source]) -> None:
        self._reports = reports
        self._others = dict(others)

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The file; raises SendError when nobody draws such a one any more."""
        source = self._others.get(ref.partition("|")[0], self._reports)
        try:
            return await source.fetch(ref, largest)
        except ValueError as error:
            raise SendError(f"{ref}: {error}", permanent=True, reason=Reason.OTHER) from None
