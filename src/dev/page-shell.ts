import type { MessageLanguage } from '../diagnostics/phrases.ts';

interface Input {
  readonly language: MessageLanguage;
  readonly title: string;
  /** Width of the body, in rem. */
  readonly width: number;
  readonly style: string;
  readonly body: string;
}

/** A page of the dev server's own. */
export const pageShell = ({ language, title, width, style, body }: Input): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Broadsheet</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: ${width}rem; padding: 1rem; }
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
