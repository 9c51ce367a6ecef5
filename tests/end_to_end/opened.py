"""A page as a reader's browser shows it, and what it complains about or asks for."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Dialog, Page


@dataclass
class Opened:
    """A page in the browser and everything it complained about or asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        page = self.page
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url[:200]}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", self._refuse)

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def show(self, path: Path) -> Page:
        """Open a file and wait until all of it has loaded, fonts included."""
        self.page.goto(path.as_uri(), wait_until="load")
        self.page.evaluate("document.fonts.ready")
        return self.page

    @property
    def outside(self) -> list[str]:
        """Requests that left the machine."""
        return [url for url in self.requests if not url.startswith(("file:", "data:"))]

    def violations(self, axe: str) -> list[str]:
        """What axe-core finds serious or critical, one line per rule: impact, rule, and the first place."""
        self.page.evaluate(f"{axe};0")
        found = self.page.evaluate("axe.run(document)")
        assert len(found["passes"]) > 15  # it has looked
        return [
            f"{item['impact']} {item['id']}: {item['nodes'][0]['html'][:120]}"
            for item in found["violations"]
            if item["impact"] in ("serious", "critical")
        ]
