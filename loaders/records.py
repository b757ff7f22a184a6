"""The form of a record: what a file of `data/vvg/` and `data/national.yaml` may say.

Declared once, here. `data/vvg.schema.json` is written from it, so any editor completes and checks a record.
Every figure names its source (`src`), and the words of the source that prove it (`as_written`, at most 25 words).
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from loaders.normalise.dates import PartialDate, partial_date
from loaders.normalise.periods import years
from loaders.quotations import MOST_WORDS


def _short(words: str) -> str:
    if len(words.split()) > MOST_WORDS:
        raise ValueError(f"a quotation has at most {MOST_WORDS} words, this one has {len(words.split())}")
    return words


def _date(value: object) -> PartialDate:
    return value if isinstance(value, PartialDate) else partial_date(str(value))


def _own_years(wording: str) -> str:
    first, last = years(wording)
    return f"{first}-{last}"


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Quotation = Annotated[Text, AfterValidator(_short)]
SourceId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,3}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$")]
When = Annotated[PartialDate, BeforeValidator(_date)]
OwnYears = Annotated[str, AfterValidator(_own_years)]
EuPeriod = Literal["2014-2020", "2021-2027"]
Bound = Literal["exact", "at_least", "at_most"]
Money = Annotated[Decimal, Field(gt=0, max_digits=14, decimal_places=2)]
Number = Annotated[Decimal, Field(max_digits=14, decimal_places=4)]
Area = Annotated[Decimal, Field(gt=0, max_digits=12, decimal_places=2)]
Year = Annotated[int, Field(ge=2000, le=2040)]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_+-]+$")]
"""A code of one of `data/vocabularies/`; which one, the field's description says."""


class Form(BaseModel):
    """A part of a record: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Proof(Form):
    """Another place where the same fact stands."""

    src: SourceId
    as_written: Quotation | None = None
    note: Text | None = None


class Fact(Form):
    """What one source says."""

    src: SourceId = Field(description="Id of a source of this file.")
    as_written: Quotation | None = Field(None, description="The source's own words that prove it.")
    also: list[Proof] = Field([], description="Other words or sources that prove the same.")
    note: Text | None = Field(None, description="What a reader should know of it.")
    answers: dict[Word, Text] = Field({}, description="Check of database/checks: why it is right all the same.")


class Source(Form):
    """A page, document or order that was read."""

    title: Text
    publisher: Text
    kind: Word = Field(description="source_kinds: order, ministry, vvg_page, municipality, press …")
    url: Address | None = None
    published: Annotated[When | None, Field(json_schema_extra={"type": "string"})] = None
    read: When | None = Field(None, description="The day on which it was read.")
    note: Text | None = None


class Amount(Fact):
    """A sum of money in euros, as one source states it."""

    amount_eur: Money
    scope: Word | None = Field(
        None, description="scopes: what the sum is for; only on a strategy, else the place says it."
    )
    stage: Word = Field("not_stated", description="stages: planned, requested, allocated, contracted, paid.")
    role: Word = Field("whole", description="roles: whole, part, own, value, unused, limit.")
    funds: list[Text] = Field(["not_stated"], min_length=1, description="funds: ESF, ESF+, ERDF, EU, VB …")
    approximate: bool = False
    bound: Bound = "exact"
    as_of: When | None = None


class Indicator(Fact):
    """One value of an indicator: what was planned, or what was achieved."""

    name: Text = Field(description="The source's name of it; planned and achieved carry the same name.")
    value: Number
    unit: Text
    kind: Word = Field("output", description="indicator_kinds: output, result, context.")
    state: Word = Field(description="indicator_states: baseline, planned, achieved.")
    scope: Word | None = Field(None, description="scopes: only on a strategy, else the place says it.")
    concept: Word | None = Field(None, description="concepts: what is counted; else found by its wording.")
    bound: Bound = "exact"
    approximate: bool = False
    year: Year | None = None


class TargetGroup(Fact):
    """Whom it is for, in the source's own phrase."""

    name: Text


class Item(Fact):
    """A goal, objective, measure or action; what stands inside it belongs to it."""

    code: Text | None = None
    title: Text | None = None
    theme: Word | None = Field(None, description="themes: where its wording does not say it.")
    same_as: Text | None = Field(None, description="The title by which another source calls the same.")
    funding: list[Amount] = []
    indicators: list[Indicator] = []
    target_groups: list[TargetGroup | Text] = []
    objectives: list["Item"] = []
    measures: list["Item"] = []
    actions: list["Item"] = []


class Project(Fact):
    """A local project, or the project that prepared or administers the strategy."""

    title: Text | None = None
    code: Text | None = None
    applicant: Text | None = Field(None, description="An organisation; a natural person is 'fizinis asmuo'.")
    partners: list[Text] = []
    status: Text | None = Field(None, description="The source's words; project_statuses knows their meaning.")
    start: When | None = None
    end: When | None = None
    duration_months: int | None = Field(None, gt=0, le=180)
    measure: Text | None = Field(None, description="Code of the measure or action that it carries out.")
    proposal: Text | None = Field(None, description="Number of its proposal.")
    score: int | None = Field(None, ge=0, le=1000)
    same_as: Text | None = Field(None, description="The title by which another source calls the same project.")
    funding: list[Amount] = []
    indicators: list[Indicator] = []
    target_groups: list[TargetGroup | Text] = []


