"""Signals that end a process, heeded as Ctrl-C is."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopped_by() -> Iterator[list[signal.Signals]]:
    """Let the signals that end a process interrupt the block as Ctrl-C does; yields which came.

    A signal that is ignored, as under nohup, stays so.
    """
    came: list[signal.Signals] = []
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ending = [signal.Signals[name] for name in names]

    def stop(number: int, frame: FrameType | None) -> None:
        came.append(signal.Signals(number))
        # While chapters run this is asyncio's, which cancels them in order.
        interrupt = signal.getsignal(signal.SIGINT)
        if callable(interrupt):
            interrupt(number, frame)
        else:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield came
        return
    before = {each: signal.getsignal(each) for each in ending}
    taken = [each for each in ending if before[each] is signal.SIG_DFL]
    for each in taken:
        signal.signal(each, stop)
    try:
        yield came
    finally:
        for each in taken:
            signal.signal(each, before[each])
