"""Add a strategy: read, decided, checked, compared in this visit alone, and taken home as a file."""

import json
import os
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from database import definitions
from loaders import records
from loaders.documents.extraction import extract_as_json
from loaders.documents.reading import letters, messages
from loaders.forms import validated
from loaders.visit import desk, problems
from loaders.visit.checking import checked
from loaders.yaml_lines import read as read_yaml
from ui import leaving, own_data
from ui.add import correcting, fields, refusals
from ui.add.marked import marked
from ui.texts import catalog

SECONDS = 120
DOCUMENT = "tree-numbered.html"
"""An invented strategy of Joniškis, a city whose VVG the invented world does not know."""


@pytest.fixture(scope="module")
def read_once(root):
    return desk.read((root / "tests/documents/open" / DOCUMENT).read_bytes(), DOCUMENT)


@pytest.fixture
def told(read_once):
    """What the loaders make of the document."""
    return deepcopy(read_once)


@pytest.fixture
def adding(page, told, monkeypatch):
    """The page after the document was given, at its findings."""
    monkeypatch.setattr(desk, "read", lambda content, name="": deepcopy(told))
    # A process of its own takes seconds to begin; that it answers the same is a test of its own.
    monkeypatch.setattr(desk, "check", lambda request: json.loads(json.dumps(checked(json.loads(json.dumps(request))))))

    def given(**query: str) -> AppTest:
        app = page("add", **query)
        app.default_timeout = SECONDS
        app.text_area(key="added_text").set_value("Strategija")
        _press(app, "added_text_form")
        assert not app.exception
        return app

    return given


def lt(english: str) -> str:
    """The Lithuanian words: the harness presses buttons of a choice by their Lithuanian labels alone."""
    return str(catalog().get(english).string)


def _press(app: AppTest, key: str) -> AppTest:
    [button] = [button for button in app.button if key in (button.key or "") or key in (button.proto.form_id or "")]
    return button.click().run()


def _go(app: AppTest, step: str) -> AppTest:
    app.segmented_control(key="added_step_choice").set_value(step).run()
    assert not app.exception
    return app


def _ready(app: AppTest) -> AppTest:
    """Accepts what is sure, and says who published the document."""
    _press(app, "added_accept_sure")
    _go(app, "check")
    app.text_input(key="added_publisher").set_value("Joniškio miesto VVG").run()
    return app


def _words(app: AppTest) -> str:
    parts = (app.title, app.subheader, app.markdown, app.caption, app.info, app.success, app.error)
    return "\n".join(str(one.value) for part in parts for one in part).replace("\\", "")


def _found(told: dict, field: str, **values: object) -> int:
    """The number of the finding of a field that has these values."""
    for at, one in enumerate(told["findings"]):
        if one["field"] == field and all(one["values"].get(key) == value for key, value in values.items()):
            return at
    raise AssertionError(f"{field} {values}")


@pytest.mark.parametrize(("language", "title"), [("lt", "Pridėti strategiją"), ("en", "Add a strategy")])
def test_the_first_step_says_what_happens_to_a_document(page, language, title):
    app = page("add", lang=language)
    assert not app.exception
    assert app.title[0].value == title
    assert ("Nieko nesaugome" if language == "lt" else "Nothing is stored") in _words(app)
    assert len(app.get("file_uploader")) == 1


def test_a_file_is_read_in_a_process_of_its_own_and_its_findings_stand_beside_their_words(page, root):
    app = page("add")
    app.default_timeout = SECONDS
    content = (root / "tests/documents/open" / DOCUMENT).read_bytes()
    app.file_uploader(key="added_file").set_value((DOCUMENT, content, "text/html")).run()
    assert not app.exception
    words = _words(app)
    assert "Joniškio miesto vietos plėtros strategija" in words
    assert ":primary-background[" in words
    _open(app, "money")
    assert "412\u00a0780\u00a0€" in _words(app)
    app.query_params["lang"] = "en"
    app.session_state["choice_lang"] = "en"
    app.run()
    assert "€412,780" in _words(app) or "412,780\u00a0€" in _words(app)


def _open(app: AppTest, group: str) -> AppTest:
    app.pills(key="added_group_choice").set_value(group).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("language", ["lt", "en"])
