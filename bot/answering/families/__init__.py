"""Families of questions: what is told for each kind, with its evidence.

- what a State said: ``statements``, ``topics``, ``moratoria``; ``mentions``: whose statements hold some words;
  ``quotations``: whether a State said some; ``people``: who spoke for it
- the tables: ``votes``, ``attendance``, ``attendees``, ``absentees``, ``conditions`` (these three by ``tabled``)
- what a State is on record with: ``membership``, ``not_party``, ``overview``, ``reports``, ``by_states`` (several, one
  after another), ``comparing``
- the rest: ``meetings``, ``figures``, ``faq``, ``documents``, ``in_document``
"""
