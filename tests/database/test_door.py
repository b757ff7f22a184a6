"""The one door hands an answer over as DuckDB itself would: the same rows in the same types."""

from decimal import Decimal

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from benchmarks.peers.profile import Listening
from database.door import answer
from tests.database.test_engines import IN_NO_ORDER, asked


@pytest.mark.parametrize("data", ["database", "real_database"])
def test_every_answer_has_the_rows_and_types_of_duckdb(request, data):
    opened = request.getfixturevalue(data)
    heard, count = Listening(opened), 0
    for name, question, *given in asked(opened):
        heard.asked.clear()
        question(heard, *given)
        for sql, parameters in heard.asked:
            found, expected = answer(opened, sql, parameters), opened.cursor().execute(sql, parameters).df()
            count += 1
            if name in IN_NO_ORDER:
                found, expected = found.sort_values(list(found)), expected.sort_values(list(found))
                assert list(found.dtypes) == list(expected.dtypes)
            else:
                assert_frame_equal(found, expected, check_exact=True)
    assert count > 200


@pytest.mark.parametrize(
    "column",
    [
        "1::tinyint", "1::smallint", "1", "1::bigint", "sum(1)", "1::ubigint", "1.5::decimal(14, 2)", "1.5::double",
        "1.5::float", "true", "'žodis'", "date '2016-07-20'", "timestamp '2016-07-20 12:00:00'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("rows", ["", "where false", "union all select null", "limit 0"])
def test_a_column_of_any_type_with_and_without_gaps(database, column, rows):
    sql = f"select {column} as x from range(1) {rows}" if "sum" not in column else f"select {column} as x {rows}"
    assert_frame_equal(answer(database, sql), database.cursor().execute(sql).df(), check_exact=True)


def test_a_column_of_gaps_alone_is_empty_and_not_zero(database):
    rows = answer(database, "select null::varchar as text, null::integer as number, null::decimal(4, 2) as sum")
    assert isinstance(rows, pd.DataFrame)
    assert rows.isna().all().all()


@pytest.mark.parametrize(("scale", "first"), [(1, -500), (2, 105_560_000), (4, 0), (4, 9_990_000)])
def test_a_decimal_is_the_floating_number_that_is_written_like_it(database, scale, first):
    rows = answer(
        database, f"select (i / 1e{scale})::decimal(18, {scale}) as figure from range({first}, {first} + 30000) r(i)"
    )
    assert list(rows["figure"]) == [float(Decimal(first + n).scaleb(-scale)) for n in range(30_000)]
