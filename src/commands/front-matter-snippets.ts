/** The parts of a JSON Schema that a snippet shows. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly FieldSchema[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
}

/**
 * Snippets for VS Code, one for each field of a JSON Schema. They complete front matter in Markdown files
 * without an extension.
 */
export function frontMatterSnippets(fields: Readonly<Record<string, FieldSchema>>): object {
  const entries = Object.entries(fields).map(([name, field]) => {
    const description = [field.title, field.description].filter(Boolean).join(': ');
    // Between the `---` lines of a Markdown file the language is YAML.
    return [name, { scope: 'markdown,yaml', prefix: name, body: bodyOf(name, field), description }];
  });
  return Object.fromEntries(entries);
}

function bodyOf(name: string, field: FieldSchema): string[] {
  const variants = [field, ...(field.anyOf ?? [])];
  const parts = variants.find(({ properties }) => properties)?.properties;
  if (parts) return [`${name}:`, ...Object.keys(parts).map((part, index) => `  ${part}: $${index + 1}`)];
  const choices = variants.find((variant) => variant.enum)?.enum;
  if (choices) return [`${name}: \${1|${choices.join(',')}|}`];
  return [variants.some(({ type }) => type === 'array') ? `${name}: [$1]` : `${name}: $1`];
}
