"""What the database says of the groups, by the same kinds as `group_facts`."""

from collections import Counter, defaultdict
from decimal import Decimal

from duckdb import DuckDBPyConnection

from tests.reconciliation.comparison import folded
from tests.reconciliation.group_facts import number

SRC = "split_part(source, '/', 2)"
OF_STRATEGY = "join strategies as owner using (strategy)"


def column(table: str, column: str, where: str = "true") -> str:
    """Question for the values of a column of a strategy's table, by group."""
    value = f"split_part({table}.source, '/', 2)" if column == "source" else f'{table}."{column}"'
    return f"select owner.vvg, {value} from {table} {OF_STRATEGY} where {value} is not null and {where}"


def columns(kind: str, table: str, names: dict[str, str], where: str = "true") -> dict[str, str]:
    """Questions for several columns of a table: our key -> column."""
    return {f"{kind} {key}": column(table, name, where) for key, name in names.items()}


def same(*names: str) -> dict[str, str]:
    """Columns that have the name of the key."""
    return {name: name for name in names} | {"src": "source"}


LEVELS = {
    "goal": "level = 'goal'",
    "objective": "level = 'objective'",
    "measure": "level in ('measure', 'action')",
}

RECORDED = "detail = 'recorded'"
OWN_YEARS = f"select vvg, first_year || '-' || last_year from strategies where {RECORDED} and first_year > 0"

QUESTIONS = {
    "group name": "select vvg, name from vvgs",
    "group city": "select vvg, city from vvgs",
    "group municipality": "select vvg, municipality from vvgs",
    "group county": "select vvg, county from vvgs join municipalities using (municipality)",
    "group website": "select vvg, website from vvgs where website is not null",
    "strategy eu_period": f"select vvg, eu_period from strategies where {RECORDED}",
    "strategy title": f"select vvg, title from strategies where {RECORDED} and title is not null",
    "own years": OWN_YEARS,
    "source of own years": f"select vvg, {SRC} from strategies where {RECORDED} and source is not null",
    "question": "select vvg, 'one' from questions where vvg is not null",
    "event text": "select vvg, 'one' from events where vvg is not null",
    "event date": "select vvg, date from events where vvg is not null",
    "event src": f"select vvg, {SRC} from events where vvg is not null",
    "inferred event": f"select vvg, date || ' | ' || {SRC} from events where vvg is not null and is_inferred",
    "territory residents": column("territories", "residents"),
    "territory area": column("territories", "area_ha"),
    "territory linked area": column("territories", "linked_area_ha"),
    "project status": column("projects", "status_as_written"),
    "target group of project": column("target_groups", "phrase", "project is not null"),
    "target group of measure": column("target_groups", "phrase", "item is not null"),
    "target group of strategy": column("target_groups", "phrase", "item is null and project is null"),
    "target group src": column("target_groups", "source", "item is null and project is null"),
    "call opened or planned": column("calls", "opened") + " union all " + column("calls", "planned_for"),
    "call support percent": column("calls", "support_percent"),
    "project partners": f"""select vvg, unnest(string_split(partners, '; ')) from projects {OF_STRATEGY}
        where partners is not null""",
    **columns("approval", "approvals", {"order": "order_number"} | same("authority", "date")),
    **columns("programme", "programmes", same("code")),
    **columns("edition", "editions", same("year", "date")),
    **columns("territory", "territories", same("description", "as_of")),
    **columns("goal", "strategy_items", same("title", "code", "same_as"), LEVELS["goal"]),
    **columns("objective", "strategy_items", same("title", "code"), LEVELS["objective"]),
    **columns("measure", "strategy_items", same("title", "code"), LEVELS["measure"]),
    **columns("project", "projects", {"start": "starts", "end": "ends", "measure": "item_code"}),
    **columns(
        "project",
        "projects",
        same("title", "code", "applicant", "proposal", "score", "same_as", "duration_months"),
    ),
    **columns("call", "calls", {"measure": "item_code"}),
    **columns(
        "call",
        "calls",
        same("number", "title", "closed", "list_approved", "activity_code", "region", "selection", "status"),
    ),
}

