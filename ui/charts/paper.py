"""Pictures for paper: drawn as SVG in the text itself, so that they print sharp."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date

from ui.charts.base import ACCENT, PEER

WIDTH, HEIGHT, EDGE, MIDDLE = 680, 46, 26, 14


def time_line(days: Sequence[date], first_year: int, last_year: int) -> str:
    """The address of a picture: a line of years from the first to the last, a numbered mark at each day.

    In: days in their order, the first has the mark 1; those outside of the years widen them.
    """
    first = min([first_year, *(day.year for day in days)])
    last = max([last_year, *(day.year for day in days)])
    years = last - first + 1

    def across(years_on: float) -> float:
        return round(EDGE + years_on / years * (WIDTH - 2 * EDGE), 1)

    shapes = [f'<path d="M{EDGE} {MIDDLE}H{WIDTH - EDGE}" stroke="{PEER}"/>']
    for at in range(years + 1):
        shapes.append(f'<path d="M{across(at)} {MIDDLE - 4}V{MIDDLE + 4}" stroke="{PEER}"/>')
        if at < years:
            shapes.append(
                f'<text x="{across(at + 0.5)}" y="{HEIGHT - 6}" fill="#5D6B74" text-anchor="middle">{first + at}</text>'
            )
    for number, day in enumerate(days, 1):
        x = across(day.year - first + (day.timetuple().tm_yday - 1) / 366)
        shapes.append(f'<circle cx="{x}" cy="{MIDDLE}" r="8" fill="{ACCENT}" stroke="#FFFFFF"/>')
        shapes.append(f'<text x="{x}" y="{MIDDLE + 4}" fill="#FFFFFF" text-anchor="middle">{number}</text>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' font-family="sans-serif" font-size="11">{"".join(shapes)}</svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
