import { namesOf } from '../../src/blocks/block.ts';
import type { SourcePath } from '../../src/brands.ts';
import { createMarkdown, type MarkdownOptions, type MarkdownResult } from '../../src/markdown/process.ts';
import { CLOSE, OPEN } from '../../src/markdown/tokens.ts';

const isPath = (path: string): path is SourcePath => path !== '';

const toPath = (path: string): SourcePath => {
  if (!isPath(path)) throw new Error('a path is not empty');
  return path;
};

export interface RenderOptions extends Partial<MarkdownOptions> {
  /** Language of the document. */
  readonly lang?: string;
  readonly line?: number;
  /** Title of the document. */
  readonly title?: string;
}

export const defaults: MarkdownOptions = {
  parser: 'auto',
  html: 'sanitise',
  language: 'vi',
  origin: 'https://bao.example',
  base: '/',
  remarkPlugins: [],
  rehypePlugins: [],
  highlight: true,
  singleTilde: false,
  smartPunctuation: [],
  blocks: namesOf({
    box: { kinds: ['note', 'tip', 'important', 'warning', 'caution'], attributes: {} },
    gallery: { attributes: {} },
    video: { attributes: {} },
    embed: { attributes: {} },
    details: { attributes: {} },
    abbr: { inline: true, attributes: {} },
    button: { inline: true, attributes: {} },
  }),
};

/** A function that renders bodies of `content/bai.md`. */
export const createRender = async ({
  lang = '',
  line = 1,
  title = '',
  ...options
}: RenderOptions = {}): Promise<(text: string) => Promise<MarkdownResult>> => {
  const markdown = await createMarkdown({ ...defaults, ...options });
  return (text) => markdown({ text, path: toPath('content/bai.md'), line, language: lang, title });
};

export const render = async (text: string, options: RenderOptions = {}): Promise<MarkdownResult> =>
  (await createRender(options))(text);

/** The HTML with tokens written as `⟦0⟧`. */
export const shown = ({ html }: MarkdownResult): string => html.replaceAll(OPEN, '⟦').replaceAll(CLOSE, '⟧');

/** What is reported: `line:column rule value, value`. */
export const reported = ({ messages }: MarkdownResult): string[] =>
  messages.map(({ line, column, rule, values }) =>
    `${line ?? '-'}:${column ?? '-'} ${rule} ${Object.values(values).join(', ')}`.trim(),
  );
