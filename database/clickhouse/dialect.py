"""A question in DuckDB's SQL to the same question in ClickHouse's.

sqlglot translates; what it leaves as ClickHouse does not understand it, or means by it something else, is mended by
the few functions of MENDED, each for one construct.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

import sqlglot
from sqlglot import expressions as exp
from sqlglot.tokens import TokenType

CATALOGUE = ("duckdb_tables", "duckdb_views", "duckdb_columns")
"""Functions of DuckDB that say which tables there are; the fill stores what they say in tables of these names."""

KINDS: dict[type, str] = {
    bool: "Bool",
    int: "Int64",
    float: "Float64",
    Decimal: "Decimal(38, 9)",
    datetime: "DateTime64(6, 'UTC')",
    date: "Date32",
    str: "String",
    type(None): "Nullable(String)",
}


def kind(value: object) -> str:
    """The type as which a value is bound. Raises TypeError for one that no question binds.

    >>> kind("Kaunas"), kind(2016)
    ('String', 'Int64')
    """
    found = KINDS.get(type(value))
    if found is None:
        raise TypeError(f"no value of a question: {type(value).__name__}")
    return found


@lru_cache(maxsize=1024)
def translated(sql: str, kinds: tuple[str, ...] = ()) -> str:
    """The question as ClickHouse reads it, its values bound by the server itself as {p0: String}, {p1: …} …

    In: SQL of DuckDB with a question mark for each value; the types of the values. Raises ValueError where there
    are more or fewer values than question marks.

    >>> translated("select name from vvgs where vvg = ? order by name collate lt", ("String",))
    "SELECT name FROM vvgs WHERE vvg = {p0: String} ORDER BY name COLLATE 'lt'"
    """
    marked = [token for token in sqlglot.tokenize(sql, read="duckdb") if token.token_type == TokenType.PLACEHOLDER]
    if len(marked) != len(kinds):
        raise ValueError(f"{len(marked)} question marks, {len(kinds)} values")
    # Numbered as they stand in the text, for the tree has an order of its own.
    for number, token in reversed(list(enumerate(marked))):
        sql = f"{sql[: token.start]}$p{number}{sql[token.end + 1 :]}"
    question = sqlglot.parse_one(sql, read="duckdb")
    for mend in MENDED:
        question = question.transform(mend, copy=False)
    question = question.transform(lambda node: _bound(node, kinds), copy=False)
    return question.sql(dialect="clickhouse")


def _bound(node: exp.Expression, kinds: tuple[str, ...]) -> exp.Expression:
    """A numbered value as one of the server's own parameters: it is never a part of the text."""
    if isinstance(node, exp.Placeholder):
        node.set("kind", exp.var(kinds[int(node.name.removeprefix("p"))]))
    return node


def collation(node: exp.Expression) -> exp.Expression:
    """`order by x collate lt desc` -> `order by x desc collate 'lt'`."""
    if isinstance(node, exp.Ordered) and isinstance(node.this, exp.Collate):
        alphabet = exp.Literal.string(node.this.expression.name)
        node.set("this", node.this.this)
        return exp.Collate(this=node.copy(), expression=alphabet)
    return node


def joined_text(node: exp.Expression) -> exp.Expression:
    """`string_agg([distinct] x, s order by …)`, missing where every x is: ClickHouse joins in no order of its own.

    What is distinct is ordered by itself: [x, …]; else the values are sorted behind what orders them: [(…, x), …].
    Raises ValueError for another order, and for none.
    """
    if not isinstance(node, exp.GroupConcat):
        return node
    ordered = node.this
    if not isinstance(ordered, exp.Order) or any(one.args.get("desc") for one in ordered.expressions):
        raise ValueError("string_agg needs an order upwards")
    order = [one.this for one in ordered.expressions]
    value = ordered.this
    if isinstance(value, exp.Distinct):
        [value] = value.expressions
        if order != [value]:
            raise ValueError("string_agg of distinct values is ordered by the value itself")
        values = _call("arraySort", _call("groupUniqArray", value))
    else:
        is_known = exp.Not(this=exp.Is(this=value.copy(), expression=exp.Null()))
        rows = exp.Filter(
            this=_call("groupArray", exp.Tuple(expressions=[one.copy() for one in (*order, value)])),
            expression=exp.Where(this=is_known),
        )
        last = _call("tupleElement", exp.column("row"), exp.Literal.number(len(order) + 1))
        values = _call("arrayMap", exp.Lambda(this=last, expressions=[exp.to_identifier("row")]),
                       _call("arraySort", rows))  # fmt: skip
    joined = _call("arrayStringConcat", values, node.args["separator"])
    nothing = exp.EQ(this=exp.Count(this=value.copy()), expression=exp.Literal.number(0))
    return _call("if", nothing, exp.Null(), joined)


def quantile(node: exp.Expression) -> exp.Expression:
    """`percentile_cont(q) within group (order by x)` and `median(x)`: ClickHouse's own median is an estimate."""
    if isinstance(node, exp.WithinGroup) and isinstance(node.this, exp.PercentileCont):
        [order] = node.expression.expressions
        return _quantile(node.this.this.sql(dialect="clickhouse"), order.this)
    if isinstance(node, exp.Median):
        return _quantile("0.5", node.this)
    return node


BY_LETTERS: dict[type[exp.Expression], str] = {
    exp.Length: "lengthUTF8",
    exp.StrPosition: "positionUTF8",
    exp.Lower: "lowerUTF8",
    exp.Upper: "upperUTF8",
    exp.Left: "leftUTF8",
    exp.Right: "rightUTF8",
    exp.Substring: "substringUTF8",
}
"""Functions that ClickHouse counts in bytes, or knows for English letters alone."""


def letters(node: exp.Expression) -> exp.Expression:
    """`length(x)`, `strpos(x, y)`, `lower(x)`, `left(x, n)` … -> by letters."""
    name = BY_LETTERS.get(type(node))
    if name is None:
        return node
    given = [node.args.get(key) for key in ("this", "substr", "start", "expression", "length")]
    return _call(name, *(one for one in given if one is not None))


def own_name(node: exp.Expression) -> exp.Expression:
    """`select g.item from …` -> `g.item as item`: of three tables that have one, ClickHouse would call it `g.item`."""
    if isinstance(node, exp.Select):
        named = [
            exp.alias_(one.copy(), one.name) if isinstance(one, exp.Column) and one.table and not one.is_star else one
            for one in node.expressions
        ]
        node.set("expressions", named)
    return node


def catalogue(node: exp.Expression) -> exp.Expression:
    """`duckdb_tables()` and its like -> the table in which the fill stored what it said."""
    if isinstance(node, exp.Table) and node.this.name.lower() in CATALOGUE:
        node.set("this", exp.to_identifier(node.this.name.lower()))
    return node


def _quantile(share: str, value: exp.Expression) -> exp.Expression:
    as_double = _call("toFloat64", value)
    return exp.CombinedParameterizedAgg(
        this="quantileExactInclusive", expressions=[exp.Literal.number(share)], params=[as_double]
    )


def _call(name: str, *arguments: exp.Expression) -> exp.Expression:
    return exp.Anonymous(this=name, expressions=[one.copy() for one in arguments])


Mend = Callable[[exp.Expression], exp.Expression]
MENDED: tuple[Mend, ...] = (collation, joined_text, quantile, letters, own_name, catalogue)
