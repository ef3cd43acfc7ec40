"""The register of the checks, with those of every topic in it."""

import bassin.topics.ageing.checks
import bassin.topics.contrast.checks
import bassin.topics.ecosystem.checks
import bassin.topics.education.checks
import bassin.topics.health.checks
import bassin.topics.land.checks
import bassin.topics.perimeters.checks
import bassin.topics.population.checks
import bassin.topics.poverty.checks
import bassin.topics.poverty.unemployment_checks
import bassin.topics.programmes.checks
import bassin.topics.risk.checks
import bassin.topics.waves.checks
import bassin.topics.waves.jobs_checks  # noqa: F401
from bassin.topics.finding import CHECKS

__all__ = ["CHECKS"]
