"""What the outputs and the pages of the book depend on, as digests."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from bassin.book.environment import site_address, source_date
from bassin.claims.chapters import chapters, headings, read_chapter
from bassin.files.manifest import RAW
from bassin.words.catalogues import LOCALE
from bassin.words.language import edition
from bassin.words.told import OF_DATA

#: Files of the root that a page offers to download.
SHIPPED = ("README.md", "CITATION.cff", "LICENSE", "LICENSE-DATA.md")
NO_SOURCE = ("__pycache__", ".ipynb_checkpoints", ".DS_Store")


def fingerprints(root: Path, parts: Iterable[str]) -> dict[str, str]:
    """SHA-256 of each file under some paths, by its name.

    Parameters
    ----------
    root : Path
        Folder the paths are relative to.
    parts : iterable of str
        Files, or folders to walk; an absent one counts as empty. The raw files are left out: their
        hashes are in the manifest, and they are verified before anything is built.
    """
    raw = root / "data" / RAW
    files: set[Path] = set()
    for part in parts:
        path = root / part
        files.update(path.rglob("*") if path.is_dir() else [path])
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.is_file()
        and not path.is_relative_to(raw)
        and not set(path.relative_to(root).parts) & set(NO_SOURCE)
    }


def digest(of: object) -> str:
    """SHA-256 of lists, mappings, texts and numbers, whatever the order of the mappings."""
    return sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()


def installed() -> dict[str, str]:
    """Version of Python and of each installed distribution, by name."""
    # Read once: `name` and `version` of a distribution would parse its description twice.
    found = [each.metadata for each in distributions()]
    versions = {f"installed {each['Name']}": each["Version"] for each in found if "Name" in each}
    return {"Python": platform.python_version(), **versions}


def kernel(name: str) -> dict[str, object] | None:
    """What is installed under the name of a kernel; None where nothing is.

    The interpreter of this environment goes by the name ``python`` in it, wherever it lies.
    """
    try:
        found: dict[str, object] = KernelSpecManager().get_kernel_spec(name).to_dict()
    except NoSuchKernel:
        return None
    command = [str(part) for part in found["argv"]]  # type: ignore[attr-defined]
    return {**found, "argv": ["python" if part == sys.executable else part for part in command]}


def library(root: Path) -> dict[str, str]:
    """Fingerprints of all that a chapter's outputs depend on besides its own notebook."""
    parts = ["src/bassin", "data", "requirements.lock", "pyproject.toml"]
    told = [path for kind in OF_DATA for path in (root / "locale").glob(f"*/{kind}")]
    parts += [path.relative_to(root).as_posix() for path in told]
    files = fingerprints(root, [*parts, "reproduction.json", "notebooks"])
    return installed() | {k: v for k, v in files.items() if not k.endswith(".ipynb")}


def library_digest(root: Path) -> str:
    """Digest of :func:`library`."""
    return digest(library(root))


def chapter_digest(path: Path, library: str, language: str) -> str:
    """Digest of what a chapter's outputs depend on, but for what it reads of other chapters.

    Parameters
    ----------
    path : Path
        Its notebook: its code cells, its headings (exhibits are listed under them) and its kernel
        count.
    library : str
        As :func:`library_digest`.
    language : str
        That it is executed in.
    """
    return digest([library, language, _outline(path)])


def reader_digest(chapter: str, others: Mapping[str, str]) -> str:
    """Digest of what the outputs of a chapter depend on that reads others.

    Parameters
    ----------
    chapter : str
        As :func:`chapter_digest`.
    others : mapping of str to str
        Digest of what is kept of each chapter that it reads, outputs and all, by chapter.
    """
    return digest([chapter, dict(others)])


def _outline(path: Path) -> dict[str, Any]:
    """Code, headings and kernel of a notebook."""
    notebook = read_chapter(path)
    name = notebook.metadata.get("kernelspec", {}).get("name", "python3")
    return {
        "code": [[c.source, c.metadata] for c in notebook.cells if c.cell_type == "code"],
        "headings": headings(notebook),
        "metadata": notebook.metadata,
        "kernel": kernel(name),
    }


def book_sources(root: Path, editions: Sequence[str] = ()) -> dict[str, str]:
    """Fingerprints of all that the built pages depend on.

    Parameters
    ----------
    root : Path
        Folder of the project.
    editions : sequence of str
        Languages of the site, where it is in several: what is said in each counts then.
    """
    said = [f"{LOCALE}/{language}" for language in editions]
    files = fingerprints(root, ["notebooks", "book", "_config.yml", "_toc.yml", *SHIPPED, *said])
    kernels = {f"{name}: kernel": digest(_outline(p)) for name, p in chapters(root).items()}
    languages = " ".join(editions) or edition()
    own = {"date": source_date(root), "languages": languages, "address": site_address()}
    return library(root) | files | kernels | own


def book_digest(root: Path, editions: Sequence[str] = ()) -> str:
    """Digest of :func:`book_sources`."""
    return digest(book_sources(root, editions))


def pages_digest(html: Path) -> str:
    """Digest of built pages, all their files together."""
    return digest(fingerprints(html, ["."]))
