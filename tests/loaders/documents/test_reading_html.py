"""Pages: their text without what stands around it, and all of its structure."""

from loaders.documents.reading import read

HEAD = (
    "<!DOCTYPE html><html><head><title>Strategija – Aukštupių miesto VVG</title><meta "
    'property="og:site_name" content="Aukštupių miesto VVG"></head>'
)
AROUND = """<body class="single has-sidebar"><div id="cookie-law-info-bar">Naudojame slapukus. <a>Sutinku</a></div>
<header class="site-header"><a href="/">VVG</a>
<nav><ul><li><a href=a>Pradžia</a><li><a href=b>Kontaktai</a></ul></nav></header>
<div class="wrap"><div class="l1"><ul><li><a href=1>Naujienos</a><li><a href=2>Projektai</a>
<li><a href=3>Kvietimas 2031 Eur</a></ul></div>
<div class="r1">{}</div><div id="sidebar"><h3>Naujausi įrašai</h3><p>Skirta 999 Eur</p></div></div>
<div id="comments"><h3>Komentarai</h3><p>Svečias: gavau 777 Eur</p></div>
<footer>© 2020 Aukštupių miesto VVG, tel. 8 600 00000</footer></body></html>"""


def page(body):
    return read((HEAD + AROUND.format(body)).encode())


def shown(body):
    return [(block.kind, block.level, block.marker, block.text) for block in page(body).blocks]


def test_only_the_text_of_a_page_is_left():
    document = page(
        "<h1>Strategija</h1><p>Strategijai skirta 327&nbsp;863 eurai.</p><h3>Kitos naujienos</h3><p>Kitam 5 Eur</p>"
    )
    assert document.text == "Strategija\nStrategijai skirta 327 863 eurai."
    assert (document.title, document.publisher) == ("Strategija", "Aukštupių miesto VVG")
    assert document.blocks[1].place.heading == "Strategija"


def test_broken_tags_line_breaks_and_nested_letters():
    body = (
        "<div><h2>Tikslai<div>Strategijos <b>tik<i>slai</b></i>:<br>1. Didinti "
        "u\u017eimtumą<br/>1.1. Teikti<span> paslau</span>gas<br>2. Mažinti <u>atskirtį</div>"
    )
    assert shown(body)[-4:] == [
        ("paragraph", 0, "", "Strategijos tikslai:"),
        ("list_item", 1, "1.", "Didinti užimtumą"),
        ("list_item", 2, "1.1.", "Teikti paslaugas"),
        ("list_item", 1, "2.", "Mažinti atskirtį"),
    ]


def test_lists_are_counted_as_a_browser_counts_them():
    body = (
        "<p>Sąrašas yra toks, koks jis yra.</p><ol "
        "start=3><li>Trečias<ol><li>vidinis<li>kitas<p>Paaiškinimas.</p></ol><li value=9>Devintas</ol>"
        "<ol type=a><li>raidė<ul><li>taškas</ul></ol><p>x</p><ul><li>a) savas<li>b) kitas</ul><ol "
        "style='list-style-type:upper-roman'><li>vienas<li>du</ol>"
    )
    assert [(kind, level, marker) for kind, level, marker, _ in shown(body)][1:] == [
        ("list_item", 1, "3."), ("list_item", 2, "3.1."), ("list_item", 2, "3.2."), ("paragraph", 0, ""),
        ("list_item", 1, "9."),
        ("list_item", 1, "a."), ("list_item", 2, "•"), ("paragraph", 0, ""), ("list_item", 1, "a)"),
        ("list_item", 1, "b)"),
        ("list_item", 1, "I."), ("list_item", 1, "II."),
    ]  # fmt: skip


def test_bullets_between_pieces_of_one_numbered_list_are_within_it():
    body = "<p>Priemonės ir jų tikslinės grupės:</p><ol><li>Pirma</ol><ul><li>grupė</ul><ol start=2><li>Antra</ol>"
    assert [(level, marker) for _, level, marker, _ in shown(body)][1:] == [(1, "1."), (2, "•"), (1, "2.")]


def test_a_table_has_a_heading_row_and_spans():
    body = """<table><tr><td rowspan=2><b>Rodiklis</b><td colspan=2><b>Reikšmė</b>
    <tr><td><b>siekta</b><td><b>pasiekta</b>
    <tr><td colspan=3>1 tikslas<tr><td rowspan=2>Dalyviai<sup><a href="#n1">1</a></sup>
    <td>350<sup>2</sup><td>1&nbsp;095<tr><td>5 km<sup>2</sup><td></table>"""
    rows = [block for block in page(body).blocks if block.kind == "table_row"]
    head = ("Rodiklis", "Reikšmė siekta", "Reikšmė pasiekta")
    assert [(row.cells, row.header) for row in rows] == [
        (("Rodiklis", "Reikšmė", ""), ()), (("", "siekta", "pasiekta"), ()), (("1 tikslas",), ()),
        (("Dalyviai", "350", "1 095"), head), (("", "5 km²", ""), head),
    ]  # fmt: skip


