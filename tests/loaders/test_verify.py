"""`python -m loaders verify`: each source of a record read again from a server that keeps, moves, changes and fails."""

import csv
import json

import pytest
from click.testing import CliRunner

from loaders.__main__ import command
from loaders.polite.page import Manner
from loaders.problems import BuildRefused
from loaders.verify.citations import cited
from loaders.verify.command import verify
from loaders.verify.page_texts import texts
from tests.loaders.local_server import LocalServer, certificate

QUICK = Manner(between=0, connect=2, read=0.3, whole=0.6, attempts=2, first_wait=0.01, largest=200_000)

QUOTED = "skirta 500 000 Eur"

STORY = """<html><head><title>Strategija</title></head><body><h1>Strategija</h1>
<p>Strategijai įgyvendinti buvo skirta 500&nbsp;000 Eur.</p>
<p>Dalyvavo „Senjorų klubo“ – 40 žmonių; tęsinys žemiau.</p>
<ul><li>Neįgalieji</li><li>Bedarbiai</li></ul></body></html>"""


@pytest.fixture
def server():
    """A server with the story at /story and everything of `LocalServer`."""
    local = LocalServer()
    local.pages["/story"] = ("text/html", STORY.encode())
    yield local
    local.close()


@pytest.fixture
def data(tmp_path):
    """`data(sources, facts)`: a data folder with one record that has these sources and quotations."""

    def made(sources, quotations):
        about = {"title": "Šaltinis", "publisher": "VVG", "kind": "vvg_page"}
        told = "".join(
            f"  {key}: {json.dumps(about | ({'url': url} if url else {}))}\n" for key, url in sources.items()
        )
        facts = "".join(
            f"      - {{name: grupė, src: {name}, as_written: {json.dumps(words)}}}\n" for name, words in quotations
        )
        file = tmp_path / "data" / "vvg" / "bandymas.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            "vvg: bandymas\nname: Bandymo VVG\ncity: Pakruojis\nmunicipality: Pakruojo rajono savivaldybė\n"
            f"sources:\n{told}strategies:\n  - eu_period: 2014-2020\n    target_groups:\n{facts}",
            encoding="utf-8",
        )
        return tmp_path / "data"

    return made


@pytest.fixture
def outcome(data, tmp_path, capsys):
    """`outcome(url, words)`: what comes of a source with this address and quotation."""

    def of(url, *words, source="S1"):
        folder = data({source: url}, [(source, one) for one in words])
        [result] = verify(folder, (), None, tmp_path / "cache", allow_local=True, manner=QUICK, texts=texts)
        return result

    return of


def test_words_that_still_stand_there_are_confirmed(server, outcome):
    result = outcome(server.at("/story"), QUOTED, "DALYVAVO „senjorų klubo” - 40 žmonių", "Neįgalieji … Bedarbiai")
    assert (result.outcome, result.confirmed, result.lost) == ("confirmed", 3, ())


def test_words_that_no_longer_stand_there_are_told(server, outcome):
    result = outcome(server.at("/story"), QUOTED, "skirta 600 000 Eur", "skirta 500 00")
    assert (result.outcome, result.confirmed) == ("changed", 1)
    assert [quoted.words for quoted in result.lost] == ["skirta 600 000 Eur", "skirta 500 00"]
    assert result.lost[0].line == 11


def test_a_page_that_moved_is_told_with_its_new_address(server, outcome):
    server.pages["/page"] = ("text/html", STORY.encode())
    result = outcome(server.at("/moved"), QUOTED)
    assert (result.outcome, result.final_url) == ("moved", server.at("/page"))


def test_a_page_that_moved_and_lost_the_words_has_changed(server, outcome):
    result = outcome(server.at("/moved"), "skirta 7 Eur")
    assert (result.outcome, result.final_url) == ("changed", server.at("/page"))


@pytest.mark.parametrize("path", ["/gone-404", "/gone-410"])
def test_a_page_that_is_gone_is_told(server, outcome, path):
    result = outcome(server.at(path), QUOTED)
    assert (result.outcome, result.confirmed) == ("gone", 0)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/always-500", "answers 500"),
        ("/slow", "does not answer in time"),
        ("/cut-off", "cuts the answer off"),
        ("/too-short", "cuts the answer off"),
        ("/circle", "redirects in a circle"),
        ("/huge", "larger than"),
        ("/bomb", "larger than"),
        ("/hidden/page", "robots.txt"),
        ("/far-away", "asks to come back"),
        ("/noise", "it cannot be read: "),
    ],
)
def test_a_page_that_cannot_be_read_is_told_with_the_reason(server, outcome, path, reason):
    server.pages["/noise"] = ("text/html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    result = outcome(server.at(path), QUOTED)
    assert result.outcome == "unreachable"
    assert reason in result.reason


def test_faults_that_pass_are_no_news(server, outcome):
    assert outcome(server.at("/500-then-200"), QUOTED).outcome == "confirmed"
    assert outcome(server.at("/429-then-200"), QUOTED).outcome == "confirmed"
    assert outcome(server.at("/packed"), QUOTED).outcome == "confirmed"


def test_a_wrong_certificate_is_told(data, tmp_path):
    secure = LocalServer(certificate(tmp_path))
    try:
        folder = data({"S1": secure.at("/page")}, [("S1", QUOTED)])
        [result] = verify(folder, (), None, tmp_path / "cache", allow_local=True, manner=QUICK, texts=texts)
    finally:
        secure.close()
    assert (result.outcome, result.reason) == ("unreachable", "its certificate is not valid (asked for robots.txt)")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1257"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1257", "nonsense"])
