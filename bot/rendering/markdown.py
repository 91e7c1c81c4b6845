"""Discord's Markdown: how a text is shown as it is, and how Discord counts its length.

Only what would have an effect is escaped: a phone copies a message with its backslashes, and quotes should
be copied as clean as can be. Which marks have an effect:
https://support.discord.com/hc/en-us/articles/210298617 and https://discord.com/developers/docs/reference#message-formatting
"""

import re

_ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"

_ANYWHERE = "\\*~|`<"
"""the backslash first: those that escape the others stay single"""
# An underscore between letters or digits ("002_144b") can neither open nor close anything: it needs no escape.
_UNDERSCORE = re.compile(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
_LINK = re.compile(r"\]\(")
# Mentions, custom emoji, timestamps, command links and <https://...> all begin with "<".
_ANGLE = re.compile(r"<(?=\S)")
_AT = re.compile(r"@(?=everyone|here|[!&]?\d)", re.IGNORECASE)
_MAY_MARK = re.compile(rf"[{re.escape(_ANYWHERE)}_\]@]")
"""most lines have nothing of these"""
_LINE_START = re.compile(r"[#>+-]")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")


def escape(line: str) -> str:
    """``line`` (no line breaks in it) so that Discord shows it as it is: no formatting, no mention.

    The line may be put behind "> " or "- ", or stand alone.
    """
    if _MAY_MARK.search(line):
        for mark in _ANYWHERE:
            line = line.replace(mark, f"\\{mark}")
        line = _UNDERSCORE.sub(r"\\_", line)
        line = _LINK.sub(r"]\\(", line)
        line = _ANGLE.sub(f"<{_ZERO_WIDTH_SPACE}", line)
        line = _AT.sub(f"@{_ZERO_WIDTH_SPACE}", line)
    if _LINE_START.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def size(text: str) -> int:
    """Length of ``text`` in UTF-16 units.

    Discord counts code points (https://github.com/discord/discord-api-docs/issues/1315), its clients may count
    UTF-16 units; no text has fewer units than code points, so a text within a limit by this count is within both.
    """
    return len(text.encode("utf-16-le")) // 2
