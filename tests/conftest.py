"""What all tests share."""

from hypothesis import settings

# The same examples in every run: a red run is red again. `pytest --hypothesis-profile default` seeks new and more ones.
settings.register_profile("same", derandomize=True, deadline=None, max_examples=30)
settings.load_profile("same")
