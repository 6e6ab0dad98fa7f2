import { toUrl } from '../addresses/permalink.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { PreviewImage } from '../props.ts';
import type { PreviewPicture } from '../site.ts';

/** A picture for link previews, as pages name it. */
export function toPreviewImage(
  { crops, ...preview }: PreviewPicture,
  { alt, config }: { readonly alt: string; readonly config: ResolvedConfig },
): PreviewImage {
  const version = ({ address, width, height }: PreviewPicture['crops'][number]) => ({
    url: toUrl(config, address),
    width,
    height,
  });
  return { ...version(preview), alt, crops: crops.map(version) };
}
