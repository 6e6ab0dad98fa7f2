const pixels = new Map(
  Object.entries({
    '': 1,
    px: 1,
    pt: 4 / 3,
    pc: 16,
    in: 96,
    cm: 96 / 2.54,
    mm: 96 / 25.4,
    em: 16,
    rem: 16,
    ex: 8,
  }),
);

/**
 * Width and height in CSS pixels of an SVG (sanitised text): its own, else its viewBox, else the 300 by 150
 * that browsers take.
 */
export const toSvgSize = (svg: string): { readonly width: number; readonly height: number } => {
  const root = /^<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const box = (/\sviewBox="([^"]*)"/.exec(root)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const width = toPixels(/\swidth="([^"]*)"/.exec(root)?.[1]);
  const height = toPixels(/\sheight="([^"]*)"/.exec(root)?.[1]);
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : 0;
  if (width && height) return rounded(width, height);
  if (width) return rounded(width, ratio ? width / ratio : 150);
  if (height) return rounded(ratio ? height * ratio : 300, height);
  return ratio ? rounded(boxWidth, boxHeight) : { width: 300, height: 150 };
};

const rounded = (width: number, height: number) => ({
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
});

const toPixels = (length: string | undefined): number | undefined => {
  const parts = /^\+?((?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)$/i.exec((length ?? '').trim());
  const unit = pixels.get((parts?.[2] ?? '').toLowerCase());
  const value = Number(parts?.[1]) * (unit ?? Number.NaN);
  return value > 0 && Number.isFinite(value) ? value : undefined;
};
