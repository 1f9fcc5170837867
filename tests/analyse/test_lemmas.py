import pytest

from chancery.analyse.lemmas import lemma

KNOWN = frozenset("kill note visit declare stop create release plan charge".split())


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("killed", "VBD", "kill"),
        ("noted", "VBN", "note"),
        ("visited", "VBD", "visit"),
        ("stopped", "VBN", "stop"),
        ("releasing", "VBG", "release"),
        ("denies", "VBZ", "deny"),
        ("Withdrew", "VBD", "withdraw"),
        ("n’t", "RB", "not"),
        ("policemen", "NNS", "policeman"),
        ("crises", "NNS", "crisis"),
        ("allies", "NNS", "ally"),
        ("meeting", "NN", "meeting"),
        ("1990s", "NNS", "1990s"),
    ],
)
def test_forms_lead_to_their_dictionary_form(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag, KNOWN.__contains__) == expected
