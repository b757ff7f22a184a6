-- One row a strategy, scope and stage: the whole sum that is shown. Total values with own money are not among them.
create view funding_shown as
select
    strategy, scope, stage, funding, amount_eur, is_approximate, bound, as_of, as_written, note, source, is_disputed,
    statements, lowest_eur, highest_eur, sources
from funding_shown_by_role
where role = 'whole';
