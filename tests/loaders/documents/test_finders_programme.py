"""Codes of programmes, objectives and measures, with their titles."""

import pytest

from loaders.documents.finders import programme
from tests.loaders.documents.pages import page

CODES = [
    (
        "Finansuojama pagal 8 prioriteto „Socialinės įtraukties didinimas“ priemonę Nr. 08.6.1-ESFA-T-910"
        " „Strategijų įgyvendinimo administravimas“.",
        {"8": "Socialinės įtraukties didinimas", "08.6.1-ESFA-T-910": "Strategijų įgyvendinimo administravimas"},
    ),
    (
        "8.6.1 uždavinys „Pagerinti vietines įsidarbinimo galimybes“",
        {"8.6.1": "Pagerinti vietines įsidarbinimo galimybes"},
    ),
    (
        "priemonės „Spartesnis strategijų įgyvendinimas“ Nr. 08.6.1-ESFA-T-927 projektai",
        {"08.6.1-ESFA-T-927": "Spartesnis strategijų įgyvendinimas"},
    ),
    ("pažangos priemonė Nr. 01-004-08-04-01 „Stiprinti įtrauktį“", {"01-004-08-04-01": "Stiprinti įtrauktį"}),
    ("Projekto kodas Nr. 08.6.1-ESFA-T-910-01-0010 „Upynos strategijos administravimas“", {}),
    ("Strategijos 1.1 uždavinys „Mažinti atskirtį“", {}),
]


@pytest.mark.parametrize(("text", "expected"), CODES)
def test_programmes_are_known_by_their_codes(text, expected):
    assert {one.values["code"]: one.values["title"] for one in programme.find(page(text))} == expected
