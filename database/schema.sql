-- The tables of the atlas: what is known of the city local action groups, one row = one fact from one source.
-- Their constraints are the last wall behind the forms of loaders/. Keys are words. `line` is the line of the
-- record in which the fact stands, so that every message and every reader can go back to it.

create table build (
    content_digest varchar not null,
    built_at timestamp not null,
    newest_source varchar,
    facts integer not null
);
comment on table build is 'Which data this database was made from, and when.';
comment on column build.content_digest is 'Digest of the ordered rows of all other tables: the same data give the same digest.';
comment on column build.built_at is 'When it was made (UTC).';
comment on column build.newest_source is 'Latest publication date among the sources: how recent the data are.';
comment on column build.facts is 'Rows of facts in all tables.';

create table vocabulary (
    scheme varchar not null,
    code varchar not null,
    parent varchar,
    position integer not null,
    lt varchar not null,
    en varchar not null,
    description_lt varchar,
    description_en varchar,
    wordings varchar,
    properties varchar,
    primary key (scheme, code)
);
comment on table vocabulary is 'The words of the field: one row a code, with its names, meaning and the wordings that mean it.';
comment on column vocabulary.scheme is 'Which list the code belongs to: target_groups, themes, concepts, funds …';
comment on column vocabulary.code is 'The code, as it stands in the other tables.';
comment on column vocabulary.parent is 'The code one level up in the same list.';
comment on column vocabulary.position is 'Order in the file.';
comment on column vocabulary.lt is 'Lithuanian name.';
comment on column vocabulary.en is 'English name.';
comment on column vocabulary.description_lt is 'What it means and what it does not, in Lithuanian.';
comment on column vocabulary.description_en is 'What it means and what it does not, in English.';
comment on column vocabulary.wordings is 'Lithuanian wordings that mean it, one a line.';
comment on column vocabulary.properties is 'Further properties of the code (colour, rank, unit …), as JSON.';

create table municipalities (
    municipality varchar primary key,
    short_name varchar not null unique,
    lau_code varchar not null unique,
    county varchar not null,
    nuts3 varchar not null,
    region varchar not null,
    area_km2 decimal(9, 2) not null check (area_km2 > 0),
    latitude double not null check (latitude between 53.8 and 56.5),
    longitude double not null check (longitude between 20.9 and 26.9),
    source varchar not null
);
comment on table municipalities is 'The 60 municipalities of Lithuania.';
comment on column municipalities.municipality is 'Official name.';
comment on column municipalities.short_name is 'Name as statistics write it.';
comment on column municipalities.lau_code is 'Code of the municipality (LAU, SAV_KODAS).';
comment on column municipalities.county is 'County.';
comment on column municipalities.nuts3 is 'NUTS 3 code.';
comment on column municipalities.region is 'NUTS 2 region: Sostinės regionas, or Vidurio ir vakarų Lietuvos regionas.';
comment on column municipalities.area_km2 is 'Area, km².';
comment on column municipalities.latitude is 'Latitude of the middle, degrees.';
comment on column municipalities.longitude is 'Longitude of the middle, degrees.';
comment on column municipalities.source is 'Source of the row.';

create table boundaries (
    municipality varchar primary key references municipalities (municipality),
    geometry varchar not null,
    source varchar not null
);
comment on table boundaries is 'Generalised borders of the municipalities, for drawing only: never compute areas from them.';
comment on column boundaries.municipality is 'Municipality.';
comment on column boundaries.geometry is 'GeoJSON geometry, WGS 84.';
comment on column boundaries.source is 'Source of the border.';

