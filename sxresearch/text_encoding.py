"""Text files as offices save them: UTF-8, with or without a byte order mark, or the Chinese national encoding."""

ENCODINGS = ("utf-8-sig", "gb18030")


def decoded(content: bytes) -> str | None:
    """The text of a file, none where it is in no encoding known here."""
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
