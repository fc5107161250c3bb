"""Settings: typed, complete in .env.example, and a wrong one stops the start with its mend."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path

import pytest

from bot.messenger_settings import Rates
from bot.settings import ROOT, Settings, WrongSetting, load

TOKEN = "123456789:AAE-stand_in"
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^#?([A-Z][A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No .env, and no variable of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


# .env.example


def test_the_example_names_every_setting_and_no_other() -> None:
    assert list(SHOWN) == list(dict.fromkeys(SHOWN))
    assert set(SHOWN) == {name.upper() for name in Settings.model_fields}


def test_the_example_shows_the_defaults_and_sets_nothing() -> None:
    for name, shown in SHOWN.items():
        default = Settings.model_fields[name.lower()].default
        assert shown == ("" if default is None else str(default).replace(f"{ROOT}/", "")), name
    assert not re.search(r"^[A-Z]", EXAMPLE, re.MULTILINE)


def test_the_example_explains_every_setting_in_one_line() -> None:
    lines = EXAMPLE.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"#[A-Z][A-Z_]+=", line):
            assert lines[number - 1].startswith("# "), line


def test_the_example_as_it_is_can_be_used(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE, encoding="utf-8")
    assert load() == Settings(_env_file=None)
    uncommented = re.sub(r"^#(?=[A-Z][A-Z_]+=)", "", EXAMPLE, flags=re.MULTILINE)
    uncommented = uncommented.replace("=catalogue", f"={ROOT}/catalogue")
    (tmp_path / ".env").write_text(uncommented, encoding="utf-8")
    assert load().telegram_limits == "30/1/20"


# Where a value comes from


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WEB_PORT=1234\nLOG_LEVEL=debug\nUNKNOWN=x\n", encoding="utf-8")
    monkeypatch.setenv("WEB_PORT", "4321")
    assert (load().web_port, load().log_level) == (4321, "debug")


def test_an_empty_variable_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_PORT", "")
    assert load().web_port == 8080


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        ("TELEGRAM_TOKEN", TOKEN),
        ("TELEGRAM_WEBHOOK_SECRET", "s3cret_-"),
        ("DATABASE_URL", "postgresql://u:p@host/name"),
    ],
)
def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, secret: str) -> None:
    (tmp_path / "secret").write_text(f"{secret}\n", encoding="utf-8")
    monkeypatch.setenv(f"{name}_FILE", str(tmp_path / "secret"))
    assert getattr(load(), name.lower()) == secret
    named = secret.replace("3", "4").replace("p@", "q@")
    monkeypatch.setenv(name, named)
    assert getattr(load(), name.lower()) == named


# Wrong ones

WRONG = [
    ("TELEGRAM_TOKEN", "123456789", "@BotFather"),
    ("TELEGRAM_TOKEN", "123:456:789", "@BotFather"),
    ("TELEGRAM_TOKEN", "123:abc def", "@BotFather"),
    ("TELEGRAM_API_URL", "api.telegram.org", "whole address"),
    ("TELEGRAM_MODE", "push", "polling"),
    ("TELEGRAM_PROXY", "socks5://127.0.0.1:1080", "HTTP proxy"),
    ("TELEGRAM_PROXY", "127.0.0.1:3128", "HTTP proxy"),
    ("TELEGRAM_LIMITS", "30/1", "30/1/20"),
    ("TELEGRAM_LIMITS", "0/1/20", "30/1/20"),
    ("TELEGRAM_LIMITS", "many", "30/1/20"),
    ("TELEGRAM_LIMITS", "nan/1/20", "30/1/20"),
    ("TELEGRAM_LIMITS", "inf/1/20", "30/1/20"),
    ("TELEGRAM_WEBHOOK_SECRET", "mật khẩu", "letters, digits"),
    ("TELEGRAM_WEBHOOK_SECRET", "a" * 257, "256"),
    ("DATABASE_URL", "mysql://host/name", "sqlite:///path"),
    ("DATABASE_URL", "sqlite:///", "sqlite:///path"),
    ("DATABASE_URL", "sqlite:///:memory:", "sqlite:///path"),
    ("DATABASE_URL", "govuong.db", "sqlite:///path"),
    ("LARGEST_FILE_MB", "0", "greater than"),
    ("LARGEST_FILE_MB", "51", "less than"),
    ("LARGEST_FILE_MB", "big", "integer"),
    ("CATALOGUE", "/nowhere", "catalogue/lang-son"),
    ("REPORT_AT", "07:30", "mon 07:30"),
    ("REPORT_AT", "monday 07:30", "mon 07:30"),
    ("REPORT_AT", "mon 25:00", "mon 07:30"),
    ("BACKUP_KEY", "AGE-SECRET-KEY-1QQ", "its private half belongs elsewhere"),
    ("BACKUP_KEEP", "14", "14/8/6"),
    ("BACKUP_KEEP", "0/8/6", "at least one day"),
    ("WEB_PORT", "65536", "less than"),
    ("WEB_PORT", "http", "integer"),
    ("PUBLIC_URL", "govuong.example.vn", "https://"),
    ("PUBLIC_URL", "ftp://govuong.example.vn", "https://"),
    ("TRUSTED_PROXIES", "*", "10.0.0.0/24"),
    ("TRUSTED_PROXIES", "0.0.0.0/0", "never all the world"),
    ("TRUSTED_PROXIES", "proxy.example.vn", "addresses or networks"),
    ("DEMO", "perhaps", "boolean"),
    ("LOG_LEVEL", "loud", "debug"),
    ("LOG_FORMAT", "xml", "json"),
]


@pytest.mark.parametrize(("name", "value", "mend"), WRONG)
def test_a_wrong_value_names_the_variable_and_the_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, mend: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as wrong:
        load()
    assert name in str(wrong.value)
    assert mend in str(wrong.value)
    assert ".env.example" in str(wrong.value)


def test_a_file_where_a_folder_should_be_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "files").write_text("", encoding="utf-8")
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "files"))
    with pytest.raises(WrongSetting, match=r"FILES_DIR: .* is a file"):
        load()


def test_a_secret_file_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN_FILE", "/run/secrets/nowhere")
    with pytest.raises(WrongSetting, match="/run/secrets/nowhere"):
        load()


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_PORT", "x")
    monkeypatch.setenv("TELEGRAM_TOKEN", "x")
    with pytest.raises(WrongSetting) as wrong:
        load()
    assert "WEB_PORT" in str(wrong.value)
    assert "TELEGRAM_TOKEN" in str(wrong.value)


def test_a_refused_token_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456789 AAE-very-secret")
    with pytest.raises(WrongSetting) as wrong:
        load()
    assert "very-secret" not in str(wrong.value)


def test_a_webhook_needs_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    with pytest.raises(WrongSetting, match="PUBLIC_URL"):
        load()
    monkeypatch.setenv("PUBLIC_URL", "https://govuong.example.vn/")
    assert load().public_url == "https://govuong.example.vn"


# What they mean


def test_limits_as_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().rates == Rates(30, 1, 20)
    monkeypatch.setenv("TELEGRAM_LIMITS", "off")
    assert load().rates == Rates(0, 0, 0)


def test_the_summarys_hour_as_weekday_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().report_hour == (0, time(7, 30))
    monkeypatch.setenv("REPORT_AT", "Fri 16:05")
    assert load().report_hour == (4, time(16, 5))


# Trying it


def test_nothing_is_tried_unless_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not load().demo
    monkeypatch.setenv("DEMO", "true")
    assert load().demo


def test_what_is_tried_has_a_database_and_files_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    earnest = load()
    monkeypatch.setenv("DEMO", "true")
    tried = load()
    assert tried.database_url == f"sqlite:///{ROOT}/var/trial.db" != earnest.database_url
    assert tried.files_dir == ROOT / "var" / "trial-files" != earnest.files_dir


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_the_trial_listens_on_this_machine(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("DEMO", "true")
    monkeypatch.setenv("WEB_HOST", host)
    assert load().demo


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", TOKEN),
        ("PUBLIC_URL", "https://govuong.example.vn"),
        ("PUBLIC_URL", "http://localhost:8080"),
        ("WEB_HOST", "0.0.0.0"),  # noqa: S104
        ("WEB_HOST", "::"),
        ("WEB_HOST", "192.0.2.7"),
        ("WEB_HOST", "localhost.evil.example"),
    ],
)
def test_a_trial_others_could_reach_is_refused_with_its_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("DEMO", "true")
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting, match=f"set DEMO=false, or remove {name}"):
        load()


def test_a_token_in_a_file_refuses_the_trial_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN, encoding="utf-8")
    monkeypatch.setenv("DEMO", "true")
    monkeypatch.setenv("TELEGRAM_TOKEN_FILE", str(tmp_path / "token"))
    with pytest.raises(WrongSetting, match="a token is set"):
        load()
