import { createRootRoute, createRoute, createRouter, lazyRouteComponent as lazy, Outlet } from '@tanstack/react-router';
import { Broken, NotFound } from './frame/astray.tsx';
import { paths } from './paths.ts';

const root = createRootRoute({ component: Outlet, errorComponent: Broken });
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: lazy(() => import('./frame/frame.tsx'), 'Frame'),
});

/** What stands in an address after the question mark, as text; every page reads its own. */
const search = (given: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));

const page = <P extends string>(path: P, component: ReturnType<typeof lazy>) =>
  createRoute({ getParentRoute: () => frame, path, component, validateSearch: search });

const pages = [
  page(
    paths.workbench,
    lazy(() => import('./workbench/page.tsx'), 'WorkbenchPage'),
  ),
  page(
    paths.register,
    lazy(() => import('./register/page.tsx'), 'RegisterPage'),
  ),
  page(
    paths.dossier,
    lazy(() => import('./dossier/page.tsx'), 'DossierPage'),
  ),
  page(
    paths.evidence,
    lazy(() => import('./dossier/evidence-page.tsx'), 'ProblemEvidencePage'),
  ),
  page(
    paths.caseEvidence,
    lazy(() => import('./cases/dossier/evidence-page.tsx'), 'CaseEvidencePage'),
  ),
  page(
    paths.capture,
    lazy(() => import('./evidence/capture-page.tsx'), 'CapturePage'),
  ),
  page(
    paths.imports,
    lazy(() => import('./imports/page.tsx'), 'ImportsPage'),
  ),
  page(
    paths.importKind,
    lazy(() => import('./imports/kind-page.tsx'), 'KindImportsPage'),
  ),
  page(
    paths.import,
    lazy(() => import('./imports/import-page.tsx'), 'ImportPage'),
  ),
  page(
    paths.editions,
    lazy(() => import('./editions/page.tsx'), 'EditionsPage'),
  ),
  page(
    paths.edition,
    lazy(() => import('./editions/edition-page.tsx'), 'EditionPage'),
  ),
  page(
    paths.kind,
    lazy(() => import('./cases/list/page.tsx'), 'KindPage'),
  ),
  page(
    paths.newCase,
    lazy(() => import('./cases/new/page.tsx'), 'NewCasePage'),
  ),
  page(
    paths.case,
    lazy(() => import('./cases/dossier/page.tsx'), 'CasePage'),
  ),
  page(
    paths.duties,
    lazy(() => import('./duties/page.tsx'), 'DutiesPage'),
  ),
  page(
    paths.wall,
    lazy(() => import('./duties/wall-page.tsx'), 'WallPage'),
  ),
  page(
    paths.questions,
    lazy(() => import('./questions/page.tsx'), 'QuestionsPage'),
  ),
  page(
    paths.calendar,
    lazy(() => import('./calendar/page.tsx'), 'CalendarPage'),
  ),
  page(
    paths.people,
    lazy(() => import('./people/page.tsx'), 'PeoplePage'),
  ),
  page(
    paths.roster,
    lazy(() => import('./roster/page.tsx'), 'RosterPage'),
  ),
  page(
    paths.feedback,
    lazy(() => import('./feedback/page.tsx'), 'FeedbackPage'),
  ),
  page(
    paths.rules,
    lazy(() => import('./policy/page.tsx'), 'RulesPage'),
  ),
  page(
    paths.settings,
    lazy(() => import('./settings/page.tsx'), 'SettingsPage'),
  ),
  page(
    paths.me,
    lazy(() => import('./frame/me.tsx'), 'MePage'),
  ),
] as const;

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: paths.signIn,
    component: lazy(() => import('./sign-in/page.tsx'), 'SignInPage'),
    validateSearch: search,
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.setUp,
    component: lazy(() => import('./sign-in/set-up.tsx'), 'SetUpPage'),
  }),
  frame.addChildren([...pages, createRoute({ getParentRoute: () => frame, path: '$', component: NotFound })]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: false,
  // whoever comes back to a list stands where he was, whichever way he came
  scrollRestoration: true,
  getScrollRestorationKey: ({ pathname }) => pathname,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
});

/** Addresses are read by people: `?stage=planning`, not JSON. */
function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function writeSearch(values: Record<string, unknown>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
