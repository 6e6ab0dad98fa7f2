import type { Html } from 'broadsheet';

/** What the author wrote. */
export default function Body({ html }: { readonly html: Html }) {
  return <div class="body" dangerouslySetInnerHTML={{ __html: html.__html }} />;
}
