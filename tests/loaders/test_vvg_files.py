"""One record of data/vvg/: what becomes of it, and what is refused with its file, line and a way to mend it."""

# ruff: noqa: E501 - the cases read as a table, a line each

from decimal import Decimal

import pytest

from loaders.problems import BuildRefused
from loaders.vvg_files import read_vvg_files

LONG = "skirta 500 000 Eur " + "žodis " * 22
SECOND = "  - eu_period: 2014-2020\n    title: Dar viena\n"

# What is changed in the record, into what, what is told and how to mend it.
BROKEN = {
    "unknown key": ("name: Išg", "nmae: Išg", "unknown key 'nmae'", "did you mean 'name'?"),
    "unknown key in a sum": ("stage: all", "stgae: all", "unknown key 'stgae'", "did you mean 'stage'?"),
    "unknown key in a group": ("- bedarbiai", "- {name: bedarbiai, scr: S1}", "unknown key 'scr'", "did you mean 'src'?"),
    "unknown fund": ("[ESF, VB]", "[ESF, Žvejų fondas]", "no term of funds has the wording 'Žvejų fondas'", "funds.yaml"),
    "unknown stage": ("stage: allocated", "stage: alocated", "no term of stages has the wording 'alocated'", "allocated"),
    "title without a source": ("    title: Bandymo strategija\n    src: S1\n", "    title: Bandymo strategija\n", "the title or the years of the strategy of 2014-2020 have no source", "add 'src:'"),
    "unknown role": ("stage: allocated", "role: hole", "no term of roles has the wording 'hole'", "whole"),
    "unknown scope": ("stage: allocated", "scope: strtegy", "no term of scopes has the wording 'strtegy'", "strategy"),
    "unknown theme": ("theme: social_exclusion", "theme: socialne", "no term of themes has the wording", "social_exclusion"),
    "unknown concept": ("state: planned", "state: planned, concept: zuvys", "no term of concepts has the wording", "concepts"),
    "no concept found": ("name: dalyviai", "name: xyzzy", "no concept has a wording that stands in 'xyzzy'", "add 'concept:'"),
    "unknown state": ("state: planned", "state: wished", "no term of indicator_states has the wording", "planned"),
    "unknown kind of indicator": ("state: planned", "state: planned, kind: x", "no term of indicator_kinds", "output"),
    "unknown kind of source": ("kind: vvg_page", "kind: vvg_pge", "no term of source_kinds has the wording", "vvg_page"),
    "unknown reason": ("src: S1\n", "src: S1\n    missing: {paid: x}\n", "no term of missing_reasons", "unreadable"),
    "unknown field": ("src: S1\n", "src: S1\n    missing: {goalz: unreadable}\n", "no term of fields has the wording 'goalz'", "goals"),
    "missing source": (', as_written: "skirta 500 000 Eur", src: S1', "", "'src' is missing", "add 'src:' here"),
    "source not declared": ('Eur", src: S1', 'Eur", src: S9', "the source 'S9' is not among the sources", "'sources:'"),
    "source with another name": ('Eur", src: S1', 'Eur", src: pirmas', "funding.0.src: String should match", "template"),
    "figure without proof": ("amount_eur: 500000", "amount_eur: 5000000", "5000000 does not stand in its as_written", "quote"),
    "value without proof": ("value: 350", "value: 351", "351 does not stand in its as_written", "correct the figure"),
    "date without proof": ("date: 2016-07-20", "date: 2016-07-21", "2016-07-21 does not stand in", "correct the figure"),
    "impossible date": ("published: 2017-01-10", "published: 2017-02-30", "not a date: '2017-02-30'", "template"),
    "key twice": ("stage: allocated", "stage: paid, stage: allocated", "the key 'stage' stands twice", "remove one"),
    "broken YAML": ("goals:\n", "goals\n", "not valid YAML: could not find expected ':'", "check indents"),
    "tab": ("    title: Bandymo", "\ttitle: Bandymo", "not valid YAML: found a tab character", "check indents"),
    "tag": ("name: Išg", "name: !!python/name:os.system Išg", "the tag tag:yaml.org,2002:python", "remove the tag"),
    "anchor": ("name: Išg", "name: &a Išg", "an anchor is used", "write the value out"),
    "second strategy": ("    funding:\n", f"{SECOND}    funding:\n", "a second strategy of 2014-2020", "join the two"),
    "another slug": ("vvg: bandymas", "vvg: kitas", "vvg is 'kitas' in a file named bandymas.yaml", "make them the same"),
    "slug with letters": ("vvg: bandymas", "vvg: Kėdainiai", "vvg: String should match pattern", "template"),
    "long quotation": ("skirta 500 000 Eur", LONG, "a quotation has at most 25 words, this one has 26", "template"),
    "negative sum": ("amount_eur: 500000", "amount_eur: -500000", "amount_eur: Input should be greater than 0", "template"),
    "zero sum": ("amount_eur: 500000", "amount_eur: 0", "amount_eur: Input should be greater than 0", "template"),
    "no sum": ("amount_eur: 500000", "amount_eur: NaN", "amount_eur: Input should be a finite number", "template"),
    "sum in words": ("amount_eur: 500000", "amount_eur: pusė milijono", "amount_eur: Input should be a valid decimal", "template"),
    "tenth of a cent": ("amount_eur: 500000", "amount_eur: 500000.001", "no more than 2 decimal places", "template"),
    "endless number": ("value: 350", "value: 1e999999", "no more than 14 digits", "template"),
    "years reversed": ("period: 2016-2022", "period: 2022-2016", "not a period of years: '2022-2016'", "template"),
    "unknown EU period": ("eu_period: 2014-2020", "eu_period: 2014-2021", "should be '2014-2020' or '2021-2027'", "template"),
    "scope inside a goal": ("theme: social_exclusion", "funding: [{amount_eur: 1, scope: call, src: S1}]", "inside a goal", "remove 'scope:'"),
    "address that is a script": ("kind: vvg_page", "url: 'javascript:x', kind: vvg_page", "url: String should match", "template"),
    "empty name": ("name: Išgalvota bandymo vietos veiklos grupė", 'name: " "', "name: String should have at least 1", "template"),
    "list instead of text": ("title: Bandymo strategija", "title: [a, b]", "title: Input should be a valid string", "template"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_named_with_its_line_and_a_way_to_mend_it(record, refused, case):
    old, new, what, mend = BROKEN[case]
    assert old in record
    text = record.replace(old, new, 1)
    [problem] = [problem for problem in refused(text) if what in problem.what]
    assert problem.file == "data/vvg/bandymas.yaml"
    assert mend in problem.mend
    changed = record[: record.index(old)].count("\n") + 1
    assert problem.line in (changed, changed + 1)


def test_a_record_in_which_everything_is_right_becomes_rows(record, rows_of):
    rows = list(rows_of(record))
    tables = [table for table, _ in rows]
    assert sorted(set(tables)) == [
        "approvals", "funding", "funding_funds", "indicators", "item_themes", "sources", "strategies",
        "strategy_items", "target_group_terms", "target_groups", "vvgs",
    ]  # fmt: skip
    [funding] = [row for table, row in rows if table == "funding"]
    assert (funding["funding"], funding["strategy"]) == ("bandymas/2014-2020/funding-1", "bandymas/2014-2020")
    assert (funding["amount_eur"], funding["source"], funding["line"]) == (Decimal(500000), "bandymas/S1", 15)
    assert [row["fund"] for table, row in rows if table == "funding_funds"] == ["esf", "state_budget"]
    [indicator] = [row for table, row in rows if table == "indicators"]
    assert (indicator["concept"], indicator["scope"]) == ("participants", "strategy")


def test_the_codes_of_rows_are_those_of_the_vocabularies_wherever_a_figure_stands(record, rows_of, vocabularies):
    sums = "[{amount_eur: 5, src: S1}]"
    text = record.replace(
        "    goals:\n", f"    actions:\n      - {{title: Veikla, src: S1, funding: {sums}}}\n    goals:\n", 1
    )
    text = text.replace("        theme: ", f"        funding: {sums}\n        theme: ", 1)
    scopes = {row["scope"] for table, row in rows_of(text) if table == "funding"}
    assert len(scopes) == 3
    assert scopes <= set(vocabularies.schemes["scopes"])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (lambda text: text.encode("cp1257"), "the file is not UTF-8"),
        (lambda text: text.encode("utf-16"), "the file is not UTF-8"),
        (lambda text: b"", "the file is empty"),
        (lambda text: text.encode() + b"# " + b"x" * 2_000_001, "the file is larger than 2 MB"),
        (lambda text: b"x: " + b"[" * 100_000, "nested too deeply"),
        (lambda text: b"- a\n- b\n", "the file: not a list of keys and values"),
    ],
    ids=["windows-1257", "utf-16", "empty", "too large", "too deep", "a list"],
)
def test_a_file_that_is_no_record_is_refused_as_a_whole(record, refused, content, what):
    [problem] = refused(content(record))
    assert problem.what == what


