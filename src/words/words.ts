import type { ArticleType } from '../front-matter/schema.ts';

/**
 * Every word of the theme and of page titles: where it is shown, and the meaning of each `{placeholder}` in
 * its text.
 */
export const wordNotes = {
  skip: 'first link of a page, past the header',
  menu: 'name of the main navigation, read out',
  breadcrumb: 'name of the path above a page, read out',
  footer: 'name of the links in the footer, read out',
  sections: 'name of the list of sections in the footer, read out',
  textSize: 'name of the buttons for the text size, read out',
  smaller: 'button; the letter and sign in brackets are shown: keep them',
  normal: 'button; the letter in brackets is shown: keep it',
  larger: 'button; the letter and sign in brackets are shown: keep them',
  languages: 'name of the links to other languages, read out',
  version: 'this language, on lists of another language, at an article in this one',
  untranslated: 'above an article that is shown in another language, for want of a translation',
  home: 'behind the name of a language whose front page a link leads to',
  appearance: 'name of the buttons for colours, read out',
  dark: 'button',
  contrast: 'button',
  photo: 'in front of the name of a photographer',
  minutes: 'how long an article is; {count} is the number of minutes',
  copy: 'button: the address of the article',
  copied: 'said when that was done',
  print: 'button',
  pause: 'button on a moving picture',
  listen: 'button: the browser reads the article aloud',
  stop: 'button: the browser stops reading',
  closePicture: 'button on a picture that fills the window, read out',
  previousPicture: 'button on a picture that fills the window, read out',
  nextPicture: 'button on a picture that fills the window, read out',
  contents: 'heading: table of contents',
  keyPoints: 'heading: what the article says, in a few sentences',
  corrected: 'below a headline, in front of the date of a correction',
  sheet: 'name of the table about an official document, read out',
  number: 'of an official document',
  issuer: 'of an official document: who issued it',
  signer: 'of an official document: who signed it',
  issued: 'of an official document: date of issue',
  effective: 'of an official document: date from which it is in force',
  field: 'of an official document: field, such as education',
  pinned: 'mark of an article that stands above newer ones',
  live: 'mark of a story that is still going on',
  articles: 'how many articles an author has; {count} is the number',
  printed: 'on paper, in front of the address of the page',
  updated: 'in front of the date of the last change',
  history: 'heading: versions of an article',
  firstPublished: 'behind the date of the first version',
  readers: 'in front of the number of readers',
  mostRead: 'heading: articles that most people read',
  corrections: 'heading and title: corrections',
  withdrawn: 'heading on the page of a withdrawn article',
  withdrawnText: 'text on the page of a withdrawn article',
  attachments: 'heading: files to download',
  tags: 'heading and title: tags',
  share: 'button',
  shareOn: 'in front of the name of a service',
  email: 'label',
  telephone: 'label',
  related: 'heading: articles on the same matter',
  neighbours: 'name of the links to the articles before and after, read out',
  previous: 'link to an older article',
  next: 'link to a newer article',
  lead: 'name of the main story of the front page, read out',
  featured: 'heading on the front page',
  latest: 'heading on the front page',
  subcategories: 'name of the links to subsections, read out',
  pagination: 'name of the links between pages of a list, read out',
  page: 'in front of the number of a page',
  newer: 'link to newer articles of a list',
  older: 'link to older articles of a list',
  first: 'link to the first page of a list',
  feed: 'link to the feed of a section',
  external: 'behind the name of another site that an article leads to, read out',
  empty: 'on a list without articles',
  archive: 'heading and title: all articles by month',
  notFound: 'heading and title of the page for addresses that there are not',
  notFoundText: 'text of that page',
  gone: 'heading and title of the page for addresses at which nothing will stand again',
  goneText: 'text of that page',
  notFoundHome: 'link of that page',
  notFoundSections: 'heading on that page, above the sections',
  feeds: 'heading and link: the list of feeds',
  feedsHelp: 'what readers do with the addresses of feeds',
  search: 'title of the page on which readers search, and the button that searches',
  searchLabel: 'name of the field that readers write into',
  searchHelp: 'below that field: how to search for words in a row, and without a word',
  searchOf: 'description of the page on which readers search; {site} is the name of the portal',
  searching: 'said while the search goes on',
  found: 'how many articles were found; {count} is the number',
  foundNone: 'said where nothing was found; {query} is what was looked for',
  foundPart: 'said where a part of the index cannot be loaded',
  foundError: 'said where the index cannot be loaded',
  meant: 'in front of a word that the reader may have meant',
  moreResults: 'button: further articles that were found',
  allOf: 'first choice of a filter: articles of all sections, authors and so on',
  filters: 'name of the filters',
  author: 'name of a filter',
  tag: 'name of a filter',
  category: 'name of a filter: section',
  year: 'name of a filter',
  type: 'name of a filter: kind of article',
  sort: 'name of the choice of an order',
  byRelevance: 'order: the best first',
  byDate: 'order: the newest first',
  suggestions: 'heading: sections, tags and authors that begin with what was written',
  searchWithout: 'text for readers without script',
  searchElsewhere: 'link to a search engine, for readers without script; {name} is its name',
  moved: 'heading of the page at an old address',
  movedTo: 'in front of the new address',
  types: {
    news: 'kind of an article, above its headline',
    feature: 'kind of an article',
    interview: 'kind of an article',
    analysis: 'kind of an article',
    photo: 'kind of an article: mostly pictures',
    video: 'kind of an article',
    announcement: 'kind of an article',
    document: 'kind of an article: an official document',
  } satisfies Record<ArticleType, string>,
  boxNote: 'title of an info box (`:::note`)',
  boxTip: 'title of an info box',
  boxInfo: 'title of an info box',
  boxImportant: 'title of an info box',
  boxWarning: 'title of an info box',
  boxDanger: 'title of an info box',
  boxCaution: 'title of an info box',
  transcript: 'title of what is said in a video or recording, folded away',
  download: 'link to the file of a video or recording',
  openOn: 'link to what another site shows; {service} is its name',
  embedNote: 'beneath such a link, where a click loads it into the page; {service} is the name of the site',
  data: 'title of the table behind a chart, folded away',
  homeTitle: 'first step of the path above a page',
  authors: 'title: all authors',
  withdrawnTitle: 'title of a withdrawn article',
  withdrawnArticle: 'description of a withdrawn article; {title} is its headline',
  numbered: 'title of a further page of a list; {title} is that of the list, {number} that of the page',
  correctionsOf: 'description of the corrections; {site} is the name of the portal',
  archiveOf: 'description of the archive; {site} is the name of the portal',
  articlesOf: 'description of a month; {site} is the name of the portal, {month} the month with its year',
  tagged: 'description of a tag; {tag} is the tag, {site} the name of the portal',
  allTags: 'description of the list of tags; {site} is the name of the portal',
  allAuthors: 'description of the list of authors; {site} is the name of the portal',
} as const;

