/** A file in memory, as a task takes it. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Asks the user for files. Resolves empty when the dialog is closed without a choice. */
export function chooseFiles(accept: string): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = accept;
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}

/** One that was not read. */
export interface UnreadFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** In the order given. One that is not wanted, a folder, or a file that is gone by now, is not read. */
export function readFiles(
  files: readonly File[],
  isWanted: (file: File) => boolean = () => true,
): Promise<readonly (ReadFile | UnreadFile)[]> {
  return Promise.all(
    files.map(async (file) => {
      const { name, size } = file;
      if (!isWanted(file)) return { name, size };
      try {
        return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
      } catch {
        return { name, size };
      }
    }),
  );
}

/** Saves by download: works on plain http and in old browsers. */
export function saveFile(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
