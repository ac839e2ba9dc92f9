"""What the server keeps of a window does not grow with every answer."""

from __future__ import annotations

from pathlib import Path

import httpx
from support import CORPUS
from ui_support import serving

ASKED = ("How many people does Huawei employ?", "Who signed for PolyU?", "When was it signed?")

# Serves, and says at /ui/kept.js how often the only window's document is kept, and how many
# components.
SERVE = """
from pr_assistant.settings import load
from pr_assistant.ui import launch, server
from starlette.responses import JSONResponse
from starlette.routing import Route

made = server._application

def application(blocks, tools):
    app, pages = made(blocks, tools)
    def kept(request):
        (state,) = blocks.state_holder.session_data.values()
        values = (str(one["props"].get("value")) for one in state.config_values.values())
        documents = sum("Text of the release" in value for value in values)
        return JSONResponse([documents, len(state.blocks_config.blocks)])
    app.router.routes.insert(0, Route("/ui/kept.js", kept))
    return app, pages

server._application = application
launch.launch(load())
"""


def test_answers_leave_nothing_behind_but_the_conversation(
    index_folder: Path, tmp_path: Path
) -> None:
    with serving(CORPUS, index_folder, tmp_path / "log", SERVE) as server:
        client = httpx.Client(base_url=server.url, timeout=60)
        config = client.get("/config").json()
        ask = next(d for d in config["dependencies"] if d["api_name"] == "page_ask")
        kept = []
        for question in ASKED * 2:
            data = [question, *[None] * (len(ask["inputs"]) - 1)]
            body = {"data": data, "fn_index": ask["id"], "session_hash": "one"}
            assert client.post("/gradio_api/queue/join", json=body).status_code == 200
            stream = client.get("/gradio_api/queue/data", params={"session_hash": "one"}).text
            assert '"success":true' in stream
            kept.append(client.get("/ui/kept.js").json())
        assert kept == [kept[0]] * len(kept)
        assert kept[0][0] == 1
