import type { Words } from "../zh.ts";

export const walks: Words["walks"] = {
  title: "Circle and streets",
  loading: "Checking along the streets…",
  noStreets:
    "There are no streets, only straight circles. Import streets (.osm.pbf or a layer of road lines) to see what lies in a circle and cannot be walked to.",
  byCircle:
    "Straight circles decide now. To decide along streets, set “Way of walking” in the parameters to along streets.",
  circleOnly:
    "{{number}} zones lie in the circle, wholly or in part, and cannot walk there ({{people}} {{base}})",
  "circleOnly~one":
    "{{number}} zone lies in the circle, wholly or in part, and cannot walk there ({{people}} {{base}})",
  circleOnlyNone: "All zones in the circle can walk there",
  networkOnly: "{{number}} zones lie outside the circle and can walk there",
  "networkOnly~one": "{{number}} zone lies outside the circle and can walk there",
  unjoined: "{{number}} more hang on no street and cannot be compared",
  "unjoined~one": "{{number}} more hangs on no street and cannot be compared",
  stray: "not connected to the streets",
  worst: "In the circle, out of reach on foot",
  more: "{{number}} more",
  colon: ": ",
  toward: "to {{facility}}",
  part: "{{share}} of the zone",
  circle: "circle {{metres}}",
  network: "on foot {{metres}}",
  noWay: "not even {{metres}} on foot",
  across: "across {{barrier}}",
  named: "{{name}} ({{barrier}})",
  detour: "the streets lead around",
  unconnected: "no street leads there",
  barriers: {
    water: "water",
    railway: "a railway",
    motorway: "a motorway",
    wall: "a wall",
    private: "private ways",
  },
  stable:
    "For {{share}} of people it is the same at any speed from 0.7 to 1.3 m/s: {{covered}} reached, {{uncovered}} not",
  edge: "{{number}} zones out of reach or short lie, or share with others who lie, near the edge of the data: facilities beyond it are not listed and may change that",
  "edge~one":
    "{{number}} zone out of reach or short lies, or shares with others who lie, near the edge of the data: facilities beyond it are not listed and may change that",
  edgeZone:
    "It lies, or shares with others who lie, near the edge of the data: facilities beyond it are not listed and may change that",
  straight: "By the circle: {{words}}",
  atHand: "right beside it",
  speed: "Reached in 15 minutes at {{speed}} m/s or faster",
  speedPart: "Reached in part from {{some}} m/s, wholly from {{all}} m/s",
  speedSome: "Reached in part from {{some}} m/s, not wholly even at 1.3 m/s",
  speedNone: "Not reached in 15 minutes even at 1.3 m/s",
  legend: "Choose a facility to see from which streets people walk to it",
  along: "along streets",
  island: "on streets that are not connected to the rest",
  zoneStray: "not connected: no street to walk on within {{cap}}, so what it reaches is not known",
  strays: "Ring with ×: not connected to the streets, {{number}} places, to and from which no walk is found",
  "strays~one":
    "Ring with ×: not connected to the streets, {{number}} place, to and from which no walk is found",
  streetsDrawn: "Within {{walk}} along streets (lines are exact, the area is an illustration)",
};