create table places (
    place varchar primary key,
    municipality varchar not null references municipalities (municipality),
    latitude double not null check (latitude between 53.8 and 56.5),
    longitude double not null check (longitude between 20.9 and 26.9),
    outside_km double not null,
    source varchar not null,
    line integer not null
);
comment on table places is 'Towns and parts of towns, with their position.';
comment on column places.place is 'Name of the place.';
comment on column places.municipality is 'Municipality in which it lies.';
comment on column places.latitude is 'Latitude, degrees.';
comment on column places.longitude is 'Longitude, degrees.';
comment on column places.outside_km is 'How far outside the generalised border of its municipality it lies, km; 0 inside.';
comment on column places.line is 'Line of data/statistics/places.csv.';
comment on column places.source is 'Source of the position.';

create table sources (
    source varchar primary key,
    title varchar not null,
    publisher varchar,
    kind varchar not null,
    rank integer not null,
    url varchar,
    published varchar,
    read_on varchar,
    note varchar,
    file varchar not null,
    line integer not null
);
comment on table sources is 'Pages, documents, orders and data sets from which the facts were taken.';
comment on column sources.source is 'Key: <vvg>/<id>, national/<id>, statistics/<id> or boundaries/<id>.';
comment on column sources.title is 'Title as published.';
comment on column sources.publisher is 'Who published it.';
comment on column sources.kind is 'Kind of source (vocabulary source_kinds).';
comment on column sources.rank is 'Which source is shown where several differ: 1 outranks 2, and so on.';
comment on column sources.url is 'Address; missing where the document has no known address.';
comment on column sources.published is 'Date of publication: a day, month or year.';
comment on column sources.read_on is 'Day on which it was read, where it was noted.';
comment on column sources.note is 'What a reader should know of it.';
comment on column sources.file is 'File of data/ in which it is recorded.';
comment on column sources.line is 'Line of that file.';

create table statistics (
    territory_kind varchar not null,
    territory varchar not null,
    municipality varchar references municipalities (municipality),
    measure varchar not null,
    year integer not null check (year between 1990 and 2040),
    reference varchar not null,
    value decimal(14, 2) not null,
    unit varchar not null,
    area_km2 decimal(9, 2),
    note varchar,
    source varchar not null references sources (source),
    unique (territory_kind, territory, municipality, measure, year, reference, source)
);
comment on table statistics is 'Residents and context figures of municipalities, towns, elderships and counties.';
comment on column statistics.territory_kind is 'What kind of territory it is: city, eldership, eldership_of_city, municipality, county, country.';
comment on column statistics.territory is 'Name of the territory.';
comment on column statistics.municipality is 'Municipality in which it lies; missing for counties and the country.';
comment on column statistics.measure is 'What is counted (vocabulary statistics).';
comment on column statistics.year is 'Year of the figure.';
comment on column statistics.reference is 'Reference within the year: census, 1 January, whole year.';
comment on column statistics.value is 'The figure, in the unit of the row.';
comment on column statistics.unit is 'Unit: persons, %, EUR, units.';
comment on column statistics.area_km2 is 'Area of the territory, km²: shows when an eldership is larger than its town.';
comment on column statistics.note is 'What a reader should know of it.';
comment on column statistics.source is 'Source of the figure.';

create table vvgs (
    vvg varchar primary key,
    name varchar not null,
    city varchar not null,
    part varchar,
    place varchar references places (place),
    municipality varchar not null references municipalities (municipality),
    website varchar,
    file varchar not null,
    line integer not null
);
comment on table vvgs is 'City local action groups (miestų vietos veiklos grupės).';
comment on column vvgs.vvg is 'Key: the name of its file in data/vvg/.';
comment on column vvgs.name is 'Official name.';
comment on column vvgs.city is 'City in which it works.';
comment on column vvgs.part is 'The part of the city to which it is limited; missing where it works in all of the city.';
comment on column vvgs.place is 'Place at which the map shows it: its city, or the part of the city.';
comment on column vvgs.municipality is 'Municipality.';
comment on column vvgs.website is 'Its own web site.';
comment on column vvgs.file is 'Its file.';
comment on column vvgs.line is 'Line of that file.';

