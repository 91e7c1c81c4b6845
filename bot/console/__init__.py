"""The console face: ``treatybot`` and ``python -m bot``.

- ``arguments``: what can be typed, and ``--help``
- ``commands``: ``main``, which turns arguments into an exit code
- ``asking``: ``treatybot ask``, one answer a question
- ``chat``: ``treatybot chat``, a conversation at the terminal; ``display`` colours its answers, and
  ``reload_notices`` tells what became of an edit of the knowledge
- ``checking``: ``treatybot check``
- ``maintaining``, ``maintaining_arguments``: the other commands of maintainers, each in a module of its name:
  ``new``, ``importing``, ``source``, ``explain``, ``stats``, ``schema``
- ``verifying``: the line under an answer that names the command to verify it
- ``backup``: ``treatybot backup``
- ``doctor``: ``treatybot doctor``, with ``doctor_settings``, ``doctor_versions`` and their ``findings``
- ``conversation``: what ``ask --conversation`` and ``chat`` share

Modules that take long to import are imported by the command that needs them, so that ``--help`` is instant.
"""
