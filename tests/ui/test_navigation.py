"""Links between pages, as addresses in cells of tables."""

import pytest

from ui import navigation, stops


@pytest.mark.parametrize(
    ("setting", "before"), [("", ""), ("atlasas", "/atlasas"), ("/viesa/atlasas/", "/viesa/atlasas")]
)
def test_links_of_tables_lead_below_the_path_at_which_a_proxy_serves_the_atlas(monkeypatch, setting, before):
    monkeypatch.setattr(stops.st, "get_option", {"server.baseUrlPath": setting}.get)
    assert navigation.address("vvg", {"vvg": "pakruojis"}, "Pakruojis") == f"{before}/vvg?vvg=pakruojis#Pakruojis"
    assert navigation.address("map") == f"{before}/zemelapis"
