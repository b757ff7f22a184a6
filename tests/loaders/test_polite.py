"""A polite reader of pages, held against a server with every fault that a server can have."""

import ssl
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.polite import robots
from loaders.polite.asking import USER_AGENT
from loaders.polite.cache import Cache
from loaders.polite.client import PoliteClient
from loaders.polite.guarded import is_public
from loaders.polite.page import Gone, Manner, NotFetched, Unreachable
from tests.loaders.local_server import LocalServer, certificate

QUICK = Manner(between=0, connect=2, read=0.3, whole=0.6, attempts=3, first_wait=0.01, largest=100_000)


@pytest.fixture
def server():
    """A server with every page and every fault."""
    local = LocalServer()
    yield local
    local.close()


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """A certificate that nobody else has signed."""
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def secure_server(signed):
    """The same server behind TLS."""
    local = LocalServer(signed)
    yield local
    local.close()


@pytest.fixture
def reader():
    """`reader(**given)`: a client that may read from this machine and waits for nobody."""
    clients = []

    def made(**given):
        clients.append(PoliteClient(**({"allow_local": True, "manner": QUICK} | given)))
        return clients[-1]

    yield made
    for client in clients:
        client.__exit__(None, None, None)


def test_a_page_comes_with_its_address_and_its_kind(server, reader):
    page = reader().get(server.at("/page"))
    assert page.content.decode() == "<p>Skirta 500 000 Eur</p>"
    assert (page.url, page.final_url) == (server.at("/page"), server.at("/page"))
    assert page.content_type == "text/html; charset=utf-8"
    assert server.asked[0][1]["User-Agent"] == USER_AGENT


def test_a_redirect_is_followed_and_told(server, reader):
    page = reader().get(server.at("/moved"))
    assert page.final_url == server.at("/page")


FAULTS = {
    "/gone-404": (Gone, "the server answers 404"),
    "/gone-410": (Gone, "the server answers 410"),
    "/forbidden": (Unreachable, "the server answers 403"),
    "/always-500": (Unreachable, "the server answers 500"),
    "/slow": (Unreachable, "the server does not answer in time"),
    "/drips": (Unreachable, "the server sends too slowly"),
    "/cut-off": (Unreachable, "the server cuts the answer off"),
    "/no-http": (Unreachable, "the server cuts the answer off"),
    "/too-short": (Unreachable, "the server cuts the answer off"),
    "/circle": (Unreachable, "it redirects in a circle"),
    "/ever-on": (Unreachable, "it redirects too often"),
    "/to-file": (Unreachable, "not an address of the web"),
    "/to-nowhere": (Unreachable, "the server answers 302"),
    "/huge": (Unreachable, "it is larger than 0.1 MB"),
    "/huge-told": (Unreachable, "it is larger than 0.1 MB"),
    "/bomb": (Unreachable, "it is larger than 0.1 MB"),
    "/broken-gzip": (Unreachable, "it is packed wrongly"),
    "/half-gzip": (Unreachable, "its packed content ends too early"),
    "/brotli": (Unreachable, "it is packed in a way that was not asked for (br)"),
    "/hidden/page": (Unreachable, "robots.txt of 127.0.0.1 does not allow it"),
    "/far-away": (Unreachable, "the server asks to come back in 86400 s"),
    "/endless-headers": (Unreachable, "the server cuts the answer off"),
}


@pytest.mark.parametrize("path", FAULTS)
def test_every_fault_has_one_clear_reason(server, reader, path):
    kind, reason = FAULTS[path]
    with pytest.raises(kind) as caught:
        reader().get(server.at(path))
    assert reason in str(caught.value)


def test_faults_that_pass_are_tried_again(server, reader):
    assert reader().get(server.at("/500-then-200")).content == b"<p>Skirta 500 000 Eur</p>"
    assert server.count("/500-then-200") == 2
    with pytest.raises(Unreachable):
        reader().get(server.at("/always-500"))
    assert server.count("/always-500") == QUICK.attempts


def test_what_is_forbidden_or_gone_is_not_tried_again(server, reader):
    for path in ("/forbidden", "/gone-404"):
        with pytest.raises(NotFetched):
            reader().get(server.at(path))
        assert server.count(path) == 1


def test_the_time_a_server_asks_for_is_waited(server, reader):
    began = datetime.now(UTC)
    assert reader().get(server.at("/429-then-200")).content
    assert datetime.now(UTC) - began >= timedelta(seconds=1)
    assert server.count("/429-then-200") == 2


def test_a_server_may_name_a_moment_to_come_back(server, reader):
    server.later = format_datetime(datetime.now(UTC) + timedelta(hours=3), usegmt=True)
    with pytest.raises(Unreachable, match=r"asks to come back in 10[78]"):
        reader().get(server.at("/later"))
    server.later = "someday"
    with pytest.raises(Unreachable, match="answers 503"):
        reader().get(server.at("/later"))


def test_what_was_packed_is_unpacked(server, reader):
    assert reader().get(server.at("/packed")).content == b"<p>Skirta 500 000 Eur</p>"


def test_more_than_was_told_is_not_read(server, reader):
    assert reader().get(server.at("/longer-than-told")).content == b"<p>Sk"


