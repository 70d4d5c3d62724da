# ruff: noqa: INP001 - a script, in no package
"""Makes the picture of the report that the README shows: `python docs/picture.py`, with Chromium installed.

It cleans the samples into a folder that is thrown away, opens the report, and takes the picture of one document.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from ingest.config import Config
from ingest.run import run_folder

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "report.png"
DOCUMENT = "wiki%2Fharbour-bridge.md"


def main() -> None:
    """Make the picture, or say what is missing."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium on this machine: `make programs` installs it")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        summary = run_folder(ROOT / "raw", Path(folder) / "clean", Config(), jobs=1)
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, device_scale_factor=1.5, color_scheme="light")
        page.goto(f"{Path(summary.report).as_uri()}#/doc/{DOCUMENT}")
        page.locator("main del").first.wait_for()
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
