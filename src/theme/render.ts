import type { ComponentType, h } from 'preact';
import type { renderToString } from 'preact-render-to-string';
import type { Digest, Language } from '../brands.ts';
import type { ArticleLayout } from '../front-matter/schema.ts';
import { modulePlaceOf } from '../places/place-site-code.ts';
import type { Body, Figure, TemplateName } from '../props.ts';
import type { WordTables } from '../words/words.ts';
import { fillBody } from './fill-body.ts';

/** A compiled theme module. */
export interface Theme {
  readonly pages: Readonly<Record<string, ComponentType<object>>>;
  /** Makes the pictures of bodies. */
  readonly figure: ComponentType<{ figure: Figure; block: boolean; lang: Language; layout?: ArticleLayout }>;
  /** Every word of each language, and what they were merged from: the theme's, the site's, the configuration's. */
  readonly tables: WordTables;
  readonly layers: readonly Readonly<Record<string, unknown>>[];
  /** What they are called with, of the same copy of Preact as theirs. */
  readonly h: typeof h;
  readonly renderToString: typeof renderToString;
}

/** A template threw: the message names it. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** Where in the module of templates. */
  readonly at = modulePlaceOf(this.cause);
}

interface Input {
  readonly theme: Theme;
  readonly template: TemplateName;
  readonly props: object;
  /** HTML of a stored body. */
  readonly readBody: (digest: Digest) => string;
}

/** The page's HTML: its template called with its props, every stored body filled in. */
export function render({ theme, template, props, readBody }: Input): string {
  const page = theme.pages[template];
  if (!page) throw new TemplateError(`there is no template "${template}"`);
  const lang = 'page' in props ? (props.page as { lang: Language }).lang : 'en';
  const layout = 'layout' in props ? { layout: props.layout as ArticleLayout } : {};
  const filled: Record<string, unknown> = { ...props };
  for (const [key, value] of Object.entries(props)) {
    if (!isBody(value)) continue;
    const html = readBody(value.body);
    filled[key] = {
      __html: fillBody({
        html,
        resolved: value.resolved,
        dateline: value.dateline,
        picture: ({ figure, block }) =>
          call({ theme, name: 'figure', component: theme.figure, props: { figure, block, lang, ...layout } }),
      }),
    };
  }
  return `<!doctype html>\n${call({ theme, name: template, component: page, props: filled })}\n`;
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
