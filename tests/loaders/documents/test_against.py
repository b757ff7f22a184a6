"""A changed page is a diff: what is new, the same, said otherwise, and said no longer."""

from dataclasses import replace
from decimal import Decimal

import pytest

from loaders.documents.against import Record, compared, printed
from loaders.documents.draft import as_yaml, drafted
from loaders.yaml_lines import read


@pytest.fixture
def recorded(tmp_path, document, findings, day):
    """`recorded(old=new …)`: the record made of the document, with words of its text replaced."""

    def made(*changes):
        text = as_yaml(document, findings, day)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file = tmp_path / "bandymas.yaml"
        file.write_text(text, encoding="utf-8")
        tree, lines = read(file, "data/vvg/bandymas.yaml")
        return Record(tree, lines, "data/vvg/bandymas.yaml")

    return made


def verdicts(differences):
    return {(one.verdict, one.field) for one in differences if one.verdict != "same"}


def test_against_itself_everything_is_the_same(document, findings, day, recorded):
    draft = drafted([(document, findings)], day)
    differences = compared(draft, recorded())
    assert verdicts(differences) == set()
    assert len(differences) == len(findings)


def test_another_value_contradicts_and_both_stand_with_their_places(document, findings, day, recorded):
    draft = drafted([(document, findings)], day)
    record = recorded(("1300000", "1250000"), ("1 300 000 Eur", "1 250 000 Eur"))
    differences = compared(draft, record)
    assert verdicts(differences) == {("contradicts", "funding")}
    lines = list(printed(differences, draft, record))
    at = lines.index("  ~ amount_eur: 1250000 → 1300000")
    assert lines[at + 1].startswith("      data/vvg/bandymas.yaml:")
    assert lines[at + 1].endswith("(S1) „Strategijai skirta 1 250 000 Eur“")
    assert lines[at + 2] == "      S1, line 9, „Apie mus“; confidence 0.93 „Strategijai skirta 1 300 000 Eur“"
    line = int(lines[at + 1].split(":")[1].split(" ")[0])
    file_line = as_yaml(document, findings, day).splitlines()[line - 1]
    assert "amount_eur: 1300000" in file_line


def test_a_fact_the_record_does_not_have_is_new(document, findings, finding, day, recorded):
    more = finding("target_group", 10, parent=4, words="neįgalieji", name="neįgalieji vaikai")
    differences = compared(drafted([(document, [*findings, more])], day), recorded())
    assert verdicts(differences) == {("new", "target_group")}


def test_what_the_page_no_longer_says_is_gone(document, findings, day, recorded):
    record = recorded()
    shorter = replace(document, blocks=document.blocks[:-1])
    draft = drafted([(shorter, findings[:-1])], day)
    differences = compared(draft, record)
    assert verdicts(differences) == {("gone", "event")}
    assert any("2017 m. kovo 3 d." in line for line in printed(differences, draft, record))


def test_what_still_stands_there_but_was_not_understood_is_not_gone(document, findings, day, recorded):
    draft = drafted([(document, findings[:-1])], day)
    assert verdicts(compared(draft, recorded())) == set()


def test_what_another_source_says_is_not_gone(document, findings, day, recorded):
    elsewhere = replace(document, url="https://kitur.example/", blocks=document.blocks[:2])
    draft = drafted([(elsewhere, findings[:2])], day)
    assert verdicts(compared(draft, recorded())) == set()


def test_the_same_page_under_another_spelling_of_its_address_is_the_same_source(document, findings, day, recorded):
    shorter = replace(document, blocks=document.blocks[:-1], url="http://www.bandymas.example/apie/#top")
    assert verdicts(compared(drafted([(shorter, findings[:-1])], day), recorded())) == {("gone", "event")}


def test_several_sums_of_one_kind_stay_apart(document, findings, finding, day, recorded):
    whole = {"scope": "strategy", "stage": "allocated", "funds": ["ESF", "VB"]}
    more = finding("funding", 6, amount_eur=Decimal(300000), **whole)
    draft = drafted([(document, [*findings, more])], day)
    assert verdicts(compared(draft, recorded())) == {("new", "funding")}


def test_spelling_is_no_difference(document, findings, day, recorded):
    record = recorded(
        ("amount_eur: 300000,", "amount_eur: 300000.00,"),
        ("title: Mažinti socialinę atskirtį", "title: Socialinę atskirtį MAŽINTI"),
    )
    assert verdicts(compared(drafted([(document, findings)], day), record)) == set()


def test_words_of_a_document_command_no_terminal(document, findings, day, recorded):
    words = "Senjorų\x1b[31m klubas"
    blocks = [replace(block, text=words) if block is document.blocks[7] else block for block in document.blocks]
    page = replace(document, blocks=tuple(blocks))
    project = replace(findings[7], parent=None, values={"title": words}, as_written=words)
    draft = drafted([(page, [*findings[:2], project])], day)
    lines = list(printed(compared(draft, recorded()), draft, recorded()))
    assert "\x1b" not in "\n".join(lines)
    assert any(line.startswith("  + title: Senjorų [31m klubas") for line in lines)
