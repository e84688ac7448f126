#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes golden-tags.txt.gz, golden-user-tags.txt.gz and golden-analyse.json.gz: what python's jieba 0.42.1 makes of the lines of generate.py (see there).

    python3 generate_tags.py package/dist/lunyu/lunyu.json
    python3 generate_tags.py --lines texts.txt tags.txt        (the first part alone, for a file of lines of your own)

golden-tags.txt:     three lines a text: the text; posseg.cut as word/tag; posseg.cut(HMM=False). Words are parted by one TAB.
golden-user-tags.txt: the same after load_userdict(user.txt).
golden-analyse.json.gz: per text extract_tags, with and without tags allowed, textrank, tokenize in both modes; and a script of add_word, del_word,
                     suggest_freq and load_userdict with the cuts after each step.
"""
import gzip
import io
import json
import re
import sys
import warnings

warnings.simplefilter('ignore')
import jieba  # noqa: E402
import jieba.analyse  # noqa: E402
import jieba.posseg  # noqa: E402
from generate import HERE, OWN, RANDOM, USER, draw_lines, escape, write  # noqa: E402

NOUNS_AND_VERBS = ('n', 'ng', 'nr', 'nrfg', 'nrt', 'ns', 'nt', 'nz', 'v', 'vd', 'vg', 'vi', 'vn', 'vq')


def tagged(line, hmm):
    return '\t'.join(escape(p.word) + '/' + p.flag for p in jieba.posseg.cut(line, HMM=hmm))


def rows_of(lines):
    rows = []
    for line in lines:
        rows += [escape(line), tagged(line, True), tagged(line, False)]
    return rows


def analysed(text):
    return {
        'text': text,
        'tfidf': jieba.analyse.extract_tags(text, topK=20, withWeight=True),
        'tfidfAll': jieba.analyse.extract_tags(text, topK=None, withWeight=True),
        'tfidfNounsAndVerbs': jieba.analyse.extract_tags(text, topK=20, withWeight=True, allowPOS=NOUNS_AND_VERBS),
        'textrank': jieba.analyse.textrank(text, topK=20, withWeight=True),
        'textrankNounsAndVerbs': jieba.analyse.textrank(text, topK=20, withWeight=True, allowPOS=NOUNS_AND_VERBS),
        'tokenize': list(jieba.tokenize(text)),
        'tokenizeSearch': list(jieba.tokenize(text, mode='search')),
    }


SENTENCES = ['李小福是创新办主任也是云计算方面的专家', '如果放到post中将出错', '「台中」正確應該不會被切開', '今天天气不错，枫桥经验好', '我们中出了一个叛徒',
             '他在青禾县图书馆里坐着', '王建川副书记推广枫桥经验2.0版', '坚持和发展新时代枫桥经验', '杭研大厦的杭研', '龘靐龘靐都来了']
SCRIPT = [
    ('add', '枫桥经验', None, None), ('add', '中出', None, None), ('suggest', '今天天气'), ('suggest2', '中', '将'), ('suggest2', '今天', '天气'),
    ('suggest', '台中'), ('add', '台中', 99999, 'ns'), ('del', '台中'), ('add', '台中', 300, None), ('del', '杭研'), ('del', '大厦'),
    ('add', '青禾县', None, 'ns'), ('add', '青禾县图书馆', None, None), ('suggest', '青禾县图书馆里'), ('del', '青禾县图书馆'), ('add', '中将', 1, 'x'),
    ('del', '中将'), ('add', '李小福', 2, 'nr'), ('add', '李小福', None, None), ('del', '图书馆'), ('add', '天', 0, 'zz'), ('add', '龘靐', 5, 'nz'),
    ('del', '龘靐'), ('add', '杭研', 1, None), ('suggest', '杭研'), ('load', '云计算 5\n创新办 3 i\n王建川 nr\n不错 0\n专家'), ('suggest', '云计算方面'),
    ('add', '2.0版', None, 'm'), ('add', 'post', 10, 'eng'), ('suggest2', '枫', '桥'), ('suggest2', '不', '存', '在'),
]


def play():
    steps = []
    for step in SCRIPT:
        what, args, answer = step[0], list(step[1:]), None
        if what == 'add':
            jieba.add_word(*args)
        elif what == 'del':
            jieba.del_word(*args)
        elif what == 'suggest':
            answer = jieba.suggest_freq(args[0])
        elif what == 'suggest2':
            answer = jieba.suggest_freq(tuple(args))
        else:
            jieba.load_userdict(io.BytesIO(args[0].encode('utf-8')))
        steps.append({
            'what': what, 'arguments': args, 'answer': answer,
            'cut': ['/'.join(jieba.cut(s)) for s in SENTENCES],
            'cutAll': ['/'.join(jieba.cut(s, cut_all=True)) for s in SENTENCES],
            'cutPlain': ['/'.join(jieba.cut(s, HMM=False)) for s in SENTENCES],
            'tags': [' '.join(p.word + '/' + p.flag for p in jieba.posseg.cut(s)) for s in SENTENCES],
        })
    return {'sentences': SENTENCES, 'steps': steps}


def main():
    jieba.setLogLevel(60)
    if sys.argv[1] == '--lines':
        with open(sys.argv[2], encoding='utf-8', newline='\n') as f, open(sys.argv[3], 'w', encoding='utf-8', newline='\n') as out:
            for line in f:
                out.write('\n'.join(rows_of([line.rstrip('\n')])) + '\n')
        return
    with open(sys.argv[1], encoding='utf-8') as f:
        chapters = json.load(f)
    lines = draw_lines(chapters)
    write('golden-tags.txt.gz', rows_of(lines))
    mixed = re.sub('[\ud800-\udfff]', '', '\n'.join(lines[3000:3060]))         # JSON has no place for half a pair
    texts = ['\n'.join(OWN), OWN[1], '', '的', mixed]
    texts += ['\n'.join(chapter['paragraphs']) for chapter in chapters[:8]]
    analyses = [analysed(text) for text in texts]
    play_of_words = play()

    jieba.finalseg.Force_Split_Words.clear()
    jieba.dt.__init__()                         # the script has changed the words: begin anew
    jieba.dt.initialize()
    jieba.posseg.dt.load_word_tag(jieba.dt.get_dict_file())
    jieba.load_userdict(io.BytesIO(USER.encode('utf-8')))
    new = [line.split(' ')[0] for line in USER.split('\n') if line]
    with_user = []
    for line in OWN + lines[len(OWN):3300:7]:
        at = RANDOM.randint(0, len(line))
        with_user.append(line[:at] + ''.join(RANDOM.choice(new) for _ in range(RANDOM.randint(0, 3))) + line[at:])
    write('golden-user-tags.txt.gz', rows_of(with_user))
    write('golden-analyse.json.gz', [json.dumps({'analyses': analyses, 'play': play_of_words}, ensure_ascii=True, separators=(',', ':'))])


if __name__ == '__main__':
    main()
