"""What the records of every file are made of: ids, dates, names of files, and words quoted from a source."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

_DATE = re.compile(r"((?:19|20)[0-9]{2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _partial_date(text: str) -> str:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError("a date is written 2017, 2017-10 or 2017-10-31")
    month, day = found[2], found[3]
    if month is not None and not 1 <= int(month) <= 12:
        raise ValueError(f"there is no month {month}")
    if day is not None and not 1 <= int(day) <= _days(int(found[1]), int(month or 1)):
        raise ValueError(f"there is no day {day} in that month")
    return text


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError("an id has lower-case letters, digits and single hyphens only")
    return text


def _file_name(text: str) -> str:
    if "/" in text or "\\" in text or text.startswith("."):
        raise ValueError("it must be the bare name of a file in seeds/")
    return text


# In a JSON Schema a bare year may be a number: editors read YAML by its own rules.
_DATE_SCHEMA = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_ID_SCHEMA = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}

PartialDate = Annotated[str, AfterValidator(_partial_date), WithJsonSchema(_DATE_SCHEMA)]
"""``2017``, ``2017-10`` or ``2017-10-31``: as precise as the source, no more."""
Identifier = Annotated[str, AfterValidator(_identifier), WithJsonSchema(_ID_SCHEMA)]
Line = Annotated[str, Field(min_length=1)]
FileName = Annotated[str, Field(min_length=1), AfterValidator(_file_name)]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Quotation(Record):
    """Words that stand verbatim in a source."""

    source: Identifier
    """id of the document, from ``sources.yaml``"""
    quote: Line
    """its words, copied without a change"""
