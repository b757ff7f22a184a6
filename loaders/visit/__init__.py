"""A strategy that one visitor adds for one visit: read, checked and built in processes beside the server."""
