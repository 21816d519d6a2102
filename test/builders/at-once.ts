import { type Drive, finish } from "../../src/core/base/work.ts";

/** Runs work to its end without a breath. */
export const atOnce: Drive = async (work) => finish(work);
