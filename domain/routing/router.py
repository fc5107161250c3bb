"""Which department should answer: a ranking, the words that led to it, and what must not go the usual way.

Taught by the catalogue's own words and by labelled examples; built at first use, in plain Python.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.case.case import Matter
from domain.province.catalogue import TASK_GROUP, Catalogue
from domain.routing.classifier import counted, probabilities
from domain.routing.conduct import Tier, conduct_words, formal_way, is_about_itself, is_complaint, is_denunciation, tier
from domain.routing.examples import Example
from domain.routing.formulas import asks, says_nothing, without_formulas
from domain.routing.lessons import Lessons, class_of, is_place, learn_all, routed
from domain.routing.linear import traits
from domain.routing.phrases import Phrases, Place, Places, Rank, likelihood, outermost
from domain.routing.reasons import MOST_REASONS, phrases_of, telling_words
from domain.routing.terms import Rarity

#: How sharp naive Bayes and the linear classifier speak in the sum that makes the probabilities, which part of each
#: ranking is spread over all departments because words are never quite sure, what naming a department adds to its
#: score; chosen by cross-validation (docs/routing.md).
SHARPNESS = 5.0
SHARPNESS_OF_LINEAR = 7.0
DOUBT = 0.02
#: How much what a department is usually asked counts: mildly, because a rare matter is as much a matter.
PRIOR = 0.3
NAMED = 0.3
KEYWORD = 0.5
#: Letters of a text that are read: what a business wants stands at the beginning, and a ranking must stay quick.
READ = 6_000
#: How likely a department must be to be asked along: where the topic names it, and where its own words stand there.
CO_DEPARTMENT = 0.05
BESIDE = 0.15
MOST_TOGETHER = 2
#: How sure it must be whose matter one of several things is that a text asks for.
SEVERAL = 0.9
#: Departments below this probability are left out of a ranking, but never the best few.
LEAST_SHARE = 0.001
LEAST_OFFERED = 3
#: A complaint whose words point at a department this surely is about its people even if it does not name them.
AS_GOOD_AS_NAMED = 0.5
#: Letters a department's name must have to count as naming it, if it could be anything in another language.
TELLING_NAME = 4

Ranking = tuple[tuple[str, float], ...]
Asked = Counter[int]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Departments with probabilities, best first and never none; the task group may stand among them by its own key.

    conduct: it surely is about how officials behave, so the formal way and the task group come first, the others behind
    them, and accused, whose officials they seem to be, never. maybe_conduct: it could be, which the person is asked;
    the ranking is the usual one. denunciation: it is to be guided to the formal way and not stored. places: the
    communes it names. reason: the words that led to the first department, as the catalogue or else the text writes
    them. together: departments the first one has to work with on this matter. asks_what: it says nothing of its matter,
    so the person is asked; until then it is the task group's.
    """

    departments: Ranking
    topic: str
    reason: tuple[str, ...]
    conduct: bool
    denunciation: bool
    kind: Matter
    places: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    maybe_conduct: bool = False
    asks_what: bool = False

    @property
    def best(self) -> str:
        return self.departments[0][0]


