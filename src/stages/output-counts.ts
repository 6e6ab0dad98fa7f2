/** What became of outputs. */
export interface OutputCounts {
  rendered: number;
  /** Pictures made here. */
  resized: number;
  /** Pictures that the store had. */
  fetched: number;
  /** Pictures that workers made for this build. */
  elsewhere: number;
  written: number;
  unchanged: number;
}

export const noCounts: Readonly<OutputCounts> = {
  rendered: 0,
  resized: 0,
  fetched: 0,
  elsewhere: 0,
  written: 0,
  unchanged: 0,
};
