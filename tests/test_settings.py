"""The settings under which the server really runs: read from it while it runs, not from the file."""

import json
from pathlib import Path
from urllib.request import urlopen

import pytest

from benchmarks.server import serving

EFFECTIVE = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "global.developmentMode": False,
    "logger.enableRich": False,
    "logger.level": "warning",
    "runner.magicEnabled": False,
    "server.corsAllowedOrigins": [],
    "server.disconnectedSessionTTL": 30,
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": True,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxMessageSize": 50,
    "server.maxUploadSize": 20,
    "server.runOnSave": False,
    "server.trustedUserHeaders": {},
}
TELLING = """
import json
import app as door
import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route

NAMES = {names}

def told(_request):
    return JSONResponse({{name: st.get_option(name) for name in NAMES}})

app = st.App(
    "ui/main.py", routes=[*door.app._user_routes, Route("/told", told)], middleware=door.app._user_middleware,
    lifespan=door.app._user_lifespan,
)
"""


@pytest.fixture(scope="module")
def told(root: Path, atlas_build: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """The options of a running server of the atlas that also tells them."""
    copy = tmp_path_factory.mktemp("telling") / "atlas"
    copy.mkdir()
    for name in ("app.py", "ui", "pages", "database", ".streamlit", "pyproject.toml", "data", "CHANGELOG.md"):
        (copy / name).symlink_to(root / name)
    names = [*EFFECTIVE, "server.allowedHosts"]
    (copy / "telling.py").write_text(TELLING.format(names=names))
    settings = {
        "ATLAS_BUILD": str(atlas_build),
        "STREAMLIT_SERVER_ALLOWED_HOSTS": "127.0.0.1 atlasas.example.lt",
    }
    with (
        serving(copy / "log", "telling.py", copy, **settings) as server,
        urlopen(f"{server.url}/told", timeout=30) as answer,
    ):
        return json.load(answer)


@pytest.mark.parametrize("name", EFFECTIVE)
def test_the_running_server_has_the_safe_setting(told, name):
    assert told[name] == EFFECTIVE[name]


def test_a_deployment_with_one_name_can_say_so(told):
    """deploy/README.md: without it any name is taken, for those of local networks are not known here."""
    assert told["server.allowedHosts"] == ["127.0.0.1", "atlasas.example.lt"]


def test_the_door_lets_through_as_much_as_the_server_takes(root, told):
    door = (root / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert f"client_max_body_size {told['server.maxUploadSize'] + 1}m;" in door
