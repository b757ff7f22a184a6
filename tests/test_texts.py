"""What the atlas itself says: English in the code, Lithuanian in ui/locale/lt.po, neither missing nor left over."""

import ast
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from ui import texts

ROOT = Path(__file__).parents[1]
FILES = sorted([*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")])

VERDICTS = (
    "geriausi", "blogiausi", "prasčiausi", "švaist", "nevykus", "gėdin", "šauni", "puikiausi",
    "best", "worst", "wast(?:e|ing)", "shame", "disappoint", "impressive", "failed to",
)  # fmt: skip
"""The atlas shows and does not judge. Beginnings of words."""


def calls() -> list[tuple[str, ast.Call, str]]:
    """Every call of a function that looks a text up: its name, the call and where it stands."""
    found = []
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "N_", "ngettext")
            ):
                found.append((node.func.id, node, f"{file.relative_to(ROOT)}:{node.lineno}"))
    return found


CALLS = calls()


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def singular() -> dict[str, str]:
    """Text -> where it is used, of `_` and `N_`."""
    return {text: where for name, call, where in CALLS if name != "ngettext" and (text := literal(call.args[0]))}


def plural() -> dict[tuple[str, str], str]:
    """Pair of texts -> where it is used, of `ngettext`."""
    found = {}
    for name, call, where in CALLS:
        if name == "ngettext":
            one, many = (literal(argument) for argument in call.args[:2])
            if one is not None and many is not None:
                found[one, many] = where
    return found


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    with (ROOT / "ui" / "locale" / "lt.po").open("rb") as file:
        return read_po(file, locale="lt", abort_invalid=True)


def names(text: str) -> set[str]:
    """The placeholders of a text."""
    return set(re.findall(r"\{(\w+)[^}]*\}", text))


def is_passed_on(file: str) -> bool:
    """Where stored texts (`N_`) are looked up by their variable: the menu, and texts.py itself."""
    return file.startswith("ui/texts.py")


def marked_elsewhere(call: ast.Call) -> bool:
    """`_(stop.title)`: an attribute or a name whose text was marked with `N_` where it stands."""
    return isinstance(call.args[0], ast.Attribute | ast.Name | ast.Subscript)


def test_only_literal_texts_are_looked_up():
    wrong = [
        where
        for name, call, where in CALLS
        if not is_passed_on(where)
        and any(literal(argument) is None for argument in call.args[: 2 if name == "ngettext" else 1])
        and not (name == "_" and marked_elsewhere(call) and not call.keywords)
    ]
    assert wrong == []


def test_every_text_has_its_lithuanian(catalog):
    missing = {text: where for text, where in singular().items() if text not in catalog or not catalog[text].string}
    missing |= {one: where for (one, _), where in plural().items() if one not in catalog}
    assert missing == {}


def test_no_lithuanian_is_left_over(catalog):
    used = set(singular()) | {one for one, _ in plural()}
    entries = {message.id[0] if isinstance(message.id, tuple) else message.id for message in catalog if message.id}
    assert sorted(entries - used) == []


def test_every_text_that_counts_has_three_forms(catalog):
    for (one, many), where in plural().items():
        message = catalog[one]
        assert message is not None and isinstance(message.id, tuple), where
        assert message.id == (one, many), where
        assert len(message.string) == 3, where
        assert all(form.strip() for form in message.string), where
    assert catalog.num_plurals == 3


def test_placeholders_agree(catalog):
    for message in catalog:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = names(ids[-1])
        for text in strings:
            # A form for one thing may do without the number.
            assert names(text) in (wanted, wanted - {"n"}), message.id


def test_the_values_of_placeholders_are_given():
    for name, call, where in CALLS:
        texts = [literal(argument) for argument in call.args[: 2 if name == "ngettext" else 1]]
        given = {keyword.arg for keyword in call.keywords}
        is_formatted_later = name == "N_" or not given
        if is_formatted_later or None in texts or None in given:
            continue
        wanted = set().union(*(names(text) for text in texts)) - ({"n"} if name == "ngettext" else set())
        assert wanted == given, where


def test_no_entry_is_fuzzy_or_a_copy_of_the_english(catalog):
    assert [message.id for message in catalog if message.id and message.fuzzy] == []
    same = [
        message.id
        for message in catalog
        if message.id and message.id == message.string and re.search(r"[a-z]{4}", message.id)
    ]
    assert same == []


@pytest.mark.parametrize("verdict", VERDICTS)
def test_no_text_passes_a_verdict(catalog, verdict):
    texts = set(singular()) | {text for pair in plural() for text in pair}
    for message in catalog:
        texts |= set(message.string if isinstance(message.string, tuple) else [message.string])
    assert [text for text in texts if re.search(rf"\b{verdict}", text.casefold())] == []


def test_the_vocabularies_pass_no_verdict_either():
    for file in sorted((ROOT / "data" / "vocabularies").glob("*.yaml")):
        text = re.sub(r"^\s*(?:not_)?wordings:.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert not re.search(r"\b(geriausi|blogiausi|švaist)", text.casefold()), file.name


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA])
def test_years_that_are_not_known_are_said_so(nothing):
    assert texts.years(nothing, nothing) == "savi metai šaltinyje nenurodyti"
    assert texts.years(2016, nothing) == "2016–2016 m."
    assert texts.years(2016.0, 2022.0) == "2016–2022 m."


@pytest.mark.parametrize("spoken", ["lt", "en"])
def test_a_number_is_written_as_babel_writes_it(monkeypatch, spoken):
    monkeypatch.setattr(texts, "language", lambda: spoken)
    for value in (0, 7, -7, 999, 1000, 1095.5, -1234567.891, 12_345_678_901, Decimal("0.005"), Decimal("99999.995")):
        for decimals in (0, 1, 2, 4):
            rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
            pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
            wanted = format_decimal(rounded, format=pattern, locale=spoken).replace("-", "−").replace(" ", texts.NBSP)
            assert texts.number(value, decimals) == wanted
