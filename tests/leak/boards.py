"""The board as each of its readers has it: every page a link leads to, and the files of its tables, searched."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import httpx

from storage import board, chats
from storage.database import Tx
from tests.leak.outputs import Outputs
from tests.product import Product

LINK = re.compile(r'href="(/board[^"#]*)"')
#: so many questions are asked of each page, of each kind of file
EACH = {"": 5, "csv": 5, "xlsx": 1}


def search_boards(outputs: Outputs, product: Product) -> Counter[str]:
    """Search what every bound chat's people can open and download; how many answers each role got."""
    seen: Counter[str] = Counter()
    for role, secret in product.call(_links):
        with httpx.Client(base_url=product.url, headers={"origin": product.url}, timeout=60) as browser:
            assert browser.post(f"/board/in/{secret}").status_code == 303
            for path, answer in _opened(browser).items():
                assert answer.status_code == 200, (role, path)
                seen[role] += 1
                if "file=" in path:
                    outputs.file("board file", str(answer.headers), answer.content)
                else:
                    outputs.text("board page", f"{path}\n{answer.text}")
    return seen


def _links(tx: Tx) -> list[tuple[str, str]]:
    """A way in for each chat that reads the board, one of each role and department."""
    bound = {(each.role, each.department): each.chat for each in chats.every_binding(tx) if each.role in board.READS_AS}
    offered = [(role, board.offer(tx, chat, "Đọc")) for (role, _), chat in bound.items()]
    return [(role, secret) for role, secret in offered if secret]


def _opened(browser: httpx.Client) -> dict[str, httpx.Response]:
    """Every address a link leads to from the first page on; of each page and kind of file, the first few."""
    found: dict[str, httpx.Response] = {}
    asked: Counter[tuple[str, str]] = Counter()
    waiting = ["/board"]
    while waiting:
        path = waiting.pop(0)
        page, form = path.partition("?")[0], (re.search(r"file=(\w+)", path) or ["", ""])[1]
        if path in found or "lang=" in path or asked[page, form] >= EACH[form]:
            continue
        asked[page, form] += 1
        found[path] = browser.get(path)
        if not form:
            waiting += [unescape(each) for each in LINK.findall(found[path].text)]
    return found
