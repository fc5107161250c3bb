"""The web application: every address on one screen."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from web import operations, results
from web.api.app import create_api, create_open311
from web.board import case, now, readers, signals, tasks
from web.board import cases as board_cases
from web.board.catalogue import deadlines as recounting
from web.board.catalogue import forms, history, lists
from web.board.figures import departments, hours, subjects, trends
from web.board.known import Known
from web.chat import deleting, devices, events, files, pages, posting, printout, writing
from web.desk import acting, cases
from web.errors import Refused, problem
from web.guard import Guard
from web.html import STATIC
from web.ports import Ports
from web.sessions import usual_limits

ROUTES: list[BaseRoute] = [
    Route("/", pages.start),
    Route("/chat/link", pages.link, methods=["POST"]),
    Route("/chat/link/end", pages.end_links, methods=["POST"]),
    Route("/chat/cases/{code}", printout.show),
    Route("/chat/delete", deleting.delete, methods=["GET", "POST"]),
    Route("/chat/r/{secret}", pages.resume, methods=["GET", "POST"]),
    Route("/desk/join", pages.join, methods=["POST"]),
    Route("/desk/cases", cases.list_open),
    Route("/desk/cases/{code}", cases.show),
    Route("/desk/cases/{code}/act", acting.act, methods=["POST"]),
    Route("/try/{room}/cases", cases.list_open),
    Route("/try/{room}/cases/{code}", cases.show),
    Route("/try/{room}/cases/{code}/act", acting.act, methods=["POST"]),
    Route("/stop/{room}", writing.stop, methods=["POST"]),
    Route("/typing/{room}", writing.type_, methods=["POST"]),
    Route("/ket-qua", results.show),
    Route("/try", pages.choose),
    Route("/try/{room}", pages.room),
    Route("/clock", pages.push_clock, methods=["POST"]),
    Route("/post/{room}", posting.post, methods=["POST"]),
    Route("/tap/{room}", posting.tap, methods=["POST"]),
    Route("/leave/{room}", pages.leave, methods=["POST"]),
    Route("/sessions/{room}", devices.show),
    Route("/sessions/{room}/end", devices.end, methods=["POST"]),
    Route("/events/{room}", events.listen),
    Route("/files/{room}/{message}/{index}", files.show),
    Route("/sent/{number}/{until}/{signature}/{name}", files.show_linked),
    Route("/board", now.page),
    Route("/board/in/{secret}", readers.link, methods=["GET", "POST"]),
    Route("/board/enter", readers.from_desk, methods=["POST"]),
    Route("/board/leave", readers.leave, methods=["POST"]),
    Route("/board/cases", board_cases.page),
    Route("/board/cases/{code}", case.page),
    Route("/board/trends", trends.page),
    Route("/board/departments", departments.page),
    Route("/board/topics", subjects.topics),
    Route("/board/places", subjects.places),
    Route("/board/hours", hours.page),
    Route("/board/signals", signals.page),
    Route("/board/tasks", tasks.page),
    Route("/board/catalogue", lists.page),
    Route("/board/catalogue/changes", history.page),
    Route("/board/catalogue/deadlines", recounting.page, methods=["GET", "POST"]),
    Route("/board/catalogue/{name}", lists.page),
    Route("/board/catalogue/{name}/edit", forms.edit, methods=["GET", "POST"]),
    Route("/webhooks/{name}", operations.webhook, methods=["GET", "POST"]),
    Route("/healthz", operations.alive),
    Route("/readyz", operations.ready),
    Route("/metrics", operations.metrics),
    Mount("/static", StaticFiles(directory=STATIC)),
    Route("/{room}", pages.room),
]


def create_app(ports: Ports) -> FastAPI:
    """The application, ready to serve; it starts and stops nothing of its own."""
    app = FastAPI(
        routes=ROUTES,
        openapi_url=None,
        middleware=[Middleware(Guard, ports=ports)],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    # before the page's own addresses, the last of which takes any
    app.router.routes[:0] = [Mount("/api/v1", create_api(ports)), Mount("/open311/v2", create_open311(ports))]
    app.state.ports = ports
    app.state.limits = usual_limits()
    app.state.known = Known()
    return app


async def _refused(request: Request, error: Exception) -> Response:
    """404, 413 and their like as a page a person can read."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return problem(request, status, error.key if isinstance(error, Refused) else "")


async def _failed(request: Request, _error: Exception) -> Response:
    """Something of ours broke; the server logs the traceback, the person sees none of it."""
    return problem(request, 500)
