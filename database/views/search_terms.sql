-- The stems that stand in search_entries, each once, numbered in the order of their letters: those that begin alike
-- have numbers without a gap.
create view search_terms as
select cast(row_number() over (order by term) as integer) as number, term
from (select distinct unnest(string_split(trim(stems), ' ')) as term from search_entries) as words
where term <> '';
