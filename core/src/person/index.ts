export * from './command.ts';
export * from './decide.ts';
export * from './faults.ts';
export * from './keeper.ts';
export * from './needed-seats.ts';
export * from './pages.ts';
export * from './person.ts';
export * from './vacancies.ts';
