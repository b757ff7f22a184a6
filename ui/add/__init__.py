"""The page "Add a strategy": a document, what was found in it, the reader's decisions, the check, peers, the file."""
