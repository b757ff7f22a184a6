"""Single signs around a sum: whose it is not, that it is a share, a limit, a change, a rest, a sum per piece.

The patterns read text made even (`passages.even`): small letters without diacritics.
"""

import re

NOT_OURS = re.compile(
    r"strategij(?:u|oms)(?!\w)|(?<!\w)(?:salyje|salies|lietuvoje|visoje lietuvoje|lietuvai)(?!\w)"
    r"|(?<!\w)(?:kitoms|kitiems|kaimynams|kaimynin\w+)(?!\w)"
    r"|(?<!\w)(?:miestu|visos|visu|visoms) (?:\S+ ){0,5}?(?:vvg|vietos veiklos grup(?:es|iu"
    r"|ems))(?!\w)(?! ?\")|(?<!\w)(?:visoms|visu|kitoms|kitu|siu|siose|sios) (?:\w+ ){0,3}strategij(?:oms|u|ose)"
    r"|(?<![\w.-])[0-9]{1,3}(?:-\w{1,4})? (?:\w+ ){0,3}(?:vvg|vietos veiklos grup(?:es|iu|ems)|miest(?:u"
    r"|ams|uose|ai))(?!\w)"
    r"|(?<!\w)(?:visai lietuvai|lietuvos miest(?:ams|u)|salies (?:mastu|vvg|miest\w+)|visoje lietuvoje|visoje salyje)"
    r"|(?<!\w)(?:savivaldybems|regionams|vietos veiklos grupems)(?!\w)"
)
"""A sum of all strategies, groups or towns."""

NO_MONEY_OF_IT = re.compile(
    r"mokest(?:is|i|io|ui|iai)|atlygin|alg(?:a|os|u)(?!\w)|baud|premij|nuom|pensij|pajam|apyvart|pardav"
    r"|bilet|kain(?:a|os|uos)|ikain"
    r"|skol(?:a|os|u)(?!\w)|pvm|minimal\w+ menes|pasalp|draudim|uz val\w*|(?:eur\w*|€) per (?:menes|metus|diena|val)"
    r"|vienam (?:gyventojui|dalyviui|asmeniui)"
)

