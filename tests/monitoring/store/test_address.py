"""Addresses of stores, and what is none."""

import pytest

from sxresearch.errors import BadParameter
from sxresearch.monitoring.store.address import StoreAddress, is_address

SECRET = "Hunter-2-secret"


@pytest.mark.parametrize(
    "text",
    [
        "sqlite:///store.sqlite", "sqlite:////tmp/store.sqlite", "postgresql+psycopg://keeper@127.0.0.1:5433/women",
        "postgresql+psycopg:///?service=shanxi", "postgresql+psycopg://keeper@db/women?sslmode=require",
    ],
)  # fmt: skip
def test_addresses(text):
    assert is_address(text)
    assert str(StoreAddress.of(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "postgresql+psycopg://keeper:{}@127.0.0.1/women", "postgresql+psycopg://keeper@127.0.0.1/women?password={}",
        "postgresql+psycopg://127.0.0.1/women?user=keeper&PASSWORD={}", "sqlite://x:{}@/store.sqlite",
        "postgresql+psycopg:///women?passfile={}", "postgresql+psycopg:///women?sslpassword={}",
    ],
)  # fmt: skip
def test_an_address_with_a_password_is_refused_and_not_repeated(text):
    with pytest.raises(BadParameter) as refusal:
        StoreAddress.of(text.format(SECRET))
    assert "PGPASSWORD" in str(refusal.value)
    assert SECRET not in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "mysql://x/y", "sqlite://", "sqlite:///:memory:", "sqlite:///a?mode=ro", "postgresql://x/y", "oracle+x://y", "://",
        "postgresql+psycopg://h/db?options=-csearch_path=evil", "postgresql+psycopg://h:port/db", "file:///etc/passwd",
        "sqlite:///x?cache=shared&uri=true", "postgresql+psycopg://h/db?application_name='; DROP TABLE figure; --",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises(BadParameter):
        StoreAddress.of(text)


def test_a_path_is_no_address():
    assert not any(is_address(text) for text in ("data/demo", "C:\\data", "./figures.csv", "figures://".strip(":/")))


def test_what_looks_like_a_password_in_a_broken_address_is_not_repeated():
    with pytest.raises(BadParameter) as refusal:
        StoreAddress.of(f"postgresql+psycopg://keeper:{SECRET}@host:none/women")
    assert SECRET not in str(refusal.value)
