import type { ComponentType, h } from 'preact';
import type { renderToString } from 'preact-render-to-string';
import type { BlockDefinition, BlockScript } from '../blocks/block.ts';
import type { Digest, Language } from '../brands.ts';
import type { ArticleLayout } from '../front-matter/schema.ts';
import { modulePlaceOf } from '../places/place-site-code.ts';
import type { Body, Figure, PageMeta, ResolvedBlock, TemplateName } from '../props.ts';
import type { WordTables } from '../words/words.ts';
import { contentToken, fillBody } from './fill-body.ts';

/** The exports of a compiled template of `templates/blocks/`. */
export interface BlockTemplate extends Partial<BlockDefinition> {
  readonly default: ComponentType<object>;
  /** The block without styles and scripts, as in feeds; the default one when missing. */
  readonly plainForm?: ComponentType<object>;
}

interface FigureProps {
  readonly figure: Figure;
  /** False for an inline picture. */
  readonly block: boolean;
  readonly lang: Language;
  readonly layout?: ArticleLayout;
  readonly within?: string;
}

/** A compiled theme module. */
export interface Theme {
  readonly pages: Readonly<Record<string, ComponentType<object>>>;
  /** Renders the pictures of bodies. */
  readonly figure: {
    readonly default: ComponentType<FigureProps>;
    /** The picture in feeds; the default one when missing. */
    readonly plainForm?: ComponentType<FigureProps>;
  };
  /** Templates of blocks by name. */
  readonly blocks: Readonly<Record<string, BlockTemplate>>;
  /**
   * All words of each language, and the layers they were merged from: the theme's, the site's, the
   * configuration's.
   */
  readonly tables: WordTables;
  readonly layers: readonly Readonly<Record<string, unknown>>[];
  /** Preact's `h`, from the same copy as the templates'. */
  readonly h: typeof h;
  readonly renderToString: typeof renderToString;
}

/** A template threw. The message names the template. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** The position in the module of templates. */
  readonly at = modulePlaceOf(this.cause);
}

interface Input {
  readonly theme: Theme;
  readonly template: TemplateName;
  readonly props: object;
  /** The HTML of a stored body. */
  readonly readBody: (digest: Digest) => string;
}

/** Renders a page: calls its template with its props, and fills in stored bodies. */
export function render({ theme, template, props, readBody }: Input): string {
  const page = theme.pages[template];
  if (!page) throw new TemplateError(`there is no template "${template}"`);
  const meta = 'page' in props ? (props.page as PageMeta) : undefined;
  const filled: Record<string, unknown> = { ...props };
  const used: ResolvedBlock[] = [];
  for (const [key, value] of Object.entries(props)) {
    if (!isBody(value)) continue;
    const blocks = value.resolved.filter((one) => one?.kind === 'block');
    used.push(...blocks);
    const html = fill({ theme, body: value, html: readBody(value.body), props, lang: meta?.lang ?? 'en' });
    filled[key] = { __html: html, ...(blocks.length > 0 && { blocks }) };
  }
  if (meta && used.length > 0) filled.page = { ...meta, blocks: scriptsOf(used, theme) };
  return `<!doctype html>\n${call({ theme, name: template, component: page, props: filled })}\n`;
}

interface FillInput {
  readonly theme: Theme;
  readonly body: Body;
  readonly html: string;
  readonly props: object;
  readonly lang: Language;
  /** Whether blocks are rendered without styles and scripts. */
  readonly plain?: boolean;
}

/** The HTML of a stored body with its links, pictures and blocks. */
export function fill({ theme, body, html, props, lang, plain = false }: FillInput): string {
  const layout = 'layout' in props ? { layout: props.layout as ArticleLayout } : {};
  const { resolved, dateline } = body;
  return fillBody({
    html,
    resolved,
    dateline,
    picture: ({ figure, block }, within) => {
      const around = within && { within: within.block };
      return renderFigure(theme, { figure, block, lang, ...layout, ...around }, plain);
    },
    block: ({ block, attributes, table }, content) => {
      const template = theme.blocks[block];
      if (!template) return content;
      const { default: whole, plainForm = whole } = template;
      const isFilled = content.trim() !== '';
      const children = isFilled ? contentToken : undefined;
      const blockProps = { ...attributes, lang, children, filled: isFilled, ...(table && { table }) };
      const component = plain ? plainForm : whole;
      const around = call({ theme, name: `blocks/${block}`, component, props: blockProps });
      return around.split(contentToken).join(content);
    },
  });
}

/** The HTML of a picture; in feeds its plain form. */
export function renderFigure(theme: Theme, props: FigureProps, plain: boolean): string {
  const { default: whole, plainForm = whole } = theme.figure;
  return call({ theme, name: 'figure', component: plain ? plainForm : whole, props });
}

/** The scripts of blocks, without duplicates. */
function scriptsOf(used: readonly ResolvedBlock[], { blocks }: Theme): BlockScript[] {
  const scripts = used.flatMap(({ block }) => blocks[block]?.script ?? []);
  return [...new Set(scripts)].sort();
}

function call<Props extends object>({
  theme: { h, renderToString },
  name,
  component,
  props,
}: {
  theme: Theme;
  name: string;
  component: ComponentType<Props>;
  props: Props;
}): string {
  try {
    return renderToString(h(component, props));
  } catch (error) {
    throw new TemplateError(`template "${name}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && 'body' in value && 'resolved' in value;
