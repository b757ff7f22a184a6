"""What was not understood is shown: sentences with a number, a date or a key word that no finding covers."""

from loaders.documents.find import find
from loaders.documents.unread import unread
from tests.loaders.documents.pages import page

PAGE = """
Planuojama įgyvendinti 6 projektus.
Mieste stovi 3 koplyčios.
Sveiki atvykę į mūsų puslapį.
Tvarkos aprašas galioja nuo 2019 m. kovo 1 d.
Tel. +370 600 00000, info@upyna.example.
Savanoriai kviečiami prisijungti.
Savanoriai kviečiami prisijungti.
"""


def test_sentences_with_figures_dates_or_key_words_are_left_over_once_each():
    document = page(PAGE, "Upyna")
    left = unread(document, [one for one in find(document) if one.field == "indicator"])
    assert [(place.line, words) for place, words in left] == [
        (2, "Mieste stovi 3 koplyčios."),
        (4, "Tvarkos aprašas galioja nuo 2019 m. kovo 1 d."),
        (6, "Savanoriai kviečiami prisijungti."),
    ]


def test_a_sentence_that_a_finding_quotes_is_not_left_over():
    document = page(
        "Strategijos tikslinės grupės: bedarbiai, jaunimas.\n1 tikslas. Mažinti socialinę atskirtį.", "Upyna"
    )
    assert unread(document, find(document)) == []
