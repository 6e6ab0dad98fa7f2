/** Pixels. */
export interface VideoSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height of a video as it is seen; undefined where the file has none that can be read. */
export async function describeVideo(file: string): Promise<VideoSize | undefined> {
  const { FilePathSource, Input, MP4, QTFF, WEBM } = await import('mediabunny');
  const input = new Input({ source: new FilePathSource(file), formats: [MP4, QTFF, WEBM] });
  try {
    const track = await input.getPrimaryVideoTrack();
    return track ? { width: track.displayWidth, height: track.displayHeight } : undefined;
  } catch {
    // Browsers may still play it: pages then give the size of the poster, or the most usual one.
    return undefined;
  } finally {
    input.dispose();
  }
}
