"""What operations watch: is it ready, and the Prometheus figures."""

from __future__ import annotations

from collections.abc import Mapping

from bot.wiring import Parts
from storage.database import Tx
from storage.outgoing import alarms


def exposition(parts: Parts) -> bytes:
    """The counters in Prometheus text format."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest  # noqa: PLC0415  loaded when first scraped

    registry = CollectorRegistry()
    for name, help_text, values in (
        ("govuong_updates", "Updates by what became of them since the start", parts.intake.counts),
        ("govuong_messages", "Outgoing messages by what became of them since the start", parts.delivery.counts),
    ):
        gauge = Gauge(name, help_text, ["result"], registry=registry)
        for result, value in values.items():
            gauge.labels(result).set(value)
    used = Gauge(
        "govuong_plan_used", "How much of a messenger's plan is used", ["messenger", "what"], registry=registry
    )
    most = Gauge("govuong_plan_limit", "How much the plan allows", ["messenger", "what"], registry=registry)
    for messenger in parts.messengers:
        for each in messenger.meter.last if messenger.meter else ():
            used.labels(messenger.channel.network, each.what).set(each.used)
            most.labels(messenger.channel.network, each.what).set(each.most)
    return bytes(generate_latest(registry))


async def ready(parts: Parts) -> Mapping[str, str]:
    """What keeps this process from its work, with "ok" or what is wrong, and the alarms that stand anywhere."""

    def look(tx: Tx) -> dict[str, str]:
        return {each.name: f"since {each.since:%Y-%m-%dT%H:%MZ}" for each in alarms.every(tx)}

    try:
        return {"database": "ok", **await parts.store.run(look)}
    except Exception as error:  # noqa: BLE001
        return {"database": type(error).__name__}