class Router:
    """Routes texts by one catalogue; cheap to make: it learns, unless given lessons, when first asked or prepared."""

    def __init__(self, catalogue: Catalogue, examples: Iterable[Example] = (), lessons: Lessons | None = None) -> None:
        self.catalogue = catalogue
        self.examples = tuple(examples)
        self._kept = lessons

    def prepare(self) -> None:
        """Learn everything now, so that the first question does not wait; the examples are kept no longer."""
        self.rank("giấy phép")
        self.examples = ()

    @property
    def rarity(self) -> Rarity:
        """How much each term says, by the labelled examples."""
        return self.lessons.rarity

    def rank(self, text: str) -> Ranked:
        """Where a text should go; an empty or foreign one goes to the task group."""
        plain = unicodedata.normalize("NFC", text)
        denunciation = is_denunciation(plain)
        said = _Said(plain[:READ], self)
        about = tier(plain, self.lessons.judge, said.features)
        asks_what = said.is_empty and about is Tier.NONE
        usual: Ranking = ((TASK_GROUP, 1.0),) if asks_what else self._usual(said)
        conduct = about is Tier.SURE
        kind = self._kind(plain, said.features, conduct=conduct or denunciation)
        ranked = self._with_places(usual, said.places)
        places = tuple(each.key for each in said.places if each.rank is not Rank.DISTRICT)
        if conduct or denunciation:
            accused, triage = self._accused(plain, said.named, ranked), self.catalogue.triage
            formal = formal_way(triage.denunciation if denunciation else triage.conduct, accused, ranked)
            topic = self._topic(formal[0][0], said)
            reason = conduct_words(plain)[:MOST_REASONS] or telling_words(self.lessons.judge.speaks, said.text)
            return Ranked(formal, topic, reason, conduct, denunciation, kind, places, accused)
        topic = self._topic(ranked[0][0], said)
        maybe = about is Tier.POSSIBLE
        return Ranked(
            ranked,
            topic,
            self._reason(ranked[0][0], topic, said),
            conduct,
            denunciation,
            kind,
            places,
            self._accused(plain, said.named, ranked) if maybe else (),
            self._together(ranked, topic, said),
            maybe,
            asks_what,
        )

    def conduct(self, text: str) -> Tier:
        """How surely a text is about officials' conduct, as `rank` says, which costs several times as much."""
        return tier(unicodedata.normalize("NFC", text), self.lessons.judge)

    # What it learns from

    @cached_property
    def lessons(self) -> Lessons:
        """What was learnt: as it was kept, else learnt here and now."""
        return self._kept or learn_all(self.catalogue, self.examples)

    def class_of(self, key: str) -> str:
        """The class a label stands for today: successors for closed departments, one class for all communes."""
        return class_of(self.catalogue, key)

    @cached_property
    def _shares(self) -> dict[str, float]:
        """How much more or less often than others a department is asked, as what is added to its score."""
        known = {self.class_of(each.department): each.share for each in self.catalogue.procedures if each.share}
        mean = sum(known.values()) / (len(known) or 1)
        return {key: PRIOR * math.log(share / mean) for key, share in known.items()}

    @cached_property
    def keywords(self) -> Phrases:
        return Phrases((each.key, phrase) for each in self.catalogue.topics for phrase in each.keywords)

    @cached_property
    def aliases(self) -> Phrases:
        """Names of departments; a single short word says too little, and could be anything in another language."""
        spoken = ((each, alias) for each in routed(self.catalogue) for alias in (*each.names.values(), *each.aliases))
        telling = (each for each in spoken if len(each[1]) >= TELLING_NAME or not each[1].isascii())
        return Phrases((each.key, alias) for each, alias in telling)

    @cached_property
    def places(self) -> Places:
        communes = filter(is_place, self.catalogue.departments)
        return Places((each.key, name) for each in communes for name in each.aliases[1:])

    # How it decides

    def _usual(self, said: _Said) -> Ranking:
        """All departments by what the words say, best first."""
        known = self.lessons.departments
        scores = known.scores(said.asked)
        if not any(scores):
            return ((TASK_GROUP, 1.0),)
        others = self.lessons.linear.scores(traits(said.plain, said.asked))
        raised = [
            SHARPNESS * (score + (NAMED if key in said.named else 0.0))
            + SHARPNESS_OF_LINEAR * other
            + self._shares.get(key, 0.0)
            for key, score, other in zip(known.classes, scores, others, strict=True)
        ]
        even = DOUBT / len(scores)
        shares = [(1 - DOUBT) * chance + even for chance in probabilities(raised, 1.0)]
        ranked = zip(known.classes, shares, strict=True)
        return tuple(sorted(ranked, key=lambda each: -each[1]))

    def _together(self, ranked: Ranking, topic: str, said: _Said) -> tuple[str, ...]:
        """Who has to work with the first department: those its topic names or that name it, and others as likely.

        Only those the text speaks of by their name or in two words of their own, or that are likely by all of it; and
        before them those of whom one of several things is surely asked.
        """
        best, chances = self.class_of(ranked[0][0]), dict(ranked)
        spoken = [self.catalogue.topic(hit.owner) for hit in said.keywords if hit.size > 1 or not hit.phrase.isascii()]
        topics = [each for each in spoken if each is not None]
        own = {*said.named, *(each.department for each in topics)}
        lead = self.catalogue.topic(topic)
        linked = {
            *(lead.co_departments if lead else ()),
            *(one.department for one in topics if best in one.co_departments),
        }
        likely = [
            key
            for key in sorted({*chances, *own}, key=lambda each: (-chances.get(each, 0.0), each))
            if self.class_of(key) not in {"", best}
            and (
                (key in linked and (key in own or chances.get(key, 0.0) >= CO_DEPARTMENT))
                or (self.class_of(key) in own and chances.get(key, 0.0) >= BESIDE)
            )
        ]
        asked = [key for key in self._asked(said) if self.class_of(key) != best]
        return tuple(dict.fromkeys((*asked, *likely)))[:MOST_TOGETHER]

    def _asked(self, said: _Said) -> Iterator[str]:
        """Whose matter each of several things is that a text asks for, where that is sure."""
        for each in asks(said.text):
            key, chance = self._usual(_Said(each, self))[0]
            if chance >= SEVERAL and key != TASK_GROUP:
                yield key

    def _with_places(self, ranked: Ranking, places: Sequence[Place]) -> Ranking:
        """The ranking with the commune that was named in place of “a commune”."""
        unnamed = self.catalogue.triage.commune_unnamed
        share = dict(ranked)
        whole = share.get(unnamed, 0.0)
        place = next((each for each in places if each.rank is not Rank.DISTRICT), None)
        if place is not None and whole:
            part = likelihood(place, is_district_name=self._is_district_name(place.key))
            share |= {place.key: whole * part, unnamed: whole * (1 - part)}
        ordered = sorted(share.items(), key=lambda each: -each[1])
        likely = sum(each[1] >= LEAST_SHARE for each in ordered)
        return tuple(each for each in ordered[: max(likely, LEAST_OFFERED)] if each[1] > 0)

    def _is_district_name(self, key: str) -> bool:
        found = self.catalogue.department(key)
        districts = {each.former_district for each in self.catalogue.departments}
        return found is not None and any(alias in districts for alias in found.aliases)

    def _accused(self, text: str, named: Sequence[str], usual: Ranking) -> tuple[str, ...]:
        """Whose officials it seems to be about: those named, else the likeliest; the formal way's only if so named."""
        formal = self.catalogue.triage.conduct
        likely = [key for key, chance in usual[:1] if chance >= AS_GOOD_AS_NAMED and key not in {formal, TASK_GROUP}]
        others = [each for each in named if each != formal] or likely
        found = self.catalogue.department(formal)
        itself = found is not None and is_about_itself(text, found.names.get("vi", ""))
        return (formal, *others) if itself else tuple(others)

    def _kind(self, text: str, asked: Asked, *, conduct: bool) -> Matter:
        if conduct or is_complaint(text):
            return Matter.COMPLAINT
        classes = self.lessons.kinds.classes
        scores = self.lessons.kinds.scores(asked)
        usual = [each for each in zip(scores, classes, strict=True) if each[1] != Matter.COMPLAINT]
        return Matter(max(usual)[1]) if any(scores) and usual else Matter.OBSTACLE

    def _reason(self, department: str, topic: str, said: _Said) -> tuple[str, ...]:
        """The phrases of the department found in the text, those of the topic first; else its most telling words."""
        own = self.class_of(department)
        topics = {each.key for each in self.catalogue.topics_of(own)}
        hits = [hit for hit in said.keywords if hit.owner in topics]
        hits.sort(key=lambda hit: (hit.owner != topic, -hit.size))
        hits += [hit for hit in said.names if hit.owner in {own, department}]
        return phrases_of(hits) or telling_words(lambda each: self.lessons.departments.speaks(each, own), said.text)

    def _topic(self, department: str, said: _Said) -> str:
        """The likeliest topic of the department, keywords in the text weighing most; "" when nothing speaks for one."""
        own = self.class_of(department)
        scores = dict(zip(self.lessons.topics.classes, self.lessons.topics.scores(said.features), strict=True))
        for hit in said.keywords:
            scores[hit.owner] = scores.get(hit.owner, 0.0) + KEYWORD * hit.size
        fitting = [(scores.get(each.key, 0.0), each.key) for each in self.catalogue.topics_of(own)]
        best = max(fitting, default=(0.0, ""))
        return best[1] if best[0] > min(scores.values(), default=0.0) else ""


class _Said:
    """What a text says in the terms of one catalogue."""

    def __init__(self, text: str, router: Router) -> None:
        self.text = text
        self.plain = without_formulas(text)
        self.features = counted(text)
        self.asked = self.features if self.plain is text else counted(self.plain)
        self.names, self.keywords = outermost(router.aliases.spans(text), router.keywords.spans(text))
        self.named = tuple(dict.fromkeys(hit.owner for hit in self.names))
        self.places = router.places.find(text)
        self.is_empty = not self.named and says_nothing(router.places.without(text))
