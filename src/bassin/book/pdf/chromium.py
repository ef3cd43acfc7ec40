"""Prints a page with the Chromium that is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from bassin.errors import BuildError

#: What the browser is called, by system.
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
#: Environment variable that has its path, where it is called otherwise.
CHROMIUM = "CHROMIUM"
#: What to do about one that does not print.
OTHER = f"Set {CHROMIUM} to the path of another Chromium."
#: What it prints is the book's own, from files: it needs no sandbox, which a container may not
#: allow, and no network.
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
#: After so many seconds of the clock on the wall it is given up.
PATIENCE = 1800


def chromium() -> str:
    """Path of the browser.

    Raises
    ------
    BuildError
        If none is installed; the message says what to do.
    """
    given = os.environ.get(CHROMIUM)
    found = next(filter(None, map(shutil.which, [given] if given else PROGRAMS)), None)
    if found is None:
        looked = given or ", ".join(PROGRAMS)
        raise BuildError(
            f"A PDF is printed by Chromium, and none is on PATH (looked for: {looked}). Install it "
            f"(on Debian and Ubuntu, the package chromium), or set {CHROMIUM} to its path."
        )
    return found


def print_pdf(page: Path, pdf: Path, *, patience: float = PATIENCE) -> None:
    """Print a page as a tagged PDF with an outline.

    Parameters
    ----------
    page : Path
        A file of HTML.
    pdf : Path
        Where to write.
    patience : float
        Seconds after which it is given up.

    Raises
    ------
    BuildError
        If there is no browser, or it printed nothing: with what it said, and what to do.
    """
    with TemporaryDirectory(prefix="bassin-chromium-", ignore_cleanup_errors=True) as profile:
        command = [
            chromium(),
            *ARGUMENTS,
            f"--user-data-dir={profile}",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--print-to-pdf={pdf}",
            page.resolve().as_uri(),
        ]
        said = _run(command, patience)
    if not pdf.is_file() or not pdf.stat().st_size:
        raise BuildError(
            f"{command[0]} printed nothing, and said: {said[-2000:].strip() or 'nothing'}\n"
            f"See whether there is room in memory and in {gettempdir()}. {OTHER}"
        )


def _run(command: Sequence[str], patience: float) -> str:
    """Run the browser, and end all its processes whatever happens; what it said."""
    # A group of its own: some systems start it by a script, and it starts others itself.
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            process_group=0,
        )
    except OSError as error:
        raise BuildError(f"{command[0]} cannot be run ({error.strerror}). {OTHER}") from error
    try:
        return process.communicate(timeout=patience)[0]
    except subprocess.TimeoutExpired as error:
        raise BuildError(
            f"{command[0]} did not print within {patience:.0f} s. "
            f"Try again when the machine has less to do. {OTHER}"
        ) from error
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
