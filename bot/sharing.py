"""What the processes on one database tell each other, and what each does when it hears it."""

from __future__ import annotations

from bot.delivery.sender import Delivery
from domain.messages import Chat, Network
from storage.outgoing.news import News
from storage.outgoing.outbox import TOAST, Item
from web.hub import Hub, Nudge

#: something is new in a page chat, or a tap there is answered: whoever has the page open is somewhere
PAGE = "page"
#: a message waits for a chat, told by a process that delivers none
POSTED = "posted"
#: an attachment is to be fetched, told by a process that fetches none
ANNOUNCED = "announced"


def hub(news: News) -> Hub:
    """The open pages, those of other processes told through the news."""
    found = Hub(lambda chat_id, nudge: news.tell(PAGE, chat_id, nudge.toast, nudge.tap_id))
    news.hear(PAGE, lambda chat_id, toast, tap_id: found.pass_on(chat_id, Nudge(toast, tap_id)))
    news.missed = found.look_again
    return found


class Posting:
    """What a process does once something it has written is committed: deliver it, or tell those that do."""

    def __init__(self, news: News, delivery: Delivery, *, works: bool) -> None:
        self._news, self._delivery, self._works = news, delivery, works
        if works:
            news.hear(POSTED, lambda network, chat_id: delivery.look_at(Chat(Network(network), chat_id)))
            news.hear(ANNOUNCED, delivery.downloads.wake)

    def posted(self, items: list[Item]) -> None:
        """These rows were committed; taps are answered by whoever took them, also where nothing is delivered."""
        self._delivery.posted(items)
        if not self._works:
            for item in items:
                if item.id != TOAST:
                    self._news.tell(POSTED, item.chat.network, item.chat.id)

    def announced(self) -> None:
        """Attachments were committed that are to be fetched."""
        self._delivery.downloads.wake()
        if not self._works:
            self._news.tell(ANNOUNCED)