create table strategies (
    strategy varchar primary key,
    vvg varchar not null references vvgs (vvg),
    eu_period varchar not null,
    first_year integer check (first_year between 2000 and 2040),
    last_year integer check (last_year between 2000 and 2040),
    title varchar,
    as_written varchar,
    note varchar,
    detail varchar not null check (detail in ('recorded', 'name_only')),
    source varchar references sources (source),
    line integer,
    check (last_year >= first_year),
    check (source is not null or title is null and first_year is null),
    unique (vvg, eu_period)
);
comment on table strategies is 'Local development strategies, at most one a VVG and EU period.';
comment on column strategies.strategy is 'Key: <vvg>/<EU period>.';
comment on column strategies.vvg is 'Local action group.';
comment on column strategies.eu_period is 'EU period: 2014-2020 or 2021-2027.';
comment on column strategies.first_year is 'First of its own years.';
comment on column strategies.last_year is 'Last of its own years.';
comment on column strategies.title is 'Title as the source gives it.';
comment on column strategies.as_written is 'The source''s own words for the title or the years.';
comment on column strategies.note is 'What a reader should know of it.';
comment on column strategies.detail is 'recorded: its own record was read; name_only: only a national source names it.';
comment on column strategies.source is 'Source of the title and the years.';
comment on column strategies.line is 'Line of the record.';

create table missing_fields (
    strategy varchar not null references strategies (strategy),
    field varchar not null,
    reason varchar not null,
    line integer not null,
    primary key (strategy, field)
);
comment on table missing_fields is 'What the record itself says it does not know, with the reason.';
comment on column missing_fields.strategy is 'Strategy.';
comment on column missing_fields.field is 'What is not known.';
comment on column missing_fields.reason is 'Why (vocabulary missing_reasons).';
comment on column missing_fields.line is 'Line of the record.';

create table answers (
    subject varchar not null,
    "check" varchar not null,
    reason varchar not null,
    file varchar not null,
    line integer not null,
    primary key (subject, "check")
);
comment on table answers is 'A check found something unusual, and the record says why it is right all the same.';
comment on column answers.subject is 'Key of the fact.';
comment on column answers."check" is 'Check of database/checks.';
comment on column answers.reason is 'Why the fact stands as it is.';
comment on column answers.file is 'File of data/.';
comment on column answers.line is 'Line of that file.';

create table proofs (
    fact varchar not null,
    position integer not null,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    primary key (fact, position)
);
comment on table proofs is 'Further words or sources that prove a fact.';
comment on column proofs.fact is 'Key of the fact.';
comment on column proofs.position is 'Order in the record.';
comment on column proofs.as_written is 'The source''s own words.';
comment on column proofs.note is 'What it proves.';
comment on column proofs.source is 'Source.';