REFERS_BACK = re.compile(
    r"(?<!\w)(?:jai|jos (?:igyvendin|biudzet|finansav|vert|les|sum|reng|pareng|administr)\w*|siai|sios|jam"
    r"|jo (?:vert|biudzet"
    r"|sum|finansav|igyvendin)\w*|siam(?: tikslui)?|tam|sio|ja igyvendin\w+)(?!\w)"
)
REFERS = re.compile(
    REFERS_BACK.pattern + r"|(?<!\w)(?:kuriai|kurios|is viso|viso|bendra\w*|visa suma|visas biudzetas|biudzetas)(?!\w)"
)
"""A sentence that speaks of what the one before it named; `REFERS_BACK` also from a paragraph to the one above."""
REFERS_TO_MANY = re.compile(r"^\W*(?:jiems|visiems (?:jiems|siems)|jie)(?!\w)")
RECIPIENT = re.compile(
    r"(?<!\w)(?:(?:musu )?(?:miest(?:ui|as|o bendruomenei)|vvg|m?vvg|(?:vietos veiklos )?grupe(?:i)?|asociacija(?:i)?)"
    r"|mums|bendruomenei|\w{3,}(?:iskiai|iskiams|ieciai|ieciams|enai|enams))(?!\w)"
)
"""Who gets the money of the strategy: the town, its people, its group."""
OWN = re.compile(
    r"(?<!\w)(?:prisid\w+|pridej\w+|nuosav\w+|indel\w+|inas\w+|bendrafinansav\w+|kofinansav\w+"
    r"|privac\w+ les\w+|savivaldyb\w+ (?:biudzet\w+ )?les\w+)"
)
VALUE = re.compile(
    r"(?<!\w)(?:vert(?:e|es|es\w)(?!in)(?!\w)|bendr(?:a|as|oji"
    r"|asis) (?:(?!strategijos)\S+ ){0,3}?(?:biudzetas|islaidu suma|islaidos|kaina|projekto suma"
    r"|strategijos suma|projektu suma)"
    r"|bendra suma|visa suma|tinkam\w+ (?:finansuoti )?islaid\w+(?: suma)?)"
)
VALUE_AFTER = re.compile(r"^[^,;]{0,40} vertes projekt\w+")
MONEY = re.compile(
    r"(?<!\w)(?:finansav\w+|finansuo\w+|biudzet\w+|sum(?:a|os|ai|u)|les(?:os|u|omis|oms|as)|param(?:a|os"
    r"|ai)|islaid\w+|investicij\w+|subsidij\w+)(?!\w)"
)
"""A word of money, without which a sum beside a project is the price of something."""
GOES_ON = re.compile(
    r"^\W*(?:prie (?:ju|jos|to|siu lesu|sios sumos)(?!\w)|is (?:ju|jos|kuriu|sios|siu)|(?:\S+ ){0,6}?(?:les(?:os"
    r"|u|omis)|fond(?:o|as)|biudzet(?:o|as)"
    r"|indel\w+|prisid\w+|finansavimas|dalis)(?!\w)|likusi|likusios|dar |taip pat)"
)
"""A sentence that tells the parts of the sum before it."""
CHANGED_FROM = re.compile(r"(?<!\w)nuo\W*$")
CHANGED_TO = re.compile(r"(?<!\w)iki\W*$")
UNUSED = re.compile(
    r"(?<!\w)(?:nepanaudot\w+|neisisavint\w+|sutaupyt\w+|liku(?:tis|cio|ti|ciai|ciu)|nepaskirstyt\w+)(?!\w)"
)
LIMIT = re.compile(
    r"didziaus\w+ (?:galim\w+ )?(?:\S+ ){0,6}?(?:sum|dyd|param|verte)\w*|maksimal\w+ (?:\S+ ){0,5}?(?:sum"
    r"|dyd|param|verte)\w*"
    r"|vienam projektui|vieno projekto|projektui (?:\S+ ){0,4}?(?:ne daugiau|iki)"
    r"|projektams (?:\S+ ){0,3}?(?:ne daugiau|iki)|projekto (?:sum|finans)\w+ (?:\S+ ){0,3}?(?:ne daugiau|iki|negali)"
)
EACH = re.compile(r"(?<!\w)(?:po|vidutin\w+ (?:\S+ ){0,5}?)\W*$|(?<!\w)vidutin\w+")
GOAL = re.compile(r"(?<!\w)(?:tiksl(?:ui|o|ams)|uzdavin(?:iui|io|iams|ys)|prioritet(?:ui|o))(?!\w)")
SUPPORT = re.compile(r"(?<!\w)(?:param(?:a|os)|finansavimas|subsidija|es les\w+)(?!\w)")
LEAST = re.compile(r"(?<!\w)(?:maziausi\w+|minimal\w+|bent)(?!\w)[^,;]*$")
ONLY_MONEY = re.compile(
    r"\W*(?:strategijos )?(?:skirtos )?(?:les(?:os|u)|finansavim(?:as|o)|biudzet(?:as|o)|finansinis"
    r"|finansai)(?: \w+)?(?: planas| paskirstymas| saltiniai)?\W*"
)
"""A heading that says nothing but that money follows."""
ANY_PROJECT = re.compile(
    r"(?:vien|kiekvien)\w+ (?:vietos )?(?:pletros )?projekt\w+|projekt(?:o|u) (?:\S+ ){0,3}?(?:gal\w+"
    r"|negali)|gal(?:i|es|ejo) (?:buti|siekti|svyruoti)"
)
GIVEN_TO = re.compile(
    r"(?<!\w)(?:strategijai|igyvendinti|igyvendinimui|administravimui|parengimui|projektui|kvietimui)\W*$"
)
"""The receiver right before a sum: "Strategijai – 5 000 Eur"."""
PLANNED_CHANGE = re.compile(r"(?<!\w)(?:(?:pa)?didin|(?:su)?mazin)(?:ti|ama\w*|amas|amos)(?!\w)")
LABEL = re.compile(
    r"\W*(?:(?!projekt)\w+\W+){0,3}?(?:suma|lesos|lesu|biudzetas|finansavimas|verte|islaidos"
    r"|param[ao]s?)(?: \w+){0,3}? ?(?:\((?:eur|eurais)\))?"
    r"(?: (?:is viso|sudaro|siekia|yra|buvo|eur))?\W*"
)
"""The words before a sum that are only its name: "Bendra suma –", "Lėšos:"."""
OWN_SHARE = re.compile(
    r"nuosav\w+ (?:indel|inas|les|prisid)\w*|prisid(?:eti|ejim|es|edam)\w*|bendrafinansav\w+|kofinansav\w+"
)
_MONEY_STEM = r"(?:finansav|sum|biudzet|les|param|asignav)\w*"
CHANGE = re.compile(
    rf"(?<!\w)papildom\w+|(?<!\w)papildy\w+|(?<!\w){_MONEY_STEM} (?:\S+ ){{0,3}}?(?:pa|su)?(?:didin|mazin)\w+"
    rf"|(?<!\w)(?:pa|su)?(?:didin|mazin)\w+ (?:\S+ ){{0,4}}?{_MONEY_STEM}|(?<!\w)(?:padidin|sumazin)\w+\W*$"
    rf"|(?<!\w)(?:perkelt|perskirst)\w+"
)
CHANGED_BY_NOW = re.compile(r"(?<!\w)(?:padidint|sumazint|padidin|sumazin)\w*")
CHANGE_AFTER = re.compile(r"^\W*(?:\S+ ){0,2}(?:padidin|didin|sumazin|mazin)\w+")
SHARE = re.compile(r"(?<![0-9.,])[0-9]{1,2}(?:[.,][0-9]{1,2})? ?(?:%|proc)")
PART = re.compile(r"(?<!\w)is (?:ju|jos|kuriu|kurios|sios sumos|siu lesu|sio)(?!\w)|(?<!\w)dalis(?!\w)")
