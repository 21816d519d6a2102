import type { Words } from "../zh.ts";

export const importing: Words["importing"] = {
  title: "Import report",
  intro: "Every row is accounted for: read = used + repaired or partly used + rejected.",
  file: "File",
  role: "Holds",
  roles: {
    facilities: "Facilities",
    zones: "Zones",
    sites: "Candidate sites",
    units: "Units",
    project: "Project",
  },
  parcels: "land use",
  roleUnknown: "not recognised",
  in: "Read",
  used: "Used",
  repaired: "Repaired or partly used",
  rejected: "Rejected",
  issues: "About the data",
  noIssues: "Nothing to report",
  severity: { error: "Rejected", repaired: "Repaired", warning: "Check", note: "Note" },
  row: "row {{row}}",
  column: "column “{{column}}”",
  download: "Download the list (CSV)",
  showMap: "Show the map",
  template: {
    save: "Download an empty table (Excel)",
    file: "laoxiaoquan-empty.xlsx",
    sheets: { zones: "Zones", facilities: "Facilities", help: "How to fill in" },
    kindsTitle: "Kinds to choose from",
    /** A line each. */
    help: `One row for each zone or facility; ids are unique; kinds and statuses are chosen from lists.
Leave empty what is not known and do not write 0: empty is unknown, 0 is none.
Areas in m², households and residents as whole numbers, slots and beds as numbers without “about”.
Longitude and latitude in degrees of WGS84 or CGCS2000; for coordinates of Amap or Baidu choose theirs in the import options.
“zone” holds the id of a zone only where the facility stands on its own ground.
Administrative codes to the subdistrict (9 digits) or district (6 digits): standards and sums go by them.`,
  },
  kindNames: "Kinds of facilities: names and codes",
  tryAgain: "Other files",
  nothingUsed: "No row could be used; the open project is unchanged.",
  refused: "Nothing was imported; the open project is unchanged.",
  unreadable: "not used at all",
  notReadAgain: "not read twice",
  into: {
    title: "The open project",
    replaced: "{{table}}: {{before}} replaced by the {{after}} imported",
    added: "{{table}}: {{after}} added",
    kept: "{{table}}: {{after}}, unchanged",
    undo: "Undo this import",
    demo: "The sketched city has made room as a whole: its zones and facilities are gone.",
  },
  options: "Import options",
  datum: "Coordinates",
  datums: {
    ask: "As the file declares",
    wgs84: "WGS84 / CGCS2000",
    gcj02: "GCJ-02 (Amap, Tencent)",
    bd09: "BD-09 (Baidu)",
  },
  assumeFar: "Floor-area ratio where households are missing",
  assumeFarHelp: "Households = land area × ratio ÷ floor area per household, marked as estimated",
  m2PerHousehold: "Floor area per household (m²)",
  none: "Do not estimate",
  again: "Import again with these",
  shown: "The first {{shown}} of {{number}}; the download has them all",
  csv: {
    file: "file",
    row: "row",
    column: "column",
    id: "id",
    severity: "severity",
    code: "code",
    text: "text",
  },
};
