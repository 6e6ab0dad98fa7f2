/** Scripts of blocks: frames that are loaded on click, sortable tables. */
import { toNumber } from '../numbers.ts';

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-player]'))
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.src = link.dataset.player ?? '';
    frame.title = link.dataset.title ?? '';
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
    frame.allowFullscreen = true;
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    link.replaceWith(frame);
    frame.focus();
  });

/** Sorts the rows of a table by a column: numbers by value, texts alphabetically in the language. */
function sort(heading: HTMLTableCellElement, lang: string): void {
  const body = heading.closest('table')?.tBodies[0];
  if (!body) return;
  const isDown = heading.ariaSort === 'ascending';
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const textOf = (row: HTMLTableRowElement): string =>
    row.cells[heading.cellIndex]?.textContent?.trim() ?? '';
  const rows = [...body.rows].sort((a, b) => {
    const [x, y] = [textOf(a), textOf(b)];
    const [m, n] = [toNumber(x, lang), toNumber(y, lang)];
    return (m !== undefined && n !== undefined ? m - n : compare(x, y)) * (isDown ? -1 : 1);
  });
  for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  heading.ariaSort = isDown ? 'descending' : 'ascending';
  body.append(...rows);
}

for (const table of document.querySelectorAll<HTMLElement>('[data-sort]'))
  for (const heading of table.querySelectorAll<HTMLTableCellElement>('thead th')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => sort(heading, table.dataset.sort ?? ''));
    heading.append(button);
  }
