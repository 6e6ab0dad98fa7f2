import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isGone } from '../addresses/alias.ts';
import { folderAt } from '../addresses/editions.ts';
import { toOutput } from '../addresses/permalink.ts';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import { createStored } from '../cache/stored.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createPlaceSiteCode } from '../places/place-site-code.ts';
import type { ListedRoute } from '../routes/routes.ts';
import { headlineFonts } from '../theme/load.ts';
import { render, TemplateError, type Theme } from '../theme/render.ts';
import { templateFailed } from '../theme/template-failed.ts';
import type { NewsroomStanding } from '../workflow/standings.ts';
import { editableFile } from './editable-file.ts';
import type { createPictureMaker } from './picture-maker.ts';
import type { Memory, SiteInMemory } from './site-in-memory.ts';

/** What a request is answered with. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly status: 200 | 404 | 410;
      readonly html: string;
      readonly source?: SourcePath;
      readonly standing?: NewsroomStanding;
      /** Relative to the site's folder: the file to open when the page has no source. */
      readonly editable?: string;
    }
  | {
      readonly kind: 'file';
      readonly output: OutputPath;
      readonly content: Uint8Array | string;
      /** Whether the content of the address never changes. */
      readonly lasting: boolean;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'failed'; readonly problem?: Diagnostic; readonly source?: SourcePath };

/** What answers are made from, besides the site. */
export interface AnswerInput {
  readonly memory: Memory;
  /** The sources of the pages that were shown since the start, by output. */
  readonly shownSources: Map<string, SourcePath>;
  /** The pages whose template threw since the last change, by output. */
  readonly failedPages: Map<string, Diagnostic>;
  readonly picture: ReturnType<typeof createPictureMaker>;
}

/** What one answer is made from: the site and the theme do not change until it is made. */
interface Request extends AnswerInput {
  readonly config: ResolvedConfig;
  readonly site: SiteInMemory;
  readonly theme: Theme;
}
type PageRoute = Extract<ListedRoute, { kind: 'page' }>;

/** Answers a request for an address of the site, percent-encoded. */
export async function answerFor(address: string, input: AnswerInput): Promise<Answer> {
  const { site, setup } = input.memory;
  const { config, theme } = setup;
  if (!site || !config || !theme) return { kind: 'failed' };
  const request: Request = { ...input, config: config.config, site, theme: theme.loaded };
  const decoded = decode(address);
  const output = decoded === undefined ? undefined : toOutput(config.config, decoded);
  const route = output === undefined ? undefined : site.route(output);
  if (!route || output === undefined || decoded === undefined) return answerMissing(request, output);
  if (route.kind !== 'page') return answerFile(request, { output, route });
  if (!decoded.endsWith('/') && output.endsWith('/index.html') && !decoded.endsWith('/index.html'))
    return { kind: 'redirect', to: `${address}/` };
  return answerPage(request, route);
}

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return undefined;
  }
}

/**
 * The 404 page, or the 410 page of an address that is removed for good, with the source of the page that would
 * be at the output, or was there before.
 */
function answerMissing(request: Request, output: string | undefined): Answer {
  const { site, config, shownSources } = request;
  const source = output === undefined ? undefined : (site.unserved().get(output) ?? shownSources.get(output));
  const isThere = source !== undefined && site.state.documents().has(source);
  const facts = isThere ? { source, ...standingFact(site, source) } : {};
  const status = output !== undefined && isGone(config, output) ? 410 : 404;
  const missing = site.route(`${folderAt(output ?? '', config)}${status}.html`);
  if (missing?.kind !== 'page')
    return { kind: 'page', status, html: `<!doctype html><title>${status}</title><p>${status}`, ...facts };
  const answer = answerPage(request, missing);
  return answer.kind === 'page' ? { ...answer, status, ...facts } : answer;
}

async function answerFile(
  { memory, picture, site, theme }: Request,
  { output, route }: { output: OutputPath; route: Exclude<ListedRoute, PageRoute> },
): Promise<Answer> {
  if (route.kind === 'file')
    return { kind: 'file', output, content: route.render(route.data() as never), lasting: false };
  if (route.kind === 'feed') {
    const stored = createStored(site.state, memory.bodies);
    const { createToPlainHtml } = await import('../theme/plain-html.ts');
    const content = route.render(route.data() as never, createToPlainHtml(theme, stored));
    return { kind: 'file', output, content, lasting: false };
  }
  if (route.kind === 'index') {
    const stored = createStored(site.state, memory.bodies);
    return { kind: 'file', output, content: route.render(stored), lasting: false };
  }
  if (route.kind === 'card') {
    const { createDrawCard } = await import('../images/draw-card.ts');
    const content = await createDrawCard(headlineFonts)(route.words);
    return { kind: 'file', output, content, lasting: true };
  }
  if (route.kind === 'copy') {
    const content = readFileSync(path.join(memory.root, route.from));
    return { kind: 'file', output, content, lasting: false };
  }
  return { kind: 'file', output, content: await picture(route), lasting: true };
}

function answerPage(request: Request, { output, template, props }: PageRoute): Answer {
  const { memory, site, theme, shownSources } = request;
  const source = site.sources().get(output);
  if (source) shownSources.set(output, source);
  try {
    const readBody = createReadBody(request);
    const html = render({ theme, template, props: props(), readBody });
    if (source !== undefined)
      return { kind: 'page', status: 200, html, source, ...standingFact(site, source) };
    const editable = editableFile({ root: memory.root, template, output, sources: site.sources() });
    return { kind: 'page', status: 200, html, ...(editable !== undefined && { editable }) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const problem = problemOf(request, { error, output, template });
    return { kind: 'failed', ...(problem && { problem }), ...(source && { source }) };
  }
}

const standingFact = (site: SiteInMemory, source: SourcePath): { standing?: NewsroomStanding } => {
  const document = site.state.documents().get(source)?.document;
  return document?.kind === 'article' ? { standing: site.standingOf(document).standing } : {};
};

const createReadBody =
  ({ memory, site }: Request) =>
  (digest: Digest): string => {
    const place = site.bodies().get(digest);
    return place === undefined || place.length === 0 ? '' : memory.bodies.read(place, digest);
  };

/**
 * The message about a template that threw. There is none where the template on disk does not compile: an
 * earlier version threw, and the failures of the setup say why.
 */
function problemOf(
  { memory, failedPages }: Request,
  { error, output, template }: { error: TemplateError } & Pick<PageRoute, 'output' | 'template'>,
): Diagnostic | undefined {
  const { root, setup } = memory;
  if (setup.failures.some(({ rule }) => rule === 'broken-template')) return undefined;
  const place = createPlaceSiteCode(root)(error.at);
  const problem = templateFailed({ root, output, template, reason: error.message, place });
  failedPages.set(output, problem);
  return problem;
}
