import { expect, test } from 'vitest';
import { findRepository } from '../../src/newsroom/find-repository.ts';
import { readHistory } from '../../src/newsroom/history.ts';

test('perf', async () => {
  const root = '/tmp/hist';
  const docs = Array.from({ length: 10000 }, (_, i) => ({ path: `content/c${i % 20}/bai-${i}.md`, data: { date: '2020-01-01T08:00:00+07:00' } }));
  const config = { history: { author: false, message: false, minor: '[minor]' }, workflow: { approval: false, commits: false }, site: { timeZone: 'Asia/Ho_Chi_Minh' } };
  for (let i = 0; i < 3; i++) {
    const t = performance.now();
    const r = await findRepository(root);
    const t1 = performance.now();
    const h = await readHistory({ root, config, repository: r, documents: docs, file: '/tmp/hist/.cache/history' } as never);
    const t2 = performance.now();
    const n = docs.map((d) => h.versionsOf(d as never)).filter(Boolean).length;
    console.log(Math.round(t1 - t), Math.round(t2 - t1), Math.round(performance.now() - t2), n);
  }
  expect(1).toBe(1);
});
