"""What a business is offered before it files: published answers to like questions, and its own open case like this."""

from __future__ import annotations

from domain.buttons import Button, Side
from domain.case.case import Case, Matter
from domain.case.draft import Draft
from domain.messages import Choice, Lines, Notice, Urgency, Value, Words
from domain.refusals import Missing
from domain.routing import terms
from handlers.excerpts import SHORT, known, label, shortened
from handlers.memory import Suggested
from handlers.private_talk import Rows, address, say
from handlers.province import Province
from handlers.turn import Private
from storage import cases
from storage.database import Tx
from storage.knowledge import published, search
from storage.knowledge.published import Answer
from storage.outgoing import outbox

ANSWERS = 2
_RANKED, _LISTED = 10, 5


def suggest(turn: Private, draft: Draft) -> Rows:
    """Offer what is like the draft, each thing once a draft; the buttons offered, none when nothing is like it.

    Nothing is offered for a complaint, nor where officials' conduct is at stake: those are not answered by a page.
    """
    if not draft.text or draft.is_conduct or draft.kind == Matter.COMPLAINT:
        return ()
    offered = turn.talk.offered
    if offered is None or offered.begun != draft.begun_at:
        offered = Suggested(draft.begun_at)
    answers = [each for each in answers_to(turn.tx, turn.province, draft.text) if each.id not in offered.known]
    shown = {*offered.own, turn.talk.passed}
    live = [each for each in cases.live_of_author(turn.tx, turn.who.id) if each.id not in shown]
    own = next(iter(own_like(turn.province, live, draft.text)), None)
    if not answers and own is None:
        return ()
    offered.known += [each.id for each in answers]
    offered.own += [own.id] if own else []
    turn.talk.offered = offered
    return (*_offer_own(turn, own), *_offer_known(turn, answers))


def answers_to(tx: Tx, province: Province, text: str) -> list[Answer]:
    """Published answers to questions like this text, the most alike first."""
    if not search.has_published(tx):
        return []
    query = terms.query(text, province.rarity, province.names)
    found = published.some(tx, [-each for each in search.find(tx, query, [terms.PUBLISHED], most=_RANKED, worth=0)])
    return [each for each in found if terms.are_alike(text, each.question, province.rarity)][:ANSWERS]


def own_like(province: Province, live: list[Case], text: str) -> list[Case]:
    """Those of a person's own cases that are about the same matter as a text."""
    return [each for each in live if terms.are_alike(text, each.text, province.rarity)]


def _offer_own(turn: Private, own: Case | None) -> Rows:
    if own is None:
        return ()
    rows = ((Choice(Words("button-add-to", {"code": own.code}), Button(Side.DRAFT, "join", case=own.id).data),),)
    _say_beside(turn, Words("like-own", {"code": own.code, "text": shortened(own.text)}), rows)
    return rows


def _offer_known(turn: Private, answers: list[Answer]) -> Rows:
    if not answers:
        return ()
    head = Words("known-offer", {"count": len(answers)})
    lines: tuple[Value, ...] = (head, *(known(each) for each in answers))
    one = Words("button-known")
    labels = [one] if len(answers) == 1 else [Words("button-known-one"), Words("button-known-two")]
    rows = tuple(
        (Choice(name, Button(Side.DRAFT, "known", published=each.id).data),)
        for name, each in zip(labels, answers, strict=True)
    )
    rows = (*rows, (Choice(Words("button-still"), Button(Side.DRAFT, "still").data),))
    _say_beside(turn, Lines(lines, "\n\n"), rows)
    return rows


def _say_beside(turn: Private, words: Words | Lines, rows: Rows) -> None:
    """Beside the summary, whose choices stay the ones a typed number means."""
    outbox.post(turn.tx, Notice(address(turn.who), words, choices=rows, urgency=Urgency.PROMPT))


def search_answers(turn: Private, words: str) -> None:
    """`/tim giấy phép xây dựng`: what a business may find, its own cases and published answers."""
    if not words:
        raise Missing("refused-search")
    tx = turn.tx
    query = terms.query(words, turn.province.rarity, turn.province.names)
    ranked = search.find(tx, query, [terms.PUBLISHED], most=_RANKED) if search.has_published(tx) else []
    answers = published.some(tx, [-each for each in ranked])[:_LISTED]
    scored = [(query.score(terms.words_of(case).split()), case) for case in cases.of_author(tx, turn.who.id)]
    least = terms.WORTH * max((score for score, _ in scored), default=0.0)
    own = [case for score, case in scored if score and score >= least]
    lines: list[Value] = [Words("search-head", {"text": words[:SHORT], "count": len(answers) + len(own)})]
    lines += [Words("search-known", {"question": each.question}) for each in answers]
    lines += [
        Words("search-own", {"code": case.code, "state": Words(f"state-{case.state}"), "text": shortened(case.text)})
        for case in own[:_LISTED]
    ]
    rows = [(Choice(label(each), Button(Side.DRAFT, "read", published=each.id).data),) for each in answers]
    rows += [(Choice(f"#{case.code}", Button(Side.OWN, "show", case=case.id).data),) for case in own[:_LISTED]]
    say(turn, Lines(tuple(lines)), tuple(rows), keep_choices=True)
