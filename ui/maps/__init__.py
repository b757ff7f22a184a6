"""Maps of the municipalities and the local action groups, drawn as SVG from the atlas's own borders.

borders: the geometry. measures: what can be mapped. classes: the edges of colours. look: colours and marks.
figure: the map itself. ranking: the list beside it. words: what both say. drawing: on the page.
"""
