"""The files around the code keep their promises: locks, settings, static files."""

import json
import re
import tomllib

import pytest
from streamlit import config

LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-cluster.txt", "benchmarks/requirements.txt"]


def pins(text: str) -> dict[str, str]:
    """Name -> its lines' versions and markers, of a lock file."""
    found: dict[str, str] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\\\n]+)", text, re.MULTILINE):
        found[name] = f"{found.get(name, '')} {version.strip()}"
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash_and_no_place_to_come_from(root, name):
    text = (root / name).read_text()
    packages = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(packages) > 40
    assert all("--hash=sha256:" in package for package in packages)
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted-host", text)


def test_what_tests_install_is_what_runs_and_more(root):
    run, dev, _cluster, peers = (pins((root / name).read_text()) for name in LOCKS)
    assert run.items() <= dev.items()
    assert {"pytest", "ruff", "playwright"} <= dev.keys() - run.keys()
    assert run.items() <= peers.items()
    assert not {"polars", "datasette", "dash"} & dev.keys()


def test_what_is_needed_past_one_machine_fits_beside_all_else_and_is_needed_by_nothing_else(root):
    run, dev, cluster, _peers = (pins((root / name).read_text()) for name in LOCKS)
    assert run.items() <= cluster.items()
    assert {name: cluster[name] for name in cluster.keys() & dev.keys()}.items() <= dev.items()
    assert {"chdb", "clickhouse-connect", "distributed", "sqlglot"} <= cluster.keys() - dev.keys()


def test_the_roots_are_locked_at_the_versions_they_name(root):
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    _run, dev, cluster, peers = (pins((root / name).read_text()) for name in LOCKS)
    locked = peers | dev | cluster
    roots = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    for name, version in (wanted.partition(";")[0].split("==") for wanted in roots):
        assert locked[name.lower()].partition(";")[0].strip() == version


def test_every_setting_is_one_that_this_streamlit_knows(root):
    settings = tomllib.loads((root / ".streamlit" / "config.toml").read_text())
    unknown = [name for name in names(settings) if name not in config._config_options_template]
    assert not unknown


def names(table: dict, above: str = "") -> list[str]:
    """Dotted names of all values of a TOML table."""
    found = []
    for name, value in table.items():
        found += names(value, f"{above}{name}.") if isinstance(value, dict) else [above + name]
    return found


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("client.toolbarMode", "viewer"),
        ("server.enableAgentApi", False),
        ("server.enableCORS", True),
        ("server.enableXsrfProtection", True),
        ("server.fileWatcherType", "none"),
    ],
)
def test_the_server_runs_with_the_safe_settings(root, monkeypatch, setting, value):
    monkeypatch.chdir(root)
    assert config.get_config_options(force_reparse=True)[setting].value == value


def test_only_listed_files_are_served_as_static(root):
    static = root / "ui" / "static"
    served = {str(path.relative_to(static)) for path in static.rglob("*") if path.is_file()}
    assert served == {"favicon.png", "topo/world_110m.json"}
    assert (static / "favicon.png").read_bytes().startswith(b"\x89PNG\r\n")
    topology = json.loads((static / "topo" / "world_110m.json").read_text())
    assert topology["type"] == "Topology"
    assert not any(layer["geometries"] for layer in topology["objects"].values())
