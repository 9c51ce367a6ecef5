from sxresearch.monitoring.intake.sheets import Sheet


def html_sheets(content: bytes, path: str):
    raise NotImplementedError
