"""One file of `data/vvg/` -> rows of the tables. What is not understood is a Problem; nothing is guessed."""

from collections.abc import Iterator
from pathlib import Path

from loaders import records
from loaders.fact_rows import FactRows, Row, quotations
from loaders.forms import validated
from loaders.problems import BuildRefused, Problem
from loaders.proofs import amount_is_proven, date_is_proven, number_is_proven
from loaders.vocabularies import Vocabularies
from loaders.yaml_lines import Lines, read
from loaders.yaml_lines import Path as Place

LEVELS = {"goals": "goal", "objectives": "objective", "measures": "measure", "actions": "action"}

SCOPES = {"action": "measure"}
"""Levels whose figures have the scope of another: measure and action are two words for the same step."""


def read_vvg_files(data: Path, vocabularies: Vocabularies) -> Iterator[Row]:
    """Rows of every file of `data/vvg/`, in the order of their names.

    Raises BuildRefused after all files were read, with the problems of all of them.
    """
    problems: list[Problem] = []
    files = sorted((data / "vvg").glob("*.yaml"))
    if not files:
        problems.append(Problem(f"{data.name}/vvg", 1, "no record at all", "copy data/vvg_template.yaml into it"))
    for file in sorted((data / "vvg").glob("[!.]*")):
        if file not in files:
            what = "its name does not end in .yaml, so it is not read"
            problems.append(Problem(f"{data.name}/vvg/{file.name}", 1, what, "rename it, or keep it elsewhere"))
    for file in files:
        rows, wrong = read_vvg_file(file, f"{data.name}/vvg/{file.name}", vocabularies)
        yield from rows
        problems += wrong
    if problems:
        raise BuildRefused(problems)


def read_vvg_file(file: Path, name: str, vocabularies: Vocabularies) -> tuple[list[Row], list[Problem]]:
    """The rows of one file, which messages call `name`, and what is wrong with it."""
    try:
        tree, lines = read(file, name)
        record = validated(records.VvgRecord, tree, lines, name)
    except BuildRefused as refused:
        return [], refused.problems
    rows = VvgRows(record, lines, name, vocabularies)
    return list(rows.all(file.stem)), rows.problems


class VvgRows(FactRows):
    """The rows of one record; `problems` holds what was wrong with it."""

    def __init__(self, record: records.VvgRecord, lines: Lines, file: str, vocabularies: Vocabularies):
        super().__init__(record.vvg, lines, file, vocabularies, set(record.sources))
        self.record = record

    def all(self, stem: str) -> Iterator[Row]:
        """Every row of the file whose name without ending is `stem`."""
        record = self.record
        if record.vvg != stem:
            self.problem(("vvg",), f"vvg is '{record.vvg}' in a file named {stem}.yaml", "make them the same")
        yield (
            "vvgs",
            {
                "vvg": record.vvg,
                "name": record.name,
                "city": record.city,
                "part": record.part,
                "place": record.place or record.city,
                "municipality": record.municipality,
                "website": record.website,
                "file": self.file,
                "line": self.lines["vvg",],
            },
        )
        yield from self.sources(record.sources)
        yield from self.events(record.events, record.vvg, None, ("events",))
        for at, text in enumerate(record.questions):
            row = {"question": self.key(record.vvg, "question"), "vvg": record.vvg, "text": text}
            yield "questions", row | {"file": self.file, "line": self.lines["questions", at]}
        seen: set[str] = set()
        for at, strategy in enumerate(record.strategies):
            if strategy.eu_period in seen:
                what = f"a second strategy of {strategy.eu_period}"
                self.problem(("strategies", at), what, "a VVG has one a period: join the two")
                continue
            seen.add(strategy.eu_period)
            yield from StrategyRows(self, strategy, ("strategies", at)).all()


