"""A sum is missing where one of its parts is: no bare ``.sum()`` of what can be blank."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from tests.fixtures import ROOT

SOURCE = ROOT / "src" / "bassin"
#: Every room that has tables.
ROOMS = ("files", "read", "places", "indicators", "models", "topics", "show", "claims", "book")
#: Methods and functions that answer by yes or no.
YES_OR_NO = {
    *("isna", "notna", "isin", "any", "all", "duplicated", "is_empty", "startswith", "endswith"),
    *("contains", "fullmatch", "eq", "ne", "lt", "le", "gt", "ge", "between", "isnull", "notnull"),
}


def is_yes_or_no(node: ast.expr, known: set[str]) -> bool:
    """Whether an expression is of yes and no alone: a comparison, or what such are put to."""
    match node:
        case ast.Compare():
            return True
        case ast.UnaryOp(op=ast.Invert(), operand=one):
            return is_yes_or_no(one, known)
        case ast.BinOp(op=ast.BitAnd() | ast.BitOr() | ast.BitXor(), left=one, right=other):
            return is_yes_or_no(one, known) or is_yes_or_no(other, known)
        case ast.Call(func=ast.Attribute(attr=name, value=of)):
            return name in YES_OR_NO or (
                name in {"groupby", "to_numpy", "xs", "drop", "head"} and is_yes_or_no(of, known)
            )
        case ast.Attribute(attr=name):
            return name in YES_OR_NO
        case ast.Subscript(value=of):
            return is_yes_or_no(of, known)
        case ast.Name(id=name):
            return name in known
    return False


def bare(code: str) -> Iterator[tuple[str, str]]:
    """Functions and the sums in them that leave out what is missing."""
    for function in ast.walk(ast.parse(code)):
        if not isinstance(function, ast.FunctionDef):
            continue
        known: set[str] = set()
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    if is_yes_or_no(value, known):
                        known.add(name)
        for node in ast.walk(function):
            match node:
                case ast.Call(func=ast.Attribute(attr="sum" | "nansum" | "cumsum", value=of)):
                    strict = any(
                        word.arg == "skipna" and ast.unparse(word.value) == "False"
                        for word in node.keywords
                    )
                    if not strict and not is_yes_or_no(of, known):
                        yield function.name, ast.unparse(node)


TOTALS = "held against a published total: a blank makes a gap there, and is refused"
YES = "of yes and no"
WHOLE = "arrays without a blank, or of numpy, whose sums are missing where a part is"
COUNTS = "counts of rows, none of which is missing"
#: Functions that may add up otherwise, by module, and why.
ALLOWED = {
    ("files/anchors.py", "_column"): "blanks are counted beside it",
    ("files/blocks.py", "_rows_apart"): YES,
    ("files/departures.py", "at_once"): "blanks are compared before it",
    ("files/listing.py", "by_folder"): COUNTS,
    ("files/moves.py", "_corrected"): YES,
    ("files/moves.py", "_of_cells"): YES,
    ("files/spoiled.py", "_refuse_sums"): COUNTS,
    ("read/_jobs.py", "_shares"): TOTALS,
    ("read/bdiff.py", "forest_fires"): TOTALS,
    ("read/cerema.py", "land_take"): TOTALS,
    ("read/insee/ages.py", "age_bands_2022"): TOTALS,
    ("read/insee/ages.py", "ages_2020"): TOTALS,
    ("read/insee/commuting.py", "commuting_modes"): TOTALS,
    ("read/insee/diplomas.py", "diplomas"): TOTALS,
    ("read/insee/employment.py", "_without_parts"): WHOLE,
    ("read/insee/diplomas.py", "large_communes"): TOTALS,
    ("read/insee/facilities.py", "crosstab"): TOTALS,
    ("read/insee/income.py", "filosofi_distribution"): TOTALS,
    ("read/insee/iris.py", "iris_ages_2022"): TOTALS,
    ("read/insee/iris.py", "_adds_up"): TOTALS,
    ("read/insee/occupations.py", "occupations_2022"): TOTALS,
    ("read/urssaf.py", "_add_up"): TOTALS,
    ("read/urssaf.py", "by_industry"): TOTALS,
    ("read/urssaf.py", "_whole_cities"): "rows that are not there have no jobs: all are held "
    "against France",
    ("read/printed/expectations.py", "contrast_expectations"): YES,
    ("places/passage.py", "carry"): "where all parts are there alone",
    ("places/neighbours.py", "sharing_a_boundary"): "lengths of outlines",
    ("indicators/aggregate.py", "over"): "parts that are missing are counted beside it",
    ("indicators/chance.py", "permutation_p"): WHOLE,
    ("indicators/chance.py", "binomial_p"): WHOLE,
    ("models/catchments/amounts.py", "lost"): WHOLE,
    ("models/catchments/inequality.py", "_inputs"): WHOLE,
    ("models/catchments/inequality.py", "_gini"): WHOLE,
    ("models/catchments/inequality.py", "_palma"): WHOLE,
    ("models/catchments/inequality.py", "_lowest"): WHOLE,
    ("models/catchments/inequality.py", "_theil"): WHOLE,
    ("models/catchments/opportunities.py", "nearest"): COUNTS,
    ("models/catchments/opportunities.py", "_nearest_of"): COUNTS,
    ("models/catchments/origin_destination.py", "starts_of"): COUNTS,
    ("models/catchments/origin_destination.py", "only"): YES,
    ("models/catchments/rational.py", "raam"): COUNTS,
    ("models/catchments/rational.py", "_settle"): WHOLE,
    ("models/catchments/search.py", "narrowed"): COUNTS,
    ("models/catchments/search.py", "origin_destination"): COUNTS,
    ("models/travel/field.py", "unlikeliness"): WHOLE,
    ("models/travel/forms.py", "_weighted_median"): "pairs are kept with a distance alone",
    ("models/travel/pairs.py", "sort_out"): YES,
    ("models/travel/terrain.py", "features"): WHOLE,
    ("models/travel/terrain.py", "of"): WHOLE,
    ("models/synthetic.py", "weights"): WHOLE,
    ("topics/contrast/facts.py", "_lines"): YES,
    ("topics/contrast/facts.py", "_neighbours"): YES,
    ("topics/contrast/facts.py", "_directions"): YES,
    ("topics/contrast/facts.py", "_choices"): YES,
    ("topics/contrast/gaps.py", "weighted_deviation"): WHOLE,
    ("topics/contrast/gaps.py", "differences"): WHOLE,
    ("topics/contrast/gaps.py", "_sum"): WHOLE,
    ("topics/contrast/gaps.py", "_mean"): WHOLE,
    ("topics/contrast/local.py", "held_of"): YES,
    ("topics/contrast/local.py", "share_held"): YES,
    ("topics/contrast/sensitivity.py", "mean_direction"): WHOLE,
    ("topics/contrast/sensitivity.py", "greatest_contrast"): WHOLE,
    ("topics/contrast/tested.py", "controlled_clusters"): YES,
    ("topics/ecosystem/facts.py", "_actors"): YES,
    ("topics/ecosystem/facts.py", "_partners"): YES,
    ("topics/ecosystem/facts.py", "_eastern"): YES,
    ("topics/ecosystem/facts.py", "_register"): YES,
    ("topics/ecosystem/network.py", "actors_by_type"): YES,
    ("topics/employment/fabric.py", "fabric"): "rows without employees are counted beside it",
    ("topics/employment/fabric.py", "own_totals"): "rows without employees are counted beside it",
    ("topics/health/checks.py", "_count"): YES,
    ("topics/health/draws.py", "certainty"): YES,
    ("topics/health/sides.py", "percentiles"): WHOLE,
    ("topics/health/sides.py", "agreement"): YES,
    ("topics/land/checks.py", "_bmo_arithmetic"): YES,
    ("topics/land/national.py", "vacant"): "where all parts are there alone",
    ("topics/land/recruitment.py", "bounds"): "masked counts are bounded beside it",
    ("topics/land/sites.py", "exposure"): YES,
    ("topics/outcome/national.py", "nearest"): WHOLE,
    ("topics/perimeters/facts.py", "_industry"): YES,
    ("topics/poverty/income.py", "stayed_low"): YES,
    ("topics/poverty/perimeter.py", "_median"): WHOLE,
    ("topics/programmes/facts.py", "_points"): YES,
    ("topics/risk/fires.py", "last_year_beside"): YES,
    ("topics/risk/floods.py", "floods_by_decade"): COUNTS,
    ("topics/risk/marks.py", "marks_of_communes"): YES,
    ("topics/travel/facts.py", "_pairs"): COUNTS,
    ("topics/waves/checks.py", "_wave_1"): YES,
    ("show/charts/parts.py", "_drawn"): "the whole was added up strictly before it",
    ("show/charts/networks.py", "_apart"): WHOLE,
    ("show/maps/legend.py", "legend"): YES,
    ("claims/ledger.py", "score"): COUNTS,
    ("claims/ledger.py", "by_chapter"): COUNTS,
    ("claims/report.py", "_counted"): YES,
    ("claims/report.py", "_sum"): "what is not known is counted beside it",
}


def found() -> set[tuple[str, str]]:
    """Functions of the rooms that have a bare sum, by module."""
    return {
        (path.relative_to(SOURCE).as_posix(), function)
        for room in ROOMS
        for path in sorted((SOURCE / room).rglob("*.py"))
        for function, _ in bare(path.read_text(encoding="utf-8"))
    }


def test_what_publishers_count_is_added_up_strictly():
    """But where the list says why not; what is listed is there."""
    assert found() == set(ALLOWED)


@pytest.mark.parametrize(
    "sum_of",
    [
        "table['jobs'].sum()",
        "table.groupby('zone')['jobs'].sum()",
        "table.groupby('zone').sum(min_count=1)",
        "table.sum(axis=1)",
        "np.nansum(table)",
    ],
)
def test_a_bare_sum_is_found(sum_of: str):
    """However it is written."""
    assert [*bare(f"def f(table):\n    return {sum_of}\n")] == [("f", sum_of)]


@pytest.mark.parametrize(
    "sum_of",
    [
        "total(table['jobs'])",
        "table.sum(skipna=False)",
        "(table['jobs'] > 0).sum()",
        "table['jobs'].isna().groupby(zones).sum()",
        "(~held & table.notna()).sum()",
    ],
)
def test_a_strict_sum_and_a_count_are_left_alone(sum_of: str):
    """A comparison has no blank to leave out."""
    assert [*bare(f"def f(table):\n    return {sum_of}\n")] == []
