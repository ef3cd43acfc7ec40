"""Workbooks written in a second: a library that keeps what a cell looks like takes a minute."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
#: A cell of style 1 is a day, one of style 0 anything else.
_STYLES = (
    f'{_HEAD}<styleSheet {_MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)
_EPOCH = datetime.datetime(1899, 12, 30)


def sheet_xml(rows: Iterable[Sequence[object]]) -> str:
    """A sheet, its cells as they are typed; an empty one is left out."""
    written = []
    names: list[str] = []
    for at, row in enumerate(rows, 1):
        while len(names) < len(row):
            names.append(_letters(len(names)))
        cells = [
            _cell(f"{names[n]}{at}", value)
            for n, value in enumerate(row)
            if not (value is None or value == "" or value != value)
        ]
        written.append(f'<row r="{at}">{"".join(cells)}</row>')
    return f"{_HEAD}<worksheet {_MAIN}><sheetData>{''.join(written)}</sheetData></worksheet>"


def _cell(at: str, value: object) -> str:
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{at}"><v>{value!r}</v></c>'
    if isinstance(value, datetime.date):
        day = datetime.datetime.combine(value, datetime.time())
        moment = value if isinstance(value, datetime.datetime) else day
        return f'<c r="{at}" s="1"><v>{(moment - _EPOCH) / datetime.timedelta(days=1)!r}</v></c>'
    text = escape(str(value))
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _letters(at: int) -> str:
    """Name of a column: A, B ... Z, AA."""
    before, own = divmod(at, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + own)


def book_of(sheets: Mapping[str, str]) -> bytes:
    """A workbook of sheets, by name."""
    numbered = [*enumerate(sheets.items(), 1)]
    parts = {
        "[Content_Types].xml": f"{_HEAD}<Types "
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
            f'ContentType="{_TYPES}.worksheet+xml"/>'
            for n, _ in numbered
        )
        + "</Types>",
        "_rels/.rels": f'{_HEAD}<Relationships {_RELATIONS}><Relationship Id="rId1" '
        f'Type="{_KINDS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook {_MAIN} xmlns:r="{_KINDS}"><sheets>'
        + "".join(
            f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
            for n, (name, _) in numbered
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{_HEAD}<Relationships {_RELATIONS}>"
        + "".join(
            f'<Relationship Id="rId{n}" Type="{_KINDS}/worksheet" '
            f'Target="worksheets/sheet{n}.xml"/>'
            for n, _ in numbered
        )
        + f'<Relationship Id="rId0" Type="{_KINDS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": xml for n, (_, xml) in numbered},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()
