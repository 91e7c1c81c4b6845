"""Knowledge: YAML records and source documents become one verified, immutable snapshot.

In the order of the work:

- ``text``, ``documents``, ``status_tables``: a source read as paragraphs, footnotes and tables
- ``vocabulary``, ``schema``, ``yaml_files``, ``validation``, ``files``: the YAML files as they are written
- ``evidence``: a quote or cell found again in its source, with its lines; ``nearness``: how near a wrong one comes
- ``context``, ``sources``, ``names``, ``building_tables``, ``state_rows``, ``building_statements``,
  ``building_states``, ``building``: records become the snapshot
- ``model``: the snapshot; ``loading``: the way in; ``problems``: what is wrong, for people
"""
