"""`govuong api-token`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main


@pytest.fixture(autouse=True)
def _database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'one.db'}")
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "files"))
    main(["migrate"])


def test_a_token_is_told_once_listed_without_itself_and_revoked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["api-token", "--new", "trung-tam", "--scope", "events"]) == 0
    token = capsys.readouterr().out.strip()
    assert token.startswith("gvt_")
    assert main(["api-token", "--new", "trung-tam"]) == 1
    assert main(["api-token"]) == 0
    listed = capsys.readouterr().out
    assert "trung-tam\tevents" in listed
    assert "last used never" in listed
    assert token not in listed
    assert main(["api-token", "--revoke", "trung-tam"]) == 0
    assert main(["api-token", "--revoke", "trung-tam"]) == 1
    assert main(["api-token"]) == 0
    assert "revoked" in capsys.readouterr().out
