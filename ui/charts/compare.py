"""A strip of dots, small enough for a cell: the peers on their range, their median, the VVG that is compared."""

from base64 import b64encode
from collections.abc import Sequence

from ui.charts.base import ACCENT, PEER

WIDTH, HEIGHT, EDGE = 132, 20, 7


def strip(peers: Sequence[float], own: float | None, median: float | None) -> str | None:
    """The address of a picture: a grey dot a peer, a tick at the median, the compared VVG in the accent.

    In: known values of the peers; the value of the compared VVG; the median where it may be told. Out: None where
    no two values are known, so that there is no range to draw.
    """
    values = [*peers, *([] if own is None else [own])]
    if len(values) < 2:
        return None
    low, high = min(values), max(values)

    def across(value: float) -> float:
        share = 0.5 if high == low else (value - low) / (high - low)
        return round(EDGE + share * (WIDTH - 2 * EDGE), 1)

    middle = HEIGHT / 2
    shapes = [f'<path d="M{EDGE} {middle}H{WIDTH - EDGE}" stroke="{PEER}" stroke-opacity="0.45"/>']
    # Of very many peers those that would cover each other are one dot.
    dots = [across(value) for value in peers]
    dots = dots if len(dots) <= WIDTH else sorted({2 * round(x / 2) for x in dots})
    shapes += [f'<circle cx="{x}" cy="{middle}" r="3.5" fill="{PEER}" fill-opacity="0.7"/>' for x in dots]
    if median is not None:
        shapes.append(f'<path d="M{across(median)} 2V{HEIGHT - 2}" stroke="{PEER}" stroke-width="2"/>')
    if own is not None:
        shapes.append(f'<circle cx="{across(own)}" cy="{middle}" r="6" fill="{ACCENT}" stroke="#FFFFFF"/>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(shapes)}</svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
