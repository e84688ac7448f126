#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Cuts one text with ours, with @node-rs/jieba (npm) and with python3-jieba (Debian), in turns; writes the table.

    apt-get install python3-jieba              # or: PYTHONPATH=<where it is unpacked>
    dotnet build -c Release benchmarks/TextIndex.Benchmarks
    python3 benchmarks/Peers/words.py --text big.txt [--rounds 5] [--python-bytes 400000] [--output benchmarks/results/<date>/words.md]
    python3 benchmarks/Peers/words.py --corpus modern.jsonl.gz …         # draws every 7th document, 16 MB

npm's package is installed into a temporary folder. Every peer reads the text once and then waits; within a round all take their turn, and a ratio is
taken within its round. Python cuts the head of the text alone, because it needs minutes for all of it.
"""
import argparse
import gzip
import json
import os
import statistics
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = os.path.join(HERE, '..', 'TextIndex.Benchmarks', 'bin', 'Release', 'net10.0', 'TextIndex.Benchmarks.dll')
WAYS = ['jieba', 'jieba-strings', 'jieba-search', 'jieba-tags', 'graph', 'graph-strings', 'graph-tags', 'graph-1-thread', 'graph-2-threads', 'jieba-1-thread', 'jieba-2-threads']
PYTHON = '''
import sys, time, logging
import jieba
jieba.setLogLevel(60)
jieba.initialize()
lines = open(sys.argv[1], encoding='utf-8').read().split('\\n')
for _ in sys.stdin:
    start = time.perf_counter()
    words = sum(len(jieba.lcut(line)) for line in lines)
    print(time.perf_counter() - start, words, flush=True)
'''


class Peer:
    def __init__(self, command, file, cwd=None):
        self.bytes = os.path.getsize(file)
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=cwd)

    def run(self, way='go'):
        self.process.stdin.write(way + '\n')
        self.process.stdin.flush()
        seconds, *rest = self.process.stdout.readline().split()
        return self.bytes / 1e6 / float(seconds), rest


def draw(corpus, target, most):
    size = 0
    with open(target, 'w', encoding='utf-8') as out, gzip.open(corpus, 'rt', encoding='utf-8') as lines:
        for number, line in enumerate(lines):
            if number % 7:
                continue
            for paragraph in (json.loads(line).get('text') or '').split('\n'):
                if paragraph.strip() and size < most:
                    out.write(paragraph + '\n')
                    size += len(paragraph.encode('utf-8')) + 1
            if size >= most:
                return


def spread(values):
    return f'{statistics.median(values):.1f} ({min(values):.1f}–{max(values):.1f})'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--text')
    parser.add_argument('--corpus')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--python-bytes', type=int, default=400_000)
    parser.add_argument('--bytes', type=int, default=16_000_000)
    parser.add_argument('--node-modules', help='a folder where @node-rs/jieba is installed already')
    parser.add_argument('--python', default='/usr/bin/python3', help='the interpreter that python3-jieba is installed for')
    parser.add_argument('--output')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        text = options.text or os.path.join(scratch, 'text.txt')
        if options.corpus:
            draw(options.corpus, text, options.bytes)
        small = os.path.join(scratch, 'small.txt')
        with open(text, encoding='utf-8') as source, open(small, 'w', encoding='utf-8') as out:
            size = 0
            for line in source:
                if size >= options.python_bytes:
                    break
                out.write(line)
                size += len(line.encode('utf-8'))
        node = options.node_modules or scratch
        if not options.node_modules:
            subprocess.run(['npm', 'install', '--prefix', scratch, '@node-rs/jieba@2.0.3'], check=True, stdout=subprocess.DEVNULL)
        ours = Peer(['dotnet', OURS, '--words-peer', text], text)
        rust = Peer(['node', os.path.join(HERE, 'words.mjs'), os.path.abspath(text)], text, cwd=node)
        python = Peer([options.python, '-c', PYTHON, small], small)
        for way in WAYS:
            ours.run(way), ours.run(way)
        rust.run(), python.run()
        speeds = {name: [] for name in WAYS + ['@node-rs/jieba', 'python3-jieba']}
        counts = {}
        for _ in range(options.rounds):
            speed, counts['@node-rs/jieba'] = rust.run()
            speeds['@node-rs/jieba'].append(speed)
            for way in WAYS:
                speed, counts[way] = ours.run(way)
                speeds[way].append(speed)
            speed, counts['python3-jieba'] = python.run()
            speeds['python3-jieba'].append(speed)
        for peer in (ours, rust, python):
            peer.process.stdin.close()
            peer.process.wait()
        ratios = {'@node-rs/jieba': 'jieba', 'python3-jieba': 'jieba'}
        rows = ['# Words, beside their peers', '',
                f'{time.strftime("%Y-%m-%d", time.gmtime())}, `benchmarks/Peers/words.py`, {os.cpu_count()} processors, {ours.bytes / 1e6:.1f} MB of UTF-8 ({python.bytes / 1e6:.1f} MB for python), '
                f'{options.rounds} rounds in turns; median (least–most).', '', '| way | MB/s | words | bytes allocated by the calling thread |', '|---|---:|---:|---:|']
        for name, values in speeds.items():
            rest = counts[name] + ['']
            rows.append(f'| {name} | {spread(values)} | {rest[0]} | {rest[1]} |')
        rows += ['', '| ratio, each within its round | |', '|---|---:|']
        for peer, way in ratios.items():
            rows.append(f'| {way} (spans) to {peer} | {spread([a / b for a, b in zip(speeds[way], speeds[peer])])} |')
            rows.append(f'| {way}-strings to {peer} | {spread([a / b for a, b in zip(speeds[way + "-strings"], speeds[peer])])} |')
        for model in ('jieba', 'graph'):
            rows.append(f'| {model}, two threads to one | {spread([a / b for a, b in zip(speeds[model + "-2-threads"], speeds[model + "-1-thread"])])} |')
        table = '\n'.join(rows) + '\n'
        print(table)
        if options.output:
            with open(options.output, 'w', encoding='utf-8') as out:
                out.write(table)


if __name__ == '__main__':
    main()
