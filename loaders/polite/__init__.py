"""Pages of other people's servers, asked for politely and read with care.

`client.py` asks: one request a second a host, only what robots.txt allows, again after faults that pass, and nothing
that has not changed since. `guarded.py` connects: to public addresses alone. No page of the atlas uses it: it is for
the commands `verify` and `extract`.
"""
