"""The perimeters a study of a territory may mix."""
