"""What is said of words already sent: that they were changed, or that an answer only explains.

Whoever may not say them anew may not say them otherwise either.
"""

from __future__ import annotations

from datetime import datetime

from domain.case.case import Actor, Case, Move, State
from domain.case.decisions import Decision, decide, to_business
from domain.case.moves import check, gave_answer
from domain.case.transitions import write
from domain.messages import Words
from domain.refusals import NotNow, Refusal

#: what was said as this is the answer that stands, while the case is in this state
_STANDS = {"answer": State.ANSWERED, "decline": State.DECLINED}
#: what is written anew, for those who read it inside, when its message is edited
AGAIN = frozenset({"note", "contribute"})
#: what the business has read, and reads corrected
AT_THE_BUSINESS = frozenset({"send", "ask", *_STANDS})


def check_correction(case: Case, actor: Actor, verb: str, before: str) -> None:
    """Raises NotNow or Refusal where words sent as `verb`, which read `before`, are not to be changed any more.

    An answer is changed only while it is the one that stands, and by whoever gave it.
    """
    if verb not in AGAIN | AT_THE_BUSINESS:  # a reason, a published answer: people have acted on it
        raise Refusal("refused-edit-done", code=case.code)
    if verb not in _STANDS:
        check(case, verb)
        return
    if case.state is not _STANDS[verb] or case.answer != before:
        raise NotNow("refused-edit-over", code=case.code)
    if not gave_answer(case, actor):
        raise NotNow("refused-answered", code=case.code, name=case.answered_name or "?")


def correct(case: Case, actor: Actor, now: datetime, text: str, *, was_answer: bool) -> Decision:
    """An officer changed words already sent: the business reads the correction as one."""
    entry = write(case, actor, Move.CORRECTED, now, text=text, was_answer=was_answer)
    return decide(case, entry, to_business(case, Words("to-business-corrected", {"code": case.code, "text": text})))


def explain(case: Case, actor: Actor, now: datetime) -> Decision:
    """The answer that stands only explains the rules or how things are, so it is counted apart: answered is not solved.

    The business says all the same what became of its matter.
    """
    if case.state is State.ANSWERED and case.is_explained:
        raise NotNow("refused-explained", code=case.code)
    return decide(case, write(case, actor, Move.EXPLAINED, now))
