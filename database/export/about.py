"""What the open data are called, and what each of their files is, in both languages."""

NAME = "vvg-atlasas"
TITLES = {"lt": "VVG atlasas", "en": "VVG atlas"}
DESCRIPTIONS = {
    "lt": (
        "Lietuvos miestų vietos veiklos grupių vietos plėtros strategijos: lėšos, tikslai, priemonės, tikslinės grupės "
        "ir rodikliai – kiekvienas skaičius su šaltiniu."
    ),
    "en": (
        "Local development strategies of the city local action groups of Lithuania: money, goals, measures, target "
        "groups and indicators, each figure with its source."
    ),
}
KEYWORDS = ("VVG", "BIVP", "CLLD", "vietos plėtros strategija", "local development strategy", "ESF", "ERPF")
POINTS = {"lt": "VVG taškai su pagrindiniais rodikliais", "en": "VVGs as points with their key figures"}
BORDER_TITLES = {
    "lt": "Apibendrintos savivaldybių ribos: tik piešti, plotai neskaičiuojami",
    "en": "Generalised borders of the municipalities: for drawing only, never for areas",
}
WORKBOOK = {"lt": "Darbo knyga su pagrindinėmis lentelėmis", "en": "Workbook of the main tables"}
DATABASE = {"lt": "Visa duomenų bazė (DuckDB)", "en": "The whole database (DuckDB)"}

FORMATS = {
    "geojson": "application/geo+json",
    "duckdb": "application/vnd.duckdb",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
