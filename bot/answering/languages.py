"""Sentences in French and Spanish, and refusals in the languages that are not understood.

A sentence names a State before a colon, so that it needs neither the article nor the gender of its name.
"""

from collections.abc import Mapping
from typing import Final

from bot.matching.reading import LEAVING_COUNT

NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {"PS": "Palestine", "VA": "Saint-Siège", "CD": "République démocratique du Congo", "CG": "Congo"},
    "es": {"PS": "Palestina", "VA": "Santa Sede", "SA": "Arabia Saudita"},
}
"""names that the UN writes otherwise than the CLDR"""

MEETINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "msp": "{number}e Réunion des États parties",
        "review_conference": "{number}e Conférence d'examen",
        "intersessional": "réunions intersessions",
        "standing_committee": "Comité permanent",
        "first_committee": "Première Commission de l'Assemblée générale",
        "signing_conference": "Conférence de signature",
        "seminar": "séminaire",
    },
    "es": {
        "msp": "{number}ª Reunión de los Estados partes",
        "review_conference": "{number}ª Conferencia de Examen",
        "intersessional": "reuniones entre períodos de sesiones",
        "standing_committee": "Comité Permanente",
        "first_committee": "Primera Comisión de la Asamblea General",
        "signing_conference": "Conferencia de Firma",
        "seminar": "seminario",
    },
}

