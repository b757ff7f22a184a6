"""`data/national.yaml` -> rows: the ministry's picture, selection rounds, totals, programmes."""

from collections.abc import Iterator
from pathlib import Path

from loaders import records
from loaders.fact_rows import FactRows, Row, quotations
from loaders.forms import validated
from loaders.problems import BuildRefused
from loaders.proofs import amount_is_proven, number_is_proven
from loaders.vocabularies import Vocabularies
from loaders.yaml_lines import read

OWNER = "national"


def read_national(data: Path, vocabularies: Vocabularies, known: set[str], strategies: set[str]) -> Iterator[Row]:
    """Rows of the national record.

    In: `known`, the key of every VVG that has a file; `strategies`, the keys of all strategies recorded there. A
    strategy that only the national record names becomes a row with detail name_only. Raises BuildRefused.
    """
    file = data / "national.yaml"
    name = f"{data.name}/national.yaml"
    if not file.exists():
        return
    tree, lines = read(file, name)
    record = validated(records.NationalRecord, tree, lines, name)
    rows = NationalRows(OWNER, lines, name, vocabularies, set(record.sources))
    yield from rows.all(record, known, strategies)
    if rows.problems:
        raise BuildRefused(rows.problems)


class NationalRows(FactRows):
    """The rows of the national record."""

    def all(self, record: records.NationalRecord, known: set[str], strategies: set[str]) -> Iterator[Row]:
        """Every row."""
        yield from self.sources(record.sources)
        for round_ in record.rounds:
            row = round_.model_dump(include={"round", "eu_period", "lt", "en"})
            yield "rounds", row | {"date": round_.date.text, "first_day": round_.date.first}
        rounds = {round_.round for round_ in record.rounds}
        yield from self.orders(record.orders)
        yield from self.strategies(record.strategies, known, strategies, rounds)
        yield from self.figures(record.figures, rounds)
        yield from self.programmes(record.programmes)
        yield from self.events(record.events, None, None, ("events",))
        for at, text in enumerate(record.questions):
            row = {"question": self.key(OWNER, "question"), "vvg": None, "text": text, "file": self.file}
            yield "questions", row | {"line": self.lines["questions", at]}

    def orders(self, orders: list[records.NationalOrder]) -> Iterator[Row]:
        """Legal acts."""
        for at, order in enumerate(orders):
            place, key = ("orders", at), self.key(OWNER, "order")
            row = order.model_dump(include={"eu_period", "number", "subject"})
            row |= {"order": key, "date": order.date.text, "first_day": order.date.first}
            common = self.common(order, place)
            del common["as_written"]
            yield "orders", row | {"amended_by": "; ".join(order.amended_by) or None} | common
            yield from self.beside(order, key, place)

    def strategies(
        self,
        strategies: list[records.NationalStrategy],
        known: set[str],
        recorded: set[str],
        rounds: set[str],
    ) -> Iterator[Row]:
        """What is said of single strategies; those without a record of their own become rows too."""
        named = set(recorded)
        for at, said in enumerate(strategies):
            place = ("strategies", at)
            if said.vvg not in known:
                self.problem((*place, "vvg"), f"no file data/vvg/{said.vvg}.yaml", "add the file, if only by name")
                continue
            strategy = f"{said.vvg}/{said.eu_period}"
            common = self.common(said, place)
            if strategy not in named:
                named.add(strategy)
                years = [int(year) for year in said.period.split("-")] if said.period else [None, None]
                row = {
                    "strategy": strategy,
                    "vvg": said.vvg,
                    "eu_period": said.eu_period,
                    "title": said.title,
                }
                row |= {"first_year": years[0], "last_year": years[1], "detail": "name_only"}
                yield "strategies", row | common
            key = self.key(OWNER, "strategy_status")
            row = {
                "strategy_status": key,
                "strategy": strategy,
                "status": self.word("statuses", said.status, (*place, "status")),
                "round": self.round(said.round, rounds, place),
                "order_number": said.order,
                "date": said.date and said.date.text,
                "place_in_list": said.rank,
            }
            yield "strategy_statuses", row | common
            yield from self.beside(said, key, place)

    def figures(self, figures: list[records.NationalFigure], rounds: set[str]) -> Iterator[Row]:
        """Figures of the whole country."""
        for at, figure in enumerate(figures):
            place, key = ("figures", at), self.key(OWNER, "figure")
            words = quotations(figure)
            is_proven = number_is_proven(figure.value, words) or amount_is_proven(figure.value, words)
            self.must_prove(figure, is_proven, figure.value, place)
            row = figure.model_dump(include={"topic", "eu_period", "lt", "en", "value", "unit", "bound", "method"})
            row |= {
                "national": key,
                "as_of": figure.as_of and figure.as_of.text,
                "is_approximate": figure.approximate,
                "state": figure.state and self.word("indicator_states", figure.state, (*place, "state")),
                "round": self.round(figure.round, rounds, place),
                "status": figure.status and self.word("statuses", figure.status, (*place, "status")),
            }
            yield "national", row | self.common(figure, place)
            yield from self.beside(figure, key, place)

    def programmes(self, programmes: list[records.NationalProgramme]) -> Iterator[Row]:
        """Programmes and their parts."""
        for at, programme in enumerate(programmes):
            place, key = ("programmes", at), self.key(OWNER, "programme")
            row = programme.model_dump(include={"eu_period", "level", "code", "title"})
            row |= {
                "national_programme": key,
                "theme": programme.theme and self.word("themes", programme.theme, (*place, "theme")),
                "fund": programme.fund and self.word("funds", programme.fund, (*place, "fund")),
                "opened": programme.opened and programme.opened.text,
                "closed": programme.closed and programme.closed.text,
            }
            common = self.common(programme, place)
            del common["as_written"]
            yield "national_programmes", row | common
            yield from self.beside(programme, key, place)

    def round(self, given: str | None, rounds: set[str], place: tuple[str | int, ...]) -> str | None:
        """A selection round of this record, or none."""
        if given is not None and given not in rounds:
            self.problem((*place, "round"), f"no round '{given}'", "add it under 'rounds:' or use one of them")
        return given