def test_one_request_a_second_goes_to_a_host(server, reader):
    now, slept = [0.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    client = reader(manner=Manner(between=1), clock=lambda: now[0], sleep=sleep)
    for _ in range(3):
        client.get(server.at("/page"))
    assert slept == [1, 1, 1], "robots.txt and three pages"


def test_a_site_may_ask_for_more_time(server, reader):
    server.robots = b"User-agent: *\nCrawl-delay: 7"
    now, slept = [0.0], []
    client = reader(manner=Manner(between=1), clock=lambda: now[0], sleep=slept.append)
    client.get(server.at("/page"))
    client.get(server.at("/page"))
    assert slept[-1] >= 7


def test_robots_txt_is_read_once_a_site(server, reader):
    client = reader()
    for path in ("/page", "/moved", "/packed"):
        client.get(server.at(path))
    assert server.count("/robots.txt") == 1


def test_a_site_whose_robots_txt_is_in_trouble_is_left_alone(server, reader):
    server.robots = None
    client = reader()
    for _ in range(2):
        with pytest.raises(Unreachable, match=r"the server answers 503 \(asked for robots\.txt\)"):
            client.get(server.at("/page"))
    assert server.count("/page") == 0
    assert server.count("/robots.txt") == QUICK.attempts


def test_a_page_that_has_not_changed_is_not_sent_again(server, reader, tmp_path):
    first = reader(cache=Cache(tmp_path)).get(server.at("/tagged"))
    again = reader(cache=Cache(tmp_path)).get(server.at("/tagged"))
    assert first == again
    assert server.sent_in_full == 1
    assert server.asked[-1][1]["If-None-Match"] == '"one"'


def test_a_damaged_cache_is_as_if_there_were_none(server, reader, tmp_path):
    reader(cache=Cache(tmp_path)).get(server.at("/tagged"))
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert reader(cache=Cache(tmp_path)).get(server.at("/tagged")).content
    assert server.sent_in_full == 2


def test_a_page_without_a_tag_is_not_kept(server, reader, tmp_path):
    reader(cache=Cache(tmp_path)).get(server.at("/page"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.lt/a",
        "javascript:alert(1)",
        "http://",
        "pakruojis",
        "",
        "http://[::1",
        "https://user:secret@example.lt/",
        "http://example.lt:99999/",
        "http://exa mple.lt/",
    ],
)
def test_only_addresses_of_the_web_are_read(reader, url):
    with pytest.raises(Unreachable):
        reader().get(url)


INNER = ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0.0.0.0", "2130706433"]


@pytest.mark.parametrize("host", INNER)
def test_no_address_of_an_inner_network_is_read(server, reader, host):
    with pytest.raises(Unreachable, match="is not a public address"):
        reader(allow_local=False).get(f"http://{host}:{server.port}/page")
    assert server.asked == []


def test_a_public_page_does_not_lead_inside(server, reader, monkeypatch):
    """The host is public by its name, and its name server answers with an inner address."""
    monkeypatch.setattr("loaders.polite.guarded.socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("10.1.2.3", 80))])
    with pytest.raises(Unreachable, match=r"the host example\.lt is not a public address"):
        reader(allow_local=False).get("http://example.lt/")


def test_an_unknown_host_is_told(reader):
    with pytest.raises(Unreachable, match=r"the host nera\.invalid is not known"):
        reader().get("http://nera.invalid/")


def test_a_closed_door_is_told(reader, server):
    server.close()
    with pytest.raises(Unreachable, match="no connection"):
        reader().get(server.at("/page"))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("193.219.76.33", True),
        ("2a00:1450:4001:81b::200e", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::c1db:4c21", True),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address, public):
    assert is_public(address) is public


def test_a_certificate_that_nobody_signed_is_refused(secure_server, reader):
    with pytest.raises(Unreachable, match="its certificate is not valid"):
        reader().get(secure_server.at("/page"))
    assert secure_server.asked == []


def test_a_certificate_that_is_trusted_is_accepted(secure_server, reader):
    trusting = ssl.create_default_context(cafile=str(secure_server.certificate))
    assert reader(context=trusting).get(secure_server.at("/page")).content


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: VVGatlasas\nDisallow: /b", "/a", True),
        ("User-agent: other\nUser-agent: vvgatlasas\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("Disallow: /", "/a", True),
        ("User-agent: *\nDisallow: /*?", "/a?b=1", False),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a*b*c$", "/a-b-d-c", False),
        ("User-agent: *\nDisallow: /%C5%A1", "/š", False),
        ("user-AGENT:*\nDISALLOW:/a # why", "/a", False),
        ("\ufeff<html>", "/a", True),
    ],
)
def test_robots_txt(text, path, allowed):
    assert robots.read(text, "vvgatlasas").allow(f"https://example.lt{path}") is allowed


@given(st.text(), st.text(alphabet="ab*/$?%"))
def test_no_robots_txt_ends_a_reader(text, pattern):
    site = robots.read(f"User-agent: *\n{text}\nDisallow: {pattern}\nCrawl-delay: {text}", "vvgatlasas")
    assert site.allow("https://example.lt/aab/b?a") in (True, False)
    assert site.delay >= 0
