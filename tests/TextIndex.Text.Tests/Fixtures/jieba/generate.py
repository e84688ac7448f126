#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes golden.txt.gz and golden-user.txt.gz: lines that may be published, and what python's jieba 0.42.1 makes of them.

    apt-get install python3-jieba
    npm pack chinese-poetry@2.0.1 && tar xf chinese-poetry-2.0.1.tgz
    python3 generate.py package/dist/lunyu/lunyu.json

The lines are drawn with a fixed seed from jieba's own dictionary, from characters of every kind, from the Analects (public domain) and
from a few sentences written for this test, so running it again gives the same bytes.

golden.txt:       six lines a text: the text; then its words in jieba's cut, cut(HMM=False), cut(cut_all=True), cut_for_search,
                  cut_for_search(HMM=False).
golden-user.txt:  three lines a text: the text; cut, cut(HMM=False), after load_userdict(user.txt).
Words are parted by one TAB. A code unit that is no printable BMP character, and the backslash, is written \\uXXXX. An empty word of
cut_all stays empty.
"""
import gzip
import io
import json
import os
import random
import re
import sys
import warnings

warnings.simplefilter('ignore')
import jieba  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
RANDOM = random.Random(20261122)

OWN = """
七月的清晨，青禾县图书馆门口已经排起了长队，管理员林小满把“学习角”的牌子擦了又擦。
会议指出，要把调查研究作为基本功，既要“身入”基层，更要“心到”基层，听真话、察实情。
王建川副书记在会上强调：一要抓思想、二要抓作风、三要抓落实，决不能搞形式主义！
全年实现地区生产总值1,283.6亿元，同比增长6.5%，其中第三产业占比52.3%，较上年提高0.8个百分点。
我们用C++和C#重写了T恤管理系统，B超数据每3.5秒同步一次，AT&T的专线也接通了。
他说：“知之为知之，不知为不知，是知也。”大家都笑了……
請同學們把《論語》翻到第十二頁，齊聲朗讀「己所不欲，勿施於人」這一句。
南京市长江大桥建成通车，市长江大桥同志到场祝贺。
研究生命的起源，结婚的和尚未结婚的，都可以报名。
工信处女干事每月经过下属科室都要亲口交代24口交换机等技术性器件的安装工作。
小明硕士毕业于中国科学院计算所，后在日本京都大学深造。
周末我去了趟杭研大厦旁边的咖啡馆，点了一杯冰美式，花了28.50元，用的是Alipay v10.2.33。
乡村振兴，关键在人；产业兴旺，重点在链。三张清单、四个一批、五级书记一起抓。
联系邮箱：lin.xiaoman@example.org，电话 0571-8888-6666，网址 https://example.org/a_b?c=1&d=2#top
ｆｕｌｌ－ｗｉｄｔｈ　ＡＢＣ１２３，％＋＃也来凑个热闹。
第一章 总则 第一条 为了规范本办法的适用，根据有关规定，结合本县实际，制定本办法。
老李头蹲在田埂上，叭嗒叭嗒抽着旱烟，半晌才蹦出一句：“俺看，中！”
韩冰是个好人，易中天在讲三国，李小福是创新办主任也是云计算方面的专家。
这是一个伸手不见五指的黑夜。我叫孙悟空，我爱北京，我爱Python和C++。
不忘初心、牢记使命，学思用贯通，知信行统一，一以贯之抓好“三会一课”。
2023年12月31日23:59:59，温度-3.5℃，湿度%60，信噪比+12dB，误差±0.01%。
他从马上下来，马上就走；把手放下，门把手坏了；这几块地面积还真不小。
阿Q正传、B站、卡拉OK、IC卡、X光、3D打印、5G基站、PM2.5、A4纸、K歌、U盘、AA制。
""".strip().split('\n')

LATIN = ['GDP', 'C++', 'c#', 'AT&T', 'iPhone15', '3.5%', '2023', '1.2.3', '-7', 'a', 'Z', '0', 'v2.0-rc.1', 'x_y', 'T恤', 'B超', 'AA制', 'A股',
         'hello', 'HTTP/2', '50%', '%d', '...', '..', '.', '#', '&', '+', '-', '_', '%', '10.5.', '.5', '5.', 'a.b', '1e-9', 'foo.bar%', '9.%']
PUNCTUATION = list('，。：；！？、“”‘’《》〈〉（）【】「」『』—…·～￥') + list(',.:;!?"\'()[]<>/\\|@$^*=~`{}') + ['……', '——', '，“', '。”']
WIDE = list('ＡＢｃｄ１２９０％＋－＃＆．＿　') + ['é', 'ß', 'İ', 'Ω', 'γ', 'ж', 'の', 'カ', '한', '⑳', '㎡', 'Ⅳ', '〇', '々', '㐀', '䶵', '鿕', '鿖', '鿿', '\u4dff']
BEYOND = ['😀', '👨\u200d👩\u200d👧', '🇨🇳', '𠀀', '𪜶', '\U00020bdf', '\U0002b7a9', '𝔸', '\U0010ffff', '\ud83d', '\ude00', '\ud800', '\udfff', '\ufffd', '\ufeff']
SPACE = [' ', '  ', '\t', '\r\n', '\n', '\r', '\n\r', '\r\r\n', '\v', '\f', '\x1c', '\x1d', '\x1e', '\x1f', '\x85', '\xa0', '\u1680', '\u180e',
         '\u2000', '\u200a', '\u200b', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\u2060', '\0', '\x01', '\x7f']
MIXTURES = [LATIN, PUNCTUATION, WIDE, BEYOND, SPACE]

USER = """
云计算 5
李小福 2 nr
创新办 3 i
easy_install 3 eng
好用 300
韩玉赏鉴 3 nz
八一双鹿 3 nz
台中
凱特琳 nz
Edu Trust认证 2000
枫桥经验
两个维护 20 n
“两个维护” 20 n
人工智能 2.0
青禾县
林小满 nr
新质生产力 99999
长江大桥 0
科学院 0
京都大学 1
学而时
𠀀𪜶
B站
x_y 7
C++
把调查研究
三会一课
""".lstrip()


def escape(text):
    # Surrogate pairs are written as the two units they are in UTF-16: the reader then has no special case.
    out = []
    for c in text:
        if c == '\\' or c < ' ' or '\x7f' <= c <= '\xa0' or '\u2000' <= c <= '\u200f' or '\u2028' <= c <= '\u202f' or '\ud800' <= c <= '\udfff' or c in '\u180e\u205f\u2060\ufeff\u1680':
            out.append('\\u%04X' % ord(c))
        elif ord(c) > 0xFFFF:
            v = ord(c) - 0x10000
            out.append('\\u%04X\\u%04X' % (0xD800 + (v >> 10), 0xDC00 + (v & 0x3FF)))
        else:
            out.append(c)
    return ''.join(out)


def words_of_dictionary():
    with jieba.get_dict_file() as f:
        lines = [line.decode('utf-8').split(' ') for line in f]
    return [line[0] for line in lines], [int(line[1]) for line in lines]


def draw_lines(analects):
    words, counts = words_of_dictionary()
    total = [0]
    for count in counts:
        total.append(total[-1] + count)
    han = ''.join(sorted({c for w in words for c in w if '\u4e00' <= c <= '\u9fd5'}))
    common = [w for w, _ in sorted(zip(words, counts), key=lambda p: (-p[1], p[0]))[:3000]]

    def zipf(n):
        return ''.join(RANDOM.choices(words, cum_weights=total[1:], k=n))

    def anyhow(n):
        return ''.join(RANDOM.choice(words) for _ in range(n))

    def rare(n):
        return ''.join(RANDOM.choice(han) for _ in range(n))

    def cuttings(n):                    # pieces of words: what the hidden Markov model is asked about
        pieces = []
        for _ in range(n):
            word = RANDOM.choice(words)
            at = RANDOM.randrange(len(word))
            pieces.append(word[at:at + RANDOM.randint(1, 3)])
        return ''.join(pieces)

    def usual(n):
        return ''.join(RANDOM.choice(common) for _ in range(n))

    makers = [zipf, zipf, anyhow, rare, cuttings, usual]
    lines = list(OWN)
    for chapter in analects:
        lines += chapter['paragraphs']
    for _ in range(1500):               # Han alone, with punctuation between the runs
        runs = [RANDOM.choice(makers)(RANDOM.randint(1, 12)) for _ in range(RANDOM.randint(1, 5))]
        lines.append(''.join(run + RANDOM.choice('，。；：、') for run in runs))
    for _ in range(1200):               # everything mixed
        line = ''
        for _ in range(RANDOM.randint(2, 14)):
            line += RANDOM.choice(makers)(RANDOM.randint(1, 4)) if RANDOM.random() < 0.45 else RANDOM.choice(RANDOM.choice(MIXTURES))
        lines.append(line)
    for _ in range(400):                # no Han at all
        lines.append(''.join(RANDOM.choice(RANDOM.choice(MIXTURES)) for _ in range(RANDOM.randint(1, 20))))
    for _ in range(300):                # sentences of our own, damaged
        line = list(RANDOM.choice(OWN))
        for _ in range(RANDOM.randint(1, 8)):
            line[RANDOM.randrange(len(line))] = RANDOM.choice(['', RANDOM.choice(RANDOM.choice(MIXTURES)), RANDOM.choice(han)])
        lines.append(''.join(line))
    for maker in makers:                # long runs without a break
        lines.append(maker(300))
    lines += ['', '的' * 700, 'a' * 300, '1.5%' * 40, '\r\n' * 9, '鿖' * 20, '\r', '\r\n', '\n', '学', 'a1', '龘' * 30]
    return [re.sub('[\ud800-\udbff][\udc00-\udfff]', lambda m: m[0].encode('utf-16-le', 'surrogatepass').decode('utf-16-le'), line) for line in lines]


def write(name, rows):
    path = os.path.join(HERE, name)
    with open(path, 'wb') as f, gzip.GzipFile(filename='', mode='wb', fileobj=f, mtime=0, compresslevel=9) as z:
        z.write('\n'.join(rows).encode('utf-8') + b'\n')
    print(name, len(rows), 'lines', os.path.getsize(path), 'bytes')


def row(words):
    return '\t'.join(escape(word) for word in words)


def main():
    with open(sys.argv[1], encoding='utf-8') as f:
        lines = draw_lines(json.load(f))
    jieba.setLogLevel(60)
    rows = []
    for line in lines:
        rows += [escape(line), row(jieba.cut(line)), row(jieba.cut(line, HMM=False)), row(jieba.cut(line, cut_all=True)),
                 row(jieba.cut_for_search(line)), row(jieba.cut_for_search(line, HMM=False))]
    write('golden.txt.gz', rows)

    with open(os.path.join(HERE, 'user.txt'), 'w', encoding='utf-8', newline='\n') as f:
        f.write(USER)
    jieba.load_userdict(io.BytesIO(USER.encode('utf-8')))
    new = [line.split(' ')[0] for line in USER.split('\n') if line]
    rows = []
    for line in OWN + lines[len(OWN):3300:5]:
        at = RANDOM.randint(0, len(line))
        line = line[:at] + ''.join(RANDOM.choice(new) for _ in range(RANDOM.randint(0, 3))) + line[at:]
        rows += [escape(line), row(jieba.cut(line)), row(jieba.cut(line, HMM=False))]
    write('golden-user.txt.gz', rows)


if __name__ == '__main__':
    main()
