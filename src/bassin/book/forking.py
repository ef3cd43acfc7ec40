"""A process that has imported what chapters import, and becomes their kernels.

``python -m bassin.book.forking MODULE...`` imports the modules and those of a kernel, then reads a
request a line: the arguments, the folder and the environment of a kernel, as JSON. For each it
forks, and the copy is the kernel: what is imported once is not imported again. It tells, a line
each, which process a request became and how a process ended. It ends when its input does, and the
kernels with it, as with any parent that is gone.

It has no thread of its own, so that a copy is whole.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import random
import select
import sys
from typing import Any, NoReturn

#: Seconds between two looks at the processes that may have ended.
LOOK = 0.05
#: How a kernel draws, which matplotlib is told before it is imported.
BACKEND = "module://matplotlib_inline.backend_inline"
#: What every kernel imports.
KERNEL = ("ipykernel.kernelapp", "ipykernel.ipkernel", "matplotlib_inline.backend_inline")


def main(modules: list[str]) -> None:
    """Import modules, then fork on request until nothing more is asked for.

    Raises
    ------
    ImportError
        If there is no such module.
    """
    # Replies have a channel to themselves: what a kernel prints must not be among them.
    replies = os.dup(1)
    os.set_inheritable(replies, False)
    os.dup2(2, 1)
    os.environ.setdefault("MPLBACKEND", BACKEND)
    # Read while a kernel is imported, which watches for the end of this process.
    os.environ["JPY_PARENT_PID"] = str(os.getpid())
    for name in (*KERNEL, *modules):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # what is imported is never looked through again, here or in a copy
    waiting = b""
    running: set[int] = set()
    while True:
        ready, _, _ = select.select([0], [], [], LOOK if running else None)
        if ready:
            read = os.read(0, 1 << 16)
            if not read:
                return
            *requests, waiting = (waiting + read).split(b"\n")
            for request in requests:
                pid = _fork(json.loads(request), replies)
                running.add(pid)
                _reply(replies, {"became": pid})
        for pid, code in _ended(running):
            running.discard(pid)
            _reply(replies, {"ended": pid, "code": code})


def _fork(request: dict[str, Any], replies: int) -> int:
    """Process that became a kernel."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.close(replies)
        _become(request)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        with contextlib.suppress(Exception):
            sys.stderr.flush()
        os._exit(code)


def _become(request: dict[str, Any]) -> None:
    """Run a kernel to its end, as its own command would."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.environ.clear()
    os.environ.update({**request["env"], "JPY_PARENT_PID": str(os.getppid())})
    os.chdir(request["cwd"])
    sys.argv = request["argv"]
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(argv=request["argv"][1:])


def _ended(running: set[int]) -> list[tuple[int, int]]:
    """Processes that ended, and how: a status, or a signal below zero."""
    found = []
    for pid in sorted(running):
        gone, status = os.waitpid(pid, os.WNOHANG)
        if gone:
            found.append((pid, os.waitstatus_to_exitcode(status)))
    return found


def _reply(replies: int, said: dict[str, int]) -> None:
    try:
        os.write(replies, json.dumps(said).encode() + b"\n")
    except BrokenPipeError:
        _leave()


def _leave() -> NoReturn:
    """End at once: who asked is gone."""
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
