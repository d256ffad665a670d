export const fullscreenOffered = (): boolean => document.fullscreenEnabled === true;

export const isFullscreen = (): boolean => document.fullscreenElement !== null;

/** Enters or leaves fullscreen; a browser that refuses is left as it is. */
export async function toggleFullscreen(): Promise<void> {
  try {
    if (isFullscreen()) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  } catch {
    // Only a visitor's own gesture may enter it; there is nothing else to do.
  }
}
