"""A query of a reader's own: run in a process of its own, within limits, on a database that it can only read.

No setting of the engine makes a stranger's SQL harmless, so none is relied on alone: `child.py` is the process and its
walls, `run.py` starts, watches and ends it, `outcome.py` reads what it says, `limits.py` has the numbers.
"""

from database.sandbox.limits import LIMITS, Limits
from database.sandbox.outcome import Outcome
from database.sandbox.run import SLOTS, Run, start

__all__ = ["LIMITS", "SLOTS", "Limits", "Outcome", "Run", "start"]
