"""Twenty people file in one half of a day: nothing kept or shown names who filed what, but by chance."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from domain.case.case import Tier
from domain.messages import Chat, FileKind, Incoming, Network, Sender, Upload
from handlers import memory
from handlers.memory import Conversation
from handlers.receive import receive
from storage import messages, page, people
from storage.database import Tx
from storage.outgoing import outbox
from storage.page import Holder
from tests.conftest import SqliteFiles
from tests.leak.joins import Guess, Machine, dumped, right
from tests.product import Product, prepared, settings

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")

PEOPLE = 20
#: by chance one of twenty is right; more than this happens once in a hundred thousand times
CHANCE = 7
MATTER = "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp {} tháng chưa có kết quả"
POSTS = itertools.count(1)


def photo(number: int) -> bytes:
    """A photo like no other one and as large as all others."""
    picture = Image.frombytes("RGB", (96, 96), Random(number).randbytes(96 * 96 * 3))
    out = BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


class Filer:
    """Somebody at the page, whose posts take the road of web/chat/posting.py."""

    def __init__(self, product: Product, number: int) -> None:
        self.product, self.number, self.user = product, number, f"{number:02d}f1a2b3c4d5e6f7"
        self.chat = Chat(Network.PAGE, f"p:{self.user}")
        product.call(lambda tx: page.open_session(tx, Holder("business", "", self.user, "")))

    def posts(self, text: str = "", choice: str = "", file: bytes = b"") -> None:
        self.product.parts.clock.ahead += timedelta(seconds=7)
        post = next(POSTS)
        uploads = (self._upload(file),) if file else ()

        def write(tx: Tx) -> None:
            message = page.append(tx, self.chat.id, text, {"by": self.user}, mine=True) if text or file else 0
            if choice:
                messages.take_slot(tx, self.chat, f"{messages.TAPPED}{self.user}:{post}:{choice}", "1")
            sender = Sender(self.user, "", "vi")
            incoming = Incoming(
                f"{post:064x}",
                self.chat,
                sender,
                tx.now,
                private=True,
                text=text,
                uploads=uploads,
                message_id=str(message or ""),
                choice=choice,
                tap_id=f"t{post}" if choice else "",
            )
            receive(tx, self.product.parts.province, incoming)

        self.product.call(write)

    def _upload(self, content: bytes) -> Upload:
        name = self.product.parts.blobs.put(content)
        return Upload(FileKind.PHOTO, f"blob:{name}", "anh.jpg", "image/jpeg", len(content))

    def meets(self) -> None:
        self.posts("/start")
        self.posts(choice="p:agree")

    def files(self, tier: Tier, *, says: str) -> None:
        """One matter with the same photo every time; what anonymous means is read, and the code typed back."""
        self.posts(says)
        if self.talk().step == "business":
            self.posts(f"Công ty Số {self.number}")
        if self.talk().step == "where":
            self.posts(choice="b:new")
        self.posts("", file=photo(self.number))
        draft = self.talk().draft
        if draft is not None and not draft.department:
            self.posts(choice="d:dept:so-xay-dung")
        self.posts(choice=f"d:send:{tier}")
        if tier is Tier.ANONYMOUS:
            self.posts(choice="d:anonymous")
            self.posts(choice="d:cannot-keep")

    def talk(self) -> Conversation:
        person = self.product.call(lambda tx: people.find(tx, Network.PAGE, self.user))
        assert person is not None
        return memory.of(person)

    @property
    def id(self) -> int:
        person = self.product.call(lambda tx: people.find(tx, Network.PAGE, self.user))
        assert person is not None
        return person.id


@pytest.fixture
def product(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Product]:
    with Product(settings(tmp_path, sqlite_files.fresh(prepared))) as running:
        yield running


def quiet(product: Product) -> None:
    for _ in range(900):
        waits = product.call(outbox.counts).get("waiting")
        if not waits and all(row["state"] != "waiting" for row in product.call(dumped)["attachments"]):
            return
        time.sleep(0.1)
    pytest.fail("it did not come to rest")


def cases_of(product: Product, tier: Tier) -> set[int]:
    return {row["id"] for row in product.call(dumped)["cases"] if row["tier"] == tier}


def everybody_files(product: Product, last: Tier) -> tuple[Machine, Guess]:
    """Each under a hidden name, then each once more, in the same order; what the machine has, and the truth."""
    filers, truth = [Filer(product, number) for number in range(PEOPLE)], {}
    for filer in filers:
        filer.meets()
        filer.files(Tier.HIDDEN, says=MATTER.format(filer.number + 2))
    for filer in filers:
        before = cases_of(product, last)
        filer.files(last, says=f"{MATTER.format(filer.number + 2)}, đã nộp đủ giấy tờ")
        (new,) = cases_of(product, last) - before
        truth[new] = filer.id
    product.time_passes(timedelta(hours=5))
    quiet(product)
    kept = product.call(dumped)
    return Machine(kept, product.settings.files_dir, list(truth)), truth


@pytest.mark.timeout(600)
def test_nothing_names_who_filed_anonymously(product: Product, capfd: pytest.CaptureFixture[str]) -> None:
    machine, truth = everybody_files(product, Tier.ANONYMOUS)
    found = {way: right(guess, truth) for way, guess in machine.ways()}
    with capfd.disabled():
        print(f"\n{len(found)} ways; the best: {sorted(found.items(), key=lambda each: -each[1])[:5]}")  # noqa: T201
    assert {way: hits for way, hits in found.items() if hits > CHANCE} == {}
    assert len(found) > 30
    assert any(row["files"] for row in (case["rest"] for case in machine.kept["cases"] if case["id"] in truth))


@pytest.mark.timeout(600)
def test_the_same_machine_names_who_filed_openly(product: Product) -> None:
    """The counter-check, with all columns that simply say it struck out."""
    machine, truth = everybody_files(product, Tier.OPEN)
    for row in machine.kept["cases"]:
        row["author"] = 0
        row["rest"] = {**row["rest"], "author_name": "", "business_name": ""}
    for row in machine.kept["journal"]:
        row["identity"] = ""
    found = {way: right(guess, truth) for way, guess in machine.ways()}
    assert max(found.values()) == PEOPLE
    assert sum(hits == PEOPLE for hits in found.values()) > 10
