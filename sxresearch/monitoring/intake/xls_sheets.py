from sxresearch.monitoring.intake.sheets import Sheet


def xls_sheets(content: bytes, path: str):
    raise NotImplementedError
