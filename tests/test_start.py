"""What is told of a start: the times and bytes of both, and how many times one is the other."""

from benchmarks.start import Starts, section


def test_a_start_is_told_beside_that_of_a_bare_app():
    atlas = Starts([3.0, 2.0, 4.0], {"program": 3_000_000, "messages": 60_000, "data": 24_000})
    bare = Starts([2.0, 2.0, 1.0], {"program": 2_500_000, "messages": 500})
    told = section({"atlas": atlas, "bare": bare}, 3, "The machine was quiet.")
    assert told.startswith("## Start\n")
    assert "| command to usable page, median, s | 3.00 | 2.00 | 1.50 |" in told
    assert "| programs, styles, fonts, kB | 3,000 | 2,500 | 1.20 |" in told
    assert "| borders, once, kB | 24 | 0 |  |" in told
    assert "The machine was quiet." in told