class Call(Fact):
    """A call for project proposals."""

    number: Text | None = None
    title: Text | None = None
    opened: When | None = None
    closed: When | None = None
    planned_for: When | None = Field(None, description="When a call that was not yet open is to open.")
    list_approved: When | None = None
    measure: Text | None = None
    activity_code: Text | None = None
    region: Text | None = None
    selection: Text | None = None
    status: Text | None = None
    support_percent: Annotated[Decimal, Field(gt=0, le=100)] | None = None
    funding: list[Amount] = Field([], description="Money of the call; the most for one project has role limit.")
    indicators: list[Indicator] = []


class Approval(Fact):
    """A decision on the strategy."""

    authority: Text
    order: Text | None = None
    date: When | None = None


class Programme(Fact):
    """The programme, objective or measure under which the strategy is financed."""

    code: Text | None = None
    title: Text


class Edition(Fact):
    """A version of the strategy."""

    year: Year
    date: When | None = None
    text: SourceId | None = Field(None, description="The source that is its text: what it says, this version says.")


class Document(Fact):
    """Something else that was published about the strategy."""

    title: Text
    year: Year | None = None


class Territory(Fact):
    """Where the strategy applies, and how many live there."""

    description: Text
    kind: Word | None = Field(None, description="territory_kinds: city, eldership, part_of_city …")
    residents: int | None = Field(None, gt=0)
    as_of: When | None = None
    area_ha: Area | None = None
    linked_area_ha: Area | None = None


class Event(Fact):
    """Something that happened on a day, month, quarter or year."""

    date: When
    what: Text
    inferred: bool = Field(False, description="The year is understood from the context, not written.")


class Strategy(Form):
    """A local development strategy of one EU period."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"title": ["src"], "period": ["src"]}})

    eu_period: EuPeriod
    period: OwnYears | None = Field(None, description="The strategy's own years, as 2016-2022.")
    title: Text | None = None
    src: SourceId | None = Field(None, description="Where the title and the years stand; neither is kept without it.")
    as_written: Quotation | None = None
    note: Text | None = None
    answers: dict[Word, Text] = {}
    missing: dict[Word, Word] = Field({}, description="Field: reason (missing_reasons) why it is not known.")
    programmes: list[Programme] = []
    approvals: list[Approval] = []
    editions: list[Edition] = []
    documents: list[Document] = []
    territories: list[Territory] = []
    funding: list[Amount] = []
    goals: list[Item] = []
    measures: list[Item] = []
    actions: list[Item] = []
    target_groups: list[TargetGroup] = []
    indicators: list[Indicator] = []
    projects: list[Project] = []
    calls: list[Call] = []
    events: list[Event] = []


class VvgRecord(Form):
    """Everything that is known of one city local action group: one file of `data/vvg/`."""

    vvg: Slug = Field(description="The same as the file's name.")
    name: Text
    city: Text
    municipality: Text = Field(description="Official name, as in data/statistics/municipalities.csv.")
    part: Text | None = Field(None, description="The part of the city to which it is limited.")
    place: Text | None = Field(None, description="A place of data/statistics/places.csv, where it is not the city.")
    website: Address | None = None
    sources: dict[SourceId, Source]
    strategies: list[Strategy]
    events: list[Event] = []
    questions: list[Text] = Field([], description="What is unclear or contradicts; the reader sees it.")


class NationalOrder(Fact):
    """A legal act."""

    eu_period: EuPeriod
    number: Text | None = None
    date: When
    subject: Text
    amended_by: list[Text] = []


class NationalStrategy(Fact):
    """What a national source says of one strategy: its place in a selection round."""

    vvg: Slug
    city: Text
    name: Text | None = None
    title: Text | None = None
    period: OwnYears | None = None
    eu_period: EuPeriod
    status: Word = Field(description="statuses: funded, in_implementation, reserve, prepared, rejected.")
    round: Text | None = Field(None, description="A round of this file.")
    order: Text | None = None
    date: When | None = None
    rank: int | None = Field(None, gt=0)


class Round(Form):
    """A selection round of the ministry."""

    round: Slug
    eu_period: EuPeriod
    lt: Text
    en: Text
    date: When


class NationalFigure(Fact):
    """A figure of the whole country."""

    topic: Literal["selection", "money", "coverage", "indicator", "network", "rural", "fisheries", "inference"]
    eu_period: Text | None = None
    lt: Text
    en: Text
    value: Number
    unit: Text = Field(description="EUR, LTL, strategies, persons, cities, VVG, projects, percent …")
    as_of: When | None = None
    approximate: bool = False
    bound: Bound = "exact"
    state: Word | None = None
    round: Text | None = Field(None, description="A round of this file.")
    status: Word | None = Field(None, description="statuses: where the figure counts strategies of a status.")
    method: Text | None = Field(None, description="How it was computed, where no source states it.")


class NationalProgramme(Fact):
    """A programme, priority, objective, measure or activity."""

    eu_period: EuPeriod
    level: Literal["programme", "priority", "investment_priority", "objective", "measure", "activity", "rule"]
    code: Text | None = None
    title: Text
    theme: Word | None = None
    fund: Text | None = None
    opened: When | None = None
    closed: When | None = None


class NationalRecord(Form):
    """The ministry's picture: `data/national.yaml`."""

    sources: dict[SourceId, Source]
    rounds: list[Round]
    orders: list[NationalOrder]
    strategies: list[NationalStrategy]
    figures: list[NationalFigure]
    programmes: list[NationalProgramme]
    events: list[Event] = []
    questions: list[Text] = []
