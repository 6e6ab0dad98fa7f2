// A news archive whose words are as many, and as unevenly spread, as those of natural Vietnamese: syllables of
// the language's onsets and rimes in six tones, tens of thousands of pairs of them as words, and small words
// between. None of it means anything. The same bytes for the same options.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from './random.mjs';
import { english } from './words.mjs';

const onsets = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x b c ch đ h l m n ng t th tr v'.split(
  ' ',
);
const rimes =
  'a ai am an ang anh ao at ac ach ay au ăn ăng ăc ăm ât ân âu ây âm âng e en eo em êm ên ênh êt i im in inh iên iêu iêng iêt ich o oi on ong ot oc oan oang ôi ôn ông ôt ôc ơi ơn ơm u ui un ung ut uc uôn uông uôi ư ưa ưng ưc ươi ươn ương ươc ươt ươm'.split(
    ' ',
  );
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const vowels = /[aăâeêioôơuưy]/;

/** A rime with its tone on the letter that bears it. */
function withTone(rime, tone) {
  if (tone === '') return rime;
  const letters = [...rime];
  const marked = letters.findIndex((letter) => /[ăâêôơ]/.test(letter));
  const first = letters.findIndex((letter) => vowels.test(letter));
  const at = marked >= 0 ? marked : first;
  letters[at] += tone;
  return letters.join('').normalize('NFC');
}

/** Picks a place in a list of so many, the first ones most often (Zipf). */
const zipf = (random, count) => Math.floor(count ** random.next()) - 1;

/** The vocabulary for a seed. */
export function createVocabulary(seed = 1) {
  const random = createRandom(`vocabulary ${seed}`);
  const syllables = new Set();
  while (syllables.size < 4200) {
    const rime = random.one(rimes);
    // Syllables that end in a stop have two tones.
    const tone = /[tc]$|ch$/.test(rime) ? random.one(['\u0301', '\u0323']) : random.one(tones);
    syllables.add(random.one(onsets) + withTone(rime, tone));
  }
  const all = [...syllables];
  const words = new Set();
  while (words.size < 45_000) {
    const first = all[Math.min(all.length - 1, zipf(random, all.length * 2))];
    words.add(`${first} ${all[random.whole(0, all.length - 1)]}`);
  }
  return { small: all.slice(0, 500), words: [...words] };
}

/** The articles of an archive, one after another. */
export function* createArticles({ count, seed = 1, vocabulary = createVocabulary(seed) }) {
  const { small, words } = vocabulary;
  const from = Date.UTC(2012, 0, 1);
  const step = Math.floor((14 * 365 * 86_400_000) / count);
  for (let index = 0; index < count; index++) {
    const random = createRandom(`article ${seed} ${index}`);
    /** What the article is about comes back in it. */
    const topic = Array.from({ length: 12 }, () => words[random.whole(0, words.length - 1)]);
    const word = () =>
      random.chance(0.08)
        ? random.one(topic)
        : random.chance(0.45)
          ? small[zipf(random, small.length)]
          : words[zipf(random, words.length)];
    const sentence = (least, most) => {
      const text = Array.from({ length: random.whole(least, most) }, word).join(' ');
      return text.charAt(0).toUpperCase() + text.slice(1);
    };
    const isEnglish = random.chance(0.05);
    const write = (least, most) =>
      isEnglish
        ? random.one(english).replace(/\{(\w+)\}/g, () => random.one(topic))
        : `${sentence(least, most)}${random.chance(0.2) ? ` ${random.whole(2, 99_000)}` : ''}.`;
    const length = Math.min(60_000, 4350 * Math.exp(0.61 * random.normal()));
    const paragraphs = [];
    for (let bytes = 0; bytes < length; ) {
      const paragraph = Array.from({ length: random.whole(2, 5) }, () => write(6, 18)).join(' ');
      paragraphs.push(paragraph);
      bytes += Buffer.byteLength(paragraph) + 2;
    }
    yield {
      index,
      title: `${random.one(topic)} ${random.one(topic)} ${small[random.whole(0, 499)]} ${random.one(topic)}`,
      summary: `${write(6, 14)} ${write(6, 14)}`,
      date: new Date(from + index * step).toISOString().slice(0, 16).replace('T', ' '),
      category: ['kinh-te', 'xa-hoi', 'van-hoa', 'the-thao'][random.whole(0, 3)],
      tags: [random.one(topic), words[zipf(random, 300)]],
      paragraphs,
    };
  }
}

/** A site below `root` with so many articles. Returns them without their bodies. */
export function writeSearchCorpus({ root, count, seed = 1 }) {
  mkdirSync(root, { recursive: true });
  writeFileSync(
    path.join(root, 'broadsheet.config.ts'),
    "import { defineConfig } from 'broadsheet';\nexport default defineConfig({ site: { title: 'Báo Thử', origin: 'https://bao.example' } });\n",
  );
  for (const key of ['kinh-te', 'xa-hoi', 'van-hoa', 'the-thao']) {
    mkdirSync(path.join(root, 'content', key), { recursive: true });
    writeFileSync(path.join(root, 'content', key, '_index.md'), `---\ntitle: ${key}\n---\n`);
  }
  const all = [];
  for (const article of createArticles({ count, seed })) {
    writeArticle(root, article);
    all.push({ ...article, paragraphs: undefined });
  }
  return all;
}

/** The file of an article; returns its path. */
export function writeArticle(root, { index, title, summary, date, category, tags, paragraphs }) {
  const file = path.join(root, 'content', category, `bai-${index}.md`);
  writeFileSync(
    file,
    `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nsummary: ${JSON.stringify(summary)}\ntags: ${JSON.stringify(tags)}\nauthors: [Người ${index % 40}]\n---\n\n${paragraphs.join('\n\n')}\n`,
  );
  return file;
}
