"""Terms of the field in the other languages of the UN, each with the English words that it is read as.

``|`` stands between forms of one term. Terms are those of the UN's own documents in each language.
"""

from collections.abc import Mapping
from typing import Final

ORDINALS: Final[Mapping[str, str]] = {
    "fr": "première|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|onzième|douzième|"
    "treizième|quatorzième|quinzième|seizième|dix-septième|dix-huitième|dix-neuvième|vingtième|vingt et unième",
    "es": "primera|segunda|tercera|cuarta|quinta|sexta|séptima|octava|novena|décima|undécima|duodécima|decimotercera|"
    "decimocuarta|decimoquinta|decimosexta|decimoséptima|decimoctava|decimonovena|vigésima|vigésima primera",
    "ru": "первое|второе|третье|четвертое|пятое|шестое|седьмое|восьмое|девятое|десятое|одиннадцатое|двенадцатое|"
    "тринадцатое|четырнадцатое|пятнадцатое|шестнадцатое|семнадцатое|восемнадцатое|девятнадцатое|двадцатое|"
    "двадцать первое",
    "ar": "الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|الحادي عشر|الثاني عشر|الثالث عشر|"
    "الرابع عشر|الخامس عشر|السادس عشر|السابع عشر|الثامن عشر|التاسع عشر|العشرون|الحادي والعشرون",
    "zh": "一|二|三|四|五|六|七|八|九|十|十一|十二|十三|十四|十五|十六|十七|十八|十九|二十|二十一",
}
"""first, second, third ... in the gender of a meeting"""
ORDINALS_SPLIT: Final = {
    "décima primera": 11,
    "décima segunda": 12,
    "décima tercera": 13,
    "décima cuarta": 14,
    "décima quinta": 15,
    "décima sexta": 16,
    "décima séptima": 17,
    "décima octava": 18,
    "décima novena": 19,
}
"""Spanish writes the higher ones in two words too"""

SERIES: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "msp": "réunion des États parties|assemblée des États parties|réunions des États parties|"
        "assemblées des États parties",
        "review conference": "conférence d'examen|conférences d'examen",
    },
    "es": {
        "msp": "reunión de los Estados partes|reunión de Estados partes|reuniones de los Estados partes",
        "review conference": "conferencia de examen|conferencias de examen|conferencia de revisión",
    },
    "ru": {
        "msp": "совещание государств участников|совещания государств участников|встреча государств участников",
        "review conference": "обзорная конференция|конференция по рассмотрению действия Конвенции|"
        "конференция по рассмотрению действия",
    },
    "ar": {
        "msp": "اجتماع الدول الأطراف|للدول الأطراف",
        "review conference": "المؤتمر الاستعراضي|مؤتمر الاستعراض",
    },
    "zh": {
        "msp": "缔约国会议",
        "review conference": "审议会议|审议大会|审查会议",
    },
}
"""series of meetings that are counted"""

MEETINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "intersessional meetings": "réunions intersessions|réunion intersessions|réunions intersessionnelles|"
        "réunion intersessionnelle|réunions d'intersessions|intersessions|travaux intersessions",
        "first committee": "première commission de l'Assemblée générale des Nations unies|"
        "première commission de l'Assemblée générale de l'ONU|première commission de l'Assemblée générale|"
        "première commission des Nations unies|première commission de l'ONU|première commission|1re commission|"
        "assemblée générale des Nations unies|assemblée générale de l'ONU|assemblée générale",
        "standing committee": "comité permanent|comités permanents",
        "nairobi review conference": "conférence d'examen de Nairobi|conférence de Nairobi|sommet de Nairobi",
        "cartagena review conference": "conférence d'examen de Carthagène|conférence de Carthagène|"
        "sommet de Carthagène",
        "maputo review conference": "conférence d'examen de Maputo|conférence de Maputo|sommet de Maputo",
        "oslo review conference": "conférence d'examen d'Oslo|conférence d'Oslo|sommet d'Oslo",
        "signing conference": "conférence de signature|cérémonie de signature",
    },
    "es": {
        "intersessional meetings": "reuniones entre períodos de sesiones|reunión entre períodos de sesiones|"
        "reuniones entre sesiones|reuniones intersesionales|reunión intersesional|intersesionales",
        "first committee": "primera comisión de la Asamblea General de las Naciones Unidas|"
        "primera comisión de la Asamblea General de la ONU|primera comisión de la Asamblea General|"
        "primera comisión de las Naciones Unidas|primera comisión de la ONU|primera comisión|"
        "asamblea general de las Naciones Unidas|asamblea general de la ONU|asamblea general",
        "standing committee": "comité permanente|comités permanentes",
        "nairobi review conference": "conferencia de examen de Nairobi|conferencia de Nairobi|cumbre de Nairobi|"
        "a Nairobi",
        "cartagena review conference": "conferencia de examen de Cartagena|conferencia de Cartagena|"
        "cumbre de Cartagena|a Cartagena",
        "maputo review conference": "conferencia de examen de Maputo|conferencia de Maputo|cumbre de Maputo|a Maputo",
        "oslo review conference": "conferencia de examen de Oslo|conferencia de Oslo|cumbre de Oslo|a Oslo",
        "signing conference": "conferencia de firma|conferencia de la firma|ceremonia de firma",
    },
    "ru": {
        "intersessional meetings": "межсессионные совещания|межсессионное совещание|межсессионные заседания",
        "first committee": "первый комитет",
        "standing committee": "постоянный комитет",
    },
    "ar": {
        "intersessional meetings": "اجتماعات ما بين الدورات|الاجتماعات المعقودة بين الدورات|اجتماعات بين الدورات",
        "first committee": "اللجنة الأولى",
        "standing committee": "اللجنة الدائمة",
    },
    "zh": {
        "intersessional meetings": "闭会期间会议",
        "first committee": "第一委员会",
        "standing committee": "常设委员会",
    },
}

