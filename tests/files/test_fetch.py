"""A raw file is fetched whole and as listed, or what was there stays byte for byte."""

from __future__ import annotations

import errno
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.fixtures import ROOT

from bassin.cli import main
from bassin.errors import BassinError, SourceError
from bassin.files import fetch as fetching
from bassin.files.fetch import FETCHED, FetchError, addresses, chosen_files, fetch, is_there
from bassin.files.manifest import COLUMNS
from bassin.files.rows import written
from bassin.files.sources import Sources

FILE, OTHER = "insee/communes.csv", "insee/zones.csv"
LISTED = b"code;name\n30007;Al\xc3\xa8s\n" * 20_000
OLD = b"code;name\n30007;Ales\n"
PAGE = b"<!DOCTYPE html>\n<html><body>Gone</body></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


def body(
    data: bytes, kind: str = "text/csv", length: int | None = None, code: int = 200, **more: str
) -> Answer:
    """An answer of some bytes, which promises as many or others."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response(code)
        to.send_header("Content-Type", kind)
        to.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in more.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(data)

    return answer


def leads(where: str) -> Answer:
    """An answer that leads elsewhere."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response(302)
        to.send_header("Location", where)
        to.send_header("Content-Length", "0")
        to.end_headers()

    return answer


def silent(to: BaseHTTPRequestHandler) -> None:
    """Nothing comes for as long as anybody waits."""
    time.sleep(3)


def trickling(to: BaseHTTPRequestHandler) -> None:
    """A byte now and then: never so slow that a read gives up."""
    to.send_response(200)
    to.send_header("Content-Length", str(len(LISTED)))
    to.end_headers()
    for at in range(30):
        to.wfile.write(LISTED[at : at + 1])
        to.wfile.flush()
        time.sleep(0.1)


def unending(to: BaseHTTPRequestHandler) -> None:
    """More than any such file has, without a length."""
    to.send_response(200)
    to.end_headers()
    for _ in range(1_000):
        to.wfile.write(b"x" * 100_000)


def chunked_and_cut(to: BaseHTTPRequestHandler) -> None:
    """A chunk of which half comes."""
    to.protocol_version = "HTTP/1.1"
    to.send_response(200)
    to.send_header("Transfer-Encoding", "chunked")
    to.end_headers()
    to.wfile.write(b"fff\r\n" + LISTED[:100])
    to.close_connection = True


def broken_off(to: BaseHTTPRequestHandler) -> None:
    """The connection is reset in the middle of a body."""
    body(LISTED[:1000], length=len(LISTED))(to)
    to.wfile.flush()
    to.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    to.connection.close()


def no_http(to: BaseHTTPRequestHandler) -> None:
    """What comes is no answer of a web server."""
    to.wfile.write(b"\x00\x01 this is nothing\r\n\r\n")


class Server(ThreadingHTTPServer):
    """A server of this machine that answers as a test says."""

    daemon_threads = True
    answers: dict[str, Answer]

    def address(self, path: str) -> str:
        """Address of a path on it."""
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up is a part of most tests."""


class Handler(BaseHTTPRequestHandler):
    """Answers by the path."""

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.answers[self.path](self)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on the loopback; no proxy is asked."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = Server(("127.0.0.1", 0), Handler)
    made.answers = {}
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """A folder whose file is an old one, and another is absent."""
    raw = tmp_path / "data" / "raw"
    (raw / "insee").mkdir(parents=True)
    (raw / FILE).write_bytes(OLD)
    rows = [
        {
            "file": file,
            "bytes": str(len(LISTED)),
            "sha256": sha256(LISTED).hexdigest(),
            "page": "https://www.insee.fr/toy",
            "status": "raw",
        }
        for file in (FILE, OTHER)
    ]
    text = written([COLUMNS, *[[row.get(name, "") for name in COLUMNS] for row in rows]])
    (tmp_path / "data" / "sources.csv").write_text(text, encoding="utf-8")
    return Sources(tmp_path / "data")


def files_of(sources: Sources) -> dict[str, bytes]:
    """Every file of the folder but its lists."""
    return {
        path.relative_to(sources.root).as_posix(): path.read_bytes()
        for path in sources.root.rglob("*")
        if path.is_file() and path.suffix != ".toml" and path.parent != sources.root
    }


@pytest.mark.parametrize("file", [FILE, OTHER])
def test_a_file_takes_its_place_whole(server: Server, sources: Sources, file: str):
    """In the place of another, or of nothing; nothing else is left."""
    server.answers["/a"] = body(LISTED)
    server.answers["/moved"] = leads("/a")
    assert not is_there(sources, file)
    fetch(sources, file, server.address("/moved"))
    assert is_there(sources, file)
    assert files_of(sources) == {f"raw/{FILE}": OLD} | {f"raw/{file}": LISTED}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (body(b"gone", code=404), "answers 404.*publisher's page, and mend its row"),
        (body(b"no", code=403), "answers 403"),
        (body(b"down", code=500), "answers 500.*try again later"),
        (body(b"down", code=503), "answers 503.*try again later"),
        (
            body(PAGE, "text/html; charset=utf-8"),
            r"gives a page \(text/html\) and no file.*browser",
        ),
        (body(PAGE, "application/octet-stream"), "gives a page and no file"),
        (body(LISTED[:-9], length=len(LISTED)), "was cut: .* bytes of .* came.*command again"),
        (body(LISTED, Content_Encoding="gzip"), r"packs it \(gzip\)"),
        (body(b""), "another edition: 0 bytes"),
        (leads("/bad"), "answers 302.*leads in a circle or nowhere"),
        (leads("file:///etc/hostname"), "answers 302"),
        (silent, "nothing whole came.*timed out.*connection"),
        (body(LISTED[:-9], length=-1), "another edition"),
        (trickling, "nothing whole came.*did not come in time"),
        (unending, "gives more than"),
        (chunked_and_cut, "nothing whole came"),
        (broken_off, "broke off|was cut"),
        (no_http, "nothing whole came|broke off"),
    ],
)
def test_whatever_comes_the_old_file_stays(
    server: Server, sources: Sources, answer: Answer, told: str
):
    """Byte for byte, and the message says that it does, why, and what to do."""
    server.answers["/bad"] = answer
    begun = time.monotonic()
    with pytest.raises(FetchError, match=told) as caught:
        fetch(sources, FILE, server.address("/bad"), wait_s=0.6, whole_s=1.2)
    assert time.monotonic() - begun < 10
    assert str(caught.value).startswith(f"{FILE}: ")
    assert "What was there stays as it was." in str(caught.value)
    kept = files_of(sources)
    assert kept.pop(f"raw/{FILE}") == OLD
    assert set(kept) <= {f"{FETCHED}/communes.csv"}


def test_another_edition_is_kept_to_be_accepted(server: Server, sources: Sources):
    """Beside, and the message is the command that looks at it."""
    new = LISTED.replace(b"30007", b"30008")
    server.answers["/new"] = body(new)
    copy = sources.root / FETCHED / "communes.csv"
    with pytest.raises(FetchError, match="another edition") as caught:
        fetch(sources, FILE, server.address("/new"))
    assert f"bassin accept {FILE} {copy}" in str(caught.value)
    assert sha256(new).hexdigest() in str(caught.value)
    assert files_of(sources) == {f"raw/{FILE}": OLD, f"{FETCHED}/communes.csv": new}


def test_no_connection(sources: Sources, monkeypatch: pytest.MonkeyPatch):
    """Nobody listens, or the name is of no machine."""
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}/a"
    with pytest.raises(FetchError, match=r"nothing whole came.*there is a connection"):
        fetch(sources, FILE, closed)
    assert files_of(sources) == {f"raw/{FILE}": OLD}


def test_a_full_disk(server: Server, sources: Sources, monkeypatch: pytest.MonkeyPatch):
    """What was written so far is deleted."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    server.answers["/a"] = body(LISTED)
    monkeypatch.setattr(fetching.os, "fsync", full)
    with pytest.raises(FetchError, match=r"could not be written.*No space left.*Make room"):
        fetch(sources, FILE, server.address("/a"))
    assert files_of(sources) == {f"raw/{FILE}": OLD}


