"""Rows of one invented strategy, as the loader makes them of a record: about 60 facts, long names, a few gaps."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from benchmarks import names
from loaders.fact_rows import Row
from loaders.vocabularies import Vocabularies

PERIODS = ("2014-2020", "2021-2027")
OWN_YEARS = {"2014-2020": (2016, 2022), "2021-2027": (2023, 2029)}
FUNDS = {"2014-2020": "esf", "2021-2027": "esf_plus"}
SOURCES = ("order", "strategy", "vvg_page", "press")
CONCEPTS = ("participants", "local_projects", "volunteers", "jobs_created")
THEMES = ("social_exclusion", "employment", "entrepreneurship", "social_enterprise", "cooperation", "volunteering")
UNMAPPED = "išgalvoti žvaigždžių skaičiuotojai"
"""A phrase that no wording of the vocabulary covers: such phrases are shown and counted too."""

MEASURES = 4
PROJECTS = 2
GROUPS = 4


def phrases_of(vocabularies: Vocabularies) -> dict[str, tuple[str, ...]]:
    """A phrase for every target group, and one for none, with the codes that it means."""
    terms = vocabularies.schemes["target_groups"]
    phrases = {term.lt.lower(): tuple(vocabularies.codes("target_groups", term.lt)) for term in terms.values()}
    return phrases | {UNMAPPED: tuple(vocabularies.codes("target_groups", UNMAPPED))}


class Maker:
    """Makes rows; `random` decides what is known and how large it is, so the same seed makes the same world."""

    def __init__(self, random: Random, vocabularies: Vocabularies, places: Sequence[str], homes: dict[str, str]):
        self.random, self.places, self.homes = random, places, homes
        self.ranks = {code: term.rank or 99 for code, term in vocabularies.schemes["source_kinds"].items()}
        self.phrases = phrases_of(vocabularies)
        self.line = 0

    def strategy(self, number: int, eu_period: str) -> Iterator[Row]:
        """Every row of one strategy; with the first period of a town come the rows of its VVG."""
        vvg, key = f"isgalvota-{number:05}", f"isgalvota-{number:05}/{eu_period}"
        if eu_period == PERIODS[0]:
            yield from self._vvg(vvg, number)
        first, last = OWN_YEARS[eu_period]
        title = f"{names.town(number)}: išgalvota vietos plėtros strategija {first}–{last} m."
        about = {"strategy": key, "vvg": vvg, "eu_period": eu_period, "title": title}
        if self.random.random() < 0.05:
            yield "strategies", about | {"detail": "name_only", "source": f"{vvg}/S1", "line": self._line()}
            return
        known = {"first_year": first, "last_year": last, "detail": "recorded"}
        yield "strategies", about | known | {"source": f"{vvg}/S2", "line": self._line()}
        yield from self._framework(key, vvg, number, eu_period)
        residents = self.random.randint(900, 90_000)
        place = {"description": f"{names.town(number)} (išgalvota)", "kind": "territory", "residents": residents}
        yield "territories", {"territory": f"{key}/territory-1"} | place | {"as_of": str(first)} | self._fact(key)
        euros = 0
        if self.random.random() < 0.85:
            euros = residents * self.random.randint(15, 240)
            yield from self._money(key, euros, FUNDS[eu_period])
        yield from self._indicators(key, "strategy", CONCEPTS, residents // 20 + 10)
        yield from self._groups(key)
        yield from self._items(key, euros)
        yield from self._projects(key, eu_period)

    def _vvg(self, vvg: str, number: int) -> Iterator[Row]:
        place, file = self.places[number % len(self.places)], f"data/vvg/{vvg}.yaml"
        row = {"vvg": vvg, "name": names.group(number), "city": names.town(number), "place": place}
        yield "vvgs", row | {"municipality": self.homes[place], "file": file, "line": 1}
        for at, kind in enumerate(SOURCES, start=1):
            title = f"Išgalvotas šaltinis Nr. {at}: {names.town(number)}"
            row = {"source": f"{vvg}/S{at}", "title": title, "publisher": "Išgalvotas leidėjas", "kind": kind}
            row |= {"rank": self.ranks[kind], "url": f"https://{vvg}.example/{at}", "published": "2024-02-01"}
            yield "sources", row | {"file": file, "line": at + 1}
        question = f"Ar {names.town(number)} tikrai išgalvota?"
        row = {"question": f"{vvg}/question-1", "vvg": vvg, "text": question}
        yield "questions", row | {"file": file, "line": 9}

    def _framework(self, key: str, vvg: str, number: int, eu_period: str) -> Iterator[Row]:
        day = date(OWN_YEARS[eu_period][0], 1 + number % 12, 1 + number % 28)
        written = {"date": day.isoformat(), "first_day": day}
        approval = {
            "approval": f"{key}/approval-1",
            "authority": "Išgalvota ministerija",
            "order_number": f"IŠ-{number}",
        }
        yield "approvals", approval | written | self._fact(key, 1)
        event = {"event": f"{key}/event-1", "vvg": vvg, "what": "Išgalvotas kvietimas paskelbtas", "is_inferred": False}
        yield "events", event | written | {"last_day": day} | self._fact(key)
        call = {"call": f"{key}/call-1", "number": f"IŠ-{number:05}", "title": "Išgalvotas kvietimas"}
        yield "calls", call | {"opened": day.isoformat(), "first_day": day, "last_day": day} | self._fact(key)
        status = {"strategy_status": f"{key}/status-1", "status": "funded" if number % 5 else "reserve"}
        yield "strategy_statuses", status | self._fact(key, 1)

    def _money(self, key: str, euros: int, fund: str) -> Iterator[Row]:
        part = euros * 85 // 100
        yield from self._sum(key, 1, euros, 1, [fund, "state_budget"], stage="allocated")
        yield from self._sum(key, 2, part, 1, [fund], stage="allocated", role="part")
        yield from self._sum(key, 3, euros - part, 1, ["state_budget"], stage="allocated", role="part")
        yield from self._sum(key, 4, euros // 8, 2, ["not_stated"], scope="administration", stage="allocated")
        if self.random.random() < 0.3:
            yield from self._sum(key, 5, euros + 1000, 4, ["not_stated"], stage="allocated")
        if self.random.random() < 0.5:
            paid = euros * self.random.randint(40, 95) // 100
            yield from self._sum(key, 6, paid, 3, ["not_stated"], scope="project", stage="paid")

    def _sum(self, key: str, number: int, euros: int, source: int, funds: list[str], **columns: str) -> Iterator[Row]:
        row = {"funding": f"{key}/funding-{number}", "scope": "strategy", "role": "whole", "amount_eur": euros}
        row |= {"is_approximate": self.random.random() < 0.05, "bound": "exact", "as_written": f"{euros} Eur"}
        yield "funding", row | columns | self._fact(key, source)
        for fund in funds:
            yield "funding_funds", {"funding": row["funding"], "fund": fund}

    def _indicators(
        self, key: str, scope: str, concepts: Sequence[str], most: int, subject: str = "", **owner: str
    ) -> Iterator[Row]:
        for concept in concepts:
            planned = self.random.randint(5, most)
            values = {"planned": planned, "achieved": planned * self.random.randint(40, 190) // 100}
            for state, value in values.items():
                if self.random.random() < 0.25:
                    continue
                row = {"indicator": f"{subject or key}/indicator-{concept}-{state}", "scope": scope, "concept": concept}
                row |= {"name": f"Išgalvotas rodiklis: {concept}", "kind": "output", "state": state, "value": value}
                row |= {"unit": "vnt.", "bound": "exact" if value % 7 else "at_least", "is_approximate": False}
                yield "indicators", row | owner | {"as_written": f"{value} vnt."} | self._fact(key, 2)

    def _groups(self, key: str, subject: str = "", count: int = GROUPS, **owner: str) -> Iterator[Row]:
        for number, phrase in enumerate(self.random.sample(list(self.phrases), count), start=1):
            group = f"{subject or key}/target_group-{number}"
            yield "target_groups", {"target_group": group, "phrase": phrase} | owner | self._fact(key, 2)
            for term in self.phrases[phrase]:
                yield "target_group_terms", {"target_group": group, "term": term}

    def _items(self, key: str, euros: int) -> Iterator[Row]:
        position = 0
        for goal in (1, 2):
            position += 1
            parent = f"{key}/goal-{goal}"
            yield from self._item(key, parent, None, "goal", position, str(goal))
            for measure in range(1, MEASURES // 2 + 1):
                position += 1
                item = f"{key}/measure-{goal}-{measure}"
                yield from self._item(key, item, parent, "measure", position, f"{goal}.{measure}")
                yield from self._groups(key, item, 1, item=item)
                if euros:
                    share = euros // 8 + position
                    row = {"scope": "measure", "stage": "allocated", "item": item}
                    yield from self._sum(key, 10 + position, share, 2, ["not_stated"], **row)

    def _item(self, key: str, item: str, parent: str | None, level: str, position: int, code: str) -> Iterator[Row]:
        row = {"item": item, "parent": parent, "level": level, "position": position, "depth": 1 if parent else 0}
        yield "strategy_items", row | {"code": code, "title": names.deed(self.random, position)} | self._fact(key, 2)
        yield "item_themes", {"item": item, "theme": self.random.choice(THEMES), "is_main": True}

    def _projects(self, key: str, eu_period: str) -> Iterator[Row]:
        year = OWN_YEARS[eu_period][0] + 1
        for number in range(1, PROJECTS + 1):
            project = f"{key}/project-{number}"
            row = {"project": project, "title": names.deed(self.random, number), "status": "running"}
            row |= {"applicant": "Išgalvota bendruomenė", "starts": f"{year}-03", "first_day": date(year, 3, 1)}
            yield "projects", row | {"item_code": "1.1"} | self._fact(key, 3)
            euros = self.random.randint(4_000, 60_000)
            scope = {"scope": "project", "stage": "contracted", "project": project}
            yield from self._sum(key, 20 + number, euros, 3, ["not_stated"], **scope)
            yield from self._indicators(key, "project", CONCEPTS[:1], 80, project, project=project)

    def _fact(self, key: str, source: int = 2) -> dict[str, object]:
        return {"strategy": key, "source": f"{key.split('/')[0]}/S{source}", "line": self._line()}

    def _line(self) -> int:
        self.line += 1
        return self.line
