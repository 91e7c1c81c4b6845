"""Matching: a question becomes a reading. Names first, then the phrasing (DESIGN, principle 7).

- ``tokens``, ``words``: a question as words, stemmed; ``mending``: misspelt ones mended; ``english``: words that are
  left as they are
- ``gazetteer`` (by its ``name_index``), ``meeting_names`` (by ``meeting_series`` and ``meeting_figures``),
  ``channels``, ``times``: States, meetings, channels and years; ``near_names``: misspelt States
- ``compared``: the words that are compared, names replaced by their kind
- ``phrasing``: the kind of question that the words speak for, by ``vectors`` and their products (``sparse``);
  ``gates``, ``entry_gates``: which kinds the names allow
- ``languages``, ``foreign``, ``foreign_names``, ``foreign_terms``: questions and names in other languages
- ``entities``, ``coverage``: what a question names, and how much of it a kind of question explains; ``telling``:
  the number, time or thing that it asks for, and whether a text tells it; ``denial``: what it denies
- ``matcher``: all of it, one ``reading`` (:class:`~bot.matching.reading.Reading`); ``conversation``, ``turning``,
  ``listed_before``: follow-ups
- ``completing``: names as one types them
- ``search``: full text, for what statements hold and for questions that no kind explains; ``thresholds``: when to
  refuse
"""
