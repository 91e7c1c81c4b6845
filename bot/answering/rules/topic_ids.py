"""The topics that rules go by, by their ids in ``knowledge/topics.yaml``."""

ACCESSION = "accession"
"""joining the Convention"""
LEAVING = "withdrawal"
"""leaving the Convention"""
DESTRUCTION = "stockpile-destruction"
