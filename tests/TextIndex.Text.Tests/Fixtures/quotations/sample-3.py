# SPDX-License-Identifier: MIT
# Draws the third sample of sampled.jsonl (halves "dev-3" and "held-3") out of the large corpora (TEXTINDEX_CORPORA, never committed): documents that stand in no label
# file, one pair a document, no words twice, halves by the hash of the document as in sample.py. Strata: "said" eight with their marks or more with a word that reports, or a
# colon, beside the marks; "sentence" ten with their marks or more that end a sentence; "random" any pair; "spoken"
# what is both said and a sentence. Prints one place a line; a person reads each in its document and adds the labels.
#     TEXTINDEX_CORPORA=FOLDER python3 sample-3.py > places.jsonl
import collections, gzip, hashlib, json, os, re

SEED = 'textindex-quotations-3'
MARKS = re.compile('“[^“”\n]*”|「[^「」\n]*」|‘[^‘’\n]*’|『[^『』\n]*』|"[^"\n]{1,200}"')
REPORT = re.compile('[说讲道问答喊写称谈]|表示|指出|强调|认为|告诉|告诫|介绍|提出|要求|回忆|感慨|坦言|总结|勉励|寄语|评价|呼吁|感叹|回答|提到|[:：]')
SOURCES = ('sicau', 'nankai', 'hrbeu', 'cumt', 'china-data/xwlb', 'DuckBurnIncense/xin-wen-lian-bo', 'yuekcc/cctv_news',
           'nostalgicxm/TextRank4zh_my', 'weiyinfu/MaoZeDongAnthology', 'aldohemsn/chinese-political-corpora')
PLAN = {
    'dev-3': {
        'said': (13, 13, 13, 6, 20, 2, 2, 12, 7, 2),
        'sentence': (6, 6, 6, 3, 6, 0, 0, 6, 3, 0),
        'random': (12, 10, 10, 7, 14, 4, 2, 9, 4, 2),
    },
    'held-3': {
        'said': (24, 25, 23, 9, 36, 2, 2, 12, 6, 1),
        'sentence': (9, 9, 9, 3, 10, 0, 0, 3, 3, 0),
        'random': (13, 11, 9, 5, 13, 2, 1, 6, 3, 1),
        'spoken': (7, 7, 6, 2, 5, 0, 0, 0, 0, 0),
    },
}
LABELS = ('quotations/sampled.jsonl', 'outlines/sampled.jsonl', 'outlines/titles.jsonl', '../../TextIndex.Lac.Tests/Fixtures/names.jsonl',
          '../../TextIndex.Lac.Tests/Fixtures/fresh-names.jsonl', '../../../corpora/labels/facts/figures-sampled.jsonl')
LONG = 14


def said(text, a, b):
    before, after = text[max(0, a - 12):a].split('\n')[-1], text[b:b + 10].split('\n')[0]
    return b - a >= 8 and bool(REPORT.search(before) or REPORT.search(after))


FITS = {
    'said': said,
    'sentence': lambda text, a, b: b - a >= 10 and text[b - 2] in '。！？…!?',
    'random': lambda text, a, b: True,
    'spoken': lambda text, a, b: said(text, a, b) and FITS['sentence'](text, a, b),
}


def rank(*parts):
    return hashlib.sha256('\0'.join(map(str, (SEED,) + parts)).encode()).hexdigest()


def half(key):
    return 'held-3' if int(hashlib.sha256(('half\0' + key).encode()).hexdigest()[:8], 16) & 1 else 'dev-3'


def code_units(text):
    return len(text.encode('utf-16-le')) // 2


labelled = set()
for name in LABELS:
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', name), encoding='utf-8') as lines:
        labelled |= {label['id'] for label in map(json.loads, lines) if label.get('half') not in PLAN}

texts, pairs, words = {}, collections.defaultdict(list), set()
for corpus in ('campus', 'modern'):
    with gzip.open(os.path.join(os.environ['TEXTINDEX_CORPORA'], corpus + '.jsonl.gz'), 'rt', encoding='utf-8') as lines:
        for document in map(json.loads, lines):
            text, key, source = document['text'], document['id'], document['source'].split(' ')[0]
            found = [m.span() for m in MARKS.finditer(text) if len(m.group()) > 2]
            if key in labelled:
                words |= {text[a:b] for a, b in found if b - a >= LONG}
                continue
            if found: texts[corpus, key] = text
            pairs[source] += [(corpus, source, key, a, b) for a, b in found]

drawn = []
for part, plan in PLAN.items():
    taken = set()
    for stratum, counts in plan.items():
        for source, count in zip(SOURCES, counts):
            fitting = [p for p in pairs[source] if half(p[2]) == part and FITS[stratum](texts[p[0], p[2]], p[3], p[4])]
            for pair in sorted(fitting, key=lambda p: rank(stratum, *p)):
                if not count: break
                quoted = texts[pair[0], pair[2]][pair[3]:pair[4]]
                if pair[2] in taken or quoted in words: continue
                taken.add(pair[2])
                count -= 1
                if len(quoted) >= LONG: words.add(quoted)
                drawn.append((part, stratum) + pair)
for part, stratum, corpus, source, key, a, b in sorted(drawn, key=lambda d: (d[0], d[2], d[4], d[5])):
    text = texts[corpus, key]
    print(json.dumps(dict(corpus=corpus, source=source, id=key, half=part, stratum=stratum, span=[code_units(text[:a]), code_units(text[:b])])))
