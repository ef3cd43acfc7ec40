"""The weight of a page is that of what a browser fetches for it."""

from __future__ import annotations

import gzip
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from tests.fixtures import ROOT

PAGE = """<html><head><link rel="stylesheet" href="../_static/a.css?v=1">
<link rel="alternate" href="../data.json"><script src="../_static/a.js"></script>
<script src="https://example.org/b.js"></script></head>
<body><img src="../one.png" alt=""><img src="../two.png" loading="lazy" alt="">
<iframe data-frame="../_static/frames/0123456789abcdef.js"></iframe></body></html>"""
FILES = {
    "notebooks/index.html": PAGE.encode(),
    "_static/a.css": b'@font-face{src:url(f.woff2),url(f.ttf)} p{background:url("x.png")}',
    "_static/f.woff2": b"1" * 100,
    "_static/f.ttf": b"2" * 1000,
    "_static/a.js": b"a" * 5000,
    "_static/frames/0123456789abcdef.js": b'piece("0123456789abcdef.js",[["fedcba9876543210.js"]])',
    "_static/frames/fedcba9876543210.js": b"b" * 700,
    "data.json": b"3" * 10_000,
    "one.png": b"4" * 200,
    "two.png": b"5" * 300,
}


@pytest.fixture(scope="module")
def bench():
    """The script, as a module."""
    spec = spec_from_file_location("bench_site", ROOT / "bench" / "site.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look it up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def sent(name: str) -> int:
    """Bytes of a text as a server sends it."""
    return len(gzip.compress(FILES[name], 9, mtime=0))


def test_a_page_weighs_what_is_fetched_for_it(bench, site: Path):
    """Each file once: text compressed; of fonts the first; what comes later told apart."""
    found = bench.weigh(site / "notebooks" / "index.html")
    text = ("notebooks/index.html", "_static/a.css", "_static/a.js")
    pieces = ("_static/frames/0123456789abcdef.js", "_static/frames/fedcba9876543210.js")
    assert found.text == sum(map(sent, text))
    assert found.sent == found.text + 100 + 200
    assert found.raw == sum(len(FILES[name]) for name in text) + 100 + 200
    assert found.to_the_end == found.sent + 300 + sum(map(sent, pieces))
    assert found.nodes == PAGE.count("<") - PAGE.count("</")


def test_a_site_that_is_not_there_is_refused(bench, tmp_path: Path, monkeypatch):
    """The message says what to do."""
    monkeypatch.setattr("sys.argv", ["site.py", str(tmp_path / "html")])
    with pytest.raises(SystemExit, match="bassin build"):
        bench.main()


def test_the_table_has_page_median_and_site(bench, site: Path, monkeypatch, capsys):
    """A line each, in megabytes."""
    monkeypatch.setattr("sys.argv", ["site.py", str(site)])
    bench.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "MB",
        "landing",
        "median page",
        f"site, {len(FILES)} files",
    ]
