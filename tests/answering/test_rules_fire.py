"""Every rule on the words of a question is met by some question: a rule that none meets would be a wrong idea kept."""

from collections.abc import Callable

import pytest

from bot.answering import narrowed, rerouting, unlisted, untold, withholding
from bot.answering.draft import Asked
from bot.answering.engine import Engine
from bot.answering.word_rules import withheld_by_words

_TABLES = (rerouting, withholding, untold, unlisted, narrowed)
_WHOLE_TABLES = frozenset({untold.untold, unlisted.unlisted, narrowed.narrowed, withheld_by_words})
_MET_BY = {
    "withholding._another_speaker": "which country blames conflict with israel for not joining",
    "withholding._no_list_there": "which States does the FAQ name?",
    "rerouting._spoke_there": "who attended 16MSP and said something there?",
    "rerouting._in_convention": "Quote please: Yerevan's condition for full participation in the Ottawa Convention",
    "rerouting._one_edition": "PALESTINE 2017 paper entry",
    "rerouting._whether_party": "Isn't Mongolia a State Party?",
    "untold.of_one_state": "Which states are in favour of a total ban?",
    "withholding._unspoken": "What did China say about training?",
    "rerouting._of_years": "Which states attended a meeting in 2017?",
    "withholding._no_vote": "Did China abstain from using mines?",
    "narrowed._informed": "Which states submitted official information?",
    "rerouting._absent": "which non-members turned up at the 16MSP in 2017?",
    "rerouting._at_a_meeting": "azerbaijan 16msp - joinng one day, but only when what is over??",
    "rerouting._standing_of_each": "are India and Pakistan in the treaty?",
    "rerouting._explained": "Which States explained their vote in 2009?",
    "rerouting._missed_years": "when did Egypt last not attend",
    "rerouting._silent": "which states made no statement at 16MSP?",
    "rerouting._last_of_all": "Is 16MSP the last meeting attended by the USA?",
    "rerouting._presence": "sri lanka at the 2016 intersessionals, present?",
    "rerouting.reasons_of_a_vote": "Did Azerbaijan explain its vote in 2017, and in what words?",
    "rerouting.vote_of": "has Lithuania's parliament voted on withdrawal",
    "rerouting.likewise": "who abstained with the Americans in 2017",
    "rerouting.votes_of_all": "How many non-party States voted yes according to the December 2017 document?",
    "rerouting._words_of_each": "what did India and Pakistan each say at 16MSP",
    "rerouting._bare": "palestine at 15MSP?",
    "rerouting._words_there": "armenia un first committee oct 2005 quote pls",
    "rerouting._since": "since when has India been coming as observer?",
    "rerouting._totals": "What changed in the totals of States Parties between the 2017 and 2018 status papers?",
    "rerouting._which_count": "States not party in 2018 - how many?",
    "rerouting._who_leaves": "which countries announced they may quit the mine ban convention",
    "rerouting._why_on_a_topic": "pakistan why use landmines",
    "rerouting._has_some": "Does the US have a stockpile?",
    "rerouting._destroyed": "when did morocco destroy its stock and under which deal",
    "rerouting._leaving": "FINLAND withdrawal status",
    "rerouting._off_topic": "did Mongolia destroy any mines",
    "rerouting._when_joined": "when did Palestine accede",
    "rerouting._publication": "when was rodney mbua's article published, which day and year",
    "rerouting._why_of_a_fact": "when did china email that its position hadnt changed",
    "rerouting._floor": "lao pdr took the floor at the 2018 intersessionals?? what were its words",
    "rerouting._still_outside": "Is Palestine still listed as not party in the 2018 paper?",
    "rerouting._why_outside": "why is armenia still out",
    "rerouting._supposed_outside": "why isn't afghanistan on the list of states not party",
    "rerouting._number": "How many mines did Russia say at 10MSP it had destroyed?",
    "withholding._reasons_for_leaving": "why is finland leaving ottawa",
    "withholding._when": "When will India join the Convention?",
    "withholding._another_body": "when did finland join NATO",
    "withholding._in_another": "has russia used mines in ukrane",
    "withholding._under_somebody": "What is the current US landmine policy under Biden?",
    "withholding._outcome": "has cambodia finished clearing",
    "withholding._on_leaving": "What did Estonia say about its withdrawal?",
    "withholding._detail": "what types of mines does kazakhstan stock",
    "withholding._mentioned": "which states speak of",
    "untold.number": "how many survivors - is that number going down?",
    "untold.day": "exact dates of the two 2017 meetings of the informal working group on universalization",
    "untold.exact_words": "What kind of mine has Russia stopped making? I need the exact wording",
    "untold.whole_text": "full text of the treaty article 1",
    "untold.members": "members of the Informal Working Group on Universalization",
    "untold.office": "Who will be the next secretary general of the UN?",
    "untold.region": "which former mine producers joined the Ottawa process, e.g. in Europe",
    "untold.detail": "Which companies still manufacture antipersonnel mines?",
    "untold.another_year": "of the 206,317 mongolian mines how many were gone by 2018",
    "untold.number_of_text": "resolution number of that 155-0 vote in december",
    "untold.signer": "who signed the chinese mission's email of 6 may 2018",
    "untold.which_ones": "The FAQ says less than a handful of countries still produce mines. Which ones are they?",
    "unlisted._most": "which State Party retains the most mines for training",
    "unlisted._numbers_of_mines": "Which States not party told how many mines they stockpile",
    "unlisted._numbers_there": "how many delegates came to 16MSP",
    "unlisted._not_listed": "which States PARTIES were absent for the 2017 first cttee vote",
    "unlisted._letter": "who signed the email from the Chinese mission",
    "unlisted._who_did_not": "which states never replied to the President's letter?",
    "unlisted._counted_otherwise": "why are they withdrawing",
    "unlisted._all_names": "names of all 133 signatories",
    "unlisted._ranked": "40th ratification - which state was it",
    "unlisted._doers": "by the 2017 status document, can States Parties ever use mines?",
    "unlisted._persons": "which Saudi official met the President in the 2018 bilateral",
    "narrowed._exception": "Which States other than India spoke at the 16MSP?",
    "narrowed._only": "Is Georgia the only State that has never produced mines?",
    "narrowed._never_there": "Which States have never attended an MSP?",
    "narrowed._of_a_list_before": "how many of them abstained?",
    "narrowed._unread_conditions": "which states attended 16MSP but not the last",
    "narrowed._another_condition": "Which States have never participated but voted in favour?",
    "narrowed._of_a_month": "Which States spoke in October 2017?",
    "narrowed._in_a_table": "how many states attended 16msp in total",
    "narrowed._every_state": "did all States not party attend 16MSP?",
}
"""by the table and the name of a rule, a question that meets it"""


def test_every_rule_has_a_question() -> None:
    rules = {
        f"{module.__name__.rpartition('.')[2]}.{rule.__name__}"
        for module in _TABLES
        for rule in (*module._RULES, *getattr(module, "_OF_ENTRIES", ()))
        if rule not in _WHOLE_TABLES
    }
    assert rules == _MET_BY.keys()


@pytest.mark.parametrize(("rule", "question"), _MET_BY.items())
def test_a_rule_is_met(engine: Engine, monkeypatch: pytest.MonkeyPatch, rule: str, question: str) -> None:
    met: list[bool] = []

    def watched(decides: Callable[[Asked, str], object]) -> Callable[[Asked, str], object]:
        def decide(asked: Asked, intent: str) -> object:
            found = decides(asked, intent)
            met.append(bool(found))
            return found

        return decide

    table, _, name = rule.partition(".")
    module = next(module for module in _TABLES if module.__name__.endswith(f".{table}"))
    for rules in ("_RULES", "_OF_ENTRIES"):
        if (listed := getattr(module, rules, None)) is not None:
            of_table = tuple(watched(item) if item.__name__ == name else item for item in listed)
            monkeypatch.setattr(module, rules, of_table)
    engine.answer(question)
    assert any(met)
