/** The day at the office (Asia/Shanghai), whatever zone this machine believes it is in. */
export const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date());
