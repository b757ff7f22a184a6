"""A draft: facts in their places, nothing without words, and YAML that no text of a document can break."""

from dataclasses import replace
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders import records
from loaders.documents.document import Block, Document, Place
from loaders.documents.draft import as_yaml, drafted, record, slug
from loaders.documents.draft_yaml import comment, scalar, text
from loaders.documents.finding import Finding
from loaders.forms import validated
from loaders.vvg_files import VvgRows
from loaders.yaml_lines import read


def loaded(text, folder, vocabularies, name="bandymas"):
    """The record that a draft is for the project's own reader, and the problems of its rows."""
    file = folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    tree, lines = read(file, file.name)
    form = validated(records.VvgRecord, tree, lines, file.name)
    rows = VvgRows(form, lines, file.name, vocabularies)
    assert list(rows.all(name))
    return form, rows.problems


def test_a_draft_loads_as_a_record_without_problems(document, findings, day, tmp_path, vocabularies):
    form, problems = loaded(as_yaml(document, findings, day), tmp_path, vocabularies)
    assert problems == []
    [strategy] = form.strategies
    assert strategy.funding[0].amount_eur == 1300000
    measure = strategy.goals[0].objectives[0].measures[0]
    assert (measure.title, measure.funding[0].amount_eur) == ("Socialinių paslaugų teikimas", 300000)
    assert measure.target_groups[0].name == "neįgalieji"
    assert strategy.projects[0].funding[0].amount_eur == Decimal("25000.50")
    assert strategy.projects[0].measure == "1.1.1"
    assert strategy.calls[0].funding[0].role == "limit"
    assert form.sources["S1"].kind == "vvg_page"
    assert form.sources["S1"].read.text == "2026-01-15"


def test_the_dict_and_the_yaml_say_the_same(document, findings, day, tmp_path, vocabularies):
    form, _ = loaded(as_yaml(document, findings, day), tmp_path, vocabularies)
    assert form == records.VvgRecord.model_validate(record(document, findings, day))


def test_every_fact_has_a_source_and_words(document, findings, day):
    draft = drafted([(document, findings)], day)
    for path in draft.proofs:
        part = draft.record
        for step in path:
            part = part[step]
        if path != ("vvg",):
            assert part["src"] == "S1"
            assert part["as_written"] in document.text
    assert len(draft.proofs) == len(findings)
    assert draft.left_out == ()


def test_above_every_fact_stands_its_place_and_how_sure_it_is(document, findings, day):
    lines = as_yaml(document, findings, day).splitlines()
    at = next(number for number, line in enumerate(lines) if "amount_eur: 300000" in line)
    assert lines[at - 1].strip() == "# line 6, „Apie mus“; confidence 0.93"


def test_at_the_end_stand_the_sentences_that_were_not_understood(document, findings, day):
    written = as_yaml(document, findings, day, [(Place(13, 2), "Kiti 7\u2028klausimai: [a]")])
    assert written.endswith("# S1, line 13, page 2: Kiti 7 klausimai: [a]\n")


def test_what_is_required_and_not_known_is_a_line_to_fill_in(document, findings, day):
    goal = replace(findings[2], parent=None)
    written = as_yaml(document, [goal], day)
    assert record(document, [goal], day)["strategies"][0]["eu_period"] is None
    lines = [line.strip() for line in written.splitlines()]
    for key in ("vvg", "name", "city", "municipality", "eu_period"):
        assert any(line.startswith(f"# {key}:  ←") for line in lines), key
    assert yaml.safe_load(written)["strategies"][0]["goals"][0]["title"] == "Mažinti socialinę atskirtį"


