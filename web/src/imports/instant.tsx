const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** When something was recorded, in the office's time: `2026-11-24 09:30`. */
export function Instant({ at }: { readonly at: string }) {
  return <time dateTime={at}>{clock.format(new Date(at))}</time>;
}
