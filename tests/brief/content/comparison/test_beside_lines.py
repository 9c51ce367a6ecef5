"""What a small chart shows beside a region: a region of every level that has peers."""

import pytest

from sxresearch.language import say
from sxresearch.terms import Language, Level

WITH_PEERS = [level for level in Level if level is not Level.NATION]


@pytest.mark.parametrize("level", WITH_PEERS)
@pytest.mark.parametrize("language", list(Language))
def test_peers_of_every_level_have_a_name(level: Level, language: Language):
    """Where a region list holds several provinces each has peers, too."""
    assert "1.2" in say(f"brief-panel-peers-{level.value}", language, low="1.2", high="3.4")
