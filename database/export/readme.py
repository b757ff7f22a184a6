"""What stands beside the data for people: the README and the notes on licences."""

from pathlib import Path

from database.citation import citation
from database.export.contents import Contents
from database.export.licences import BORDERS, DATA

TEMPLATE = Path(__file__).with_name("readme.md")
HEADS = {"lt": ("lentelė", "eilučių", "kas joje"), "en": ("table", "rows", "what it holds")}
DATED = {
    "lt": "Naujausias šaltinis – {}; duomenų versija `{}`.",
    "en": "Newest source: {}; data version `{}`.",
}


def readme(contents: Contents, address: str | None) -> str:
    """README.md, Lithuanian first."""
    words = {"codes": ", ".join(f'"{code}"' for code in _reasons(contents))}
    for language in ("lt", "en"):
        date = contents.newest_source or "?"
        words[f"dated_{language}"] = DATED[language].format(date, contents.version)
        words[f"citation_{language}"] = citation(language, contents.newest_source, contents.version, address)
        words[f"reasons_{language}"] = "\n".join(
            f"- `{code}`: {term[language]}. {term[f'description_{language}'] or ''}".rstrip()
            for code, term in _reasons(contents).items()
        )
        words[f"tables_{language}"] = _tables(contents, language)
    return TEMPLATE.read_text(encoding="utf-8").format(**words)


def licence_note() -> str:
    """LICENCE.md: what is under which licence."""
    return (
        f"Surinkti faktai / the collected facts: {DATA.title} ({DATA.name}), {DATA.address}\n"
        f"municipalities.geojson, atlas.duckdb: boundaries – {BORDERS.title} ({BORDERS.name}), {BORDERS.address}\n\n"
        "Nurodykite / attribute: „VVG atlasas“, versiją ir šaltinį / the version and the source (README.md).\n"
        "Ką paskelbė šaltinis, tam galioja šaltinio sąlygos. / What a source published stays under its own terms.\n"
        "Visi tekstai / the full texts: licences/\n"
    )


def borders_note(contents: Contents) -> str:
    """The licence that lies beside municipalities.geojson, with where the borders come from."""
    query = (
        "select distinct s.title, s.publisher, s.url, s.note from boundaries as b "
        "inner join sources as s on s.source = b.source order by all"
    )
    lines = [" · ".join(part for part in source if part) for source in contents.database.execute(query).fetchall()]
    said = [
        f"SPDX-License-Identifier: {BORDERS.name}",
        BORDERS.title,
        *lines,
        f"licences/{BORDERS.text.name}",
    ]
    return "\n".join(said) + "\n"


def _reasons(contents: Contents) -> dict[str, dict[str, str | None]]:
    """The kinds of nothing; a reported zero is a figure like any other."""
    return {code: term for code, term in contents.terms["missing_reasons"].items() if code != "reported_zero"}


def _tables(contents: Contents, language: str) -> str:
    lines = [f"| {' | '.join(HEADS[language])} |", "| --- | ---: | --- |"]
    for table in contents.tables.values():
        lines.append(f"| `{table.name}` | {len(table.rows)} | {table.description[language].replace('|', '/')} |")
    return "\n".join(lines)
