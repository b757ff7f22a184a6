"""Do the sources still say what the records quote? Every page is read again; no record is changed.

`citations.py` gathers what is quoted from which page, `checking.py` reads a page and looks for it, `report.py` tells
what came of it, and `command.py` does all three for `python -m loaders verify`.
"""
