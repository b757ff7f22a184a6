"""Words that tell of an event, and those that only bear a date. The patterns read text made even (`passages.even`)."""

import re

HAPPENED = re.compile(
    r"(?<!\w)(?:isteig\w+|ikur(?:t|e|\w{0,2}s)\w*|iregistr\w+|steigiam\w+|pasiras\w+|pristat(?:y|o|e"
    r"|om)\w*|pristatym\w+|patvirtin\w+|patikslin\w+|pritar\w+|nutar\w+|nusprend\w+"
    r"|igyvendin(?:a|ama|ta|o)\w* nuo|vyk(?:o|s|sta|us\w*)|ivyk\w+|sureng\w+|susirinkim\w+|susitikim\w+"
    r"|susitik\w+|konferencij\w+"
    r"|forum\w+|seminar\w+|diskusij\w+|mokym(?:ai|u|uose|us)|posed\w+"
    r"|pasitarim\w+|rengin(?:ys|yje|io|iai|iu)|apklaus\w+|prades\w+|prade(?:t|j|da|d)\w*|pradzi\w+"
    r"|prasid\w+|startav\w+|startuo\w+|baig(?:t|e|si|ia|s|iam)\w*|uzbaig\w+|pabaig\w+"
    r"|pateik(?:t|e|ti)\w*|teikti|paskelb\w+|skelbiam\w+|isleist\w+|parengt\w+|parenge|rengt(?:as|a)"
    r"|atidary\w+|isigalio\w+|pakviet\w+|kvieciam\w+|kvies\w+|itrauk\w+|skyre"
    r"|pakeist\w+|inicijuo\w+|isrink\w+|aptar\w+|terminas|lauki\w+|priimam\w+|dalyvav\w+|svarst\w+"
    r"|apsilank\w+|iteik\w+|gav(?:o|us)|siust\w*|siusk\w+|siulyti|igyvendinama|vertinim(?:as|o)|atlikt\w+)(?!\w)"
)
NOT_EVENT = re.compile(
    r"(?<!\w)(?:paskelbta|atnaujinta|publikuota|sukurta|puslapis atnaujintas"
    r"|paskutini kart\w* (?:atnaujint|redaguot)\w*|ikelta|data)\W*$|vadovauja\w+|vadovaudam\w+"
    r"|aktuali redakcija|redakcija|gyventoju skaicius|duomenimis|gime|prisijung|duomenu agentur\w+"
    r"|statistikos departament\w+"
)
RULES = re.compile(
    r"(?:taisykl|apras|tvark|metodik|program)\w* (?:\S+ ){0,6}?(?:patvirtint|nustatyt)\w+"
    r"|(?<!\w)vadovaudam\w+|(?:isakym|nutarim|istatym"
    r"|sprendim)\w* (?:\S+ ){0,3}(?:nr\.? ?\S+ )?(?:\S+ ){0,3}?(?:patvirtint"
    r"|nustatyt)\w+ (?:\S+ ){0,8}(?:taisykl|apras|tvark|program|metodik)"
)
SUBJECT = re.compile(
    r"strateg|(?<!\w)m?vvg|grup|bendruomen|projekt|kvietim|pasiulym|paraisk|administrav|sutart|susirinkim"
    r"|renginy|seminar|apklaus|konferenc|forum|savanor"
    r"|asociacij|valdyb|taryb|pastab|gyventoj|nariai|nariu|susitikim|mokym|diskusij|posed|idej|vertinim"
)
