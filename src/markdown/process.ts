import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import type { BlockNames } from '../blocks/block.ts';
import { mayHaveDirectives } from '../blocks/block.ts';
import type { SourcePath } from '../brands.ts';
import { findUnusable, usableText } from '../bytes/usable-text.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Heading, Reference } from '../types.ts';
import { createParse } from './create-parse.ts';
import { deepFences } from './deep-fences.ts';
import { dropTitle } from './drop-title.ts';
import { reasonOf } from './find-broken-plugin.ts';
import { findForeignMarkup } from './foreign-markup.ts';
import { PluginFailure } from './guard-plugins.ts';
import { judgeDirectives } from './judge-directives.ts';
import { labelsOf } from './labels.ts';
import { limitTables } from './limit-tables.ts';
import {
  isDeeper,
  MAX_BLOCK_DEPTH,
  MAX_CELLS,
  MAX_DEPTH,
  MAX_HIGHLIGHTED,
  MAX_HTML_DEPTH,
  NestedTooDeep,
} from './limits.ts';
import { punctuateTree } from './punctuate-tree.ts';
import { rewrite } from './rewrite.ts';
import { createRunPlugins } from './run-plugins.ts';
import { isSmart } from './smart-punctuation.ts';
import { type Survey, survey } from './survey.ts';
import { toDiagnostic } from './to-diagnostic.ts';
import { toExcerpt } from './to-excerpt.ts';
import { createToHast } from './to-hast.ts';
import type { Place, Walk } from './walk.ts';

export interface MarkdownOptions {
  /** `auto` is satteri unless a plugin extends the syntax or satteri's binary does not load. */
  readonly parser: 'auto' | 'satteri' | 'remark';
  /** What happens to raw HTML: it is sanitised, kept, or shown as text. */
  readonly html: 'sanitise' | 'allow' | 'escape';
  /** The site's language, for documents without one. */
  readonly language: string;
  /** The site's own origin, `https://news.example`: links to it are internal. */
  readonly origin: string;
  /** The site's base path: `/`. */
  readonly base: string;
  /** Whether `~a~` is struck out like `~~a~~`. */
  readonly singleTilde: boolean;
  /** Languages whose straight quotation marks and hyphens are replaced by typographic ones. */
  readonly smartPunctuation: readonly string[];
  readonly remarkPlugins: PluggableList;
  readonly rehypePlugins: PluggableList;
  /** Whether code with a language is highlighted. */
  readonly highlight: boolean;
  /** The names of blocks. */
  readonly blocks: BlockNames;
}

export interface MarkdownInput {
  readonly text: string;
  readonly path: SourcePath;
  /** Line of the file, from 1, where `text` begins. */
  readonly line: number;
  /** Language of the document; empty for the site's. */
  readonly language: string;
  /** The title that the page shows above the body; empty where it is unknown. */
  readonly title: string;
}

export interface MarkdownResult {
  /**
   * Safe HTML with tokens (see tokens.ts) for links, pictures and dateline; empty when `messages` has an
   * error.
   */
  readonly html: string;
  readonly headings: Heading[];
  /** The ids in the body besides those of headings. */
  readonly ids: string[];
  readonly references: Reference[];
  readonly excerpt: string;
  readonly words: number;
  readonly messages: Diagnostic[];
}

/**
 * Processes one body, which depends on nothing else. Never rejects for mistakes of an author or a plugin:
 * those are in `messages`.
 */
export type Markdown = (input: MarkdownInput) => Promise<MarkdownResult>;

type Stage = Pick<Walk, 'report'> & { readonly file: VFile; readonly language: string };

const isMdast = (node: { readonly type: string }): node is Root => node.type === 'root';
const isHast = (node: { readonly type: string }): node is HtmlRoot => node.type === 'root';
const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** The diagnostic for an error that stopped a document. Our own bugs are thrown again. */
const toFailure = (error: unknown, path: string): Diagnostic => {
  if (error instanceof PluginFailure)
    return diagnose('plugin-failed', path, {}, { name: error.plugin, reason: reasonOf(error.cause) });
  if (error instanceof RangeError) return diagnose('nested-too-deep', path, {}, { limit: MAX_DEPTH });
  throw error;
};

/** The parts of the pipeline, made once. */
interface Pipeline {
  readonly options: MarkdownOptions;
  readonly parse: Awaited<ReturnType<typeof createParse>>;
  readonly runRemark: ReturnType<typeof createRunPlugins<Root>>;
  readonly toHast: ReturnType<typeof createToHast>;
  readonly runRehype: ReturnType<typeof createRunPlugins<HtmlRoot>>;
  readonly stringify: (tree: HtmlRoot, file: VFile) => string;
}

/**
 * Creates the pipeline once. The parser is loaded now; the HTML sanitiser and the highlighter when a document
 * first needs them. Rejects when a plugin refuses its options.
 */
export const createMarkdown = async (options: MarkdownOptions): Promise<Markdown> => {
  const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();
  const pipeline: Pipeline = {
    options,
    runRemark: createRunPlugins(options.remarkPlugins, isMdast),
    runRehype: createRunPlugins(options.rehypePlugins, isHast),
    parse: await createParse(options),
    toHast: createToHast({ escape: options.html === 'escape' }),
    stringify: (tree, file) => stringifier.stringify(tree, file),
  };
  return (input) => runPipeline(pipeline, input);
};

