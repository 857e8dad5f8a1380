"""The sample page of a portal: what a browser posts from it is judged and rendered."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html

from docservice import service
from docservice.api import BASE

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "portale.html"
PATH = f"{BASE}/modelli/accordo-d"


@pytest.mark.usefixtures("kept")
def test_its_form_is_taken_as_it_stands(client: FlaskClient) -> None:
    [form] = html.parse(PAGE).getroot().forms
    fields = [(name, (value or "").replace("\n", "\r\n")) for name, value in form.form_values()]
    calls = [form.action, *form.xpath(".//button/@formaction")]
    assert len(calls) == 4
    for call in calls:
        answer = client.post(call.partition(":8000")[2], data=_multi(fields), content_type="multipart/form-data")
        assert answer.status_code == 200, answer.text
    verdict = client.post(f"{PATH}/valida", data=_multi(fields)).json
    wanted = client.post(f"{PATH}/valida", json=service.esempio("accordo-d")).json
    assert verdict == wanted


def _multi(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def test_every_field_has_a_label() -> None:
    [form] = html.parse(PAGE).getroot().forms
    visible = form.xpath(".//input[not(@type='hidden')]|.//select|.//textarea")
    assert len(visible) > 80
    assert all(field.xpath("ancestor::label[normalize-space()]") for field in visible)


@pytest.mark.lungo
def test_a_browser_posts_it(serving, tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("manca chromium, dai pacchetti di Debian")
    with _hosted(tmp_path) as home, pytest.MonkeyPatch.context() as patch:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom"]
        command = [browser, *options, f"--user-data-dir={tmp_path / 'profilo'}", f"{home}/portale.html"]
        shown = {}
        for told in ("", home):
            patch.setenv("DOCSERVICE_PORTALI", told)
            with serving([sys.executable, "-m", "docservice"], ROOT) as port:
                send = "<script>document.forms[0].querySelector('button').click()</script></body>"
                page = PAGE.read_text().replace(":8000", f":{port}").replace("</body>", send)
                (tmp_path / "portale.html").write_text(page)
                shown[told] = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    assert re.search(r'"esito":\s*"conforme', shown[home]), shown[home][:2000]
    assert "altro-sito" in shown[""], shown[""][:2000]


@contextmanager
def _hosted(folder: Path) -> Iterator[str]:
    """Serve a folder as the site of a portal; give its address."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://localhost:{site.server_address[1]}"
        site.shutdown()