def test_a_byte_order_mark_does_no_harm(record, rows_of):
    assert list(rows_of(b"\xef\xbb\xbf" + record.encode())) == list(rows_of(record))


def test_the_faults_of_all_records_are_told_at_once(record, refused, rows_of):
    text = record.replace("stage: allocated", "stage: alocated").replace("value: 350", "value: 351")
    with pytest.raises(BuildRefused):
        list(rows_of(text.replace("vvg: bandymas", "vvg: antras"), "antras.yaml"))
    with pytest.raises(BuildRefused):
        list(rows_of("a: [", "trecias.yaml"))
    found = refused(text)
    assert [(problem.file.split("/")[-1], problem.line) for problem in found] == [
        ("antras.yaml", 15), ("antras.yaml", 23), ("bandymas.yaml", 15), ("bandymas.yaml", 23), ("trecias.yaml", 2),
    ]  # fmt: skip


def test_a_file_that_would_not_be_read_is_not_passed_over(record, refused):
    assert [problem.what for problem in refused(record, "bandymas.yml")] == [
        "no record at all",
        "its name does not end in .yaml, so it is not read",
    ]


def test_a_folder_without_records_is_refused(tmp_path, vocabularies):
    with pytest.raises(BuildRefused, match=r"data/vvg:1: no record at all; copy data/vvg_template.yaml into it"):
        list(read_vvg_files(tmp_path / "data", vocabularies))


