"""From the draft to a filed case: the taps under the summary, and the one that sends."""

from __future__ import annotations

from collections.abc import Callable

from domain.buttons import Button
from domain.case import draft as drafting
from domain.case import moves
from domain.case.case import UNKNOWN, Matter, Tier
from domain.case.draft import Draft
from domain.case.moves import Filing
from domain.foreign import foreign_language
from domain.language import LANGUAGES
from domain.refusals import Missing, Refusal
from domain.rights import notice
from handlers import recording
from handlers.business import keeping, meeting, speakers
from handlers.business.draft import anonymous, changes, drafts, screen
from handlers.business.draft.sent import remember
from handlers.business.filed import at_stake
from handlers.private_talk import actor
from handlers.province import Province
from handlers.turn import Private
from storage import cases, claims, people
from storage.database import Tx

#: what needs no draft
_WITHOUT_DRAFT: dict[str, Callable[[Private, Button], None]] = {
    **dict.fromkeys(("firm", "skip"), lambda turn, button: drafts.speak_for(turn, button.firm)),
    **dict.fromkeys(speakers.TAPS, lambda turn, button: speakers.tap(turn, button.verb)),
    "cannot-keep": lambda turn, _: keeping.go_on_without(turn),
}
#: what is done with the draft as a whole
_WHOLE = {"drop": drafts.drop, "change": changes.offer_changes, "back": drafts.go_on}


def tap_draft(turn: Private, button: Button) -> None:
    """A choice on the draft."""
    if do := _WITHOUT_DRAFT.get(button.verb):
        do(turn, button)
        return
    draft = drafts.draft_of(turn)
    if whole := _WHOLE.get(button.verb):
        whole(turn)
        return
    match button.verb:
        case "send":
            _send(turn, draft, Tier(button.tier), is_explained=False)
        case "anonymous" | "at-once":
            _send(turn, draft, Tier.ANONYMOUS, is_explained=True, at_once=button.verb == "at-once")
        case "pick":
            changes.ask_change(turn, button.pick)
        case "dept":
            changes.choose_department(turn, button.department)
        case "conduct":
            changes.answer_conduct(turn, about_officials=button.verdict == "yes")
        case "kind":
            changes.choose_kind(turn, Matter(button.kind))
        case _:
            raise Refusal("refused-button")


def _send(turn: Private, draft: Draft, tier: Tier, *, is_explained: bool, at_once: bool = False) -> None:
    """The tap that sends; the first one for anonymous tells what that means."""
    if drafts.turned_away(turn, draft):
        return
    if notice.is_outdated(turn.who.notice):
        meeting.ask_anew(turn)
        return
    if not draft.text and not draft.files:
        raise Missing("refused-empty")
    if not draft.is_decided:
        raise Missing("refused-department-first")
    if tier is Tier.ANONYMOUS and not is_explained:
        anonymous.explain(turn, draft)
    else:
        _file(turn, draft, tier, at_once=at_once)
        drafts.take_up_again(turn)


def _file(turn: Private, draft: Draft, tier: Tier, *, at_once: bool) -> None:
    """The case exists from here on."""
    tx, province, who = turn.tx, turn.province, turn.who
    firm = people.firm(tx, who.business)
    now = tx.now if tier is Tier.OPEN else province.terms.half_day(tx.now)
    filing = Filing(
        id=claims.take_number(tx, "cases") if tier is Tier.OPEN else cases.draw_number(tx),
        code=_new_code(tx, province, tier),
        kind=Matter(draft.kind or Matter.OBSTACLE),
        department=draft.department,
        topic=draft.topic,
        tier=tier,
        language=who.language if who.language in LANGUAGES else "vi",
        written_in=foreign_language(draft.text),
        in_batches=tier is Tier.ANONYMOUS and not at_once,
        business=firm.id if firm else 0,
        business_name=firm.name if firm else "",
        tax_code=firm.tax_code if firm else "",
        text=draft.text,
        files=draft.files,
        together=draft.together,
        accused=_accused(province, draft, tier),
        again=0 if tier is not Tier.OPEN else cases.raised_before(tx, who.id, firm.id if firm else 0, draft.topic),
        network=turn.incoming.chat.network,
        others=people.names_of(tx, who.id) if tier is Tier.HIDDEN else (),
        term=province.terms.filed(now, draft.kind, draft.topic, draft.department, drafts.promised(draft)),
    )
    if tier is Tier.ANONYMOUS:
        anonymous.file(turn, draft, filing, now)
        return
    turn.talk.leaving = False  # there is something to come back to
    decision = at_stake.offered(tx, moves.file(filing, actor(who), now))
    recording.record(tx, decision)
    for message_id, part in draft.texts.items():
        remember(turn, decision.case, message_id, part=part)
    screen.close(turn, drafting.sent(draft, drafts.speaker_of(turn), decision.case.code))
    drafts.put_away(turn)


def _accused(province: Province, draft: Draft, tier: Tier) -> tuple[str, ...]:
    """Whose officials a text complains of; whoever names themselves to a department of their choice knows to whom."""
    if tier is Tier.OPEN and not draft.is_conduct:
        return ()
    ranked = province.router().rank(draft.text)
    return (ranked.accused or (UNKNOWN,)) if ranked.conduct or draft.is_conduct else ()


def _new_code(tx: Tx, province: Province, tier: Tier) -> str:
    """The next case code of the year, counted in the province's own time; for whoever hides, any one."""
    year = tx.now.astimezone(province.catalogue.timezone).year
    begins = f"{province.catalogue.code_prefix}{year % 100:02d}-"
    if tier is not Tier.OPEN:
        return cases.draw_code(tx, begins)
    return f"{begins}{claims.take_number(tx, f'code-{year}'):05d}"
