"""Full-text search over cases and published answers: what is like this text, or holds these words.

One row of `searched` an entry, its terms joined by spaces (domain/routing/terms.py says which); a published answer
stands under minus its number. SQLite keeps an FTS5 index over the rows, PostgreSQL a tsvector column with a GIN index;
both follow the table by themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnClause, Integer, String, bindparam, column, text
from sqlmodel import col, delete, select

from domain.case.case import Case, Entry, Move
from domain.routing.terms import ANSWERED, PUBLISHED, WORTH, Query, shelf, terms, words_of
from storage.database import Tx
from storage.statements import Prepared
from storage.tables import Searched

#: entries looked at through the index for one question
RARE = 600
#: how many terms of a long text are asked about, those that say most; the most looked up through the index: of those
#: never counted, whose entries are few, and of the others
ASKED = 160
MOST_UNSEEN, MOST_TERMS = 8, 16
#: entries whose words are compared with the whole question
CANDIDATES = 100
#: with fewer than these the newest entries are looked through for common terms, so many of them
ENOUGH, REACH = 5, 2000
#: every entry counts its terms up to this number, then each sixteenth for sixteen
COUNTED_ALL = 1024
COUNTED = 16
#: what each of the best terms is asked for together, and how many may stand alone, where all terms are common
TOGETHER, APART = 3, 6
#: below every number
LOWEST = -(2**62)
#: the moves that may change what a case is found by
_CHANGES = frozenset(
    {
        Move.FILED,
        Move.ASSIGNED,
        Move.TRANSFERRED,
        Move.ANSWERED,
        Move.DECLINED,
        Move.CORRECTED,
        Move.AMENDED,
        Move.REOPENED,
        Move.INVITED,
        Move.UNMASKED,
        Move.ERASED,
    }
)


def _said(sqlite: str, postgresql: str, *columns: ColumnClause[Any]) -> Prepared:
    """The same question in the words of each database."""
    words = {"sqlite": text(sqlite), "postgresql": text(postgresql)}
    return Prepared(lambda dialect: words[dialect.name].columns(*columns) if columns else words[dialect.name])


_ID, _WORDS, _TERM = column("id", Integer), column("words", String), column("term", String)
_PLACE, _ENTRIES = column("place", Integer), column("entries", Integer)

_COUNT = _said(
    "insert into search_terms (term, entries) select value, :many from json_each(:terms) where true "
    "on conflict (term) do update set entries = search_terms.entries + excluded.entries",
    "insert into search_terms (term, entries) "
    "select term, :many from json_array_elements_text(cast(:terms as json)) as given (term) order by term "
    "on conflict (term) do update set entries = search_terms.entries + excluded.entries",
)
_COUNTED = _said(
    "select term, entries from search_terms where term in (select value from json_each(:terms))",
    "select term, entries from search_terms "
    "where term = any (array(select json_array_elements_text(cast(:terms as json))))",
    *(_TERM, _ENTRIES),
)
_UNCOUNT = _said(
    "delete from search_terms where term in (select value from json_each(:terms))",
    "delete from search_terms where term = any (array(select json_array_elements_text(cast(:terms as json))))",
)
#: with it SQLite's index is one part again; PostgreSQL's is emptied of the dead by its vacuum
_TIDY = _said("insert into search_index (search_index) values ('optimize')", "select 1 where false")
# every case that is filed or answered asks this
_PUBLISHED = Prepared(select(Searched.id).where(Searched.shelf == PUBLISHED).limit(1))
_WORDS_OF = Prepared(select(Searched.words).where(Searched.id == bindparam("entry")))
#: PostgreSQL writes ' for ", & for AND and | for OR; a term has neither quotes nor spaces
_TRANSLATED = "cast(replace(replace(replace({}, '\"', ''''), ' AND ', ' & '), ' OR ', ' | ') as tsquery)"
_ASKED = _TRANSLATED.format(":asked")
#: all conditions in one question: twenty of them would take longer on their way than in the index
_FOUND = _said(
    "select each.key as place, search_index.rowid as id from json_each(:asked) as each, search_index "
    "where search_index match each.value",
    "select place - 1 as place, id from "  # noqa: S608  only constants are put in, here and below
    f"(select place, {_TRANSLATED.format('condition')} as asked "
    "from json_array_elements_text(cast(:asked as json)) with ordinality as each (condition, place) offset 0) "
    "as conditions, searched where lexemes @@ asked",
    *(_PLACE, _ID),
)
_STANDS = _said(
    "select rowid as id from search_index where search_index match :asked limit 1",
    f"select id from searched where lexemes @@ {_ASKED} limit 1",  # noqa: S608
    _ID,
)
#: the subselect keeps PostgreSQL from reading the index of a common term to its end
_NEWEST = _said(
    "select rowid as id from search_index where search_index match :asked and rowid > :after "
    "order by rowid desc limit :most",
    "select id from (select id, lexemes from searched where id > :after order by id desc offset 0) as newest "  # noqa: S608
    f"where lexemes @@ {_ASKED} order by id desc limit :most",
    _ID,
)
_NEWEST_ON_SHELF = _said(
    "select rowid as id from search_index where search_index match '\"' || :shelf || '\" AND (' || :asked || ')' "
    "and rowid > :after order by rowid desc limit :most",
    "select id from (select id, lexemes from searched where shelf = :shelf and id > :after order by id desc offset 0) "  # noqa: S608
    f"as newest where lexemes @@ {_ASKED} order by id desc limit :most",
    _ID,
)
_SOME = _said(
    "select id, words from searched where id in (select value from json_each(:ids))",
    "select id, words from searched "
    "where id = any (array(select cast(json_array_elements_text(cast(:ids as json)) as bigint)))",
    *(_ID, _WORDS),
)


def keep(tx: Tx, case: Case, entries: Iterable[Entry]) -> None:
    """Let the case be found by what it now says, where these entries may have changed that.

    A case that was taken out stays out, whatever becomes of it: its author asked for that.
    """
    moves = {entry.move for entry in entries}
    if moves & _CHANGES:
        _put(tx, case.id, shelf(case.department), words_of(case), is_new=Move.FILED in moves)


def enter(tx: Tx, case: Case) -> None:
    """Let the case be found by what it says now."""
    _put(tx, case.id, shelf(case.department), words_of(case))


def publish(tx: Tx, number: int, question: str) -> None:
    """Let a published answer be found by its question, from now on or again."""
    _put(tx, -number, PUBLISHED, " ".join([*terms(question), PUBLISHED, ANSWERED]))


def withdraw(tx: Tx, number: int) -> None:
    """A published answer is found no more."""
    tx.run(delete(Searched).where(col(Searched.id) == -number))


def forget(tx: Tx, number: int) -> None:
    """A case is found no more, and no term is kept that it alone had."""
    before = tx.first(_WORDS_OF, entry=number)
    if before is None:
        return
    tx.run(delete(Searched).where(col(Searched.id) == number))
    words = sorted(set(before.words.split()))
    few = [row.term for row in tx.rows(_COUNTED, terms=json.dumps(words)) if row.entries <= RARE]
    gone = [term for term in few if tx.first(_STANDS, asked=_asked([term])) is None]
    tx.run(_UNCOUNT, terms=json.dumps(gone))


def tidy(tx: Tx) -> None:
    """Write the index anew without what was deleted, which stands in its old parts until then; at night."""
    tx.run(_TIDY)


def _put(tx: Tx, number: int, on_shelf: str, words: str, *, is_new: bool = True) -> None:
    before = tx.first(_WORDS_OF, entry=number)
    if before.words == words if before else not is_new:
        return
    tx.put_or_change(Searched, id=number, shelf=on_shelf, words=words)
    if 0 < number <= COUNTED_ALL or number % COUNTED == 0:
        new = set(words.split()) - set(before.words.split() if before else ())
        tx.run(_COUNT, many=1 if 0 < number <= COUNTED_ALL else COUNTED, terms=json.dumps(sorted(new)))


def has_published(tx: Tx) -> bool:
    """True when there is any published answer to look for."""
    return tx.first(_PUBLISHED) is not None


def find(
    tx: Tx, query: Query, shelves: Sequence[str] = (), *, mark: str = "", most: int = 50, worth: float = WORTH
) -> list[int]:
    """The entries that hold most of the query, the best first, of equally good ones the newest.

    On one of these shelves (none named: all cases), bearing the mark where one is given; none that holds less than
    `worth` of what the best one holds. Published answers have their own shelf and come as numbers below zero.
    """
    if not query.weights:
        return []
    query = Query(dict(islice(query.weights.items(), ASKED)))
    counted = {row.term: row.entries for row in tx.rows(_COUNTED, terms=json.dumps(list(query.weights)))}
    rare = _rare(query, counted, RARE if set(shelves) != {PUBLISHED} else None)
    found = _through_index(tx, rare, query, shelves)
    scores = _scores(tx, query, found, mark)
    common = [term for term in query.weights if term not in rare]
    if len(scores) < ENOUGH and common:
        scores |= _scores(tx, query, _among_newest(tx, common, shelves, most), mark)
    least = worth * max(scores.values(), default=0.0)
    worthy = [each for each in scores if scores[each] >= least]
    return sorted(worthy, key=lambda each: (-scores[each], -each))[:most]


def _rare(query: Query, counted: Mapping[str, int], room: int | None) -> list[str]:
    """The terms to look up through the index, the rarest first, until they stand in so many entries together.

    What is published is little, so that there (room None) no term is too common.
    """
    unseen = [term for term in query.weights if term not in counted][:MOST_UNSEEN]
    taken = 0
    rare: list[str] = []
    for term in sorted(counted, key=lambda each: counted[each])[:MOST_TERMS]:
        taken += counted[term]
        if room is not None and taken > room:
            break
        rare.append(term)
    return [*unseen, *rare]


def _asked(one_of: Iterable[str], shelves: Iterable[str] = (), together: str = "OR") -> str:
    """A condition in the words of FTS5."""
    groups = [" OR ".join(f'"{each}"' for each in shelves), f" {together} ".join(f'"{each}"' for each in one_of)]
    return " AND ".join(f"({group})" for group in groups if group)


def _through_index(tx: Tx, rare: Sequence[str], query: Query, shelves: Sequence[str]) -> list[int]:
    """The entries that hold most of these terms."""
    scores: dict[int, float] = {}
    for row in tx.rows(_FOUND, asked=json.dumps([_asked([term], shelves) for term in rare])):
        scores[row.id] = scores.get(row.id, 0.0) + query.weights[rare[row.place]]
    if not shelves:
        scores = {number: score for number, score in scores.items() if number > 0}
    return sorted(scores, key=lambda each: (-scores[each], -each))[:CANDIDATES]


def _among_newest(tx: Tx, common: Sequence[str], shelves: Sequence[str], most: int) -> list[int]:
    """The newest entries that hold the best of these terms together; if they are few, those that hold any of them."""
    found: list[int] = []
    for asked in (_asked(common[:TOGETHER], together="AND"), _asked(common[:APART])):
        if len(found) < most:
            found += [number for each in shelves or ("",) for number in _newest(tx, asked, each, most)]
    return found


def _newest(tx: Tx, asked: str, on_shelf: str, most: int) -> list[int]:
    """Those of the newest entries of a shelf ("": of all cases) that fit, the newest first."""
    if on_shelf:
        there = select(Searched.id).where(Searched.shelf == on_shelf)
        reached = tx.first(there.order_by(col(Searched.id).desc()).offset(REACH).limit(1))
        after = reached.id if reached else LOWEST
        rows = tx.rows(_NEWEST_ON_SHELF, shelf=on_shelf, asked=asked, after=after, most=most)
    else:
        # by their place, not by their number: that of a case whose author hides is drawn at random
        reached = tx.first(select(Searched.id).order_by(col(Searched.id).desc()).offset(REACH).limit(1))
        rows = tx.rows(_NEWEST, asked=asked, after=max(0, reached.id if reached else 0), most=most)
    return [row.id for row in rows]


def _scores(tx: Tx, query: Query, candidates: Iterable[int], mark: str) -> dict[int, float]:
    """How much of the query each candidate holds that bears the mark; none that holds nothing."""
    rows = tx.rows(_SOME, ids=json.dumps(list(candidates)))
    words = {row.id: set(row.words.split()) for row in rows}
    return {
        number: score
        for number in words
        if (not mark or mark in words[number]) and (score := query.score(words[number]))
    }
