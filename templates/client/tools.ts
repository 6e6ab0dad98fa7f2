/** The tools of an article: copy its address, print it, listen to it. */
const tools = document.querySelector<HTMLElement>('.tools');
const button = (name: string) => tools?.querySelector<HTMLButtonElement>(`[data-tool=${name}]`);
const status = tools?.querySelector('[aria-live]');

const copy = button('copy');
const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
if (!navigator.clipboard) copy?.remove();
copy?.addEventListener('click', () => {
  navigator.clipboard.writeText(address).then(
    () => {
      if (status) status.textContent = copy.dataset.done ?? '';
      copy.textContent = copy.dataset.done ?? '';
    },
    () => {}, // The browser refuses: the address is in its address bar.
  );
});
button('print')?.addEventListener('click', () => print());

const listen = button('listen');
const label = listen?.textContent ?? '';
const { lang } = document.documentElement;
/** A local voice: others send the text to a server. */
const voice = () =>
  speechSynthesis.getVoices().find((one) => one.localService && one.lang.slice(0, 2) === lang.slice(0, 2));
function stop(): void {
  speechSynthesis.cancel();
  if (listen) listen.textContent = label;
}
if (listen && 'speechSynthesis' in window) {
  const offer = (): void => {
    listen.hidden = !voice();
  };
  offer();
  speechSynthesis.addEventListener?.('voiceschanged', offer);
  addEventListener('pagehide', stop);
  listen.addEventListener('click', () => {
    if (speechSynthesis.speaking) {
      stop();
      return;
    }
    const parts = document.querySelectorAll<HTMLElement>(
      '.article-header h1, .standfirst, .body > :is(p, ul, ol, h2, h3, h4, blockquote)',
    );
    for (const [index, part] of [...parts].entries()) {
      const speech = new SpeechSynthesisUtterance(part.textContent);
      speech.lang = lang;
      speech.voice = voice() ?? null;
      if (index === parts.length - 1) speech.addEventListener('end', stop);
      speechSynthesis.speak(speech);
    }
    listen.textContent = listen.dataset.done ?? label;
  });
}

export {};
