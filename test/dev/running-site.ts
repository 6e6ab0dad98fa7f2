import pc from 'picocolors';
import { onTestFinished } from 'vitest';
import { type RunningDev, startDev } from '../../src/dev/start.ts';
import { type Files, type InlineSite, inlineSite, now } from '../inline-site.ts';

export interface RunningSite {
  readonly site: InlineSite;
  readonly dev: RunningDev;
  /** What the terminal showed. */
  readonly printed: () => string;
  /** Status and text of an address. */
  readonly get: (
    address: string,
    init?: RequestInit,
  ) => Promise<{ status: number; text: string; type: string }>;
  /** Asks until the answer is as it should be; fails with the last answer after ten seconds. */
  readonly until: (
    address: string,
    wanted: (answer: { status: number; text: string }) => boolean,
  ) => Promise<void>;
}

interface Options {
  readonly drafts?: boolean;
  readonly poll?: number;
  readonly language?: 'vi' | 'en';
  readonly environment?: NodeJS.ProcessEnv;
  /** Builds the site first, so that there is a cache. */
  readonly built?: boolean;
  readonly clock?: () => number;
}

/** An inline site with the dev server running on it until the test ends. */
export async function runningSite(
  files: Files,
  { drafts = false, poll, language = 'en', environment = {}, built = false, clock = () => now }: Options = {},
): Promise<RunningSite> {
  const site = inlineSite(files);
  if (built) await site.build();
  let printed = '';
  const dev = await startDev({
    root: site.root,
    port: 0,
    drafts,
    ...(poll !== undefined && { poll }),
    language,
    jobs: 1,
    clock,
    environment,
    colors: pc.createColors(false),
    print: (text) => void (printed += `${text}\n`),
  });
  onTestFinished(dev.close);
  const get: RunningSite['get'] = async (address, init) => {
    const response = await fetch(new URL(address, dev.url), {
      redirect: 'manual',
      ...init,
      headers: { connection: 'close', ...init?.headers },
    });
    return {
      status: response.status,
      text: await response.text(),
      type: response.headers.get('content-type') ?? '',
    };
  };
  return {
    site,
    dev,
    printed: () => printed,
    get,
    until: async (address, wanted) => {
      const end = Date.now() + 10_000;
      for (;;) {
        const answer = await get(address);
        if (wanted(answer)) return;
        if (Date.now() > end)
          throw new Error(`${address} is still ${answer.status}: ${answer.text.slice(0, 400)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
