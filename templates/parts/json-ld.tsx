/** A block of structured data. No text in it can close the script element. */
export default function JsonLd({ value }: { readonly value: object }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(value).replaceAll('<', '\\u003c') }}
    />
  );
}
