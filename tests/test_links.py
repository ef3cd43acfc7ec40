"""The check of the addresses of raw files, against a server on this machine."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.fixtures import ROOT

SPEC = importlib.util.spec_from_file_location("check_links", ROOT / "tools" / "check_links.py")
assert SPEC is not None
check_links = importlib.util.module_from_spec(SPEC)
assert SPEC.loader is not None
SPEC.loader.exec_module(check_links)


class Answers(BaseHTTPRequestHandler):
    """Answers by the code that the path names."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """Its address."""
    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def write(folder: Path, pages: list[str], files: list[str]) -> None:
    """The two lists of a data folder."""
    (folder / "sources.csv").write_text("\n".join(["page", *pages, ""]), "utf-8")
    (folder / "addresses.csv").write_text("\n".join(["address", *files, ""]), "utf-8")


def test_what_is_gone_is_listed(server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A page that keeps programs out is there; each address is asked for once."""
    write(tmp_path, [f"{server}/200", f"{server}/403", f"{server}/200"], [f"{server}/404"])
    assert check_links.main(tmp_path) == 1
    said = capsys.readouterr().out.splitlines()
    assert said == [f"{server}/404: 404 Not Found", "2 of 3 addresses answer"]


def test_all_well_ends_without_an_error(server: str, tmp_path: Path):
    """Where every page answers."""
    write(tmp_path, [f"{server}/200"], [])
    assert check_links.main(tmp_path) == 0


def test_what_is_no_address_or_answers_nothing_is_a_fault(tmp_path: Path):
    """And stops nothing."""
    write(tmp_path, ["no address"], ["http://127.0.0.1:1/"])
    assert check_links.main(tmp_path) == 1


def test_the_lists_of_the_project_have_addresses():
    """So that the check checks something."""
    assert len(list(check_links.addresses(ROOT / "data"))) > 20
