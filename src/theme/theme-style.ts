import { digestOf } from '../bytes/digest.ts';
import type { ThemeOptions } from '../config/theme-schema.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { accentClass } from '../model/categories.ts';
import type { StyledAssets, ThemeAssets } from '../model/site-props.ts';
import { configName } from '../places/find-config-file.ts';

interface StyledTheme {
  readonly assets: StyledAssets;
  /** Warnings about colours that were changed. */
  readonly messages: readonly Diagnostic[];
}

/**
 * Applies the site's options to the theme. They become custom properties before its style sheet, whose tokens
 * use them. So the site's own style sheet, which sets the tokens, wins.
 */
export async function styleTheme(assets: ThemeAssets, options: ThemeOptions): Promise<StyledTheme> {
  const { css, colours, messages } = await toStyle(options);
  const content = css + assets.style.content;
  const name = `assets/site-${digestOf(content).slice(0, 10)}.css`;
  const style = css === '' ? assets.style : { name, content };
  return { assets: { ...assets, style, colours, icon: defaultIcon(colours.light) }, messages };
}

const families: Readonly<Record<'serif' | 'sans', string>> = {
  serif: 'ui-serif,"Noto Serif","Times New Roman","Liberation Serif",serif',
  sans: 'system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif',
};
const spaces = { compact: '0.5rem', normal: '', roomy: '1.75rem' };

/** The band of the theme in its default colours, as in `tokens.css`. */
const ownBand = { light: '#9a1220', dark: '#6d0f17' };

async function toStyle(
  options: ThemeOptions,
): Promise<{ css: string; colours: StyledAssets['colours']; messages: Diagnostic[] }> {
  const { accent, band = accent, sections, serif, sans, article, corners, density } = options;
  const properties: Record<string, string> = {
    ...(serif !== 'Newsreader' && { serif: toFamily(serif, 'serif') }),
    ...(sans !== 'system' && { sans: toFamily(sans, 'sans') }),
    ...(article.text === 'serif' && { text: 'var(--serif)' }),
    ...(corners === 'round' && { corner: '0.5rem' }),
    ...(density !== 'normal' && { space: spaces[density] }),
  };
  const messages: Diagnostic[] = [];
  let css = '';
  if (accent ?? band ?? Object.keys(sections)[0]) {
    const { toBand, toDarkBand, toText } = await import('./theme-colours.ts');
    const reportChange = (field: readonly string[], colour: string, used: string): string => {
      if (used !== colour)
        messages.push(
          diagnose('theme-contrast', configName, { field: ['theme', ...field] }, { colour, used }),
        );
      return used;
    };
    if (accent) {
      properties.accent = reportChange(['accent'], accent, toText(accent, 'light'));
      properties['accent-dark'] = toText(accent, 'dark');
    }
    if (band) {
      const used = toBand(band);
      properties.band = options.band ? reportChange(['band'], band, used) : used;
      properties['band-dark'] = toDarkBand(band);
    }
    for (const [index, [key, colour]] of Object.entries(sections).entries()) {
      const light = reportChange(['sections', key], colour, toText(colour, 'light'));
      css += accentRules(accentClass(index), light, toText(colour, 'dark'));
    }
  }
  const declarations = Object.entries(properties).map(([name, value]) => `--theme-${name}:${value}`);
  return {
    colours: { light: properties.band ?? ownBand.light, dark: properties['band-dark'] ?? ownBand.dark },
    css: `${declarations.length > 0 ? `:root{${declarations.join(';')}}` : ''}${css && `@media screen{${css}}`}`,
    messages,
  };
}

/** Rules for a section, for the system's scheme and for the reader's choice. */
const accentRules = (name: string, light: string, dark: string): string =>
  [
    `.${name}{--accent:${light};--accent-rule:${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-scheme=light]) .${name}{--accent:${dark};--accent-rule:${dark}}}`,
    `:root[data-scheme=dark] .${name}{--accent:${dark};--accent-rule:${dark}}`,
  ].join('');

const toFamily = (name: string, kind: 'serif' | 'sans'): string =>
  name === 'system' ? families[kind] : `"${name.replace(/["\\<>{};]/g, '')}",${families[kind]}`;

/** The icon of a site without its own: a sheet with lines, in the site's colour. */
export function defaultIcon(colour: string): { readonly name: string; readonly content: string } {
  const content = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${colour}"/><path fill="#fff" d="M7 8h18v5H7zm0 8h8v3H7zm0 6h8v3H7zm11-6h7v9h-7z"/></svg>\n`;
  return { name: `assets/icon-${digestOf(content).slice(0, 10)}.svg`, content };
}