def test_a_page_with_a_wrong_charset_is_read_all_the_same(server, outcome, encoding, declared):
    text = "<html><body><h1>Žinios</h1><p>Įgyvendinti šešis projektus žmonėms, čia ūkis ir ąžuolas.</p></body></html>"
    server.pages["/wrong"] = (f"text/html; charset={declared}", text.encode(encoding))
    assert outcome(server.at("/wrong"), "įgyvendinti šešis projektus žmonėms").outcome == "confirmed"


def test_words_beside_the_main_text_count_too(server, outcome):
    page = STORY.replace("</body>", "<aside><nav>Kvietimas Nr. 3 atidarytas</nav></aside></body>")
    server.pages["/beside"] = ("text/html", page.encode())
    assert outcome(server.at("/beside"), "Kvietimas Nr. 3 atidarytas").outcome == "confirmed"


def test_without_an_address_or_a_quotation_nothing_can_be_checked(server, data, tmp_path):
    folder = data({"S1": None, "S2": server.at("/story"), "S3": server.at("/story")}, [("S1", QUOTED), ("S3", QUOTED)])
    results = verify(folder, (), None, tmp_path / "cache", allow_local=True, manner=QUICK, texts=texts)
    told = {one.cited.source: (one.outcome, one.reason) for one in results}
    assert told["S1"] == ("not_checkable", "it has no address")
    assert told["S2"] == ("not_checkable", "nothing is quoted from it")
    assert told["S3"] == ("confirmed", "")


def test_a_page_that_several_sources_name_is_read_once(server, data, tmp_path):
    folder = data({"S1": server.at("/story"), "S2": server.at("/story")}, [("S1", QUOTED), ("S2", "skirta 9 Eur")])
    results = verify(folder, (), None, tmp_path / "cache", allow_local=True, manner=QUICK, texts=texts)
    assert {one.outcome for one in results} == {"confirmed", "changed"}
    assert server.count("/story") == 1


def asked(*words):
    return CliRunner().invoke(command, ["verify", *map(str, words)])


def test_the_command_prints_a_table_and_ends_well_whatever_it_found(server, data, tmp_path):
    folder = data({"S1": server.at("/story"), "S2": server.at("/gone-404")}, [("S1", QUOTED), ("S2", QUOTED)])
    before = (folder / "vvg" / "bandymas.yaml").read_bytes()
    report = tmp_path / "report.json"
    result = asked("--data", folder, "--cache", tmp_path / "cache", "--allow-local", "--report", report)
    assert result.exit_code == 0
    gone, confirmed, counts = result.stdout.splitlines()
    assert gone == f"gone           bandymas/S2    0/1  the server answers 404  {server.at('/gone-404')}"
    assert confirmed == f"confirmed      bandymas/S1    1/1  {server.at('/story')}"
    assert counts == "2 sources: 1 gone, 1 confirmed"
    assert [row["outcome"] for row in json.loads(report.read_text(encoding="utf-8"))] == ["gone", "confirmed"]
    assert (folder / "vvg" / "bandymas.yaml").read_bytes() == before


def test_a_report_as_csv_holds_no_formula(server, data, tmp_path):
    folder = data({"S1": server.at("/story")}, [("S1", "=HYPERLINK(1)")])
    report = tmp_path / "report.csv"
    assert asked("--data", folder, "--cache", tmp_path / "c", "--allow-local", "--report", report).exit_code == 0
    [row] = csv.DictReader(report.open(encoding="utf-8"))
    assert (row["outcome"], row["lost"]) == ("changed", "'=HYPERLINK(1)")


def test_without_leave_no_local_page_is_read(server, data, tmp_path):
    folder = data({"S1": server.at("/story")}, [("S1", QUOTED)])
    result = asked("--data", folder, "--cache", tmp_path / "cache")
    assert result.exit_code == 0
    assert "is not a public address" in result.stdout
    assert server.asked == []


def test_what_cannot_run_says_why(data, tmp_path):
    folder = data({"S1": None}, [("S1", QUOTED)])
    cache = tmp_path / "cache"
    unknown = asked("--data", folder, "--cache", cache, "--only", "kitas")
    assert (unknown.exit_code, "no record 'kitas'" in unknown.stderr) == (1, True)
    assert asked("--data", folder, "--cache", cache, "--report", tmp_path / "a.txt").exit_code == 1
    (folder / "vvg" / "bandymas.yaml").write_text("vvg: [", encoding="utf-8")
    broken = asked("--data", folder, "--cache", cache)
    assert (broken.exit_code, "bandymas.yaml:" in broken.stderr) == (1, True)
    (tmp_path / "file").touch()
    assert asked("--data", folder, "--cache", tmp_path / "file" / "cache").exit_code == 1


def test_every_quotation_of_the_real_records_belongs_to_a_source(root):
    sources = cited(root / "data")
    assert {one.vvg for one in sources} >= {"pakruojis", "national"}
    assert sum(len(one.quotations) for one in sources) > 400
    [pakruojis] = [one for one in sources if (one.vvg, one.source) == ("pakruojis", "S6")]
    line = (root / "data" / "vvg" / "pakruojis.yaml").read_text(encoding="utf-8").splitlines()
    assert all(quoted.words in line[quoted.line - 1] for quoted in pakruojis.quotations)


def test_only_named_records_are_read(root):
    assert {one.vvg for one in cited(root / "data", ["kelme", "national"])} == {"kelme", "national"}
    with pytest.raises(BuildRefused):
        cited(root / "data", ["nera"])
