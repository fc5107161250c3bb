"""Every setting, typed; the only reader of the environment. A wrong one stops the start, with its mend."""

from __future__ import annotations

import hashlib
import os
import re
from datetime import datetime, time
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from bot.messenger_settings import MessengerSettings, whole_address

ROOT = Path(__file__).resolve().parent.parent
#: what is kept, unless it is said where: beside a checkout; of an installed program, where it is started
VAR = (ROOT if (ROOT / "pyproject.toml").is_file() else Path.cwd()) / "var"
#: the main key, where systemd brings it (LoadCredential=)
CREDENTIAL = "govuong-key"
_DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")
#: a database and a folder of their own, so that nothing tried is ever among what is real
TRIAL_DATABASE = f"sqlite:///{VAR / 'trial.db'}"
TRIAL_FILES = VAR / "trial-files"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class WrongSetting(Exception):  # noqa: N818  says what to do, like a refusal
    """A setting cannot be used; the text names each and its mend."""


class Settings(MessengerSettings):
    """What `.env.example` explains. Secrets may come from files: `TELEGRAM_TOKEN_FILE=/run/secrets/token`."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    database_url: str = f"sqlite:///{VAR / 'govuong.db'}"
    database_url_file: Path | None = None
    files: Literal["folder", "database"] = "folder"
    key_file: Path | None = None
    files_dir: Path = VAR / "files"
    largest_file_mb: int = Field(default=20, ge=1, le=50)
    erasures_file: Path | None = None
    backup_days: int = Field(default=186, ge=1, le=3650)
    least_free_mb: int = Field(default=500, ge=0)
    backup_to: Path | None = None
    backup_key: str = ""
    backup_keep: str = "14/8/6"
    digests_dir: Path | None = None
    digest_key: Path | None = None
    catalogue: Path = ROOT / "catalogue" / "lang-son"
    report_at: str = "mon 07:30"
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    board_hours: int = Field(default=8, ge=1, le=72)
    public_results: bool = False
    trusted_proxies: str = "127.0.0.1,::1"
    demo: bool = False
    heartbeat_url: str = ""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["json", "text"] = "text"

    @model_validator(mode="before")
    @classmethod
    def _secrets_from_files(cls, given: dict[str, Any]) -> dict[str, Any]:
        """A secret named itself goes before its file."""
        for name in cls.secrets():
            path = given.get(f"{name}_file")
            if path and not given.get(name):
                given[name] = Path(path).read_text(encoding="utf-8").strip()
        return given

    @classmethod
    def secrets(cls) -> list[str]:
        """The settings that may come from a file, named by NAME_FILE."""
        return [name for name in cls.model_fields if f"{name}_file" in cls.model_fields]

    @property
    def secret_files(self) -> list[Path]:
        """The files that secrets come from."""
        return [path for name in self.secrets() if (path := getattr(self, f"{name}_file"))]

    @field_validator("catalogue")
    @classmethod
    def _catalogue(cls, value: Path) -> Path:
        if not (value / "province.toml").is_file():
            msg = f"there is no province.toml in {value}; name a folder such as catalogue/lang-son"
            raise ValueError(msg)
        return value

    @field_validator("files_dir")
    @classmethod
    def _files_dir(cls, value: Path) -> Path:
        if value.exists() and not value.is_dir():
            msg = f"{value} is a file; name a folder for attachments"
            raise ValueError(msg)
        return value

    @field_validator("backup_key")
    @classmethod
    def _backup_key(cls, value: str) -> str:
        if value and not re.fullmatch(r"age1[02-9ac-hj-np-z]{58}", value):
            msg = "write the public key that age-keygen prints (age1…); its private half belongs elsewhere"
            raise ValueError(msg)
        return value

    @field_validator("backup_keep")
    @classmethod
    def _backup_keep(cls, value: str) -> str:
        try:
            read_keep(value)
        except ValueError:
            msg = "write how many days/weeks/months keep a copy, such as 14/8/6; at least one day"
            raise ValueError(msg) from None
        return value

    @field_validator("report_at")
    @classmethod
    def _report_at(cls, value: str) -> str:
        try:
            read_hour_of_week(value)
        except ValueError:
            msg = "write a weekday and a time, such as mon 07:30; one of " + ", ".join(_WEEKDAYS)
            raise ValueError(msg) from None
        return value

    @field_validator("heartbeat_url")
    @classmethod
    def _heartbeat(cls, value: str) -> str:
        return whole_address(value)

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies(cls, value: str) -> str:
        try:
            networks = [ip_network(each.strip()) for each in value.split(",") if each.strip()]
        except ValueError:
            networks = []
        if not networks or any(each.prefixlen == 0 for each in networks):
            msg = "write addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/24, never all the world"
            raise ValueError(msg)
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(_DATABASES) or value == "sqlite:///" or ":memory:" in value:
            msg = "write sqlite:///path/to/file.db or postgresql://user:password@host/name"
            raise ValueError(msg)
        if value.startswith("sqlite:///"):  # whole, for the processes we start somewhere else
            return f"sqlite:///{Path(value.removeprefix('sqlite:///')).absolute()}"
        return value

    @model_validator(mode="after")
    def _files_have_a_database(self) -> Settings:
        if self.files == "database" and self.database_url.startswith("sqlite"):
            msg = "FILES=database is for several machines on PostgreSQL; with SQLite leave the files in FILES_DIR"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _trying_harms_nothing(self) -> Settings:
        """On trial every desk opens without a code: nobody else may come near, and no real case may be among it."""
        if not self.demo:
            return self
        for is_set, why, name in (
            *((value, "a token is set", name) for name, value in self.named.items()),
            (self.public_url, "PUBLIC_URL says that others come here", "PUBLIC_URL"),
            (not self.is_loopback, f"the page would listen on {self.web_host}", "WEB_HOST"),
        ):
            if is_set:
                msg = f"DEMO=true opens every desk without a code, but {why}; set DEMO=false, or remove {name} to try"
                raise ValueError(msg)
        for name, value in (("database_url", TRIAL_DATABASE), ("files_dir", TRIAL_FILES)):
            if name not in self.model_fields_set:
                self.__dict__[name] = value
        return self

    @property
    def digests(self) -> Path:
        """Where signed digests are kept."""
        return self.digests_dir or self.files_dir.parent / "digests"

    @property
    def digest_key_file(self) -> Path:
        """The key that signs them."""
        return self.digest_key or self.files_dir.parent / "digest.key"

    def make_database_folder(self) -> None:
        """The folder of an SQLite file, so that the file can be made there."""
        if self.database_url.startswith("sqlite:///"):
            Path(self.database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)

    @property
    def ledger(self) -> Path:
        """The ledger of erasures: beside the SQLite file, or the folder of files, unless it is named."""
        if self.erasures_file is None and self.database_url.startswith("sqlite:///"):
            return Path(self.database_url.removeprefix("sqlite:///")).with_suffix(".erasures.jsonl")
        return self.erasures_file or self.files_dir.parent / "erasures.jsonl"

    @property
    def key_path(self) -> Path:
        """Where the main key lies: as named, where systemd brings it, or beside the database."""
        if self.key_file:
            return self.key_file
        if (folder := os.environ.get("CREDENTIALS_DIRECTORY")) and (Path(folder) / CREDENTIAL).exists():
            return Path(folder) / CREDENTIAL
        if self.database_url.startswith("sqlite:///"):
            return Path(self.database_url.removeprefix("sqlite:///")).with_suffix(".key")
        return VAR / "govuong.key"

    @property
    def address(self) -> str:
        """Where the page is: as others reach it, or else on this machine."""
        return self.public_url or f"http://127.0.0.1:{self.web_port}"

    @property
    def link_key(self) -> bytes:
        """What signs links to files: known to every process with the same tokens; empty without any."""
        secrets = "\n".join(filter(None, self.messenger_secrets))
        return hashlib.sha256(f"links\n{secrets}".encode()).digest() if secrets else b""

    @property
    def report_hour(self) -> tuple[int, time]:
        """Weekday (0: Monday) and time of day of the weekly summary, in the province's zone."""
        return read_hour_of_week(self.report_at)

    @property
    def is_loopback(self) -> bool:
        """True when the page can only be opened on this machine."""
        return self.web_host in {"127.0.0.1", "localhost", "::1"}