def test_an_empty_document_gives_an_empty_draft(day):
    draft = drafted([(Document("text", "", ()), [])], day)
    assert (draft.record["vvg"], draft.record["strategies"], draft.record["sources"]["S1"]["title"]) == (None, [], None)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"values": {"amount_eur": Decimal(300001), "scope": "strategy"}}, "its words do not hold the figure"),
        ({"values": {"amount_eur": Decimal(-1)}}, "amount_eur: Input should be greater than 0"),
        ({"values": {"amount_eur": Decimal(300000), "nonsense": 1}}, "nonsense: Extra inputs are not permitted"),
        ({"as_written": "Skirta 300 000 Eur iš viso"}, "its words do not stand in the document"),
        ({"as_written": " "}, "its words do not stand in the document"),
    ],
)
def test_what_its_words_do_not_prove_is_not_written(document, findings, day, change, reason):
    broken = replace(findings[5], parent=None, **change)
    draft = drafted([(document, [broken])], day)
    assert draft.record["strategies"] == []
    assert draft.left_out == (("S1", broken, reason),)
    assert reason in text(draft, {})


def test_the_sum_of_a_project_that_was_left_out_never_becomes_one_of_the_strategy(document, finding, day):
    project = finding("project", 8, words="nėra dokumente", title="Senjorų klubas")
    money = finding("funding", 8, parent=0, amount_eur=Decimal("25000.50"), stage="allocated")
    draft = drafted([(document, [project, money])], day)
    assert draft.record["strategies"] == []
    assert [reason for _, _, reason in draft.left_out] == [
        "its words do not stand in the document",
        "what it belongs to is not known",
    ]


def test_parents_that_go_in_a_circle_or_nowhere_end_nothing(document, finding, day):
    one = finding("item", 3, parent=1, level="goal", title="Mažinti socialinę atskirtį")
    other = finding("item", 5, parent=0, level="measure", title="Socialinių paslaugų teikimas")
    lost = finding("item", 4, parent=77, level="measure", title="Gerinti paslaugas: visiems")
    [strategy] = record(document, [one, other, lost], day)["strategies"]
    assert len(strategy["goals"]) == 1
    assert "Gerinti paslaugas: visiems" in [item["title"] for item in strategy["measures"]]


def test_a_figure_with_a_scope_of_its_own_stands_in_the_strategy(document, findings, finding, day):
    money = finding("funding", 6, parent=4, amount_eur=Decimal(300000), scope="administration", stage="allocated")
    [strategy] = record(document, [*findings[:5], money], day)["strategies"]
    assert strategy["funding"][0]["scope"] == "administration"


def test_an_objective_alone_finds_its_goal_by_its_code(document, findings, day):
    alone = [findings[2], replace(findings[3], parent=None)]
    [strategy] = record(document, alone, day)["strategies"]
    assert len(strategy["goals"]) == 1
    assert strategy["goals"][0]["objectives"][0]["code"] == "1.1"
    assert record(document, alone[::-1], day)["strategies"] == [strategy]


def test_an_objective_whose_goal_is_not_in_the_document_keeps_the_number_of_its_goal(document, findings, day):
    objective = replace(findings[3], parent=None)
    [strategy] = record(document, [objective], day)["strategies"]
    [goal] = strategy["goals"]
    assert (goal["code"], "title" in goal, goal["objectives"][0]["code"]) == ("1", False, "1.1")
    for code in (None, "1", "a.b"):
        numberless = replace(objective, values=objective.values | {"code": code})
        assert drafted([(document, [numberless])], day).left_out[0][2] == "the goal that it belongs to is not known"


