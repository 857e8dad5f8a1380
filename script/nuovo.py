"""Lay an empty document: module, text, example, note, cases. Each thing left to write is marked `DA SCRIVERE`.

script/nuovo verbale-prova dlgs-148      # then: script/test -k verbale-prova
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

from docservice.law.regime import regimi
from docservice.modelli.catalogo import catalogo

ROOT = Path(__file__).resolve().parent.parent
MARK = "DA SCRIVERE"

MODULE = '''"""{mark}: che cosa è il documento, in inglese, con la sua fonte."""

from __future__ import annotations

from docservice.campi.fields import Giorno, Gruppo, Testo
from docservice.law.tratti import Tratto
from docservice.modelli.blocchi import Periodo
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione


class {name}(ConIntestazione):
    """Payload of `{slug}`."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    periodo = Gruppo(Periodo, required=True)
    # {mark}: gli altri campi, nell’ordine del modulo


MODELLO = Modello(
    id="{slug}",
    titolo="{mark}: il titolo",
    regime="{regime}",
    sezione="{section}",
    schema={name},
    # {mark}: che cosa è, un genere e gli altri tratti (docservice/law/tratti.py)
    tratti=frozenset[Tratto](),
)
'''

TEXT = """{{#- {mark}: da quale modulo viene -#}}
<document>
<title>{mark}: il titolo del documento</title>
<p>{{{{ luogo }}}}, {{{{ data }}}}</p>
<p>Periodo {{{{ dal(periodo.dal) }}}}{{{{ periodo.dal }}}} {{{{ al(periodo.al) }}}}{{{{ periodo.al }}}}.</p>
<p>{mark}: ciò che il documento dice</p>
<signatures>
<signature><role>{mark}: chi firma</role></signature>
</signatures>
</document>
"""

NOTE = """# {mark}: il titolo

{mark}: a che cosa serve, da quali fonti viene, che cosa ha di più o di meno del modulo.
"""

CASES = """# Worked cases of {slug}: {mark}: what the base is, and the hand arithmetic beside each case.
modello: {slug}
base: {base}
casi:
- nome: as it should be
  modifica: {{}}
  atteso: {{esito: conforme}}
# {mark}: a case on each side of every rule that binds it (tests/law/vincoli.csv says which)
"""

DAYS = {"deroga-2009": ("2009-06-22", "2009-07-01", "2009-10-31")}
"""A good day, and a period after it, by regime; those of the others are of today's law."""
TODAY = ("2024-09-02", "2024-09-09", "2024-12-08")


def lay(slug: str, of: str, section: str) -> list[Path]:
    """Write the files of an empty document; return them."""
    module = slug.replace("-", "_")
    day, first, last = DAYS.get(of, TODAY)
    base = {"luogo": "Milano", "data": day, "periodo": {"dal": first, "al": last}}
    words = {
        "mark": MARK,
        "slug": slug,
        "regime": of,
        "section": section,
        "name": "".join(map(str.capitalize, slug.split("-"))),
        "base": json.dumps(base),
    }
    home = ROOT / "templates" / section / slug
    package = ROOT / "docservice" / "modelli" / of.replace("-", "_") / "__init__.py"
    files = {} if package.exists() else {package: f'"""The documents of {of}."""\n'}
    files |= {
        ROOT / "docservice" / "modelli" / of.replace("-", "_") / f"{module}.py": MODULE.format(**words),
        home / "testo.xml": TEXT.format(**words),
        home / "esempio.json": json.dumps(base, ensure_ascii=False, indent=2) + "\n",
        home / "nota.md": NOTE.format(**words),
        ROOT / "tests" / "law" / "casi" / of / f"{slug}.yaml": CASES.format(**words),
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(files)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser("script/nuovo", description="Prepara un documento vuoto.")
    parser.add_argument("slug", help="l’id del documento, minuscolo, con trattini: verbale-prova")
    parser.add_argument("regime", choices=regimi(), help="il regime: un pacchetto di docservice/law che offre caso")
    parser.add_argument("--sezione", choices=("accordi", "verbali"), help="la cartella del testo (dal nome)")
    args = parser.parse_args()
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", args.slug):
        parser.error("l’id va scritto in lettere minuscole, cifre e trattini")
    if args.slug in catalogo():
        parser.error(f"{args.slug} c’è già")
    section = args.sezione or ("accordi" if args.slug.startswith("accordo") else "verbali")
    for path in lay(args.slug, args.regime, section):
        print(path.relative_to(ROOT))
    for generated in ("schemi", "vincoli"):
        subprocess.run([sys.executable, ROOT / "script" / generated], check=True)
    if not (ROOT / "schemas" / f"{args.slug}.schema.json").exists():
        parser.error(f"{args.slug} non è nel catalogo: il suo modulo non si trova o non ha MODELLO")
    print(f"\nschemas/ e tests/law/vincoli.csv sono riscritti. script/test -k {args.slug} dice che cosa manca.")


if __name__ == "__main__":
    main()
