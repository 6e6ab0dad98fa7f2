import path from 'node:path';
import { isRemote } from '../addresses/locate.ts';
import type { AttributeShape } from '../blocks/attribute.ts';
import type { BlockDefinition, BlockDefinitions } from '../blocks/block.ts';
import { originOf, readService, services } from '../blocks/services.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { MAX_CELLS } from '../markdown/limits.ts';
import type { AttributeValue, ResolvedBlock } from '../props.ts';
import type { Asset } from '../stages/describe.ts';
import type { BlockReference, Document } from '../types.ts';
import type { OfferedFiles } from './offered-files.ts';
import type { Pictures } from './pictures.ts';
import type { PublicFiles } from './public-files.ts';
import type { ResolveLink } from './resolve-link.ts';
import type { Suggest } from './suggest.ts';

interface BlockContext {
  readonly definitions: BlockDefinitions;
  readonly config: Pick<ResolvedConfig, 'embeds' | 'media' | 'site'>;
  readonly publicFiles: PublicFiles;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly pictures: Pictures;
  readonly offered: OfferedFiles;
  readonly link: ResolveLink;
  readonly suggestFile: Suggest;
  readonly report: (message: Diagnostic) => void;
}

/** An attribute as its author wrote it. */
interface Written {
  readonly document: Document;
  readonly name: string;
  readonly value: string;
  readonly place: { readonly line: number; readonly column: number };
}

type Resolve = (shape: AttributeShape, written: Written) => AttributeValue | undefined;

/** What a block has become: null for one that cannot be shown, which is reported; its words stay. */
export type ResolveBlock = (document: Document, reference: BlockReference) => ResolvedBlock | null;

/** Checks the attributes of blocks against what their templates say, and resolves those that are files or links. */
export function createResolveBlock(context: BlockContext): ResolveBlock {
  const { definitions, report } = context;
  const resolvers = createResolvers(context);
  return (document, reference) => {
    const { block, name: written, rows } = reference;
    const definition = Object.hasOwn(definitions, block) ? definitions[block] : undefined;
    if (!definition) return null;
    const attributes: Record<string, AttributeValue> = {};
    const refused = new Set<string>();
    for (const [name, [value, line, column]] of Object.entries(withLabel(reference, definition))) {
      const place = { line, column };
      const shape = Object.hasOwn(definition.attributes, name) ? definition.attributes[name] : undefined;
      if (!shape) {
        const attributeNames = Object.keys(definition.attributes);
        const near = nearest(name, attributeNames);
        const values = {
          name: written,
          attribute: name,
          ...(near !== undefined && { near }),
          ...(attributeNames.length > 0 && { known: attributeNames.join(', ') }),
        };
        report(diagnose('block-attribute', document.path, place, values));
        continue;
      }
      // An empty attribute counts as absent, like an empty field.
      if (value.trim() === '' && shape.type !== 'flag') continue;
      const resolved = resolvers[shape.type](shape, { document, name, value, place });
      if (resolved === undefined) refused.add(name);
      else attributes[name] = resolved;
    }
    if (rows) fillRows(attributes, definition, rows);
    if (lacks({ definition, attributes, told: refused, document, reference, report })) return null;
    return { kind: 'block', block, attributes: shared(attributes), ...(rows && { table: rows }) };
  };
}

/** The attributes with the words in brackets, which are the block's title, or its caption. */
function withLabel({ label, attributes, line, column }: BlockReference, definition: BlockDefinition) {
  if (label === undefined) return attributes;
  const name =
    'title' in definition.attributes || !('caption' in definition.attributes) ? 'title' : 'caption';
  return { [name]: [label, line, column] as const, ...attributes };
}

/** A table that stands in the block takes the place of a file of data. */
function fillRows(
  attributes: Record<string, AttributeValue>,
  definition: BlockDefinition,
  rows: NonNullable<BlockReference['rows']>,
): void {
  for (const [name, { type }] of Object.entries(definition.attributes))
    if (type === 'rows') attributes[name] ??= rows;
}

/** Whether a required attribute is missing. Reported, unless its value was reported already. */
function lacks({
  definition,
  attributes,
  told,
  document,
  reference: { name, line, column },
  report,
}: {
  readonly definition: BlockDefinition;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly told: ReadonlySet<string>;
  readonly document: Document;
  readonly reference: BlockReference;
  readonly report: (message: Diagnostic) => void;
}): boolean {
  const missing = Object.entries(definition.attributes).filter(
    ([key, { required }]) => required && attributes[key] === undefined,
  );
  for (const [attribute] of missing)
    if (!told.has(attribute))
      report(diagnose('block-needs', document.path, { line, column }, { name, attribute }));
  return missing.length > 0;
}

