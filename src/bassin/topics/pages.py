"""Claims that pages of others test: what they publish that owes nothing to the study.

Such a claim has ``pages`` in its column ``check``. Pages are listed, read and dated by hand, in
``secondary.csv`` of the study; the number of each is typed there, and is what the claim is judged
by.
"""

from __future__ import annotations

import datetime

import pandas as pd

from bassin.phrase import Phrase
from bassin.read import printed
from bassin.topics.finding import Check, Finding
from bassin.topics.gathered import Topics

#: What the column ``check`` of such a claim says.
PAGES = "pages"
#: Kinds of publishers that decide nothing: what they say is told.
TOLD_ALONE = ("blog", "encyclopaedia")
#: Pages it takes to deny a claim.
DENYING = 2


def check_of_pages(claim: pd.Series) -> Check:
    """The check of a claim that pages of others test.

    Parameters
    ----------
    claim : Series
        A row of :func:`bassin.read.printed.claims`, its identifier as name.

    Returns
    -------
    function
        It finds what the pages say that were written before the study and decide, as
        :func:`verdict_of` weighs them: evidence of grade S. Without a page it judges nothing.
    """
    statement = claim["kind"] == "statement"

    def run(study: Topics) -> Finding | None:
        pages = printed.secondary(study.sources, study.epci)
        found = pages[pages.index.get_level_values("claim") == claim.name]
        if found.empty:
            return Finding(None, "N", Phrase("pages.none"))
        decisive = deciding(found)
        value = verdict_of(decisive) if statement else number_of(decisive)
        told = found if decisive.empty else decisive
        rest = found.drop(index=decisive.index)
        says = _says(decisive, rest[rest["agreement"] != "near"] if len(decisive) else rest)
        return Finding(value, "N" if value is None else "S", says, _dated(told))

    return run


def deciding(pages: pd.DataFrame) -> pd.DataFrame:
    """Pages that say what a claim says, or another thing, and owe nothing to the study.

    Two readers must have made the same of them, and they are no blog nor encyclopaedia.

    Parameters
    ----------
    pages : DataFrame
        As :func:`bassin.read.printed.secondary`.
    """
    free = (pages["independent"] == "yes") & ~pages["kind"].isin(TOLD_ALONE)
    twice = pages["again"] == pages["agreement"]
    return pages[free & (pages["agreement"] != "near") & twice]


def verdict_of(pages: pd.DataFrame) -> bool | None:
    """Whether pages support a claim or deny it; ``None`` where they do neither.

    They support it where one agrees and none denies. They deny it where none agrees, and
    :data:`DENYING` do.

    Parameters
    ----------
    pages : DataFrame
        As :func:`deciding`.

    Examples
    --------
    >>> pages = pd.DataFrame({"agreement": ["agrees"]})
    >>> verdict_of(pages), verdict_of(pages.assign(agreement="differs"))
    (True, None)
    """
    agrees = pages["agreement"] == "agrees"
    if pages.empty:
        return None
    if agrees.any():
        return True if agrees.all() else None
    return False if len(pages) >= DENYING else None


def number_of(pages: pd.DataFrame) -> float | None:
    """Number that pages give of a claim; ``None`` where they give several or are too few.

    Of pages that agree, one that is as near as its claim allows may give another number: the
    middle one is taken.

    Parameters
    ----------
    pages : DataFrame
        As :func:`deciding`.

    Examples
    --------
    >>> pages = pd.DataFrame({"agreement": "differs", "value": [2011.0, 2011.0]})
    >>> number_of(pages), number_of(pages.assign(value=[5.0, 10.0]))
    (2011.0, None)
    """
    found = verdict_of(pages)
    if found is None or (not found and len(set(pages["value"])) > 1):
        return None
    return float(pages["value"].median())


def _says(decisive: pd.DataFrame, rest: pd.DataFrame) -> Phrase:
    """What the pages that decide say, and what the others do."""
    if decisive.empty:
        return Phrase("pages.others", pages=_each(rest))
    more = Phrase("pages.besides", pages=_each(rest)) if len(rest) else ""
    return Phrase("pages.say", pages=_each(decisive), more=more)


def _each(pages: pd.DataFrame) -> list[Phrase]:
    return [
        Phrase(
            "pages.page" if page["dated"] else "pages.undated_page",
            publisher=page["publisher"],
            dated=when(page["dated"]),
            found=page["found"],
        )
        for _, page in pages.iterrows()
    ]


def when(dated: str) -> datetime.date | Phrase | str:
    """Day, month or year of a page, to be written.

    Examples
    --------
    >>> when("2011-05-05"), when("2011-05"), when("2011")
    (datetime.date(2011, 5, 5), Phrase('pages.month', day=datetime.date(2011, 5, 1)), '2011')
    """
    if dated.count("-") == 1:
        return Phrase("pages.month", day=datetime.date.fromisoformat(f"{dated}-01"))
    return datetime.date.fromisoformat(dated) if "-" in dated else dated


def _dated(pages: pd.DataFrame) -> Phrase | str:
    """Years of the pages."""
    years = sorted({str(day)[:4] for day in pages["dated"] if day})
    if not years:
        return Phrase("pages.undated")
    return years[0] if len(years) == 1 else Phrase("pages.years", first=years[0], last=years[-1])
