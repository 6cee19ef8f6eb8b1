const lists = ['importstatus', 'publicatieactie', 'soort', 'dubbelreden', 'foutcode'];
const flags = ['zichtbaar', 'gekoppeld', 'metToelichting', 'nietMeerInBron'];

/**
 * @param text conditions as they stand in the address of the list: `importstatus=dubbelenGevonden&naam=regenboog`
 * @returns the same as a body: lists as lists, and true and false as such; the gateway judges what is not known
 */
export function filterBody(text: string): Record<string, unknown> {
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, bodyValue(name, value)]));
}

function bodyValue(name: string, value: string): unknown {
  if (lists.includes(name)) return value.split(',');
  if (name === 'gidsId') return value.split(',').map(Number);
  if (name === 'bronId') return [value];
  return flags.includes(name) && (value === 'true' || value === 'false') ? value === 'true' : value;
}
