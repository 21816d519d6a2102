import type { Map as Sheet } from "maplibre-gl";

/**
 * Resolves once everything in view is drawn, or known not to be there; never on a sheet that is removed before. A tile that
 * a server does not have starts no new frame, without which the sheet does not notice that it has nothing left to do.
 */
export function settled(sheet: Sheet): Promise<void> {
  return new Promise((resolve) => {
    const nudge = () => sheet.triggerRepaint();
    const timer = setInterval(nudge, 200);
    const stop = () => clearInterval(timer);
    sheet.once("remove", stop);
    sheet.once("idle", () => {
      stop();
      sheet.off("remove", stop);
      resolve();
    });
    nudge();
  });
}
