// JPEGs that are as hard to encode and decode as photographs: gradients, soft shapes, and noise at three
// scales.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from './random.mjs';

const width = 2400;
const height = 1600;

export async function writePhotographs({ folder, names, seed }) {
  const { default: sharp } = await import('sharp');
  mkdirSync(folder, { recursive: true });
  for (const [number, name] of names.entries()) {
    const random = createRandom(`photograph ${seed} ${number}`);
    const colour = () => `hsl(${random.whole(0, 359)} ${random.whole(15, 70)}% ${random.whole(20, 75)}%)`;
    const shapes = Array.from({ length: 45 }, () => {
      const [x, y, size] = [random.whole(0, width), random.whole(0, height), random.whole(15, 380)];
      return `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${Math.round(size * (0.2 + random.next()))}" fill="${colour()}" fill-opacity="${(0.2 + random.next() * 0.6).toFixed(2)}" transform="rotate(${random.whole(0, 180)} ${x} ${y})"/>`;
    });
    const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><linearGradient id="sky" x2="0.3" y2="1"><stop stop-color="${colour()}"/><stop offset="0.6" stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient><rect width="100%" height="100%" fill="url(#sky)"/>${shapes.join('')}</svg>`;
    const noise = (scale, strength) => {
      const size = { width: Math.round(width / scale), height: Math.round(height / scale), channels: 3 };
      const pixels = Buffer.alloc(size.width * size.height * 3);
      for (let at = 0; at < pixels.length; at++) pixels[at] = 128 + (random.next() * 2 - 1) * strength;
      return sharp(pixels, { raw: size })
        .resize(width, height, { kernel: 'cubic', fit: 'fill' })
        .png({ compressionLevel: 0 })
        .toBuffer();
    };
    const layers = await Promise.all([noise(48, 80), noise(5, 44), noise(2, 30)]);
    await sharp(Buffer.from(scene))
      .flatten()
      .composite(layers.map((input) => ({ input, blend: 'overlay' })))
      .jpeg({ quality: 88 })
      .toFile(path.join(folder, name));
  }
}
