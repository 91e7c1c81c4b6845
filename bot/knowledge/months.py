"""The names of the months."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBER_OF_MONTH = {month.casefold(): number for number, month in enumerate(MONTHS, 1)}
"""by the name in small letters"""
SHORT_MONTHS = {month[:3].casefold(): number for number, month in enumerate(MONTHS, 1)} | {"sept": 9}
"""numbers of the months by their abbreviations in small letters"""
ANY_MONTH = NUMBER_OF_MONTH | SHORT_MONTHS
