"""Projects: title, code, applicant, partners, days and state, each project once."""

import pytest

from loaders.documents.finders import projects
from loaders.documents.known import read_known
from tests.loaders.documents.pages import page


def found(text: str) -> list[dict[str, object]]:
    """What is known of each project."""
    return [one.values for one in projects.find(page(text), read_known())]


FIELDS = """
# Projektas „Pagalba kaimynui“
Projekto kodas: 08.6.1-ESFA-T-927-01-0417
Pareiškėjas: Varnelės krašto neįgaliųjų draugija
Partneriai: Varnelės parapijos Caritas, Varnelės seniūnija
Projekto įgyvendinimo laikotarpis: 2019 m. spalio 1 d. – 2021 m. rugsėjo 30 d.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2021 m. gegužės 3 d. VšĮ „Žalia upė“ įgyvendino projektą „Sodo terapija“.",
            [{"title": "Sodo terapija", "applicant": "VšĮ „Žalia upė“"}],
        ),
        (
            FIELDS,
            [
                {
                    "title": "Pagalba kaimynui",
                    "code": "08.6.1-ESFA-T-927-01-0417",
                    "applicant": "Varnelės krašto neįgaliųjų draugija",
                    "partners": ["Varnelės parapijos Caritas", "Varnelės seniūnija"],
                    "start": "2019-10-01",
                    "end": "2021-09-30",
                }
            ],
        ),
        (
            "Atrinktų projektų sąrašas:\n- „Senjorų dirbtuvės“ – VšĮ „Aušrinė“\n"
            "- UAB „Lankas“, projektas „Batsiuvio amatas“",
            [
                {"title": "Senjorų dirbtuvės", "applicant": "VšĮ „Aušrinė“"},
                {"title": "Batsiuvio amatas", "applicant": "UAB „Lankas“"},
            ],
        ),
        (
            "Projektas „Rankų darbas“ (kodas 11-400-K-0019). Vykdytoja – Vardenė Pavardenė. Projektas nutrauktas. "
            "Projekto trukmė – 18 mėn.",
            [
                {
                    "title": "Rankų darbas",
                    "code": "11-400-K-0019",
                    "applicant": "fizinis asmuo",
                    "status": "nutrauktas",
                    "duration_months": 18,
                }
            ],
        ),
        (
            "Nr. | Projekto pavadinimas, kodas | Vykdytojas | Įgyvendinimo laikotarpis\n"
            "1 | „Kiemas visiems“ Nr. 08.6.1-ESFA-T-927-01-0801 | Upynos bendruomenė, partneris – Upynos mokykla | "
            "2019-05-06 – 2021-05-05",
            [
                {
                    "title": "Kiemas visiems",
                    "code": "08.6.1-ESFA-T-927-01-0801",
                    "applicant": "Upynos bendruomenė",
                    "partners": ["Upynos mokykla"],
                    "start": "2019-05-06",
                    "end": "2021-05-05",
                }
            ],
        ),
        (
            "Projekto pavadinimas | „Rankos ir širdys“\nProjekto vykdytojas | Girios moterų klubas\n"
            "Projekto trukmė | 2020-01-15 – 2021-12-31",
            [
                {
                    "title": "Rankos ir širdys",
                    "applicant": "Girios moterų klubas",
                    "start": "2020-01-15",
                    "end": "2021-12-31",
                }
            ],
        ),
        (
            "Nr. | Pasiūlymo pavadinimas | Pasiūlymą pateikė | Balai\n1. | Miesto daržai | Girios bendrija | 92",
            [{"title": "Miesto daržai", "applicant": "Girios bendrija", "score": 92}],
        ),
    ],
)
def test_what_is_said_of_a_project(text, expected):
    assert found(text) == expected


def test_a_project_that_is_named_twice_is_one():
    text = (
        "Projektas „Gera būti“ pradėtas.\nVšĮ „Rytas“ įgyvendina projektą „Gera būti“ (Nr. 08.6.1-ESFA-T-927-01-0100)."
    )
    assert found(text) == [{"title": "Gera būti", "code": "08.6.1-ESFA-T-927-01-0100", "applicant": "VšĮ „Rytas“"}]


@pytest.mark.parametrize(
    "text",
    [
        "Parengtas strategijos projektas „Upynos miesto vietos plėtros strategija 2023–2029 m.“.",
        "Projekto tikslas – mažinti atskirtį.",
        "Forumas „Upyna-2023“ sutraukė daug žmonių.",
        "Pareiškėjas: asociacija „Rytas“.",
    ],
)
def test_drafts_events_and_loose_fields_are_no_projects(text):
    assert found(text) == []


RESULTS = """
Finansuoti siūloma tris Varnelės miesto vietos plėtros strategijos 2016–2023 m. projektus:
„Sveikas, sode!“ – VšĮ „Melisa“, prašoma 29 870,00 Eur, įvertinta 91 balu;
„Dirbtuvės pievoje“ – Varnelės amatininkų gildija, įvertinta 88 balais;
„Savas verslas“ – fizinis asmuo, 79 balai.
Galutinį sprendimą priims agentūra.
"""
RANKING = """
Eil. Nr. | Projektinio pasiūlymo teikėjas | Projektinio pasiūlymo pavadinimas | Balai
1. | VšĮ „Melisa“ | „Sveikas, sode!“ | 91
2. | Varnelės amatininkų gildija | „Dirbtuvės pievoje“ | 88,5
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            RESULTS,
            [
                {"title": "Sveikas, sode!", "applicant": "VšĮ „Melisa“", "score": 91},
                {"title": "Dirbtuvės pievoje", "applicant": "Varnelės amatininkų gildija", "score": 88},
                {"title": "Savas verslas", "applicant": "fizinis asmuo", "score": 79},
            ],
        ),
        (
            RANKING,
            [
                {"title": "Sveikas, sode!", "applicant": "VšĮ „Melisa“", "score": 91},
                {"title": "Dirbtuvės pievoje", "applicant": "Varnelės amatininkų gildija"},
            ],
        ),
        (
            "Valdyba nusprendė finansuoti šiuos projektus:\n1. VšĮ „Melisa“ projektą „Sveikas, sode!“ (85 balai);\n"
            "2. Varnelės amatininkų draugijos projektą „Dirbtuvės pievoje“.",
            [
                {"title": "Sveikas, sode!", "applicant": "VšĮ „Melisa“", "score": 85},
                {"title": "Dirbtuvės pievoje", "applicant": "Varnelės amatininkų draugija"},
            ],
        ),
        (
            "Finansavimas skirtas trims projektams: „Sodas“ (VšĮ „Melisa“), „Dirbtuvės“ (Varnelės amatininkų draugija) "
            "ir „Miesto aidai“ (Varnelės kultūros bičiuliai).",
            [
                {"title": "Sodas", "applicant": "VšĮ „Melisa“"},
                {"title": "Dirbtuvės", "applicant": "Varnelės amatininkų draugija"},
                {"title": "Miesto aidai", "applicant": "Varnelės kultūros bičiuliai"},
            ],
        ),
    ],
)
def test_results_of_a_selection_name_projects_with_applicants_and_points(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Projektą „Tiltų statytojai“ (Nr. 08.6.1-ESFA-T-927-01-0733) įgyvendino Varnelės senjorų sąjunga drauge su "
            "partneriu – Varnelės menų namais. Sutartis pasirašyta 2019 m. birželio 18 d., veiklos truko 24 mėnesius "
            "ir baigėsi 2021-06-17.",
            {
                "code": "08.6.1-ESFA-T-927-01-0733",
                "applicant": "Varnelės senjorų sąjunga",
                "partners": ["Varnelės menų namai"],
                "end": "2021-06-17",
                "duration_months": 24,
            },
        ),
        (
            "Varnelės bendruomenės centras kartu su partneriu VšĮ „Melisa“ įgyvendina projektą „Sodas“ "
            "(Nr. 11-006-K-0012). Projekto veiklos vyks 18 mėnesių – nuo 2025-01-02 iki 2026-07-01.",
            {
                "code": "11-006-K-0012",
                "applicant": "Varnelės bendruomenės centras",
                "partners": ["VšĮ „Melisa“"],
                "start": "2025-01-02",
                "end": "2026-07-01",
                "duration_months": 18,
            },
        ),
        (
            "„Sodo vaistinė“ – projektas, kurį nuo 2020 m. kovo 1 d. įgyvendina VšĮ „Melisa“.",
            {"applicant": "VšĮ „Melisa“", "start": "2020-03-01"},
        ),
    ],
)
def test_a_story_says_who_carries_out_a_project_with_whom_and_when(text, expected):
    (project,) = found(text)
    assert {key: project.get(key) for key in expected} == expected


def test_a_list_that_grants_money_to_projects_names_them():
    text = (
        "- Skiriu finansavimą projektams, kuriais įgyvendinama strategija:\n"
        "- „Sodo ir daržo terapija“, pareiškėjas – VšĮ „Melisa“, skiriama iki 1 000 Eur;\n"
        "- „Virtuvė visiems“, pareiškėjas – VšĮ „Žalia upė“, skiriama iki 2 000 Eur."
    )
    assert [one["title"] for one in found(text)] == ["Sodo ir daržo terapija", "Virtuvė visiems"]


def test_some_projects_are_listed():
    text = "Keletas projektų:\n- „Sodo terapija“ (vykdytojas – VšĮ „Melisa“)."
    assert found(text) == [{"title": "Sodo terapija", "applicant": "VšĮ „Melisa“"}]


def test_it_is_carried_out_from_and_to():
    text = "Įgyvendinamas projektas „Sodo terapija“.\nJo vykdytojas – VšĮ „Melisa“. "
    (project,) = found(text + "Jis bus įgyvendinamas nuo 2020 m. spalio 1 d. iki 2022 m. kovo 31 d.")
    assert (project.get("start"), project.get("end")) == ("2020-10-01", "2022-03-31")
