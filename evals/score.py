#!/usr/bin/env python3
"""Compare records read by the program with gold records.

usage: score.py [--verbose] [--json] PAIRS...      a pair is GOLD.yaml=RECORD.json
       score.py --check GOLD.yaml...                only look whether the gold is well formed

RECORD.json is the JSON that RECORD.md (beside this folder) describes. Needs PyYAML.
Scores are micro-averaged over all pairs: F1 for what was found, then, on what was found,
the share whose attributes are right. `event_f1_strict` asks for everything at once.
"""
import json, re, sys, unicodedata
import yaml

TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
STATUS = "happened planned possible alleged not_happened".split()
MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}


def fold(s):
    s = unicodedata.normalize("NFKD", str(s)).replace("’", "'").replace("‘", "'")
    s = "".join(c for c in s if not unicodedata.combining(c)).lower()
    s = re.sub(r"^(the|a|an)\s+", "", s.strip())
    return re.sub(r"[^a-z0-9$%.' -]+", " ", s).strip()


def alts(x):
    return [fold(a) if a != "-" else "-" for a in str(x).split("|")] if x is not None else ["-"]


def where(text, w):
    """Half-open (start, end) of gold words in the text; None where they do not stand there."""
    n = 1
    if isinstance(w, dict):
        n, w = w.get("nth", 1), w["words"]
    i = -1
    for _ in range(n):
        i = text.find(w, i + 1)
        if i < 0:
            return None
    return i, i + len(w)


def content_span(text, c, after=0):
    a, _, b = c.partition(" ... ")
    i = text.find(a, after)
    if i < 0:
        i = text.find(a)
    if i < 0:
        return None
    if not b:
        return i, i + len(a)
    j = text.find(b, i + len(a))
    return None if j < 0 else (i, j + len(b))


def sentence_of(text, i):
    """Rough sentence bounds, used only to forgive which words of a sentence trigger an event."""
    left = max(text.rfind("\n", 0, i), *(text.rfind(p, 0, i) for p in (". ", "? ", "! ", ".” ", ".\" ")))
    rights = [k for k in (text.find("\n", i), *(text.find(p, i) for p in (". ", "? ", "! ", ".” ", ".\" "))) if k >= 0]
    return left + 1, min(rights) if rights else len(text)


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a, b):
    o = overlap(a, b)
    return o / ((a[1] - a[0]) + (b[1] - b[0]) - o) if o else 0.0


def names_agree(gold, got):
    """gold: list of alternatives-strings; got: list of names. True when each gold name is met."""
    got = [fold(g) for g in got]
    def hit(alt):
        return alt == "-" or any(alt == g or (len(alt) > 2 and (f" {alt} " in f" {g} " or f" {g} " in f" {alt} ")) for g in got if g)
    return all(any(hit(a) for a in alts(x)) for x in gold)


def set_agree(gold, got):
    got = {g for g in got if g}
    need = [set(alts(x)) for x in gold]
    return all("-" in n or n & {g.lower() for g in got} for n in need) and all(
        any(g.lower() in n for n in need) or not need for g in got)


def time_agree(gold, got):
    """Same EDTF value as one of the alternatives, the mark for "about" aside."""
    golds = [g.strip().rstrip("~") for g in str(gold).split("|")]
    return (str(got).rstrip("~") if got not in (None, "") else "-") in golds


class Tally(dict):
    def add(self, key, ok, n=1):
        t = self.setdefault(key, [0, 0])
        t[0] += ok
        t[1] += n


def f1(tp, got, gold):
    if not got and not gold:
        return 100.0, 100.0, 100.0
    p, r = (tp / got if got else 0.0), (tp / gold if gold else 0.0)
    return round(100 * (2 * p * r / (p + r) if p + r else 0.0), 1), round(100 * p, 1), round(100 * r, 1)


