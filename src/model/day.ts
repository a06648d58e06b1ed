/** True for a day that there was or will be, `2026-11-22`; `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`); // 30 February is read as 2 March
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
