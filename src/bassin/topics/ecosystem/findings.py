"""Checks of the sentences that the chapter on the ecosystem draws from the text's own network."""

from __future__ import annotations

from bassin.indicators.stats import total
from bassin.read.printed import SIDES
from bassin.topics.ecosystem.network import HELD, SCHOOL, graph_of, largest_component
from bassin.topics.gathered import Topics
from bassin.topics.tried import ARITHMETIC, COUNTED, Tried, above, trial, tried

#: Ways in which the text knows a relation that a network may be drawn from.
NETWORKS = {"named_parties": ("named",), "all_held": HELD}
#: Reading of the directions that the chapter begins with.
MAIN = "reading_all"
#: Share of the jobs, in %, from which one firm makes up a large part.
LARGE = 25.0


@trial("eco-hub")
def hub(study: Topics) -> Tried:
    """The largest linked set falls by more without the school than without any other actor."""
    more = {}
    for name, bases in NETWORKS.items():
        graph = graph_of(study.ecosystem.relations, bases)
        left = {}
        for actor in graph:
            other = graph.copy()
            other.remove_node(actor)
            left[actor] = largest_component(other)
        school = left.pop(SCHOOL)
        more[name] = float(min(left.values()) - school)
    return tried(more, ["network"], "named_parties", above(0), COUNTED)


@trial("eco-hub-elsewhere")
def elsewhere(study: Topics) -> Tried:
    """It has more relations than any other, its own section counted or not."""
    school = study.ecosystem.actors.at[SCHOOL, "name"]
    whole, beside = study.ecosystem.ranking()["degree"], study.ecosystem.beside_its_section()
    more = {
        "whole_text": float(whole[school] - whole.drop(school).max()),
        "other_sections": float(beside[school] - beside.drop(school).max()),
    }
    return tried(more, ["network"], "whole_text", above(0), COUNTED)


@trial("eco-lean")
def lean(study: Topics) -> Tried:
    """The text tells of more links to the east than to the west, in most readings of it."""
    odds = study.ecosystem.directions()
    return tried((odds["east"] - odds["west"]).to_dict(), ["reading"], MAIN, above(0), COUNTED)


@trial("eco-far")
def far(study: Topics) -> Tried:
    """More partners are in the rest of France or abroad than in the east and the west."""
    by_side = study.ecosystem.by_side()
    more = {}
    for name, bases in NETWORKS.items():
        known = total(by_side[[basis for basis in bases if basis in by_side]].T)
        east, west, national, abroad = (
            float(known[SIDES[side]]) for side in ("east", "west", "national", "abroad")
        )
        more[name] = national + abroad - east - west
    return tried(more, ["network"], "named_parties", above(0), COUNTED)


@trial("eco-one-firm")
def one_firm(study: Topics) -> Tried:
    """One firm may make up a large part of the jobs of the laureates."""
    share = {"printed": study.ecosystem.share_of_one()}
    return tried(share, ["vintage"], "printed", above(LARGE), ARITHMETIC)