def test_names_and_values_have_no_heading_row():
    body = (
        "<p>Apie projektą:</p><table><tr><td>Projekto vykdytojas<td>Bendruomenė<tr><td>Projekto "
        "suma<td>5 000 Eur<tr><td>Pradžios data<td>2019-05-06</table>"
    )
    assert {block.header for block in page(body).blocks} == {()}
    definitions = page(
        "<p>Apie projektą:</p><dl><dt>Projekto vertė<dd>100 Eur<dt>Grupės<dd><ul><li>jaunimas</ul></dl>"
    ).blocks
    assert [(block.kind, block.text) for block in definitions[1:]] == [
        ("table_row", "Projekto vertė | 100 Eur"),
        ("heading", "Grupės"),
        ("list_item", "jaunimas"),
    ]


def test_items_and_lines_of_a_cell_stay_apart():
    body = (
        "<table><tr><th>Tikslas<th>Grupės<tr><td>Pirmas"
        "<td><ul><li>jaunimas<li>senjorai</ul><tr><td>Antras<td>Jaunimas<br>Senjorai<br>Vaikai</table>"
    )
    assert [block.cells[1] for block in page(body).blocks] == [
        "Grupės",
        "• jaunimas • senjorai",
        "Jaunimas; Senjorai; Vaikai",
    ]


def test_a_table_that_lays_the_page_out_is_no_table():
    body = (
        "<table><tr><td><a href=1>Meras</a><br><a href=2>Taryba</a><br><a "
        "href=3>Biudžetas</a><td><h2>Sutartis</h2><p>Skirta 64 880,21 Eur.<p>Pasirašyta.</table>"
    )
    assert [text for *_, text in shown(body)] == ["Sutartis", "Skirta 64 880,21 Eur.", "Pasirašyta."]


def test_bold_lines_are_headings_and_notes_are_notes():
    body = (
        "<p><strong>Tikslinės grupės</strong></p><p>Jaunimas<a href='#_ftn1'>[1]</a> ir "
        "senjorai.</p><div id='ftn1'><p>[1] Iki 29 metų.</p></div>"
    )
    assert shown(body) == [
        ("heading", 2, "", "Tikslinės grupės"),
        ("paragraph", 0, "", "Jaunimas ir senjorai."),
        ("note", 0, "[1]", "Iki 29 metų."),
    ]


def test_what_unfolds_is_read_and_what_is_hidden_is_not():
    body = (
        "<p>Strategija yra čia.</p><div class='collapse-content' style='display:none'><p>Skirta 5 "
        "Eur</p></div><div style='display: none'>Slapta 6 Eur</div>"
    )
    assert [text for *_, text in shown(body)] == ["Strategija yra čia.", "Skirta 5 Eur"]


def said(head, body, url=None):
    document = read(
        f"<html><head>{head}</head><body>{body}<p>Ilgesnis tekstas apie miesto strategiją ir jos "
        f"tikslus.</p></body></html>".encode(),
        url=url,
    )
    return document.title, document.publisher, document.published


def test_title_publisher_and_day_are_those_the_page_says():
    described = (
        "<script "
        'type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2023-11-16T08:00","publisher":{"name":"Temainfo"}}]}</script>'
    )
    assert said(described, "<h1>Žinia</h1>") == ("Žinia", "Temainfo", "2023-11-16")
    assert said("<title>Žinia | Šakių miesto VVG</title><meta property='article:published_time' "
    "content='2016-07-20T01:00Z'>", "") == (
        "Žinia", None, "2016-07-20",
    )  # fmt: skip
    assert said("", "<h1>Žinia</h1><p>2023 m. lapkričio 14 d.</p>", "https://www.vvg.lt/a") == (
        "Žinia",
        "vvg.lt",
        "2023-11-14",
    )
    assert said("", "<h1>Žinia</h1><time datetime='2019-02'>vasaris</time>") == ("Žinia", None, "2019-02")
    assert said("", "<h1>Žinia</h1>", "https://vvg.lt/2016/11/28/zinia/") == ("Žinia", "vvg.lt", "2016-11-28")


def test_nothing_is_invented():
    assert said("<meta name=author content='Vardenis Pavardenis'>", "<h2>Žinia</h2><p>2016 m. liepos "
    "20 d. patvirtinta strategija.</p>") == (
        "Žinia", None, None,
    )  # fmt: skip
    updated = (
        "<h1>Žinia</h1><p>Atnaujinta <time class=updated "
        "datetime='2020-01-01'>2020-01-01</time> miesto strategija ir jos tikslai.</p>"
    )
    assert said("", updated)[2] is None
