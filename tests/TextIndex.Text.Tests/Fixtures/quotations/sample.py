# SPDX-License-Identifier: MIT
# Draws the quotations of sampled.jsonl: pairs of marks of the large corpora (TEXTINDEX_CORPORA, never committed), ranked by a hash of their place, so that
# every run draws the same. Prints one place a line; a person reads each in its document and adds class, further classes that are right, speaker and cue, all as
# offsets. A second drawing has the seed textindex-quotations-2 and documents that the first left out: 290 more development labels (half "dev") and 120 ("held-2")
# that were labelled before any program read them. Three strata: "random" any pair, "long" ten characters or more, "sentence" ten or more that end with a full stop, to have enough speech.
#     TEXTINDEX_CORPORA=FOLDER python3 sample.py > places.jsonl
import collections, gzip, hashlib, json, os, re

SEED = 'textindex-quotations-1'
MARKS = re.compile('“[^“”\n]*”|「[^「」\n]*」|‘[^‘’\n]*’|『[^『』\n]*』|"[^"\n]{1,200}"')
PLAN = {
    'random': {'sicau': 70, 'nankai': 50, 'hrbeu': 50, 'cumt': 50, 'china-data/xwlb': 66, 'DuckBurnIncense/xin-wen-lian-bo': 12, 'yuekcc/cctv_news': 12,
               'nostalgicxm/TextRank4zh_my': 45, 'weiyinfu/MaoZeDongAnthology': 40, 'aldohemsn/chinese-political-corpora': 20, 'laws': 5},
    'long': {'sicau': 30, 'nankai': 25, 'hrbeu': 25, 'cumt': 25, 'china-data/xwlb': 20, 'DuckBurnIncense/xin-wen-lian-bo': 4, 'yuekcc/cctv_news': 4,
             'nostalgicxm/TextRank4zh_my': 25, 'weiyinfu/MaoZeDongAnthology': 14, 'aldohemsn/chinese-political-corpora': 3},
    'sentence': {'sicau': 34, 'nankai': 28, 'hrbeu': 28, 'cumt': 10, 'china-data/xwlb': 18, 'nostalgicxm/TextRank4zh_my': 20,
                 'weiyinfu/MaoZeDongAnthology': 10, 'aldohemsn/chinese-political-corpora': 4},
}
FITS = {
    'random': lambda text, a, b: True,
    'long': lambda text, a, b: b - a >= 12,
    'sentence': lambda text, a, b: b - a >= 10 and text[b - 2] in '。！？…!?',
}
PER_DOCUMENT = {'random': 2, 'long': 2, 'sentence': 1}


def rank(*parts):
    return hashlib.sha256('\0'.join(map(str, (SEED,) + parts)).encode()).hexdigest()


def half(key):
    return 'held' if int(hashlib.sha256(('half\0' + key).encode()).hexdigest()[:8], 16) & 1 else 'dev'


def code_units(text):
    return len(text.encode('utf-16-le')) // 2


texts, pairs = {}, collections.defaultdict(list)
for corpus in ('campus', 'modern', 'laws'):
    with gzip.open(os.path.join(os.environ['TEXTINDEX_CORPORA'], corpus + '.jsonl.gz'), 'rt', encoding='utf-8') as lines:
        for line in lines:
            document = json.loads(line)
            source = 'laws' if corpus == 'laws' else document['source'].split(' ')[0]
            found = [m.span() for m in MARKS.finditer(document['text']) if len(m.group()) > 2]
            if found: texts[corpus, document['id']] = document['text']
            pairs[source] += [(corpus, source, document['id'], a, b) for a, b in found]

seen, drawn = set(), []
for stratum, plan in PLAN.items():
    for source, count in plan.items():
        taken = collections.Counter()
        fitting = [p for p in pairs[source] if FITS[stratum](texts[p[0], p[2]], p[3], p[4])]
        for pair in sorted(fitting, key=lambda p: rank(stratum, *p)):
            if sum(taken.values()) == count: break
            if pair in seen or taken[pair[2]] >= PER_DOCUMENT[stratum]: continue
            seen.add(pair)
            taken[pair[2]] += 1
            drawn.append((stratum,) + pair)
for stratum, corpus, source, key, a, b in sorted(drawn, key=lambda d: (d[1], d[3], d[4])):
    text = texts[corpus, key]
    print(json.dumps(dict(corpus=corpus, source=source, id=key, half=half(key), stratum=stratum, span=[code_units(text[:a]), code_units(text[:b])])))
