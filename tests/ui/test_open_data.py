"""The zip of the open data, as the server gives it away."""

import zipfile
from io import BytesIO

import pytest
from starlette.applications import Starlette

from database import export
from ui import opening, service


@pytest.fixture
def app() -> Starlette:
    service.archive_of.cache_clear()
    return Starlette(routes=opening.routes("vvg"))


@pytest.mark.parametrize("base", ["", "/vvg"])
def test_the_open_data_come_as_one_zip_named_after_its_version(ask, app, atlas_build, base):
    answer = ask(app, f"{base}/data/atlas.zip")
    name = (atlas_build / "current").read_text().strip().removesuffix(".duckdb")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="vvg-{name}.zip"'
    with zipfile.ZipFile(BytesIO(answer.content)) as packed:
        assert packed.testzip() is None
        assert "vvg-atlasas/datapackage.json" in packed.namelist()


def test_it_is_made_once_for_a_version_and_not_for_each_reader(ask, app, atlas_build, monkeypatch):
    made = []
    monkeypatch.setattr(export, "archive", lambda path, address: made.append((path.name, address)) or b"zip")
    monkeypatch.setenv("ATLAS_ADDRESS", "https://atlas.example/")
    answers = [ask(app, "/data/atlas.zip").content for _ in range(3)]
    service.archive_of.cache_clear()
    assert answers == [b"zip"] * 3
    assert made == [((atlas_build / "current").read_text().strip(), "https://atlas.example")]


def test_without_a_readable_database_it_says_so(ask, app, tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    assert ask(app, "/data/atlas.zip").status == 503
    (tmp_path / "atlas-0a1b2c.duckdb").write_bytes(bytes(8) + b"DUCK" + bytes(100))
    (tmp_path / "current").write_text("atlas-0a1b2c.duckdb\n", encoding="utf-8")
    assert ask(app, "/data/atlas.zip").status == 503
