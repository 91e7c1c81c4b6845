"""Rules on the words of a question: another kind is answered after all, or nothing is.

- ``ruling``: rules by the kinds and words that they are for; ``shared``, ``topic_ids``: what several of them go by
- ``rerouting``, with ``presence_rules``, ``standing_rules``, ``topic_rules``, ``vote_rules``: another kind that they
  ask for after all; ``together``: several facts at once
- ``withholding``, with ``word_rules`` (rows of ``word_rule``: ``word_rules_of_lists``, ``word_rules_of_counts``,
  ``word_rules_of_words``, ``word_rules_of_entries``), ``entry_words`` (those of an entry's own file),
  ``circumstances``, ``of_others``, ``unasked``, ``untold`` and ``untold_names``, ``unlisted``, ``narrowed``,
  ``two_at_once``: what no passage, entry, list or table tells
"""
