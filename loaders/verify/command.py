"""`python -m loaders verify`: every source asked for again, and what came of it."""

from collections.abc import Collection
from pathlib import Path

import click

from loaders.polite.cache import Cache, default_folder
from loaders.polite.client import PoliteClient
from loaders.polite.page import Manner, Page
from loaders.problems import BuildRefused
from loaders.verify.checking import Checked, Texts, checked
from loaders.verify.citations import cited
from loaders.verify.page_texts import texts_safely
from loaders.verify.report import as_csv, as_json, table


def verify(
    data: Path,
    only: Collection[str],
    report: Path | None,
    cache: Path | None = None,
    allow_local: bool = False,
    manner: Manner | None = None,
    texts: Texts = texts_safely,
) -> list[Checked]:
    """Reads the sources of the records again and prints what came of each; no record is changed.

    `only` names the VVGs whose sources are read (all, where it is empty); `report` is a .json or .csv file to be
    written; `cache` is the folder that keeps pages between runs. Raises ClickException where it cannot run.
    """
    if report and report.suffix not in (".json", ".csv"):
        raise click.ClickException(f"{report}: a report is a .json or a .csv file")
    try:
        sources = cited(data, only)
        kept = Cache(cache or default_folder())
    except BuildRefused as refused:
        raise click.ClickException("\n".join(map(str, refused.problems))) from refused
    except OSError as error:
        raise click.ClickException(f"{error.strerror}: {error.filename}") from error
    with PoliteClient(kept, allow_local, manner) as client:

        def fetch(url: str) -> Page:
            click.echo(f"… {url}", err=True)
            return client.get(url)

        results = list(checked(sources, fetch, texts))
    for line in table(results):
        click.echo(line)
    if report:
        try:
            report.write_text(as_json(results) if report.suffix == ".json" else as_csv(results), encoding="utf-8")
        except OSError as error:
            raise click.ClickException(f"{error.strerror}: {error.filename}") from error
    return results
