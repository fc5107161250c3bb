"""A real browser for the tests of the pages: Playwright drives the Chromium of the system (nothing is downloaded)."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowserError(Exception):
    """No Chromium could be started; the message is one line for the person at the keyboard."""


@contextlib.contextmanager
def running() -> Iterator[Browser]:
    """A headless browser for as long as the block runs; raises NoBrowserError when there is none to be had."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise NoBrowserError("no Chromium on PATH; Debian's packages chromium and libatomic1 bring what is needed")
    with contextlib.ExitStack() as stack:
        try:
            playwright = stack.enter_context(sync_playwright())
            browser = stack.enter_context(playwright.chromium.launch(executable_path=path))
        except Exception as error:  # Playwright raises a bare Exception when its driver does not start
            hint = "Debian's packages chromium and libatomic1 bring what it needs"
            raise NoBrowserError(f"{path} does not start ({str(error).splitlines()[0]}); {hint}") from error
        yield browser
