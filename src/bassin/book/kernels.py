"""Kernels that begin with what chapters import, where the system can copy a process."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Self, cast
from uuid import uuid4

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Instance

#: How a kernel is begun by its command; only such a one is forked.
LAUNCHER = "ipykernel_launcher"
#: Seconds for the modules to be imported, and a kernel to be forked, on a busy machine.
PATIENCE = 180.0
SILENT = "the process that kernels are copied from has ended, or does not answer"


class Forkery:
    """The process that kernels are copies of (:mod:`bassin.book.forking`), from its start on.

    Parameters
    ----------
    modules : sequence of str
        What it imports.
    env : mapping of str to str
        Its environment, which is that of the kernels while these are imported.

    Examples
    --------
    >>> with Forkery(["bassin.study"], os.environ) as forkery:  # doctest: +SKIP
    ...     kernel = forkery.kernel(["-f", "connection.json"], ".", os.environ)
    """

    def __init__(self, modules: Sequence[str], env: Mapping[str, str]) -> None:
        # Not from the folder it is called in: a file there is no module of the library.
        command = [sys.executable, "-P", "-m", "bassin.book.forking", *modules]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(env)
        )
        self._codes: dict[int, int] = {}
        self._became: list[int] = []
        self._read = b""
        self._one_by_one = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def kernel(self, argv: Sequence[str], cwd: str | Path, env: Mapping[str, str]) -> Kernel:
        """Fork a kernel.

        Parameters
        ----------
        argv : sequence of str
            Of the launcher of kernels, its own name first.
        cwd : str or Path
        env : mapping of str to str

        Raises
        ------
        RuntimeError
            If the process has ended, or does not answer.
        """
        request = {"argv": list(argv), "cwd": str(cwd), "env": dict(env)}
        with self._one_by_one:
            try:
                assert self._process.stdin is not None
                self._process.stdin.write(json.dumps(request).encode() + b"\n")
                self._process.stdin.flush()
            except OSError as error:
                raise RuntimeError(SILENT) from error
            while not self._became:
                if not self._hear(PATIENCE):
                    raise RuntimeError(SILENT)
            return Kernel(self, self._became.pop())

    def code(self, pid: int) -> int | None:
        """How a kernel ended; ``None`` while it runs."""
        with self._one_by_one:
            while pid not in self._codes and self._hear(0):
                pass
        if pid not in self._codes and self._process.poll() is not None:
            return -signal.SIGKILL
        return self._codes.get(pid)

    def close(self) -> None:
        """End the process; kernels that still run end with it."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # of a process that has ended
                    stream.close()
        self._process.wait()

    def _hear(self, seconds: float) -> bool:
        """Take in what is told within some seconds; whether something was."""
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], seconds)
        read = os.read(self._process.stdout.fileno(), 1 << 16) if ready else b""
        *lines, self._read = (self._read + read).split(b"\n")
        for line in lines:
            said = json.loads(line)
            if "became" in said:
                self._became.append(said["became"])
            else:
                self._codes[said["ended"]] = said["code"]
        return bool(read)


class Kernel:
    """A kernel that was forked, with those methods of a :class:`subprocess.Popen` that are used."""

    stdin = stdout = stderr = None

    def __init__(self, forkery: Forkery, pid: int) -> None:
        self.pid = pid
        self._forkery = forkery

    def poll(self) -> int | None:
        """How it ended; ``None`` while it runs."""
        return self._forkery.code(self.pid)

    def wait(self) -> int | None:
        """As :meth:`poll`: asked for once it has ended."""
        return self.poll()

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class Forked(LocalProvisioner):
    """Provisioner of kernels that are forked; one of another command is begun by it."""

    forkery = Instance(Forkery)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel that a command would begin."""
        if LAUNCHER not in cmd or not _same(cmd[0]):
            return await super().launch_kernel(cmd, **kwargs)
        argv = cmd[cmd.index(LAUNCHER) :]
        cwd = kwargs.get("cwd") or Path.cwd()
        kernel = self.forkery.kernel(argv, cwd, kwargs.get("env", os.environ))
        self.process = cast(Any, kernel)
        self.pid = self.pgid = kernel.pid  # it leads its group
        self.cwd = cwd
        return self.connection_info


def _same(python: str) -> bool:
    """Whether a command is the interpreter that runs this."""
    return Path(python).absolute() == Path(sys.executable).absolute()


def forked(manager: KernelManager, forkery: Forkery) -> None:
    """Have the kernel of a manager forked once it is started."""
    manager.kernel_id = str(uuid4())
    manager.provisioner = Forked(
        kernel_id=manager.kernel_id,
        kernel_spec=manager.kernel_spec,
        parent=manager,
        forkery=forkery,
    )


def can_fork() -> bool:
    """Whether a process with the libraries of a chapter can be copied: on Linux."""
    return sys.platform == "linux"
