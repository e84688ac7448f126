// SPDX-License-Identifier: MIT
// @node-rs/jieba's side of words.py: reads a file, then cuts it for every line of standard input and answers "seconds words".
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const require = createRequire(process.cwd() + '/');
const { Jieba } = require('@node-rs/jieba');
const { dict } = require('@node-rs/jieba/dict');
const jieba = Jieba.withDict(dict);
const lines = readFileSync(process.argv[2], 'utf8').split('\n');
for await (const _ of createInterface({ input: process.stdin })) {
  const start = process.hrtime.bigint();
  let words = 0;
  for (const line of lines) words += jieba.cut(line, true).length;
  console.log(`${Number(process.hrtime.bigint() - start) / 1e9} ${words}`);
}
