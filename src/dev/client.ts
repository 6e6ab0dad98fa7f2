/**
 * Runs in the browser, on pages of the dev server only: reloads, replaces the style sheet, shows problems,
 * opens the editor.
 */
import type { ClientUpdate } from './client-updates.ts';
import type { PageFacts } from './inject.ts';
import { statusWords } from './status-words.ts';

const script = document.currentScript as HTMLScriptElement | null;
const facts = JSON.parse(script?.dataset.broadsheet ?? '{}') as PageFacts;
const words = {
  vi: {
    edit: 'Sửa tệp này',
    list: 'Tất cả bài viết',
    errors: (_: number) => 'lỗi',
    warnings: (_: number) => 'cảnh báo',
    hide: 'Ẩn',
    lost: 'Máy chủ đã dừng',
    unpublished: 'chưa được đăng',
    hidden: 'Bài này chưa được đăng nên không có trang',
    drafts: 'chạy “npx broadsheet dev --drafts” để xem cả bài chưa đăng',
    noEditor: 'Không mở được trình soạn thảo; đặt biến BROADSHEET_EDITOR, ví dụ "code".',
  },
  en: {
    edit: 'Edit this file',
    list: 'All articles',
    errors: (count: number) => (count === 1 ? 'error' : 'errors'),
    warnings: (count: number) => (count === 1 ? 'warning' : 'warnings'),
    hide: 'Hide',
    lost: 'The server has stopped',
    unpublished: 'not published',
    hidden: 'This article is not published, so it has no page',
    drafts: '“npx broadsheet dev --drafts” shows what is not published yet',
    noEditor: 'No editor could be opened; set the variable BROADSHEET_EDITOR, for example to "code".',
  },
}[facts.language];
const scrollKey = `broadsheet-scroll ${location.pathname}${location.search}`;

/** Makes an element. Text is never parsed as HTML. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<Omit<HTMLElementTagNameMap[Name], 'type'>> & {
    readonly class?: string;
    readonly type?: 'button';
  } = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const { class: className, ...rest } = properties as { class?: string };
  const element = Object.assign(document.createElement(name), rest);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

async function edit(file: string, line?: number): Promise<void> {
  const response = await fetch('/_broadsheet/edit', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ file, line }),
  });
  if (!response.ok) alert(words.noEditor);
}

const host = make('broadsheet-dev' as 'div');
const root = host.attachShadow({ mode: 'open' });
const css = `
:host { all: initial; }
* { box-sizing: border-box; font: 14px/1.5 system-ui, sans-serif; }
.bar { position: fixed; z-index: 2147483646; inset: auto .5rem .5rem auto; display: flex; gap: .75rem; align-items: center; padding: .25rem .75rem; border-radius: .5rem; background: #222; color: #fff; opacity: .85; }
.bar:hover, .bar:focus-within { opacity: 1; }
.bar button, .bar a, .bar span { background: none; border: 0; padding: .125rem 0; color: #fff; text-decoration: underline; cursor: pointer; }
.bar span { text-decoration: none; cursor: default; }
.bar .standing { background: #ffc46b; color: #000; padding: .125rem .5rem; border-radius: .25rem; font-weight: 600; }
.bar .errors { color: #ff9a9a; }
.notice { position: fixed; z-index: 2147483645; inset: 0 0 auto; margin: 0; padding: .5rem 1rem; background: #ffc46b; color: #000; font-size: 16px; text-align: center; }
.overlay { position: fixed; z-index: 2147483647; inset: 0; overflow: auto; padding: 5vh 1rem; background: #000a; }
.box { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem; background: #1e1e1e; color: #eee; border-block-start: 6px solid #ff5c5c; border-radius: .5rem; }
.problem { margin-block: 1rem; }
.place { background: none; border: 0; padding: 0; color: #8ecbff; text-decoration: underline; cursor: pointer; font-family: ui-monospace, monospace; }
.message { font-size: 16px; font-weight: 600; margin: .25rem 0; }
pre { font: 13px/1.4 ui-monospace, monospace; background: #000; padding: .5rem .75rem; margin: .5rem 0; overflow-x: auto; white-space: pre; }
.remedy { margin: .25rem 0; }
.rule { color: #aaa; }
.close { float: inline-end; }
@media print { .bar, .notice, .overlay { display: none; } }
`;
const bar = make('div', { class: 'bar' });
root.append(make('style', { textContent: css }), bar);
let overlay: HTMLElement | undefined;

function editLink(): HTMLElement[] {
  const { source, editable } = facts;
  const file = source ?? editable;
  if (file === undefined) return [];
  // The file is named unless it is the source of the page, so that it is clear what opens.
  const textContent = source === undefined ? `${words.edit} (${file})` : words.edit;
  return [make('button', { type: 'button', textContent, title: file, onclick: () => void edit(file) })];
}

/** Statuses that `--drafts` would show. */
const onTheWay = new Set(['draft', 'pending', 'unapproved', 'scheduled', 'published']);
function showNotice(): void {
  const { hidden, standing } = facts;
  if (!hidden || !standing) return;
  const status = standing === 'published' ? '' : ` (${statusWords[facts.language][standing].toLowerCase()})`;
  root.append(
    make('p', {
      class: 'notice',
      role: 'status',
      textContent: `${words.hidden}${status}${onTheWay.has(standing) ? `: ${words.drafts}` : ''}.`,
    }),
  );
}