def read_keep(text: str) -> tuple[int, int, int]:
    """`14/8/6`: how many days, weeks and months keep a copy; raises ValueError for anything else, or for no day."""
    days, weeks, months = (int(each) for each in text.split("/"))
    if min(days - 1, weeks, months) < 0:
        raise ValueError(text)
    return days, weeks, months


def read_hour_of_week(text: str) -> tuple[int, time]:
    """A weekday (0: Monday) and a time of day from a text such as "mon 07:30"; raises ValueError."""
    day, _, hour = text.strip().lower().partition(" ")
    return _WEEKDAYS.index(day), datetime.strptime(hour.strip(), "%H:%M").time()  # noqa: DTZ007  no date, no zone


def load(**given: Any) -> Settings:
    """The settings of the environment and `.env`; raises WrongSetting."""
    try:
        return Settings(**given)
    except ValidationError as error:
        lines = []
        for fault in error.errors():
            name = "_".join(str(part) for part in fault["loc"]).upper()
            mend = fault["msg"].removeprefix("Value error, ")
            lines.append(f"  {name}: {mend}" if name else f"  {mend}")
        raise WrongSetting("\n".join(["These settings cannot be used:", *lines, "See .env.example."])) from None
    except OSError as error:
        raise WrongSetting(f"A file named in the settings cannot be read: {error}") from None
