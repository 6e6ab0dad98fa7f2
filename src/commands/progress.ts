import type { BuildOptions } from '../build/build-result.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';

export interface Progress {
  readonly update: NonNullable<BuildOptions['progress']>;
  readonly stop: () => void;
}

const labels = {
  vi: { documents: 'Đọc bài viết', pictures: 'Đổi cỡ hình', pages: 'Dựng trang' },
  en: { documents: 'Reading articles', pictures: 'Resizing pictures', pages: 'Rendering pages' },
} as const;
const queueLabels = {
  vi: (asked: number, here: number, elsewhere: number) =>
    ` (đang nhờ ${asked} hình, làm ở đây ${here}, máy khác làm ${elsewhere})`,
  en: (asked: number, here: number, elsewhere: number) =>
    ` (asked ${asked}, done here ${here}, done elsewhere ${elsewhere})`,
} as const;
/** Work that ends sooner than this (milliseconds) gets no bar. */
const patience = 500;

/** A progress bar for long work, on a terminal only. */
export async function createProgress({
  shown,
  language,
}: {
  shown: boolean;
  language: MessageLanguage;
}): Promise<Progress> {
  if (!shown) return { update: () => {}, stop: () => {} };
  const started = Date.now();
  const { progress } = await import('@clack/prompts');
  let bar: ReturnType<typeof progress> | undefined;
  let current: string | undefined;
  let before = 0;
  return {
    update: (what, done, total, queue) => {
      if (Date.now() - started < patience) return;
      if (current !== what) {
        bar?.clear();
        bar = progress({ max: Math.max(1, total), output: process.stderr });
        bar.start(labels[language][what]);
        current = what;
        before = 0;
      }
      const workers = queue ? queueLabels[language](queue.asked, queue.here, queue.elsewhere) : '';
      bar?.advance(done - before, `${labels[language][what]} ${done}/${total}${workers}`);
      before = done;
    },
    stop: () => bar?.clear(),
  };
}