TERMS: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "convention": "convention d'Ottawa|traité d'Ottawa|convention sur l'interdiction des mines antipersonnel|"
        "convention sur l'interdiction des mines|traité d'interdiction des mines antipersonnel|"
        "traité d'interdiction des mines|traité sur l'interdiction des mines|convention|traité",
        "convention on cluster munitions": "convention sur les armes à sous-munitions|armes à sous-munitions|"
        "bombes à sous-munitions",
        "treaty on the prohibition of nuclear weapons": "traité sur l'interdiction des armes nucléaires|"
        "armes nucléaires|TIAN",
        "chemical weapons convention": "convention sur les armes chimiques|armes chimiques",
        "explanation of vote": "explication de vote|explications de vote|explication de son vote",
        "letter": "lettre|lettres",
        "article 7 report": "rapport au titre de l'article 7|rapport de transparence|rapports de transparence",
        "in favour": "en faveur",
        "vote in favour": "voté pour|votes pour|vote pour|votent pour|votants pour",
        "against": "contre",
        "abstained": "abstenu|abstenue|abstenus|abstenues|abstention|abstentions|abstient|abstiennent|abstenir",
        "absent": "absents|absente|absentes",
        "since": "depuis",
        "before": "avant",
        "after": "après",
        "until": "jusqu'en|jusqu'à",
        "between": "entre",
        "latest": "dernier|dernière|derniers|dernières|récent|récente|récentes",
        "first": "premier|première|premiers|premières",
        "still": "encore|toujours",
        "now": "maintenant|actuellement|aujourd'hui|actuel|actuelle",
        "why": "pourquoi",
        "when": "quand",
        "not": "pas|non",
        "of": "de|du|des|d",
        "in": "en|dans",
        "at": "au|aux|à|lors",
        "the": "le|la|les|l",
        "january": "janvier",
        "february": "février",
        "march": "mars",
        "april": "avril",
        "may": "mai",
        "june": "juin",
        "july": "juillet",
        "august": "août",
        "september": "septembre",
        "october": "octobre",
        "november": "novembre",
        "december": "décembre",
    },
    "es": {
        "convention": "convención de Ottawa|tratado de Ottawa|convención sobre la prohibición de minas antipersonal|"
        "convención sobre la prohibición de las minas antipersonal|tratado de prohibición de minas|"
        "convención sobre la prohibición de minas|convención|tratado",
        "convention on cluster munitions": "convención sobre municiones en racimo|municiones en racimo|"
        "bombas de racimo",
        "treaty on the prohibition of nuclear weapons": "tratado sobre la prohibición de las armas nucleares|"
        "armas nucleares",
        "chemical weapons convention": "convención sobre las armas químicas|armas químicas",
        "explanation of vote": "explicación de voto|explicaciones de voto|explicación de su voto|explicación del voto",
        "letter": "carta|cartas",
        "questionnaire": "cuestionario",
        "article 7 report": "informe del artículo 7|informe de transparencia|informes de transparencia",
        "in favour": "a favor",
        "against": "en contra|contra",
        "abstained": "abstuvo|abstuvieron|abstención|abstenciones|abstenerse|abstenido|abstienen|abstiene",
        "absent": "ausente|ausentes",
        "since": "desde",
        "before": "antes de|antes",
        "after": "después de|después",
        "until": "hasta",
        "between": "entre",
        "latest": "último|última|últimos|últimas|reciente|recientes",
        "first": "primer|primero|primera|primeros|primeras",
        "still": "todavía|aún|sigue",
        "now": "ahora|actualmente|hoy|actual",
        "why": "por qué",
        "when": "cuándo",
        "date": "fecha",
        "not": "no",
        "parties": "partes|parte",
        "of": "de|del",
        "in": "en",
        "at": "al",
        "the": "el|la|los|las",
        "january": "enero",
        "february": "febrero",
        "march": "marzo",
        "april": "abril",
        "may": "mayo",
        "june": "junio",
        "july": "julio",
        "august": "agosto",
        "september": "septiembre",
        "october": "octubre",
        "november": "noviembre",
        "december": "diciembre",
    },
}
"""other words that the English side reads by itself: times, votes, channels; for languages that are understood"""