@pytest.mark.parametrize(
    ("content", "refused"), [(b" ", messages.EMPTY), (b"\x89PNG\r\n\x1a\n", messages.UNKNOWN_KIND)]
)
def test_what_cannot_be_read_gets_one_sentence_in_the_readers_language(page, language, content, refused):
    app = page("add", lang=language)
    app.default_timeout = SECONDS
    app.file_uploader(key="added_file").set_value(("a.bin", content, "application/octet-stream")).run()
    assert not app.exception
    [error] = app.error
    said = error.value.replace("\\", "")
    assert (said == refused) == (language == "en")
    assert said


def test_every_refusal_of_the_loaders_has_words():
    assert set(refusals.REFUSALS) == {*messages.ALL, desk.BUSY, desk.NOT_CHECKED}


def test_every_problem_has_words(database):
    named = {code for (code,) in database.execute("select code from vocabulary where scheme = 'checks'").fetchall()}
    assert set(definitions.checks()) <= named
    assert {*refusals.CONCERNS, "missing"} >= problems.CODES


def test_every_field_of_findings_can_be_decided_and_mended(told):
    in_groups = [field for _label, part in fields.GROUPS.values() for field in part]
    assert sorted(in_groups) == sorted(fields.ASKED) == sorted(fields.NAMES) == sorted(fields.MAIN)
    assert {one["field"] for one in told["findings"]} <= set(in_groups)
    assert all(name in fields.KEYS for names in fields.ASKED.values() for name in names)


def test_text_of_a_document_is_never_a_link_a_picture_or_html():
    hostile = "<script>alert(1)</script> ![a](http://x.example/a.png) [b](http://x.example) $x$ :red[c]"
    said = marked(hostile, ["[b](http://x.example)"])
    assert "](" not in said.replace("\\]\\(", "").replace(":primary-background[", "")
    assert "<script" not in said.replace("\\<", "")
    assert said.count(":primary-background[") == 1


def test_findings_are_accepted_rejected_and_opened_again(adding, told):
    app = adding()
    money = _found(told, "funding")
    _open(app, "money")
    control = f"added_decision_{money}"
    app.segmented_control(key=control).set_value("accepted").run()
    draft = app.session_state["added_draft"]
    assert draft.decisions == {money: "accepted"}
    assert f"nuspręsta 1 iš {len(told['findings'])}" in _words(app)
    app.segmented_control(key=control).set_value("rejected").run()
    assert draft.accepted() == []
    app.segmented_control(key=control).set_value(None).run()
    assert draft.decisions == {}


def test_with_a_finding_all_that_it_belongs_to_is_accepted(adding, told):
    app = adding()
    action = _found(told, "item", level="action")
    draft = app.session_state["added_draft"]
    draft.accept(action)
    parents = []
    at = action
    while (at := told["findings"][at]["parent"]) is not None:
        parents.append(at)
    assert len(parents) == 2
    assert set(draft.decisions) == {action, *parents}


def test_a_mended_amount_that_its_words_do_not_hold_is_shown_beside_its_finding(adding, told):
    app = _ready(adding())
    assert lt(
        "The form, the vocabularies, the proofs and the checks of the data accept the draft. Nothing is missing."
    ) in _words(app)
    money = _found(told, "funding")
    draft = app.session_state["added_draft"]
    draft.corrected[money] = (draft.values(draft.found[money]) | {"amount_eur": Decimal(999)}, draft.found[money].words)
    app.run()
    assert lt("The quoted words do not hold this figure or date. Mend the figure, or quote other words.") in _words(app)
    assert any(one.key == f"added_decision_check_{money}" for one in app.segmented_control)
    app.segmented_control(key=f"added_decision_check_{money}").set_value("rejected").run()
    assert lt(
        "The form, the vocabularies, the proofs and the checks of the data accept the draft. Nothing is missing."
    ) in _words(app)


def test_a_finding_is_mended_in_a_form(adding, told):
    app = adding()
    _open(app, "money")
    money = _found(told, "funding")
    app.session_state[f"added_mend_{money}"] = True
    app.run()
    app.text_input(key=f"added_value_{money}_amount_eur").set_value("412 780,50")
    _press(app, f"added_form_{money}")
    assert not app.exception
    draft = app.session_state["added_draft"]
    assert draft.values(draft.found[money])["amount_eur"] == Decimal("412780.50")
    assert draft.decisions[money] == "accepted"
    assert lt("mended by you") in _words(app)
    assert not app.session_state[f"added_mend_{money}"]


