"""The last wall of a process that runs a reader's query: the kernel lets it reckon, and nothing else.

A filter of system calls (seccomp, Linux on x86-64 and on 64-bit ARM). Whatever a query should make of a flaw in the
engine: no file is opened, no connection made, no process started, no other process touched. Elsewhere this wall is
missing, and the others stand.
"""

import ctypes
import platform
import struct
import sys

# By name: number on x86-64, number on 64-bit ARM (None: not there).
ALLOWED = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "fstat": (5, 80), "lseek": (8, 62), "mmap": (9, 222),
    "mprotect": (10, 226), "munmap": (11, 215), "brk": (12, 214), "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "pread64": (17, 67), "sched_yield": (24, 124),
    "mremap": (25, 216), "madvise": (28, 233), "nanosleep": (35, 101), "getpid": (39, 172), "exit": (60, 93),
    "gettimeofday": (96, 169), "getrusage": (98, 165), "sysinfo": (99, 179), "times": (100, 153),
    "getuid": (102, 174), "geteuid": (107, 175), "sigaltstack": (131, 132), "gettid": (186, 178),
    "time": (201, None), "futex": (202, 98), "sched_getaffinity": (204, 123), "restart_syscall": (219, 128),
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "clock_nanosleep": (230, 115),
    "exit_group": (231, 94), "getcpu": (309, 168), "getrandom": (318, 278), "membarrier": (324, 283),
    "rseq": (334, 293),
}  # fmt: skip
"""Memory, time, waiting, the files that are open already, and the end."""

MACHINES = {"x86_64": (0, 0xC000003E, 317), "aarch64": (1, 0xC00000B7, 277)}
"""By machine: the column of ALLOWED, the kernel's name of it, and the number of the call that sets the filter."""

NO_NEW_PRIVILEGES, FILTER, ALL_THREADS = 38, 1, 1
LOAD, IF_EQUAL, RETURN = 0x20, 0x15, 0x06
LET, REFUSE = 0x7FFF0000, 0x00050001
"""Goes on, or fails with «not permitted»."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def forbid() -> bool:
    """Sets the filter for every thread of this process, for good. Out: whether it stands."""
    machine = MACHINES.get(platform.machine())
    if not sys.platform.startswith("linux") or machine is None:
        return False
    column, kernel_name, set_filter = machine
    steps = program(column, kernel_name)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    asked = _Program(len(steps) // 8, steps)
    return libc.syscall(set_filter, FILTER, ALL_THREADS, ctypes.byref(asked)) == 0


def program(column: int, kernel_name: int) -> bytes:
    """The filter in the kernel's own steps of 8 bytes: which machine, which call, let it or refuse it."""
    numbers = [call[column] for call in ALLOWED.values() if call[column] is not None]

    def step(code: int, value: int, equal: int = 0, other: int = 0) -> bytes:
        return struct.pack("=HBBI", code, equal, other, value)

    steps = [step(LOAD, 4), step(IF_EQUAL, kernel_name, 1, 0), step(RETURN, REFUSE), step(LOAD, 0)]
    # Each comparison leaps over what is left of them and over the refusal.
    steps += [step(IF_EQUAL, number, len(numbers) - at, 0) for at, number in enumerate(numbers)]
    return b"".join([*steps, step(RETURN, REFUSE), step(RETURN, LET)])
