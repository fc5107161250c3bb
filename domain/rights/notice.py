"""The notice on personal data: which version is the present one."""

from __future__ import annotations

#: raised whenever `privacy` or `privacy-abroad` says something else in any language: everybody is asked anew
VERSION = 3


def is_outdated(agreed_to: int) -> bool:
    """True for whoever agreed to an earlier version; who never agreed is asked anyway."""
    return 0 < agreed_to < VERSION
