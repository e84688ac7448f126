#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes golden-many.txt.gz: 7,500 further lines, and for each the digest of what python's jieba 0.42.1 makes of it.

    apt-get install python3-jieba
    npm pack chinese-poetry@2.0.1 && tar xf chinese-poetry-2.0.1.tgz
    python3 generate_many.py package/dist

Public-domain classics (traditional and simplified), the texts of corpora/ that are UTF-8, and random mixtures, all with a fixed seed. A line of the
file is the text as generate.py escapes it, one TAB, and 12 hexadecimal digits of the SHA-256 of its five rows (in generate.py's order, TAB
between words, line feed after each row). The words themselves would take ten times the room; to see them, run the same five calls.
"""
import glob
import hashlib
import json
import os
import sys

import generate as g

g.RANDOM.seed(20261123)
jieba = g.jieba


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key in value:
            if key not in ('id', 'author', 'strains'):
                yield from strings(value[key])


def classics(folder):
    lines = []
    for path in sorted(glob.glob(os.path.join(folder, '**', '*.json'), recursive=True)):
        if '/error/' in path or ('/quantangshi/' in path and not path.endswith(('tang.0.json', 'tang.33000.json', 'song.100000.json'))):
            continue
        with open(path, encoding='utf-8') as f:
            try:
                found = [s.strip() for s in strings(json.load(f)) if len(s.strip()) > 7 and '\n' not in s]
            except ValueError:
                continue
        lines += g.RANDOM.sample(found, min(len(found), 160))
    return lines


def corpora():
    root = os.path.join(g.HERE, '..', '..', '..', '..', 'corpora')
    for path in sorted(glob.glob(os.path.join(root, '*.*'))):
        with open(path, 'rb') as f:
            data = f.read()
        if any(name in path for name in ('utf16', 'gb18030', 'big5')):
            continue
        yield from (line for line in data.decode('utf-8', 'replace').lstrip('\ufeff').split('\n') if line.strip())


def mixtures(count, rare):
    words, counts = g.words_of_dictionary()
    total = [0]
    for n in counts:
        total.append(total[-1] + n)
    for _ in range(count):
        line = ''
        for _ in range(g.RANDOM.randint(3, 16)):
            roll = g.RANDOM.random()
            if roll < 0.5:
                line += ''.join(g.RANDOM.choices(words, cum_weights=total[1:], k=g.RANDOM.randint(1, 4)))
            elif roll < 0.62:
                line += g.RANDOM.choice(words)
            elif roll < 0.72:
                line += ''.join(g.RANDOM.choice(rare) for _ in range(g.RANDOM.randint(1, 4)))
            else:
                line += g.RANDOM.choice(g.RANDOM.choice(g.MIXTURES))
        yield line


def digest(line):
    rows = [g.row(jieba.cut(line)), g.row(jieba.cut(line, HMM=False)), g.row(jieba.cut(line, cut_all=True)),
            g.row(jieba.cut_for_search(line)), g.row(jieba.cut_for_search(line, HMM=False))]
    return hashlib.sha256('\n'.join(rows).encode('utf-8')).hexdigest()[:12]


def main():
    jieba.setLogLevel(60)
    old = classics(sys.argv[1])
    rare = ''.join(sorted({c for line in old for c in line if '\u3400' <= c <= '\u9fff' or c > '\uffff'})) + '㐀䶵鿕鿖鿿𠀀𪜶'
    lines = g.RANDOM.sample(old, min(len(old), 4200)) + list(corpora()) + list(mixtures(3300, rare))
    lines = [g.re.sub('[\ud800-\udbff][\udc00-\udfff]', lambda m: m[0].encode('utf-16-le', 'surrogatepass').decode('utf-16-le'), line) for line in lines]
    g.write('golden-many.txt.gz', [g.escape(line) + '\t' + digest(line) for line in lines])


if __name__ == '__main__':
    main()
