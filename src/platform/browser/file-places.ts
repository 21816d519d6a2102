/**
 * Files of this machine that the page may write again, once a person has chosen them. Only where the browser has such
 * (the File System Access API, on secure addresses); elsewhere a file is opened by the usual dialog and saved by download.
 */
export type FilePlace = FileSystemFileHandle;

/** Whether a person can be asked where to save. */
export function canAskPlace(): boolean {
  return pickers.showSaveFilePicker !== undefined;
}

/**
 * Asks where to save. `undefined` where nobody can be asked: the browser has no such dialog, or opens it only at once after
 * a press.
 */
export async function askPlace(name: string, kind: FileKind): Promise<FilePlace | "closed" | undefined> {
  return answered(pickers.showSaveFilePicker?.({ suggestedName: name, types: [kind] }));
}

/** Asks for files; `undefined` where the browser has only the usual dialog. */
export async function askFiles(): Promise<readonly FilePlace[] | undefined> {
  const chosen = await answered(pickers.showOpenFilePicker?.({ multiple: true }));
  return chosen === "closed" ? [] : chosen;
}

export function filesAt(places: readonly FilePlace[]): Promise<readonly File[]> {
  return Promise.all(places.map((place) => place.getFile()));
}

/**
 * Writes a file over whatever stands there, whole or not at all. Throws where the person forbids it, the disk is full, or
 * the place is gone.
 */
export async function writePlace(place: FilePlace, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!(await mayWrite(place))) throw new DOMException("writing was not allowed", "NotAllowedError");
  const writable = await place.createWritable();
  try {
    await writable.write(bytes);
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
  await writable.close();
}

export interface FileKind {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

/** What not every browser has, and the compiler does not know. */
interface Pickers {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly FileKind[];
  }): Promise<FilePlace>;
  showOpenFilePicker?(options: { readonly multiple: boolean }): Promise<readonly FilePlace[]>;
}

interface Permitted {
  queryPermission?(wanted: { readonly mode: "readwrite" }): Promise<PermissionState>;
  requestPermission?(wanted: { readonly mode: "readwrite" }): Promise<PermissionState>;
}

const pickers = globalThis as unknown as Pickers;

async function mayWrite(place: FilePlace & Permitted): Promise<boolean> {
  const wanted = { mode: "readwrite" } as const;
  if ((await place.queryPermission?.(wanted)) !== "prompt") return true;
  return (await place.requestPermission?.(wanted)) === "granted";
}

async function answered<Choice>(asked: Promise<Choice> | undefined): Promise<Choice | "closed" | undefined> {
  try {
    return await asked;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "closed" : undefined;
  }
}
