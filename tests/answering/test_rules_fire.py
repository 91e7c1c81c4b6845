"""Every rule on the words of a question changes some answer: a rule that changes none would be a wrong idea kept."""

import pytest

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.answering.rules import narrowed, rerouting, unlisted, untold, withholding
from bot.answering.rules.entry_words import untold_by_entry
from bot.answering.rules.ruling import Rules
from bot.answering.rules.word_rules import withheld_by_words
from bot.rendering.plain import plain

_TABLES = (rerouting, withholding, untold, unlisted, narrowed)
_WHOLE_TABLES = frozenset({untold.untold, unlisted.unlisted, narrowed.narrowed, withheld_by_words, untold_by_entry})
_CHANGED_BY = {
    "narrowed._those_before": "how did they vote",
    "narrowed._spoke_and_voted": "who spoke at 16MSP but abstained",
    "narrowed._spoke_at_both": "who spoke at both 3RC and 16MSP",
    "narrowed._at_every_one": "who came to every MSP but abstained",
    "narrowed._then_not": "which states attended 16MSP but have not attended before",
    "narrowed._at_none": "who has not been to a meeting since the Maputo conference",
    "narrowed._never_since": "who has never attended since 2014",
    "narrowed._lately": "who took part most recently",
    "narrowed._neither": "who neither voted nor attended",
    "narrowed._and_what": "who attended 16MSP and what did they say",
    "narrowed._no_statement_since": "which states have no statement after 2010",
    "rerouting._between_editions": "UAE stocks 2017 vs 2018",
    "withholding._those_round_about": "which neighbours of India abstained",
    "rerouting._last_words": "South Korea's last statement",
    "untold.another_condition": "which states support the goals of the convention but abstained",
    "unlisted._order": "who spoke first at 16MSP",
    "withholding._in_december": "How many states voted in favour of the December 2017 General Assembly resolution?",
    "withholding._another_actor": "is Hezbollah laying mines along Lebanon's border",
    "withholding._on_another_text": "how did israel vote on the UN gaza ceasefire",
    "withholding._to_another": "did turkey ever answer armenia's demand for reciprocity",
    "untold.doing_now": "what is lloyd axworthy doing now",
    "withholding._another_speaker": "which country blames conflict with israel for not joining",
    "withholding._no_list_there": "which States does the FAQ name?",
    "rerouting._spoke_there": "who attended 16MSP and said something there?",
    "rerouting._in_document": "is Russia named in the press report",
    "rerouting._about_another": "what does the White House say about Canada",
    "rerouting._questionnaires": "who answered the questionnaire",
    "rerouting._in_convention": "does India participate in the Convention",
    "rerouting._one_edition": "PALESTINE 2017 paper entry",
    "rerouting._whether_party": "Isn't Mongolia a State Party?",
    "untold.of_one_state": "Which states are in favour of a total ban?",
    "withholding._unspoken": "What did China say about training?",
    "rerouting._of_years": "Which states attended a meeting in 2017?",
    "withholding._no_vote": "Did China abstain from using mines?",
    "narrowed._never_spoke": "States not party that have never ever said anything",
    "narrowed._informed": "Which states submitted official information?",
    "rerouting._never_back": "who turned up at 3RC and never came again",
    "withholding._neighbours_of": "which States border India",
    "withholding._unknown_place": "russian mines used in donbas which types",
    "rerouting._whether_it_leaves": "is Finland considering leaving",
    "withholding._which_day": "what day did India speak at 16MSP",
    "withholding._mentions_not": "Does Armenia mention natural obstacles?",
    "withholding._no_such_document": "According to the 15MSP document, how many States are not party?",
    "rerouting._spoke_of": "Who spoke of alternatives at 16MSP?",
    "unlisted._not_outside": "which States are not outside the treaty",
    "rerouting._absent": "which states did not turn up at 14MSP",
    "rerouting._at_a_meeting": "azerbaijan 16msp - joinng one day, but only when what is over??",
    "rerouting._standing_of_each": "are India and Pakistan in the treaty?",
    "rerouting._explained": "Which States explained their vote in 2009?",
    "rerouting._missed_years": "when did Egypt last not attend",
    "rerouting._silent": "which states made no statement at 16MSP?",
    "rerouting._last_of_all": "Is 16MSP the last meeting attended by the USA?",
    "rerouting._presence": "sri lanka at the 2016 intersessionals, present?",
    "rerouting.reasons_of_a_vote": "Cuba 2016 vote explanation",
    "rerouting._possesses": "does vietnam have landmines",
    "rerouting.opposed": "did singapore oppose a ban",
    "rerouting.vote_of": "bishkek skipped the 2017 first committee vote, true?",
    "rerouting.likewise": "who abstained with the Americans in 2017",
    "rerouting._words_of_each": "what did India and Pakistan each say at 16MSP",
    "rerouting._bare": "palestine at 15MSP?",
    "rerouting._words_there": "armenia un first committee oct 2005 quote pls",
    "rerouting._since": "since when has India been coming as observer?",
    "rerouting._totals": "What changed in the totals of States Parties between the 2017 and 2018 status papers?",
    "rerouting._which_count": "States not party in 2018 - how many?",
    "rerouting._who_leaves": "which countries announced they may quit the mine ban convention",
    "rerouting._why_on_a_topic": "pakistan why use landmines",
    "rerouting._has_some": "does Israel hold a stockpile?",
    "rerouting._destroyed": "moroccan stock destroyed when",
    "rerouting._leaving": "FINLAND withdrawal status",
    "rerouting._off_topic": "has Russia quit making blast mines",
    "rerouting._when_joined": "date on which Sri Lanka acceded",
    "rerouting._publication": "when was the article by rodney mbua published",
    "rerouting._why_of_a_fact": "when did china email that its position hadnt changed",
    "rerouting._floor": "lao pdr took the floor at the 2018 intersessionals?? what were its words",
    "rerouting._still_outside": "Is Palestine still listed as not party in the 2018 paper?",
    "rerouting._why_outside": "why is armenia still out",
    "rerouting._supposed_outside": "why isn't afghanistan on the list of states not party",
    "rerouting._number": "How many mines did Russia say at 10MSP it had destroyed?",
    "withholding._reasons_for_leaving": "why is finland leaving ottawa",
    "withholding._when": "When will India join the Convention?",
    "withholding._another_body": "Is Armenia a member of the EU?",
    "narrowed._around_a_meeting": "who attended before 16MSP",
    "rerouting._since_the_tables": "participation since the third review conference",
    "narrowed._there_as_another": "Which States attended more MSPs than India?",
    "narrowed._two_lists": "who went to 3RC and which voted yes",
    "narrowed._before_the_tables": "who attended every meeting since 1999",
    "withholding._by_whom": "who announced singapore's moratorium in may 1996",
    "untold.cost": "what did it cost the chinese army to destroy its old mines",
    "withholding._which_others": "which neighbours does Kyrgyzstan have unsettled borders with",
    "withholding._in_another": "which mines has russia used in ukraine",
    "withholding._under_somebody": "What is the current US landmine policy under Biden?",
    "withholding.number_of_text": "number of the UNGA resolution everyone voted on in 2017",
    "withholding._outcome": "Has Mongolia finished destroying its stock?",
    "withholding._on_leaving": "does China support the withdrawals?",
    "withholding._detail": "which model of mine does India produce",
    "withholding._thing": "which clauses does Saudi Arabia object to",
    "rerouting._supposed_inside": "Why did Israel join the Convention?",
    "withholding._place": "where does the UAE keep its mines",
    "withholding._why_it_did": "why did Pakistan export mines",
    "rerouting._whether_signed": "Did Armenia sign at the Signing Conference in 1997?",
    "rerouting._who_laid": "which State laid mines in Lebanon",
    "withholding._on_a_border": "Did Mongolia lay mines on the Chinese border?",
    "untold.unasked": "where was the status document prepared",
    "withholding._how_long": "how long has India had its moratorium",
    "rerouting._its_own_words": "what did China say in its 2018 letter to the President",
    "withholding.unasked": "why did Morocco send a report",
    "untold.lately": "US money for demining last year?",
    "untold.unnamed_actor": "When did Myanmar sign a ceasefire with ISIS?",
    "untold.number": "how many survivors - is that number going down?",
    "untold.ordinal": "third goal of the UN campaign",
    "untold.the_contrary": "who does not want to join",
    "untold.day": "exact dates of the two 2017 meetings of the informal working group on universalization",
    "untold.exact_words": "egypt says the convention lacks balnce - exact words?",
    "untold.whole_text": "full text of the Landmine Export Moratorium Act",
    "untold.members": "members of the Informal Working Group on Universalization",
    "untold.region": "which former mine producers joined the Ottawa process, e.g. in Europe",
    "untold.detail": "Which companies still manufacture antipersonnel mines?",
    "untold.another_year": "of the 206,317 mongolian mines how many were gone by 2018",
    "untold.number_of_text": "resolution number of that 155-0 vote in december",
    "untold.signer": "who signed the chinese mission's email of 6 may 2018",
    "untold.which_ones": "The FAQ says less than a handful of countries still produce mines. Which ones are they?",
    "untold.of_them": "which of them have a stockpile",
    "unlisted._most": "which States mention the most victims",
    "unlisted._numbers_of_mines": "how many moratoria on export were declared",
    "unlisted._numbers_there": "how many delegates came to 16MSP",
    "unlisted._not_listed": "which States PARTIES were absent for the 2017 first cttee vote",
    "unlisted._letter": "who signed the email from the Chinese mission",
    "unlisted._who_did_not": "which states never replied to the President's letter?",
    "unlisted._counts_something_else": "how many States are quoted",
    "unlisted._all_names": "names of all 133 signatories",
    "unlisted._ranked": "which State was the 2nd to speak on clearance",
    "unlisted._doers": "Which countries still produce landmines, by name?",
    "unlisted._persons": "which Saudi official met the President in the 2018 bilateral",
    "narrowed._exception": "Which States other than India spoke at the 16MSP?",
    "narrowed._only": "Is Georgia the only State that has never produced mines?",
    "narrowed._never_there": "Which States have never attended an MSP?",
    "narrowed._of_a_list_before": "is India one of them",
    "narrowed._unread_conditions": "which states attended 16MSP but not the last",
    "narrowed._another_condition": "Which States have never participated but voted in favour?",
    "narrowed._producing_under_a_moratorium": "States producing mines with a moratorium",
    "narrowed._like_another": "who voted like India but was not at 16MSP",
    "narrowed._around_a_month": "who attended since June 2017",
    "narrowed._of_a_month": "what did Georgia say in July 2009",
    "narrowed._in_a_table": "how many states attended 16msp in total",
    "narrowed._every_state": "did all States not party attend 16MSP?",
}
"""by the table and the name of a rule, a question whose answer is another one without it"""
_OF_WITHHOLDING = tuple(name for name in _CHANGED_BY if not name.startswith("rerouting."))
_NO_ANSWER_EITHER_WAY = {
    "narrowed._unread_conditions": "without it, the tables are said to lack what they have: the question was not read",
}
"""rules without which there would be no answer either, and what they are good for"""


