import type { Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { inTurn } from '../images/load-sharp.ts';
import type { Operation } from '../images/operation.ts';
import { headlineFonts } from '../theme/load.ts';
import { encoder } from '../tool/toolchain.ts';
import { type MadeBy, makePictures } from './make-pictures.ts';
import type { OutputInput, OutputRecords, RouteOf } from './output-records.ts';

/** The pictures and cards of one build while they are made. */
export class PictureOutputs {
  readonly #input: OutputInput;
  readonly #records: OutputRecords;
  readonly #resizing: RouteOf<'picture'>[] = [];
  readonly #drawing: { readonly route: RouteOf<'card'>; readonly key: Digest }[] = [];

  constructor(input: OutputInput, records: OutputRecords) {
    this.#input = input;
    this.#records = records;
  }

  /** Takes a card that was drawn before, or leaves it to {@link finish}. */
  makeCard(route: RouteOf<'card'>): void {
    const key = fingerprint([encoder(), route.words]);
    if (this.#records.isKept(route, key)) return;
    const made = this.#input.pictures.read(route.output);
    if (made) this.#records.write(route, key, made);
    else this.#drawing.push({ route, key });
  }

  /** Takes a version of a picture that was made before, or leaves it to {@link finish}. */
  makePicture(route: RouteOf<'picture'>): void {
    const key = pictureKey(route.operation);
    if (this.#records.isKept(route, key)) return;
    const made = this.#input.pictures.read(route.operation.output);
    if (made) this.#records.write(route, key, made);
    else this.#resizing.push(route);
  }

  /** Makes what is missing. */
  async finish(): Promise<void> {
    await this.#drawCards();
    const { root, report, pictures, progress, openShared } = this.#input;
    const routes = this.#resizing;
    if (routes.length === 0) return;
    const shared = await openShared?.();
    const done = (route: RouteOf<'picture'>, bytes: Uint8Array, by: MadeBy): void => {
      pictures.write(route.operation.output, bytes);
      this.#records.write(route, pictureKey(route.operation), bytes);
      this.#records.counts[by] += 1;
      const { resized: here, fetched, elsewhere } = this.#records.counts;
      const asked = shared?.queue?.waiting() ?? 0;
      progress(
        'pictures',
        here + fetched + elsewhere,
        routes.length,
        shared?.queue && { asked, here, elsewhere },
      );
    };
    await makePictures({ root, wanted: routes, shared, report, done });
  }

  async #drawCards(): Promise<void> {
    if (this.#drawing.length === 0) return;
    const { pictures } = this.#input;
    const { createDrawCard } = await import('../images/draw-card.ts');
    const draw = createDrawCard(headlineFonts);
    await Promise.all(
      this.#drawing.map(({ route, key }) =>
        inTurn(async () => {
          const bytes = await draw(route.words);
          pictures.write(route.output, bytes);
          this.#records.write(route, key, bytes);
          this.#records.counts.resized += 1;
        }),
      ),
    );
  }
}

const pictureKey = (operation: Operation): Digest => fingerprint([encoder(), operation]);
