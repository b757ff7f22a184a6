"""Invented names, long as real ones are, each of which says that it is invented."""

from random import Random

KINDS = (
    "Aukštoji", "Žemoji", "Senoji", "Naujoji", "Didžioji", "Mažoji", "Baltoji", "Juodoji", "Žalioji", "Ilgoji",
    "Gražioji", "Tolimoji", "Artimoji", "Šiaurinė", "Rytinė", "Pietinė", "Vakarinė", "Viršutinė", "Vidurinė",
    "Apatinė", "Linksmoji", "Ramioji", "Šaltoji", "Saulėtoji",
)  # fmt: skip
ROOTS = (
    "Kregžd", "Vievers", "Ąžuol", "Žvirbl", "Šermukšn", "Egl", "Klev", "Alksn", "Berž", "Uosi", "Lakštingal", "Gegut",
    "Smilg", "Varnėn", "Gerv",
)  # fmt: skip
ENDINGS = ("ynė", "upė", "kalnė", "ežerė", "vietė")

DOES = ("Mažinti", "Didinti", "Gerinti", "Skatinti", "Stiprinti", "Plėtoti", "Palaikyti", "Užtikrinti")
WHAT = (
    "socialinę įtrauktį", "gyventojų užimtumą", "pradedančiųjų verslumą", "socialinių paslaugų prieinamumą",
    "savanorišką veiklą", "bendruomenių ir verslo bendradarbiavimą", "jaunimo įgūdžius", "senjorų įsitraukimą",
)  # fmt: skip
WHERE = (
    "atokiausiuose miesto kvartaluose", "visame mieste ir jo prieigose", "bendruomenės namuose ir mokyklose",
    "kartu su vietos verslu, savivaldybe ir nevyriausybinėmis organizacijomis", "nuotoliniu būdu",
)  # fmt: skip


def town(number: int) -> str:
    """The name of the invented town of this number; no two are the same.

    >>> town(0), town(1800)
    ('Išgalvota Aukštoji Kregždynė', 'Išgalvota Aukštoji Kregždynė II')
    """
    lap, at = divmod(number, len(KINDS) * len(ROOTS) * len(ENDINGS))
    place, kind = divmod(at, len(KINDS))
    ending, root = divmod(place, len(ROOTS))
    name = f"Išgalvota {KINDS[kind]} {ROOTS[root]}{ENDINGS[ending]}"
    return f"{name} {'I' * (lap + 1)}" if lap else name


def group(number: int) -> str:
    """The name of the VVG of that town."""
    return f"{town(number)}: išgalvota miesto bendruomenės, verslo ir savivaldos vietos veiklos grupė"


def deed(random: Random, number: int) -> str:
    """The title of a goal, measure or project; its number makes it unlike the others of its strategy."""
    return f"{random.choice(DOES)} {random.choice(WHAT)} {random.choice(WHERE)} (išgalvota, {number})"