def test_an_interruption(server: Server, sources: Sources, monkeypatch: pytest.MonkeyPatch):
    """Ctrl-C in the middle of a body is passed on, and leaves nothing."""

    def stop(_: float = 0.0) -> float:
        raise KeyboardInterrupt

    def begun(to: BaseHTTPRequestHandler) -> None:
        monkeypatch.setattr(fetching.time, "monotonic", stop)
        body(LISTED)(to)

    server.answers["/a"] = begun
    with pytest.raises(KeyboardInterrupt):
        fetch(sources, FILE, server.address("/a"))
    monkeypatch.undo()
    assert files_of(sources) == {f"raw/{FILE}": OLD}


def list_addresses(sources: Sources, *rows: tuple[str, str]) -> None:
    """Write the addresses of some files."""
    (sources.root / "addresses.csv").write_text(written([("file", "address"), *rows]))


def test_a_file_without_an_address_says_where_it_was_found(sources: Sources):
    """A file that is not listed is refused too."""
    assert addresses(sources) == {}
    list_addresses(sources, (OTHER, "https://example.org/a"))
    assert chosen_files(sources, []) == {OTHER: "https://example.org/a"}
    with pytest.raises(BassinError, match=r"no address of it is known.*https://www\.insee\.fr/toy"):
        chosen_files(sources, [FILE])
    with pytest.raises(SourceError, match="not listed"):
        chosen_files(sources, ["insee/nothing.csv"])


@pytest.mark.parametrize(
    "row", [("insee/none.csv", "https://a.fr/b"), (FILE, "file:///etc/passwd"), (FILE, "")]
)
def test_an_address_is_of_a_listed_file_and_public(sources: Sources, row: tuple[str, str]):
    """None of this machine."""
    list_addresses(sources, row)
    with pytest.raises(SourceError, match="address, http or https"):
        addresses(sources)


def test_the_command(
    server: Server,
    sources: Sources,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    """Each file by a line; one that fails keeps none of the others."""
    (sources.root.parent / "_config.yml").write_text("title: Toy\n")
    monkeypatch.setenv("BASSIN_ROOT", str(sources.root.parent))
    server.answers |= {"/a": body(LISTED), "/b": body(b"", code=404)}
    list_addresses(sources, (FILE, server.address("/b")), (OTHER, server.address("/a")))
    assert main(["fetch"]) == 1
    said = capsys.readouterr()
    assert said.out == f"{OTHER}: fetched from {server.address('/a')}\n"
    assert said.err.startswith(f"{FILE}: ")
    assert main(["fetch", OTHER]) == 0
    assert capsys.readouterr().out == f"{OTHER}: there, as it is listed\n"


@pytest.mark.real
def test_the_addresses_of_the_project():
    """Each of a file that is listed as its publisher put it out, by its name, on its host."""
    sources = Sources(ROOT / "data")
    known = addresses(sources)
    assert len(known) >= 4
    for file, address in known.items():
        about = sources.describe(file)
        assert about["status"] == "raw"
        assert address.rsplit("/", 1)[1] == file.rsplit("/", 1)[1]
        assert address.split("/")[2] == about["page"].split("/")[2]
