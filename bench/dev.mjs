#!/usr/bin/env node
// node bench/dev.mjs [--articles 10000] [--saves 15] [--no-hugo] [--no-browser]
// How long an author waits: from the start of the server to its first answer, from saving an article to the
// new text being served, and to its being seen in an open browser. Broadsheet's dev server beside Hugo's, on
// one archive, by turns.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/find-chromium.mjs';
import { createContender, hugoVersion } from './contenders.mjs';
import { writeCorpus } from './corpus.mjs';
import { freezeTool } from './freeze.mjs';
import { median, plainEnvironment } from './measure.mjs';

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    articles: { type: 'string', default: '10000' },
    saves: { type: 'string', default: '15' },
    hugo: { type: 'boolean', default: true },
    browser: { type: 'boolean', default: true },
  },
});
const work = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-dev-'));
const tool = freezeTool(path.join(work, 'tool'));
const corpus = path.join(work, 'corpus');
await writeCorpus({ articles: Number(options.articles), out: corpus });
const names = ['broadsheet', ...(options.hugo && hugoVersion() ? ['hugo'] : [])];
const browser = options.browser
  ? await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  : undefined;
const running = [];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Asks until the answer is good; milliseconds since `started`. */
async function until(address, isGood, started) {
  for (;;) {
    try {
      if (isGood(await (await fetch(address, { headers: { connection: 'close' } })).text()))
        return performance.now() - started;
    } catch {
      // Not listening yet.
    }
    if (performance.now() - started > 120_000) throw new Error(`${address} does not answer as it should`);
    await sleep(5);
  }
}

/**
 * Starts the server of a contender on the edited article's page; resolves to what saving is measured with.
 */
async function serve(contender) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const command =
    contender.name === 'hugo'
      ? [
          'hugo',
          'server',
          '--quiet',
          '--bind',
          '127.0.0.1',
          '--port',
          String(port),
          '--baseURL',
          `${origin}/`,
        ]
      : [process.execPath, tool.cli, 'dev', '--site', '.', '--port', String(port)];
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), {
    cwd: contender.folder,
    stdio: 'ignore',
    env: plainEnvironment(),
  });
  running.push(child);
  const ready = await until(`${origin}/`, (text) => text.includes('</html>'), started);
  return { address: `${origin}${contender.editedAddress}`, ready, child };
}

/** Opens the article; the function resolves when the open page shows a text. */
async function open(address) {
  const page = await browser.newPage();
  let shown = () => {};
  let text = '';
  await page.exposeFunction('broadsheetBench', (now) => {
    text = now;
    shown();
  });
  await page.addInitScript(() => {
    const tell = () => document.body && window.broadsheetBench(document.body.textContent.slice(-6000));
    addEventListener('DOMContentLoaded', () => {
      tell();
      new MutationObserver(tell).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  });
  await page.goto(address);
  await sleep(1500);
  const seen = async (wanted) => {
    while (!text.includes(wanted)) await new Promise((resolve) => (shown = resolve));
  };
  return { seen, close: () => page.close() };
}

const show = (values) =>
  values.length === 0
    ? ''
    : `${Math.round(median(values))} (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;

try {
  mkdirSync(work, { recursive: true });
  const rows = [];
  for (const name of names) {
    const contender = createContender({
      name,
      folder: path.join(work, name),
      corpus: path.join(corpus, 'content'),
      cli: tool.cli,
    });
    const { status } = spawnSync(contender.command[0], contender.command.slice(1), {
      cwd: contender.folder,
      stdio: 'ignore',
    });
    if (status !== 0) throw new Error(`${name} does not build`);
    await sleep(3000);
    const readies = [];
    let server;
    for (let turn = 0; turn < 5; turn++) {
      if (server) {
        server.child.kill();
        await new Promise((resolve) => server.child.on('exit', resolve));
      }
      server = await serve(contender);
      readies.push(server.ready);
    }
    await until(server.address, (text) => text.includes('</html>'), performance.now());
    await sleep(1000);
    const save = (turn) => {
      contender.editBody(turn);
      return `lần ${turn},`;
    };
    const served = [];
    for (let turn = 1; turn <= Number(options.saves); turn++) {
      const started = performance.now();
      const text = save(turn);
      served.push(await until(server.address, (html) => html.includes(text), started));
      await sleep(400);
    }
    const seen = [];
    if (browser) {
      const page = await open(server.address);
      for (let turn = 101; turn <= 100 + Number(options.saves); turn++) {
        const started = performance.now();
        await page.seen(save(turn));
        seen.push(performance.now() - started);
        await sleep(400);
      }
      await page.close();
    }
    rows.push(`| ${options.articles} | ${name} | ${show(readies)} | ${show(served)} | ${show(seen)} |`);
    server.child.kill();
  }
  process.stdout.write(
    `| articles | server | ready, ms | saved to served, ms | saved to seen, ms |\n| ---: | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  );
} finally {
  for (const child of running) child.kill();
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
}