def test_what_stands_beside_a_fact_goes_to_its_own_tables(record, rows_of):
    also = ', also: [{src: S1, as_written: "500 tūkst. eurų"}], answers: {amount_per_resident: mažas miestas}'
    rows = list(rows_of(record.replace('Eur", src: S1', f'Eur", src: S1{also}')))
    [proof] = [row for table, row in rows if table == "proofs"]
    assert proof == {
        "fact": "bandymas/2014-2020/funding-1", "position": 0, "as_written": "500 tūkst. eurų", "note": None,
        "source": "bandymas/S1",
    }  # fmt: skip
    [answer] = [row for table, row in rows if table == "answers"]
    assert (answer["subject"], answer["check"]) == ("bandymas/2014-2020/funding-1", "amount_per_resident")


def test_a_second_quotation_may_prove_the_figure(record, rows_of):
    quoted = '"skirta suma", also: [{src: S1, as_written: "500 tūkst. eurų"}]'
    rows = list(rows_of(record.replace('"skirta 500 000 Eur"', quoted)))
    assert [row["amount_eur"] for table, row in rows if table == "funding"] == [Decimal(500000)]


def test_a_phrase_that_no_wording_covers_is_kept_without_a_group(record, rows_of):
    rows = list(rows_of(record.replace("- bedarbiai", "- visai nežinoma frazė")))
    assert [row["phrase"] for table, row in rows if table == "target_groups"] == ["visai nežinoma frazė"]
    assert not [row for table, row in rows if table == "target_group_terms"]
