import type * as z from "zod";
import { jsonFault, placeOf, readJson, UnreadableJson } from "../text/read-json.ts";
import { shapeFault } from "./shape-fault.ts";

/** A JSON text of a shape; `fault` makes the error of a sentence with file, line and column where it is none. */
export function readShaped<Shape extends z.ZodType>(
  text: string,
  file: string,
  shape: Shape,
  fault: (sentence: string) => Error,
): z.infer<Shape> {
  if (text.trim() === "") throw fault(`${file} is empty.`);
  if (!text.trimStart().startsWith("{")) throw fault(`${file} does not begin with {.`);
  const read = shape.safeParse(value(), { reportInput: true });
  if (read.success) return read.data;
  const { path, sentence } = shapeFault(read.error);
  throw fault(`${file}, ${jsonFault(placeOf(text, path), sentence).message}`);

  function value(): unknown {
    try {
      return readJson(text);
    } catch (error) {
      if (!(error instanceof UnreadableJson)) throw error;
      throw fault(`${file}, ${error.message}`);
    }
  }
}
