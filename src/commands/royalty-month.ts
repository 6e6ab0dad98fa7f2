import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { documentKind } from '../addresses/document-kind.ts';
import { isRemote } from '../addresses/locate.ts';
import type { SourcePath } from '../brands.ts';
import type { Analysis } from '../build/open-site.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { sortMessages } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findFile } from '../model/references.ts';
import type { Registry } from '../model/registry.ts';
import { findPaid } from '../royalties/find-paid.ts';
import {
  compareLedger,
  type Difference,
  isLedgerName,
  type Ledger,
  ledgerFolder,
  type Paid,
  paidElsewhere,
  parseLedger,
  type Renamed,
} from '../royalties/ledger.ts';
import { mayBePaid, readBroken } from '../royalties/read-broken.ts';
import { authorKey, type PaidAuthor, type Royalties, royaltiesOf } from '../royalties/royalties.ts';
import type { ArticleDocument } from '../types.ts';
import { createStandingOf } from '../workflow/standings.ts';
import { readData } from './read-data.ts';
import type { Survey } from './survey.ts';

/** What is due for a month. */
export interface RoyaltyMonth {
  /** The month's ledger, when the month is closed. */
  readonly ledger: Ledger | undefined;
  readonly today: Royalties;
  /** Mistakes that keep articles of the month from being paid. */
  readonly mistakes: readonly Diagnostic[];
  readonly differences: readonly Difference[];
  /** Articles of the ledger that have another path today. */
  readonly renamed: readonly Renamed[];
  /** Returns the same text for all rows of one author. */
  readonly keyOf: (author: PaidAuthor) => string;
}

/** Computes the royalties of a month from today's articles, and compares them with the ledgers. */
export function readMonth(surveyed: Survey, month: string): RoyaltyMonth {
  const { root, config, analysis, registry } = surveyed;
  const ledgers = readLedgers(root);
  const ledger = ledgers.find((each) => each.month === month);
  const paid = paidBefore(analysis, ledgers);
  const articles = payableArticles(surveyed, paid);
  const today = royaltiesOf({
    // An article that a closed month has paid stays in it, whatever its date today.
    isOfMonth: ({ path: article, data }) => {
      const months = paid.monthsOf(article);
      return months.length > 0 ? months.includes(month) : data.date.startsWith(`${month}-`);
    },
    config: config.royalties,
    articles,
    authorsNamed: (name) => authorsNamed(name, registry),
    pictureFile: (from, url) => pictureFile({ from, url, config, analysis }),
    language: config.site.language,
  });
  const keyOf = createKeyOf(registry);
  const datedPaths = new Set(
    articles.flatMap(({ document: { path: article, data } }) =>
      data.date.startsWith(`${month}-`) ? article.normalize('NFC') : [],
    ),
  );
  return {
    ledger,
    today,
    keyOf,
    mistakes: sortMessages([...today.mistakes, ...unreadable({ ...surveyed, month })]),
    differences: [
      ...(ledger
        ? compareLedger({ closed: ledger, today: today.rows, keyOf, pathToday: paid.pathToday })
        : []),
      ...paidElsewhere({ ledgers, month, isDated: (article) => datedPaths.has(article), paid }),
    ],
    renamed: paid.renamed.filter(({ to }) => paid.monthsOf(to).includes(month)),
  };
}

const paidBefore = ({ documents, files, histories }: Analysis, ledgers: readonly Ledger[]): Paid =>
  findPaid({
    ledgers,
    articles: documents.flatMap((document) =>
      document.kind === 'article'
        ? { path: document.path, title: document.data.title, date: document.data.date.slice(0, 10) }
        : [],
    ),
    isGone: (article) => !files.has(article.normalize('NFC')),
    movedTo: histories.movedTo,
  });

interface PayableToday {
  readonly document: ArticleDocument;
  readonly mistake?: Diagnostic;
}

/** The articles to pay, and those that would be paid but for a mistake. */
function payableArticles({ root, config, analysis, now }: Survey, paid: Paid): PayableToday[] {
  const { documents, messages, modelled } = analysis;
  const { articles } = modelled;
  const standingOf = createStandingOf({ root, config, messages, articles, now });
  return documents.flatMap((document) => {
    if (document.kind !== 'article') return [];
    const { standing, mistake } = standingOf(document);
    const isPaidBefore = standing === 'scheduled' && paid.monthsOf(document.path).length > 0;
    if (standing === 'published' || standing === 'expired' || isPaidBefore) return { document };
    const isKeptOut = standing === 'unapproved' || standing === 'broken';
    return isKeptOut && Date.parse(document.data.date) <= now
      ? { document, ...(mistake && { mistake }) }
      : [];
  });
}

function authorsNamed(name: string, registry: Registry): PaidAuthor[] {
  const entries = registry.named(name);
  if (entries.length === 0) return [{ author: name }];
  return entries.map(({ id, document }) => ({ id, author: document.data.name }));
}

/** The file of a picture that an article shows; undefined when the picture is not the site's own. */
function pictureFile({
  from,
  url,
  config,
  analysis: { files, assets },
}: {
  from: SourcePath;
  url: string;
  config: ResolvedConfig;
  analysis: Analysis;
}): string | undefined {
  const file = isRemote(url) ? undefined : findFile({ from, url, files, config });
  return file && file !== 'outside' && assets.get(file.path)?.picture ? file.path : undefined;
}

/**
 * Makes the function that returns the same text for all rows of one author, in ledgers and today. An author
 * who got a registry entry later, or another id, is found by name.
 */
function createKeyOf(registry: Registry): (author: PaidAuthor) => string {
  return (row) => {
    const [entry, ...others] =
      row.id === undefined || !registry.entries.some(({ id }) => id === row.id)
        ? registry.named(row.author)
        : [];
    return authorKey(entry && others.length === 0 ? { ...row, id: entry.id } : row);
  };
}

/**
 * Mistakes of files that may be articles of the month but cannot be read. A broken entry of an author may
 * concern any article.
 */
function unreadable({
  root,
  config,
  discovered,
  analysis: { documents },
  month,
}: Survey & { readonly month: string }): Diagnostic[] {
  const refused = discovered.messages.filter(({ path: file }) => documentKind(file, config) === 'article');
  return [
    ...refused,
    ...documents.flatMap((document) => {
      if (document.kind !== 'broken') return [];
      const kind = documentKind(document.path, config);
      const matters =
        kind === 'author' ||
        (kind === 'article' &&
          mayBePaid(readBroken({ root, path: document.path }), { month, path: document.path, config }));
      return matters ? document.messages.filter(({ severity }) => severity === 'error') : [];
    }),
  ];
}

/** The ledgers of all closed months. Throws a `UsageError` for an invalid one. */
function readLedgers(root: string): Ledger[] {
  const folder = path.join(root, ledgerFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isLedgerName)
    .sort()
    .map((name) => readData(path.join(folder, name), (text) => parseLedger(text, name)));
}
