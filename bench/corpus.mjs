#!/usr/bin/env node
// node bench/corpus.mjs --articles 10000 --out DIR [--seed 1] [--pictures N] [--extra]
// A news archive of Markdown in DIR/content, the same bytes for the same options, that Broadsheet and Hugo
// both read as it is:   a/<slug>.md   the articles, one flat folder; served at /a/<slug>/   c/<key>/_index.md
// 12 categories in two levels; served at /c/<key>/   img/photo-001.jpg   with --pictures: 2400x1600 of about
// 1 MB; the bodies show them, each at least once --extra writes one more article into an archive of that
// many: the newest.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writePhotographs } from './photographs.mjs';
import { createRandom, weighted } from './random.mjs';
import {
  bodies,
  categories,
  english,
  families,
  givens,
  headings,
  middles,
  places,
  tags,
  titles,
  vietnamese,
} from './words.mjs';

const first = Date.UTC(2019, 6, 1);
const last = Date.UTC(2025, 6, 1);
const minute = 60_000;
const zone = 7 * 60 * minute;

const pickCategory = weighted(categories.map(([, , share]) => share));
const pickTag = weighted(tags.map((_, rank) => 1 / (rank + 3)));

const dateOf = (time) => `${new Date(time + zone).toISOString().slice(0, 19)}+07:00`;
const slugOf = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const person = (random) => `${random.one(families)} ${random.one(middles)} ${random.one(givens)}`;
const grouped = (value, mark) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);

/** What other articles need to know of one: so that bodies can link to it. */
function outline(index, { seed, articles }) {
  const random = createRandom(`outline ${seed} ${index}`);
  const lang = random.chance(0.2) ? 'en' : 'vi';
  const place = random.one(places);
  const title = `${random.one(titles[lang].start)} ${random.one(titles[lang].thing)} ${lang === 'en' ? 'in' : 'ở'} ${place}`;
  return {
    index,
    lang,
    title,
    slug: `${slugOf(title)}-${index + 1}`,
    time: first + Math.floor(((last - first) * index) / articles / minute) * minute,
  };
}

/** Writes sentences and blocks in one language. */
function createWriter(random, lang, link) {
  const english_ = lang === 'en';
  const fill = {
    person: () => person(random),
    place: () => random.one(places),
    body: () => random.one(bodies),
    number: () => grouped(random.whole(14, 64_000), english_ ? ',' : '.'),
    percent: () => `${random.whole(2, 97)}${english_ ? '.' : ','}${random.whole(0, 9)}%`,
    day: () =>
      english_
        ? `${random.whole(1, 28)}/${random.whole(1, 12)}`
        : `${random.whole(1, 28)}-${random.whole(1, 12)}`,
  };
  const sentence = () =>
    random.one(english_ ? english : vietnamese).replace(/\{(\w+)\}/g, (_, name) => fill[name]());
  /** A sentence, now and then with emphasis, a link to another article or an address. */
  const rich = () => {
    const text = sentence();
    const kind = random.next();
    if (kind < 0.09) {
      const words = text.split(' ');
      const start = random.whole(1, Math.max(1, words.length - 5));
      const mark = random.chance(0.65) ? '**' : '*';
      const part = words.slice(start, start + 3);
      // Emphasis ends at a letter: both parsers then agree, whatever follows.
      if (part.length === 3 && part.every((word) => /^[\p{L}\d]+$/u.test(word)))
        words.splice(start, 3, `${mark}${part.join(' ')}${mark}`);
      return words.join(' ');
    }
    if (kind < 0.15) {
      const other = link();
      return `${text} ${english_ ? 'Earlier' : 'Đọc thêm'}: [${other.title}](/a/${other.slug}/).`;
    }
    if (kind < 0.165)
      return `${text} (${english_ ? 'source' : 'nguồn'}: <https://example.org/${random.whole(100, 9999)}>)`;
    return text;
  };
  const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  return {
    sentence,
    heading: (depth) => `${'#'.repeat(depth)} ${random.one(headings[lang])}`,
    paragraph: () => times(random.whole(2, 5), rich).join(' '),
    bullets: () => times(random.whole(3, 6), () => `- ${sentence()}`).join('\n'),
    steps: () => times(random.whole(3, 5), (index) => `${index + 1}. ${rich()}`).join('\n'),
    quote: () => `> ${sentence()} ${sentence()}\n>\n> *${person(random)}*`,
    table: () => {
      const head = english_
        ? '| Place | Last year | This year | Change |'
        : '| Nơi | Năm trước | Năm nay | Tăng giảm |';
      const rows = times(
        random.whole(3, 8),
        () => `| ${fill.place()} | ${fill.number()} | ${fill.number()} | ${random.whole(-25, 45)}% |`,
      );
      return [head, '| :-- | --: | --: | :-: |', ...rows].join('\n');
    },
    picture: (number) =>
      `![${fill.place()}, ${random.one(headings[lang])}](/img/${pictureName(number)} "${sentence().replaceAll('"', '')}")`,
  };
}

