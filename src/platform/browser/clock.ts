/** The day on the person's own calendar, as `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The moment, as ISO 8601 in UTC. */
export function moment(): string {
  return new Date().toISOString();
}
