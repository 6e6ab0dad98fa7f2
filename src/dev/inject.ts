import { escapeHtml } from '../bytes/markup.ts';
import type { NewsroomStanding } from '../workflow/standings.ts';

/** What the script in the browser needs to know about its page. */
export interface PageFacts {
  readonly language: 'vi' | 'en';
  /** Digest of the page, without the name of its style sheet, and of these facts. */
  readonly key: string;
  /** Address of the style sheet. */
  readonly style: string;
  /** The source file of the page. */
  readonly source?: string;
  /** The file to open when the page has no source. */
  readonly editable?: string;
  /** Set when a build would not publish the article now. */
  readonly standing?: NewsroomStanding;
  /** Set when the article has no page now. */
  readonly hidden?: boolean;
}

/** The page with the dev server's script, which builds never write. */
export function inject(html: string, facts: PageFacts): string {
  const data = escapeHtml(JSON.stringify(facts));
  const script = `<script src="/_broadsheet/client.js" data-broadsheet="${data}" defer></script>`;
  const at = html.indexOf('</head>');
  return at < 0 ? html + script : html.slice(0, at) + script + html.slice(at);
}
