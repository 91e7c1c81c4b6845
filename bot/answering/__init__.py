"""Answering: a reading becomes an answer, with evidence for every claim.

- ``engine``: question in, answer out; ``answer``: what console, Discord and JSON show
- ``choice``: by which reading a question is answered, and whether it is
- ``rules``: where its words ask for another kind after all, or for what nothing tells
- ``answerers``: the answerer of each kind, given and giving back a ``draft``; ``families``: these answerers
- ``asking``: what the words of a question ask for; ``fitting``, ``sentences``, ``claims``, ``narrower``: which
  statements fit it, what they tell and claim; ``time_limits``: which meetings are in the time asked for
- ``left_out``: what an answer leaves out of what is named; ``wording``, ``parts``: sentences and passages that several
  answers share; ``unclear_names``: a name that could be several States
- ``languages``, ``leading``: the first sentence of an answer in French or Spanish, refusals in other languages
- ``searching``: search hits, for what no kind of question answers; ``declining``: what is no question on this treaty,
  and help
"""