class StrategyRows:
    """The rows of one strategy."""

    def __init__(self, file: VvgRows, strategy: records.Strategy, place: Place):
        self.file, self.strategy, self.place = file, strategy, place
        self.key = f"{file.record.vvg}/{strategy.eu_period}"
        self._items = 0

    def all(self) -> Iterator[Row]:
        """Every row of the strategy."""
        file, strategy, place = self.file, self.strategy, self.place
        if (strategy.title or strategy.period) and not strategy.src:
            what = f"the title or the years of the strategy of {strategy.eu_period} have no source"
            at = (*place, "title" if strategy.title else "period")
            file.problem(at, what, "add 'src:', the source in which they stand")
        first, last = (int(year) for year in strategy.period.split("-")) if strategy.period else (None, None)
        yield (
            "strategies",
            {
                "strategy": self.key,
                "vvg": file.record.vvg,
                "eu_period": strategy.eu_period,
                "first_year": first,
                "last_year": last,
                "title": strategy.title,
                "as_written": strategy.as_written,
                "note": strategy.note,
                "detail": "recorded",
                "source": file.source(strategy.src, (*place, "src")) if strategy.src else None,
                "line": file.lines[place],
            },
        )
        yield from file.answers(strategy.answers, self.key, place)
        for field, reason in strategy.missing.items():
            at = (*place, "missing", field)
            row = {"strategy": self.key, "field": file.word("fields", field, at)}
            row["reason"] = file.word("missing_reasons", reason, at)
            yield "missing_fields", row | {"line": file.lines[at]}
        yield from self.simple_facts()
        for key in ("goals", "measures", "actions"):
            for number, item in enumerate(getattr(strategy, key)):
                yield from self.item(item, LEVELS[key], None, [], 0, (*place, key, number))
        yield from self.projects()
        yield from self.calls()
        yield from self.amounts(strategy.funding, place, None)
        yield from self.indicators(strategy.indicators, place, None)
        yield from self.groups(strategy.target_groups, place)
        yield from file.events(strategy.events, file.record.vvg, self.key, (*place, "events"))

    def fact(self, table: str, name: str, fact: records.Fact, place: Place, **columns: object) -> Iterator[Row]:
        """A row of a fact with its key, its common columns and what stands beside it."""
        key = self.file.key(self.key, name)
        yield table, {name: key, "strategy": self.key} | columns | self.file.common(fact, place)
        yield from self.file.beside(fact, key, place)

    def simple_facts(self) -> Iterator[Row]:
        """Programmes, approvals, editions, documents, territories."""
        file, strategy = self.file, self.strategy
        for number, programme in enumerate(strategy.programmes):
            at = (*self.place, "programmes", number)
            yield from self.fact("programmes", "programme", programme, at, code=programme.code, title=programme.title)
        for number, approval in enumerate(strategy.approvals):
            at, date = (*self.place, "approvals", number), approval.date
            if date:
                file.must_prove(approval, date_is_proven(date, quotations(approval)), date.text, at)
            columns = {"authority": approval.authority, "order_number": approval.order}
            days = {"date": date and date.text, "first_day": date and date.first}
            yield from self.fact("approvals", "approval", approval, at, **columns, **days)
        for number, edition in enumerate(strategy.editions):
            at = (*self.place, "editions", number)
            proven = number_is_proven(edition.year, quotations(edition))
            proven = proven or bool(edition.date and date_is_proven(edition.date, quotations(edition)))
            file.must_prove(edition, proven, edition.year, at)
            date = edition.date and edition.date.text
            text = file.source(edition.text, (*at, "text")) if edition.text else None
            yield from self.fact("editions", "edition", edition, at, year=edition.year, date=date, text=text)
        for number, document in enumerate(strategy.documents):
            at = (*self.place, "documents", number)
            yield from self.fact("documents", "document", document, at, title=document.title, year=document.year)
        for number, territory in enumerate(strategy.territories):
            at = (*self.place, "territories", number)
            for figure in (territory.residents, territory.area_ha):
                if figure is not None:
                    file.must_prove(territory, number_is_proven(figure, quotations(territory)), figure, at)
            columns = territory.model_dump(include={"description", "residents", "area_ha", "linked_area_ha"})
            kind = territory.kind and file.word("territory_kinds", territory.kind, (*at, "kind"))
            as_of = territory.as_of and territory.as_of.text
            yield from self.fact("territories", "territory", territory, at, **columns, kind=kind, as_of=as_of)

    def item(
        self, item: records.Item, level: str, parent: str | None, above: list[str], depth: int, at: Place
    ) -> Iterator[Row]:
        """A goal, objective, measure or action, and all that stands inside it; `above`, its parent's themes."""
        file = self.file
        key = file.key(self.key, level)
        self._items += 1
        row = {
            "item": key,
            "strategy": self.key,
            "parent": parent,
            "level": level,
            "position": self._items,
            "depth": depth,
            "code": item.code,
            "title": item.title,
            "same_as": item.same_as,
        }
        yield "strategy_items", row | file.common(item, at)
        yield from file.beside(item, key, at)
        themes = self.themes(item, at) or above or self.themes_within(item, at)
        for position, theme in enumerate(themes):
            yield "item_themes", {"item": key, "theme": theme, "is_main": position == 0}
        yield from self.amounts(item.funding, at, SCOPES.get(level, level), item=key)
        yield from self.indicators(item.indicators, at, SCOPES.get(level, level), item=key)
        yield from self.groups(item.target_groups, at, item.src, item=key)
        for inner in ("objectives", "measures", "actions"):
            for number, part in enumerate(getattr(item, inner)):
                yield from self.item(part, LEVELS[inner], key, themes, depth + 1, (*at, inner, number))

    def themes(self, item: records.Item, at: Place) -> list[str]:
        """The themes of an item, the main one first: the record's own word, else what its title says."""
        said = self.file.vocabularies.codes("themes", item.title) if item.title else []
        if item.theme is None:
            return said
        main = self.file.word("themes", item.theme, (*at, "theme"))
        return [main, *(theme for theme in said if theme != main)]

    def themes_within(self, item: records.Item, at: Place) -> list[str]:
        """For an item of which only the number is known: the themes of what stands inside it."""
        if item.title:
            return []
        for inner in ("objectives", "measures", "actions"):
            for number, part in enumerate(getattr(item, inner)):
                place = (*at, inner, number)
                if found := self.themes(part, place) or self.themes_within(part, place):
                    return found
        return []

    def projects(self) -> Iterator[Row]:
        """Projects with their money, indicators and groups."""
        file = self.file
        for number, project in enumerate(self.strategy.projects):
            at = (*self.place, "projects", number)
            key = file.key(self.key, "project")
            status = "not_stated"
            if project.status:
                found = file.vocabularies.codes("project_statuses", project.status)
                status = found[0] if found else file.word("project_statuses", project.status, (*at, "status"))
            start, end = project.start, project.end
            row = {
                "project": key,
                "strategy": self.key,
                "partners": "; ".join(project.partners) or None,
                "status": status,
                "status_as_written": project.status,
                "starts": start and start.text,
                "ends": end and end.text,
                "first_day": start and start.first,
                "last_day": end and end.last,
                "item_code": project.measure,
            }
            same = {"title", "code", "applicant", "duration_months", "proposal", "score", "same_as"}
            yield "projects", row | project.model_dump(include=same) | file.common(project, at)
            yield from file.beside(project, key, at)
            yield from self.amounts(project.funding, at, "project", project=key)
            yield from self.indicators(project.indicators, at, "project", project=key)
            yield from self.groups(project.target_groups, at, project.src, project=key)

    def calls(self) -> Iterator[Row]:
        """Calls with their money and indicators."""
        file = self.file
        for number, call in enumerate(self.strategy.calls):
            at = (*self.place, "calls", number)
            key = file.key(self.key, "call")
            dates = {name: getattr(call, name) for name in ("opened", "closed", "planned_for", "list_approved")}
            known = [date for date in dates.values() if date]
            row = {
                "call": key,
                "strategy": self.key,
                "item_code": call.measure,
                "first_day": min((date.first for date in known), default=None),
                "last_day": max((date.last for date in known), default=None),
            }
            row |= {name: date and date.text for name, date in dates.items()}
            same = {"number", "title", "activity_code", "region", "selection", "status", "support_percent"}
            yield "calls", row | call.model_dump(include=same) | file.common(call, at)
            yield from file.beside(call, key, at)
            yield from self.amounts(call.funding, at, "call", call=key)
            yield from self.indicators(call.indicators, at, "call", call=key)

    def scope(self, given: str | None, implied: str | None, at: Place) -> str:
        """What a figure is for: said by the place in which it stands, or by the figure itself on a strategy."""
        if implied is None:
            return self.file.word("scopes", given or "strategy", (*at, "scope"))
        if given is not None and given != implied:
            self.file.problem((*at, "scope"), f"scope '{given}' inside a {implied}", "remove 'scope:'")
        return implied

    def amounts(self, funding: list[records.Amount], at: Place, implied: str | None, **owner: str) -> Iterator[Row]:
        """Sums of money and the funds they come from."""
        file = self.file
        for number, amount in enumerate(funding):
            place = (*at, "funding", number)
            key = file.key(self.key, "funding")
            file.must_prove(amount, amount_is_proven(amount.amount_eur, quotations(amount)), amount.amount_eur, place)
            row = {
                "funding": key,
                "strategy": self.key,
                "scope": self.scope(amount.scope, implied, place),
                "stage": file.word("stages", amount.stage, (*place, "stage")),
                "role": file.word("roles", amount.role, (*place, "role")),
                "amount_eur": amount.amount_eur,
                "is_approximate": amount.approximate,
                "bound": amount.bound,
                "as_of": amount.as_of and amount.as_of.text,
            }
            yield "funding", row | owner | file.common(amount, place)
            yield from file.beside(amount, key, place)
            for fund in dict.fromkeys(file.word("funds", fund, (*place, "funds")) for fund in amount.funds):
                yield "funding_funds", {"funding": key, "fund": fund}

    def indicators(
        self, indicators: list[records.Indicator], at: Place, implied: str | None, **owner: str
    ) -> Iterator[Row]:
        """Planned and achieved values."""
        file = self.file
        for number, indicator in enumerate(indicators):
            place = (*at, "indicators", number)
            key = file.key(self.key, "indicator")
            proven = number_is_proven(indicator.value, quotations(indicator))
            file.must_prove(indicator, proven, indicator.value, place)
            row = {
                "indicator": key,
                "strategy": self.key,
                "scope": self.scope(indicator.scope, implied, place),
                "concept": self.concept(indicator, place),
                "kind": file.word("indicator_kinds", indicator.kind, (*place, "kind")),
                "state": file.word("indicator_states", indicator.state, (*place, "state")),
                "is_approximate": indicator.approximate,
            }
            row |= indicator.model_dump(include={"name", "value", "unit", "bound", "year"})
            yield "indicators", row | owner | file.common(indicator, place)
            yield from file.beside(indicator, key, place)

    def concept(self, indicator: records.Indicator, place: Place) -> str:
        """What an indicator counts: the record's own word, else the only concept that its name means."""
        if indicator.concept is not None:
            return self.file.word("concepts", indicator.concept, (*place, "concept"))
        found = self.file.vocabularies.codes("concepts", indicator.name)
        if found:
            return found[0]
        self.file.problem(
            place,
            f"no concept has a wording that stands in '{indicator.name}'",
            "add 'concept:' with a code of data/vocabularies/concepts.yaml",
        )
        return "other"

    def groups(
        self, groups: list[records.TargetGroup | str], at: Place, src: str | None = None, **owner: str
    ) -> Iterator[Row]:
        """Target-group phrases and the groups of the vocabulary that they mean."""
        file = self.file
        for number, group in enumerate(groups):
            place = (*at, "target_groups", number)
            fact = group if isinstance(group, records.TargetGroup) else records.TargetGroup(name=group, src=src)
            key = file.key(self.key, "target_group")
            common = file.common(fact, place)
            del common["as_written"]
            yield (
                "target_groups",
                {"target_group": key, "strategy": self.key, "phrase": fact.name} | owner | common,
            )
            yield from file.beside(fact, key, place)
            for term in file.vocabularies.codes("target_groups", fact.name):
                yield "target_group_terms", {"target_group": key, "term": term}