@pytest.mark.parametrize(
    ("language", "kind", "written", "value"),
    [
        ("lt", "money", "12 345,50 €", Decimal("12345.50")),
        ("lt", "whole", "1\u00a0095", 1095),
        ("lt", "number", "12,5", Decimal("12.5")),
        ("en", "money", "12,345.50", Decimal("12345.50")),
        ("en", "whole", "1,095", 1095),
    ],
)
def test_a_number_is_read_as_the_readers_language_writes_it(monkeypatch, language, kind, written, value):
    monkeypatch.setattr(correcting, "language", lambda: language)
    assert correcting.parsed(kind, written) == value


@pytest.mark.parametrize(
    ("language", "kind", "written"),
    [
        ("lt", "money", "daug"),
        ("lt", "whole", "2,5"),
        ("lt", "date", "liepa"),
        ("lt", "money", "327.863"),
        ("en", "money", "12,5"),
    ],
)
def test_what_is_no_number_or_date_or_could_be_another_is_refused(monkeypatch, language, kind, written):
    monkeypatch.setattr(correcting, "language", lambda: language)
    with pytest.raises(ValueError, match=written):
        correcting.parsed(kind, written)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (letters.NOTE_MOJIBAKE, "Ištaisytos raidės"),
        ("Pages without text, which may be scanned: 3, 4.", "galbūt skenuoti: 3, 4."),
        ("The page declares utf-8, but its letters are cp1257: it was read so.", "pagal raides"),
    ],
)
def test_what_is_to_be_known_of_the_reading_is_said_in_the_readers_language(sentence, said):
    assert said in refusals.note(sentence)


def test_what_is_missing_is_asked_for(adding, told, root):
    order = (root / "tests/documents/open/order-list.txt").read_bytes()
    told |= json.loads(json.dumps(extract_as_json(order, "order-list.txt", None)))
    app = adding()
    _press(app, "added_accept_sure")
    _go(app, "check")
    assert "Dar nežinoma: Kas paskelbė" in _words(app)
    app.text_input(key="added_publisher").set_value("Ministerija").run()
    assert "Dar nežinoma" not in _words(app)


def test_a_process_of_its_own_answers_the_same(told, atlas_build):
    request = {
        "document": told["document"], "unread": told["unread"], "about": {}, "source": {"publisher": "VVG"},
        "findings": [{"at": at, "finding": one} for at, one in enumerate(told["findings"])], "eu_period": None,
        "read": "2026-01-02", "served": str(_served(atlas_build)), "into": None,
    }  # fmt: skip
    answer = desk.check(request)
    assert answer == json.loads(json.dumps(checked(request)))
    assert answer["name"] == "joniskis"
    assert answer["written"]
    assert "read: 2026-01-02" in answer["yaml"]


def test_without_an_accepted_finding_there_is_nothing_to_check_compare_or_take(adding):
    app = adding()
    for step in ("check", "compare", "file"):
        assert "Dar nieko nepriimta" in _words(_go(app, step))


def test_the_file_is_a_record_that_the_loaders_read(adding, tmp_path):
    app = _go(_ready(adding()), "file")
    app.session_state["added_yaml"] = True
    app.run()
    [yaml] = [code.value for code in app.code if code.language == "yaml"]
    file = tmp_path / "joniskis.yaml"
    file.write_text(yaml, encoding="utf-8")
    tree, lines = read_yaml(file, file.name)
    record = validated(records.VvgRecord, tree, lines, file.name)
    assert record.vvg == "joniskis"
    assert record.sources["S1"].publisher == "Joniškio miesto VVG"
    assert record.strategies[0].funding[0].amount_eur == 412780
    assert len(app.get("download_button")) == 1


@pytest.mark.parametrize("where", ["klaidos@atlas.example", ""])
def test_the_file_can_be_sent_where_the_keepers_say(adding, monkeypatch, where):
    monkeypatch.setenv("ATLAS_REPORT_TO", where)
    app = _go(_ready(adding()), "file")
    links = [link.proto.url for link in app.get("link_button")]
    assert len(links) == bool(where)
    assert all(link.startswith("mailto:klaidos@atlas.example?subject=") for link in links)


def _shown(app: AppTest) -> AppTest:
    _go(_ready(app), "compare")
    _press(app, "added_compare")
    assert not app.exception
    return app


def _cities(app: AppTest) -> list[str]:
    return list(app.multiselect(key="choice_vvg").options)


