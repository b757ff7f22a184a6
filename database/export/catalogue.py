"""dcat.jsonld: the record by which data portals list the atlas (DCAT-AP)."""

from database.export.about import DESCRIPTIONS, FORMATS, KEYWORDS, TITLES
from database.export.contents import Contents
from database.export.descriptor import first_day
from database.export.licences import BORDERS, DATA, Licence

AUTHORITY = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FILES = {
    "datapackage.json": ("CSV su aprašu", "CSV with its description", "CSV", "text/csv", DATA),
    "strategies.xlsx": ("Darbo knyga", "Workbook", "XLSX", FORMATS["xlsx"], DATA),
    "parquet/": ("Parquet", "Parquet", "PARQUET", FORMATS["parquet"], DATA),
    "vvg.geojson": ("VVG taškai", "VVGs as points", "GEOJSON", FORMATS["geojson"], DATA),
    "municipalities.geojson": (
        "Savivaldybių ribos",
        "Municipal borders",
        "GEOJSON",
        FORMATS["geojson"],
        BORDERS,
    ),
    "atlas.duckdb": ("Duomenų bazė", "Database", None, FORMATS["duckdb"], DATA),
}


def record(contents: Contents, address: str | None) -> dict[str, object]:
    """The record as JSON-LD. Addresses are those of the atlas, or relative to the record where it has none."""
    home = address.rstrip("/") if address else None
    first, last = contents.period
    dated = {}
    if contents.newest_source:
        day = {"@type": "xsd:date", "@value": first_day(contents.newest_source)}
        dated = {"dct:issued": day, "dct:modified": day}
    return {
        "@context": CONTEXT,
        "@id": home or "#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": contents.version,
        "dcat:version": contents.version,
        "dct:title": _said(TITLES["lt"], TITLES["en"]),
        "dct:description": _said(DESCRIPTIONS["lt"], DESCRIPTIONS["en"]),
        "dcat:keyword": list(KEYWORDS),
        "dcat:theme": {"@id": f"{AUTHORITY}/data-theme/REGI"},
        "dct:language": [{"@id": f"{AUTHORITY}/language/LIT"}, {"@id": f"{AUTHORITY}/language/ENG"}],
        "dct:publisher": {
            "@type": "foaf:Agent",
            "foaf:name": _said("VVG atlaso rengėjai", "The contributors to VVG atlasas"),
        },
        "dct:license": _licence(DATA),
        **dated,
        "dct:accrualPeriodicity": {"@id": f"{AUTHORITY}/frequency/IRREG"},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:gYear", "@value": str(first)},
            "dcat:endDate": {"@type": "xsd:gYear", "@value": str(last)},
        },
        "dct:spatial": {"@id": f"{AUTHORITY}/country/LTU"},
        **({"dcat:landingPage": {"@id": home}} if home else {}),
        "dcat:distribution": [_distribution(path, home, *about) for path, about in FILES.items()],
    }


def _distribution(
    path: str, home: str | None, lt: str, en: str, file_type: str | None, media_type: str, licence: Licence
) -> dict[str, object]:
    """One form of the data; on the server all of them lie in one zip, and the database beside it as well."""
    if home:
        served = "atlas.duckdb" if path == "atlas.duckdb" else "atlas.zip"
        where = {"dcat:accessURL": {"@id": home}, "dcat:downloadURL": {"@id": f"{home}/data/{served}"}}
    else:
        where = {"dcat:accessURL": {"@id": path}}
    form = {"dct:format": {"@id": f"{AUTHORITY}/file-type/{file_type}"}} if file_type else {}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _said(lt, en),
        **where,
        **form,
        "dcat:mediaType": media_type,
        "dct:license": _licence(licence),
    }


def _licence(licence: Licence) -> dict[str, str]:
    return {"@id": licence.address}


def _said(lt: str, en: str) -> list[dict[str, str]]:
    return [{"@language": "lt", "@value": lt}, {"@language": "en", "@value": en}]
