/** What there is in the library that not everybody reads, by id, and what it says. */
export type Asked = {
  readonly complaint: string;
  readonly repair: string;
  readonly returned: string;
  readonly gathering: string;
  readonly letter: string;
  readonly words: string;
};

/** Every door that answers a question, asked in such a way that it would speak of the complaint if it could. */
export const addresses = ({
  complaint,
  repair,
  returned,
  gathering,
  letter,
  words,
}: Asked): Readonly<Record<string, readonly string[]>> => ({
  readSession: ['/session'],
  listDemonstrationPeople: ['/demonstration/people'],
  listPeople: ['/people'],
  listUnits: ['/units'],
  listFeedback: ['/feedback'],
  readPlan: ['/plan'],
  listPolicies: ['/policies'],
  readKindsOfEdition: ['/policies/library%2F2026-01-01/kinds'],
  readPolicy: ['/policies/library%2F2026-01-01'],
  explainProblem: [`/problems/${complaint}/route`],
  readReadingImpact: ['/policies/library%2F2026-01-01/impact'],
  listCalendars: ['/calendar'],
  readCalendarYear: ['/calendar/2026'],
  listProblems: ['/problems', `/problems?q=${words}`, `/problems?id=${complaint}`],
  listAlike: [`/problems/alike?title=${words}`],
  listAlikeOf: [`/problems/${complaint}/alike`],
  readDossier: [`/problems/${complaint}`],
  readTimeline: [`/problems/${complaint}/events`],
  readBatch: [`/problems/batch?id=${complaint}&id=${repair}`],
  exportProblems: ['/problems.xlsx'],
  readWorkbench: ['/workbench'],
  listTasks: ['/tasks', '/tasks?kind=watching', '/tasks?kind=near', '/tasks?kind=overdue'],
  listNotifications: ['/notifications', '/notifications?size=50'],
  countNotifications: ['/notifications/unread'],
  listDeskDossiers: ['/desk?view=held', '/desk?view=part', '/desk?view=done'],
  listVacancies: ['/vacancies'],
  listCopies: ['/copies', '/copies?state=owed', '/copies?state=read'],
  listEditions: ['/editions'],
  readEdition: [`/editions/${complaint}`],
  listKinds: ['/kinds'],
  listCases: [
    '/cases',
    '/cases?sort=due',
    `/cases?q=${words}`,
    '/cases?kind=complaint',
    '/cases?kind=complaint&f.severity=grave',
    '/cases?kind=complaint&stage=closed',
    '/cases?kind=complaint&mine=true',
    '/cases?kind=stock-return',
    '/cases?kind=stock-return&duty=stocktaking&period=2026-11',
  ],
  readCase: [`/cases/${complaint}`, `/cases/${repair}`, `/cases/${returned}`, `/cases/${gathering}`],
  readFigure: [`/cases/${repair}/figures/complaints`, `/cases/${complaint}/figures/complaints`],
  readCaseTimeline: [`/cases/${complaint}/events`, `/cases/${repair}/events`, `/cases/${returned}/events`],
  exportCases: ['/cases/export?kind=complaint', '/cases/export?kind=repair'],
  readKindTemplate: ['/kinds/complaint/template'],
  listQuestions: ['/questions'],
  readFile: [`/files/${letter}`],
  listDuties: ['/duties'],
  readWall: ['/duties/stocktaking/2026-11'],
  readDraw: ['/duties/stocktaking/2026-11/draw'],
  exportWall: ['/duties/stocktaking/2026-11/wall.xlsx'],
  readGathering: [`/gatherings/${gathering}`, `/gatherings/${complaint}`],
  listImports: ['/imports'],
  readImportTemplate: ['/imports/template.xlsx'],
  readImport: [`/imports/${complaint}`],
  readImportRows: [`/imports/${complaint}/rows`],
  readImportErrors: [`/imports/${complaint}/errors.xlsx`],
});
