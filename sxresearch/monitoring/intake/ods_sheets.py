from sxresearch.monitoring.intake.sheets import Sheet


def ods_sheets(content: bytes, path: str):
    raise NotImplementedError
