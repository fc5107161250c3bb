"""Signs in the bot's words as icons of our own: a machine may lack the emoji that messengers bring along."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

_ICONS = {
    "check": "✅ 👍 👌 ✔",
    "clock": "⏰ ⏳ ⌛ 📅",
    "pause": "⏸ ✋",
    "building": "🏛 🏢 🏗",
    "warning": "⚠ ‼ 🚨 ⚡",
    "chat": "💬 🙋 📨",
    "lock": "🔒 🔐 🔑 🔓",
    "hidden": "🕶",
    "people": "🤝",
    "person": "👤",
    "attach": "📎",
    "link": "🔗 🧩",
    "pen": "📝 ✏ ✍",
    "horn": "📢 📣 🔔",
    "repeat": "🔁",
    "flag": "🏁",
    "back": "↩ 👆",
    "forward": "↪ ➡",
    "pin": "📌",
    "question": "❓ 💡",
    "plus": "➕",
    "list": "📋 🧭 🗂",
    "bars": "📊 📈",
    "search": "🔎",
    "scales": "⚖",
    "close": "⛔ ❌ ✖ 🗑",
    "half": "🟡",
    "globe": "🌐",
    "page": "📄 🗄",
    "star": "⭐",
    "coins": "💰",
    "cut": "✂",
    "phone": "📞",
}
ICONS = {sign: icon for icon, signs in _ICONS.items() for sign in signs.split()}
_SIGN = re.compile(f"([{''.join(ICONS)}])\ufe0f?")


def drawn(text: str, address: Callable[[str], str]) -> Markup:
    """The text with its signs as icons, everything else escaped; `address` is where a file of ours is had."""
    parts = _SIGN.split(text)  # every other part is a sign
    shown = [_icon(ICONS[part], address) if number % 2 else escape(part) for number, part in enumerate(parts)]
    return Markup("").join(shown)


def _icon(name: str, address: Callable[[str], str]) -> Markup:
    use = Markup('<svg class="icon sign" aria-hidden="true" width="18" height="18"><use href="{}#{}"></use></svg>')
    return use.format(address("icons.svg"), name)
