/** The id that a fragment (the part of a URL after `#`) names: percent-decoded, or as it is where that is not possible. */
export const decodeFragment = (fragment: string): string => {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};
