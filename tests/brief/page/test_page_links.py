"""Links between the pages of a run lead only to pages and places that there are."""

from sxresearch.brief.page.page_links import Page, linked, places_in

NAV = '<nav aria-label="索引"><ul>\n<li><a href="#answer">答案</a></li>\n</ul></nav>'
PAGES = {"140000": Page("140000.html", frozenset({"140000-women-a"}))}


def test_a_mark_becomes_a_link_to_the_place():
    html = '<a data-page="140000#140000-women-a">山西省</a>'
    expected = '<a data-page="140000#140000-women-a" href="140000.html#140000-women-a">山西省</a>'
    assert linked(html, PAGES) == expected


def test_a_place_that_there_is_not_leads_to_the_page():
    assert 'href="140000.html"' in linked('<a data-page="140000#nowhere">省</a>', PAGES)


def test_a_page_that_there_is_not_stays_words():
    assert linked('<a data-page="140200">大同市</a>', PAGES) == '<a data-page="140200">大同市</a>'


def test_a_second_time_changes_nothing_and_pages_that_went_lose_their_links():
    html = f'{NAV}<a data-page="140000">省</a>'
    once = linked(html, PAGES, [("index.html", "索引")])
    assert linked(once, PAGES, [("index.html", "索引")]) == once
    assert linked(once, {}, []) == html


def test_the_ways_out_stand_at_the_end_of_the_navigation_and_are_escaped():
    text = linked(NAV, {}, [("index.html", "索引"), ("140000.html", "<b>")])
    assert text.endswith(
        '<li class="elsewhere"><a href="index.html">索引</a></li>\n'
        '<li class="elsewhere"><a href="140000.html">&lt;b&gt;</a></li>\n</ul></nav>'
    )


def test_a_page_without_navigation_gets_none():
    assert linked("<main></main>", {}, [("index.html", "索引")]) == "<main></main>"


def test_places_are_the_ids():
    assert places_in('<svg id="a"><p id="b-c">') == {"a", "b-c"}
