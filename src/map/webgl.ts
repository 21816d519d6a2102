/** Whether this browser can draw the map. Asked once; everything but the map works without it. */
export function canDrawMap(): boolean {
  possible ??= document.createElement("canvas").getContext("webgl2") !== null;
  return possible;
}

let possible: boolean | undefined;
