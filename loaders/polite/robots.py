"""What robots.txt lets a reader read (RFC 9309): the standard library knows no `*`, no `$`, no longest rule."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

LARGEST = 500_000
"""Bytes of a robots.txt that are heeded, as the standard has it."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for one reader: patterns of paths with whether they are allowed."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0
    """Seconds between two requests that the site asks for."""

    def allow(self, url: str) -> bool:
        """Whether the address may be read: the longest pattern that fits decides, and of equal ones the kinder.

        >>> site = read("User-agent: *\\nDisallow: /a/\\nAllow: /a/b\\nDisallow: /*.pdf$", "vvgatlasas")
        >>> [site.allow(f"https://x.lt{path}") for path in ("/", "/a/", "/a/b.html", "/c.pdf", "/c.pdf?d")]
        [True, False, True, False, True]
        """
        parts = urlsplit(url)
        path = unquote(parts.path or "/") + (f"?{unquote(parts.query)}" if parts.query else "")
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(path, pattern)]
        return max(fitting, default=(0, True))[1]


def read(text: str, reader: str) -> Robots:
    """The rules for a reader: those that name it, else those for everybody (`*`); `reader` in small letters."""
    rules: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    names: list[str] = []
    in_rules = False
    for line in text[:LARGEST].splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        match key.lower():
            case "user-agent":
                names = [value.lower()] if in_rules else [*names, value.lower()]
                in_rules = False
                rules.setdefault(names[-1], [])
            case "allow" | "disallow":
                in_rules = True
                for name in names:
                    rules[name] += [(unquote(value), key.lower() == "allow")] if value else []
            case "crawl-delay":
                in_rules = True
                seconds = float(value) if value.replace(".", "", 1).isdecimal() else 0
                delays |= dict.fromkeys(names, seconds)
    name = reader if reader in rules else "*"
    return Robots(tuple(rules.get(name, ())), delays.get(name, 0))


def _fits(path: str, pattern: str) -> bool:
    """Whether a path begins as the pattern says; each `*` takes as little as it can, so that time stays linear."""
    is_whole = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others, 1):
        if is_whole and number == len(others):
            return len(path) - at >= len(part) and path.endswith(part)
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not is_whole or at == len(path)
