/** Shows pictures one by one over the page. Without this script each links to its largest version. */
const pictures = [...document.querySelectorAll<HTMLAnchorElement>('a[data-view]')];
/** Labels of the buttons, in the language of the page. */
const words = document.currentScript?.dataset ?? {};
const isFromRight = document.documentElement.dir === 'rtl';

const dialog = document.createElement('dialog');
const image = document.createElement('img');
const caption = document.createElement('p');
const count = document.createElement('output');
let at = 0;

function show(index: number): void {
  at = (index + pictures.length) % pictures.length;
  const link = pictures[at];
  image.src = link?.href ?? '';
  image.alt = link?.querySelector('img')?.alt ?? '';
  caption.textContent = link?.parentElement?.querySelector('figcaption')?.textContent ?? '';
  count.textContent = `${at + 1}/${pictures.length}`;
}

function add(name: 'close' | 'previous' | 'next', sign: string, work: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.ariaLabel = words[name] ?? '';
  button.textContent = sign;
  button.addEventListener('click', work);
  dialog.append(button);
}

if (pictures.length > 0 && dialog.showModal) {
  dialog.className = 'viewer';
  dialog.append(count, image, caption);
  if (pictures.length > 1) {
    add('previous', '‹', () => show(at - 1));
    add('next', '›', () => show(at + 1));
  }
  add('close', '×', () => dialog.close());
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === (isFromRight ? 'ArrowRight' : 'ArrowLeft')) show(at - 1);
    if (key === (isFromRight ? 'ArrowLeft' : 'ArrowRight')) show(at + 1);
  });
  dialog.addEventListener('close', () => pictures[at]?.focus());
  for (const [index, link] of pictures.entries())
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      document.body.append(dialog);
      show(index);
      dialog.showModal();
    });
}

export {};
