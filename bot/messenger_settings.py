"""The settings of every messenger: who we are there, where it is, and what its plan allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import field_validator, model_validator
from pydantic_settings import BaseSettings


@dataclass(frozen=True, slots=True)
class Rates:
    """Telegram's limits: `overall` and `chat` messages a second, `group` messages a minute; all 0 for none."""

    overall: float = 30
    chat: float = 1
    group: int = 20


def read_rates(text: str) -> Rates:
    """`30/1/20` or `off`; raises ValueError for anything else."""
    if text.strip().lower() == "off":
        return Rates(0, 0, 0)
    overall, chat, group = text.split("/")
    rates = Rates(float(overall), float(chat), int(group))
    if min(rates.overall, rates.chat, rates.group) <= 0:
        raise ValueError(text)
    return rates


class MessengerSettings(BaseSettings):
    """What brings each messenger; a secret may come from a file (`NAME_FILE`)."""

    public_url: str = ""
    telegram_token: str = ""
    telegram_token_file: Path | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_proxy: str = ""
    telegram_limits: str = "30/1/20"
    telegram_webhook_secret: str = ""
    telegram_webhook_secret_file: Path | None = None
    zalo_bot_token: str = ""
    zalo_bot_token_file: Path | None = None
    zalo_bot_api_url: str = "https://bot-api.zaloplatforms.com"
    zalo_bot_mode: Literal["polling", "webhook"] = "polling"
    zalo_bot_webhook_secret: str = ""
    zalo_bot_webhook_secret_file: Path | None = None
    zalo_bot_plan: str = "50/3000/3"
    zalo_oa_app_id: str = ""
    zalo_oa_app_secret: str = ""
    zalo_oa_app_secret_file: Path | None = None
    zalo_oa_webhook_secret: str = ""
    zalo_oa_webhook_secret_file: Path | None = None
    zalo_oa_refresh_token: str = ""
    zalo_oa_refresh_token_file: Path | None = None
    zalo_oa_api_url: str = "https://openapi.zalo.me"
    zalo_oa_login_url: str = "https://oauth.zaloapp.com"
    zalo_oa_signature: Literal["check", "log"] = "check"
    zalo_oa_plan: str = "100/500"
    zalo_oa_template: str = ""

    @property
    def messenger_servers(self) -> list[str]:
        """Where the messengers are that are set up."""
        known = (
            (self.telegram_token, self.telegram_api_url),
            (self.zalo_bot_token, self.zalo_bot_api_url),
            (self.zalo_oa_app_id, self.zalo_oa_api_url),
        )
        return [url for is_set_up, url in known if is_set_up]

    @property
    def messenger_secrets(self) -> tuple[str, ...]:
        """What only we and a messenger know, of each that has such a thing; links are signed by these in this order."""
        return self.telegram_token, self.zalo_bot_token, self.zalo_oa_app_secret

    @property
    def proxy(self) -> str | None:
        """What calls to the open internet go through, where Telegram has to be reached so."""
        return self.telegram_proxy or None

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: str) -> str:
        if value and not re.fullmatch(r"\d+:[\w-]+", value):
            msg = "a token looks like 123456789:ABC…; copy it whole from @BotFather"
            raise ValueError(msg)
        return value

    @field_validator("zalo_bot_token")
    @classmethod
    def _zalo_token(cls, value: str) -> str:
        if value and not re.fullmatch(r"\d+:[\w-]+", value):
            msg = "a token looks like 123456789:abc…; copy it whole from the message of Zalo Bot Creator"
            raise ValueError(msg)
        return value

    @field_validator("zalo_bot_webhook_secret")
    @classmethod
    def _zalo_secret(cls, value: str) -> str:
        if value and not re.fullmatch(r"[\x21-\x7e]{8,256}", value):
            msg = "write 8 to 256 letters, digits or signs without a space; Zalo takes no others"
            raise ValueError(msg)
        return value

    @field_validator("zalo_oa_plan")
    @classmethod
    def _zalo_oa_plan(cls, value: str) -> str:
        try:
            read_oa_plan(value)
        except ValueError:
            msg = "write requests a minute/paid messages a month, such as 100/500 (0: any number), or off"
            raise ValueError(msg) from None
        return value

    @field_validator("telegram_api_url", "zalo_bot_api_url", "zalo_oa_api_url", "zalo_oa_login_url", "public_url")
    @classmethod
    def _address(cls, value: str) -> str:
        return whole_address(value)

    @field_validator("zalo_bot_plan")
    @classmethod
    def _zalo_plan(cls, value: str) -> str:
        try:
            read_plan(value)
        except ValueError:
            msg = "write people/messages a month/groups, such as 50/3000/3 (0: any number), or off"
            raise ValueError(msg) from None
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: str) -> str:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value):
            msg = "write 1 to 256 letters, digits, _ or -; Telegram takes no others"
            raise ValueError(msg)
        return value

    @field_validator("telegram_proxy")
    @classmethod
    def _proxy(cls, value: str) -> str:
        if value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).hostname):
            msg = "write an HTTP proxy, such as http://127.0.0.1:3128; for SOCKS run a converter such as privoxy"
            raise ValueError(msg)
        return value

    @field_validator("telegram_limits")
    @classmethod
    def _limits(cls, value: str) -> str:
        try:
            int(read_rates(value).overall)
        except (ValueError, OverflowError):  # the second for "inf"
            msg = "write overall a second/per chat a second/per group a minute, such as 30/1/20, or off"
            raise ValueError(msg) from None
        return value

    @model_validator(mode="after")
    def _webhook_has_an_address(self) -> Self:
        for name, who in (("telegram", "Telegram"), ("zalo_bot", "Zalo")):
            is_webhook = getattr(self, f"{name}_mode") == "webhook" and getattr(self, f"{name}_token")
            if is_webhook and not self.public_url:
                msg = f"{name.upper()}_MODE=webhook needs PUBLIC_URL, the https address {who} can reach; or use polling"
                raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _an_account_is_whole(self) -> Self:
        if self.zalo_oa_app_id:
            for name in ("zalo_oa_app_secret", "zalo_oa_webhook_secret", "public_url"):
                if not getattr(self, name):
                    msg = f"ZALO_OA_APP_ID needs {name.upper()}, too; docs/zalo.md tells where to find it"
                    raise ValueError(msg)
        return self

    @property
    def named(self) -> dict[str, str]:
        """Who we are at each messenger that is set up, by the setting that says so."""
        names = ("telegram_token", "zalo_bot_token", "zalo_oa_app_id")
        return {name.upper(): value for name in names if (value := getattr(self, name))}

    @property
    def rates(self) -> Rates:
        """Telegram's limits as numbers."""
        return read_rates(self.telegram_limits)


def read_plan(text: str) -> tuple[int, int, int]:
    """`50/3000/3` (people, messages a month, groups) or `off`, which is none of them; raises ValueError."""
    if text.strip().lower() == "off":
        return 0, 0, 0
    people, messages, groups = (int(each) for each in text.split("/"))
    if min(people, messages, groups) < 0:
        raise ValueError(text)
    return people, messages, groups


def read_oa_plan(text: str) -> tuple[int, int]:
    """`100/500` (requests a minute, paid messages a month) or `off`, which is no limit; raises ValueError."""
    if text.strip().lower() == "off":
        return 0, 0
    requests, paid = (int(each) for each in text.split("/"))
    if min(requests, paid) < 0:
        raise ValueError(text)
    return requests, paid


def whole_address(value: str) -> str:
    """An address without a slash at its end, or "" for none; raises ValueError for what is no address."""
    if value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc):
        msg = "write a whole address, such as https://govuong.example.vn"
        raise ValueError(msg)
    return value.rstrip("/")
