"""From a page or a PDF to a draft record: bytes → document → findings → draft.

`reading/` turns bytes of any kind into a `Document`; `finders/` turn a document into `Finding`s, one module a field;
`draft.py` writes the findings in the form of a record. Nothing here reaches the network or writes a file.
"""