SENTENCES: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "note": "Les citations restent dans la langue du document ; les autres précisions suivent en anglais.",
        "colon": " : ",
        "and": " et ",
        "as of": "au {date}",
        "statement": "{who}{where} : voici les paroles que les documents citent ou rapportent.",
        "no statement": "{who}{where} : les documents ne citent aucune déclaration.",
        "no information": "{who} : aucune information officielle communiquée, d'après les documents.",
        "position": "{who} : voici la position que les documents citent ou rapportent.",
        "vote": "{who} : {vote}, Première Commission de l'Assemblée générale, 2017.",
        "votes": "{who} : les votes consignés, Première Commission de l'Assemblée générale, 2017.",
        "no vote": "{who} : les documents ne consignent aucun vote{where}.",
        "no votes": "Les documents ne consignent aucun vote{where}, seulement celui de 2017.",
        "no reason": "{who} : les documents ne citent pas d'explication de ce vote ({vote}, 2017).",
        "in_favour": "vote pour",
        "abstained": "abstention",
        "not_present": "absence lors du vote",
        "none": "aucun vote consigné",
        "attended": "{who}{where} : oui, participation consignée.",
        "not attended": "{who}{where} : non, aucune participation d'après les documents.",
        "attendance": "{who}{where} : ce que les documents disent de la participation.",
        "no attendance": "{who}{where} : les documents ne disent rien de la participation.",
        "last": "{who} : dernière participation d'après les documents : {meeting}.",
        "never": "{who} : jamais de participation, d'après les documents.",
        "not party": "{who} : État non partie {date}.",
        "party": "{who} : État partie {date}, par déduction : absent de la liste des États non parties.",
        "no membership": "{who} : les documents n'en disent rien.",
        "no date": "{who} : les documents ne donnent pas de date d'adhésion.",
        "count-states-parties": "Nombre d'États parties : {number}.",
        "count-states-not-party": "Nombre d'États non parties : {number}.",
        "no figure": "Les documents ne donnent pas ce nombre{where}.",
        "states-not-party": "États non parties {date} : {number}. En voici la liste.",
        "no list": "Les documents ne donnent pas la liste des États parties, seulement celle des États non parties.",
        "vote-list": "Votes des États non parties, Première Commission de l'Assemblée générale, 2017 : {votes}.",
        "against": "aucune colonne pour les votes contre",
        "attendees": "États non parties ayant participé{where} : {number}.",
        "no attendees": "Les documents ne donnent pas la liste des participants{where}.",
        "unknown meeting": "Les documents ne connaissent pas cette réunion : {where}.",
        "never-participated": "Voici les États qui n'ont jamais participé à une réunion, d'après les documents.",
        LEAVING_COUNT: "Voici ce que les documents disent des pays qui ont annoncé leur intention de se retirer.",
        "other": "Voici ce que contiennent les documents.",
        "which title": "Quel État ?",
        "which": "« {words} » : quel État ? {who} ?",
        "danger title": "Je ne réponds pas à cela",
        "danger": "Je ne donne aucun conseil pour fabriquer, poser, manipuler ou enlever des mines ou des explosifs. "
        "Si vous voyez une mine, restez à distance, n'y touchez pas et prévenez la police, l'armée ou le centre "
        "national de lutte antimines.",
        "treaty title": "Un autre traité",
        "treaty": "Il s'agit d'un autre traité ; mes documents portent sur la Convention sur l'interdiction des mines "
        "antipersonnel.",
        "not understood title": "Pas de réponse directe",
        "not understood": "Je n'ai pas trouvé de réponse directe. En français, je comprends les questions sur la "
        "Convention sur l'interdiction des mines antipersonnel les plus courantes : déclarations, position, vote, "
        "participation et statut d'un État, listes et nombres. En anglais, je comprends davantage.",
    },
    "es": {
        "note": "Las citas se mantienen en el idioma del documento; los demás detalles siguen en inglés.",
        "colon": ": ",
        "and": " y ",
        "as of": "al {date}",
        "statement": "{who}{where}: estas son las palabras que los documentos citan o recogen.",
        "no statement": "{who}{where}: los documentos no citan ninguna declaración.",
        "no information": "{who}: ninguna información oficial presentada, según los documentos.",
        "position": "{who}: esta es la posición que los documentos citan o recogen.",
        "vote": "{who}: {vote}, Primera Comisión de la Asamblea General, 2017.",
        "votes": "{who}: los votos registrados, Primera Comisión de la Asamblea General, 2017.",
        "no vote": "{who}: los documentos no registran ningún voto{where}.",
        "no votes": "Los documentos no registran ningún voto{where}, solo el de 2017.",
        "no reason": "{who}: los documentos no citan ninguna explicación de ese voto ({vote}, 2017).",
        "in_favour": "voto a favor",
        "abstained": "abstención",
        "not_present": "ausencia en la votación",
        "none": "ningún voto registrado",
        "attended": "{who}{where}: sí, participación registrada.",
        "not attended": "{who}{where}: no, ninguna participación según los documentos.",
        "attendance": "{who}{where}: lo que los documentos dicen de la participación.",
        "no attendance": "{who}{where}: los documentos no dicen nada de la participación.",
        "last": "{who}: última participación según los documentos: {meeting}.",
        "never": "{who}: nunca ha participado, según los documentos.",
        "not party": "{who}: Estado no parte {date}.",
        "party": "{who}: Estado parte {date}, por deducción: no figura en la lista de Estados no partes.",
        "no membership": "{who}: los documentos no dicen nada al respecto.",
        "no date": "{who}: los documentos no dan ninguna fecha de adhesión.",
        "count-states-parties": "Número de Estados partes: {number}.",
        "count-states-not-party": "Número de Estados no partes: {number}.",
        "no figure": "Los documentos no dan esa cifra{where}.",
        "states-not-party": "Estados no partes {date}: {number}. Esta es la lista.",
        "no list": "Los documentos no dan la lista de los Estados partes, solo la de los Estados no partes.",
        "vote-list": "Votos de los Estados no partes, Primera Comisión de la Asamblea General, 2017: {votes}.",
        "against": "ninguna columna para los votos en contra",
        "attendees": "Estados no partes que participaron{where}: {number}.",
        "no attendees": "Los documentos no dan la lista de participantes{where}.",
        "unknown meeting": "Los documentos no conocen esa reunión: {where}.",
        "never-participated": "Estos son los Estados que nunca han participado en una reunión, según los documentos.",
        LEAVING_COUNT: "Esto es lo que los documentos dicen de los países que anunciaron su intención de retirarse.",
        "other": "Esto es lo que contienen los documentos.",
        "which title": "¿Qué Estado?",
        "which": "«{words}»: ¿qué Estado? ¿{who}?",
        "danger title": "No respondo a eso",
        "danger": "No doy consejos para fabricar, colocar, manipular o retirar minas o explosivos. Si ve una mina, "
        "aléjese, no la toque y avise a la policía, al ejército o al centro nacional de acción contra las minas.",
        "treaty title": "Otro tratado",
        "treaty": "Se trata de otro tratado; mis documentos son sobre la Convención sobre la prohibición de minas "
        "antipersonal.",
        "not understood title": "Sin respuesta directa",
        "not understood": "No he encontrado una respuesta directa. En español entiendo las preguntas más comunes sobre "
        "la Convención sobre la prohibición de minas antipersonal: declaraciones, posición, voto, participación y "
        "situación de un Estado, listas y números. En inglés entiendo más.",
    },
}
TITLES: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "statement": "déclarations",
        "position": "position",
        "vote": "vote",
        "attendance": "participation",
        "last-participation": "dernière participation",
        "membership": "statut",
        "count-states-parties": "Nombre d'États parties",
        "count-states-not-party": "Nombre d'États non parties",
        "states-not-party": "États non parties",
        "vote-list": "Vote de 2017",
        "attendees": "Participants",
        "never-participated": "Jamais de participation",
        LEAVING_COUNT: "Retraits annoncés",
    },
    "es": {
        "statement": "declaraciones",
        "position": "posición",
        "vote": "voto",
        "attendance": "participación",
        "last-participation": "última participación",
        "membership": "situación",
        "count-states-parties": "Número de Estados partes",
        "count-states-not-party": "Número de Estados no partes",
        "states-not-party": "Estados no partes",
        "vote-list": "Votación de 2017",
        "attendees": "Participantes",
        "never-participated": "Ninguna participación",
        LEAVING_COUNT: "Retiradas anunciadas",
    },
}
EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "fr": (
        "Qu'a dit l'Inde à la 16e Réunion des États parties ?",
        "Comment a voté le Pakistan ?",
        "Quels États ne sont pas parties ?",
    ),
    "es": (
        "¿Qué dijo la India en la 16ª Reunión de los Estados partes?",
        "¿Cómo votó el Pakistán?",
        "¿Qué Estados no son partes?",
    ),
}
REFUSALS: Final[Mapping[str, str]] = {
    "ru": "Я понимаю вопросы на английском, французском и испанском языках. "
    "Пожалуйста, задайте вопрос на одном из них.",
    "uk": "Я розумію запитання англійською, французькою та іспанською мовами. "
    "Будь ласка, поставте запитання однією з них.",
    "ar": "أفهم الأسئلة بالإنجليزية والفرنسية والإسبانية. يرجى طرح سؤالك بإحدى هذه اللغات.",
    "fa": "به پرسش به زبان انگلیسی، فرانسوی یا اسپانیایی پاسخ داده می شود. لطفا به یکی از این زبان ها بپرسید.",
    "zh": "我能回答用英语、法语或西班牙语提出的问题。请用其中一种语言提问。",
    "ja": "英語、フランス語、スペイン語での質問にお答えします。いずれかの言語で質問してください。",
    "ko": "영어, 프랑스어, 스페인어로 된 질문에 답할 수 있습니다. 이 언어 중 하나로 질문해 주세요.",
    "hi": "मैं अंग्रेज़ी, फ़्रेंच और स्पेनिश में पूछे गए प्रश्नों के उत्तर दे सकता हूँ। कृपया इनमें से किसी एक भाषा में पूछें।",
    "de": "Ich beantworte Fragen auf Englisch, Französisch und Spanisch. "
    "Bitte stellen Sie Ihre Frage in einer dieser Sprachen.",
    "pt": "Respondo a perguntas em inglês, francês e espanhol. Por favor, faça a sua pergunta numa dessas línguas.",
    "it": "Rispondo a domande in inglese, francese e spagnolo. Per favore, faccia la domanda in una di queste lingue.",
}
REFUSAL_TITLE: Final = "English, français, español"
CAN_ASK: Final = "I can be asked in English, French and Spanish."
