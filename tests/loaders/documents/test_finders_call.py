"""Calls for project proposals in headings, sentences and tables."""

from decimal import Decimal

import pytest

from loaders.documents.finders import call
from tests.loaders.documents.pages import page

CALLS = [
    (
        "Kvietimo numeris | 11-006-T-1\nVeiksmas | 1.1.2. Poilsis šeimoms\n"
        "Kvietimas galioja | 2025 m. vasario 3 d. – 2025 m. kovo 31 d. (23.59 val.)\nFinansuojamoji dalis | 90 proc.",
        [
            {
                "number": "11-006-T-1",
                "measure": "1.1.2",
                "opened": "2025-02-03",
                "closed": "2025-03-31",
                "support_percent": Decimal(90),
            }
        ],
    ),
    ("Projektinių pasiūlymų laukiame iki 2019-07-01.", [{"closed": "2019-07-01"}]),
    ("Pirmojo kvietimo laukiama 2024 m. IV ketvirtį.", [{"number": "1", "planned_for": "2024-Q4"}]),
    (
        "# Kvietimas Nr. 5\nPasiūlymai priimami nuo 2018 m. gegužės 2 d. iki 2018 m. liepos 2 d. 16.00 val.\n"
        "Veiksmas Nr. 1.1.1\nFinansuojama iki 92,5 proc. tinkamų finansuoti išlaidų.",
        [
            {
                "number": "5",
                "opened": "2018-05-02",
                "closed": "2018-07-02",
                "measure": "1.1.1",
                "support_percent": Decimal("92.5"),
            }
        ],
    ),
    (
        "# Kvietimas Nr. 11-010-K\nKvietimo pradžia: 2024-12-23\nKvietimo pabaiga: 2025-02-14",
        [{"number": "11-010-K", "opened": "2024-12-23", "closed": "2025-02-14"}],
    ),
    (
        "Kvietimo pradžia | 2024-12-23\nKvietimo pabaiga | 2025-02-14 16:00",
        [{"opened": "2024-12-23", "closed": "2025-02-14"}],
    ),
    ("VVG kviečia teikti projektinius pasiūlymus iki 2017 m. kovo 27 d.", [{"closed": "2017-03-27"}]),
    ("2017-06-20 planuojama paskelbti kvietimą Nr. 4.", [{"number": "4", "planned_for": "2017-06-20"}]),
    (
        "Per penktąjį kvietimą (2019 m. gegužės 2 d. – liepos 2 d.) gauti 2 pasiūlymai.",
        [{"number": "5", "opened": "2019-05-02", "closed": "2019-07-02"}],
    ),
    (
        "VVG valdyba 2019-08-06 patvirtino pirmojo kvietimo siūlomų finansuoti projektinių pasiūlymų sąrašą.",
        [{"number": "1", "list_approved": "2019-08-06"}],
    ),
    (
        "Kvietimo Nr. | Veiksmas | Kvietimo paskelbimo data | Paraiškų pateikimo terminas\n1 | 1.1.1 "
        "| 2019-07-01 | 2019-08-14",
        [{"number": "1", "measure": "1.1.1", "opened": "2019-07-01", "closed": "2019-08-14"}],
    ),
    (
        "# Kvietimai\nKvietimas Nr. 1: 2018-01-15 – 2018-03-15\nII kvietimas vyko nuo 2019-02-01 iki 2019-04-01.",
        [
            {"number": "1", "opened": "2018-01-15", "closed": "2018-03-15"},
            {"number": "2", "opened": "2019-02-01", "closed": "2019-04-01"},
        ],
    ),
]
NO_CALLS = [
    "Kviečiame teikti pastabas ir pasiūlymus strategijos projektui iki 2023 m. lapkričio 24 d.",
    "Kvietimas dalyvauti konferencijoje 2019-05-05.",
    "Prašome teikti paraiškas darbui iki 2020-01-01.",
    "2019 m. liepos 1 d. paskelbti trys kvietimai.",
]


@pytest.mark.parametrize(("text", "expected"), CALLS)
def test_a_call_has_its_number_and_days(text, expected):
    assert [one.values for one in call.find(page(text))] == expected


def test_views_on_a_changed_strategy_close_no_call():
    text = "Keičiama dėl kvietimo Nr. 5 metu nepaskirstytų lėšų.\nPasiūlymus prašome teikti iki 2021-10-19."
    assert call.find(page(text, title="Dėl Upynos miesto strategijos keitimo")) == []


def test_a_number_of_calls_is_no_number_of_a_call():
    assert call.find(page("Iš viso paskelbti 5 kvietimai, gauta 31 paraiška.")) == []


@pytest.mark.parametrize("text", NO_CALLS)
def test_other_invitations_are_no_calls(text):
    assert call.find(page(text)) == []
