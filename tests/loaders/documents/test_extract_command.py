"""`python -m loaders extract`: what it writes, compares and says, and what it never overwrites."""

from functools import partial

import pytest
import yaml
from click.testing import CliRunner

from loaders.__main__ import command
from loaders.documents.command import Wishes, extract, problems
from loaders.documents.document import Unreadable
from loaders.documents.draft import as_yaml
from loaders.documents.extraction import Extraction, extract_safely
from loaders.documents.extraction import extract as extract_one
from loaders.documents.readers import in_order
from loaders.yaml_lines import read
from tests.loaders.local_server import LocalServer

PAGE = """<html><head><title>Apie mus</title></head><body><h1>Pakruojo miesto vietos veiklos grupė</h1>
<p>Pakruojo miesto vietos veiklos grupė parengė Pakruojo miesto 2016–2022 m. vietos plėtros strategiją.</p>
<p>Strategijai įgyvendinti skirta 327 863 Eur.</p></body></html>"""


@pytest.fixture
def file(tmp_path):
    """`file(name, content)`: a file to be read."""

    def made(name, content=b"x"):
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return made


@pytest.fixture
def extracted(document, findings):
    """A stand-in for reading and finding: every document says what the one of these tests says."""

    def read_and_found(content, name, url, reader):
        if content == b"unreadable":
            raise Unreadable("The document is damaged.")
        known = [] if content == b"nobody" else findings
        return Extraction(document, known, [(document.blocks[0].place, "Kas 5 metus?")])

    return partial(in_order, extracted=read_and_found)


def test_a_draft_goes_to_standard_output_and_the_summary_beside_it(file, extracted, document, findings, day, capsys):
    assert extract([file("a.html")], Wishes(), extracted, day)
    out, err = capsys.readouterr()
    assert out == as_yaml(document, findings, day, [(document.blocks[0].place, "Kas 5 metus?")])
    assert err.startswith("bandymas: 1 document: 1 approval, 1 call, 1 event, 4 funding, 1 indicator, 3 item")
    assert "0 not written; 1 sentences not understood" in err
    assert len(err.splitlines()) == 1


def test_documents_of_one_group_become_one_draft(file, extracted, day, capsys):
    assert extract([file("a.html"), file("b.html")], Wishes(), extracted, day)
    out, err = capsys.readouterr()
    assert list(yaml.safe_load(out)["sources"]) == ["S1", "S2"]
    assert err.startswith("bandymas: 2 documents: ")


def test_a_document_that_cannot_be_read_has_its_line_and_the_others_go_on(file, extracted, tmp_path, day, capsys):
    broken, missing = file("broken.pdf", b"unreadable"), str(tmp_path / "none.pdf")
    assert not extract([broken, missing, str(tmp_path), "a\0b", file("a.html")], Wishes(), extracted, day)
    out, err = capsys.readouterr()
    assert err.splitlines()[:4] == [
        f"{broken}: The document is damaged.",
        f"{missing}: there is no such file",
        f"{tmp_path}: there is no such file",
        "a\0b: there is no such file",
    ]
    assert yaml.safe_load(out)["vvg"] == "bandymas"


def test_a_file_that_is_there_is_never_overwritten(file, extracted, tmp_path, day, capsys):
    wishes = Wishes(to=tmp_path / "drafts")
    assert extract([file("a.html")], wishes, extracted, day)
    draft = tmp_path / "drafts" / "bandymas.yaml"
    assert capsys.readouterr().out == f"{draft}\n"
    draft.write_text("mine", encoding="utf-8")
    assert not extract([file("a.html")], wishes, extracted, day)
    assert draft.read_text(encoding="utf-8") == "mine"
    assert "is there already; --force writes over it" in capsys.readouterr().err
    assert extract([file("a.html")], Wishes(to=tmp_path / "drafts", force=True), extracted, day)
    assert yaml.safe_load(draft.read_text(encoding="utf-8"))["vvg"] == "bandymas"