def test_the_draft_stands_on_every_page_of_this_visit_and_in_no_other(adding, page, atlas_build):
    before = sorted(file.name for file in atlas_build.iterdir())
    app = _shown(adding())
    assert "Joniškis" in _words(app)
    assert lt("The atlas did not know this VVG.") in _words(app)
    app.query_params["vvg"] = "joniskis"
    app.query_params["period"] = "2014-2020"
    app.switch_page("../pages/compare.py").run()
    assert not app.exception
    assert "Joniškis" in _cities(app)
    assert "Rodomas ir jūsų juodraštis (Joniškis" in _words(app)
    app.switch_page("../pages/vvg.py").run()
    assert not app.exception
    assert "412\u00a0780" in _words(app) + " ".join(str(one.value) for one in app.metric)

    other = page("compare")
    assert "Joniškis" not in _cities(other)
    assert "juodraštis" not in _words(other)
    assert sorted(file.name for file in atlas_build.iterdir()) == before

    path = app.session_state["own_data"].atlas.path
    assert path.exists()
    _press(app, "own_data_end")
    assert not path.parent.exists()
    app.switch_page("../pages/compare.py").run()
    assert "Joniškis" not in _cities(app)
    assert "juodraštis" not in _words(app)


def test_no_page_fails_with_a_draft(adding):
    app = _shown(adding())
    for name in ("overview", "map", "funding", "target_groups", "indicators", "gaps", "data", "search", "sql"):
        app.switch_page(f"../pages/{name}.py").run()
        assert not app.exception, name
        assert "Rodomas ir jūsų juodraštis" in _words(app)


def test_a_draft_takes_the_place_of_a_strategy_that_is_there(adding, told):
    app = adding()
    draft = app.session_state["added_draft"]
    draft.reject(_found(told, "vvg"))
    _press(app, "added_accept_sure")
    _go(app, "check")
    app.selectbox(key="added_vvg").set_value("aukstupys").run()
    app.text_input(key="added_publisher").set_value("Aukštupio VVG").run()
    _go(app, "compare")
    _press(app, "added_compare")
    assert "Ši strategija atlase jau yra" in _words(app)
    own = app.session_state["own_data"]
    assert own.shown["replaced"] == ["aukstupys/2014-2020"]
    amounts = own.atlas.connection.execute(
        "select amount_eur from funding_by_strategy where strategy = 'aukstupys/2014-2020'"
    ).fetchall()
    assert amounts == [(412780,)]
    [(sources,)] = own.atlas.connection.execute(
        "select count(*) from sources where source in ('aukstupys/S1', 'aukstupys/D1')"
    ).fetchall()
    assert sources == 2


def test_what_holds_a_draft_cannot_be_cited(adding):
    app = _shown(adding())
    app.session_state["cite_gaps"] = True
    app.query_params["vvg"] = "joniskis"
    app.switch_page("../pages/gaps.py").run()
    assert "cituoti negalima" in _words(app)
    assert not [code for code in app.code if "v=" in code.value]


def test_what_a_killed_server_left_behind_is_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(own_data.tempfile, "gettempdir", lambda: str(tmp_path))
    old, new, other = (tmp_path / name for name in (f"{own_data.FOLDER}old", f"{own_data.FOLDER}new", "other"))
    for folder in (old, new, other):
        folder.mkdir()
    monkeypatch.setattr(own_data, "LONGEST", 3600)
    for folder in (old, other):
        os.utime(folder, (0, 0))
    own_data._sweep()
    assert [old.exists(), new.exists(), other.exists()] == [False, True, True]


def test_a_visit_that_ends_leaves_no_file_and_one_that_comes_back_keeps_it(adding, monkeypatch):
    app = _shown(adding())
    folder = app.session_state["own_data"].atlas.path.parent
    duties = app.session_state[leaving.DUTIES]

    class Runtime:
        is_there = True

        def is_active_session(self, session: str) -> bool:
            return session == duties.session and self.is_there

    monkeypatch.setattr(leaving.runtime, "exists", lambda: True)
    monkeypatch.setattr(leaving.runtime, "get_instance", Runtime)
    leaving._end(duties)
    assert folder.exists()
    Runtime.is_there = False
    leaving._end(duties)
    assert not folder.exists()
    assert vars(app.session_state["added_draft"]) == {}


def test_a_server_that_ends_leaves_no_file(adding):
    app = _shown(adding())
    folder = app.session_state["own_data"].atlas.path.parent
    assert folder.exists()
    leaving.end_all()
    assert not folder.exists()


def _served(folder: Path) -> Path:
    return folder / (folder / "current").read_text().strip()
