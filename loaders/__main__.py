"""The command: `python -m loaders [build|check|path|schema|publish|export|extract|verify]`."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from database.connection import ROOT, NoDatabase, build_folder, current_path
from loaders.problems import BuildRefused

# Each command imports what it needs when it is asked for: none waits for the libraries of the others.

STEPS = ["vocabularies", "records", "tables", "checks", "in place"]

data_option = click.option(
    "--data", type=click.Path(path_type=Path), default=ROOT / "data", help="Folder of the data [data]."
)
into_option = click.option(
    "--into", type=click.Path(path_type=Path), default=None, help="Folder of the database [data/build]."
)

cache_option = click.option(
    "--cache", type=click.Path(path_type=Path), help="Folder of pages read before [the user's own cache]."
)
local_option = click.option("--allow-local", is_flag=True, hidden=True, help="Read from this machine too, for tests.")

jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), default=lambda: len(os.sched_getaffinity(0)),
    help="How many documents are read at once [one a processor].",
)  # fmt: skip


class DefaultsToBuild(click.Group):
    """`python -m loaders --into X` means `python -m loaders build --into X`."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Puts `build` before arguments that name no command."""
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "-h")):
            args = ["build", *args]
        return super().parse_args(context, args)


@click.group(cls=DefaultsToBuild)
def command() -> None:
    """Builds the database of the atlas from data/."""


@command.command()
@data_option
@into_option
def build(data: Path, into: Path | None) -> None:
    """Makes the database and puts it in place (the default)."""
    path = _told(data, into or build_folder())
    click.echo(f"{path}")


@command.command()
@data_option
def check(data: Path) -> None:
    """Does everything but the last step: reads, fills and checks, and changes nothing."""
    _told(data, None)
    click.echo("no problems")


@command.command()
@into_option
def path(into: Path | None) -> None:
    """Prints the path of the database in use."""
    found = current_path(into)
    if found is None:
        raise click.ClickException("nothing is built yet: run `python -m loaders`")
    click.echo(f"{found}")


@command.command()
@click.option("--to", type=click.Path(path_type=Path), default=ROOT / "data" / "vvg.schema.json")
def schema(to: Path) -> None:
    """Writes the form of a record as JSON Schema, for editors that complete and check a record."""
    to.write_text(json_schema(), encoding="utf-8")
    click.echo(f"{to}")


@command.command()
@click.argument("server", metavar="CLICKHOUSE://USER:PASSWORD@HOST:PORT/DATABASE", envvar="ATLAS_PUBLISH_TO")
@data_option
@into_option
def publish(server: str, data: Path, into: Path | None) -> None:
    """Builds as always, then puts the data onto a ClickHouse server and into use there.

    The address may be in ATLAS_PUBLISH_TO instead, where no list of processes shows the password.
    """
    from database.clickhouse.address import address
    from loaders.build import KEPT

    with _cluster():
        from database.clickhouse.filling import FillRefused, fill
    try:
        at = address(server)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    path = _told(data, into or build_folder())
    try:
        version = fill(path, at, KEPT, lambda table: click.echo(f"… {table}", err=True))
    except (FillRefused, NoDatabase) as error:
        raise click.ClickException(f"{error}; the data in use there are unchanged") from error
    click.echo(f"{at.database}_{version}")


@contextmanager
def _cluster() -> Iterator[None]:
    """Around the import of what requirements-cluster.txt holds."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is not installed: pip install -r requirements-cluster.txt") from error


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@into_option
def export(folder: Path, into: Path | None) -> None:
    """Writes the open data into FOLDER: CSV, Parquet, GeoJSON, XLSX and their description.

    FOLDER is empty, not there yet, or holds an older export. ATLAS_ADDRESS is the address that the citation names.
    """
    from database.citation import public_address
    from database.export import ExportRefused
    from database.export import export as export_database

    database = current_path(into)
    if database is None:
        raise click.ClickException("nothing is built yet: run `python -m loaders`")
    try:
        export_database(database, folder, public_address())
    except (ExportRefused, NoDatabase) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.strerror}: {error.filename}") from error
    click.echo(f"{folder}")


@command.command()
@click.argument("documents", nargs=-1, required=True, metavar="FILE_OR_URL…")
@click.option("--against", type=click.Path(path_type=Path), help="Folder of the data to compare with, as data/.")
@click.option("--to", type=click.Path(path_type=Path), help="Folder for <vvg>.yaml; else the draft is printed.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@jobs_option
@click.option("--scheduler", metavar="TCP://HOST:PORT", help="Spread them over the workers of this dask scheduler.")
@cache_option
@local_option
def extract(
    documents: tuple[str, ...],
    against: Path | None,
    to: Path | None,
    force: bool,
    jobs: int,
    scheduler: str | None,
    cache: Path | None,
    allow_local: bool,
) -> None:
    """Writes a draft record of what HTML, PDF, DOCX, ODT or text documents say, with the place of every fact.

    Documents of one VVG become one draft. Ends with 1 where a document could not be read.
    """
    from loaders.documents.command import Wishes
    from loaders.documents.command import extract as extract_documents

    wishes = Wishes(against, to, force, cache, allow_local, jobs, scheduler)
    if scheduler is None:
        is_whole = extract_documents(documents, wishes)
    else:
        with _cluster():
            from loaders.documents.scheduler import NoWorkers
        try:
            is_whole = extract_documents(documents, wishes)
        except NoWorkers as error:
            raise click.ClickException(str(error)) from error
    if not is_whole:
        sys.exit(1)


@command.command()
@click.option("--only", multiple=True, metavar="VVG", help="Only the sources of this VVG; may be given again.")
@click.option("--report", type=click.Path(path_type=Path), help="A .json or .csv file for the results.")
@data_option
@cache_option
@local_option
def verify(only: tuple[str, ...], report: Path | None, data: Path, cache: Path | None, allow_local: bool) -> None:
    """Reads the page of every source again and says whether what the records quote still stands there."""
    from loaders.verify.command import verify as verify_sources

    verify_sources(data, only, report, cache, allow_local)


def json_schema() -> str:
    """The form of a VVG record as JSON Schema text."""
    from loaders.records import VvgRecord

    form = VvgRecord.model_json_schema(mode="validation")
    return json.dumps(form, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _told(data: Path, into: Path | None) -> Path | None:
    """Builds with a progress bar on a terminal and plain lines elsewhere; prints all problems and exits 1."""
    from loaders.build import build as build_database

    steps = STEPS if into else STEPS[:-1]
    try:
        if sys.stderr.isatty():
            with click.progressbar(length=len(steps), label="data → database", file=sys.stderr) as bar:
                return build_database(data, into, lambda step: bar.update(1))
        return build_database(data, into, lambda step: click.echo(f"… {step}", err=True))
    except BuildRefused as refused:
        for problem in refused.problems:
            click.echo(str(problem), err=True)
        click.echo(f"{len(refused.problems)} problems; the database in use is unchanged", err=True)
        sys.exit(1)
    except OSError as error:
        raise click.ClickException(f"{error.strerror}: {error.filename}; the database in use is unchanged") from error


if __name__ == "__main__":
    command(prog_name="python -m loaders")
