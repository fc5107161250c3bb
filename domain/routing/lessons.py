"""Everything routing learns from a catalogue and labelled examples, and how it is kept between two starts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from mmap import mmap

from domain.case.case import Matter
from domain.province.catalogue import Catalogue, Department, DepartmentKind
from domain.routing.classifier import Classifier, Packed, Weights, count, learn
from domain.routing.examples import Example
from domain.routing.formulas import without_formulas
from domain.routing.judge import Judge, learn_conduct
from domain.routing.linear import Linear, learn_linear, traits
from domain.routing.packing import Numbers, pack, unpack
from domain.routing.terms import Rarity

#: How much one of the catalogue's phrases weighs against one example for each of the two classifiers, how far rare
#: kinds are brought level with obstacles; chosen by cross-validation (docs/routing.md).
CATALOGUE_WEIGHT = 2.0
CATALOGUE_STEP = 0.5
EVENING = 0.4
CLASSIFIERS = ("departments", "kinds", "topics")


@dataclass(frozen=True, slots=True)
class Lessons:
    """What was learnt: departments twice, in two ways whose mistakes differ, kinds, topics, conduct, words."""

    departments: Classifier
    linear: Linear
    kinds: Classifier
    topics: Classifier
    judge: Judge
    rarity: Rarity

    def as_bytes(self) -> bytes:
        """All of it, to be read again by `read`; the same for the same catalogue and examples."""
        own = {name: getattr(self, name) for name in CLASSIFIERS}
        facts = {name: [each.classes, each.usual, each.rarest] for name, each in own.items()}
        arrays: dict[str, Numbers] = {}
        for name, each in own.items():
            arrays |= each.weights.arrays(name)
        judge, judged = self.judge.packed()
        arrays |= {"linear": self.linear.weights, "linear rarities": self.linear.rarities, **judged}
        arrays |= Packed(self.rarity.says).arrays("rarity")
        return pack({**facts, "linear": [self.linear.classes, self.linear.scale], "judge": judge}, arrays)


def read(packed: bytes | mmap) -> Lessons:
    """Lessons from their bytes; raises ValueError for any others."""
    facts, arrays = unpack(packed)
    try:
        known = [
            Classifier(tuple(classes), Weights.of(arrays, name), tuple(usual), rarest)
            for name in CLASSIFIERS
            for classes, usual, rarest in [facts[name]]
        ]
        classes, scale = facts["linear"]
        linear = Linear(tuple(classes), arrays["linear"], arrays["linear rarities"], scale)
        judge = Judge.unpacked(facts["judge"], arrays)
        return Lessons(known[0], linear, known[1], known[2], judge, Rarity.of(Packed.of(arrays, "rarity")))
    except (KeyError, TypeError) as error:
        raise ValueError(f"lessons of another kind: {error!r}") from error


def learn_all(catalogue: Catalogue, known: Sequence[Example]) -> Lessons:
    """The lessons of a catalogue and its examples; some ten seconds for four thousand examples."""
    taught = [(class_of(catalogue, each.department), without_formulas(each.text)) for each in known if not each.conduct]
    own = list(_own_words(catalogue))
    texts = [
        *((*each, 1.0, 1.0) for each in taught if each[0]),
        *((*each, CATALOGUE_WEIGHT, CATALOGUE_STEP) for each in own),
    ]
    counts = [count(text) for _, text, *_ in texts]
    return Lessons(
        learn((name, each, weight) for (name, _, weight, _), each in zip(texts, counts, strict=True)),
        learn_linear(
            (name, traits(text, each.numbers), step) for (name, text, _, step), each in zip(texts, counts, strict=True)
        ),
        _kinds(known),
        learn(
            (topic.key, count(each), 1.0)
            for topic in catalogue.topics
            for each in (*topic.names.values(), *topic.keywords)
        ),
        learn_conduct((each.text, each.conduct) for each in known),
        Rarity(each.text for each in known),
    )


def class_of(catalogue: Catalogue, key: str) -> str:
    """The class a label stands for today: successors for closed departments, one class for all communes."""
    found = catalogue.successor(key)
    if found is None or not found.takes_cases:
        return ""
    return catalogue.triage.commune_unnamed if is_place(found) else found.key


def routed(catalogue: Catalogue) -> Iterator[Department]:
    """The departments a text can be routed to by its words; communes are told apart by their names instead."""
    return (each for each in catalogue.departments if each.takes_cases and not each.successor and not is_place(each))


def is_place(department: Department) -> bool:
    """Whether it is a commune, known by its name."""
    return department.kind is DepartmentKind.COMMUNE and bool(department.former_district)


def _own_words(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The catalogue's phrases, each with the department it speaks for."""
    for each in routed(catalogue):
        old = (body.name for body in each.predecessors)
        for phrase in (*each.names.values(), *each.aliases, *each.responsibilities, *old):
            yield each.key, phrase
    for topic in catalogue.topics:
        if own := class_of(catalogue, topic.department):
            yield from ((own, phrase) for phrase in (*topic.names.values(), *topic.keywords))
    for asked in catalogue.procedures:
        if own := class_of(catalogue, asked.department):
            yield from ((own, name) for name in asked.names)


def _kinds(known: Iterable[Example]) -> Classifier:
    """Kinds are learnt with equal weight, because obstacles are many times the rest."""
    told = [each for each in known if each.kind in set(Matter)]
    many = Counter(each.kind for each in told)
    return learn((each.kind, count(each.text), (len(told) / many[each.kind]) ** EVENING) for each in told)
