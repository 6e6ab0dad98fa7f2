// Random numbers that are the same for the same seed on every machine: SFC32, seeded by FNV-1a of a text.

/** A source of random choices for a seed. */
export function createRandom(seed) {
  let hash = 0x811c9dc5;
  for (const character of String(seed)) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  let [a, b, c, counter] = [hash | 0, (hash ^ 0x9e3779b9) | 0, Math.imul(hash, 0x85ebca6b) | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    /** Between 0 and 1. */
    next,
    /** An integer, both ends included. */
    whole,
    one: (list) => list[Math.floor(next() * list.length)],
    chance: (probability) => next() < probability,
    /** Of mean 0 and deviation 1 (Irwin and Hall). */
    normal: () => {
      let sum = -6;
      for (let term = 0; term < 12; term++) sum += next();
      return sum;
    },
  };
}

/** Picks indices in proportion to weights: a function from a random number to an index. */
export function weighted(weights) {
  let total = 0;
  const ends = weights.map((weight) => (total += weight));
  return (random) => {
    const at = random * total;
    const index = ends.findIndex((end) => at < end);
    return index < 0 ? weights.length - 1 : index;
  };
}
