import { create } from "zustand";
import type { ReadFile } from "../../platform/browser/files.ts";
import {
  forgetRecent,
  keepRecent,
  type RecentProject,
  recentProjects,
} from "../../platform/browser/recent-projects.ts";

/** Projects that were opened or saved in this browser, the last ones first. */
export const useRecent = create<{ readonly projects: readonly RecentProject[] }>(() => ({ projects: [] }));

export async function readRecent(): Promise<void> {
  useRecent.setState({ projects: await recentProjects() });
}

/** Puts a project file at the head of the list. */
export async function keep(file: ReadFile): Promise<void> {
  await keepRecent(file);
  await readRecent();
}

export async function forget(name: string): Promise<void> {
  await forgetRecent(name);
  await readRecent();
}
