"""The terms of use, as a page of a few lines: what may be asked, what is kept, what nobody promises."""

from __future__ import annotations

CONDIZIONI = """<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<title>docservice – condizioni d’uso</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<main>
<h1>Condizioni d’uso</h1>
<p>Il servizio verifica i dati di accordi, verbali e moduli sindacali e ne fa documenti. Il giudizio cita le fonti da
cui viene: non è un parere legale, e chi firma un documento risponde di ciò che vi è scritto.</p>
<p>Dei dati inviati con una verifica, un calcolo o un documento non si conserva nulla. Un lotto (la tabella inviata, i
documenti, i loro dati) si conserva sette giorni, o finché chi lo ha inviato lo cancella. Nel registro del servizio non
entrano né i dati né gli indirizzi che ne contengono.</p>
<p>Chi può usare questo servizio, e con quali orari e limiti, lo decide chi lo gestisce. Il programma è distribuito con
la licenza EUPL-1.2, senza garanzie.</p>
<p><a href="../docs">Le chiamate</a></p>
</main>
</body>
</html>
"""