/** A text that depends on a number, with the plural forms of its language (`Intl.PluralRules`). */
export interface PluralForms {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** The words of the interface in one language: texts, with `{placeholders}` for values. */
export type Words = {
  [Name in keyof typeof wordNotes]: Name extends 'types'
    ? Record<ArticleType, string>
    : Name extends 'minutes' | 'articles' | 'found'
      ? string | PluralForms
      : string;
};

/** Some of the words of a language. */
export type SomeWords = {
  [Name in keyof Words]?: Name extends 'types' ? Partial<Record<ArticleType, string>> : Words[Name];
};

/** The names of all words; those in a group are prefixed with its name: `types.news`. */
export const allWords: readonly string[] = Object.entries(wordNotes).flatMap(([name, note]) =>
  typeof note === 'string' ? [name] : Object.keys(note).map((inner) => `${name}.${inner}`),
);

/** The note on a word: `types.news`. */
export function noteOf(word: string): string {
  const [name = '', inner = ''] = word.split('.');
  const note: unknown = Reflect.get(wordNotes, name);
  return String(typeof note === 'object' && note !== null ? Reflect.get(note, inner) : note);
}

/** The placeholders that the text of a word may have. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/**
 * The texts of each written word, by its name; several for plural forms. Values that are no text are left
 * out.
 */
export function textsOf(written: unknown): Map<string, readonly string[]> {
  if (typeof written !== 'object' || written === null) return new Map();
  return new Map(
    Object.entries(written).flatMap(([name, value]: [string, unknown]): [string, readonly string[]][] => {
      if (name === 'types') return [...textsOf(value)].map(([inner, texts]) => [`types.${inner}`, texts]);
      const hasForms = typeof value === 'object' && value !== null && 'other' in value;
      const texts = hasForms ? Object.values(value) : [value];
      return texts.every(isText) ? [[name, texts]] : [];
    }),
  );
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Words by language. */
export type WordTables = Readonly<Record<string, Words>>;

/**
 * The words of a language. For `zh-Hant-TW` those of `zh-Hant-TW`, else `zh-Hant`, else `zh`; English where
 * there are none.
 */
export function findWords(tables: WordTables, language: string): Words {
  for (let tag = language.toLowerCase(); tag !== ''; tag = tag.replace(/-?[^-]*$/, '')) {
    const table = tables[tag];
    if (table) return table;
  }
  return tables.en as Words;
}

/** Fills in the placeholders of a text. Numbers are formatted for the language. */
export const fillWord = (
  text: string,
  values: Readonly<Record<string, string | number>>,
  language: string,
): string =>
  text.replace(/\{(\w+)\}/g, (written, name: string) => {
    const value = values[name] ?? written;
    return typeof value === 'number'
      ? new Intl.NumberFormat(language, { useGrouping: false }).format(value)
      : value;
  });

/** Formats by language: making one takes far longer than using it. */
const monthFormats = new Map<string, Intl.DateTimeFormat>();

/** `Tháng 11 năm 2026`; `November 2026`. `month` counts from 1. */
export function monthTitle(year: number, month: number, language: string): string {
  let format = monthFormats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(language, {
      month: 'long',
      year: 'numeric',
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    monthFormats.set(language, format);
  }
  const text = format.format(new Date(Date.UTC(year, month - 1, 1)));
  return text.replace(/^./u, (letter) => letter.toLocaleUpperCase(language));
}
