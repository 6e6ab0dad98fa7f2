const extension = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;
const camera = /^(?:img|image|dsc[nf]?|pxl|mvi|gopr|z)[-_ ]?\d{3,}(?:[-_][\da-f]+)*$/i;

/**
 * The rule that an alternative text breaks: it is missing, or it is a name as files and cameras have
 * (`IMG_1234`, `ruong.jpg`).
 */
export const altProblem = (alt: string): 'alt-missing' | 'alt-file-name' | undefined => {
  const text = alt.trim();
  if (text === '') return 'alt-missing';
  return extension.test(text) || camera.test(text) ? 'alt-file-name' : undefined;
};
