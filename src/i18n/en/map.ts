import type { Words } from "../zh.ts";

export const map: Words["map"] = {
  label: "Map of zones and facilities. The tables on the left say the same.",
  legend: "Legend",
  shade: "Shading",
  shades: { streets: "Areas", verdict: "Verdict", share: "Met" },
  streetsHelp: "Choose a subdistrict to see its zones. Below its name: what it lacks.",
  streetLack: "short {{amount}}",
  estimated: "Dotted edge: estimated",
  noPlace: "{{number}} zones without a place are in the table only",
  "noPlace~one": "{{number}} zone without a place is in the table only",
  shareScale: {
    streets: "{{subject}}: share met of subdistricts",
    share: "{{subject}}: share met of zones",
  },
  kinds: {
    elderly: "Elderly care",
    childcare: "Childcare",
    community: "Community centre",
    planned: "Hollow: planned, under construction or not yet operating",
  },
  rings: "Walks of 300 / 500 / 1000 m",
  circle: "{{walk}} on foot ≈ {{straight}} straight (estimated)",
  ring: "{{walk}} on foot",
  noWebgl:
    "This browser has no WebGL 2, so the map cannot be drawn; tables, verdicts, evidence and import work as usual.",
  loading: "Drawing the map",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show everything",
};
