"""How a text refers to one of its own parts: "clause 3.2", «пункт 4», "§ 7"."""

import re

from sverka.patterns import late_pattern

_WORDS = (
    # English, French and the Romance languages, German and the Germanic ones
    r"clauses?|sections?|articles?|items?|paragraphs?|points?|parts?|chapters?|annex|appendix"
    r"|art[íi]culos?|secci[óo]n|cl[áa]usulas?|articol\w*|artigos?|alin[ée]as?|punt[oi]|punto"
    r"|abs(?:atz|ätze)|artikels?|artikeln|ziffern?|nummer|abschnitt\w*|paragraf\w*|kapitel\w*"
    r"|punkt\w*|rozdzia\w*|ust[ęe]p\w*|čl[áa]n\w*|člán\w*|par(?:agraaf|ágrafo)s?|lid"
    # Russian, Ukrainian, Kyrgyz, Kazakh
    r"|пункт\w*|подпункт\w*|статья|стать[иеюя]\w*|част[ьиюях]\w*|раздел\w*|глав\w*|абзац\w*"
    r"|приложени\w*|статт\w*|розділ\w*|берене\w*|бөлүм\w*|бөлүк\w*|тармак\w*|баптын|бап\w*"
    r"|тиркеме\w*|бөлім\w*|тармағ\w*"
)
_SHORT = r"cl|sec|sect|art|para|par|ch|no|nr|abs|ziff|п|пп|ст|ч|гл|абз|разд|подп|№"

REFERRING = late_pattern(
    rf"(?P<word>\b(?:{_WORDS})|\b(?:{_SHORT})\.?|§{{1,2}}|№)"
    r"[\s(\[\u00a0]*\w+(?:\.\d+)*(?:\s?(?:,|and|or|and/or|und|oder|et|ou|и|или|жана|же|–|-)\s?"
    r"\d+(?:\.\d+)*)*",
    re.IGNORECASE,
)
"""A word that refers to a numbered part, and the numbers behind it; `word` is the word alone."""
