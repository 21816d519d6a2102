/** What a person chose about the page, kept between visits. A browser that keeps nothing is as good as a first visit. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`quan.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`quan.${name}`, value);
  } catch {
    // A full or forbidden store costs the memory of a choice and nothing else.
  }
}