def test_facts_stand_under_the_strategy_of_their_own_heading(finding, day):
    lines = ("2014-2020 m. strategija", "Sena: 1 000 Eur", "2023-2029 m. strategija", "Nauja: 2 000 Eur")
    page = Document(
        "html",
        "Strategijos",
        tuple(Block("paragraph", line, Place(at, None, "ab"[(at - 1) // 2])) for at, line in enumerate(lines, 1)),
    )
    found = [
        Finding(field, values, lines[line - 1], page.blocks[line - 1].place, 0.9)
        for field, line, values in (
            ("strategy", 1, {"eu_period": "2014-2020"}),
            ("strategy", 3, {"eu_period": "2021-2027", "period": "2023-2029"}),
            ("funding", 2, {"amount_eur": Decimal(1000)}),
            ("funding", 4, {"amount_eur": Decimal(2000)}),
        )
    ]
    old, new = record(page, found, day)["strategies"]
    assert [old["funding"][0]["amount_eur"], new["funding"][0]["amount_eur"]] == [1000, 2000]
    named = [*found[:2], replace(found[2], values=found[2].values | {"eu_period": "2021-2027"})]
    assert "funding" not in record(page, named, day)["strategies"][0]


def test_the_same_fact_of_two_documents_is_one_with_two_proofs(document, findings, day):
    second = replace(document, url="https://bandymas.example/kitas")
    draft = drafted([(document, findings), (second, findings)], day)
    [strategy] = draft.record["strategies"]
    assert list(draft.record["sources"]) == ["S1", "S2"]
    assert len(strategy["goals"]) == 1
    assert strategy["funding"][0]["also"] == [{"src": "S2", "as_written": "Strategijai skirta 1 300 000 Eur"}]


def test_the_slug_is_that_of_the_surest_group(findings):
    other = replace(findings[0], values={"vvg": "kita"}, confidence=0.4)
    assert slug([other, *findings]) == "bandymas"
    assert slug(findings[1:]) is None


@pytest.mark.parametrize(
    ("url", "publisher", "kind"),
    [
        ("https://www.pakruojomiestovvg.lt/a", None, "vvg_page"),
        ("https://www.delfi.lt/a", "Bandymo VVG", "press"),
        ("https://vrm.lrv.lt/lt", None, "ministry"),
        ("https://www.e-tar.lt/x", None, "order"),
        (None, "Pakruojo rajono savivaldybės administracija", "municipality"),
        (None, "Pakruojo miesto vietos veiklos grupės taryba", "vvg_page"),
        ("https://example.lt", "Kažkas", "other"),
        ("https://[broken", None, "other"),
        (None, None, "other"),
    ],
)
def test_the_kind_of_a_source_is_guessed_only_where_it_is_plain(document, day, url, publisher, kind):
    given = replace(document, url=url, publisher=publisher)
    assert record(given, [], day)["sources"]["S1"]["kind"] == kind


KEYS = ("title", "name", "as_written", "code", "date", "period", "vvg", "kind", "unit")


@given(st.sampled_from(KEYS), st.text())
def test_any_text_is_read_back_as_it_was(key, value):
    assert yaml.load(f"{key}: {scalar(key, value)}", Loader=yaml.BaseLoader) == {key: value}
    assert yaml.load(f"- {{{key}: [{scalar(key, value)}]}}", Loader=yaml.CBaseLoader) == [{key: [value]}]


@given(st.text())
def test_no_text_ends_a_comment(words):
    assert yaml.safe_load(f"{comment(words)}\na: 1") == {"a": 1}


HOSTILE = st.text(alphabet=st.sampled_from("a: #-[]{}\"'\\\n\u2028\u0085\x00\ufeff|>&*!%@`,?ąŽ\t"), min_size=1)


@given(HOSTILE.filter(lambda words: words.strip()), HOSTILE)
def test_no_text_of_a_document_becomes_yaml_of_its_own(words, heading):
    place = Place(1, None, heading)
    page = Document("html", words, (Block("paragraph", words, place),), publisher=heading, notes=(heading,))
    group = Finding("target_group", {"name": words}, words, place, 0.9)
    written = as_yaml(page, [group], unread=[(place, words)])
    tree = yaml.load(written, Loader=yaml.BaseLoader)
    facts = [fact for strategy in tree["strategies"] for fact in strategy["target_groups"]]
    assert all(fact == {"name": words, "src": "S1", "as_written": words} for fact in facts)
    assert set(tree) == {"sources", "strategies"}