function showBar({
  errors,
  warnings,
  lost = false,
}: {
  errors: number;
  warnings: number;
  lost?: boolean;
}): void {
  bar.replaceChildren(
    ...(lost ? [make('span', { class: 'errors', textContent: words.lost })] : []),
    ...(!facts.hidden && facts.standing && facts.standing !== 'published'
      ? [make('span', { class: 'standing', textContent: statusWords[facts.language][facts.standing] })]
      : []),
    ...editLink(),
    make('a', { href: '/_broadsheet/', textContent: words.list }),
    ...(errors > 0
      ? [
          make('a', {
            href: '/_broadsheet/problems',
            class: 'errors',
            textContent: `${errors} ${words.errors(errors)}`,
          }),
        ]
      : []),
    ...(warnings > 0
      ? [make('a', { href: '/_broadsheet/problems', textContent: `${warnings} ${words.warnings(warnings)}` })]
      : []),
  );
}

function showOverlay(problems: ClientUpdate['problems']): void {
  overlay?.remove();
  overlay = undefined;
  if (problems.length === 0) return;
  const entries = problems.map(({ file, line, column, message, remedy, rule, excerpt }) =>
    make('div', { class: 'problem' }, [
      make('button', {
        class: 'place',
        type: 'button',
        textContent: line === undefined ? file : `${file}:${line}:${column}`,
        onclick: () => void edit(file, line),
      }),
      make('p', { class: 'message', textContent: message }),
      ...(excerpt ? [make('pre', { textContent: `${excerpt.text}\n${excerpt.caret}` })] : []),
      make('p', { class: 'remedy', textContent: `→ ${remedy}` }),
      make('p', { class: 'rule', textContent: rule }),
    ]),
  );
  const shown = make(
    'div',
    { class: 'overlay', role: 'alertdialog', ariaLabel: problems[0]?.message ?? '' },
    [
      make('div', { class: 'box' }, [
        make('button', {
          class: 'close',
          type: 'button',
          textContent: words.hide,
          onclick: () => shown.remove(),
        }),
        ...entries,
      ]),
    ],
  );
  overlay = shown;
  root.append(shown);
}

/** Loads the new style sheet before the old one is removed, to avoid flicker. */
function swapStyle(style: string): void {
  const old = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')].find(
    (link) => new URL(link.href).pathname === new URL(shownStyle, location.href).pathname,
  );
  if (!old) {
    reload();
    return;
  }
  const fresh = old.cloneNode() as HTMLLinkElement;
  fresh.href = style;
  fresh.addEventListener('load', () => old.remove(), { once: true });
  old.after(fresh);
  shownStyle = style;
}

function reload(): void {
  try {
    sessionStorage.setItem(scrollKey, `${scrollX} ${scrollY}`);
  } catch {
    // Storage is blocked: the browser's own scroll restoration is used.
  }
  location.reload();
}

function restoreScroll(): void {
  try {
    const saved = sessionStorage.getItem(scrollKey);
    if (saved === null) return;
    const [x = 0, y = 0] = saved.split(' ').map(Number);
    scrollTo({ left: x, top: y, behavior: 'instant' });
    if (document.readyState === 'complete') sessionStorage.removeItem(scrollKey);
  } catch {
    // As above.
  }
}

/** Marks the links to unpublished articles. */
function markUnpublished(addresses: readonly string[]): void {
  const unpublished = new Set(addresses);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    if (!unpublished.has(link.pathname) || link.origin !== location.origin || link.dataset.broadsheetMarked)
      continue;
    link.dataset.broadsheetMarked = '';
    link.style.outline = '2px dashed #c77700';
    link.title = `${link.title ? `${link.title} – ` : ''}${words.unpublished}`;
  }
}

let shownStyle = facts.style;
let broken = false;
let events: EventSource | undefined;
/**
 * Browsers allow six connections to a host: a hidden tab closes its own, and updates when it is shown again.
 */
function connect(): void {
  if (events || document.visibilityState === 'hidden') return;
  const query = new URLSearchParams({
    page: `${location.pathname}${location.search}`,
    key: facts.key,
    style: shownStyle,
  });
  events = new EventSource(`/_broadsheet/events?${query}`);
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const { action, style, problems, errors, warnings, unpublished } = JSON.parse(data) as ClientUpdate;
    broken = false;
    if (action === 'reload') {
      reload();
      return;
    }
    if (action === 'style') swapStyle(style);
    showBar({ errors, warnings });
    showOverlay(problems);
    markUnpublished(unpublished);
    document.documentElement.dataset.broadsheet = 'ready';
  };
  events.onerror = () => {
    if (!broken) showBar({ errors: 0, warnings: 0, lost: true });
    broken = true;
  };
}
function disconnect(): void {
  events?.close();
  events = undefined;
}

document.addEventListener('visibilitychange', () =>
  document.visibilityState === 'hidden' ? disconnect() : connect(),
);
// A page in the back-forward cache keeps no connection either.
addEventListener('pagehide', disconnect);
addEventListener('pageshow', connect);
document.addEventListener('click', (event) => {
  const file = event.target instanceof HTMLElement ? event.target.dataset.edit : undefined;
  if (file) void edit(file);
});
restoreScroll();
addEventListener('load', restoreScroll);
document.body.append(host);
showNotice();
showBar({ errors: 0, warnings: 0 });
connect();
