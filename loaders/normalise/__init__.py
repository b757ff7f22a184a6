"""What Lithuanian sources write, turned into values: money, dates, periods, numbers and wordings.

Nothing here guesses. A function that turns one wording into one value raises ``ValueError`` and names the
wording when it is not clear; a function that finds values in running text leaves the unclear ones out.
"""
