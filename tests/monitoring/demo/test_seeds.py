from sxresearch.monitoring.demo.seeds import generator


def test_same_name_same_chance():
    assert generator("140100", "a").integers(1_000_000) == generator("140100", "a").integers(1_000_000)


def test_other_name_other_chance():
    assert generator("140100", "a").integers(1_000_000) != generator("140100", "b").integers(1_000_000)
    assert generator("1", "2").integers(1_000_000) != generator("12").integers(1_000_000)
