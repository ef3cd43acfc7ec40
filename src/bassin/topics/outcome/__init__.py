"""Whether reconversion worked: jobs of the zone d'emploi against those of others."""
