"""Five classes with readable edges, for shading."""

import math
from bisect import bisect_right
from collections.abc import Sequence

CLASSES = 5


def edges(values: Sequence[float], classes: int = CLASSES) -> list[float]:
    """Where one class ends and the next begins: near the quantiles, rounded to readable numbers, ascending.

    Equal or few values give fewer edges; no value gives none.

    >>> edges([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    [3.0, 5.0, 7.0, 9.0]
    >>> edges([327863, 500000, 812000, 1200000, 2600000])
    [500000.0, 810000.0, 1200000.0, 2600000.0]
    >>> edges([4, 4, 4])
    []
    """
    ordered = sorted(values)
    if not ordered or ordered[0] == ordered[-1]:
        return []
    found = []
    for number in range(1, classes):
        # The value that stands at this share of the list; a class begins with it.
        value = ordered[min(len(ordered) - 1, math.floor(number * len(ordered) / classes))]
        edge = readable(value)
        if edge > ordered[0] and edge <= ordered[-1] and (not found or edge > found[-1]):
            found.append(edge)
    return found


def readable(value: float) -> float:
    """A number with two digits that matter.

    >>> [readable(value) for value in (327863, 14.52, 0.0, 999, 7)]
    [330000.0, 15.0, 0.0, 1000.0, 7.0]
    """
    if value == 0:
        return 0.0
    return float(round(value, 1 - math.floor(math.log10(abs(value)))))


def class_of(value: float, boundaries: Sequence[float]) -> int:
    """The class of a value, 0 the lowest; an edge belongs to the class above it.

    >>> [class_of(value, [10, 20]) for value in (9.9, 10, 25)]
    [0, 1, 2]
    """
    return bisect_right(boundaries, value)


def spread(number: int, of: int, colours: Sequence[str]) -> str:
    """The colour of a class where there are fewer classes than colours: from the palest to the deepest.

    >>> [spread(number, 3, "abcde") for number in range(3)]
    ['a', 'c', 'e']
    >>> spread(0, 1, "abcde")
    'c'
    """
    last = len(colours) - 1
    return colours[round(number * last / (of - 1))] if of > 1 else colours[last // 2]
