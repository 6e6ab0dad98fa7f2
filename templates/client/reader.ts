/**
 * The reader's text size: applied before the first paint, kept where the browser lets it, the same in all
 * tabs.
 */
const key = 'text-size';
const steps = [87.5, 100, 112.5, 125, 150, 175, 200];
const normal = 1;
/** From this step on columns are laid out as on a narrower screen. */
const large = 4;
const root = document.documentElement;
const select = '[data-text-size]';
let step = normal;

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return String(steps[step]); // Storage is blocked: the size lasts as long as the page.
  }
}

function keep(): void {
  try {
    if (step === normal) localStorage.removeItem(key);
    else localStorage.setItem(key, String(steps[step]));
  } catch {
    // As above.
  }
}

const toStep = (stored: string | null): number => {
  const found = steps.indexOf(Number(stored));
  return found < 0 ? normal : found;
};

/** `aria-disabled`, not `disabled`: the button at its end keeps the focus. */
function show(): void {
  root.style.fontSize = step === normal ? '' : `${steps[step]}%`;
  root.classList.toggle('large-text', step >= large);
  for (const button of document.querySelectorAll<HTMLElement>(select)) {
    const by = Number(button.dataset.textSize);
    button.setAttribute('aria-disabled', String(by === 0 ? step === normal : !steps[step + by]));
  }
}

function follow(stored: string | null): void {
  step = toStep(stored);
  show();
}

root.classList.add('script');
follow(read());
document.addEventListener('DOMContentLoaded', show);
addEventListener('storage', (event) => {
  if (event.key === key || event.key === null) follow(event.newValue);
});
addEventListener('pageshow', (event) => {
  if (event.persisted) follow(read());
});
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>(select);
  if (!button) return;
  const by = Number(button.dataset.textSize);
  step = by === 0 ? normal : Math.min(Math.max(step + by, 0), steps.length - 1);
  keep();
  show();
  const status = button.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = `${(steps[step] ?? 100).toLocaleString(root.lang)}%`;
});
