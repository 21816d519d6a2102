import type { Subject } from "../../core/model/facility-kind.ts";
import type { VerdictClass } from "../../core/standards/verdict.ts";

/** Colours as `#rrggbb`. The one place where the product says a colour; css, kit and map are given it. */
export interface Palette {
  readonly scheme: Scheme;
  readonly ground: string;
  readonly panel: string;
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  /** The edge of what is pressed or typed into. */
  readonly control: string;
  readonly accent: string;
  /** The accent under the pointer, with words on it. */
  readonly accentHover: string;
  readonly accentInk: string;
  readonly accentWash: string;
  readonly verdicts: Readonly<Record<VerdictClass, Mark>>;
  /** Served share, from nothing to all: one colour per class of `SHARE_BREAKS`. */
  readonly shares: readonly string[];
  readonly shareEdge: string;
  readonly subjects: Readonly<Record<Subject, string>>;
  /** Of ground within a walk: a little darker than a light ground, a little lighter than a dark one. */
  readonly walkArea: string;
  readonly backdrop: {
    readonly water: string;
    readonly green: string;
    readonly street: string;
    readonly streetMain: string;
    readonly rail: string;
    readonly boundary: string;
    readonly label: string;
  };
}

export type Scheme = "light" | "dark";

/** A filled mark: the edge keeps 3 : 1 against the ground where the fill cannot. */
export interface Mark {
  readonly fill: string;
  readonly edge: string;
}

/** Upper bounds of the classes of served share; the last class is share 1. */
export const SHARE_BREAKS = [0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

/** Class of a served share, 0 to 6; the last only for a whole share. */
export function shareClass(share: number): number {
  let at = 0;
  while (at < SHARE_BREAKS.length && !(share < (SHARE_BREAKS[at] ?? 1))) at++;
  return at;
}

const shares = ["#7f1d1d", "#b4502e", "#d9935c", "#f2d6a2", "#a9bcc0", "#6496b9", "#1f6fb2"] as const;

const light: Palette = {
  scheme: "light",
  ground: "#fbfbf9",
  panel: "#ffffff",
  raised: "#ffffff",
  ink: "#1f2328",
  quiet: "#57606a",
  line: "#e5e7eb",
  control: "#c9ced4",
  accent: "#0b57d0",
  accentHover: "#1f66d6",
  accentInk: "#ffffff",
  accentWash: "#eaf1fd",
  verdicts: {
    fail: { fill: "#c2410c", edge: "#8a2e08" },
    missing_data: { fill: "#8b949e", edge: "#57606a" },
    open: { fill: "#d9a400", edge: "#806000" },
    pass: { fill: "#1f6fb2", edge: "#124a7a" },
  },
  shares,
  shareEdge: "#4b5563",
  subjects: { elderly: "#5b2a86", childcare: "#0b6b5c", community: "#3d444c" },
  walkArea: "#d5e4fb",
  backdrop: {
    water: "#dbe8ef",
    green: "#e6eedf",
    street: "#ebebe6",
    streetMain: "#dedfd8",
    rail: "#c3c7cb",
    boundary: "#a3abb3",
    label: "#57606a",
  },
};

const dark: Palette = {
  scheme: "dark",
  ground: "#14171a",
  panel: "#1a1e22",
  raised: "#22272c",
  ink: "#e6e9ec",
  quiet: "#a3adb8",
  line: "#2f363d",
  control: "#48515a",
  accent: "#8ab4f8",
  accentHover: "#a6c7fb",
  accentInk: "#0b1a33",
  accentWash: "#1d2a3f",
  verdicts: {
    fail: { fill: "#d9602b", edge: "#f3a27c" },
    missing_data: { fill: "#7d868f", edge: "#b4bcc4" },
    open: { fill: "#d9a400", edge: "#f5d36b" },
    pass: { fill: "#2f80c6", edge: "#8fc1ea" },
  },
  shares,
  shareEdge: "#c3cad1",
  subjects: { elderly: "#d0b0f2", childcare: "#74d6c2", community: "#c3cad1" },
  walkArea: "#20324f",
  backdrop: {
    water: "#1b2a35",
    green: "#1b2520",
    street: "#22272c",
    streetMain: "#2c3238",
    rail: "#454c54",
    boundary: "#59626b",
    label: "#a3adb8",
  },
};

export const PALETTES: Readonly<Record<Scheme, Palette>> = { light, dark };

/** The same for those who ask for more contrast: text at 7 : 1, lines and the edges of marks at 4.5 : 1. */
export function contrasted(palette: Palette): Palette {
  const { ink, quiet, line, accent } = STRONG[palette.scheme];
  const outlined = ({ fill }: Mark): Mark => ({ fill, edge: ink });
  const { fail, missing_data, open, pass } = palette.verdicts;
  return {
    ...{ ...palette, ink, quiet, line, control: line, accent, accentHover: accent, shareEdge: ink },
    verdicts: {
      fail: outlined(fail),
      missing_data: outlined(missing_data),
      open: outlined(open),
      pass: outlined(pass),
    },
    backdrop: { ...palette.backdrop, boundary: line, label: ink },
  };
}

const STRONG = {
  light: { ink: "#000000", quiet: "#2b3137", line: "#6b737b", accent: "#003e9c" },
  dark: { ink: "#ffffff", quiet: "#dfe4e9", line: "#8b949e", accent: "#b9d2ff" },
} as const satisfies Readonly<Record<Scheme, object>>;

/** The palette as css custom properties. */
export function cssProperties(palette: Palette): Readonly<Record<string, string>> {
  const { verdicts, subjects } = palette;
  return {
    "--ground": palette.ground,
    "--panel": palette.panel,
    "--raised": palette.raised,
    "--ink": palette.ink,
    "--quiet": palette.quiet,
    "--line": palette.line,
    "--accent": palette.accent,
    "--accent-wash": palette.accentWash,
    "--fail": verdicts.fail.fill,
    "--fail-edge": verdicts.fail.edge,
    "--missing-data": verdicts.missing_data.fill,
    "--missing-data-edge": verdicts.missing_data.edge,
    "--open": verdicts.open.fill,
    "--open-edge": verdicts.open.edge,
    "--blank": palette.backdrop.streetMain,
    "--blank-edge": palette.backdrop.boundary,
    "--pass": verdicts.pass.fill,
    "--pass-edge": verdicts.pass.edge,
    "--elderly": subjects.elderly,
    "--childcare": subjects.childcare,
    "--community": subjects.community,
  };
}
