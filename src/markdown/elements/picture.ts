import type { Element, ElementContent } from 'hast';
import { classifyUrl } from '../../addresses/classify-url.ts';
import { readableUrl } from '../readable-url.ts';
import { addReference } from '../tokens.ts';
import type { Walk } from '../walk.ts';

interface PictureOptions {
  /** Whether the picture is alone in its paragraph. */
  readonly block: boolean;
}

/** The alternative text as part of the body. */
const inPlace = (alt: string, walk: Walk): ElementContent[] =>
  alt === '' ? [] : walk.all<ElementContent>([{ type: 'text', value: alt }]);

/**
 * Replaces an `img` by a token with its number in the references, by its alternative text when the URL is
 * unsafe, or by nothing without a URL.
 */
export const picture = (
  element: Element,
  walk: Walk,
  { block }: PictureOptions,
): ElementContent[] | undefined => {
  const { src, alt: written, title } = element.properties;
  const alt = typeof written === 'string' ? written : '';
  if (typeof src !== 'string' || src.trim() === '') {
    walk.report('address-missing', alt === '' ? {} : { text: alt });
    return inPlace(alt, walk);
  }
  const target = classifyUrl(src, walk.options);
  if (target.kind === 'unsafe' || target.kind === 'contact') {
    if (!walk.options.safe) return undefined;
    walk.report('link-scheme', {
      url: src.slice(0, 80),
      scheme: target.kind === 'unsafe' ? target.scheme : 'mailto',
    });
    return inPlace(alt, walk);
  }
  const url = readableUrl(src);
  const problem = altProblem(alt);
  if (problem) walk.report(problem, { url, alt });
  const { line, column } = walk.locate(walk.place());
  return [
    {
      type: 'raw',
      value: addReference(walk.references, {
        kind: 'picture',
        url,
        alt,
        ...(typeof title === 'string' && { title }),
        block,
        line,
        column,
      }),
    },
  ];
};

const extension = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;
const camera = /^(?:img|image|dsc[nf]?|pxl|mvi|gopr|z)[-_ ]?\d{3,}(?:[-_][\da-f]+)*$/i;

/**
 * The rule that an alternative text breaks: it is missing, or is a file name as of cameras (`IMG_1234`,
 * `ruong.jpg`).
 */
export const altProblem = (alt: string): 'alt-missing' | 'alt-file-name' | undefined => {
  const text = alt.trim();
  if (text === '') return 'alt-missing';
  return extension.test(text) || camera.test(text) ? 'alt-file-name' : undefined;
};
