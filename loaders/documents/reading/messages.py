"""Why a document cannot be read: a small fixed set of sentences, which a page may translate whole."""

EMPTY = "The document is empty: give a file that has text."
TOO_LARGE = "The document is larger than 20 MB: give a part of it, or save it without pictures."
TOO_LARGE_UNPACKED = "The document unpacks to more than 64 MB: save it without pictures and give it again."
TOO_MANY_PAGES = "The document has more than 2,000 pages: give the part that has the strategy."
TOO_MUCH = "The document needs more than 1 GB of memory to be read: give a part of it, or its text."
TOO_SLOW = "The document could not be read within a minute: give a part of it, or its text."
UNKNOWN_KIND = "The document is of a kind that is not read: save it as PDF, DOCX, ODT, HTML or plain text."
OLD_WORD = "The document is of an old Word or RTF format: save it as DOCX or PDF and give it again."
ENCRYPTED = "The document is protected by a password: save it without the password and give it again."
BROKEN = "The document is damaged or incomplete: download it once more, or save it anew."
NO_TEXT = "The document has no text: if it is scanned, recognise its letters first and give it again."
UNSAFE = "The document declares entities of its own, which no office program writes: save it anew."
FAILED = "The document could not be read because of an error in the atlas: give its text, and report the error."

ALL = (
    EMPTY,
    TOO_LARGE,
    TOO_LARGE_UNPACKED,
    TOO_MANY_PAGES,
    TOO_MUCH,
    TOO_SLOW,
    UNKNOWN_KIND,
    OLD_WORD,
    ENCRYPTED,
    BROKEN,
    NO_TEXT,
    UNSAFE,
    FAILED,
)
