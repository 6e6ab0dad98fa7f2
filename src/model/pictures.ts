import path from 'node:path/posix';
import { toPlace } from '../addresses/permalink.ts';
import type { Address, SourcePath } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Focus, toFocus } from '../images/focus.ts';
import type { Operation } from '../images/operation.ts';
import { plan } from '../images/plan.ts';
import { planIcons } from '../images/plan-icons.ts';
import { type PreviewOperations, planPreview } from '../images/plan-preview.ts';
import type { Picture, SiteIcons } from '../props.ts';
import type { PictureUser, PlannedPicture, PreviewPicture } from '../site.ts';
import type { Asset } from '../stages/describe.ts';
import type { PublicFiles } from './public-files.ts';
import type { Suggest } from './suggest.ts';

export interface PictureRequest {
  readonly from: SourcePath;
  readonly url: string;
  readonly alt: string;
  readonly focus?: string;
  readonly line?: number;
  readonly column?: number;
  /** The field that names the picture, when it is not in the body. */
  readonly field?: Diagnostic['field'];
  /** The file that messages are about, when it is not `from`. */
  readonly path?: string;
}

export interface Pictures {
  /**
   * The picture as it is, in the widths of articles; undefined, with a message, when there is none to show.
   */
  readonly full: (request: PictureRequest) => Picture | undefined;
  /** The picture cropped to 3:2 for lists. */
  readonly card: (request: PictureRequest) => Picture | undefined;
  /** The versions for link previews and search engines; undefined for SVG. */
  readonly preview: (request: PictureRequest) => PreviewPicture | undefined;
  /** The versions of the site's icon, some of which stand where browsers look for them. */
  readonly icons: (request: PictureRequest) => SiteIcons | undefined;
  /** Every version that was asked for. */
  readonly planned: () => PlannedPicture[];
}

interface Input {
  readonly config: ResolvedConfig;
  readonly publicFiles: PublicFiles;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Names a file that was probably meant. */
  readonly suggest: Suggest;
  readonly report: (message: Diagnostic) => void;
}

/**
 * Plans the versions of pictures that pages ask for, and says what is wrong with those that cannot be shown.
 */
export function planPictures(input: Input): Pictures {
  const { config } = input;
  const plans = new Map<string, ReturnType<typeof plan>>();
  const previews = new Map<string, PreviewPicture | undefined>();
  const operations = new Map<string, PlannedPicture>();
  /** The files that show a picture. */
  const usersOf = new Map<SourcePath, Set<string>>();
  const { quality } = config.pictures;
  const { base } = config.site;

  const keep = (request: PictureRequest, from: SourcePath, planned: readonly Operation[]): void => {
    const users = usersOf.get(from) ?? new Set();
    usersOf.set(from, users.add(request.path ?? request.from));
    // Two copies of one picture have the same versions under the same names.
    for (const operation of planned)
      if (!operations.has(operation.output))
        operations.set(operation.output, { from, operation, user: userOf(request), users });
  };

  const version = (request: PictureRequest, crop: boolean): Picture | undefined => {
    const asset = findPicture(request, input);
    if (!asset) return undefined;
    const focus = focusOf(crop ? request.focus : undefined);
    const key = `${asset.path}|${crop ? `${focus.x} ${focus.y}` : ''}`;
    const planned = plans.get(key) ?? planVersions(asset, { config, ...(crop && { focus }) });
    plans.set(key, planned);
    keep(request, asset.path, planned.operations);
    return shared({ ...planned.picture, alt: request.alt });
  };

  const preview = (request: PictureRequest): PreviewPicture | undefined => {
    const asset = findPicture(request, input);
    if (!asset) return undefined;
    const focus = focusOf(request.focus);
    const key = `${asset.path}|${focus.x} ${focus.y}`;
    if (!previews.has(key)) {
      const planned = planPreview({ ...sourceOf(asset), quality, focus });
      if (planned) keep(request, asset.path, [planned.preview, ...planned.crops]);
      previews.set(key, planned && toPreview(planned, base));
    }
    return previews.get(key);
  };

  const icons = (request: PictureRequest): SiteIcons | undefined => {
    const asset = findPicture(request, input);
    if (!asset) return undefined;
    const versions = planIcons(sourceOf(asset));
    const { ico, touch, sized, svg } = versions;
    keep(request, asset.path, [ico, touch, ...sized, ...(svg ? [svg] : [])]);
    return placeIcons(versions, { config, operations });
  };

  return {
    icons,
    full: (request) => version(request, false),
    card: (request) => version(request, true),
    preview,
    planned: () => [...operations.values()],
  };
}

