"""What deploy/ and SECURITY.md say is there, is there, and its numbers agree."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PAPERS = [DEPLOY / "README.md", ROOT / "SECURITY.md"]
UNITS = sorted(DEPLOY.glob("*.service"))
OWN = ("app.py", "benchmarks/", "data/", "database/", "deploy/", "loaders/", "pages/", "tests/", "ui/")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_file_that_is_named_is_there(paper):
    named = [word for word in re.findall(r"`([^`\s]+)`", paper.read_text(encoding="utf-8")) if word.startswith(OWN)]
    assert named
    assert [word for word in named if not (ROOT / word).exists()] == []


def test_every_file_of_the_folder_is_explained():
    told = (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in DEPLOY.iterdir() if file.name != "README.md" and f"`{file.name}`" not in told] == []


def test_the_ports_and_limits_are_the_same_everywhere():
    told = (DEPLOY / "README.md").read_text(encoding="utf-8")
    door = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    ports = re.findall(r"server 127\.0\.0\.1:(\d+)", door)
    assert ports == ["8501", "8502"]
    assert f"systemctl enable --now {' '.join(f'vvg-atlasas@{port}' for port in ports)}" in told
    for limit in ("limit_conn vvg_all 400;", "limit_conn vvg_readers 60;", "rate=40r/s;", "client_max_body_size 21m;"):
        assert limit in door
    for words in ("lets 400 sessions", "60 from one address", "40 requests a second", "up to 21 MB"):
        assert words in told


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_confined(unit):
    lines = unit.read_text(encoding="utf-8").splitlines()
    assert {"ProtectSystem=strict", "NoNewPrivileges=yes", "ProtectHome=yes", "CapabilityBoundingSet="} <= set(lines)
    assert any(line.startswith("MemoryMax=") for line in lines)
    if "@" in unit.name:
        assert {"IPAddressDeny=any", "IPAddressAllow=localhost", "Restart=on-failure"} <= set(lines)
        assert any("--server.address=127.0.0.1" in line for line in lines)


def test_systemd_understands_the_units():
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("no systemd-analyze here")
    ran = subprocess.run([program, "verify", "--man=no", *UNITS], capture_output=True, text=True, check=False)
    faults = [line for line in ran.stderr.splitlines() if "is not executable" not in line]
    assert faults == []