FIGURES = {
    "amount": f"""select vvg, amount_eur, scope, split_part(funding.source, '/', 2)
        from funding {OF_STRATEGY}""",
    "indicator": f"""select vvg, name, unit, kind, state, value, split_part(indicators.source, '/', 2)
        from indicators {OF_STRATEGY}""",
    "indicator scope": f"select vvg, name, scope from indicators {OF_STRATEGY}",
    "indicator year": f"select vvg, name, year from indicators {OF_STRATEGY} where year is not null",
    "bound of indicator": f"""select vvg, value, bound, split_part(indicators.source, '/', 2)
        from indicators {OF_STRATEGY} where bound <> 'exact'""",
    "stage of amount": f"""select vvg, amount_eur, stage
        from funding {OF_STRATEGY} where stage <> 'not_stated'""",
    "fund of amount": f"""select vvg, amount_eur, fund from funding {OF_STRATEGY}
        join funding_funds using (funding) where fund <> 'not_stated'""",
    "rounded amount": f"select vvg, amount_eur from funding {OF_STRATEGY} where is_approximate",
    "bound of amount": f"select vvg, amount_eur, bound from funding {OF_STRATEGY} where bound <> 'exact'",
}
"""Questions whose columns after the group make one value."""

NOTED = {
    "approval": ("approvals", "true"),
    "call": ("calls", "true"),
    "edition": ("editions", "true"),
    "amount": ("funding", "true"),
    "indicator": ("indicators", "true"),
    "project": ("projects", "true"),
    "target group": ("target_groups", "true"),
    "territory": ("territories", "true"),
} | {level: ("strategy_items", where) for level, where in LEVELS.items()}

QUOTED = ["programmes", "approvals", "editions", "documents", "territories", "strategy_items", "projects"]
QUOTED += ["calls", "funding", "indicators"]


def rows(database: DuckDBPyConnection) -> dict[str, Counter[tuple[str, str]]]:
    """How often each (kind, value) stands in the database, by group."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for kind, question in (QUESTIONS | FIGURES | _notes()).items():
        for group, *values in database.execute(question).fetchall():
            found[group][kind, " | ".join(_text(value) for value in values)] += 1
    for group, words in database.execute(_quotations()).fetchall():
        found[group]["quotation", words] += 1
    for group, source in database.execute(
        f"select split_part(fact, '/', 1), {SRC} from proofs where fact not like 'national/%'"
    ).fetchall():
        found[group]["further source", source] += 1
    for group, *source in database.execute(
        "select split_part(source, '/', 1), title, publisher, url, published from sources order by source"
    ).fetchall():
        for key, value in zip(("title", "publisher", "url", "published"), source, strict=True):
            if value is not None:
                found[group][f"source {key}", value] += 1
    return found


def _text(value: object) -> str:
    return number(value) if isinstance(value, int | Decimal) else str(value)


def _notes() -> dict[str, str]:
    return {
        f"note of {kind}": column(table, "source", f"{table}.note is not null and {where}")
        for kind, (table, where) in NOTED.items()
    }


def _quotations() -> str:
    asked = [column(table, "as_written") for table in QUOTED]
    asked += ["select vvg, as_written from strategies where as_written is not null and detail = 'recorded'"]
    asked += ["select vvg, as_written from events where as_written is not null and vvg is not null"]
    asked += [
        """select split_part(fact, '/', 1), as_written from proofs
        where as_written is not null and fact not like 'national/%'"""
    ]
    return " union all ".join(asked)


WORDS = {
    "programmes": "concat_ws(' ', code, programmes.title, programmes.note)",
    "projects": "concat_ws(' ', code, projects.title, projects.note)",
}


def words(database: DuckDBPyConnection, group: str) -> str:
    """What the database says of the programmes and projects of a group, as it is looked for."""
    asked = [f"select {said} from {table} {OF_STRATEGY} where vvg = '{group}'" for table, said in WORDS.items()]
    return folded(" ".join(text for (text,) in database.execute(" union all ".join(asked)).fetchall()))
