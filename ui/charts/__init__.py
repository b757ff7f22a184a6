"""Charts: an answer in, a figure out. They neither ask the database nor draw on the page."""
