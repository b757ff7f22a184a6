"""From what people wrote in `data/` to the rows of the database."""