STATES: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "KR": "République de Corée",
        "KP": "République populaire démocratique de Corée|RPDC",
        "RU": "Fédération de Russie",
        "US": "États-Unis d'Amérique",
        "SY": "République arabe syrienne",
        "LA": "République démocratique populaire lao|RDP lao",
        "VN": "Viêt Nam",
        "MM": "Birmanie",
        "FM": "États fédérés de Micronésie|Micronésie",
        "AE": "Émirats",
        "IR": "République islamique d'Iran",
        "CD": "République démocratique du Congo|RDC",
        "CG": "République du Congo|Congo",
        "PS": "Palestine|État de Palestine",
        "VA": "Saint-Siège|Vatican",
        "GB": "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Grande-Bretagne",
        "CZ": "République tchèque",
        "MK": "Macédoine",
        "TZ": "République-Unie de Tanzanie",
        "BY": "Bélarus",
        "KG": "Kirghizstan|Kirghizistan",
        "UZ": "Ouzbékistan",
        "KZ": "Kazakhstan",
    },
    "es": {
        "KR": "República de Corea",
        "KP": "República Popular Democrática de Corea|RPDC",
        "RU": "Federación de Rusia|Federación Rusa",
        "US": "Estados Unidos de América|EE. UU.|EEUU|EE UU",
        "SY": "República Árabe Siria",
        "LA": "República Democrática Popular Lao",
        "VN": "Viet Nam",
        "MM": "Birmania",
        "FM": "Estados Federados de Micronesia",
        "IR": "República Islámica del Irán",
        "SA": "Arabia Saudita",
        "CG": "República del Congo",
        "PS": "Palestina|Estado de Palestina",
        "VA": "Santa Sede|Vaticano",
        "GB": "Gran Bretaña",
        "CZ": "República Checa",
        "KZ": "Kazajstán|Kazajistán",
        "KG": "Kirguistán",
        "MA": "Marruecos",
        "BH": "Bahrein|Bahréin",
        "ZW": "Zimbabwe",
        "BY": "Belarús",
    },
    "ru": {
        "RU": "Российская Федерация",
        "US": "США",
        "KP": "Северная Корея|КНДР",
        "KR": "Южная Корея",
        "SY": "Сирийская Арабская Республика",
        "AE": "Эмираты",
        "PS": "Палестина",
        "BY": "Белоруссия",
        "KG": "Кыргызстан",
        "MM": "Бирма",
    },
    "ar": {
        "RU": "الاتحاد الروسي",
        "US": "الولايات المتحدة الأمريكية",
        "PS": "فلسطين",
        "SY": "الجمهورية العربية السورية",
        "KR": "جمهورية كوريا",
        "SA": "السعودية",
        "AE": "الإمارات",
    },
    "zh": {
        "RU": "俄罗斯联邦",
        "US": "美利坚合众国",
        "KR": "大韩民国",
        "VN": "越南社会主义共和国",
        "PS": "巴勒斯坦",
        "AE": "阿联酋",
        "LA": "老挝人民民主共和国",
        "CD": "刚果民主共和国",
    },
}
"""names beside those of CLDR, by ISO 3166 code: those of the UN, and common short ones"""
SHARED: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {"Korea": "Corée"},
    "es": {"Korea": "Corea"},
    "ru": {"Korea": "Корея"},
    "ar": {"Korea": "كوريا"},
    "zh": {"Korea": "朝韩"},
}
"""names that several States share, with the English form of ``names.yaml``"""
PEOPLES: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "IN": "indien|indienne",
        "PK": "pakistanais|pakistanaise",
        "CN": "chinois|chinoise",
        "RU": "russe",
        "US": "américain|américaine",
        "CU": "cubain|cubaine",
        "EG": "égyptien|égyptienne",
        "MA": "marocain|marocaine",
        "IL": "israélien|israélienne",
        "IR": "iranien|iranienne",
        "LB": "libanais|libanaise",
    },
    "es": {
        "PK": "pakistaní",
        "CN": "chino",
        "RU": "ruso|rusa",
        "US": "estadounidense",
        "CU": "cubano|cubana",
        "EG": "egipcio|egipcia",
        "MA": "marroquí",
        "IL": "israelí",
        "IR": "iraní",
        "LB": "libanés|libanesa",
    },
}
"""adjectives for States whose statements are asked for most; only in a question in that language"""
NOT_ALONE: Final = frozenset({"maurice", "dominique", "suede", "georgie", "jordanie", "malte"})
"""names of States that are names of people or plain words in English: counted in their own language only"""