create table programmes (
    programme varchar primary key,
    strategy varchar not null references strategies (strategy),
    code varchar,
    title varchar not null,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table programmes is 'Programmes, objectives and measures under which a strategy is financed.';
comment on column programmes.programme is 'Key.';
comment on column programmes.strategy is 'Strategy.';
comment on column programmes.code is 'Code, as 8.6.1 or 08.6.1-ESFA-V-911.';
comment on column programmes.title is 'Its title.';
comment on column programmes.as_written is 'The source''s own words.';
comment on column programmes.note is 'What a reader should know of it.';
comment on column programmes.source is 'Source.';
comment on column programmes.line is 'Line of the record.';

create table approvals (
    approval varchar primary key,
    strategy varchar not null references strategies (strategy),
    authority varchar not null,
    order_number varchar,
    date varchar,
    first_day date,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table approvals is 'Decisions on a strategy.';
comment on column approvals.approval is 'Key.';
comment on column approvals.strategy is 'Strategy.';
comment on column approvals.authority is 'Who decided.';
comment on column approvals.order_number is 'Number of the order or decision.';
comment on column approvals.date is 'Date: a day, month, quarter or year.';
comment on column approvals.first_day is 'First day of that date, for sorting.';
comment on column approvals.as_written is 'The source''s own words.';
comment on column approvals.note is 'What a reader should know of it.';
comment on column approvals.source is 'Source.';
comment on column approvals.line is 'Line of the record.';

create table editions (
    edition varchar primary key,
    strategy varchar not null references strategies (strategy),
    year integer not null check (year between 2000 and 2040),
    date varchar,
    text varchar references sources (source),
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table editions is 'Versions of a strategy: it is amended in the course of its life.';
comment on column editions.edition is 'Key.';
comment on column editions.strategy is 'Strategy.';
comment on column editions.year is 'Year of the version.';
comment on column editions.date is 'Date of the version.';
comment on column editions.text is 'Source that is its text: what it says, this version says.';
comment on column editions.as_written is 'The source''s own words.';
comment on column editions.note is 'What changed, where the source says it.';
comment on column editions.source is 'Source.';
comment on column editions.line is 'Line of the record.';

create table documents (
    document varchar primary key,
    strategy varchar not null references strategies (strategy),
    title varchar not null,
    year integer check (year between 2000 and 2040),
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table documents is 'Other documents published about a strategy: surveys, reports, publications.';
comment on column documents.document is 'Key.';
comment on column documents.strategy is 'Strategy.';
comment on column documents.title is 'Title.';
comment on column documents.year is 'Year.';
comment on column documents.as_written is 'The source''s own words.';
comment on column documents.note is 'What a reader should know of it.';
comment on column documents.source is 'Source.';
comment on column documents.line is 'Line of the record.';

create table territories (
    territory varchar primary key,
    strategy varchar not null references strategies (strategy),
    description varchar not null,
    kind varchar,
    residents integer check (residents > 0),
    as_of varchar,
    area_ha decimal(12, 2) check (area_ha > 0),
    linked_area_ha decimal(12, 2) check (linked_area_ha > 0),
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table territories is 'Where a strategy applies.';
comment on column territories.territory is 'Key.';
comment on column territories.strategy is 'Strategy.';
comment on column territories.description is 'The territory in the source''s words.';
comment on column territories.kind is 'Kind of territory (vocabulary territory_kinds), where the source says it.';
comment on column territories.residents is 'Residents of the territory.';
comment on column territories.as_of is 'Date of that number.';
comment on column territories.area_ha is 'Area, ha.';
comment on column territories.linked_area_ha is 'Area of the linked territory, ha.';
comment on column territories.as_written is 'The source''s own words.';
comment on column territories.note is 'What a reader should know of it.';
comment on column territories.source is 'Source.';
comment on column territories.line is 'Line of the record.';

create table strategy_items (
    item varchar primary key,
    strategy varchar not null references strategies (strategy),
    parent varchar,
    level varchar not null check (level in ('goal', 'objective', 'measure', 'action')),
    position integer not null,
    depth integer not null,
    code varchar,
    title varchar,
    same_as varchar,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table strategy_items is 'Goals, objectives, measures and actions of a strategy: one tree by parent.';
comment on column strategy_items.item is 'Key.';
comment on column strategy_items.strategy is 'Strategy.';
comment on column strategy_items.parent is 'The item one level up.';
comment on column strategy_items.level is 'goal, objective, measure or action: the source''s own word.';
comment on column strategy_items.position is 'Order in the strategy.';
comment on column strategy_items.depth is 'Level of nesting, 0 at the top.';
comment on column strategy_items.code is 'Its number in the strategy.';
comment on column strategy_items.title is 'Its title.';
comment on column strategy_items.same_as is 'The title by which another source calls the same.';
comment on column strategy_items.as_written is 'The source''s own words.';
comment on column strategy_items.note is 'What a reader should know of it.';
comment on column strategy_items.source is 'Source.';
comment on column strategy_items.line is 'Line of the record.';

create table item_themes (
    item varchar not null references strategy_items (item),
    theme varchar not null,
    is_main boolean not null,
    primary key (item, theme)
);
comment on table item_themes is 'What an item is about, by its wording or by the record.';
comment on column item_themes.item is 'Goal, objective, measure or action.';
comment on column item_themes.theme is 'Theme (vocabulary themes).';
comment on column item_themes.is_main is 'The one theme under which money and counts are shown.';

create table projects (
    project varchar primary key,
    strategy varchar not null references strategies (strategy),
    title varchar,
    code varchar,
    applicant varchar,
    partners varchar,
    status varchar not null,
    status_as_written varchar,
    starts varchar,
    ends varchar,
    first_day date,
    last_day date,
    duration_months integer check (duration_months > 0),
    item_code varchar,
    proposal varchar,
    score integer,
    same_as varchar,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table projects is 'Local projects, and the projects that prepared or administer a strategy.';
comment on column projects.project is 'Key.';
comment on column projects.strategy is 'Strategy.';
comment on column projects.title is 'Title.';
comment on column projects.code is 'Code of the project.';
comment on column projects.applicant is 'Organisation that carries it out; names of natural persons are not kept.';
comment on column projects.partners is 'Partner organisations, separated by semicolons.';
comment on column projects.status is 'State of the project (vocabulary project_statuses).';
comment on column projects.status_as_written is 'State in the words of the record.';
comment on column projects.starts is 'Start: a day, month or year.';
comment on column projects.ends is 'End: a day, month or year.';
comment on column projects.first_day is 'First day of the start, for sorting.';
comment on column projects.last_day is 'Last day of the end, for sorting.';
comment on column projects.duration_months is 'Duration, months.';
comment on column projects.item_code is 'Code of the measure or action that it carries out.';
comment on column projects.proposal is 'Number of its proposal.';
comment on column projects.score is 'Points it was given in the selection.';
comment on column projects.same_as is 'The title by which another source calls the same project.';
comment on column projects.as_written is 'The source''s own words.';
comment on column projects.note is 'What a reader should know of it.';
comment on column projects.source is 'Source.';
comment on column projects.line is 'Line of the record.';

create table calls (
    call varchar primary key,
    strategy varchar not null references strategies (strategy),
    number varchar,
    title varchar,
    opened varchar,
    closed varchar,
    planned_for varchar,
    list_approved varchar,
    first_day date,
    last_day date,
    item_code varchar,
    activity_code varchar,
    region varchar,
    selection varchar,
    status varchar,
    support_percent decimal(5, 2) check (support_percent between 0 and 100),
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table calls is 'Calls for project proposals.';
comment on column calls.call is 'Key.';
comment on column calls.strategy is 'Strategy.';
comment on column calls.number is 'Number of the call.';
comment on column calls.title is 'Title.';
comment on column calls.opened is 'Opened on.';
comment on column calls.closed is 'Closed on.';
comment on column calls.planned_for is 'When it was to open, where it was only planned.';
comment on column calls.list_approved is 'When the list of selected proposals was approved.';
comment on column calls.first_day is 'First known day, for sorting.';
comment on column calls.last_day is 'Last known day, for sorting.';
comment on column calls.item_code is 'Code of the measure or action.';
comment on column calls.activity_code is 'Activity code of the programme.';
comment on column calls.region is 'Region of the call.';
comment on column calls.selection is 'Way of selection.';
comment on column calls.status is 'State in the source''s words.';
comment on column calls.support_percent is 'Support, per cent of eligible costs.';
comment on column calls.as_written is 'The source''s own words.';
comment on column calls.note is 'What a reader should know of it.';
comment on column calls.source is 'Source.';
comment on column calls.line is 'Line of the record.';

create table funding (
    funding varchar primary key,
    strategy varchar not null references strategies (strategy),
    item varchar references strategy_items (item),
    project varchar references projects (project),
    call varchar references calls (call),
    scope varchar not null,
    stage varchar not null,
    role varchar not null,
    amount_eur decimal(14, 2) not null check (amount_eur > 0),
    is_approximate boolean not null,
    bound varchar not null check (bound in ('exact', 'at_least', 'at_most')),
    as_of varchar,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table funding is 'Sums of money. Sums of another scope, stage or role are never added to each other.';
comment on column funding.funding is 'Key.';
comment on column funding.strategy is 'Strategy.';
comment on column funding.item is 'Goal, objective, measure or action for which the sum is.';
comment on column funding.project is 'Project for which the sum is.';
comment on column funding.call is 'Call for which the sum is.';
comment on column funding.scope is 'What the sum is for (vocabulary scopes).';
comment on column funding.stage is 'How far the money has come (vocabulary stages).';
comment on column funding.role is 'What the sum is: the whole, a part, own money … (vocabulary roles).';
comment on column funding.amount_eur is 'Amount, euros.';
comment on column funding.is_approximate is 'The source rounds or says about.';
comment on column funding.bound is 'exact, at_least or at_most.';
comment on column funding.as_of is 'Date of the figure.';
comment on column funding.as_written is 'The source''s own words for the amount; they parse to amount_eur.';
comment on column funding.note is 'What a reader should know of it.';
comment on column funding.source is 'Source.';
comment on column funding.line is 'Line of the record.';

create table funding_funds (
    funding varchar not null references funding (funding),
    fund varchar not null,
    primary key (funding, fund)
);
comment on table funding_funds is 'From which funds a sum comes.';
comment on column funding_funds.funding is 'Sum.';
comment on column funding_funds.fund is 'Fund (vocabulary funds).';

create table indicators (
    indicator varchar primary key,
    strategy varchar not null references strategies (strategy),
    item varchar references strategy_items (item),
    project varchar references projects (project),
    call varchar references calls (call),
    scope varchar not null,
    concept varchar not null,
    name varchar not null,
    kind varchar not null,
    state varchar not null,
    value decimal(14, 4) not null,
    unit varchar not null,
    bound varchar not null check (bound in ('exact', 'at_least', 'at_most')),
    is_approximate boolean not null,
    year integer check (year between 2000 and 2040),
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table indicators is 'Values of indicators, planned and achieved.';
comment on column indicators.indicator is 'Key.';
comment on column indicators.strategy is 'Strategy.';
comment on column indicators.item is 'Goal, objective, measure or action that it measures.';
comment on column indicators.project is 'Project that it measures.';
comment on column indicators.call is 'Call that it measures.';
comment on column indicators.scope is 'What it measures (vocabulary scopes).';
comment on column indicators.concept is 'What is counted (vocabulary concepts).';
comment on column indicators.name is 'Name as the source gives it.';
comment on column indicators.kind is 'output, result or context.';
comment on column indicators.state is 'baseline, planned or achieved.';
comment on column indicators.value is 'The value, in the unit of the row.';
comment on column indicators.unit is 'Unit.';
comment on column indicators.bound is 'exact, at_least or at_most.';
comment on column indicators.is_approximate is 'The source rounds or says about.';
comment on column indicators.year is 'Year of the value, or by which it is planned.';
comment on column indicators.as_written is 'The source''s own words; they hold the value.';
comment on column indicators.note is 'What a reader should know of it.';
comment on column indicators.source is 'Source.';
comment on column indicators.line is 'Line of the record.';

create table target_groups (
    target_group varchar primary key,
    strategy varchar not null references strategies (strategy),
    item varchar references strategy_items (item),
    project varchar references projects (project),
    phrase varchar not null,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table target_groups is 'Whom a strategy, measure or project helps, in the source''s own phrase.';
comment on column target_groups.target_group is 'Key.';
comment on column target_groups.strategy is 'Strategy.';
comment on column target_groups.item is 'Goal, objective, measure or action that names it.';
comment on column target_groups.project is 'Project that names it.';
comment on column target_groups.phrase is 'The phrase of the source, word for word.';
comment on column target_groups.note is 'What a reader should know of it.';
comment on column target_groups.source is 'Source.';
comment on column target_groups.line is 'Line of the record.';

create table target_group_terms (
    target_group varchar not null references target_groups (target_group),
    term varchar not null,
    primary key (target_group, term)
);
comment on table target_group_terms is 'Which groups of the vocabulary a phrase means; a phrase with none is unmapped.';
comment on column target_group_terms.target_group is 'Phrase.';
comment on column target_group_terms.term is 'Group (vocabulary target_groups).';

create table events (
    event varchar primary key,
    vvg varchar references vvgs (vvg),
    strategy varchar references strategies (strategy),
    date varchar not null,
    first_day date not null,
    last_day date not null,
    what varchar not null,
    is_inferred boolean not null,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null,
    check (last_day >= first_day)
);
comment on table events is 'What happened, and when.';
comment on column events.event is 'Key.';
comment on column events.vvg is 'Local action group; missing for the national picture.';
comment on column events.strategy is 'Strategy; missing where it concerns the group itself.';
comment on column events.date is 'Date: a day, month, quarter or year.';
comment on column events.first_day is 'First day of that date.';
comment on column events.last_day is 'Last day of that date.';
comment on column events.what is 'What happened.';
comment on column events.is_inferred is 'The year is understood from the context, not written.';
comment on column events.as_written is 'The source''s own words.';
comment on column events.note is 'What a reader should know of it.';
comment on column events.source is 'Source.';
comment on column events.line is 'Line of the record.';

create table questions (
    question varchar primary key,
    vvg varchar references vvgs (vvg),
    text varchar not null,
    file varchar not null,
    line integer not null
);
comment on table questions is 'What is unclear or contradicts, shown to the reader as it stands.';
comment on column questions.question is 'Key.';
comment on column questions.vvg is 'Local action group; missing for the national picture.';
comment on column questions.text is 'The question.';
comment on column questions.file is 'File of data/.';
comment on column questions.line is 'Line of that file.';

create table rounds (
    round varchar primary key,
    eu_period varchar not null,
    lt varchar not null,
    en varchar not null,
    date varchar not null,
    first_day date not null
);
comment on table rounds is 'Selection rounds of the ministry.';
comment on column rounds.round is 'Key.';
comment on column rounds.eu_period is 'EU period.';
comment on column rounds.lt is 'Lithuanian name.';
comment on column rounds.en is 'English name.';
comment on column rounds.date is 'Date.';
comment on column rounds.first_day is 'First day of that date.';

create table strategy_statuses (
    strategy_status varchar primary key,
    strategy varchar not null references strategies (strategy),
    status varchar not null,
    round varchar references rounds (round),
    order_number varchar,
    date varchar,
    place_in_list integer,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table strategy_statuses is 'What national sources say of a strategy: funded, reserve, prepared, rejected.';
comment on column strategy_statuses.strategy_status is 'Key.';
comment on column strategy_statuses.strategy is 'Strategy.';
comment on column strategy_statuses.status is 'Status (vocabulary statuses).';
comment on column strategy_statuses.round is 'Selection round.';
comment on column strategy_statuses.order_number is 'Number of the order.';
comment on column strategy_statuses.date is 'Date of the order.';
comment on column strategy_statuses.place_in_list is 'Place in the list of the order.';
comment on column strategy_statuses.as_written is 'The source''s own words.';
comment on column strategy_statuses.note is 'What a reader should know of it.';
comment on column strategy_statuses.source is 'Source.';
comment on column strategy_statuses.line is 'Line of data/national.yaml.';

create table national (
    national varchar primary key,
    topic varchar not null,
    eu_period varchar,
    lt varchar not null,
    en varchar not null,
    value decimal(18, 4) not null,
    unit varchar not null,
    as_of varchar,
    is_approximate boolean not null,
    bound varchar not null check (bound in ('exact', 'at_least', 'at_most')),
    state varchar,
    round varchar references rounds (round),
    status varchar,
    method varchar,
    as_written varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table national is 'Figures of the whole country.';
comment on column national.national is 'Key.';
comment on column national.topic is 'selection, money, coverage, indicator, network, rural, fisheries, or inference (computed, not stated).';
comment on column national.eu_period is 'EU period, or the period in the source''s words.';
comment on column national.lt is 'What it is, in Lithuanian.';
comment on column national.en is 'What it is, in English.';
comment on column national.value is 'The figure, in the unit of the row.';
comment on column national.unit is 'Unit.';
comment on column national.as_of is 'Date of the figure.';
comment on column national.is_approximate is 'The source rounds or says about.';
comment on column national.bound is 'exact, at_least or at_most.';
comment on column national.state is 'planned or achieved, for indicators.';
comment on column national.round is 'Selection round that it counts.';
comment on column national.status is 'Status that it counts.';
comment on column national.method is 'How it was computed, where no source states it.';
comment on column national.as_written is 'The source''s own words.';
comment on column national.note is 'What a reader should know of it.';
comment on column national.source is 'Source.';
comment on column national.line is 'Line of data/national.yaml.';

create table orders (
    "order" varchar primary key,
    eu_period varchar not null,
    number varchar,
    date varchar not null,
    first_day date not null,
    subject varchar not null,
    amended_by varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table orders is 'Legal acts.';
comment on column orders."order" is 'Key.';
comment on column orders.eu_period is 'EU period.';
comment on column orders.number is 'Number.';
comment on column orders.date is 'Date.';
comment on column orders.first_day is 'First day of that date.';
comment on column orders.subject is 'What it is about.';
comment on column orders.amended_by is 'Acts that amended it.';
comment on column orders.note is 'What a reader should know of it.';
comment on column orders.source is 'Source.';
comment on column orders.line is 'Line of data/national.yaml.';

create table national_programmes (
    national_programme varchar primary key,
    eu_period varchar not null,
    level varchar not null,
    code varchar,
    title varchar not null,
    theme varchar,
    fund varchar,
    opened varchar,
    closed varchar,
    note varchar,
    source varchar not null references sources (source),
    line integer not null
);
comment on table national_programmes is 'Programmes, priorities, objectives, measures, activities and rules of both EU periods.';
comment on column national_programmes.national_programme is 'Key.';
comment on column national_programmes.eu_period is 'EU period.';
comment on column national_programmes.level is 'programme, priority, investment_priority, objective, measure, activity or rule.';
comment on column national_programmes.code is 'Code.';
comment on column national_programmes.title is 'Title.';
comment on column national_programmes.theme is 'Theme (vocabulary themes).';
comment on column national_programmes.fund is 'Fund.';
comment on column national_programmes.opened is 'Opened on.';
comment on column national_programmes.closed is 'Closed on.';
comment on column national_programmes.note is 'What a reader should know of it.';
comment on column national_programmes.source is 'Source.';
comment on column national_programmes.line is 'Line of data/national.yaml.';

create table search_entries (
    number integer primary key,
    entry varchar not null unique,
    kind varchar not null,
    vvg varchar references vvgs (vvg),
    strategy varchar references strategies (strategy),
    title varchar not null,
    text varchar not null,
    stems varchar not null,
    title_words integer not null,
    source varchar
);
comment on table search_entries is 'What the search looks through: VVGs, goals, measures, target groups, projects, calls.';
comment on column search_entries.number is 'Number, by which the index of words names the fact.';
comment on column search_entries.entry is 'Key of the fact.';
comment on column search_entries.kind is 'vvg, strategy, item, target_group, project, call, indicator or event.';
comment on column search_entries.vvg is 'Local action group.';
comment on column search_entries.strategy is 'Strategy.';
comment on column search_entries.title is 'What is shown.';
comment on column search_entries.text is 'Words that are searched.';
comment on column search_entries.stems is 'Stems of these words and of their vocabulary entries, without diacritics.';
comment on column search_entries.title_words is 'How many of these stems, the first of them, are those of what is shown.';
comment on column search_entries.source is 'Source.';
