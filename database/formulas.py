"""Text that a spreadsheet would run as a formula, made harmless: for every file that leaves the atlas."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so is a formula for a spreadsheet."""


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula; taking one apostrophe away gives the text back.

    >>> harmless("=1+1"), harmless("'=1+1"), harmless("2014–2020"), harmless("'tai'")
    ("'=1+1", "''=1+1", '2014–2020', "'tai'")
    """
    return f"'{text}" if text.lstrip("'").startswith(DANGEROUS) else text