def test_a_draft_of_nobody_is_named_after_its_document(file, extracted, tmp_path, day, capsys):
    given = [file("Evil Ž.html", b"nobody"), file("a.html")]
    assert extract(given, Wishes(to=tmp_path / "drafts"), extracted, day)
    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == ["bandymas.yaml", "draft-evil.yaml"]
    assert "draft-evil.yaml:7: 'vvg' is missing; add 'vvg:' here" in capsys.readouterr().err


def test_two_drafts_of_nobody_do_not_share_a_file(tmp_path, extracted, day):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.html").write_bytes(b"nobody")
    extract([str(tmp_path / one / "page.html") for one in "ab"], Wishes(to=tmp_path / "to"), extracted, day)
    assert sorted(path.name for path in (tmp_path / "to").iterdir()) == ["draft-page-2.yaml", "draft-page.yaml"]


def test_a_changed_page_is_a_diff(file, extracted, document, findings, tmp_path, day, capsys):
    record = tmp_path / "data" / "vvg" / "bandymas.yaml"
    record.parent.mkdir(parents=True)
    changed = as_yaml(document, findings, day).replace("1300000", "1250000").replace("1 300 000", "1 250 000")
    record.write_text(changed, encoding="utf-8")
    assert extract([file("a.html")], Wishes(against=tmp_path / "data"), extracted, day)
    out = capsys.readouterr().out
    assert "~ amount_eur: 1250000 → 1300000" in out
    assert record.read_text(encoding="utf-8") == changed
    record.write_text("vvg: [", encoding="utf-8")
    assert not extract([file("a.html")], Wishes(against=tmp_path / "data"), extracted, day)
    record.unlink()
    assert extract([file("a.html")], Wishes(against=tmp_path / "data"), extracted, day)
    assert "no such record yet" in capsys.readouterr().err


def test_what_a_person_has_to_mend_is_told_as_the_build_would(document, findings, day):
    assert list(problems(as_yaml(document, findings, day), "bandymas")) == []
    unknown = [one for one in findings if one.field != "strategy"]
    told = [problem.what for problem in problems(as_yaml(document, unknown, day), "bandymas")]
    assert told == ["'eu_period' is missing"]


def test_a_process_of_its_own_finds_the_same():
    content = PAGE.encode()
    assert extract_safely(content, "a.html", "https://example.lt/a") == extract_one(
        content, "a.html", "https://example.lt/a"
    )
    with pytest.raises(Unreadable):
        extract_safely(b"\x89PNG\r\n\x1a\n" * 10, "a.png")


def asked(*words):
    return CliRunner().invoke(command, ["extract", *map(str, words)])


def test_the_whole_way_from_a_page_on_a_server_to_a_draft(tmp_path):
    server = LocalServer()
    server.pages["/apie"] = ("text/html", PAGE.encode())
    try:
        address, gone = server.at("/apie"), server.at("/gone-404")
        result = asked(address, gone, "--to", tmp_path / "drafts", "--cache", tmp_path / "cache", "--allow-local")
    finally:
        server.close()
    assert result.exit_code == 1
    assert f"{gone}: the server answers 404" in result.stderr
    tree, _ = read(tmp_path / "drafts" / "pakruojis.yaml", "pakruojis.yaml")
    assert tree["city"] == "Pakruojis"
    assert tree["sources"]["S1"]["url"] == address
    [strategy] = tree["strategies"]
    assert (strategy["eu_period"], strategy["period"]) == ("2014-2020", "2016-2022")
    assert strategy["funding"][0]["amount_eur"] == "327863"


def test_a_local_address_is_not_read_without_leave(tmp_path):
    result = asked("http://127.0.0.1:9/a", "--cache", tmp_path)
    assert result.exit_code == 1
    assert "is not a public address" in result.stderr
    assert result.stdout == ""


def test_without_documents_it_says_how_it_is_used():
    assert asked().exit_code == 2
