"""Words around a question that ask nothing: greetings, who wants to know, how to put it, thanks.

"My teacher said some countries want to leave the treaty. Which ones?" asks what "some countries want to leave the
treaty. Which ones?" asks; the words around it speak for no kind of question, and against the right one.
"""

import re

_PERSON = r"(?:teacher|professor|boss|friend|colleague|minister|ambassador|editor|student|delegation|group|team|chief)"
_SAYS = (
    r"(?:just )?(?:said|says|asked|asks|claims|claimed|thinks|insists|wonders|wants to know|wants|needs|told (?:me|us))"
)
_BEFORE = (
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|dear \w+|colleagues|folks|guys|team|sorry|urgent|asap"
    r"|quick (?:one|question|q))\b[ ,!.:;-]*",
    r"(?:(?:a|an|your) )?(?:\w+ )?\w+ here\b *[,!.:;-]+ *",
    r"(?:(?:\w+ )?(?:fact|general|quick|random|silly|simple|last|next|another) )?"
    r"(?:check|question|query|quiz|request)\b *[,:;-]+ *",
    r"(?:i(?:['’]?m| am)|we(?:['’]?re| are)|as an?)\b[^,:.?]{2,60}[,:.]\s*",
    rf"(?:my|our|an?|some|the|one) (?:\w+ )?{_PERSON}s? {_SAYS}\b(?: that)?[ ,:]*",
    rf"(?:someone|somebody|people)(?: in (?:the|our|my|this) \w+)? {_SAYS}\b(?: that)?[ ,:]*",
    r"(?:i|we) (?:just )?(?:heard|read|was told|need to know|need|want to know|wonder|was wondering|would like to know"
    r"|keep hearing)\b(?: that)?[ ,:]*",
    r"(?:can|could|would) (?:you|anyone|somebody) (?:please )?(?:tell|remind|show|give)(?: (?:me|us))?\b[ ,:]*",
    r"(?:do|does) (?:you|anyone|anybody) know\b[ ,:]*",
    r"(?:may|can|could) i (?:please )?ask\b[ ,:]*",
    r"for (?:an?|my|our|the) (?:\w+ ){1,3}?[ ,:]*(?=(?:i|we|what|who|which|when|where|how|did|does|is|are)\b)",
    r"(?:in )?(?:plain|simple) (?:words|terms|english)\b[ ,:]*(?:please|pls|plz)?[ ,:]*",
    r"(?:explain|clarify)\b(?: (?:to|for) (?:me|us))?[ ,:]+",
    r"(?:please|pls|plz|so|ok|okay|well|for the record|in one (?:word|sentence|line)"
    r"|in (?:plain|simple) (?:words|terms|english)|one more thing|remind me|tell me)\b[ ,:]+",
)
_AFTER = (
    r"[ ,.;-]*\b(?:please|pls|plz|thanks|thank you|thx|ty|asap|urgent|cheers|lol)[ .!?]*$",
    r"[ ,.;?-]*\b(?:in (?:plain|simple) (?:words|terms|english)|in one (?:word|sentence|line)|verbatim(?: if possible)?"
    r"|if possible|word for word|at present|presently|at the moment|as of (?:now|today))[ .!?]*$",
    r"[.?!,;]+ *(?:someone|somebody|everyone|people|they|(?:my|our|an?) \w+)(?: (?:just|here|always|keeps?))?"
    r" (?:asks?|asked|asking|wants? to know|wonders?)\b[^?,]*$",
    r"[ ,.;:-]+(?:explain(?:ed)?|clarify|clarified)(?: (?:it )?(?:to|for) (?:me|us))?[ .!?]*$",
    r"[.?!,;]+ *(?:it['’]?s|this is|asking) for (?:an?|my|our|the) [\w ]{2,30}[.!?]*$",
    r"[,.;?!-]+ *(?:right|true|correct|true or false|is (?:that|this|it) (?:right|true|correct|so)"
    r"|can (?:they|you|we|it)|is that what \w+ \w+ say)[ .!?]*$",
)
_LEAST_LEFT = 2
"""words of the shortest question that is left"""
_ROUNDS = 4
"""how often all are looked for: "hi, quick question, my boss needs" """
_AROUND = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*(rf"^\W*{before}" for before in _BEFORE), *_AFTER))


def unframed(question: str) -> str:
    """A question without the words around it that ask nothing; the same when there are none."""
    for _ in range(_ROUNDS):
        before = question
        for around in _AROUND:
            left = around.sub("", question, count=1)
            if len(left.split()) >= _LEAST_LEFT:
                question = left
        if question == before:
            break
    return question
