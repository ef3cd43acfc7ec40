"""What the front page and the page of numbers say: where the territory stands."""

from __future__ import annotations

from bassin.phrase import Amount, Phrase
from bassin.places.territory import FRANCE
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.peers.local import headlines
from bassin.topics.standing import told


def facts(study: Topics) -> Facts:
    """Facts of the page; what no file tells of the territory is left out."""
    return joined(study, _standing, _beside_france, _counted)


def _standing(study: Topics) -> Facts:
    """Each headline indicator: the value, that of the middle EPCI, the rank."""
    found: dict[str, object] = {}
    for key, row in study.peers.standing(headlines()).iterrows():
        value, middle = (
            Phrase("strips.value", value=Amount(str(key), float(row[name])))
            for name in ("here", "median")
        )
        found |= {
            f"look_{key}": value,
            f"look_{key}_middle": middle,
            f"look_{key}_rank": told(row["rank"], row["last"]),
            f"look_{key}_of": int(row["of"]),
        }
    return found


def _beside_france(study: Topics) -> Facts:
    """Headline indicators of France."""
    france = study.beside.of(headlines())[FRANCE].dropna()
    return {
        f"look_{key}_france": Phrase("strips.value", value=Amount(str(key), float(value)))
        for key, value in france.items()
    }


def _counted(study: Topics) -> Facts:
    return {"look_indicators": len(study.look_up.table)}
