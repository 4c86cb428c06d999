/** “donderdag 10 december” at the start of a line: “Donderdag 10 december”. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
