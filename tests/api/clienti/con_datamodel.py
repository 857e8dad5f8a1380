"""Call every path with the classes that datamodel-code-generator made in `classi.py`: run by its own Python.

What is sent is read by a class and written by it; what comes is read by the class of the answer.
"""

import importlib
import json
import sys
from pathlib import Path

import httpx

sys.path.insert(0, ".")
classi = importlib.import_module("classi")
FORM = {"Modulo": "data", "Parti": "files"}
lotto = ""
for call in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
    url = sys.argv[1] + call["path"].replace("{lotto}", lotto)
    sent = []
    for name, body in call.get("bodies", {}).items():
        of = getattr(classi, name)
        if name.endswith("Modulo"):
            form = of.model_validate(body).model_dump(mode="json", by_alias=True, exclude_unset=True)
            sent.append({"data": form})
        elif name.endswith("Parti"):
            form = of.model_validate(body).model_dump(mode="json", by_alias=True, exclude_unset=True)
            sent.append({"files": {one: (None, value) for one, value in form.items()}})
        else:
            written = of.model_validate(body).model_dump_json(by_alias=True, exclude_unset=True)
            sent.append({"content": written, "headers": {"Content-Type": "application/json"}})
    if "file" in call:
        sent.append({"data": call["fields"], "files": {"file": ("t.csv", call["file"].encode())}})
    statuses = []
    for options in sent or [{}]:
        if "accept" in call:
            options.setdefault("headers", {})["Accept"] = call["accept"]
        answer = httpx.request(call["method"], url, timeout=60, **options)
        statuses.append(answer.status_code)
        read = call["answers"].get(str(answer.status_code))
        if read and answer.headers.get("Content-Type") == "application/json":
            getattr(classi, read).model_validate_json(answer.content)
        if call["path"] == "/lotti":
            lotto = answer.json()["id"]
    print(call["method"], call["path"], *statuses)  # noqa: T201