const runPipeline = async (pipeline: Pipeline, input: MarkdownInput): Promise<MarkdownResult> => {
  const { options } = pipeline;
  const { path, line } = input;
  const language = input.language || options.language;
  const messages: Diagnostic[] = [];
  const locate = (place: Place): Place => ({ line: place.line + line - 1, column: place.column });
  const report: Walk['report'] = (rule, values, place = { line: 1, column: 1 }) => {
    messages.push(diagnose(rule, path, locate(place), values));
  };
  const file = new VFile({ path, value: cleanText(input.text, report) });
  try {
    const { mdast, facts } = await readTree(pipeline, file);
    judgeBlocks(mdast, { text: String(file), names: options.blocks, report });
    for (const { place, ...values } of findForeignMarkup(mdast, String(file)))
      report('foreign-markup', values, place);
    const tree = await toHtmlTree(pipeline, { mdast, facts, file, language, report });
    const repeated = dropTitle(tree, input.title);
    if (repeated) report('title-repeated', { title: input.title.slice(0, 80) }, repeated.position?.start);
    const { origin, base, html: mode } = options;
    const labels = labelsOf(language);
    const rewritten = rewrite(tree, { origin, base, labels, locate, safe: mode !== 'allow', report });
    const html = pipeline.stringify(tree, file);
    messages.push(...file.messages.map((message) => toDiagnostic(message, { path, line })));
    return {
      html,
      ...rewritten,
      excerpt: toExcerpt(tree, rewritten.references),
      messages: messages.sort(byPlace),
    };
  } catch (error) {
    const nothing = { html: '', headings: [], ids: [], references: [], excerpt: '', words: 0 };
    return { ...nothing, messages: [...messages, toFailure(error, path)] };
  }
};

/** Turns directives into blocks, where there may be some. */
const judgeBlocks = (tree: Root, input: Parameters<typeof judgeDirectives>[1]): void => {
  if (!mayHaveDirectives(input.text, input.names)) return;
  for (const place of deepFences(input.text))
    input.report('block-too-deep', { limit: MAX_BLOCK_DEPTH }, place);
  judgeDirectives(tree, input);
};

/**
 * Removes characters that are invalid in pages, and turns tables that are too large into text. Both are
 * reported.
 */
const cleanText = (written: string, report: Walk['report']): string => {
  const unusable = findUnusable(written);
  if (unusable) report('unusable-character', { character: unusable.character }, unusable);
  const { text, lines } = limitTables(usableText(written));
  const [firstTable] = lines;
  if (firstTable !== undefined)
    report('table-too-large', { limit: MAX_CELLS }, { line: firstTable, column: 1 });
  return text;
};

interface Surveyed {
  readonly mdast: Root;
  readonly facts: Survey;
}

/** Parses Markdown and runs the site's remark plugins. Throws {@link NestedTooDeep}. */
const readTree = async ({ parse, runRemark }: Pipeline, file: VFile): Promise<Surveyed> => {
  let mdast = await parse(String(file));
  let facts = survey(mdast);
  if (runRemark && !facts.deep) {
    mdast = await runRemark(mdast, file);
    facts = survey(mdast);
  }
  if (facts.deep) throw new NestedTooDeep();
  return { mdast, facts };
};

/** Converts to HTML and runs the site's rehype plugins. Throws {@link NestedTooDeep}. */
const toHtmlTree = async (pipeline: Pipeline, stage: Surveyed & Stage): Promise<HtmlRoot> => {
  const { options, toHast, runRehype } = pipeline;
  const { mdast, facts, file, language } = stage;
  let tree = toHast(mdast, file, language, facts.definitions);
  if (facts.html && options.html !== 'escape') tree = await readHtml(tree, options, stage);
  if (runRehype) tree = await runRehype(tree, file);
  if ((facts.html || runRehype) && isDeeper(tree, MAX_HTML_DEPTH)) throw new NestedTooDeep();
  if (isSmart(options.smartPunctuation, language)) punctuateTree(tree);
  if (options.highlight && facts.code > 0 && facts.code <= MAX_HIGHLIGHTED)
    (await import('./highlight.ts')).highlight(tree);
  return tree;
};

/** Parses the raw HTML of a tree, and sanitises it unless the site allows all. */
const readHtml = async (tree: HtmlRoot, { html }: MarkdownOptions, { report }: Stage): Promise<HtmlRoot> => {
  if (html === 'allow') return (await import('./parse-html.ts')).parseHtml(tree);
  const { sanitise } = await import('./sanitise.ts');
  const reportOf =
    (rule: 'html-removed' | 'hidden-text' | 'html-reduced') =>
    (what: string, { position }: Element): void =>
      report(rule, { what }, position?.start);
  return sanitise(tree, {
    lost: reportOf('html-removed'),
    embedded: ({ name, link }, { position }) => {
      report('iframe-embedded', { service: name, form: `::embed{src="${link}"}` }, position?.start);
    },
    hidden: reportOf('hidden-text'),
    reduced: reportOf('html-reduced'),
  });
};