interface IconPlaces {
  readonly config: ResolvedConfig;
  readonly operations: Map<string, PlannedPicture>;
}

/** Where the versions of the site's icon are published: two of them where browsers look for them. */
function placeIcons(
  { ico, touch, sized, svg }: ReturnType<typeof planIcons>,
  { config, operations }: IconPlaces,
): SiteIcons {
  const fixed = (operation: Operation, name: string): Address => {
    const planned = operations.get(operation.output) as PlannedPicture;
    operations.set(operation.output, { ...planned, output: toPlace(config, name).output });
    return toPlace(config, name).address;
  };
  const addressOf = ({ output }: Operation): Address => toPlace(config, output).address;
  return {
    ico: fixed(ico, 'favicon.ico'),
    touch: fixed(touch, 'apple-touch-icon.png'),
    sized: sized.map((operation) => ({ address: addressOf(operation), size: operation.width })),
    ...(svg && { svg: addressOf(svg) }),
  };
}

type PictureAsset = Asset & { readonly picture: NonNullable<Asset['picture']> };

/** The picture that is asked for; undefined, with a message, when there is none to show. */
function findPicture(
  { from, url, line, column, field, path: reported = from }: PictureRequest,
  { publicFiles, assets, suggest, report }: Input,
): PictureAsset | undefined {
  const source = publicFiles.find({ from, url });
  const place = { line, column, field };
  if (source === undefined) return void report(diagnose('missing-picture', reported, place, suggest(url)));
  if ('rule' in source) return void report(diagnose(source.rule, reported, place, source.values));
  const asset = assets.get(source.file.path);
  if (asset?.picture) return { ...asset, picture: asset.picture };
  return void report(
    diagnose('broken-picture', reported, place, { url, reason: asset?.broken ?? 'not a picture' }),
  );
}

/** The versions for articles, or, around a focus, those for lists. */
function planVersions(
  asset: PictureAsset,
  { config, focus }: { readonly config: ResolvedConfig; readonly focus?: Focus },
) {
  const { widths, cardWidths, formats, quality } = config.pictures;
  return plan({
    ...sourceOf(asset),
    widths: focus ? cardWidths : widths,
    formats,
    quality,
    base: config.site.base,
    ...(focus && { crop: { ratio: [3, 2] as const, focus } }),
  });
}

/** Where a picture is asked for, as messages name it. */
const userOf = ({ from, path: reported = from, line, column, field }: PictureRequest): PictureUser => ({
  path: reported,
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  ...(field !== undefined && { field }),
});

/** The middle, when there is no focus or none that can be read. */
const focusOf = (written: string | undefined): Focus => (written && toFocus(written)) || { x: 0.5, y: 0.5 };

function toPreview({ preview, crops }: PreviewOperations, base: string): PreviewPicture {
  const sized = ({ output, width, height }: Operation) => ({
    address: `${base}${output}` as PreviewPicture['address'],
    width,
    height,
  });
  return shared({ ...sized(preview), crops: crops.map(sized) });
}

/** What versions of a picture are planned from. */
const sourceOf = ({ path: file, picture, digest }: PictureAsset) => ({
  facts: picture,
  digest,
  name: path.parse(file).name,
});
