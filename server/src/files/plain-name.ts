/** Marks that turn the direction of what follows (Unicode TR 9, bidirectional controls): with them `gpj.exe` reads as `exe.jpg`. */
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text without marks of direction: nothing that an office writes needs them, and they make a name look like another. */
export const withoutMarks = (text: string): string => text.replace(MARKS, '');
