"""What the database says of the country, by the same kinds as `national_facts`."""

from collections import Counter
from decimal import Decimal

from duckdb import DuckDBPyConnection

from tests.reconciliation.comparison import Facts, folded
from tests.reconciliation.group_facts import number

SRC = "split_part(source, '/', 2)"
NATIONAL = "regexp_matches(source, '^national/[NR]')"
"""V01 and on are pages of single groups, which their own files name too: those are compared there."""

CODE = "[0-9]+[0-9.]*-[0-9A-Z]+-[0-9A-Z-]+"
SLUG = "split_part(strategy, '/', 1)"

QUESTIONS = {
    "source title": f"select title from sources where {NATIONAL}",
    "source publisher": f"select publisher from sources where {NATIONAL} and publisher is not null",
    "source url": f"select url from sources where {NATIONAL} and url is not null",
    "source published": f"select published from sources where {NATIONAL} and published is not null",
    "event date": f"select date from events where vvg is null and {NATIONAL}",
    "question": "select 'one' from questions where vvg is null",
    "order": f"select eu_period, number, date, {SRC} from orders where {NATIONAL}",
    "order subject": f"select subject from orders where {NATIONAL}",
    "figure": f"select value, {SRC} from national where {NATIONAL}",
    "status of a strategy": f"select strategy, status, {SRC} from strategy_statuses where {NATIONAL}",
    "place in the list": "select strategy, place_in_list from strategy_statuses where place_in_list > 0",
    "order on a strategy": "select strategy, order_number, date from strategy_statuses",
    "strategy of a round": "select strategy from strategy_statuses where round is not null",
    "own years of a strategy": f"select {SLUG}, first_year || '-' || last_year from strategies",
    "amount of a group": f"select {SLUG}, amount_eur from funding",
    "code of a group": f"""select {SLUG}, code from projects union all select {SLUG}, code from programmes
        union all select {SLUG}, number from calls union all select {SLUG}, activity_code from calls
        union all select {SLUG}, unnest(regexp_extract_all(note, {CODE!r})) from funding
        union all select {SLUG}, unnest(regexp_extract_all(note, {CODE!r})) from programmes
        union all select vvg, unnest(regexp_extract_all(what, {CODE!r})) from events""",
    "date of a group": f"""select {SLUG}, opened from calls union all select {SLUG}, closed from calls
        union all select {SLUG}, starts from projects union all select {SLUG}, date from approvals
        union all select vvg, date from events""",
}
"""Questions whose columns make one value."""

WORDS = [
    "select concat_ws(' ', number, subject, amended_by, note) from orders",
    "select concat_ws(' ', lt, note, method) from national",
    "select concat_ws(' ', code, title, note) from national_programmes",
    "select concat_ws(' ', what, note) from events where vvg is null",
    "select note from strategy_statuses where note is not null",
    "select text from questions where vvg is null",
    "select concat_ws(' ', name, city) from vvgs",
    "select title from strategies where title is not null",
    f"select concat_ws(' ', title, publisher, note) from sources where {NATIONAL}",
    "select phrase from target_groups",
]


def rows(database: DuckDBPyConnection) -> Facts:
    """How often each (kind, value) stands in the database."""
    found: Facts = Counter()
    for kind, question in QUESTIONS.items():
        for columns in database.execute(question).fetchall():
            found[kind, " | ".join(_text(column) for column in columns)] += 1
    return found


def _text(value: object) -> str:
    return number(value) if isinstance(value, int | Decimal) else str(value)


def words(database: DuckDBPyConnection) -> str:
    """All words on the country, and names and titles of the groups, as they are looked for."""
    return folded(" ".join(text for question in WORDS for (text,) in database.execute(question).fetchall()))
