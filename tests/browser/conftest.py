"""A real Chromium, in Chinese, that notices every complaint of the page it shows."""

import os
import shutil

import pytest
from django.utils.translation import gettext as _

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 30_000  # milliseconds
PASSWORD = "only-in-this-test-7"
# Playwright keeps an event loop running in this thread; Django must not take that for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)
            # A fault fails twice; a machine that was busy does not. What was walked twice is named.
            item.add_marker(pytest.mark.flaky(reruns=1))
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium():
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium fonts-noto-cjk")
    playwright = pytest.importorskip("playwright.sync_api")
    # A busy machine is no reason to fail.
    playwright.expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as driver:
        # It visits nothing but our own pages, and as root it cannot have a sandbox.
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, live_server):
    """visit() is a reader's browser window, visit(user) one in which the user has logged in."""
    contexts, complaints = [], []

    def open_window(user=None, path="/", **options):
        context = chromium.new_context(
            base_url=live_server.url,
            locale="zh-CN",
            **{"viewport": {"width": 1280, "height": 900}} | options,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        window = context.new_page()
        listen(window, live_server.url, complaints)
        if user is None:
            window.goto(path)
        else:
            log_in(window, user, path)
        return window

    # A test that provokes an answer like 409 takes the browser's note of it away again.
    open_window.complaints = complaints
    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


def listen(window, site, complaints):
    """Scripts that fail, policies that are broken, files that lack, strangers that are called."""

    def note(message):
        if message.type == "error":
            complaints.append(f"{message.location['url']}: {message.text}")

    def watch(request):
        if not request.url.startswith((site, "data:", "blob:")):
            complaints.append(f"asked {request.url}")

    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on("console", note)
    window.on("request", watch)


def log_in(window, user, path):
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    window.goto(f"/login/?next={path}")
    give_login(window, user)


def give_login(window, user):
    """On the login page, where the user's password is PASSWORD already."""
    window.get_by_label(_("username")).fill(user.username)
    window.get_by_label(_("Password"), exact=False).fill(PASSWORD)
    window.get_by_role("button", name=_("Log in"), exact=True).click()
    window.wait_for_url(lambda url: "/login/" not in url)
