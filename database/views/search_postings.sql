-- Where each stem stands: number of the stem and of the fact, its place among the words there, and what its weight
-- follows from: whether it is one of what is shown, how many letters that has, and whose fact it is (0 of the whole
-- country, 1 of a VVG, 2 the VVG itself).
create view search_postings as
with words as (
    select
        number as entry, string_split(trim(stems), ' ') as stems, title_words, length(title) as letters,
        case when kind = 'vvg' then 2 when vvg is null then 0 else 1 end as standing
    from search_entries
),
places as (
    select
        entry, unnest(stems) as term, unnest(range(1, len(stems) + 1)) as place, title_words, letters, standing
    from words
)
select
    t.number as term, p.entry, cast(p.place as smallint) as place,
    cast(p.place <= p.title_words as tinyint) as in_title, cast(p.letters as integer) as letters,
    cast(p.standing as tinyint) as standing
from places as p
inner join search_terms as t on t.term = p.term;