def score_pair(gold, text, rec, T, say):
    actors = {a["id"]: a for a in rec.get("actors", [])}
    name = lambda i: actors.get(i, {}).get("name", i) if i else "-"
    country = lambda i: actors.get(i, {}).get("country") if i else None

    # events
    got = list(rec.get("events", []))
    used = set()
    golds = sorted(gold.get("events") or [], key=lambda g: bool(g.get("optional")))
    for g in golds:
        places = [p for p in (where(text, w) for w in g["words"]) if p]
        sents = [sentence_of(text, p[0]) for p in places]
        best, best_rank = None, -1
        for k, e in enumerate(got):
            if k in used or e["type"] not in g["type"].split("|"):
                continue
            ms = [tuple(m["span"]) for m in e["mentions"]]
            direct = any(overlap(m, p) for m in ms for p in places)
            near = any(s[0] <= m[0] < s[1] for m in ms for s in sents)
            if not (direct or near):
                continue
            who = names_agree(g["actor"], [name(a) for a in e["actors"]] + ([name(a) for a in e["recipients"]] if e["type"] in MUTUAL else []))
            rank = 2 * direct + who
            if direct or who:
                if rank > best_rank:
                    best, best_rank = k, rank
        if best is None:
            if not g.get("optional"):
                T.add("event_recall", 0)
                say(f"  missed event {g['id']} {g['type']} {g['words'][0]!r}")
            continue
        used.add(best)
        e = got[best]
        if not g.get("optional"):
            T.add("event_recall", 1)
        T.add("event_hit", 1)
        A, R = e["actors"], e["recipients"]
        mutual = e["type"] in MUTUAL
        ok_a = names_agree(g["actor"], [name(x) for x in (A + R if mutual else A)])
        ok_r = names_agree(g.get("recipient") or [], [name(x) for x in (A + R if mutual else R)])
        ca, cr = {country(x) for x in A}, {country(x) for x in R}
        if mutual:
            ok_c = set_agree((g.get("actor_country") or []) + (g.get("recipient_country") or []), ca | cr)
        else:
            ok_c = set_agree(g.get("actor_country") or [], ca) and set_agree(g.get("recipient_country") or [], cr)
        ok_s = e.get("status") in g["status"].split("|")
        ok_t = time_agree(g.get("time", "-"), (e.get("time") or {}).get("edtf"))
        ok_p = names_agree([g["place"]], [(e.get("place") or {}).get("name", "")]) if g.get("place") not in (None, "-") and "-" not in str(g["place"]).split("|") else None
        ok_m = e.get("mode") in g["mode"].split("|") or (e.get("mode") is None and "-" in g["mode"].split("|")) if g.get("mode") else None
        for key, ok in (("event_actor", ok_a), ("event_recipient", ok_r), ("event_countries", ok_c), ("event_status", ok_s), ("event_time", ok_t), ("event_place", ok_p), ("event_mode", ok_m)):
            if ok is not None:
                T.add(key, bool(ok))
        if "happened" not in g["status"].split("|"):
            T.add("event_status_other", ok_s)  # planned, possible, alleged, not_happened: what "all happened" gets wrong
        if ok_a and ok_r and ok_s:
            T.add("event_strict_tp", 1)
        bad = [k for k, ok in (("actor", ok_a), ("recipient", ok_r), ("countries", ok_c), ("status", ok_s), ("time", ok_t), ("place", ok_p), ("mode", ok_m)) if ok is False]
        if bad:
            say(f"  event {g['id']} {g['words'][0]!r}: wrong {', '.join(bad)} (got {[name(a) for a in A]} -> {[name(a) for a in R]}, {e.get('status')}, {(e.get('time') or {}).get('edtf')}, {(e.get('place') or {}).get('name')}, {e.get('mode')})")
    T.add("event_got", len(got)), T.add("event_gold", sum(not g.get("optional") for g in golds))
    for k, e in enumerate(got):
        if k not in used:
            say(f"  extra event {e['type']} {e['mentions'][0].get('text')!r} {[name(a) for a in e['actors']]} -> {[name(a) for a in e['recipients']]}")

    # statements
    got = list(rec.get("statements", []))
    used, after = set(), 0
    for g in sorted(gold.get("statements") or [], key=lambda g: bool(g.get("optional"))):
        gs = content_span(text, g["content"], after)
        cue = where(text, g["cue"]) if g["cue"] != "-" else None
        src = where(text, g["source"]) if g["source"] != "-" else None
        best, score = None, 0.0
        for k, s in enumerate(got):
            if k in used:
                continue
            spans = [tuple(x) for x in s["content_spans"]]
            whole = (min(x[0] for x in spans), max(x[1] for x in spans)) if spans else (0, 0)
            v = iou(gs, whole) if gs else 0
            if cue and s.get("cue_span") and overlap(cue, tuple(s["cue_span"])):
                v += 0.5
            if v > score and v >= 0.5:
                best, score = k, v
        if best is None:
            if not g.get("optional"):
                T.add("statement_recall", 0)
                say(f"  missed statement {g['id']} {g['content'][:60]!r}")
            continue
        used.add(best)
        s = got[best]
        if not g.get("optional"):
            T.add("statement_recall", 1)
        T.add("statement_hit", 1)
        spans = [tuple(x) for x in s["content_spans"]]
        whole = (min(x[0] for x in spans), max(x[1] for x in spans)) if spans else (0, 0)
        checks = dict(
            statement_content=iou(gs, whole) >= 0.8 if gs else None,
            statement_source=bool(s.get("source_span") and overlap(src, tuple(s["source_span"]))) if src else None,
            statement_who=names_agree([g["who"]], [name(s.get("source"))]),
            statement_country=set_agree([g["who_country"]], {country(s.get("source"))}) if g.get("who_country") else None,
            statement_form=s.get("form") in g["form"].split("|"),
            statement_act=s.get("act") in g["act"].split("|"),
            statement_via=names_agree([g["via"]], [name(s.get("via"))]) if g.get("via", "-") != "-" else s.get("via") is None)
        for k, ok in checks.items():
            if ok is not None:
                T.add(k, bool(ok))
        if checks["statement_who"] and checks["statement_content"] is not False:
            T.add("statement_strict_tp", 1)
        bad = [k[10:] for k, ok in checks.items() if ok is False]
        if bad:
            say(f"  statement {g['id']}: wrong {', '.join(bad)} (got {name(s.get('source'))}, {s.get('act')}, {s.get('form')}, via {name(s.get('via'))})")
    T.add("statement_got", len(got)), T.add("statement_gold", sum(not g.get("optional") for g in gold.get("statements") or []))
    T.add("statement_extra", len(got) - len(used), 0)

    # figures
    got = list(rec.get("figures", []))
    used = set()
    for g in gold.get("figures") or []:
        gs = where(text, g["words"])
        best = next((k for k, f in enumerate(got) if k not in used and gs and overlap(gs, tuple(f["span"]))), None)
        if best is None:
            if not g.get("optional"):
                T.add("figure_recall", 0)
                say(f"  missed figure {g['words']!r}")
            continue
        used.add(best)
        f = got[best]
        if not g.get("optional"):
            T.add("figure_recall", 1)
        T.add("figure_hit", 1)
        want = g["value"] if isinstance(g["value"], list) else [g["value"]]
        have = [x for x in (f.get("value"), f.get("upper")) if x is not None][: len(want)]
        okv = len(have) == len(want) and all(abs(float(a) - float(b)) <= 1e-6 * max(1, abs(float(b))) for a, b in zip(have, want))
        oku = fold(f.get("unit") or "-") in alts(g["unit"])
        for k, ok in (("figure_value", okv), ("figure_unit", oku), ("figure_compare", f.get("compare", "=") in str(g.get("compare", "=")).split("|")),
                      ("figure_change", (f.get("change") or "-") in str(g.get("change", "-")).split("|")),
                      ("figure_time", time_agree(g.get("time", "-"), (f.get("time") or {}).get("edtf"))),
                      ("figure_status", f.get("status") in g.get("status", "happened").split("|"))):
            T.add(k, bool(ok))
        if okv and oku:
            T.add("figure_strict_tp", 1)
        else:
            say(f"  figure {g['words']!r}: got {f.get('value')} {f.get('unit')}")
    T.add("figure_got", len(got)), T.add("figure_gold", sum(not g.get("optional") for g in gold.get("figures") or []))

    # roles
    got = [(name(r.get("person")), r.get("title") or "", name(r.get("organization")) if r.get("organization") in actors else (r.get("organization") or ""), r.get("country")) for r in rec.get("roles", [])]
    used = set()
    for g in gold.get("roles") or []:
        best = next((k for k, r in enumerate(got) if k not in used and names_agree([g["person"]], [r[0]]) and names_agree([g["title"]], [r[1]])), None)
        if best is None:
            if not g.get("optional"):
                T.add("role_recall", 0)
                say(f"  missed role {g['person']}: {g['title']}")
            continue
        used.add(best)
        if not g.get("optional"):
            T.add("role_recall", 1)
        T.add("role_hit", 1)
        T.add("role_of", names_agree([g["of"]], [got[best][2], got[best][3] or ""]) or set_agree([g["of_country"]], {got[best][3]}))
    T.add("role_got", len(got)), T.add("role_gold", sum(not g.get("optional") for g in gold.get("roles") or []))

    # grounding: every span must be the text it claims
    for kind in ("events", "statements", "figures", "roles"):
        for item in rec.get(kind, []):
            for m in item.get("mentions", []) + [item]:
                if m.get("span") and m.get("text") is not None:
                    T.add("grounded", rec["document"]["text"][m["span"][0]:m["span"][1]] == m["text"])
    if rec["document"]["text"] != text:
        say("  the record's document text is not the report's text: spans may be off")
        T.add("text_identical", 0)
    else:
        T.add("text_identical", 1)


