import { useSyncExternalStore } from "react";
import { media, type WatchedMedia } from "../../platform/browser/media.ts";
import { contrasted, PALETTES, type Palette } from "../../ui/look/palette.ts";
import { useSession } from "./session.ts";

const dark = media("(prefers-color-scheme: dark)");
const still = media("(prefers-reduced-motion: reduce)");
const contrast = media("(prefers-contrast: more)");
const narrow = media("(max-width: 820px) and (min-height: 501px), (max-width: 560px)");
const tall = media("(min-height: 600px)");
const besideDrawer = media("(min-width: 1181px)");
const wide = media("(min-width: 1440px)");

const STRONG_PALETTES = { light: contrasted(PALETTES.light), dark: contrasted(PALETTES.dark) };

/** The palette the person wants: chosen, or that of the system. */
export function usePalette(): Palette {
  const scheme = useSession((session) => session.scheme);
  const darkSystem = useMedia(dark);
  const strong = useMedia(contrast);
  const chosen = scheme === "system" ? (darkSystem ? "dark" : "light") : scheme;
  return (strong ? STRONG_PALETTES : PALETTES)[chosen];
}

export const useStill = () => useMedia(still);

/** The panel is a sheet over the map. */
export const useNarrow = () => useMedia(narrow);

/** There is room on the map for a sentence, also beside what is known of something chosen. */
export const useRoomForSentence = () => useMedia(besideDrawer);

/** There is room on the map for a legend, also beside what is known of something chosen. */
export function useRoomForLegend(drawer: boolean): boolean {
  const enough = { tall: useMedia(tall), wide: useMedia(wide), narrow: useNarrow() };
  return enough.tall && (drawer ? enough.wide : !enough.narrow);
}

function useMedia({ watch, matches }: WatchedMedia): boolean {
  return useSyncExternalStore(watch, matches);
}