function createResolvers(context: BlockContext): Readonly<Record<AttributeShape['type'], Resolve>> {
  const wrong = (
    { document, name, value, place }: Written,
    expected: Readonly<Record<string, string | number>>,
  ): undefined =>
    void context.report(
      diagnose('block-value', document.path, place, {
        attribute: name,
        value: value.slice(0, 80),
        ...expected,
      }),
    );
  return {
    text: (_, { value }) => value,
    number: (shape, written) => {
      const number = /^-?\d+(?:[.,]\d+)?$/.test(written.value)
        ? Number(written.value.replace(',', '.'))
        : undefined;
      const { least, most } = shape;
      if (number !== undefined && number >= (least ?? number) && number <= (most ?? number)) return number;
      const limits = { ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
      return wrong(written, { number: 1, ...limits });
    },
    flag: (_, written) => {
      if (written.value === '' || written.value === 'true') return true;
      return written.value === 'false' ? false : wrong(written, { flag: 1 });
    },
    choice: ({ values = [] }, written) => {
      if (values.includes(written.value)) return written.value;
      const near = nearest(written.value, values);
      return wrong(written, { values: values.join(', '), ...(near !== undefined && { near }) });
    },
    picture: (_, written) => {
      const { document, value, place } = written;
      if (isRemote(value)) return wrong(written, { formats: '.jpg, .png, .webp, .svg' });
      return context.pictures.full({ from: document.path, url: value, alt: '', ...place });
    },
    media: (shape, written) => mediaOf(context, shape, written, wrong),
    link: (_, written) => linkOf(context, written, wrong),
    embed: (_, written) => embedOf(context, written, wrong),
    rows: (shape, written) => rowsOf(context, shape, written, wrong),
  };
}

type Wrong = (written: Written, expected: Readonly<Record<string, string | number>>) => undefined;

/** The file that an attribute names, if it has one of the endings. */
function fileOf(
  context: BlockContext,
  shape: AttributeShape,
  written: Written,
  wrong: Wrong,
): Asset | undefined {
  const { publicFiles, assets, suggestFile, report } = context;
  const { document, value, place } = written;
  const formats = shape.formats ?? [];
  const format = path.extname(value).slice(1).toLowerCase();
  if (isRemote(value) || !formats.includes(format))
    return wrong(written, { formats: formats.map((one) => `.${one}`).join(', ') });
  const file = publicFiles.find({ from: document.path, url: value });
  const asset = file && 'file' in file ? assets.get(file.file.path) : undefined;
  if (asset) return asset;
  report(
    file && 'rule' in file
      ? diagnose(file.rule, document.path, place, file.values)
      : diagnose('missing-media', document.path, place, suggestFile(value)),
  );
  return undefined;
}

function mediaOf(context: BlockContext, shape: AttributeShape, written: Written, wrong: Wrong) {
  const asset = fileOf(context, shape, written, wrong);
  if (!asset) return undefined;
  const { document, value, place } = written;
  const { limit } = context.config.media;
  if (asset.size > limit)
    context.report(diagnose('media-large', document.path, place, { url: value, size: asset.size, limit }));
  const name = path.basename(asset.path);
  const format = path.extname(name).slice(1).toLowerCase();
  return shared({
    address: context.offered.publish(asset),
    type: mediaTypes[format] ?? 'application/octet-stream',
    name,
    size: asset.size,
    ...asset.video,
  });
}

const mediaTypes: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  vtt: 'text/vtt',
  csv: 'text/csv',
};

function linkOf({ link }: BlockContext, written: Written, wrong: Wrong) {
  const { document, value, place } = written;
  if (/^(?:mailto:|tel:)/i.test(value)) return value as never;
  if (isRemote(value) && URL.canParse(value)) return new URL(value).href as never;
  if (/^[a-z][a-z\d+.-]*:/i.test(value) || value.trim() === '') return wrong(written, { address: 1 });
  const resolved = link(document, { kind: 'link', url: value, ...place });
  return resolved?.kind === 'link' ? resolved.address : undefined;
}

function embedOf({ config, report }: BlockContext, written: Written, wrong: Wrong) {
  const { document, value, place } = written;
  const page = readService(value);
  if (!page) return wrong(written, { service: services.join(', ') });
  const { service, name, link, player } = page;
  if (config.embeds.includes(service)) return shared({ service, name, link, player });
  const values = { service: name, option: service, origin: originOf(service) };
  report(diagnose('embed-disabled', document.path, place, values));
  return shared({ service, name, link });
}

function rowsOf(context: BlockContext, shape: AttributeShape, written: Written, wrong: Wrong) {
  const asset = fileOf(context, shape, written, wrong);
  if (!asset) return undefined;
  if (typeof asset.rows === 'object') return asset.rows;
  const { document, value, place } = written;
  const reason = asset.rows ?? 'empty';
  context.report(
    diagnose('broken-rows', document.path, place, {
      url: value,
      [reason]: reason === 'limit' ? MAX_CELLS : 1,
    }),
  );
  return undefined;
}
