"""The limits of Discord that this bot meets, each with the page that states it."""

from typing import Final

CUSTOM_ID: Final = 100
"""characters, https://discord.com/developers/docs/components/reference#button-button-structure"""
BUTTON_LABEL: Final = 80
"""characters, https://discord.com/developers/docs/components/reference#button-button-structure"""
ROWS: Final = 5
"""of components, https://discord.com/developers/docs/components/reference#legacy-message-component-behavior"""
SELECT_OPTIONS: Final = 25
"""https://discord.com/developers/docs/components/reference#string-select-string-select-structure"""
OPTION_TEXT: Final = 100
"""characters of an option's label or value,
https://discord.com/developers/docs/components/reference#string-select-select-option-structure"""
CHOICES: Final = 25
"""of one autocomplete,
https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure"""
CHOICE_TEXT: Final = 100
"""characters of a choice's name or value,
https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure"""
FOLLOW_UPS: Final = 5
"""of a bot that is only user-installed, in a server that it is no member of,
https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""
QUESTION: Final = 1000
"""characters, our own limit; Discord allows an option 6,000 at most:
https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure"""


def cut(text: str, most: int) -> str:
    """``text``, shortened at its end to ``most`` characters when it is longer."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
