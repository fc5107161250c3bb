"""What operations watch: is it ready, and the Prometheus figures."""

from __future__ import annotations

from collections.abc import Mapping

from bot.wiring import Parts
from storage.database import Tx
from storage.outgoing import outbox

_OLD_SECONDS = 300


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
    """Each check with "ok" or what is wrong."""

    def look(tx: Tx) -> str:
        oldest = outbox.oldest_waiting(tx)
        if oldest is None or (tx.now - oldest).total_seconds() < _OLD_SECONDS:
            return "ok"
        return f"the oldest waiting message is {int((tx.now - oldest).total_seconds())} s old"

    try:
        return {"database": "ok", "outbox": await parts.store.run(look)}
    except Exception as error:  # noqa: BLE001
        return {"database": type(error).__name__}
