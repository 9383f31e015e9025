/** Every address of the page, in one place. */
export const paths = {
  signIn: '/sign-in',
  setUp: '/set-up',
  workbench: '/',
  register: '/problems',
  dossier: '/problems/$id',
  evidence: '/problems/$id/evidence',
  capture: '/capture',
  editions: '/editions',
  edition: '/editions/$id',
  imports: '/imports',
  import: '/imports/$id',
  rules: '/rules',
  calendar: '/calendar',
  people: '/people',
  feedback: '/feedback',
  me: '/me',
} as const;
