"""The least that makes a database of data/: its YAML parsed by libyaml as anybody would, and its rows inserted.

`python build_floor.py DATA SCHEMA ROWS INTO`: ROWS is a folder of Arrow files, a table each, in the order of their
names. The rows come ready: nothing is read, checked, proven or searched for, and no view is made.
"""

import sys
from pathlib import Path

import duckdb
import pyarrow.ipc
import yaml

data, schema, rows, into = map(Path, sys.argv[1:])
for file in (*data.glob("*.yaml"), *data.glob("[!b]*/*.yaml"), *data.glob("boundaries/*.yaml")):
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
with duckdb.connect(str(into), config={"default_block_size": "16384"}) as database:
    database.execute("begin")
    database.execute(schema.read_text(encoding="utf-8"))
    for file in sorted(rows.iterdir()):
        lot = pyarrow.ipc.open_file(file).read_all()
        database.register("lot", lot)
        database.execute(f'insert into "{file.stem.partition("-")[2]}" select * from lot')
        database.unregister("lot")
    database.execute("commit")