def check(path):
    gold = yaml.safe_load(open(path, encoding="utf8"))
    text = open(path[:-5] + ".txt", encoding="utf8").read()
    wrong = []
    for e in gold.get("events") or []:
        wrong += [f"{e['id']}: words {w!r} not in the text" for w in e["words"] if not where(text, w)]
        wrong += [f"{e['id']}: type {t}" for t in e["type"].split("|") if t not in TYPES]
        wrong += [f"{e['id']}: status {s}" for s in e["status"].split("|") if s not in STATUS]
        wrong += [f"{e['id']}: lacks {k}" for k in ("actor", "recipient", "actor_country", "recipient_country", "time") if k not in e]
    for s in gold.get("statements") or []:
        for k in ("source", "cue"):
            if s[k] != "-" and not where(text, s[k]):
                wrong.append(f"{s['id']}: {k} {s[k]!r} not in the text")
        if not content_span(text, s["content"]):
            wrong.append(f"{s['id']}: content {s['content']!r} not in the text")
    for f in gold.get("figures") or []:
        if not where(text, f["words"]):
            wrong.append(f"figure {f['words']!r} not in the text")
    for line in wrong:
        print(f"{path}: {line}")
    return not wrong


def summary(T):
    """Turn the tally into percentages."""
    out = {}
    for kind in ("event", "statement", "figure", "role"):
        hit, rec_, got, gold = (T.get(f"{kind}_{k}", [0, 0]) for k in ("hit", "recall", "got", "gold"))
        tp, ngot, ngold = rec_[0], T.get(f"{kind}_got", [0])[0], gold[0]
        ngot -= hit[0] - rec_[0]
        out[f"{kind}_f1"], out[f"{kind}_precision"], out[f"{kind}_recall"] = f1(tp, ngot, ngold)
        if kind != "role":
            out[f"{kind}_f1_strict"] = f1(min(T.get(f"{kind}_strict_tp", [0])[0], tp), ngot, ngold)[0]
    for k, (a, n) in T.items():
        if n and not k.endswith(("_hit", "_recall", "_got", "_gold", "_strict_tp", "_extra")):
            out[k] = round(100 * a / n, 1)
    out["record_score"] = round(sum(out[k] for k in ("event_f1_strict", "statement_f1_strict", "figure_f1_strict", "role_f1")) / 4, 1)
    return out


def main(argv):
    verbose, as_json = "--verbose" in argv, "--json" in argv
    args = [a for a in argv if not a.startswith("--")]
    if "--check" in argv:
        sys.exit(0 if all([check(a) for a in args]) else 1)
    T = Tally()
    say = print if verbose else (lambda *_: None)
    for pair in args:
        g, _, r = pair.partition("=")
        gold, rec = yaml.safe_load(open(g, encoding="utf8")), json.load(open(r, encoding="utf8"))
        say(g)
        score_pair(gold, open(g[:-5] + ".txt", encoding="utf8").read(), rec, T, say)
    out = summary(T)
    if as_json:
        print(json.dumps(out))
    else:
        for k, v in out.items():
            print(f"{k:24} {v}")


if __name__ == "__main__":
    main(sys.argv[1:])
