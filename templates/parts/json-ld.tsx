/** One block of structured data; no text in it can end the script element. */
export default function JsonLd({ value }: { readonly value: object }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(value).replaceAll('<', '\\u003c') }}
    />
  );
}
