/**
 * Reading preferences: text size, dark or light, more contrast. Applied before the first paint, stored where
 * the browser allows it, and the same in all tabs.
 */
const sizes = [87.5, 100, 112.5, 125, 150, 175, 200];
const normal = 1;
/** From this step on, the layout is that of a narrower screen. */
const large = 4;
const root = document.documentElement;
/** Choices of this page, for browsers without storage. */
const chosen: Record<string, string | null> = {};
/** The site's own scheme, unless the reader has chosen one. */
const given = root.dataset.scheme;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return chosen[key] ?? null;
  }
}

function keep(key: string, value: string | null): void {
  chosen[key] = value;
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is blocked.
  }
}

const step = (): number => {
  const found = sizes.indexOf(Number(read('text-size')));
  return found < 0 ? normal : found;
};

/** The state without a choice, and the present one. */
const state = {
  scheme: () => given ?? (matchMedia('(prefers-color-scheme:dark)').matches ? 'dark' : 'light'),
  contrast: () => (matchMedia('(prefers-contrast:more)').matches ? 'more' : 'normal'),
};
const now = (key: keyof typeof state): string => read(key) ?? state[key]();

/** `aria-disabled` instead of `disabled`, so that a button at the limit keeps the focus. */
function show(): void {
  const size = step();
  root.style.fontSize = size === normal ? '' : `${sizes[size]}%`;
  root.classList.toggle('large-text', size >= large);
  for (const key of ['scheme', 'contrast'] as const) {
    const value = read(key) ?? (key === 'scheme' ? given : undefined);
    if (value) root.dataset[key] = value;
    else delete root.dataset[key];
  }
  for (const button of document.querySelectorAll<HTMLElement>('.reading button')) {
    const { textSize, set } = button.dataset;
    const by = Number(textSize);
    if (set) button.ariaPressed = String(/dark|more/.test(now(set as keyof typeof state)));
    else button.ariaDisabled = String(by === 0 ? size === normal : !sizes[size + by]);
  }
}

root.classList.add('script');
show();
document.addEventListener('DOMContentLoaded', show);
addEventListener('storage', show);
addEventListener('pageshow', show);
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('.reading button');
  if (!button) return;
  const { textSize, set } = button.dataset;
  if (set === 'scheme' || set === 'contrast') {
    const [on, off] = set === 'scheme' ? ['dark', 'light'] : ['more', 'normal'];
    const next = now(set) === on ? off : on;
    keep(set, next === state[set]() ? null : (next ?? null));
    show();
    return;
  }
  const by = Number(textSize);
  const next = by === 0 ? normal : Math.min(Math.max(step() + by, 0), sizes.length - 1);
  keep('text-size', next === normal ? null : String(sizes[next]));
  show();
  const status = button.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = `${(sizes[next] ?? 100).toLocaleString(root.lang)}%`;
});

export {};
