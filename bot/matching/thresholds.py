"""The thresholds of understanding, in one place.

Set on the question files under ``tests/questions`` (``python -m tests.questions_report``).
"""

UNDERSTOOD = 0.40
"""score from which a kind of question is taken as understood"""
DECLINED = 0.36
"""score from which a question that is no treaty question is declined outright"""
NEAR = 0.02
"""two readings closer than this are ambiguous, when they lead to different answers"""
MOST_READINGS = 5
"""readings offered at most"""
UNKNOWN_SHARE = 0.5
"""share of unknown among content words from which a question is not taken as understood"""
