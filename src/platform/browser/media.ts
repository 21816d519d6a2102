/** A condition of the screen or of the person's settings, watched: `prefers-color-scheme`, `prefers-reduced-motion`, width. */
export interface WatchedMedia {
  readonly matches: () => boolean;
  /** Calls back on every change; returns how to stop. */
  readonly watch: (changed: () => void) => () => void;
}

export function media(query: string): WatchedMedia {
  const list = window.matchMedia(query);
  return {
    matches: () => list.matches,
    watch(changed) {
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
  };
}
