const NO_BREAK_SPACE = 160;

/** Counts words, text by text: a word may continue in the next text (`**Hà** Nội`), until `pause`. */
export interface WordCounter {
  add(text: string): void;
  /** The next text begins a new word. */
  pause(): void;
  total(): number;
}

/** Counts words separated by white space. */
export const createWordCounter = (): WordCounter => {
  let words = 0;
  let within = false;
  return {
    add(text) {
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code <= 32 || code === NO_BREAK_SPACE) within = false;
        else if (!within) {
          within = true;
          words++;
        }
      }
    },
    pause() {
      within = false;
    },
    total: () => words,
  };
};