/** A body of about `size` bytes. */
function writeBody(random, size, write, pictures) {
  const blocks = [];
  const notes = [];
  const queue = [...pictures];
  let bytes = 0;
  let sinceHeading = 0;
  const add = (block) => {
    blocks.push(block);
    bytes += Buffer.byteLength(block) + 2;
  };
  add(write.paragraph());
  while (bytes < size) {
    if (queue.length > 0) add(write.picture(queue.shift()));
    const kind = random.next();
    sinceHeading += 1;
    if (sinceHeading > 3 && kind < 0.35) {
      add(write.heading(random.chance(0.8) ? 2 : 3));
      sinceHeading = 0;
    }
    if (kind > 0.96) add(write.bullets());
    else if (kind > 0.935) add(write.steps());
    else if (kind > 0.895) add(write.quote());
    else if (kind > 0.875) add(write.table());
    else if (kind > 0.855) {
      notes.push(`[^${notes.length + 1}]: ${write.sentence()}`);
      add(`${write.paragraph()}[^${notes.length}]`);
    } else add(write.paragraph());
  }
  for (const picture of queue) add(write.picture(picture));
  return `${[...blocks, ...notes].join('\n\n')}\n`;
}

const pictureName = (number) => `photo-${String(number + 1).padStart(3, '0')}.jpg`;

/** Numbers of the pictures in an article: all are shown, each article has one. */
function picturesOf(index, articles, pictures) {
  if (pictures === 0) return [];
  if (index >= pictures) return [index % pictures];
  return Array.from(
    { length: Math.ceil((pictures - index) / articles) },
    (_, turn) => index + turn * articles,
  );
}

function toMarkdown({ index, lang, title, time }, { seed, articles, pictures }, all) {
  const random = createRandom(`article ${seed} ${index}`);
  const write = createWriter(random, lang, () => all[random.whole(0, articles - 1)]);
  const [category] = categories[pickCategory(random.next())];
  const chosen = new Set();
  const wanted = random.whole(2, 5);
  while (chosen.size < wanted) chosen.add(tags[pickTag(random.next())]);
  const authors = Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => person(random));
  const matter = [
    `title: ${JSON.stringify(title)}`,
    `date: ${dateOf(time)}`,
    `authors: ${JSON.stringify(authors)}`,
    `category: c/${category}`,
    `tags: ${JSON.stringify([...chosen])}`,
    `summary: ${JSON.stringify(`${write.sentence()} ${write.sentence()}`)}`,
    ...(random.chance(0.03) ? ['featured: true'] : []),
    ...(lang === 'en' ? ['lang: en'] : []),
  ];
  const size = Math.min(60_000, 4350 * Math.exp(0.61 * random.normal()));
  return `---\n${matter.join('\n')}\n---\n\n${writeBody(random, size, write, picturesOf(index, articles, pictures))}`;
}

/**
 * Writes an archive below `out`, or, with `extra`, the one article that is newer than all of it. Returns the
 * paths of articles.
 */
export async function writeCorpus({ articles, out, seed = 1, pictures = 0, extra = false }) {
  const options = { articles, seed, pictures };
  const folder = path.join(out, 'content');
  const all = Array.from({ length: articles }, (_, index) => outline(index, options));
  mkdirSync(path.join(folder, 'a'), { recursive: true });
  const save = (article) => {
    const file = path.join(folder, 'a', `${article.slug}.md`);
    writeFileSync(file, toMarkdown(article, options, all));
    return file;
  };
  if (extra) return [save({ ...outline(articles, options), time: last })];
  for (const [order, [key, title]] of categories.entries()) {
    mkdirSync(path.join(folder, 'c', key), { recursive: true });
    writeFileSync(
      path.join(folder, 'c', key, '_index.md'),
      `---\ntitle: ${title}\norder: ${order + 1}\n---\n`,
    );
  }
  if (pictures > 0)
    await writePhotographs({
      folder: path.join(folder, 'img'),
      names: Array.from({ length: pictures }, (_, number) => pictureName(number)),
      seed,
    });
  return all.map(save);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '1000' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      pictures: { type: 'string', default: '0' },
      extra: { type: 'boolean', default: false },
    },
  });
  if (!values.out) throw new Error('--out DIR is needed');
  const files = await writeCorpus({
    ...values,
    articles: Number(values.articles),
    seed: Number(values.seed),
    pictures: Number(values.pictures),
  });
  process.stdout.write(`${files.length} articles in ${path.join(values.out, 'content')}\n`);
}
