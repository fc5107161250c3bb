"""What one messenger is like is known in its folder alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from bot.channels import registry
from bot.channels.messenger import Means
from bot.settings import ROOT
from domain.messages import Network
from storage.blobs import Blobs
from storage.database import Store
from tests.cast import Hands
from tests.product import settings

#: what is no messenger's: our own page, which is always there, and the clock
_OURS = {Network.PAGE, Network.CLOCK}
_THEIRS = {each.name for each in Network if each not in _OURS}
_FOLDERS = {each.value for each in Network if each not in _OURS}
_OWN_SETTINGS = tuple(f"{each}_" for each in _FOLDERS)
_SOURCES = [
    path.relative_to(ROOT)
    for folder in ("bot", "domain", "handlers", "reports", "storage", "web")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if not path.is_relative_to(ROOT / "bot" / "channels")
]


def questions(tree: ast.AST) -> Iterator[int]:
    """The lines that decide something by the name of a messenger."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="Network"), attr=name) if name in _THEIRS:
                yield node.lineno
            case ast.ImportFrom(module=str(module)) if _is_a_folder(module):
                yield node.lineno
            case ast.Constant(value=str(text)) if text in _FOLDERS:
                yield node.lineno
            case ast.Attribute(attr=name) if name.startswith(_OWN_SETTINGS):
                yield node.lineno
            case _:
                pass


def _is_a_folder(module: str) -> bool:
    parts = module.split(".")
    return parts[:2] == ["bot", "channels"] and len(parts) > 2 and parts[2] in _FOLDERS


def test_nothing_outside_the_channels_asks_which_messenger_it_is() -> None:
    allowed = {"handlers/admin/made_up.py": "made-up people write by some messenger"}
    allowed |= {"domain/messages.py": "the list of them", "bot/messenger_settings.py": "what each is set up by"}
    allowed |= {"bot/commands/running/chat.py": "the terminal's own command"}
    found = {
        f"{path}:{line}"
        for path in _SOURCES
        if str(path) not in allowed
        for line in questions(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    }
    assert found == set()


@pytest.mark.parametrize("folder", ["zalo_bot", "zalo_oa"])
def test_outside_its_folder_a_messenger_is_named_in_these_files_alone(folder: str) -> None:
    texts = [ROOT / ".env.example", *(ROOT / "locales").rglob("*.ftl")]
    sources = [*(ROOT / path for path in _SOURCES), ROOT / "bot" / "channels" / "registry.py", *texts]
    named = {str(path.relative_to(ROOT)) for path in sources if folder in path.read_text(encoding="utf-8").lower()}
    modules = {"domain/messages.py", "bot/channels/registry.py", "bot/messenger_settings.py"}
    assert named == modules | {".env.example", *(f"locales/{each}/messengers.ftl" for each in ("vi", "en", "zh"))}


def test_a_question_about_a_messenger_would_be_found() -> None:
    asked = """from bot.channels.telegram import client
if chat.network is Network.TELEGRAM: pass
Network.PAGE
if network == "zalo_oa": pass
settings.zalo_bot_token
"""
    assert sorted(questions(ast.parse(asked))) == [1, 2, 4, 5]


def test_no_messenger_is_set_up_that_no_setting_names(tmp_path: Path, store: Store) -> None:
    means = Means(settings(tmp_path, "sqlite:////x.db"), store, Blobs(tmp_path), Hands(), UTC)
    assert registry.set_up(means) == []


@pytest.mark.parametrize("folder", registry._SET_UP_BY)
def test_every_messenger_in_the_registry_is_a_network_and_has_its_module(folder: str) -> None:
    assert Network(folder)
    assert (ROOT / "bot" / "channels" / folder / "messenger.py").is_file()
