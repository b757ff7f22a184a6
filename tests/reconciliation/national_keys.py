"""Which keys the collected national file has, and which kind of fact each of them holds."""

FIGURES = {
    "totals.value",
    "indicators.value",
    "inferences.value",
    "network.members",
    "programmes.measures.figures.amount_eur",
    "programmes.measures.figures.amounts_eur",
    "programmes.measures.figures.pct",
    "programmes.measures.figures.esf_pct",
    "programmes.measures.figures.own_pct",
    "programmes.measures.figures.eu_share_pct",
    "rural.counts.value",
    "rural.counts.value_eur",
    "rural.counts.value_ltl",
    "rural.counts.by_year",
    "rural.strategies_seen_in_passing.amount_eur",
    "rural.strategies_seen_in_passing.administration_eur",
    "rural.strategies_seen_in_passing.eafrd_eur",
    "rural.strategies_seen_in_passing.local_projects_eur",
    "rural.strategies_seen_in_passing.national_eur",
    "rural.fisheries.counts.value",
    "rural.fisheries.counts.value_eur",
    "rural.fisheries.counts.eu_eur",
}
"""Paths of figures of the whole country."""

TOLD = {
    "network.board_vvgs": "names a member of the board of the network",
    "network.founding_meeting": "town of the founding meeting",
    "orders.amended_by": "amendment",
    "other_city_vvgs_named.name_lt": "name of a group",
    "programmes.evaluation.commissioned_by": "evaluation",
    "programmes.evaluation.who": "evaluation",
    "programmes.implementing_body": "programme body",
    "programmes.managing_ministry": "programme body",
    "programmes.investment_priority.code": "programme code",
    "programmes.investment_priority.text": "programme title",
    "programmes.measures.activity_codes.code": "programme code",
    "programmes.measures.activity_codes.region": "region of an activity",
    "programmes.measures.activity_codes.text": "programme title",
    "programmes.measures.applicant": "applicants",
    "programmes.measures.applicants": "applicants",
    "programmes.measures.code": "programme code",
    "programmes.measures.eligible_activities": "eligible activity",
    "programmes.measures.title": "programme title",
    "programmes.objective.code": "programme code",
    "programmes.objective.text": "programme title",
    "programmes.objectives.code": "programme code",
    "programmes.objectives.text": "programme title",
    "programmes.priority.code": "programme code",
    "programmes.priority.text": "programme title",
    "programmes.programme": "programme title",
    "programmes.progress_measure.code": "programme code",
    "programmes.progress_measure.development_programme": "programme title",
    "programmes.progress_measure.order": "order named by a programme",
    "programmes.progress_measure.text": "programme title",
    "programmes.selection_bodies": "rule",
    "programmes.strategy_rules.rule": "rule",
    "programmes.territories.text": "rule",
    "rural.approving_acts_seen.act": "approving act",
    "rural.fisheries.names_seen.name_lt": "name of a rural group",
    "rural.fisheries.rules.text": "approving act",
    "rural.fisheries.two_sector_2014_2020.name_lt": "name of a rural group",
    "rural.strategies_seen_in_passing.name_lt": "name of a rural group",
    "strategies.city": "city",
    "strategies.name_lt": "name of a group",
    "strategies.region": "region of a strategy",
    "strategies.title": "title of a strategy",
    "target_territories_2014.cities": "target territory",
    "vocab.activities.items.code": "programme code",
    "vocab.activities.items.examples": "example of an activity",
    "vocab.activities.items.name": "programme title",
    "vocab.activities.themes_named_by_a_municipality.items": "theme",
    "vocab.activities.themes_named_by_a_vvg.items": "theme",
    "vocab.partners.name": "partner",
    "vocab.target_groups.items": "target group",
}
"""Paths of words that have to stand somewhere in the database, and what they are."""

OF_GROUP = {
    "amount of a group": {
        "strategies.funding.amount_eur",
        "strategies.administration_project.amount_eur",
        "strategies.preparation_project.amount_eur",
        "strategies.preparation_project.eu_eur",
        "strategies.preparation_project.state_eur",
        "strategies.calls.amount_eur",
        "strategies.calls.max_project_eur",
    },
    "code of a group": {
        "strategies.administration_project.code",
        "strategies.preparation_project.code",
        "strategies.preparation_programme",
        "strategies.programme_codes",
        "strategies.calls.number",
        "strategies.calls.activity_code",
    },
    "date of a group": {
        "strategies.calls.opened",
        "strategies.calls.closed",
        "strategies.preparation_project.date",
        "strategies.preparation_project.contract",
    },
    "own years of a strategy": {"strategies.period"},
}
"""Facts on a single strategy: they stand in the record of its group."""

PLAIN = {
    "sources.title": "source title",
    "sources.publisher": "source publisher",
    "sources.url": "source url",
    "sources.published": "source published",
    "programmes.timeline.date": "event date",
    "programmes.evaluation.from": "event date",
    "programmes.evaluation.to": "event date",
    "network.registered": "event date",
    "orders.subject": "order subject",
}
"""Paths whose values stand in the database as they are."""

OF_THE_FIGURE = {"what", "name", "how", "unit", "as_of", "approx", "at_least", "eu_period", "state", "year", "period"}
OF_THE_FIGURE |= {"funds", "scope", "inferred_share"}
"""Keys that describe a figure, an order or an event: the row of the figure says them in Lithuanian."""

SOURCES = {"src", "src2", "src3", "src4", "src5", "src6", "period_src", "name_src", "region_src", "amount_src"}
SOURCES |= {"applicants_src"}

NOTES = {"note", "seen", "basis", "value_text", "deadline", "conditions_order", "what", "subject", "status"}
"""Remarks, most of them in English: told in notes and questions in other words."""

WORDING = {
    "vocab.activities.items.key",
    "vocab.activities.items.fund",
    "vocab.activities.items.inferred",
    "vocab.activities.items.objective",
    "vocab.activities.items.parent",
    "vocab.activities.themes_named_by_a_vvg.funds",
    "vocab.partners.key",
    "vocab.proposed_themes.codes",
    "vocab.proposed_themes.key",
    "vocab.proposed_themes.lt",
    "vocab.target_groups.fund",
    "programmes.fund",
    "programmes.objectives.fund",
    "programmes.measures.activity_codes.fund",
    "programmes.measures.opened",
    "programmes.measures.closed",
    "strategies.calls.fund",
    "network.president",
    "rural.fisheries.names_seen.territory",
    "other_city_vvgs_named.slug",
    "target_territories_2014.order",
    "target_territories_2014.date",
    "sources.document",
}
"""Keys with no row of their own: codes of our vocabularies, funds, words said within a note, names of persons."""

COMPOSED = {
    "orders.number",
    "orders.date",
    "strategies.slug",
    "strategies.status",
    "strategies.wave",
    "strategies.rank_in_list",
    "strategies.approved.order",
    "strategies.approved.date",
    "strategies.preparation_project.order",
    "questions",
}
"""Keys that are read together (`_rows` of national_facts)."""


AT_LEAST = {*OF_GROUP, "order on a strategy", "strategy of a round"}
"""Kinds of which the database says more: it also has what the groups' own files say."""
