"""Short reports with quotations and attributions, built by hand, which the tests of statements share."""

from __future__ import annotations

from build import analysis_of
from chancery.analysis import Analysis, Attribution

SAID_THAT = """
Moscow Moscow PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 6 mark
the the DET DT 5 det
talks talk NOUN NNS 6 nsubj
failed fail VERB VBD 2 ccomp
. . PUNCT . 2 punct
"""

TAG = """
The the DET DT 2 det
talks talk NOUN NNS 3 nsubj
failed fail VERB VBD 0 root
, , PUNCT , 6 punct
Moscow Moscow PROPN NNP 6 nsubj
said say VERB VBD 3 parataxis
on on ADP IN 8 case
Tuesday Tuesday PROPN NNP 6 obl
. . PUNCT . 3 punct
"""

MEDIAL = """
The the DET DT 3 det
next next ADJ JJ 3 amod
step step NOUN NN 9 nsubj
, , PUNCT , 6 punct
she she PRON PRP 6 nsubj
said say VERB VBD 9 parataxis
, , PUNCT , 6 punct
is be AUX VBZ 9 cop
peace peace NOUN NN 0 root
. . PUNCT . 9 punct
"""

QUOTED = """
“_ “ PUNCT `` 2 punct
Never never ADV RB 5 ccomp
,_ , PUNCT , 2 punct
” ” PUNCT '' 2 punct
said say VERB VBD 0 root
Ito Ito PROPN NNP 5 nsubj
. . PUNCT . 5 punct

¶

“_ “ PUNCT `` 2 punct
Go go VERB VB 0 root
home home ADV RB 2 advmod
now now ADV RB 2 advmod
._ . PUNCT . 2 punct
” ” PUNCT '' 2 punct
"""

DENIES = """
Moscow Moscow PROPN NNP 2 nsubj
denies deny VERB VBZ 0 root
the the DET DT 4 det
charge charge NOUN NN 2 obj
and and CCONJ CC 6 cc
accuses accuse VERB VBZ 2 conj
Kyiv Kyiv PROPN NNP 6 obj
of of SCONJ IN 9 mark
shelling shell VERB VBG 6 advcl
the the DET DT 11 det
port port NOUN NN 9 obj
. . PUNCT . 2 punct
"""

AS_SAYING = """
He he PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass
quoted quote VERB VBN 0 root
by by ADP IN 5 case
Interfax Interfax PROPN NNP 3 obl:agent
as as SCONJ IN 7 mark
saying say VERB VBG 3 advcl
that that SCONJ IN 11 mark
the the DET DT 10 det
talks talk NOUN NNS 11 nsubj
failed fail VERB VBD 7 ccomp
. . PUNCT . 3 punct
"""


def report(rows: str, attributions: tuple[Attribution, ...] = ()) -> Analysis:
    """Build one of the reports, with what a model says of it."""
    return analysis_of(rows, attributions=attributions)
