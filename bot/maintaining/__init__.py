"""Maintaining: what people who look after the knowledge do with it, apart from checking it.

- ``schemas``: JSON Schemas of the knowledge files, for editors
- ``fields``, ``templates``, ``adding``: a new record, written only when the check finds nothing wrong with it
- ``cited``, ``passages``: which lines of a document the knowledge cites, and the text around them
- ``explaining``: how a question was read, step by step
- ``statistics``: what the knowledge holds, and where it is thin
- ``refusing``: what cannot be done

Nothing here asks or prints; ``bot.console`` does.
"""
