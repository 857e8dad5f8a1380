"""Call every path with the client that openapi-python-client made in the folder: run by its own Python.

`python con_openapi_python_client.py http://localhost:8000/rest/accordi/v1 calls.json` prints a line for each call.
"""

import importlib
import json
import pkgutil
import sys
import typing
from io import BytesIO
from pathlib import Path

sys.path.insert(0, ".")
for module in pkgutil.walk_packages(importlib.import_module("cliente").__path__, "cliente."):
    importlib.import_module(module.name)
plain = importlib.import_module("cliente").Client(base_url=sys.argv[1])
File = importlib.import_module("cliente.types").File
lotto = ""
for call in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
    made = importlib.import_module(f"cliente.api.{call['tag'].replace('-', '_')}.{call['id']}").sync_detailed
    told = typing.get_type_hints(made)
    classes = {one.__name__: one for one in typing.get_args(told.get("body")) or [told.get("body")] if one}
    arguments: dict[str, typing.Any] = {"lotto": lotto} if "{lotto}" in call["path"] else {}
    client = plain.with_headers({"Accept": call["accept"]} if "accept" in call else {})
    statuses = []
    if "file" in call:
        [body] = classes.values()
        kinds = typing.get_type_hints(body)
        fields = {
            name: kinds[name](value) if isinstance(kinds[name], type) else value
            for name, value in call["fields"].items()
        }
        arguments["body"] = body(**fields, file=File(payload=BytesIO(call["file"].encode()), file_name="t.csv"))
    for name, body in call.get("bodies", {}).items():
        statuses.append(made(client=client, body=classes[name].from_dict(body)).status_code)
    if not statuses:
        answer = made(client=client, **arguments)
        statuses.append(answer.status_code)
        if call["path"] == "/lotti":
            lotto = json.loads(answer.content)["id"]
    print(call["method"], call["path"], *map(int, statuses))  # noqa: T201
