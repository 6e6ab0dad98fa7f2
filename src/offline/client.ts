/**
 * Runs in pages opened from a disk: replaces `fetch` for files that have a script with their content beside
 * them. Other files cannot be read there.
 */
const contents = new WeakMap<object, string>();

Object.assign(window, {
  broadsheetFile: (base64: string): void => {
    if (document.currentScript) contents.set(document.currentScript, base64);
  },
  fetch: (address: string): Promise<Response> =>
    new Promise((resolve, reject) => {
      if (!/\.(?:json|bin)$/.test(address)) throw new TypeError(address);
      const script = document.createElement('script');
      script.src = `${address}.js`;
      script.onload = () => {
        const bytes = atob(contents.get(script) ?? '');
        resolve(new Response(Uint8Array.from(bytes, (unit) => unit.charCodeAt(0))));
        script.remove();
      };
      script.onerror = () => reject(new TypeError(address));
      document.head.append(script);
    }),
});
