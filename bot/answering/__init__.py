"""Answering: a reading becomes an answer, with evidence for every claim.

- ``answer``: what console, Discord and JSON show; ``draft``: what an answerer is given and gives back
- ``engine``: question in, answer out; ``deciding``: which reading to answer by, the four outcomes in their order, as a
  ``decision``; ``refusing``: what is declined; ``clauses``, ``framing``: a question among words on the asker;
  ``halves``: two questions in one; ``excepting``: a list that leaves somebody out;
  ``what_about``: one State, then another
- ``choosing``, ``elsewhere``: the kind of question, if one is sure; ``unheld``: what the documents do not answer;
  ``pairing``: two FAQ entries together; ``own_words``: what a State's statements tell; ``asking``: what the words of a
  question ask for
- ``rerouting``, with ``presence_rules``, ``standing_rules``, ``topic_rules``, ``vote_rules``: another kind that they
  ask for after all; ``together``: several facts at once
- ``withholding``, with ``word_rules`` (rows of ``word_rule``: ``word_rules_of_lists``, ``word_rules_of_counts``,
  ``word_rules_of_words``, ``word_rules_of_entries``), ``entry_words`` (those of an entry's own file),
  ``circumstances``, ``of_others``, ``unasked``, ``untold`` and ``untold_names``, ``unlisted``, ``narrowed``,
  ``two_at_once``: what no passage, entry, list or table tells
- ``ruling``: rules by the kinds and words that they are for; ``rules``, ``topic_ids``: what these share;
  ``fitting``, ``sentences``, ``claims``, ``narrower``: which statements fit a question, what they tell and claim;
  ``time_limits``: which meetings are in the time asked for
- ``left_out``: what an answer leaves out of what is named; ``wording``, ``parts``: sentences and passages that several
  answers share; ``unclear_names``: a name that could be several States
- ``answerers``: one module for each family of questions: ``statements``, ``topics``, ``moratoria``, ``votes``,
  ``attendance``, ``attendees``, ``absentees``, ``conditions`` (all three by ``tabled``), ``by_states``, ``membership``,
  ``not_party``, ``overview``, ``reports``, ``meetings``, ``figures``, ``comparing``, ``faq``, ``documents``,
  ``in_document``
- ``languages``, ``leading``: the first sentence of an answer in French or Spanish, refusals in other languages
- ``mentions``: whose statements hold some words; ``quotations``: whether a State said some; ``people``: who spoke for
  a State
- ``searching``: search hits, for what no kind of question answers; ``declining``: what is no question on this treaty,
  and help
"""
