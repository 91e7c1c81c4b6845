"""What a maintainer's command cannot do."""


class RefusedError(Exception):
    """The message says what is not possible and what to do, in one line or, with problems, several."""
