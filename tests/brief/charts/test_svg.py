"""From a file to an inline drawing."""

from sxresearch.brief.charts.svg import inline

DRAWING = b"""<?xml version="1.0"?>
<svg xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" width="10pt" viewBox="0 0 10 10">
 <defs><style type="text/css">*{stroke-linecap: butt}</style></defs>
 <g id="figure_1"><defs><path id="m1" d="M 1.123456 2.5"/></defs>
 <g clip-path="url(#p1)"><use xlink:href="#m1" x="1"/></g></g>
 <defs><clipPath id="p1"><rect x="0.999999"/></clipPath></defs><text>5 &lt; 6</text></svg>"""


def test_ids_addresses_and_long_numbers_are_gone():
    text = inline(DRAWING, identifier="a", title="<script>", description="finding")
    assert text == (
        '<svg viewBox="0 0 10 10" role="img" aria-labelledby="a-title a-desc">'
        '<title id="a-title">&lt;script&gt;</title>'
        '<desc id="a-desc">finding</desc><defs /><g><defs><path d="M 1.12 2.5" id="a-1" /></defs>'
        '<g clip-path="url(#a-0)"><use x="1" href="#a-1" /></g></g>'
        '<defs><clipPath id="a-0"><rect x="0.99" /></clipPath></defs><text>5 &lt; 6</text></svg>'
    )


def test_points_at_the_upper_edge_can_be_left_out():
    text = inline(DRAWING, identifier="a", title="t", description="d", crop=2.5)
    assert 'viewBox="0 2.5 10 7.5"' in text