def test_every_rule_has_a_question() -> None:
    rules = {
        f"{module.__name__.rpartition('.')[2]}.{rule.name}"
        for module in _TABLES
        for rule in (*module._RULES, *getattr(module, "_OF_ENTRIES", ()))
        if rule not in _WHOLE_TABLES
    }
    assert rules == _CHANGED_BY.keys()


def _with_and_without(engine: Engine, monkeypatch: pytest.MonkeyPatch, rule: str) -> tuple[Answer, Answer]:
    """The answers to the question of a rule, with the rule and with it taken out of its table."""
    table, _, name = rule.partition(".")
    module = next(module for module in _TABLES if module.__name__.endswith(f".{table}"))
    answer = engine.answer(_CHANGED_BY[rule])
    for rules in ("_RULES", "_OF_ENTRIES"):
        others = Rules(item for item in getattr(module, rules, ()) if item.name != name)
        monkeypatch.setattr(module, rules, others, raising=False)
    return answer, engine.answer(_CHANGED_BY[rule])


@pytest.mark.parametrize("rule", _CHANGED_BY)
def test_without_a_rule_its_question_gets_another_answer(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    answer, other = _with_and_without(engine, monkeypatch, rule)
    assert (answer.outcome, plain(answer)) != (other.outcome, plain(other))


@pytest.mark.parametrize("rule", _OF_WITHHOLDING)
def test_what_a_rule_withholds_would_be_answered_without_it(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    answer, other = _with_and_without(engine, monkeypatch, rule)
    assert answer.outcome == "no_record"
    assert (other.outcome == "answered") is (rule not in _NO_ANSWER_EITHER_WAY)
