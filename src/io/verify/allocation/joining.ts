/** Things that are joined two by two; tells of each two whether they were apart until then. */
export function joining(count: number): (a: number, b: number) => boolean {
  const towards = Int32Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (towards[root] !== root) {
      towards[root] = towards[towards[root] as number] as number;
      root = towards[root] as number;
    }
    return root;
  };
  return (a, b) => {
    const [from, to] = [rootOf(a), rootOf(b)];
    towards[from] = to;
    return from !== to;
  };
}
